"""The inbox with its groups of cards, and the parking lot."""

from collections.abc import Collection, Iterable, Sequence

from desktop.document.base import IdSource, in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import Spot, free_cards, in_reading_order, lifted, move_cards
from desktop.document.edits.markers import marker_at
from desktop.document.edits.parts import added, edited, inserted, made, reordered, the, the_map, with_map
from desktop.document.edits.references import forget_cards, forget_joined
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


def add_notes(
    project: Project, map_id: str, texts: Iterable[str], *, new_id: IdSource, cluster_id: str = "", kind: str = "note"
) -> Project:
    """One card per text at the end of a group, by default of the loose notes: the group without a title."""
    map_ = the_map(project, map_id)
    cards = [made(Card, id=new_id(), kind=kind, text=text) for text in texts]
    if not cards:
        return project
    map_, home = _home(map_, cluster_id, new_id)
    return with_map(project, _gathered(map_, home, cards))


def regroup(
    project: Project, map_id: str, ids: Collection[str], cluster_id: str = "", *, new_id: IdSource, before: str = ""
) -> Project:
    """Puts cards from anywhere into a group of the inbox, by default among the loose notes, in the order they have:
    before another card of it, at its end by default. Groups left empty go."""
    map_ = the_map(project, map_id)
    map_, home = _home(map_, cluster_id, new_id)
    cluster = the(map_.inbox, home)
    if before:
        the(cluster.cards, before)
    if not ids:
        return project
    behind = [card.id for card in in_order(cluster.cards)]
    behind = behind[behind.index(before) :] if before else []
    after = _gathered(map_, home, _loose(map_, ids), next((one for one in behind if one not in ids), ""))
    same = [card.id for card in in_order(the(after.inbox, home).cards)] == [card.id for card in in_order(cluster.cards)]
    return project if same else with_map(project, after)


def unpark(project: Project, map_id: str, ids: Collection[str], *, new_id: IdSource) -> Project:
    """Takes cards out of the parking lot, to the loose notes of the inbox; others stay where they are."""
    parked = [one for one in ids if find(the_map(project, map_id).parking, one)]
    return regroup(project, map_id, parked, new_id=new_id) if parked else project


def merge_clusters(project: Project, map_id: str, cluster_id: str, into: str) -> Project:
    """Puts all that a group holds at the end of another one, which keeps its title."""
    map_ = the_map(project, map_id)
    group, home = the(map_.inbox, cluster_id), the(map_.inbox, into)
    if group is home:
        return project
    row = in_order(home.cards)
    cards = swap(home.cards, inserted(row, len(row), in_order(group.cards)))
    whole = edited(home, cards=cards, markers=put(home.markers, *group.markers))
    return with_map(project, edited(map_, inbox=drop(put(map_.inbox, whole), {cluster_id})))


def place_cards(project: Project, map_id: str, ids: Collection[str], target: Spot) -> Project:
    """Puts cards of the inbox or the parking lot on the map; the markers of a group that is empty then come back as
    with `place_cluster`."""
    before = the_map(project, map_id)
    moved = move_cards(project, map_id, ids, target)
    map_ = the_map(moved, map_id)
    emptied = [
        group for group in map_.inbox if group.markers and not group.cards and find(before.inbox, group.id) is not group
    ]
    for group in emptied:
        map_ = _felt_again(map_, group.markers, target.step)
    return with_map(moved, edited(map_, inbox=drop(map_.inbox, {group.id for group in emptied})))


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
    return forget_joined(with_map(project, forget_cards(rest, {card.id for card in cluster.cards})))


def loose_notes(map_: JourneyMap) -> Cluster | None:
    """The first group without a title: notes that nobody has sorted yet."""
    return next((group for group in in_order(map_.inbox) if not group.title), None)


def _home(map_: JourneyMap, cluster_id: str, new_id: IdSource) -> tuple[JourneyMap, str]:
    """The map with the group that is meant, and its id."""
    if cluster_id:
        return map_, the(map_.inbox, cluster_id).id
    home = loose_notes(map_)
    if home is not None:
        return map_, home.id
    group, first = made(Cluster, id=new_id()), in_order(map_.inbox)
    return edited(map_, inbox=added(map_.inbox, group, first[0].id if first else "")), group.id


def _gathered(map_: JourneyMap, home: str, cards: Sequence[Card], before: str = "") -> JourneyMap:
    """With cards in a group, taken from wherever they stood."""
    moving = {card.id for card in cards}
    kept = the(map_.inbox, home)
    row = [card for card in in_order(kept.cards) if card.id not in moving]
    index = next((at for at, card in enumerate(row) if card.id == before), len(row))
    group = edited(kept, cards=swap(kept.cards, inserted(row, index, cards)))
    rest = lifted(map_, [card for card in cards if find(kept.cards, card.id) is None])
    return edited(rest, inbox=put(rest.inbox, group))


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
