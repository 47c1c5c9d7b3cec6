"""What of the map looks otherwise than in the frame before, and must be painted again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from desktop.canvas.scene import Scene
from desktop.canvas.shown import Shown
from desktop.layout.places import CardPlace, Column, Layout, LinkPlace, Rect, Row

REACH = 16.0
"""Layout units that a lane's ink may stand out from it."""

BESIDE = 6.0
"""Layout units round an arrow's corners within which its ink is."""

BROKEN = ("loops", "answers")
"""The kinds of arrows whose dashes and dots are counted from their beginning, so that all of them shift at once."""

END = 1e9
"""Layout units beyond every map."""


def stale_parts(before: Shown, after: Shown) -> list[Rect] | None:
    """The parts of the map that are painted otherwise than before, in layout units; None for all of it."""
    old, new = before.scene, after.scene
    if _changed_everywhere(old, new):
        return None
    parts = list(_changed_rows(old.layout, new.layout))
    floor = min((part.y for part in parts if part.bottom >= END), default=END)
    parts += _changed_links(old.layout.links, new.layout.links, floor)
    for card in before.without ^ after.without:
        found = [scene.hits.find(card) for scene in (old, new)]
        parts += [_band(row.y, row.y + row.height) for row, _ in filter(None, found)]
    return parts


def _changed_everywhere(old: Scene, new: Scene) -> bool:
    """Whether something is other that shows in many places: the colours of curves also ring the portrait."""
    if old is new:
        return False
    frames = (
        (
            scene.layout.width,
            scene.layout.columns,
            scene.layout.heading,
            scene.layout.stage_places,
            scene.layout.numbers,
            [(curve.persona, curve.series) for row in scene.layout.rows for curve in row.content.curves],
        )
        for scene in (old, new)
    )
    parts = zip(
        *((scene.project.personas, scene.project.metrics, scene.project.brand) for scene in (old, new)), strict=True
    )
    if old.map_id != new.map_id or old.lens != new.lens:
        return True
    return next(frames) != next(frames) or any(one is not other for one, other in parts)


def _changed_rows(old: Layout, new: Layout) -> Iterator[Rect]:
    """What differs in the rows; below the first that became higher or lower, everything."""
    for was, now in zip(old.rows, new.rows, strict=False):
        if was.y != now.y or was.lane.id != now.lane.id:
            yield _band(min(was.y, now.y), END)
            return
        if was.content is not now.content:
            yield from _changed_cells(was, now, new.columns)
        if was.height != now.height:
            yield _band(now.y + min(was.height, now.height), END)
            return
    if len(old.rows) != len(new.rows) or old.footing is not new.footing:
        yield _band(min(old.labels.bottom, new.labels.bottom), END)


def _changed_cells(was: Row, now: Row, columns: Sequence[Column]) -> Iterator[Rect]:
    """The cells that differ in a row whose top stays where it is, each from its first other card on."""
    if not _only_cards_differ(was, now):
        yield _band(now.y, now.y + max(was.height, now.height))
        return
    for column, one, other in zip(columns, was.content.cells, now.content.cells, strict=True):
        top = _first_difference(one, other)
        if top is not None:
            top -= REACH / 2 if any(place.card.comments for place in (*one, *other)) else 0.0
            bottom = max(place.rect.bottom for place in (*one, *other))
            yield Rect(column.x, now.y + top, column.width, bottom - top)


def _only_cards_differ(was: Row, now: Row) -> bool:
    """Whether the rows look alike but for their cards, which stand beside each other in cells."""
    one, other = was.content, now.content
    alike = was.lane.model_copy(update={"cards": now.lane.cards}) == now.lane and one.label == other.label
    return alike and now.lane.kind != "emotions" and len(one.cells) == len(other.cells) > 0


def _first_difference(one: Sequence[CardPlace], other: Sequence[CardPlace]) -> float | None:
    """Top of the first card that is not the same in both cells, relative to the row; None when all are."""
    alike = sum(1 for _ in takewhile(bool, map(_looks_alike, one, other)))
    return min((place.rect.y for place in (*one[alike : alike + 1], *other[alike : alike + 1])), default=None)


def _looks_alike(one: CardPlace, other: CardPlace) -> bool:
    """Whether two cards are painted alike; to make room between two, all cards of a lane may get new ranks."""
    if one is other:
        return True
    same = one.card is other.card or one.card.model_copy(update={"rank": other.card.rank}) == other.card
    return same and one.rect == other.rect


def _changed_links(old: Sequence[LinkPlace], new: Sequence[LinkPlace], floor: float) -> Iterator[Rect]:
    """The stretches of arrows above a floor that run otherwise than before, and their labels."""
    if old is new:
        return
    before, after = ({place.link.id: place for place in places if not place.quiet} for places in (old, new))
    for one in before.keys() | after.keys():
        was, now = before.get(one), after.get(one)
        if was is now:
            continue
        boxes = [set(_boxes(place, floor)) if place else set() for place in (was, now)]
        if was and now and _look(was) == _look(now):
            yield from boxes[0] ^ boxes[1]
        else:
            yield from boxes[0] | boxes[1]


def _look(place: LinkPlace) -> tuple[object, ...]:
    """What of an arrow shows all along it."""
    kind = place.link.kind
    return kind, place.link.label, place.points if kind in BROKEN else ()


def _boxes(place: LinkPlace, floor: float) -> Iterator[Rect]:
    """The boxes of an arrow's stretches and of its label, cut off at the floor."""
    if place.rect.y >= floor:
        return
    for one, other in pairwise(place.points):
        x, y = min(one[0], other[0]) - BESIDE, min(one[1], other[1]) - BESIDE
        height = min(abs(one[1] - other[1]) + 2 * BESIDE, floor - y)
        if height > 0:
            yield Rect(x, y, abs(one[0] - other[0]) + 2 * BESIDE, height)
    label = place.label
    if label:
        yield Rect(label.x - REACH, label.y - REACH / 4, label.width + 2 * REACH, label.height + REACH / 2)


def _band(top: float, bottom: float) -> Rect:
    """The whole width of the map, with the ink that stands out above and below."""
    return Rect(-END, top - REACH, 2 * END, bottom - top + 2 * REACH)
