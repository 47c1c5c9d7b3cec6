"""Repairs that move things: to steps that exist, to lanes that show them, or into the inbox."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop.document.base import following, in_order
from desktop.document.cards import Card, Marker
from desktop.document.checks import Finding
from desktop.document.edits.parts import added, edited, inserted, made, the
from desktop.document.edits.settle import grouped
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import drop, find, put, swap
from desktop.document.kinds import KIND_OF_LANE, LANE_OF_KIND
from desktop.document.locate import Columns, columns_of
from desktop.document.means import Means, reached
from desktop.document.project import Project

EMOTIONS = "emotions"
OTHERWISE = "notes"
"""The lane for cards of a kind that belongs to none."""

_TITLE = 300
"""Characters of a lane's title that are used in another one."""

InMap = Callable[[JourneyMap, set[str], Means], JourneyMap]
"""Repairs a map; the ids are those of the things that findings are about."""


def _in_maps(project: Project, findings: list[Finding], means: Means, repair: InMap) -> Project:
    def alter(map_: JourneyMap, about: list[Finding]) -> JourneyMap:
        return repair(map_, {finding.path.rpartition("/")[2] for finding in about}, means)

    return reached(project, findings, alter, depth=1)


def find_steps(project: Project, findings: list[Finding], means: Means) -> Project:
    """A card shrinks to the end that is left; one without any, like a marker without its step, goes to the inbox."""
    return _in_maps(project, findings, means, _on_steps)


def turn_round(project: Project, findings: list[Finding], means: Means) -> Project:
    """A card that ends before it begins, from the earlier of its steps to the later."""
    return _in_maps(project, findings, means, _turned)


def put_markers_aside(project: Project, findings: list[Finding], means: Means) -> Project:
    """Of several markers of one persona at a step all but the first go to the inbox."""
    return _in_maps(project, findings, means, _without_twins)


def show_cards(project: Project, findings: list[Finding], means: Means) -> Project:
    """Cards in a lane that shows none go to lanes for their kind; one is made where there is none."""
    return _in_maps(project, findings, means, _with_cards_shown)


def show_markers(project: Project, findings: list[Finding], means: Means) -> Project:
    """Markers in a lane that shows none go to one that does and has room; one is made where there is none."""
    return _in_maps(project, findings, means, _with_markers_shown)


def _on_steps(map_: JourneyMap, ids: set[str], means: Means) -> JourneyMap:
    columns = columns_of(map_)
    for lane in map_.lanes:
        cards = [_shrunk(card, columns) for card in lane.cards if card.id in ids]
        homeless = [card for card in cards if card.first not in columns.index]
        lost = [one for one in lane.markers if one.id in ids and one.step not in columns.index]
        kept = edited(lane, cards=put(lane.cards, *cards))
        map_ = _put_aside(edited(map_, lanes=put(map_.lanes, kept)), kept, homeless, lost, means)
    return map_


def _shrunk(card: Card, columns: Columns) -> Card:
    ends = [step for step in (card.first, card.last) if step in columns.index]
    return edited(card, first=ends[0], last=ends[-1]) if ends else card


def _turned(map_: JourneyMap, ids: set[str], _means: Means) -> JourneyMap:
    columns = columns_of(map_).index

    def turned(card: Card) -> Card:
        back = card.id in ids and columns.get(card.last, 0) < columns.get(card.first, 0)
        return edited(card, first=card.last, last=card.first) if back else card

    lanes = (edited(lane, cards=swap(lane.cards, map(turned, lane.cards))) for lane in map_.lanes)
    return edited(map_, lanes=swap(map_.lanes, lanes))


def _without_twins(map_: JourneyMap, ids: set[str], means: Means) -> JourneyMap:
    for lane in map_.lanes:
        twins = [one for one in lane.markers if one.id in ids]
        map_ = _put_aside(map_, lane, (), twins, means)
    return map_


def _put_aside(
    map_: JourneyMap, lane: Lane, cards: Sequence[Card], markers: Sequence[Marker], means: Means
) -> JourneyMap:
    """Into the group of the inbox that is called by the lane."""
    if not cards and not markers:
        return map_
    rest = _without(map_, lane, cards, markers)
    title = means.form.replace("{title}", lane.title[:_TITLE] or lane.kind)
    group = next((one for one in rest.inbox if one.title == title), None)
    if group is None:
        return grouped(rest, title, in_order(cards), markers, means.new_id)
    row = in_order(group.cards)
    loose = [edited(card, first="", last="") for card in in_order(cards)]
    whole = swap(group.cards, inserted(row, len(row), loose))
    fuller = edited(group, cards=whole, markers=put(group.markers, *markers))
    return edited(rest, inbox=put(rest.inbox, fuller))


def _with_cards_shown(map_: JourneyMap, ids: set[str], means: Means) -> JourneyMap:
    for lane in [lane for lane in map_.lanes if lane.id in ids]:
        kinds = {card.id: _lane_for(card) for card in lane.cards}
        for kind in dict.fromkeys(kinds.values()):
            home = next(_homes(map_, kind), None) or _beside(lane, kind, means)
            map_ = _moved(map_, lane, home, cards=[card for card in lane.cards if kinds[card.id] == kind])
    return map_


def _with_markers_shown(map_: JourneyMap, ids: set[str], means: Means) -> JourneyMap:
    for lane in [lane for lane in map_.lanes if lane.id in ids]:
        places = {(one.step, one.persona) for one in lane.markers}
        homes = _homes(map_, EMOTIONS)
        free = (home for home in homes if places.isdisjoint((one.step, one.persona) for one in home.markers))
        map_ = _moved(map_, lane, next(free, None) or _beside(lane, EMOTIONS, means), markers=lane.markers)
    return map_


def _lane_for(card: Card) -> str:
    lane = LANE_OF_KIND.get(card.kind, OTHERWISE)
    return lane if lane in KIND_OF_LANE else OTHERWISE


def _homes(map_: JourneyMap, kind: str) -> Iterator[Lane]:
    return (lane for lane in in_order(map_.lanes) if lane.kind == kind and not lane.locked)


def _beside(lane: Lane, kind: str, means: Means) -> Lane:
    """A new lane in the same group."""
    return made(Lane, id=means.new_id(), kind=kind, group=lane.group)


def _moved(
    map_: JourneyMap, lane: Lane, home: Lane, *, cards: Sequence[Card] = (), markers: Sequence[Marker] = ()
) -> JourneyMap:
    """Into another lane; one that the map does not have comes below the lane they were in."""
    rest = _without(map_, lane, cards, markers)
    if find(rest.lanes, home.id) is None:
        rest = edited(rest, lanes=added(rest.lanes, home, following(in_order(rest.lanes), lane.id)))
    there = the(rest.lanes, home.id)
    fuller = edited(there, cards=put(there.cards, *cards), markers=put(there.markers, *markers))
    return edited(rest, lanes=put(rest.lanes, fuller))


def _without(map_: JourneyMap, lane: Lane, cards: Iterable[Card], markers: Iterable[Marker]) -> JourneyMap:
    there = the(map_.lanes, lane.id)
    rest = edited(
        there,
        cards=drop(there.cards, {card.id for card in cards}),
        markers=drop(there.markers, {marker.id for marker in markers}),
    )
    return edited(map_, lanes=put(map_.lanes, rest))
