"""The inbox with its groups of cards, and the parking lot."""

from collections.abc import Collection, Iterable, Sequence

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import Spot, free_cards, in_reading_order, lifted, move_cards
from desktop.document.edits.markers import marker_at
from desktop.document.edits.parts import added, edited, inserted, made, reordered, the, the_map, with_map
from desktop.document.edits.references import forget_cards
from desktop.document.journey import Cluster, JourneyMap
from desktop.document.keyed import drop, find, put, swap
from desktop.document.locate import columns_of
from desktop.document.project import Project


def add_to_inbox(
    project: Project, map_id: str, title: str, kind: str, texts: Iterable[str], *, new_id: IdSource
) -> Project:
    """A new group of cards, one per text: what an import or a photo brings before it has a place."""
    map_ = the_map(project, map_id)
    cards = [made(Card, id=new_id(), kind=kind, text=text) for text in texts]
    if not cards:
        return project
    group = made(Cluster, id=new_id(), title=title, cards=swap((), inserted([], 0, cards)))
    return with_map(project, edited(map_, inbox=added(map_.inbox, group)))


def send_to_inbox(project: Project, map_id: str, ids: Collection[str], title: str, *, new_id: IdSource) -> Project:
    """Takes cards off the map into a new group, in the order they have."""
    map_ = the_map(project, map_id)
    if not ids:
        return project
    cards = _loose(map_, ids)
    group = made(Cluster, id=new_id(), title=title, cards=swap((), inserted([], 0, cards)))
    rest = lifted(map_, cards)
    return with_map(project, edited(rest, inbox=added(rest.inbox, group)))


def park_cards(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """Puts cards aside into the parking lot, behind those that are there."""
    map_ = the_map(project, map_id)
    moving = {one for one in ids if find(map_.parking, one) is None}
    if not moving:
        return project
    cards = _loose(map_, moving)
    rest = lifted(map_, cards)
    row = in_order(rest.parking)
    return with_map(project, edited(rest, parking=swap(rest.parking, inserted(row, len(row), cards))))


def edit_cluster(project: Project, map_id: str, cluster_id: str, title: str) -> Project:
    """The group's title."""
    map_ = the_map(project, map_id)
    cluster = edited(the(map_.inbox, cluster_id), title=title)
    return with_map(project, edited(map_, inbox=put(map_.inbox, cluster)))


def move_cluster(project: Project, map_id: str, cluster_id: str, before: str = "") -> Project:
    """Before another group or to the end."""
    map_ = the_map(project, map_id)
    the(map_.inbox, cluster_id)
    return with_map(project, edited(map_, inbox=reordered(map_.inbox, (cluster_id,), before)))


def place_cluster(project: Project, map_id: str, cluster_id: str, target: Spot) -> Project:
    """Puts a group back on the map: its cards at the target, its markers in the first emotion lane.

    A marker goes to its own step when that still exists, else to the target's; where its persona
    has one already, or no emotion lane is free, it goes.
    """
    cluster = the(the_map(project, map_id).inbox, cluster_id)
    moved = move_cards(project, map_id, [card.id for card in cluster.cards], target) if cluster.cards else project
    map_ = _felt_again(the_map(moved, map_id), cluster.markers, target.step)
    return with_map(moved, edited(map_, inbox=drop(map_.inbox, {cluster_id})))


def remove_cluster(project: Project, map_id: str, cluster_id: str) -> Project:
    """Deletes a group with its cards and the links to them."""
    map_ = the_map(project, map_id)
    cluster = the(map_.inbox, cluster_id)
    rest = edited(map_, inbox=drop(map_.inbox, {cluster_id}))
    return with_map(project, forget_cards(rest, {card.id for card in cluster.cards}))


def _loose(map_: JourneyMap, ids: Collection[str]) -> list[Card]:
    places = in_reading_order(map_, free_cards(map_, ids))
    return [edited(at.card, first="", last="") for at in places]


def _felt_again(map_: JourneyMap, markers: Sequence[Marker], step: str) -> JourneyMap:
    lane = next((one for one in in_order(map_.lanes) if one.kind == "emotions" and not one.locked), None)
    if lane is None:
        return map_
    columns = columns_of(map_).index
    for marker in markers:
        home = marker.step if marker.step in columns else step
        if marker_at(lane, home, marker.persona) is None:
            lane = edited(lane, markers=put(lane.markers, edited(marker, step=home)))
    return edited(map_, lanes=put(map_.lanes, lane))
