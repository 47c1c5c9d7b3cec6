"""Colour glyphs as pictures of their own inside a PDF, each drawn once however often it is placed."""

from collections.abc import Iterator

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFZCompress

from desktop.paint.fonts import Fonts, Outline
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdfdocument import PosterCanvas
from desktop.paint.pdfshapes import path_operators


class FormStore:
    """The colour glyphs of one canvas."""

    def __init__(self, canvas: PosterCanvas, fonts: Fonts) -> None:
        self._canvas = canvas
        self._fonts = fonts
        self._names: dict[tuple[str, int], str] = {}

    def place(self, font: str, glyph: int, x: float, y: float, unit: float) -> str:
        """Draws the glyph with its origin at (x, y); `unit` is 1/2048 em in pt. Black parts take the fill colour."""
        name = self._names.get((font, glyph))
        if name is None:
            name = self._names[font, glyph] = self._add(font, glyph)
        scale = number(unit, 6)
        return f"q {scale} 0 0 {scale} {numbers(x, y)} cm /{self._canvas.picture_name(name)} Do Q"

    def _add(self, font: str, glyph: int) -> str:
        layers = [
            (self._fonts.outline(font, layer), colour)
            for layer, colour in self._fonts.layers(font, glyph) or ((glyph, ""),)
        ]
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray(_extent([outline for outline, _ in layers])),
            "Resources": PDFDictionary({}),
        }
        content = "\n".join(_filled(outline, colour) for outline, colour in layers if outline)
        name = f"{font}.{glyph}"
        self._canvas.add_form(name, PDFStream(PDFDictionary(entries), content, [PDFZCompress]))
        return name


def _filled(outline: Outline, colour: str) -> str:
    path = path_operators(outline, 1.0, 1.0)
    return f"q {fill_colour(colour)} {path} f Q" if colour else f"{path} f"


def _extent(outlines: list[Outline]) -> list[int]:
    """Left, bottom, right and top of all points, a unit added on each side."""
    xs = list(_every_other(outlines, 1)) or [0.0]
    ys = list(_every_other(outlines, 2)) or [0.0]
    return [int(min(xs)) - 1, int(min(ys)) - 1, int(max(xs)) + 1, int(max(ys)) + 1]


def _every_other(outlines: list[Outline], first: int) -> Iterator[float]:
    return (float(value) for outline in outlines for command in outline for value in command[first::2])
