"""A drawing as an SVG file: a group for each lane, step and thing, text as text, in layout units."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from desktop.drawing.shapes import (
    AssetBytes,
    Box,
    Drawing,
    Ellipse,
    Glyphs,
    Hyperlink,
    Image,
    Path,
    Placed,
    Shape,
    inked,
)
from desktop.paint import svgshapes
from desktop.paint.fonts import Fonts
from desktop.paint.numbers import number, numbers
from desktop.paint.svgglyphs import GlyphStore
from desktop.paint.svgimages import PictureStore
from desktop.paint.svgmarkup import attribute, words
from desktop.paint.svgtext import LetterWriter, OutlineWriter
from desktop.paint.writing import is_safe
from desktop.plan.page import Page

HEAD = (
    "<?xml version='1.0' encoding='UTF-8'?>\n"
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' width="{}mm" height="{}mm" viewBox="{}" xml:space="preserve" xml:lang={}>\n'
)
"""Links are written in the old way, xlink:href, because office and drawing programs know no other."""

STYLE = "<style>text{white-space:pre}</style>\n"
"""Browsers no longer look at xml:space, other readers at nothing else."""

NAME = re.compile(r"[^A-Za-z0-9_-]+")


def svg_bytes(
    drawing: Drawing,
    fonts: Fonts,
    asset_bytes: AssetBytes,
    page: Page,
    *,
    outlines: bool = False,
    grey: bool = False,
) -> bytes:
    """One page with the drawing on it; with `outlines` no reader needs the fonts, and the text is only named.

    grey: pictures and emoji have no hue.
    """
    writer = SvgWriter(drawing, fonts, asset_bytes, outlines=outlines, grey=grey)
    body = "".join(writer.figures(drawing.placed))
    left, top = -page.x / page.scale, -page.y / page.scale
    width, height = page.width / page.scale, page.height / page.scale
    sides = (number(side, 3) for side in page.millimetres)
    view = " ".join(number(value, 4) for value in (left, top, width, height))
    parts = [HEAD.format(*sides, view, attribute(drawing.language))]
    parts += [f"<title>{words(drawing.title)}</title>\n"] if drawing.title else []
    parts += [f"<desc>{words(drawing.subject)}</desc>\n"] if drawing.subject else []
    ground = Box(left, top, width, height, drawing.background)
    parts += [STYLE, *writer.definitions(), f"{svgshapes.box(ground)}\n" if drawing.background else ""]
    return "".join((*parts, body, "</svg>\n")).encode()


class SvgWriter:
    """Writes figures and remembers what they share."""

    def __init__(self, drawing: Drawing, fonts: Fonts, asset_bytes: AssetBytes, *, outlines: bool, grey: bool) -> None:
        self._store = GlyphStore(fonts, grey=grey)
        self._text = OutlineWriter(self._store) if outlines else LetterWriter(fonts, self._store)
        self._pictures = PictureStore(asset_bytes, grey=grey)
        self._titles = {(each.figure.role, each.figure.id): each.figure.name for each in drawing.placed}
        self._ids: set[str] = set()

    def figures(self, placed: Iterable[Placed]) -> Iterator[str]:
        """All figures in their order; neighbours in one lane share a group, and within it those in one step."""
        for lane, in_lane in groupby(placed, attrgetter("lane")):
            yield self._opened("row", lane, self._titles.get(("lane", lane), ""))
            for step, in_step in groupby(in_lane, attrgetter("step")):
                yield self._opened("cell", f"{lane}-{step}" if step else "", self._titles.get(("step", step), ""))
                for each in in_step:
                    yield from self._figure(each)
                yield "</g>\n" if step else ""
            yield "</g>\n" if lane else ""

    def definitions(self) -> list[str]:
        """What figures refer to: outlines of glyphs, pictures."""
        shared = [*self._store.definitions(), *self._pictures.definitions()]
        return ["<defs>\n", *(f"{line}\n" for line in shared), "</defs>\n"] if shared else []

    def _opened(self, role: str, id_: str, title: str) -> str:
        """The beginning of a group round several figures, nothing when they have nothing in common."""
        return f"<g{self._named(role, id_)}>{_title(title)}\n" if id_ else ""

    def _figure(self, placed: Placed) -> Iterator[str]:
        """A group with the thing's id and title, and its shapes in the figure's coordinates."""
        figure = placed.figure
        place = f'transform="translate({numbers(placed.x, placed.y)})"'
        yield f"<g{self._named(figure.role, figure.id)} {place}>{_title(figure.name)}\n"
        yield from (f"{self._shape(shape)}\n" for shape in inked(figure.shapes, self._pictures.fault))
        yield "</g>\n"

    def _named(self, role: str, id_: str) -> str:
        """Class and id, such as "card-c12"; an id is given once, to the first figure of a thing."""
        kind, own = NAME.sub("-", role), NAME.sub("-", id_)
        name = f"{kind}-{own}"
        if not kind or not own or name in self._ids:
            return f' class="{kind}"' if kind else ""
        self._ids.add(name)
        return f' id="{name}" class="{kind}"'

    def _shape(self, shape: Shape) -> str:
        if isinstance(shape, Glyphs):
            return self._text.line(shape)
        if isinstance(shape, Image):
            return self._pictures.element(shape)
        return _link(shape) if isinstance(shape, Hyperlink) else _ink(shape)


def _ink(shape: Box | Ellipse | Path) -> str:
    if isinstance(shape, Box):
        return svgshapes.box(shape)
    return svgshapes.ellipse(shape) if isinstance(shape, Ellipse) else svgshapes.path(shape)


def _link(shape: Hyperlink) -> str:
    if not is_safe(shape.address):
        return ""
    x, y, width, height = map(number, (shape.x, shape.y, shape.width, shape.height))
    place = f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="none" pointer-events="all"/>'
    return f"<a xlink:href={attribute(shape.address)}>{place}</a>"


def _title(text: str) -> str:
    return f"<title>{words(text)}</title>" if text else ""
