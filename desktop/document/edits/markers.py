"""Emotion markers: place, move, label, star, remove. One persona has at most one at a step of a lane."""

from collections.abc import Collection
from typing import Any

from desktop.document.base import IdSource
from desktop.document.cards import Marker
from desktop.document.edits.parts import edited, facts, made, the, the_map, with_lane, with_map
from desktop.document.edits.references import known
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import among, drop, put, swap
from desktop.document.locate import columns_of, marker_lane
from desktop.document.project import Project


def place_marker(
    project: Project, map_id: str, lane_id: str, step_id: str, *, persona: str, value: float, new_id: IdSource
) -> Project:
    """A feeling from −2 to +2, rounded to tenths; where the persona has a marker there, it gets the value."""
    known(project, {"persona": persona})
    map_ = the_map(project, map_id)
    lane = emotion_lane(map_, lane_id)
    _the_step(map_, step_id)
    there = marker_at(lane, step_id, persona)
    value = round(float(value), 1)
    if there is not None:
        return with_lane(project, map_, edited(lane, markers=put(lane.markers, felt(there, value))))
    new = made(Marker, id=new_id(), step=step_id, persona=persona, value=value)
    return with_lane(project, map_, edited(lane, markers=put(lane.markers, new)))


def move_marker(project: Project, map_id: str, marker_id: str, step_id: str, value: float) -> Project:
    """To a step and a value, in its lane; a marker that the persona has there gives way."""
    map_ = the_map(project, map_id)
    lane, marker = _lane_and_marker(map_, marker_id)
    _the_step(map_, step_id)
    there = marker_at(lane, step_id, marker.persona)
    others = drop(lane.markers, {there.id}) if there and there.id != marker_id else lane.markers
    moved = edited(felt(marker, round(float(value), 1)), step=step_id)
    return with_lane(project, map_, edited(lane, markers=put(others, moved)))


def edit_marker(project: Project, map_id: str, marker_id: str, **fields: Any) -> Project:
    """Persona, label, star, evidence and how the value was computed. A persona who has a marker there is refused."""
    for name in fields.keys() & {"step", "value"}:
        raise EditError("field.own_verb", field=name)
    known(project, fields)
    map_ = the_map(project, map_id)
    lane, marker = _lane_and_marker(map_, marker_id)
    new = facts(marker, fields)
    there = marker_at(lane, new.step, new.persona)
    if there is not None and there.id != marker_id:
        raise EditError("marker.taken", id=there.id)
    return with_lane(project, map_, edited(lane, markers=put(lane.markers, new)))


def label_marker(project: Project, map_id: str, marker_id: str, label: str) -> Project:
    """The few words beside the marker."""
    return edit_marker(project, map_id, marker_id, label=label)


def star_marker(project: Project, map_id: str, marker_id: str, starred: bool) -> Project:
    """Whether it is a moment of truth."""
    return edit_marker(project, map_id, marker_id, starred=starred)


def remove_markers(project: Project, map_id: str, ids: Collection[str]) -> Project:
    """Without these markers; EditError when one is missing or in a locked lane."""
    map_ = the_map(project, map_id)
    for one in ids:
        _lane_and_marker(map_, one)
    lanes = (edited(lane, markers=drop(lane.markers, ids)) if among(lane.markers, ids) else lane for lane in map_.lanes)
    return with_map(project, edited(map_, lanes=swap(map_.lanes, lanes)))


def felt(marker: Marker, value: float) -> Marker:
    """The marker with a value that somebody gives it. Another one than what was computed is nobody's answer any more:
    how it was computed goes, and the evidence that came with it."""
    if marker.computed is None or value == marker.value:
        return edited(marker, value=value)
    proof = marker.evidence
    gone = proof is not None and proof.source == marker.computed.source
    return edited(marker, value=value, computed=None, evidence=None if gone else proof)


def marker_at(lane: Lane, step_id: str, persona: str) -> Marker | None:
    """The persona's marker at a step."""
    return next((one for one in lane.markers if one.step == step_id and one.persona == persona), None)


def emotion_lane(map_: JourneyMap, lane_id: str) -> Lane:
    """The lane with this id; EditError when it is missing, locked or of another kind."""
    lane = the(map_.lanes, lane_id)
    if lane.locked:
        raise EditError("lane.locked", lane=lane_id)
    if lane.kind != "emotions":
        raise EditError("lane.no_markers", lane=lane_id)
    return lane


def _lane_and_marker(map_: JourneyMap, marker_id: str) -> tuple[Lane, Marker]:
    lane = marker_lane(map_, marker_id)
    if lane is None:
        raise EditError("missing", id=marker_id)
    if lane.locked:
        raise EditError("lane.locked", lane=lane.id)
    return lane, the(lane.markers, marker_id)


def _the_step(map_: JourneyMap, step_id: str) -> None:
    if step_id not in columns_of(map_).index:
        raise EditError("missing", id=step_id)
