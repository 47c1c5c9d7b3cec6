"""Pasting text of other programs: a column of lines at a spot, or cells into lanes and steps that are said for each row
and each column."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop.document.base import IdSource, following, in_order
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot, add_cards
from desktop.document.edits.lanes import add_lane
from desktop.document.edits.markers import label_marker, marker_at, place_marker
from desktop.document.edits.parts import edited, inserted, made, the, the_map, with_lane
from desktop.document.edits.stages import add_stage
from desktop.document.edits.steps import add_step
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import swap
from desktop.document.kinds import DIVIDERS, KIND_OF_LANE
from desktop.document.locate import columns_of, stage_of
from desktop.document.project import Project

_FEELING = re.compile(r"^([+−-]?[0-2](?:[.,]\d)?)(?:\s+(.*))?$", re.DOTALL)
"""A value and, behind it, a label."""


@dataclass(frozen=True, slots=True)
class NewLane:
    """A lane that is made for a row, under the lane of the row before it or at the foot."""

    title: str
    kind: str = "notes"


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step that is made for a column, behind the step of the column before it or at the end of the map."""

    title: str


LaneGoal = str | NewLane
"""Where a row goes: a lane by its id, a new one, or "" for nowhere."""

StepGoal = str | NewStep
"""Where a column goes: a step by its id, a new one, or "" for nowhere."""


@dataclass(frozen=True, slots=True)
class Goals:
    """Where each row and each column of a table goes; two may go to the same place."""

    lanes: tuple[LaneGoal, ...]
    steps: tuple[StepGoal, ...]


def paste_column(project: Project, map_id: str, texts: Sequence[str], target: Spot, *, new_id: IdSource) -> Project:
    """A stack of cards at a spot, one per text, in the kind of its lane; values from −2 to +2 in an emotion lane
    become the marker of the map's persona, the last one stays. EditError when they cannot go there."""
    lane = the(the_map(project, map_id).lanes, target.lane)
    _refuse(lane)
    if lane.kind == "emotions":
        return _felt(project, map_id, Spot(lane.id, target.step), texts, new_id)
    return add_cards(project, map_id, target, _kind(lane), texts, new_id=new_id) if texts else project


def paste_cells(
    project: Project,
    map_id: str,
    rows: Sequence[Sequence[str]],
    goals: Goals,
    *,
    new_id: IdSource,
    split: bool = True,
) -> Project:
    """The texts of a table at the foot of their cells on the map; all rows are as long as there are goals of columns.

    With `split` each line of a text is a card of its own. In an emotion lane a text must begin with a value. New lanes
    and steps are made even where nothing comes to stand. EditError when a lane refuses.
    """
    project, steps = _with_steps(project, map_id, goals.steps, new_id)
    project, lanes = _with_lanes(project, map_id, goals.lanes, new_id)
    for lane_id in dict.fromkeys(filter(None, lanes)):
        wanted = [
            (step, text)
            for row, lane in zip(rows, lanes, strict=True)
            if lane == lane_id
            for step, cell in zip(steps, row, strict=True)
            if step
            for text in _texts(the_map(project, map_id), lane_id, cell, split)
        ]
        project = _filled(project, map_id, lane_id, wanted, new_id)
    return project


def texts_of(cell: str, split: bool) -> list[str]:
    """The cards that a cell becomes: one for each of its lines, or one for the whole."""
    lines = cell.split("\n") if split else [cell]
    return [line.strip() for line in lines if line.strip()]


def _texts(map_: JourneyMap, lane_id: str, cell: str, split: bool) -> list[str]:
    """A feeling may go over several lines, unless each of them is one."""
    lines = texts_of(cell, split)
    felt = the(map_.lanes, lane_id).kind == "emotions" and not all(map(is_feeling, lines))
    return texts_of(cell, split=False) if felt else lines


def is_feeling(text: str) -> bool:
    """Whether a text may stand in an emotion lane."""
    found = _FEELING.match(text)
    return found is not None and abs(_value(found)) <= 2


def open_lanes(lanes: Iterable[Lane]) -> list[Lane]:
    """The lanes from top to bottom that take something."""
    return [lane for lane in in_order(lanes) if not (lane.locked or lane.hidden or lane.kind in DIVIDERS)]


def _filled(
    project: Project, map_id: str, lane_id: str, wanted: Sequence[tuple[str, str]], new_id: IdSource
) -> Project:
    """One lane with all that comes into it at once: a table of thousands of cells is no thousands of edits."""
    map_ = the_map(project, map_id)
    lane = the(map_.lanes, lane_id)
    if not wanted:
        return project
    _refuse(lane)
    if lane.kind == "emotions":
        for step, text in wanted:
            project = _felt(project, map_id, Spot(lane_id, step), (text,), new_id)
        return project
    cards = [made(Card, id=new_id(), kind=_kind(lane), first=step, last=step, text=text) for step, text in wanted]
    row = in_order(lane.cards)
    return with_lane(project, map_, edited(lane, cards=swap(lane.cards, inserted(row, len(row), cards))))


def _kind(lane: Lane) -> str:
    return KIND_OF_LANE.get(lane.kind, "note")


def _refuse(lane: Lane) -> None:
    if lane.locked or lane.kind in DIVIDERS:
        raise EditError("lane.locked" if lane.locked else "lane.no_cards", lane=lane.id)


def _felt(project: Project, map_id: str, spot: Spot, texts: Iterable[str], new_id: IdSource) -> Project:
    persona = the_map(project, map_id).persona
    for text in texts:
        found = _FEELING.match(text)
        if found is None or not is_feeling(text):
            raise EditError("lane.no_cards", lane=spot.lane)
        value = _value(found)
        project = place_marker(project, map_id, spot.lane, spot.step, persona=persona, value=value, new_id=new_id)
        marker = marker_at(the(the_map(project, map_id).lanes, spot.lane), spot.step, persona)
        if found[2] and marker:
            project = label_marker(project, map_id, marker.id, " ".join(found[2].split()))
    return project


def _value(found: re.Match[str]) -> float:
    return float(found[1].replace(",", ".").replace("−", "-"))


def _with_steps(
    project: Project, map_id: str, goals: Sequence[StepGoal], new_id: IdSource
) -> tuple[Project, list[str]]:
    """The project with the new steps, and the id of the step for each column."""
    found: list[str] = []
    for goal in goals:
        if isinstance(goal, NewStep):
            project, step = _with_step(project, map_id, goal, next(filter(None, reversed(found)), ""), new_id)
            found.append(step)
        else:
            found.append(goal)
    columns = columns_of(the_map(project, map_id)).index
    for step in filter(None, found):
        if step not in columns:
            raise EditError("missing", id=step)
    return project, found


def _with_step(project: Project, map_id: str, goal: NewStep, behind: str, new_id: IdSource) -> tuple[Project, str]:
    map_, step = the_map(project, map_id), new_id()
    behind = behind or next(iter(columns_of(map_).steps[::-1]), "")
    stage = stage_of(map_, behind)
    if stage is None:
        ids = iter((new_id(), step))
        return add_stage(project, map_id, goal.title, new_id=lambda: next(ids)), step
    before = following(in_order(stage.steps), behind)
    return add_step(project, map_id, stage.id, goal.title, new_id=lambda: step, before=before), step


def _with_lanes(
    project: Project, map_id: str, goals: Sequence[LaneGoal], new_id: IdSource
) -> tuple[Project, list[str]]:
    """The project with the new lanes, and the id of the lane for each row."""
    found: list[str] = []
    for goal in goals:
        if isinstance(goal, NewLane):
            lane, above = new_id(), next(filter(None, reversed(found)), "")
            before = following(in_order(the_map(project, map_id).lanes), above) if above else ""
            project = add_lane(project, map_id, goal.kind, goal.title, new_id=iter((lane,)).__next__, before=before)
            found.append(lane)
        else:
            found.append(goal)
    return project, found
