"""Drawings of their own inside a PDF, made once however often they are placed: colour glyphs and repeated shapes."""

from collections.abc import Iterable, Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from desktop.drawing.shapes import Box, Command, Ellipse, Path
from desktop.layout.colour import grey as shade
from desktop.paint.fonts import Fonts, Outline
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdfdocument import Container
from desktop.paint.pdfshapes import path_operators


class FormStore:
    """The forms of one file. A form leaves colours and pens as they were."""

    def __init__(self, container: Container, fonts: Fonts, *, grey: bool = False) -> None:
        self._container = container
        self._colour = shade if grey else str
        self._fonts = fonts
        self._glyphs: dict[tuple[str, int], str] = {}
        self._shapes = 0

    def glyph(self, font: str, glyph: int, x: float, y: float, unit: float) -> str:
        """Draws a colour glyph with its origin at (x, y); `unit` is 1/2048 em in pt. Its own-coloured parts take the
        fill colour."""
        name = self._glyphs.get((font, glyph))
        if name is None:
            name = self._glyphs[font, glyph] = self._add_glyph(font, glyph)
        scale = number(unit, 6)
        return f"q {scale} 0 0 {scale} {numbers(x, y)} cm {name} Do Q"

    def shape(self, shape: Box | Ellipse | Path, scale: float, operators: str) -> str:
        """Draws what the operators of a shape draw, in fewer words."""
        self._shapes += 1
        reach = (shape.stroke_width or 0.0) * scale + 1
        extent = _extent([_corners(shape)], scale, -scale, reach)
        return f"{self._add(f'shape.{self._shapes}', operators, extent)} Do"

    def _add_glyph(self, font: str, glyph: int) -> str:
        layers = [
            (self._fonts.outline(font, layer), self._colour(colour))
            for layer, colour in self._fonts.layers(font, glyph) or ((glyph, ""),)
        ]
        content = "\n".join(_filled(outline, colour) for outline, colour in layers if outline)
        return self._add(f"{font}.{glyph}", content, _extent([outline for outline, _ in layers], 1.0, 1.0, 1.0))

    def _add(self, name: str, content: str, extent: Sequence[int]) -> str:
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray(extent),
            "Resources": PDFDictionary({}),
        }
        self._container.add_form(name, PDFStream(PDFDictionary(entries), content, [PDFZCompress]))
        return f"/{self._container.picture_name(name)}"


def _corners(shape: Box | Ellipse | Path) -> Sequence[Command]:
    """Points that no ink but a line's lies outside of."""
    if isinstance(shape, Path):
        return shape.commands
    if isinstance(shape, Box):
        return ("M", shape.x, shape.y), ("L", shape.x + shape.width, shape.y + shape.height)
    left, top, right, bottom = shape.cx - shape.rx, shape.cy - shape.ry, shape.cx + shape.rx, shape.cy + shape.ry
    return ("M", left, top), ("L", right, bottom)


def _filled(outline: Outline, colour: str) -> str:
    path = path_operators(outline, 1.0, 1.0)
    return f"q {fill_colour(colour)} {path} f Q" if colour else f"{path} f"


def _extent(outlines: Iterable[Iterable[Command]], across: float, up: float, more: float) -> list[int]:
    """Left, bottom, right and top of all points in whole numbers, with so much more on each side."""
    points = [command[at : at + 2] for outline in outlines for command in outline for at in range(1, len(command), 2)]
    xs = [float(x) * across for x, _ in points] or [0.0]
    ys = [float(y) * up for _, y in points] or [0.0]
    return [int(min(xs) - more) - 1, int(min(ys) - more) - 1, int(max(xs) + more) + 1, int(max(ys) + more) + 1]
