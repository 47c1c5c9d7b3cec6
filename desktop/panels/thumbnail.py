"""Small pictures of maps: painted by the real drawing, and kept for the files that were opened last."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QImageReader, QImageWriter, QPainter

from desktop.canvas.coarse import CoarsePainter
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Scene, Studio
from desktop.document.project import Project
from desktop.layout.places import Rect
from desktop.resources import style, typesetter, words
from desktop.storage.assets import Assets, bytes_of
from desktop.storage.atomic import write_file
from desktop.storage.brandfonts import wardrobe
from desktop.storage.errors import StorageError
from desktop.storage.reader import Opened
from desktop.typeset.entries import BrandFonts

SIZE = (320, 200)
"""Px of a picture that is kept."""

LARGEST = 2_000_000
"""Bytes of a kept picture that are read; none of ours comes near."""

NO_ASSETS: Assets = {}

FEW = 400
"""Up to so many cards, each is painted with its text."""

LETTERS = 0.12
"""Below this scale text is dust and left out."""


def paint_map(painter: QPainter, studio: Studio, shapes: ShapePainter, scene: Scene, width: float) -> None:
    """The map at the painter's origin, `width` units wide; of a large one only what is in the painter's sight."""
    layout, scale = scene.layout, width / scene.layout.width
    painter.scale(scale, scale)
    area = painter.combinedTransform().inverted()[0].mapRect(QRectF(painter.viewport()))
    seen = Rect(area.x(), area.y(), area.width(), area.height())
    if sum(len(row.content.cards) for row in layout.rows) <= FEW:
        shapes.paint(painter, studio.figures(scene, seen))
    else:
        CoarsePainter(studio.style).paint(painter, layout, seen)
        shapes.paint(painter, studio.frame(scene, seen), letters=scale >= LETTERS)


def picture_of(studio: Studio, shapes: ShapePainter, scene: Scene, size: tuple[int, int] = SIZE) -> QImage:
    """The upper left part of a map that fills `size` px, whole in one direction."""
    made = QImage(*size, QImage.Format.Format_RGB32)
    made.fill(QColor(studio.style.colours["paper"]))
    painter = QPainter(made)
    across, down = (side / max(extent, 1) for side, extent in zip(size, _extent(scene), strict=True))
    paint_map(painter, studio, shapes, scene, scene.layout.width * max(across, down))
    painter.end()
    return made


class Easel:
    """Paints maps that no window shows."""

    def __init__(self, language: str) -> None:
        self._words = words(language)
        self._studio = lru_cache(maxsize=4)(self._make)

    def scene(self, opened: Opened, map_id: str = "") -> Scene | None:
        """The project's map with this id, else its first, laid out; None without any."""
        maps = sorted(opened.project.maps, key=lambda each: (each.id != map_id, each.rank, each.id))
        return self._worn(opened.project, opened.assets).scene(opened.project, maps[0].id) if maps else None

    def picture(self, opened: Opened, size: tuple[int, int] = SIZE, map_id: str = "") -> QImage | None:
        """The project's map with this id, else its first; None without any."""
        scene, studio = self.scene(opened, map_id), self._worn(opened.project, opened.assets)
        return picture_of(studio, exact_shapes(studio, bytes_of(opened.assets)), scene, size) if scene else None

    def paint(self, painter: QPainter, scene: Scene, width: float, assets: Assets = NO_ASSETS) -> None:
        """A scene that it made, `width` units wide, with these pictures and fonts."""
        studio = self._worn(scene.project, assets)
        paint_map(painter, studio, exact_shapes(studio, bytes_of(assets)), scene, width)

    def _worn(self, project: Project, assets: Assets) -> Studio:
        """In the project's brand."""
        return self._studio(wardrobe(project.brand, assets).fonts, project.brand.accent)

    def _make(self, fonts: BrandFonts | None, accent: str) -> Studio:
        return Studio(typesetter(brand=fonts), style("screen", accent), self._words)


def exact_shapes(studio: Studio, asset_bytes: Callable[[str], bytes | None]) -> ShapePainter:
    """Paints what the studio draws with small letters at their true places; whole pixels are too coarse for them."""
    return ShapePainter(studio.composer.typesetter.fonts, asset_bytes, exact=True)


class Album:
    """Kept pictures by the path of their file; whatever fails, there is none."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, path: Path, picture: QImage) -> None:
        """Puts a file's picture in place of the one before."""
        with suppress(OSError, StorageError):
            self._folder.mkdir(parents=True, exist_ok=True)
            write_file(self._place(path), _png(picture))

    def picture(self, path: Path) -> QImage | None:
        """A file's picture; None for one that is missing or not of our making."""
        place = self._place(path)
        try:
            data = place.read_bytes() if place.stat().st_size <= LARGEST else b""
        except OSError:
            return None
        return _read(data)

    def sweep(self, kept: Iterable[Path]) -> None:
        """Removes the pictures of all other files."""
        names = {self._place(path).name for path in kept}
        with suppress(OSError):
            for place in self._folder.glob("*.png"):
                if place.name not in names:
                    place.unlink()

    def _place(self, path: Path) -> Path:
        key = sha256(str(path.absolute()).encode("utf-8", "surrogateescape")).hexdigest()
        return self._folder / f"{key[:32]}.png"


def _read(data: bytes) -> QImage | None:
    """A PNG of the size that all have; the header is looked at before anything is unpacked."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png"))
    if not reader.canRead() or reader.size() != QSize(*SIZE):
        return None
    read = reader.read()
    return None if read.isNull() else read


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(picture)
    return bytes(buffer.data().data())


def _extent(scene: Scene) -> tuple[float, float]:
    return scene.layout.width, scene.layout.height
