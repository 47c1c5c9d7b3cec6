"""Pictures that come from other programs, dragged or pasted: read with care, put where one points."""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QImage, QImageWriter

from desktop.canvas.pick import ON_CARD, Hit
from desktop.canvas.tools import Surface
from desktop.desk.pictures import MOST, Pictures, Ready
from desktop.document.edits.cards import Spot
from desktop.layout.slots import slot_at
from desktop.storage.errors import StorageError
from desktop.storage.picturehead import FORMAT, MOST_BYTES, PictureError
from desktop.storage.pictures import LONGEST, SUFFIXES, picture, read_picture

SERVERS = ("//", "\\\\")
"""How the names of other computers' files begin."""

PICTURE_SIGN = "\ufffc"
WRITTEN = ("image/png", "image/jpeg", "image/webp", "image/gif")
"""How other programs write a picture on the clipboard."""


class PictureDrops:
    """Follows a drag from another program over the canvas: the dashed slot shows where its pictures would land.

    A picture dropped on a picture card takes the place of the one there, on the head's portrait it becomes the
    persona's. Everything but pictures is left to the window.
    """

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._before: Spot | None = None

    def enter(self, event: QDragEnterEvent) -> None:
        """Takes a drag on if it brings pictures."""
        self._before = self._surface.desk.target
        if self._surface.desk.map_id and brings_pictures(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent, hit: Hit) -> None:
        """Shows the slot under the pointer."""
        if not brings_pictures(event.mimeData()):
            event.ignore()
            return
        self._surface.desk.aim(self._spot(hit) or self._before)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def leave(self) -> None:
        """The slot is where it was before the drag."""
        self._surface.desk.aim(self._before)

    def drop(self, event: QDropEvent, hit: Hit) -> None:
        """Puts the pictures there; those that cannot be used are named."""
        if not brings_pictures(event.mimeData()):
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.put(pictures_in(event.mimeData(), self._surface.desk.said.emit), hit)

    def put(self, pictures: Iterable[Ready], hit: Hit) -> None:
        """The pictures where somebody points: as new cards, or in the place of one that is there."""
        ready, verbs = list(pictures), Pictures(self._surface.desk)
        shown = self._surface.scene.hits.find(hit.id) if hit.where in ON_CARD else None
        if len(ready) == 1 and shown is not None and shown[1].card.kind == "picture":
            verbs.replace(hit.id, ready[0])
            return
        heading = self._surface.scene.layout.heading
        portrait = heading.portrait
        if len(ready) == 1 and heading.persona and portrait and portrait.contains(hit.x, hit.y):
            verbs.portray(heading.persona, ready[0])
            return
        verbs.add(ready, self._spot(hit))

    def _spot(self, hit: Hit) -> Spot | None:
        return slot_at(self._surface.scene.layout, hit.x, hit.y)


def local_files(mime: QMimeData) -> list[Path]:
    """The files of this machine. Nothing is ever fetched from elsewhere: to ask a server for a file is to sign in."""
    urls = mime.urls()[:MOST] if mime.hasUrls() else []
    names = [url.toLocalFile() for url in urls if url.isLocalFile()]
    return [Path(name) for name in names if not name.startswith(SERVERS)]


def brings_pictures(mime: QMimeData) -> bool:
    """Whether there is a picture file of this machine in it, or a bare picture without files or text.

    Office puts a picture of everything on the clipboard, and a sign for a picture among its text.
    """
    said = mime.hasText() and mime.text().replace(PICTURE_SIGN, "").strip()
    return bool(picture_paths(mime)) or (mime.hasImage() and not mime.hasUrls() and not said)


def picture_paths(mime: QMimeData) -> list[Path]:
    """The picture files of this machine."""
    return [path for path in local_files(mime) if path.suffix.lower() in SUFFIXES]


def pictures_in(mime: QMimeData, said: Callable[[str], object]) -> Iterator[Ready]:
    """The pictures, read; each that cannot be used is said in one sentence."""
    paths: list[Path | None] = [*picture_paths(mime)]
    for path in paths or [None]:
        try:
            yield read_picture(path) if path else picture(_bare_picture(mime))
        except StorageError as error:
            said(str(error))


def _bare_picture(mime: QMimeData) -> bytes:
    """As another program has written it, where it is not too much: what Qt decodes is decoded without our limits."""
    for form in WRITTEN:
        data = bytes(mime.data(form).data()) if mime.hasFormat(form) else b""
        if 0 < len(data) <= MOST_BYTES:
            return data
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        raise PictureError(FORMAT)
    return _png(image)


def _png(image: QImage) -> bytes:
    """Pixels that were unpacked already; no more of them than are kept anyway."""
    if max(image.width(), image.height()) > LONGEST:
        shape, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(LONGEST, LONGEST, shape, smooth)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
