"""What the goals of a pasted table are called, and which others there are to choose from."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop.desk.tableplan import Plan
from desktop.document.base import in_order
from desktop.document.edits.paste_table import LaneGoal, NewLane, NewStep, StepGoal, open_lanes
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.kinds import DIVIDERS, KIND_OF_LANE, LANE_KINDS
from desktop.layout.names import counted, lane_name, name_of
from desktop.layout.style import Words


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a menu: its words, its goal, and the kind of card by whose colours it is known ("" for none)."""

    words: str
    goal: LaneGoal | StepGoal
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A goal in words. heading: what the table itself calls it, where that is something else."""

    name: str
    heading: str = ""
    new: bool = False
    out: bool = False


class GoalWords:
    """Names the goals on one map."""

    def __init__(self, journey: JourneyMap, words: Words) -> None:
        self._journey = journey
        self._words = words
        self._stages = {
            step.id: (stage.title, step.title) for stage in in_order(journey.stages) for step in in_order(stage.steps)
        }

    def lane(self, goal: LaneGoal, heading: str) -> Told:
        """Of a row."""
        if isinstance(goal, NewLane):
            return Told(goal.title or name_of("lane", goal.kind, self._words), new=True)
        lane = find(self._journey.lanes, goal) if goal else None
        return self._told(lane_name(lane, self._words) if lane else "", heading)

    def step(self, goal: StepGoal, heading: str) -> Told:
        """Of a column."""
        if isinstance(goal, NewStep):
            return Told(goal.title or self._words("paste.new_step_bare"), new=True)
        stage, step = self._stages.get(goal, ("", ""))
        return self._told(step or stage or (self._words("outline.untitled") if goal else ""), heading)

    def kind(self, goal: LaneGoal) -> str:
        """The kind of card that a row becomes; "" for feelings and for nothing."""
        lane = goal if isinstance(goal, NewLane) else find(self._journey.lanes, goal) if goal else None
        return "" if lane is None or lane.kind == "emotions" else KIND_OF_LANE.get(lane.kind, "note")

    def lanes(self) -> Iterator[Choice]:
        """The lanes that take something, from the top."""
        for lane in open_lanes(self._journey.lanes):
            yield Choice(lane_name(lane, self._words), lane.id, self.kind(lane.id))

    def new_lanes(self, heading: str) -> Iterator[Choice]:
        """A new lane of each kind, called by the heading if there is one."""
        for kind in LANE_KINDS:
            if kind not in DIVIDERS:
                yield Choice(name_of("lane", kind, self._words), NewLane(heading, kind), KIND_OF_LANE.get(kind, ""))

    def steps(self, heading: str) -> Iterator[Choice]:
        """A new step, and all steps with their stages."""
        said = self._words("paste.new_step" if heading else "paste.new_step_bare").format(title=heading)
        yield Choice(said, NewStep(heading))
        for step, (stage, title) in self._stages.items():
            yield Choice(" · ".join(filter(None, (stage, title))) or self._words("outline.untitled"), step)

    def summary(self, plan: Plan) -> str:
        """“146 cards · 2 new lanes · 1 new step”."""
        cards, words = plan.count(), self._words
        if not cards:
            return words("paste.nothing")
        lanes = sum(isinstance(goal, NewLane) for goal in plan.goals.lanes)
        steps = sum(isinstance(goal, NewStep) for goal in plan.goals.steps)
        parts = [counted(words, "clip.card", "clip.cards", cards)]
        parts += [counted(words, "paste.new_lanes_one", "paste.new_lanes", lanes)] if lanes else []
        parts += [counted(words, "paste.new_steps_one", "paste.new_steps", steps)] if steps else []
        return " · ".join(parts)

    def _told(self, name: str, heading: str) -> Told:
        if not name:
            return Told(self._words("paste.out"), heading, out=True)
        return Told(name, "" if heading == name else heading)
