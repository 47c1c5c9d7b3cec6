"""Where everything stood when an edition was printed, as a value in the project: the next print can keep it.

A pin holds, for each poster, its page, its type, its seams and each lane's height; for each card and marker where it
stood and a digest of its ink; and a digest of what is on each sheet. What has another digest has changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from math import isclose
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError

from desktop.drawing.shapes import Drawing, Glyphs, Placed
from desktop.layout.keeping import Keeping, KeptCard, KeptRow
from desktop.layout.places import Layout, Rect
from desktop.plan.page import MM, Page
from desktop.plan.roles import MOST
from desktop.plan.tiles import Tile, TilePlan
from desktop.poster.press import Made

STANDING = ("card", "marker")
"""The roles of what is said to be new, changed or moved."""

DIGITS = 6
"""Behind the point, of lengths in layout units, so that an unchanged map is remembered in the same figures."""

NAMES = ("stage", "step", "lane")
"""The roles of what sheets can repeat beside their part of the poster."""

LENGTH = 6
"""Bytes of a digest: of a million cards, two are taken for the same once in 300 million."""

Finite = Annotated[float, Field(allow_inf_nan=False, ge=-1e6, le=1e6)]
Length = Annotated[float, Field(allow_inf_nan=False, gt=0, le=1e6)]
Name = Annotated[str, Field(max_length=200)]

ROUGHLY = 1e-6
"""Lengths that differ by less than this share are equal."""


def near_by(one: float, other: float) -> bool:
    """Whether two lengths are equal but for what calculations with them lose."""
    return isclose(one, other, rel_tol=ROUGHLY, abs_tol=ROUGHLY)


class Thing(BaseModel):
    """A card or marker: steps, top from the row's own (layout units), place on the poster (mm), digest of its ink."""

    model_config = ConfigDict(frozen=True)

    lane: Name = ""
    first: Name = ""
    last: Name = ""
    y: Finite = 0.0
    at: tuple[Finite, Finite]
    ink: Name


class Pinned(BaseModel):
    """One poster. key: the stage that it shows, "" for all; page: width and height in mm and where the drawing stands
    on it; width and height of the layout in its units, `asked` the width that its columns alone take.

    scale: pt per unit; sizes: those of titles and headers in the style, by role; again: how many times lane labels
    stand once more."""

    model_config = ConfigDict(frozen=True)

    key: Name = ""
    page: tuple[Finite, Finite, Finite, Finite]
    width: Length
    height: Length
    asked: Length
    scale: Annotated[float, Field(gt=0, le=1e4, allow_inf_nan=False)]
    sizes: Mapping[Name, Length] = {}
    again: Annotated[int, Field(ge=0, le=100)] = 0
    rows: Mapping[Name, Finite] = {}
    things: Mapping[Name, Thing] = {}
    seams: tuple[tuple[Finite, ...], tuple[Finite, ...]] | None = None
    sheets: Mapping[Name, Name] = {}

    def steadied(self, was: "Pinned | None") -> "Pinned":
        """With the lengths of the print before where calculations have only nearly reached them again."""
        names = ("width", "height", "asked") if was else ()
        near = {name: getattr(was, name) for name in names if near_by(getattr(was, name), getattr(self, name))}
        return self.model_copy(update=near)


class Pin(BaseModel):
    """What an edition was printed with. date: ISO 8601; settings: digest of all that decides places."""

    model_config = ConfigDict(frozen=True)

    date: Annotated[str, Field(max_length=40)] = ""
    map: Name
    settings: Name
    posters: tuple[Pinned, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is other than on the print before, by id: new, changed or moved; how many cards and markers are gone, and
    the names of the sheets on which something is other. `refitted` when places could not be kept."""

    of: Mapping[str, str] = field(default_factory=dict)
    gone: int = 0
    sheets: tuple[str, ...] = ()
    refitted: bool = False

    @property
    def inked(self) -> dict[str, str]:
        """What is new or looks otherwise, wherever it stands."""
        return {ident: code for ident, code in self.of.items() if code != "moved"}

    @property
    def any(self) -> bool:
        """Whether anything is other."""
        return bool(self.of or self.gone or self.sheets or self.refitted)


def read_pin(value: JsonValue) -> Pin | None:
    """The pin that a project holds; None when there is none that this version understands."""
    try:
        return Pin.model_validate(value) if value is not None else None
    except ValidationError:
        return None


def keeping(pinned: Pinned) -> Keeping:
    """The lanes and cards as they stood."""
    cards: dict[str, dict[str, KeptCard]] = {}
    for ident, thing in pinned.things.items():
        if thing.first:
            cards.setdefault(thing.lane, {})[ident] = KeptCard(thing.first, thing.last, thing.y)
    return Keeping({lane: KeptRow(height, cards.get(lane, {})) for lane, height in pinned.rows.items()})


def pinned(made: Made, layout: Layout, plan: TilePlan | None, *, repeat: bool) -> Pinned:
    """What is to be remembered of a poster with this layout; `repeat` when every sheet names its lanes and stages."""
    drawing, page = made.drawing, made.page
    things = _standing(drawing)
    ends = [row.y for row in layout.rows] + [layout.rows[-1].y + layout.rows[-1].height] if layout.rows else []
    return Pinned(
        key=made.key,
        page=(page.width / MM, page.height / MM, page.x / MM, page.y / MM),
        width=layout.width,
        height=layout.height,
        asked=_asked(layout),
        scale=page.scale,
        sizes={role: round(made.style.roles[role].size, DIGITS) for role in MOST} if made.style else {},
        again=len({copy.x for copy in layout.repeats}),
        rows={row.lane.id: round(end - ends[0], DIGITS) for row, end in zip(layout.rows, ends[1:], strict=True)},
        things={**dict(_cards(layout, things, page)), **_others(things, page)},
        seams=(plan.xs, plan.ys) if plan else None,
        sheets=dict(_sheets(drawing, page, plan, repeat=repeat)) if plan else {},
    )


def _asked(layout: Layout) -> float:
    """A head that is wider than the columns makes the layout wider; asked for that width, they would widen too."""
    end = max((place.rect.right for place in layout.stage_places), default=0.0)
    return layout.width if layout.repeats or not end else layout.width - (layout.stages.right - end)


def changes(before: Pinned, after: Pinned) -> Changes:
    """What is other than before, from one print to the next."""
    found = {ident: _change(before.things.get(ident), thing) for ident, thing in after.things.items()}
    lengths = zip((*before.page, before.width, before.scale), (*after.page, after.width, after.scale), strict=True)
    return Changes(
        of={ident: code for ident, code in found.items() if code},
        gone=len(before.things.keys() - after.things.keys()),
        sheets=tuple(name for name, digest in after.sheets.items() if before.sheets.get(name) != digest),
        refitted=not all(near_by(was, now) for was, now in lengths),
    )


NEAR = 0.1
"""mm; what has moved by less has not."""


def _change(before: Thing | None, after: Thing) -> str:
    if before is None:
        return "new"
    if before.ink != after.ink:
        return "changed"
    moved = max(abs(was - now) for was, now in zip(before.at, after.at, strict=True)) > NEAR
    return "moved" if moved else ""


def _standing(drawing: Drawing) -> dict[str, Placed]:
    return {each.figure.id: each for each in drawing.placed if each.figure.role in STANDING and each.figure.id}


def _cards(layout: Layout, things: Mapping[str, Placed], page: Page) -> Iterator[tuple[str, Thing]]:
    steps = [column.step.id for column in layout.columns]
    for row in layout.rows:
        for place in row.content.cards:
            if place.card.id in things:
                placed = things[place.card.id]
                yield (
                    place.card.id,
                    Thing(
                        lane=row.lane.id,
                        first=steps[place.first],
                        last=steps[place.last],
                        y=round(place.rect.y, DIGITS),
                        at=_at(placed, page),
                        ink=ink_of(placed),
                    ),
                )


def _others(things: Mapping[str, Placed], page: Page) -> dict[str, Thing]:
    return {
        ident: Thing(at=_at(placed, page), ink=ink_of(placed))
        for ident, placed in things.items()
        if placed.figure.role != "card"
    }


def _at(placed: Placed, page: Page) -> tuple[float, float]:
    """On the poster, in mm."""
    return (
        round((page.x + placed.x * page.scale) / MM + HAIR, 2),
        round((page.y + placed.y * page.scale) / MM + HAIR, 2),
    )


def ink_of(placed: Placed) -> str:
    """A digest of a figure's ink, wherever it stands."""
    return _digest([_said(shape) for shape in placed.figure.shapes])


HAIR = 0.00317
"""Added before rounding, so that figures which calculations meet exactly are not on the edge between two roundings."""


def _said(value: object) -> str:
    """A shape in so many letters; lengths to a hundredth, which calculations reach again."""
    if isinstance(value, Glyphs):
        return f"{value.line.text} {_said(value[:4])}"
    if isinstance(value, float):
        return f"{value + HAIR:.2f}"
    if isinstance(value, tuple):
        return " ".join(map(_said, value))
    if isinstance(value, str | int | None):
        return str(value)
    return " ".join(_said(getattr(value, name)) for name in getattr(value, "__slots__", ()) if name != "instead")


def _sheets(drawing: Drawing, page: Page, plan: TilePlan, *, repeat: bool) -> Iterator[tuple[str, str]]:
    """Per sheet a digest of all that meets it, and of the names that it repeats."""
    inked = [
        (_box(placed, page), "" if placed.figure.role == "rule" else f"{_at(placed, page)} {ink_of(placed)}")
        for placed in drawing.placed
    ]
    names = [placed for placed in drawing.placed if repeat and placed.figure.role in NAMES]
    named = [(placed.figure.role, _box(placed, page), ink_of(placed)) for placed in names]
    for tile in plan.tiles:
        if not tile.blank:
            seen = ((box, said) for box, said in inked if box.meets(tile.rect))
            again = [said for role, box, said in named if _is_repeated(role, box, tile)]
            yield tile.name, _digest([*(said or _piece(box, tile.rect) for box, said in seen), *again])


def _is_repeated(role: str, box: Rect, tile: Tile) -> bool:
    """Whether the sheet names the lane to its left, or the stage or step above it."""
    own = tile.inner
    if role == "lane":
        return bool(tile.left) and box.y < own.bottom and own.y < box.bottom
    return bool(tile.above) and box.x < own.right and own.x < box.right


def _piece(rule: Rect, sheet: Rect) -> str:
    """A rule may run over many sheets: what of it is on this one."""
    left, top = max(rule.x, sheet.x), max(rule.y, sheet.y)
    return _said((left, top, min(rule.right, sheet.right) - left, min(rule.bottom, sheet.bottom) - top))


def _box(placed: Placed, page: Page) -> Rect:
    """In mm on the poster; rules, too, have an area."""
    x, y = _at(placed, page)
    scale = page.scale / MM
    over = max(placed.figure.overhang * scale, 0.05)
    width, height = placed.figure.width * scale, placed.figure.height * scale
    return Rect(x - over, y - over, width + 2 * over, height + 2 * over)


def _digest(texts: Sequence[str]) -> str:
    made = blake2b(digest_size=LENGTH)
    for text in texts:
        made.update(text.encode("utf-8", "surrogatepass"))
        made.update(b"\n")
    return made.hexdigest()
