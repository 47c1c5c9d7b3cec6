"""What is entered into a field of one thing or several, as one undo step."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce
from types import MappingProxyType
from typing import Any

from desktop.desk.desk import Desk
from desktop.document.base import IdSource, Part
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import convert_cards, span_card, the_cards
from desktop.document.edits.facets import edit_facet, with_value
from desktop.document.edits.facts import edit_map, edit_project, edit_task
from desktop.document.edits.groups import join_group
from desktop.document.edits.lanes import edit_lane, hide_lane, lock_lane, set_lane_height
from desktop.document.edits.links import edit_link
from desktop.document.edits.markers import edit_marker, move_marker
from desktop.document.edits.parts import the, the_map
from desktop.document.edits.people import edit_goal, edit_metric, edit_persona
from desktop.document.edits.segments import edit_segment
from desktop.document.edits.stages import rename_stage
from desktop.document.edits.steps import rename_step, set_step_width
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane, Link, Stage, Step, Task
from desktop.document.locate import columns_of, marker_lane
from desktop.document.project import Goal, Metric, Persona, Project, Segment


@dataclass(frozen=True, slots=True)
class Entered:
    """A value for the field at a path (see `value_at`) of the things with these ids."""

    map_id: str
    ids: tuple[str, ...]
    path: str
    value: Any


Put = Callable[[Project, Entered, str, IdSource], Project]
"""Puts what was entered into one thing, by its id."""


class Entries:
    """Enters values on a desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def enter(self, sort: type[Part], entered: Entered) -> str:
        """Makes it one edit; the sentence why it is refused, "" when it is not. `sort`: of what the things are."""
        try:
            candidate = put(self._desk.project, sort, entered, self._desk.new_id)
        except EditError as error:
            return self.sentence(error)
        self._desk.edit(self._label(entered), candidate)
        return ""

    def sentence(self, error: EditError) -> str:
        """Why a value is refused: the field says itself which it is."""
        code = f"reason.{error.arguments.get('reason', '')}"
        said = self._desk.words(code)
        return self._desk.sentence(error) if said == code else said

    def _label(self, entered: Entered) -> str:
        return self._desk.words("edit.field").format(field=self._desk.words(f"field.{entered.path}"))


def put(project: Project, sort: type[Part], entered: Entered, new_id: IdSource) -> Project:
    """The project with what was entered. EditError says why it is refused."""
    if sort is Card and entered.path == "kind":
        return convert_cards(project, entered.map_id, entered.ids, entered.value)
    if sort is Card and entered.path not in ENDS:
        return edit_facet(project, entered.map_id, entered.ids, entered.path, entered.value)
    if sort is Lane and entered.path == "group":
        return join_group(project, entered.map_id, entered.ids, entered.value, new_id=new_id)
    into = PUTS[sort]
    return reduce(lambda done, one: into(done, entered, one, new_id), entered.ids, project)


ENDS = ("first", "last")


def _span(project: Project, entered: Entered, card_id: str, _new_id: IdSource) -> Project:
    """The other end gives way where the card would end before it begins."""
    map_ = the_map(project, entered.map_id)
    (at,) = the_cards(map_, (card_id,))
    ends = {"first": at.card.first, "last": at.card.last, entered.path: str(entered.value)}
    columns = columns_of(map_).index
    if columns.get(ends["first"], -1) > columns.get(ends["last"], -1):
        ends = dict.fromkeys(ENDS, str(entered.value))
    return span_card(project, entered.map_id, card_id, ends["first"], ends["last"])


def _marker(project: Project, entered: Entered, marker_id: str, _new_id: IdSource) -> Project:
    map_ = the_map(project, entered.map_id)
    lane = marker_lane(map_, marker_id)
    if lane is None:
        raise EditError("missing", id=marker_id)
    marker = the(lane.markers, marker_id)
    if entered.path == "value":
        return move_marker(project, entered.map_id, marker_id, marker.step, entered.value)
    name = entered.path.partition(".")[0]
    value = getattr(with_value(marker, entered.path, entered.value), name)
    return edit_marker(project, entered.map_id, marker_id, **{name: value})


def _lane(project: Project, entered: Entered, lane_id: str, _new_id: IdSource) -> Project:
    verb = LANE_VERBS.get(entered.path)
    if verb is not None:
        return verb(project, entered.map_id, lane_id, entered.value)
    return edit_lane(project, entered.map_id, lane_id, **{entered.path: entered.value})


LANE_VERBS: Mapping[str, Callable[[Project, str, str, Any], Project]] = MappingProxyType(
    {"hidden": hide_lane, "locked": lock_lane, "height": set_lane_height}
)


def _step(project: Project, entered: Entered, step_id: str, _new_id: IdSource) -> Project:
    verb = set_step_width if entered.path == "width" else rename_step
    return verb(project, entered.map_id, step_id, entered.value)


def _stage(project: Project, entered: Entered, stage_id: str, _new_id: IdSource) -> Project:
    return rename_stage(project, entered.map_id, stage_id, entered.value)


def _link(project: Project, entered: Entered, link_id: str, _new_id: IdSource) -> Project:
    return edit_link(project, entered.map_id, link_id, **{entered.path: entered.value})


def _map(project: Project, entered: Entered, map_id: str, _new_id: IdSource) -> Project:
    return edit_map(project, map_id, **{entered.path: entered.value})


def _persona(project: Project, entered: Entered, persona_id: str, _new_id: IdSource) -> Project:
    return edit_persona(project, persona_id, **{entered.path: entered.value})


def _segment(project: Project, entered: Entered, segment_id: str, _new_id: IdSource) -> Project:
    return edit_segment(project, segment_id, **{entered.path: entered.value})


def _goal(project: Project, entered: Entered, goal_id: str, _new_id: IdSource) -> Project:
    return edit_goal(project, goal_id, **{entered.path: entered.value})


def _metric(project: Project, entered: Entered, metric_id: str, _new_id: IdSource) -> Project:
    return edit_metric(project, metric_id, **{entered.path: entered.value})


def _task(project: Project, entered: Entered, task_id: str, _new_id: IdSource) -> Project:
    return edit_task(project, entered.map_id, task_id, **{entered.path: entered.value})


def _project(project: Project, entered: Entered, _id: str, _new_id: IdSource) -> Project:
    return edit_project(project, **{entered.path: entered.value})


PUTS: Mapping[type[Part], Put] = MappingProxyType({
    Card: _span,
    Marker: _marker,
    Lane: _lane,
    Step: _step,
    Stage: _stage,
    Link: _link,
    JourneyMap: _map,
    Persona: _persona,
    Segment: _segment,
    Goal: _goal,
    Metric: _metric,
    Task: _task,
    Project: _project,
})  # fmt: skip
