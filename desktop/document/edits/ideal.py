"""What is new in the map that another one was derived from: brought over, or passed over."""

from collections.abc import Collection, Mapping, Sequence
from typing import TypeVar

from desktop.document.base import IdSource, following, in_order
from desktop.document.cards import Card, Marker, Origin
from desktop.document.edits.markers import marker_at
from desktop.document.edits.parts import added, edited, made, the, the_map, with_map
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import among, find, put, swap
from desktop.document.locate import columns_of, stage_of
from desktop.document.project import Project
from desktop.document.things import things

S = TypeVar("S", Stage, Step, Lane)
D = TypeVar("D", Stage, Step, Lane, Card, Marker)


def pass_over(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """These things of the map that this one was derived from are not new to it any more."""
    map_ = the_map(project, map_id)
    new = sorted(set(ids) - set(map_.passed))
    return with_map(project, edited(map_, passed=(*map_.passed, *new)))


def bring_over(
    project: Project, map_id: str, ids: Collection[str], mates: Mapping[str, str], *, new_id: IdSource
) -> Project:
    """Copies of these things of the map that this one was derived from, each where it stands there, with the lane,
    step and stage that it needs; what is brought names it as its origin.

    mates: which thing here stands for which there, by the id there. A stage brings its steps. Votes and comments stay
    with the originals. EditError for a lane that is locked, and where there is nothing to bring from.
    """
    map_ = the_map(project, map_id)
    source = the_map(project, map_.origin)
    chosen = things(source, ids)
    if set(ids) - chosen.ids:
        raise EditError("missing", id=min(set(ids) - chosen.ids))
    coming = _Coming(source, map_, mates, new_id)
    for stage in in_order(chosen.stages):
        coming.stage(stage)
    for step in chosen.steps:
        coming.step(step.id)
    for lane in in_order(chosen.lanes):
        coming.lane(lane)
    for lane in source.lanes:
        coming.fill(lane, among(lane.cards, ids), among(lane.markers, ids))
    coming.link()
    return pass_over(with_map(project, coming.map), map_id, coming.came)


class _Coming:
    """A map while things come to it: `came` are their ids there."""

    def __init__(self, source: JourneyMap, map_: JourneyMap, mates: Mapping[str, str], new_id: IdSource) -> None:
        self.map = map_
        self.came: set[str] = set()
        self._source = source
        self._mates = dict(mates)
        self._new_id = new_id

    def stage(self, stage: Stage) -> None:
        """A stage with those of its steps that are not here; at least one, since no stage has none."""
        steps = [step for step in in_order(stage.steps) if step.id not in self._mates]
        if stage.id not in self._mates:
            self._add_stage(stage, steps)
        for step in steps:
            self.step(step.id)

    def step(self, step_id: str) -> str:
        """The id of the step here that stands for one there."""
        if step_id not in self._mates:
            stage = stage_of(self._source, step_id)
            if stage is None:
                raise EditError("missing", id=step_id)
            step, home = the(stage.steps, step_id), find(self.map.stages, self._mates.get(stage.id, ""))
            if home is None:
                self._add_stage(stage, [step])
            else:
                steps = self._placed(home.steps, self._copy(step), stage.steps, step)
                self.map = edited(self.map, stages=put(self.map.stages, edited(home, steps=steps)))
        return self._mates[step_id]

    def lane(self, lane: Lane) -> Lane:
        """The lane here that stands for one there; it comes empty and open."""
        if lane.id not in self._mates:
            bare = edited(self._copy(lane), cards=(), markers=(), group="", locked=False)
            lanes = self._placed(self.map.lanes, bare, self._source.lanes, lane)
            row = in_order(lanes)
            at = row.index(the(lanes, bare.id))
            group = row[at - 1].group if 0 < at < len(row) - 1 and row[at - 1].group == row[at + 1].group else ""
            self.map = edited(self.map, lanes=put(lanes, edited(row[at], group=group)))
        return the(self.map.lanes, self._mates[lane.id])

    def fill(self, lane: Lane, cards: Sequence[Card], markers: Sequence[Marker]) -> None:
        """What stands in a lane there, at the same steps here. A persona feels one thing at a step: what it feels here
        already stays."""
        if not cards and not markers:
            return
        spans = {card.id: self._span(card) for card in cards}
        steps = {marker.id: self.step(marker.step) for marker in markers}
        home = self.lane(lane)
        if home.locked:
            raise EditError("lane.locked", lane=home.id)
        ends = ((card, *spans[card.id]) for card in cards)
        placed = [
            edited(self._copy(card), first=first, last=last, votes=0, seen=0, comments=()) for card, first, last in ends
        ]
        free = [one for one in markers if marker_at(home, steps[one.id], one.persona) is None]
        felt = [edited(self._copy(marker), step=steps[marker.id]) for marker in free]
        self.came |= {marker.id for marker in markers}
        home = edited(home, cards=put(home.cards, *placed), markers=put(home.markers, *felt))
        self.map = edited(self.map, lanes=put(self.map.lanes, home))

    def link(self) -> None:
        """The arrows there between what has come and what is here."""
        there = {(link.kind, link.source, link.target) for link in self.map.links}
        for link in self._source.links:
            ends = link.kind, self._mates.get(link.source, ""), self._mates.get(link.target, "")
            if {link.source, link.target} & self.came and all(ends[1:]) and ends not in there:
                arrow = edited(link, id=self._new_id(), source=ends[1], target=ends[2])
                self.map = edited(self.map, links=put(self.map.links, arrow))

    def _add_stage(self, stage: Stage, steps: Sequence[Step]) -> None:
        copies = swap((), (self._copy(step) for step in steps)) or (made(Step, id=self._new_id()),)
        copy = edited(self._copy(stage), steps=copies)
        self.map = edited(self.map, stages=self._placed(self.map.stages, copy, self._source.stages, stage))

    def _span(self, card: Card) -> tuple[str, str]:
        """First and last of the steps here that stand for those over which a card goes there."""
        order = columns_of(self._source)
        over = [order.steps[column] for column in order.span(card)]
        if not over:
            raise EditError("missing", id=card.first)
        here = [self._mates[step] for step in over if step in self._mates] or [self.step(over[0])]
        index = columns_of(self.map).index
        return min(here, key=index.__getitem__), max(here, key=index.__getitem__)

    def _copy(self, thing: D) -> D:
        """The same thing under an id of its own, as its mate."""
        new = self._new_id()
        self._mates[thing.id] = new
        self.came.add(thing.id)
        return edited(thing, id=new, origin=Origin(map=self._source.id, thing=thing.id))

    def _placed(self, row: tuple[S, ...], copy: S, there: tuple[S, ...], thing: S) -> tuple[S, ...]:
        """The row here with a copy behind what stands before the thing there, as far as that is here."""
        order, here = in_order(there), in_order(row)
        known = {one.id for one in here}
        before = (self._mates.get(one.id, "") for one in reversed(order[: order.index(thing)]))
        behind = next((mate for mate in before if mate in known), "")
        return added(row, copy, following(here, behind) if behind else next((one.id for one in here), ""))
