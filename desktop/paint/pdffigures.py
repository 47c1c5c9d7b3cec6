"""Figures as the operators of a page, in one scale; of what lies across the edge of a sheet only what is seen there."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from desktop.drawing.shapes import Box, Ellipse, Figure, Glyphs, Image, Path, Shape, inked
from desktop.layout.places import Rect
from desktop.paint import pdfshapes
from desktop.paint.culling import seen
from desktop.paint.pdfforms import FormStore
from desktop.paint.pdfimages import PictureWriter
from desktop.paint.pdftext import TextWriter

LONG = 120
"""A path of more operators (in bytes) becomes a form when it comes back: icons stand on every card."""

OUTLINES = (Box, Ellipse, Path)


class Ink(NamedTuple):
    """Operators for a part of a figure, from its origin, and the picture that they show, if it is one."""

    operators: str
    image: Image | None = None


class FigureWriter:
    """Turns figures into operators; remembers what equal shapes came to."""

    def __init__(self, text: TextWriter, forms: FormStore, pictures: PictureWriter, scale: float) -> None:
        self._text = text
        self._forms = forms
        self._pictures = pictures
        self._scale = scale
        self._known: dict[Box | Ellipse | Path, str] = {}

    def whole(self, figure: Figure) -> Iterator[Ink]:
        """All shapes; neighbouring lines become one text object, pictures are parts of their own."""
        return self._parts(list(inked(figure.shapes, self._pictures.fault)))

    def within(self, figure: Figure, rect: Rect) -> Iterator[Ink]:
        """Only the words that have ink in the rectangle (in units from the figure's origin), and all other shapes."""
        shapes = inked(figure.shapes, self._pictures.fault)
        return self._parts([part for shape in shapes for part in seen(shape, rect)])

    def _parts(self, shapes: Sequence[Shape]) -> Iterator[Ink]:
        scale = self._scale
        parts: list[str] = []
        lines: list[Glyphs] = []
        for shape in shapes:
            if isinstance(shape, Glyphs):
                lines.append(shape)
                continue
            if lines:
                parts.append(self._text.block(lines, scale))
                lines = []
            if isinstance(shape, OUTLINES):
                parts.append(self._outline(shape))
            elif isinstance(shape, Image):
                if parts:
                    yield Ink("\n".join(filter(None, parts)))
                    parts = []
                yield Ink(self._pictures.operators(shape, scale), shape)
        if lines:
            parts.append(self._text.block(lines, scale))
        if parts:
            yield Ink("\n".join(filter(None, parts)))

    def _outline(self, shape: Box | Ellipse | Path) -> str:
        known = self._known.get(shape)
        if known is None:
            known = self._known[shape] = _outline(shape, self._scale)
        elif len(known) > LONG and isinstance(shape, Path):
            known = self._known[shape] = self._forms.shape(shape, self._scale, known)
        return known


def _outline(shape: Box | Ellipse | Path, scale: float) -> str:
    if isinstance(shape, Box):
        return pdfshapes.box(shape, scale)
    return pdfshapes.ellipse(shape, scale) if isinstance(shape, Ellipse) else pdfshapes.path(shape, scale)
