"""The inbox and the parking lot on a desk: notes come in, are grouped, and go to their places on the map."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from desktop.desk.cells import holds_cards, shown_lanes
from desktop.desk.desk import Desk, Verb
from desktop.desk.homes import Home, Search, Way, home
from desktop.desk.pasting import Pasting
from desktop.desk.place import Place
from desktop.document.base import in_order
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot, convert_cards, edit_cards, in_reading_order, remove_cards
from desktop.document.edits.inbox import (
    edit_cluster,
    merge_clusters,
    move_cluster,
    park_cards,
    place_cards,
    place_cluster,
    regroup,
    remove_cluster,
    send_to_inbox,
    unpark,
)
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.kinds import KIND_OF_LANE
from desktop.document.locate import cards_at
from desktop.document.project import Project

UNSORTED = "note"
"""A note of the inbox is of no kind yet: it becomes what its lane takes."""


@dataclass
class _Load:
    """Cards that go to the same lane, and the kind that they take on, "" for their own."""

    home: Home
    kind: str = ""
    ids: list[str] = field(default_factory=list)


class Tray:
    """Verbs on cards and groups by their ids. Each is one undo step; whether it changed anything."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def note(self, texts: Sequence[str]) -> tuple[str, ...]:
        """New loose notes; their ids."""
        return Pasting(self._desk).lines(texts, inbox=True)

    def send(self, ids: Collection[str], spot: Spot | None = None, *, convert: bool = False) -> bool:
        """To a spot on the map, by default the dashed slot, which is behind them then. Notes become what the lane
        takes, with `convert` all cards do; what does not belong there goes to the lane of its kind at that step."""
        desk, words = self._desk, self._desk.words
        goals: list[Home] = []
        if not ids:
            return False
        sent = desk.attempt(words("edit.send"), lambda _: self.sent(ids, spot, convert=convert, goals=goals), ids)
        last = self._last(ids) if sent else None
        if last is not None:
            desk.aim(last)
        for goal in goals if sent else ():
            Place(desk).reveal(goal)
        return sent

    def sent(
        self, ids: Collection[str], spot: Spot | None = None, *, convert: bool = False, goals: list[Home] | None = None
    ) -> Project:
        """The project with cards sent to a spot; `goals` takes the lanes that they come to. EditError where one is
        locked or there is no place."""
        desk, project = self._desk, self._desk.project
        journey = desk.journey
        target = Pasting(desk).spot(project, spot)
        if journey is None:
            return project
        for load in self._loads(journey, _in_tray(journey, ids), target, convert):
            project = load.home.made(project, desk.map_id)
            here = load.home.way is Way.HERE and load.home.lane.id == target.lane
            at = target if here else Spot(load.home.lane.id, target.step)
            project = place_cards(project, desk.map_id, load.ids, at)
            project = convert_cards(project, desk.map_id, load.ids, load.kind) if load.kind else project
            if goals is not None:
                goals.append(load.home)
        return project

    def place_group(self, cluster_id: str) -> bool:
        """A whole group to the dashed slot, its feelings to their steps."""
        journey = self._desk.journey
        cluster = find(journey.inbox, cluster_id) if journey else None
        if cluster is None:
            return False
        if cluster.cards:
            return self.send([card.id for card in cluster.cards])
        return self._do("send", lambda p: place_cluster(p, self._desk.map_id, cluster_id, Pasting(self._desk).spot(p)))

    def gather(self, ids: Collection[str], cluster_id: str = "", before: str = "") -> bool:
        """Into a group, the loose notes by default; from the map too."""
        desk = self._desk
        return bool(ids) and self._do("gather", lambda p: self.gathered(p, ids, cluster_id, before), keep=desk.selected)

    def gathered(self, project: Project, ids: Collection[str], cluster_id: str = "", before: str = "") -> Project:
        """The project with cards in a group. EditError where they are locked."""
        return regroup(project, self._desk.map_id, ids, cluster_id, new_id=self._desk.new_id, before=before)

    def group(self, ids: Collection[str], title: str) -> str:
        """Into a new group at the end; its id, "" where it could not be made."""
        new, desk = self._desk.new_id(), self._desk
        made = bool(ids) and self._do(
            "group", lambda p: send_to_inbox(p, desk.map_id, ids, title, new_id=iter((new,)).__next__)
        )
        return new if made else ""

    def merge(self, clusters: Sequence[str]) -> bool:
        """The first of some groups takes in the others."""
        map_id = self._desk.map_id

        def merged(project: Project) -> Project:
            for one in clusters[1:]:
                project = merge_clusters(project, map_id, one, clusters[0])
            return project

        return len(clusters) > 1 and self._do("group", merged)

    def rename(self, cluster_id: str, title: str) -> bool:
        """Another title for a group."""
        return self._do("rename_group", lambda p: edit_cluster(p, self._desk.map_id, cluster_id, title.strip()))

    def rewrite(self, card_id: str, text: str) -> bool:
        """Another text for a note or a parked topic; without any it goes."""
        if not text.strip():
            return self.remove((card_id,))
        return self._do("rewrite", lambda p: edit_cards(p, self._desk.map_id, (card_id,), text=text.strip()))

    def remove(self, ids: Collection[str], clusters: Iterable[str] = ()) -> bool:
        """Cards, and groups with all that they hold."""
        map_id, journey = self._desk.map_id, self._desk.journey
        groups = [group for one in clusters if journey and (group := find(journey.inbox, one))]
        within = {card.id for group in groups for card in group.cards}

        def removed(project: Project) -> Project:
            for group in groups:
                project = remove_cluster(project, map_id, group.id)
            rest = [one for one in ids if one not in within]
            return remove_cards(project, map_id, rest) if rest else project

        return self._do("remove_notes", removed)

    def park(self, ids: Collection[str]) -> bool:
        """Puts cards aside; topics that are parked, all of them, come back to the inbox."""
        desk, journey = self._desk, self._desk.journey
        if journey is None or not ids:
            return False
        if all(find(journey.parking, one) for one in ids):
            return self._do("unpark", lambda p: unpark(p, desk.map_id, ids, new_id=desk.new_id))
        return self._do("park", lambda p: park_cards(p, desk.map_id, ids))

    def move_group(self, cluster_id: str, down: int) -> bool:
        """One place further down (1) or up (−1)."""
        journey = self._desk.journey
        row = [group.id for group in in_order(journey.inbox)] if journey else []
        at = row.index(cluster_id) + down if cluster_id in row else -1
        if not 0 <= at < len(row):
            return False
        before = (row[at] if down < 0 else row[at + 1]) if down < 0 or at + 1 < len(row) else ""
        return self._do("move_group", lambda p: move_cluster(p, self._desk.map_id, cluster_id, before))

    def _loads(self, journey: JourneyMap, cards: Sequence[Card], target: Spot, convert: bool) -> list[_Load]:
        """By the lane that each card goes to and the kind that it takes on, as they come."""
        lane = find(journey.lanes, target.lane)
        takes = KIND_OF_LANE.get(lane.kind, "") if lane and holds_cards(lane) else ""
        loads: dict[tuple[str, str], _Load] = {}
        new_lanes: dict[str, Home] = {}
        for card in cards:
            becomes = takes if takes and takes != card.kind and (convert or card.kind == UNSORTED) else ""
            kind = becomes or card.kind
            goal = new_lanes.get(kind) or self._home(journey, kind, target)
            if goal.way is Way.NEW:
                new_lanes[kind] = goal
            loads.setdefault((goal.lane.id, becomes), _Load(goal, becomes)).ids.append(card.id)
        return list(loads.values())

    def _home(self, journey: JourneyMap, kind: str, target: Spot) -> Home:
        order = [lane.id for lane in in_order(journey.lanes)]
        here = order.index(target.lane) if target.lane in order else 0
        shown = {lane.id for lane in shown_lanes(journey, self._desk.lens)}
        search = Search(kind, target.lane, shown, self._desk.new_id())
        goal = home(journey, search, lambda lane: abs(order.index(lane.id) - here))
        if goal.way is Way.LOCKED:
            raise EditError("lane.locked", lane=goal.lane.id)
        return goal

    def _last(self, ids: Collection[str]) -> Spot | None:
        """Behind the last of some cards of the map."""
        journey = self._desk.journey
        places = [at for at in cards_at(journey, ids) if at.lane] if journey else []
        last = in_reading_order(journey, places)[-1] if journey and places else None
        return Spot(last.lane.id, last.card.first, after=last.card.id) if last and last.lane else None

    def _do(self, code: str, verb: Verb, keep: Collection[str] | None = None) -> bool:
        return self._desk.attempt(self._desk.words(f"edit.{code}"), verb, keep)


def _in_tray(journey: JourneyMap, ids: Collection[str]) -> list[Card]:
    """Those of the cards that are in the inbox or parked, in the order in which they stand there."""
    places = [at for at in cards_at(journey, ids) if at.lane is None]
    return [at.card for at in in_reading_order(journey, places)]
