"""Typeset lines as Qt draws them: glyph runs for speed, outlines where every hundredth of a pixel counts."""

from collections.abc import Iterator
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QGlyphRun, QPainterPath, QRawFont, QTransform

from desktop.canvas.paths import path_of
from desktop.drawing.shapes import Glyphs
from desktop.typeset.fonts import FontSet
from desktop.typeset.lines import UNITS, GlyphRun


@lru_cache(maxsize=8)
def glyph_source(fonts: FontSet) -> "GlyphSource":
    """That of these fonts, whoever asks: fonts are read once, and the images of their glyphs stay cached."""
    return GlyphSource(fonts)


class GlyphSource:
    """Fonts as Qt wants them."""

    def __init__(self, fonts: FontSet) -> None:
        self._fonts = fonts
        self._sizes: dict[tuple[str, float], QRawFont] = {}
        self._layers = lru_cache(maxsize=None)(fonts.layers)
        self._face = lru_cache(maxsize=None)(self._load)
        self._outline = lru_cache(maxsize=4096)(lambda font, glyph: path_of(fonts.outline(font, glyph)))

    def runs(self, glyphs: Glyphs) -> Iterator[QGlyphRun]:
        """The line's plain runs in the figure's coordinates. Qt will place them to a quarter of a pixel."""
        for run in glyphs.line.runs:
            plain = [i for i, glyph in enumerate(run.glyphs) if not self._layers(run.font, glyph)]
            if plain:
                yield self._run(run, plain, glyphs)

    def colour_paths(self, glyphs: Glyphs) -> Iterator[tuple[QPainterPath, QColor]]:
        """The layers of the line's colour glyphs, bottom first, in the figure's coordinates."""
        if not any(self._layers(run.font, glyph) for run in glyphs.line.runs for glyph in run.glyphs):
            return  # as nearly every line: nothing need be placed
        for font, glyph, at in self._placed(glyphs):
            for layer, colour in self._layers(font, glyph):
                yield at.map(self._outline(font, layer)), QColor(colour)

    def outline(self, glyphs: Glyphs) -> QPainterPath:
        """All plain glyphs of the line as one path in the figure's coordinates."""
        whole = QPainterPath()
        whole.setFillRule(Qt.FillRule.WindingFill)
        for font, glyph, at in self._placed(glyphs):
            if not self._layers(font, glyph):
                whole.addPath(at.map(self._outline(font, glyph)))
        return whole

    def _placed(self, glyphs: Glyphs) -> Iterator[tuple[str, int, QTransform]]:
        unit = glyphs.size / UNITS
        for run in glyphs.line.runs:
            for glyph, x, y in zip(run.glyphs, run.xs, run.ys, strict=True):
                yield run.font, glyph, QTransform(unit, 0, 0, -unit, glyphs.x + x * unit, glyphs.y - y * unit)

    def _run(self, run: GlyphRun, plain: list[int], glyphs: Glyphs) -> QGlyphRun:
        unit = glyphs.size / UNITS
        made = QGlyphRun()
        made.setRawFont(self._sized(run.font, glyphs.size))
        made.setGlyphIndexes([run.glyphs[i] for i in plain])
        made.setPositions([QPointF(glyphs.x + run.xs[i] * unit, glyphs.y - run.ys[i] * unit) for i in plain])
        return made

    def _sized(self, font: str, size: float) -> QRawFont:
        sized = self._sizes.get((font, size))
        if sized is None:
            sized = QRawFont(self._face(font))  # a copy shares the parsed file
            sized.setPixelSize(size)
            self._sizes[font, size] = sized
        return sized

    def _load(self, font: str) -> QRawFont:
        return QRawFont(self._fonts.data(font), 16, QFont.HintingPreference.PreferNoHinting)
