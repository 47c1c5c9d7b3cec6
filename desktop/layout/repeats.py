"""Lane labels once more on wide maps: where between the columns, and in which rows nothing is in their way."""

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from desktop.document.journey import Lane, Stage, Step
from desktop.document.kinds import DIVIDERS
from desktop.layout.curve import height_at
from desktop.layout.places import Column, Curve, LabelCopy, Rect, Row
from desktop.layout.style import Style

INSIDE, ACROSS = 0.12, 0.3
"""How far from its even place, as a share of the distance between two, a label may stand rather than within a stage,
or rather than across one spanning card more."""

MOST_ACROSS = 4
"""Spanning cards beyond so many make a place no worse."""


class Strip(NamedTuple):
    """Room for labels, `x` being their left end; `after` counts the columns to its left."""

    x: float
    after: int


def breaks(steps: Sequence[tuple[Stage, Step]], lanes: Sequence[Lane], spans: int) -> tuple[int, ...]:
    """Before which columns labels stand so that the map is divided into so many spans: about even, between stages,
    where few cards reach across."""
    if spans < 2 or len(steps) < 2:
        return ()
    ends = list(accumulate(step.width for _, step in steps))
    crossing = _crossing(steps, lanes)

    def cost(index: int, ideal: float) -> float:
        away = abs(ends[index - 1] / ends[-1] - ideal) * spans
        inside = INSIDE if steps[index - 1][0] is steps[index][0] else 0.0
        return away + inside + ACROSS * min(crossing[index], MOST_ACROSS)

    chosen = (min(range(1, len(steps)), key=lambda at: cost(at, number / spans)) for number in range(1, spans))
    return tuple(sorted(set(chosen)))


def _crossing(steps: Sequence[tuple[Stage, Step]], lanes: Sequence[Lane]) -> list[int]:
    """How many cards reach from one column into the next, by the number of the latter."""
    index = {step.id: number for number, (_, step) in enumerate(steps)}
    change = [0] * (len(steps) + 2)
    for card in (card for lane in lanes for card in lane.cards if card.first != card.last):
        first, last = sorted((index.get(card.first, 0), index.get(card.last, 0)))
        change[first + 1] += 1
        change[last + 1] -= 1
    return list(accumulate(change))


def gap(style: Style) -> float:
    """How much further right the column after a strip begins."""
    space = style.space
    return 2 * space["label-gap"] + space["label-width"] - space["gutter"]


def end_gap(style: Style) -> float:
    """From the last column's right end to that of the labels beside it."""
    return style.space["label-gap"] - style.space["gutter"] + style.space["label-width"]


def room_for(spans: int, style: Style) -> float:
    """How much wider a map becomes with so many labels beside the first ones."""
    return max(0, spans - 1) * gap(style) + end_gap(style) + style.space["gutter"]


def strips(across: Sequence[Column], spans: int, style: Style) -> tuple[Strip, ...]:
    """The strips between columns that were placed with gaps, and the one at the right edge."""
    if not spans or not across:
        return ()
    over = style.space["label-gap"] - style.space["gutter"]
    least = gap(style) * (1 - 1e-9)  # a seam may have made others wider
    inner = (
        Strip(before.x + before.width + over, after.index)
        for before, after in pairwise(across)
        if after.x - before.x - before.width >= least
    )
    return (*inner, Strip(across[-1].x + across[-1].width + over, len(across)))


def copies(rows: Sequence[Row], places: Sequence[Strip], style: Style) -> tuple[LabelCopy, ...]:
    """The labels that stand in the strips, from left to right; where a card or a curve is in the way there is none."""
    return tuple(
        LabelCopy(strip.x, number, drop)
        for strip in places
        for number, row in enumerate(rows)
        for drop in _drops(row, strip, style)
    )


def _drops(row: Row, strip: Strip, style: Style) -> Iterator[float]:
    """How far down the label stands, if it can stand in this row at all: as high as nothing is in its way."""
    content = row.content
    if row.lane.kind in DIVIDERS or not content.label:
        return
    box, pad = label_box(row, strip.x), style.space["row-pad"]
    taken = list(_taken(row, strip, box, style))
    lowest = content.height - pad - box.bottom
    below = (other.bottom + style.space["gap"] - box.y for other in taken)
    drops = sorted(drop for drop in (0.0, *below, lowest) if 0.0 <= drop <= lowest + 1e-6)
    yield from [drop for drop in drops or [0.0] if not _meets(box, drop, taken)][:1]


def label_box(row: Row, x: float) -> Rect:
    """What a copy of the row's label covers, from the row's top."""
    first, last = row.content.label[0], row.content.label[-1]
    return Rect(x, first.y, first.width, last.bottom - first.y)


def _meets(box: Rect, drop: float, taken: Sequence[Rect]) -> bool:
    moved = box._replace(y=box.y + drop)
    return any(moved.meets(other) for other in taken)


def _taken(row: Row, strip: Strip, box: Rect, style: Style) -> Iterator[Rect]:
    """The cards that reach across the strip, and what of an emotion lane stands above and below the box."""
    content = row.content
    reaching = content.cells[strip.after] if strip.after < len(content.cells) else ()
    yield from (place.rect for place in reaching if place.first < strip.after)
    if row.lane.kind == "emotions" and strip.after < len(content.cells):
        yield Rect(box.x, content.zero, box.width, style.space["rule"])
    for mark in content.markers:
        yield Rect(mark.x - mark.radius, mark.y - mark.radius, 2 * mark.radius, 2 * mark.radius)
        if mark.label:
            yield mark.label.rect
        if mark.star:
            size = style.space["star"]
            yield Rect(mark.star[0] - size, mark.star[1] - size, 2 * size, 2 * size)
    for curve in content.curves:
        if curve.end_label:
            yield curve.end_label.rect
        yield from _band(curve, box, style.space["curve-solid"])


def _band(curve: Curve, box: Rect, thick: float) -> Iterator[Rect]:
    """Per piece of the curve the part of the box's width that it runs through, as high as it is there."""
    for start, segment in zip(curve.points, curve.segments, strict=False):
        left, right = max(box.x, start[0]), min(box.right, segment[4])
        if left < right:
            one, other = height_at(start, segment, left), height_at(start, segment, right)
            yield Rect(left, min(one, other) - thick, right - left, abs(one - other) + 2 * thick)
