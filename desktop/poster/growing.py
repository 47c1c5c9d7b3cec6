"""Pages that are as long as the map needs: cut off a roll, or of the map's own size."""

from dataclasses import dataclass

from desktop.layout.places import Layout
from desktop.layout.repeats import room_for
from desktop.plan.area import Area, margins
from desktop.plan.lengths import lowest, whole
from desktop.plan.page import MM
from desktop.plan.paper import MOST, Paper
from desktop.plan.settings import Margin
from desktop.poster.press import Made, Press

READABLE = 16.0
"""pt; cards on a wall are at least so large where nothing else is said: the norm for what is read from close by."""

NARROWER, WIDER = 0.8, 1.5
"""How many times as wide as usual columns may be so that the map is as high as the page."""

SHORTER = 0.85
"""A map hangs down a roll rather than along it when that takes so much less of it."""


@dataclass(frozen=True, slots=True)
class Type:
    """How large cards are set, in pt: `exact` when it was asked for, else at least `least`."""

    exact: float | None = None
    least: float = 0.0

    @property
    def size(self) -> float:
        return self.exact or max(self.least, READABLE)


def on_roll(
    press: Press, map_id: str, roll: Paper, type_: Type, *, orientation: str = "auto", margin: Margin | None = None
) -> Made:
    """The map along a roll ("landscape") or down it ("portrait"); "auto" hangs it down only to save paper."""
    if orientation == "portrait":
        return _down(press, map_id, roll, type_, margin)
    along = _along(press, map_id, roll, type_, margin)
    left, _, right, _ = margins(roll, margin)
    fits_across = along.drawing.width * along.page.scale <= (roll.width - left - right) * MM
    if orientation == "auto" and fits_across:
        down = _down(press, map_id, roll, Type(_card_text(press, along.page.scale)), margin)
        return down if down.page.height < SHORTER * along.page.width else along
    return along


def free(press: Press, map_id: str, type_: Type, margin: Margin | None, highest: float = MOST) -> Made:
    """The map with cards of this size on a page as large as it needs, but no higher than `highest` mm."""
    edges = margin or (0.0, 0.0, 0.0, 0.0)
    left, top, right, bottom = edges
    scale = type_.size / _card_text(press, 1.0)
    room = (highest - top - bottom) * MM
    wish = press.usual_width(map_id)
    usual = press.layout(map_id, wish, press.note(scale))
    if usual.height * scale > room:
        wish, size = _lowest(press, map_id, usual, scale, room)
        scale = min(scale, room / size[1])
    layout = labelled(press, map_id, wish, scale)
    scale = min(scale, room / layout.height)
    width, height = layout.width * scale / MM, layout.height * scale / MM
    return press.made(layout, Area(whole(width + left + right), whole(height + top + bottom), edges), scale)


def _along(press: Press, map_id: str, roll: Paper, type_: Type, margin: Margin | None) -> Made:
    """As high as the roll is wide: the usual columns if their cards are large enough, else as many wider ones."""
    edges = margins(roll, margin)
    room = (roll.width - edges[1] - edges[3]) * MM
    wanted = type_.size / _card_text(press, 1.0)
    wish = press.usual_width(map_id)
    usual = press.layout(map_id, wish, press.note(wanted))
    scale = min(room / usual.height, press.largest(roll.width))
    if type_.exact or scale < wanted:
        wish, size = _lowest(press, map_id, usual, wanted, room)
        scale = min(wanted, room / size[1])
    layout = labelled(press, map_id, wish, scale)
    scale = min(scale, room / layout.height)
    return press.made(layout, roll_area(roll, layout.width * scale, edges), scale)


def roll_area(roll: Paper, length: float, edges: Margin) -> Area:
    """So much of a roll that a drawing `length` pt long fits along it."""
    return Area(whole(length / MM + edges[0] + edges[2]), roll.width, edges)


def _down(press: Press, map_id: str, roll: Paper, type_: Type, margin: Margin | None) -> Made:
    """As wide as the roll. What would become too long is set smaller."""
    edges = margins(roll, margin)
    left, top, right, bottom = edges
    room = (roll.width - left - right) * MM
    em, usual = _card_text(press, 1.0), press.usual(map_id)
    natural = min(room / usual.width, press.largest(roll.width))
    scale = type_.size / em if type_.exact else max(natural, type_.size / em)
    layout = press.layout(map_id, room / scale, press.note(scale), spans=press.spans(roll.width, scale))
    scale = min(scale, room / layout.width)
    length = whole(layout.height * scale / MM + top + bottom)
    if length > MOST:
        return press.fitted(map_id, (Paper(roll.width, MOST, fixed=True),), edges)
    return press.made(layout, Area(roll.width, length, edges), scale)


def labelled(press: Press, map_id: str, wish: float | None, scale: float) -> Layout:
    """The layout with what its foot says of the scale, made wider by the lane labels that stand once more."""
    layout = press.layout(map_id, wish, press.note(scale))
    again = press.spans(layout.width * scale / MM, scale)
    if not again:
        return layout
    wider = None if wish is None else max(wish, layout.width) + room_for(again, press.style)
    return press.layout(map_id, wider, press.note(scale), spans=again)


def _lowest(
    press: Press, map_id: str, usual: Layout, scale: float, room: float
) -> tuple[float | None, tuple[float, float]]:
    """What to ask for so that the map is no higher than `room` pt at this scale, and the size that comes of it."""
    note = press.note(scale)
    wish, size = lowest(
        lambda each: _size(press.layout(map_id, each, note)),
        _size(usual),
        room / scale,
        NARROWER * usual.width,
        WIDER * usual.width,
    )
    return (press.usual_width(map_id) if wish is None else wish), size


def _card_text(press: Press, scale: float) -> float:
    return press.style.roles["card"].size * scale


def _size(layout: Layout) -> tuple[float, float]:
    return layout.width, layout.height
