"""Figures as the operators of a page, in one scale; of what lies across the edge of a sheet only what is seen there."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from desktop.drawing.shapes import Box, Ellipse, Figure, Glyphs, Image, Path, Shape, inked
from desktop.layout.colour import grey as shade
from desktop.layout.places import Rect
from desktop.paint import pdfshapes
from desktop.paint.culling import seen
from desktop.paint.pdfforms import FormStore
from desktop.paint.pdfimages import PictureWriter
from desktop.paint.pdftext import TextWriter

LONG = 120
"""A shape of more operators (in bytes) becomes a form when it comes back: icons and frames stand on every card."""

OUTLINES = (Box, Ellipse, Path)

Outline = Box | Ellipse | Path


class Ink(NamedTuple):
    """Operators for a part of a figure, from its origin; the picture that they show, if it is one; where paragraphs
    are to be told apart, their type size, 0 for what has no words that are read out."""

    operators: str
    image: Image | None = None
    size: float = 0.0


class FigureWriter:
    """Turns figures into operators; remembers what equal shapes came to."""

    def __init__(
        self, text: TextWriter, forms: FormStore, pictures: PictureWriter, scale: float, *, grey: bool = False
    ) -> None:
        self._text = text
        self._forms = forms
        self._pictures = pictures
        self._scale = scale
        self._grey = grey
        self._known: dict[Outline, str] = {}

    def whole(self, figure: Figure, *, apart: bool = False) -> list[Ink]:
        """All shapes; pictures are parts of their own, and with `apart` paragraphs are, too."""
        return self._inks(inked(figure.shapes, self._pictures.fault), apart=apart)

    def within(self, figure: Figure, rect: Rect, *, apart: bool = False) -> list[Ink]:
        """Only the words that have ink in the rectangle (in units from the figure's origin), and all other shapes."""
        shapes = inked(figure.shapes, self._pictures.fault)
        return self._inks((part for shape in shapes for part in seen(shape, rect, self._text.reach)), apart=apart)

    def _inks(self, shapes: Iterable[Shape], *, apart: bool) -> list[Ink]:
        found = []
        for group in _groups(shapes, apart=apart):
            first = group[0]
            if isinstance(first, Image):
                found.append(Ink(self._pictures.operators(first, self._scale), first))
            else:
                found.append(Ink(self._joined(group), size=_said_size(first) if apart else 0.0))
        return [ink for ink in found if ink.operators]

    def _joined(self, shapes: Sequence[Shape]) -> str:
        """Neighbouring lines become one text object."""
        parts: list[str] = []
        lines: list[Glyphs] = []
        for shape in shapes:
            if isinstance(shape, Glyphs):
                lines.append(shape._replace(colour=shade(shape.colour)) if self._grey else shape)
                continue
            if lines:
                parts.append(self._text.block(lines, self._scale))
                lines = []
            if isinstance(shape, OUTLINES):
                parts.append(self._outline(shape))
        if lines:
            parts.append(self._text.block(lines, self._scale))
        return "\n".join(filter(None, parts))

    def _outline(self, shape: Outline) -> str:
        known = self._known.get(shape)
        if known is None:
            known = self._known[shape] = _outline(_shaded(shape) if self._grey else shape, self._scale)
        elif len(known) > LONG:
            known = self._known[shape] = self._forms.shape(shape, self._scale, known)
        return known


def _outline(shape: Outline, scale: float) -> str:
    if isinstance(shape, Box):
        return pdfshapes.box(shape, scale)
    return pdfshapes.ellipse(shape, scale) if isinstance(shape, Ellipse) else pdfshapes.path(shape, scale)


def _shaded(shape: Outline) -> Outline:
    return shape._replace(fill=shade(shape.fill), stroke=shade(shape.stroke))


def _groups(shapes: Iterable[Shape], *, apart: bool) -> Iterator[list[Shape]]:
    """Neighbours that make one part."""
    group: list[Shape] = []
    for shape in shapes:
        if group and (
            isinstance(shape, Image) or isinstance(group[-1], Image) or (apart and _differ(shape, group[-1]))
        ):
            yield group
            group = []
        group.append(shape)
    if group:
        yield group


def _differ(one: Shape, other: Shape) -> bool:
    """Whether two neighbours are not of the same paragraph."""
    if isinstance(one, Glyphs) and isinstance(other, Glyphs):
        return (one.size, one.colour, one.mute) != (other.size, other.colour, other.mute)
    return isinstance(one, Glyphs) or isinstance(other, Glyphs)


def _said_size(shape: Shape) -> float:
    return shape.size if isinstance(shape, Glyphs) and not shape.mute else 0.0
