"""Shapes → QPainter. A figure is prepared once (pens, paths, glyph runs) and from then on only placed."""

from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import partial
from weakref import WeakValueDictionary

from PySide6.QtGui import QColor, QPainter, QPen, QTransform

from desktop.canvas import strokes
from desktop.canvas.glyphs import GlyphSource, glyph_source
from desktop.canvas.pictures import Pictures
from desktop.canvas.strokes import Stroke
from desktop.drawing.shapes import MISSING, AssetBytes, Box, Ellipse, Figure, Glyphs, Image, Path, Placed, Shape
from desktop.typeset.fonts import FontSet

HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform

REMEMBERED = 4096
"""How many prepared figures are kept: more than a screen shows at 40 %."""


class Prepared:
    """Strokes of figures, found by the very figure; those that were asked for long ago go."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[int, bool], tuple[Figure, tuple[Stroke, ...]]] = OrderedDict()

    def find(self, figure: Figure, letters: bool) -> tuple[Stroke, ...] | None:
        """Those of a figure, with its letters or without, when they are known."""
        key = id(figure), letters
        known = self._kept.get(key)
        if known is None:
            return None
        self._kept.move_to_end(key)
        return known[1]

    def keep(self, figure: Figure, letters: bool, strokes: tuple[Stroke, ...]) -> None:
        self._kept[id(figure), letters] = figure, strokes  # the figure is held, so that its id stays its own
        if len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)

    def forget(self) -> None:
        self._kept.clear()


_prepared: WeakValueDictionary[GlyphSource, Prepared] = WeakValueDictionary()
"""What the painters of the same fonts have prepared, as long as any of them is needed."""


class ShapePainter:
    """Paints figures. With `exact`, glyphs are filled outlines at their true places, as a printed page has them;
    else figures begin on whole pixels and glyphs on quarters, which is many times faster and sharper on a screen."""

    def __init__(self, fonts: FontSet, asset_bytes: AssetBytes, exact: bool = False) -> None:
        self._glyphs = glyph_source(fonts)
        self._pictures = Pictures(asset_bytes)
        self._exact = exact
        self._own = Prepared()
        self._shared = self._own if exact else _prepared.setdefault(self._glyphs, Prepared())

    def paint(self, painter: QPainter, placed: Iterable[Placed], letters: bool = True) -> None:
        """Paints back to front under the painter's transform, which may scale and move only and is left as it was.
        Without `letters`, text is left out: it would be dust."""
        view = painter.transform()
        scale_x, scale_y, left, top = view.m11(), view.m22(), view.dx(), view.dy()
        painter.setRenderHints(HINTS)
        for place in placed:
            x, y = left + place.x * scale_x, top + place.y * scale_y
            if not self._exact and not is_arrow(place.figure):
                x, y = round(x), round(y)
            painter.setTransform(QTransform(scale_x, 0, 0, scale_y, x, y))
            self.ink(painter, place.figure, letters)
        painter.setTransform(view)

    def ink(self, painter: QPainter, figure: Figure, letters: bool = True) -> None:
        """One figure at the painter's origin."""
        rule = mere_rule(figure)
        for stroke in strokes.box(rule) if rule else self._strokes(figure, letters):
            stroke(painter)

    def forget(self) -> None:
        """Lets go of all prepared figures."""
        self._own.forget()
        self._shared.forget()

    def _strokes(self, figure: Figure, letters: bool) -> tuple[Stroke, ...]:
        known = self._shared.find(figure, letters)
        if known is None:
            known = self._own.find(figure, letters)
        if known is None:
            shapes = figure.shapes if letters else [shape for shape in figure.shapes if not isinstance(shape, Glyphs)]
            known = tuple(stroke for shape in shapes for stroke in self._prepare(shape))
            pictured = any(isinstance(shape, Image) for shape in shapes)  # a project's own: others may have none
            (self._own if pictured else self._shared).keep(figure, letters, known)
        return known

    def _prepare(self, shape: Shape) -> Iterator[Stroke]:
        if isinstance(shape, Glyphs):
            yield from self._text(shape)
        elif isinstance(shape, Box):
            yield from strokes.box(shape)
        elif isinstance(shape, Path):
            yield from strokes.path(shape)
        elif isinstance(shape, Ellipse):
            yield from strokes.ellipse(shape)
        elif isinstance(shape, Image):
            yield strokes.picture(shape, self._pictures.image, partial(self._ink_instead, shape))

    def _ink_instead(self, shape: Image, painter: QPainter) -> None:
        """Made anew each time, for a missing picture may come."""
        bare: Shape = Box(shape.x, shape.y, shape.width, shape.height, MISSING)
        for part in shape.instead(self._pictures.fault(shape.asset)) if shape.instead else (bare,):
            for stroke in self._prepare(part):
                stroke(painter)

    def _text(self, glyphs: Glyphs) -> Iterator[Stroke]:
        if self._exact:
            yield strokes.fill(self._glyphs.outline(glyphs), glyphs.colour)
        else:
            runs, ink = tuple(self._glyphs.runs(glyphs)), QPen(QColor(glyphs.colour))
            yield strokes.text(runs, glyphs.size, ink, partial(self._glyphs.outline, glyphs))
        yield from (strokes.fill(path, colour) for path, colour in self._glyphs.colour_paths(glyphs))


def is_sparse(figure: Figure) -> bool:
    """Whether it is little ink in a large box, a rule or an arrow, which is painted sooner than remembered."""
    return is_arrow(figure) or mere_rule(figure) is not None


def is_arrow(figure: Figure) -> bool:
    """Whether it must stand exactly where it does: its corner may move while most of it stays where it is."""
    return figure.role == "link"


def mere_rule(figure: Figure) -> Box | None:
    """The one square-cornered box that a figure is, if so: it is painted sooner than remembered."""
    shape = figure.shapes[0] if len(figure.shapes) == 1 else None
    return shape if isinstance(shape, Box) and not any(shape.radii) else None
