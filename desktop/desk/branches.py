"""The map as a tree: stages, their steps, the lanes in each, and what stands there. Branches grow when looked at."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from desktop.desk.cells import holds_cards
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import Columns, columns_of

Thing = Stage | Step | Lane | Card | Marker
Held = dict[int, tuple[Lane, dict[str, list[Card | Marker]]]]
"""Per lane, by its object's id, the lane and what stands on each step."""


@dataclass(eq=False, slots=True)
class Branch:
    """A thing in the tree. `key` is its id; of a lane, which is in every step, the step's and the lane's."""

    key: str
    thing: Thing
    parent: "Branch | None"
    row: int
    grow: Callable[["Branch"], list["Branch"]] = field(repr=False)
    _children: list["Branch"] | None = None

    @property
    def children(self) -> list["Branch"]:
        """What stands below it, made when first asked for."""
        if self._children is None:
            self._children = self.grow(self)
        return self._children

    @property
    def path(self) -> tuple["Branch", ...]:
        """From the stage down to this one."""
        return (*self.parent.path, self) if self.parent else (self,)


class Tree:
    """The branches of one value of a map; what it remembers of lanes that are the same objects is taken over."""

    def __init__(self, journey: JourneyMap | None, before: "Tree | None" = None) -> None:
        self._journey = journey
        self._columns = columns_of(journey) if journey else Columns(())
        self._lanes = [lane for lane in in_order(journey.lanes) if lane.kind not in DIVIDERS] if journey else []
        known: Held = before._held if before is not None and before._columns == self._columns else {}
        self._held: Held = {id(lane): known[id(lane)] for lane in self._lanes if id(lane) in known}
        stages = in_order(journey.stages) if journey else []
        self.stages = [Branch(stage.id, stage, None, row, self._steps) for row, stage in enumerate(stages)]

    def find(self, thing: str) -> Branch | None:
        """The branch of a stage, step, card or marker; for a lane its first."""
        for path in self._paths(thing):
            found = self._walk(path)
            if found is not None:
                return found
        return None

    def at(self, key: str) -> Branch | None:
        """The branch with this key, as before another value of the map was shown."""
        step, _, lane = key.partition("/")
        return self._walk((*self._to_step(step), key)) if lane else self.find(key)

    def _walk(self, keys: tuple[str, ...]) -> Branch | None:
        branches, found = self.stages, None
        for key in keys:
            found = next((branch for branch in branches if branch.key == key), None)
            if found is None:
                return None
            branches = found.children
        return found

    def _paths(self, thing: str) -> Iterator[tuple[str, ...]]:
        """The keys that lead to a thing."""
        yield (thing,)
        yield self._to_step(thing)
        for lane in self._lanes:
            if lane.id == thing and self._columns.steps:
                first = self._columns.steps[0]
                yield (*self._to_step(first), f"{first}/{lane.id}")
            step = self._step_of(lane, thing)
            if step:
                yield (*self._to_step(step), f"{step}/{lane.id}", thing)

    def _to_step(self, step: str) -> tuple[str, ...]:
        stages = self._journey.stages if self._journey else ()
        stage = next((stage for stage in stages if any(one.id == step for one in stage.steps)), None)
        return (stage.id, step) if stage else ()

    def _step_of(self, lane: Lane, thing: str) -> str:
        card, marker = find(lane.cards, thing), find(lane.markers, thing)
        return card.first if card else marker.step if marker else ""

    def _steps(self, branch: Branch) -> list[Branch]:
        steps = in_order(branch.thing.steps) if isinstance(branch.thing, Stage) else []
        return [Branch(step.id, step, branch, row, self._rows) for row, step in enumerate(steps)]

    def _rows(self, branch: Branch) -> list[Branch]:
        """Every lane, so that something can be written where there is nothing yet."""
        return [
            Branch(f"{branch.key}/{lane.id}", lane, branch, row, self._contents) for row, lane in enumerate(self._lanes)
        ]

    def _contents(self, branch: Branch) -> list[Branch]:
        lane, step = branch.thing, branch.parent.key if branch.parent else ""
        if not isinstance(lane, Lane):
            return []
        held = self._by_step(lane).get(step, [])
        return [Branch(thing.id, thing, branch, row, _nothing) for row, thing in enumerate(held)]

    def _by_step(self, lane: Lane) -> dict[str, list[Card | Marker]]:
        known = self._held.get(id(lane))
        if known is None or known[0] is not lane:
            cells: dict[str, list[Card | Marker]] = {}
            for card in in_order(lane.cards) if holds_cards(lane) else ():
                cells.setdefault(card.first, []).append(card)
            for marker in lane.markers:
                cells.setdefault(marker.step, []).append(marker)
            known = self._held[id(lane)] = (lane, cells)
        return known[1]


def _nothing(_branch: Branch) -> list[Branch]:
    return []
