"""Where the rows and columns of a pasted table go: names are known again however they are written, and all else is
offered for choice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import cached_property

from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.edits.paste_table import (
    Goals,
    LaneGoal,
    NewLane,
    NewStep,
    StepGoal,
    is_feeling,
    open_lanes,
    texts_of,
)
from desktop.document.journey import JourneyMap, Lane
from desktop.document.kinds import KIND_OF_LANE, LANE_KINDS
from desktop.document.locate import columns_of
from desktop.exchange.tables import Table, turned
from desktop.layout.names import lane_name, name_of
from desktop.layout.style import Words
from desktop.scribe.fuzzy import folded, score

SURE = 200.0
"""A score from which on a name is meant: it stands in the other unbroken, from the start of a word on."""

ALIKE = 0.8
"""Two names whose letters agree so far differ by a slip."""

SHORT = 3
"""Letters that a name has at least when it is only a part of the other."""

ROOM = 12
"""Letters by which a heading may be longer than the name in it: a sentence that holds a name is no heading."""


_FIGURES = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Named:
    """A place on the map with all that it is called."""

    id: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """A table as it came, and how it is read.

    turned: rows and columns change places. steps_above, lanes_before: the first row, the first column holds names.
    goals: where each row and column of the body goes. split: each line of a cell is a card.
    """

    table: Table
    turned: bool
    steps_above: bool
    lanes_before: bool
    goals: Goals
    split: bool = True

    @cached_property
    def rows(self) -> Table:
        """The table the way round in which it is read."""
        return turned(self.table) if self.turned else self.table

    @property
    def body(self) -> Table:
        """The cells without the names."""
        return [row[self.lanes_before :] for row in self.rows[self.steps_above :]]

    @property
    def step_names(self) -> list[str]:
        """What stands over each column; "" where nothing does."""
        body = self.rows[0][self.lanes_before :] if self.rows else []
        return list(body) if self.steps_above else [""] * len(body)

    @property
    def lane_names(self) -> list[str]:
        """What stands before each row; "" where nothing does."""
        rows = self.rows[self.steps_above :]
        return [row[0] if self.lanes_before else "" for row in rows]

    def count(self) -> int:
        """How many cards and markers come."""
        lines = zip(self.body, self.goals.lanes, strict=True)
        kept = ((cell, step) for row, lane in lines if lane for cell, step in zip(row, self.goals.steps, strict=True))
        return sum(len(texts_of(cell, self.split)) for cell, step in kept if step)

    def with_lane(self, row: int, goal: LaneGoal) -> "Plan":
        """With another goal for a row of the body."""
        lanes = (*self.goals.lanes[:row], goal, *self.goals.lanes[row + 1 :])
        return replace(self, goals=replace(self.goals, lanes=lanes))

    def with_step(self, column: int, goal: StepGoal) -> "Plan":
        """With another goal for a column of the body."""
        steps = (*self.goals.steps[:column], goal, *self.goals.steps[column + 1 :])
        return replace(self, goals=replace(self.goals, steps=steps))


class Planner:
    """Reads tables for one map. Where no names say otherwise, the spot is where the first cell goes."""

    def __init__(self, journey: JourneyMap, spot: Spot, words: Words) -> None:
        self._lanes = open_lanes(journey.lanes)
        self._steps = columns_of(journey).steps
        self._spot = spot
        self._lane_names = [Named(lane.id, _called(lane, words)) for lane in self._lanes]
        self._step_names = _steps_called(journey)
        self._kind_names = [
            Named(kind, (name_of("lane", kind, words), kind, name_of("kind", KIND_OF_LANE.get(kind, kind), words)))
            for kind in LANE_KINDS
        ]
        self._after = dict(zip(self._steps, self._steps[1:], strict=False))
        self._stage_of = {step.id: stage.id for stage in journey.stages for step in stage.steps}

    def plan(self, table: Table) -> Plan:
        """The likeliest reading of a table whose rows are as long as each other. Of two rows of headings, such as
        stages over steps, the second counts."""
        if len(table) < 2 or len(table[0]) < 2:
            return self.read(table, round_=False, steps_above=False, lanes_before=False)
        if len(table) > 2 and self._heads(table)[2] and self._heads(table[1:])[2] > self._heads(table)[2]:
            table = table[1:]
        straight, over = self._heads(table), self._heads(turned(table))
        round_ = sum(over[2:]) > sum(straight[2:])
        steps_above, lanes_before = (over if round_ else straight)[:2]
        return self.read(table, round_=round_, steps_above=steps_above, lanes_before=lanes_before)

    def read(self, table: Table, *, round_: bool, steps_above: bool, lanes_before: bool, split: bool = True) -> Plan:
        """The table read in this way: names that are known lead to their places, others to new ones."""
        plan = Plan(table, round_, steps_above, lanes_before, Goals((), ()), split)
        lanes = self._named_lanes(plan) if lanes_before else self._lanes_below(plan)
        steps = self._named_steps(plan.step_names) if steps_above else self._steps_on(len(plan.step_names))
        return replace(plan, goals=Goals(tuple(lanes), tuple(steps)))

    def _heads(self, table: Table) -> tuple[bool, bool, int, int]:
        """Whether the first row and the first column hold names, and how many of each are known."""
        across = [cell for cell in table[0][1:] if cell]
        down = [row[0] for row in table[1:] if row[0]]
        steps = sum(bool(known(name, self._step_names)) for name in across)
        lanes = sum(bool(known(name, self._lane_names) or known(name, self._kind_names)) for name in down)
        corner = not table[0][0]
        above = 2 * steps > len(across) or (corner and bool(across) and (steps > 0 or 2 * lanes > len(down)))
        before = 2 * lanes > len(down) or (corner and bool(down) and (lanes > 0 or 2 * steps > len(across)))
        if corner and across and down and len(across) == len(table[0]) - 1 and len(down) == len(table) - 1:
            above = before = True
        return above, before, steps, lanes

    def _named_lanes(self, plan: Plan) -> list[LaneGoal]:
        """An unknown name is that of a new lane; a row without one goes with the row above."""
        goals: list[LaneGoal] = []
        for name, row in zip(plan.lane_names, plan.body, strict=True):
            if not name:
                goals.append(goals[-1] if goals else self._spot.lane)
                continue
            lane = self._fit(known(name, self._lane_names), row)
            kind = known(name, self._kind_names)
            goals.append(lane or NewLane(name, kind if kind and (kind != "emotions" or _felt(row)) else "notes"))
        return goals

    def _fit(self, lane_id: str, row: Sequence[str]) -> str:
        """The lane, unless it takes feelings and the row says something else."""
        lane = next((each for each in self._lanes if each.id == lane_id), None)
        return lane_id if lane and (lane.kind != "emotions" or _felt(row)) else ""

    def _lanes_below(self, plan: Plan) -> list[LaneGoal]:
        """The lanes from the spot's down, the last one for all that reaches beyond; those of feelings take nothing
        else. A single column is a stack at the spot."""
        ids = [lane.id for lane in self._lanes]
        if len(plan.rows[0]) == 1 and self._spot.lane in ids:
            return [self._spot.lane] * len(plan.rows)
        at = ids.index(self._spot.lane) if self._spot.lane in ids else 0
        goals: list[LaneGoal] = []
        for row in plan.body:
            fitting = [one for one in ids[at:] if self._fit(one, row)]
            last = [one for one in ids[::-1] if self._fit(one, row)]
            goals.append(next(iter((*fitting, *last)), NewLane("")))
            at = ids.index(fitting[0]) + 1 if fitting else len(ids)
        return goals

    def _named_steps(self, names: Sequence[str]) -> list[StepGoal]:
        """An unknown name is that of a new step; without one it is the next step of the same stage, as under a name
        that stands over several columns."""
        goals: list[StepGoal] = []
        for name in names:
            if name:
                goals.append(known(name, self._step_names) or NewStep(name))
            else:
                goals.append(self._next(goals))
        return goals

    def _next(self, goals: Sequence[StepGoal]) -> StepGoal:
        last = goals[-1] if goals else ""
        if not isinstance(last, str) or not last:
            return last or self._spot.step
        later = self._after.get(last, "")
        return later if later and self._stage_of.get(later) == self._stage_of.get(last) else last

    def _steps_on(self, count: int) -> list[StepGoal]:
        """The steps from the spot's on, the last one for all that reaches beyond."""
        at = self._steps.index(self._spot.step) if self._spot.step in self._steps else 0
        last = len(self._steps) - 1
        return [self._steps[min(at + column, last)] if self._steps else NewStep("") for column in range(count)]


def known(name: str, places: Iterable[Named]) -> str:
    """The id of the place that a heading names, blind to case and accents and to small slips; "" for none."""
    best, found = 0.0, ""
    for place in places:
        value = max((likeness(name, called) for called in place.names if called), default=0.0)
        if value > best:
            best, found = value, place.id
    return found


def likeness(heading: str, name: str) -> float:
    """How surely a heading means a name; 0 where it does not. “Step 10” is no slip of the pen for “Step 1”."""
    asked, told = folded(heading), folded(name)
    figures = _FIGURES.findall(told)
    if not asked or not told or (figures and figures != _FIGURES.findall(asked)):
        return 0.0
    if len(asked) >= SHORT and (value := score(asked, told)) >= SURE:
        return value
    if len(told) >= SHORT and len(asked) <= len(told) + ROOM and re.search(rf"(?<!\w){re.escape(told)}(?!\w)", asked):
        return SURE + len(told) / len(asked)
    if min(len(asked), len(told)) <= SHORT:
        return 0.0
    letters = SequenceMatcher(None, asked, told, autojunk=False)
    if letters.real_quick_ratio() < ALIKE or letters.quick_ratio() < ALIKE:
        return 0.0  # they can but be less alike than these say, which are found much sooner
    alike = letters.ratio()
    return alike * SURE / 2 if alike >= ALIKE else 0.0


def _steps_called(journey: JourneyMap) -> list[Named]:
    """The steps; the first of a stage is called by the stage's name too."""
    found = []
    for stage in in_order(journey.stages):
        for at, step in enumerate(in_order(stage.steps)):
            found.append(Named(step.id, (step.title, stage.title) if at == 0 else (step.title,)))
    return found


def _called(lane: Lane, words: Words) -> tuple[str, ...]:
    kind = KIND_OF_LANE.get(lane.kind)
    names = (lane_name(lane, words), name_of("lane", lane.kind, words), lane.kind)
    return (*names, name_of("kind", kind, words)) if kind else names


def _felt(row: Iterable[str]) -> bool:
    """Whether all that a row says are feelings."""
    return all(is_feeling(text) for cell in row for text in texts_of(cell, split=False))
