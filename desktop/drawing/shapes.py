"""The ink: six frozen shapes, grouped into figures. Every painter draws exactly these.

Lengths are in the layout's units, x to the right and y downwards, from the origin of the figure.
Colours are "#RRGGBB"; an empty string is no ink. All ink is opaque. What is made by the ten thousand is a tuple, which
takes a fourth of the time to make that a dataclass takes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from desktop.typeset.lines import TextLine

ROUND = 0.5522847498307936
"""How far a Bézier's control points lie along the tangents of a quarter circle: 4 (√2 − 1) / 3."""

MISSING = "#EEF0F4"
"""In place of a picture that is not there or cannot be read."""

AssetBytes = Callable[[str], bytes | None]
"""Gives the bytes of an asset by its SHA-256, None when the project lacks it."""

Dash = tuple[float, ...]
Command = tuple[str | float, ...]
"""("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y) or ("Z",)."""


class Box(NamedTuple):
    """A rectangle; `radii` are top left, top right, bottom right, bottom left. The stroke is centred on the edge."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    radii: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    dash: Dash = ()


class Ellipse(NamedTuple):
    """An ellipse by its centre and its two radii."""

    cx: float
    cy: float
    rx: float
    ry: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0


class Path(NamedTuple):
    """Lines and cubic Béziers, non-zero winding; round caps and joins."""

    commands: tuple[Command, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.0
    dash: Dash = ()


class Glyphs(NamedTuple):
    """One typeset line: (x, y) is the left end of its baseline, `size` is one em.

    `mute` is what is seen but not read out, as it is said beside it."""

    x: float
    y: float
    size: float
    colour: str
    line: TextLine
    mute: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """An asset by its SHA-256; `crop` is the part shown: left, top, right, bottom as shares of width and height.

    instead: what is drawn where it cannot be shown, by the code of the reason; without it a grey box.
    """

    x: float
    y: float
    width: float
    height: float
    asset: str
    crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    alt: str = ""
    instead: "Callable[[str], tuple[Shape, ...]] | None" = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A place that leads to an address (http, https or mailto) when clicked in a PDF or SVG. No ink."""

    x: float
    y: float
    width: float
    height: float
    address: str


Shape = Box | Ellipse | Path | Glyphs | Image | Hyperlink


def inked(shapes: Iterable[Shape], fault: Callable[[str], str]) -> Iterator[Shape]:
    """The shapes with what is drawn instead of pictures that cannot be shown. fault: of an asset, "" for none."""
    for shape in shapes:
        if isinstance(shape, Image) and shape.instead and (reason := fault(shape.asset)):
            yield from shape.instead(reason)
        else:
            yield shape


class Figure(NamedTuple):
    """The ink of one thing. `id` is the thing's id ("" for ornament), `role` what it is (card, marker, stage, step,
    lane, curve, header, legend, rule …), `name` what a reader of the SVG or the PDF tree calls it. `width` × `height`
    is the thing's box; ink may overhang it by at most `overhang` on each side (for culling)."""

    id: str
    role: str
    name: str
    width: float
    height: float
    shapes: tuple[Shape, ...]
    overhang: float = 0.0


class Placed(NamedTuple):
    """A figure with its origin on the drawing, and the ids of the lane and the (first) step that it stands in."""

    x: float
    y: float
    figure: Figure
    lane: str = ""
    step: str = ""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place to jump to: a stage's title (level 0) or a step's (level 1) and its rectangle."""

    title: str
    x: float
    y: float
    width: float
    height: float
    level: int = 0


@dataclass(frozen=True, slots=True)
class Drawing:
    """A whole map, back to front. `title`, `subject`, `language` go into a document's metadata."""

    width: float
    height: float
    background: str
    placed: tuple[Placed, ...]
    bookmarks: tuple[Bookmark, ...] = ()
    title: str = ""
    subject: str = ""
    author: str = ""
    language: str = "en"
    date: str = ""
