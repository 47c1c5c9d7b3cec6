"""A drawing as an SVG file: one group for each figure, text as text, in layout units."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from desktop.drawing.shapes import Box, Drawing, Ellipse, Glyphs, Hyperlink, Image, Path, Placed, Shape
from desktop.paint import svgshapes
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number, numbers
from desktop.paint.pictures import AssetBytes
from desktop.paint.svgimages import PictureStore
from desktop.paint.svgtext import LetterWriter, OutlineWriter
from desktop.paint.writing import is_safe, printable
from desktop.plan.page import Page

HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}mm" height="{}mm" viewBox="{}" xml:space="preserve"'
    ' style="white-space:pre" font-family="Inter, sans-serif" xml:lang={}>\n'
)
NAME = re.compile(r"[^A-Za-z0-9_-]+")


def svg_bytes(drawing: Drawing, fonts: Fonts, asset_bytes: AssetBytes, page: Page, *, outlines: bool = False) -> bytes:
    """One page with the drawing on it; with `outlines` no reader needs the fonts, and the text is only named."""
    writer = _Writer(OutlineWriter(fonts) if outlines else LetterWriter(fonts), PictureStore(asset_bytes))
    body = [line for placed in drawing.placed for line in writer.figure(placed)]
    left, top = -page.x / page.scale, -page.y / page.scale
    width, height = page.width / page.scale, page.height / page.scale
    view = " ".join(number(value, 4) for value in (left, top, width, height))
    parts = [HEAD.format(*(number(side, 3) for side in page.millimetres), view, _attribute(drawing.language))]
    parts += [f"<title>{_text(drawing.title)}</title>\n"] if drawing.title else []
    parts += [f"<desc>{_text(drawing.subject)}</desc>\n"] if drawing.subject else []
    parts += writer.definitions()
    if drawing.background:
        ground = numbers(left, top, width, height).split()
        parts.append('<rect x="{}" y="{}" width="{}" height="{}" fill="{}"/>\n'.format(*ground, drawing.background))
    return "".join((*parts, *body, "</svg>\n")).encode()


class _Writer:
    """Writes figures and remembers what they share."""

    def __init__(self, text: LetterWriter | OutlineWriter, pictures: PictureStore) -> None:
        self._text = text
        self._pictures = pictures
        self._ids: set[str] = set()

    def figure(self, placed: Placed) -> Iterator[str]:
        """A group with the thing's id and title, and its shapes in the figure's coordinates."""
        figure = placed.figure
        title = f"<title>{_text(figure.name)}</title>" if figure.name else ""
        yield f'<g{self._named(placed)} transform="translate({numbers(placed.x, placed.y)})">{title}\n'
        for shape in figure.shapes:
            yield f"{self._shape(shape)}\n"
        yield "</g>\n"

    def definitions(self) -> list[str]:
        """What figures refer to: outlines of glyphs, pictures."""
        shared = [*self._text.definitions(), *self._pictures.definitions()]
        return ["<defs>\n", *(f"{line}\n" for line in shared), "</defs>\n"] if shared else []

    def _named(self, placed: Placed) -> str:
        """Class and id, such as "card-c12"; an id is given once, to the first figure of a thing."""
        role = NAME.sub("-", placed.figure.role)
        name = f"{role}-{NAME.sub('-', placed.figure.id)}"
        known = not placed.figure.id or name in self._ids
        self._ids.add(name)
        kind = f' class="{role}"' if role else ""
        return kind if known else f' id="{name}"{kind}'

    def _shape(self, shape: Shape) -> str:
        if isinstance(shape, Glyphs):
            return self._text.line(shape)
        if isinstance(shape, Image):
            return self._pictures.element(shape)
        if isinstance(shape, Hyperlink):
            return _link(shape)
        return _ink(shape)


def _ink(shape: Box | Ellipse | Path) -> str:
    if isinstance(shape, Box):
        return svgshapes.box(shape)
    return svgshapes.ellipse(shape) if isinstance(shape, Ellipse) else svgshapes.path(shape)


def _link(shape: Hyperlink) -> str:
    if not is_safe(shape.address):
        return ""
    place = 'x="{}" y="{}" width="{}" height="{}"'.format(*map(number, (shape.x, shape.y, shape.width, shape.height)))
    return f'<a href={_attribute(shape.address)}><rect {place} fill="none" pointer-events="all"/></a>'


def _text(text: str) -> str:
    return escape(printable(text))


def _attribute(text: str) -> str:
    return quoteattr(printable(text))
