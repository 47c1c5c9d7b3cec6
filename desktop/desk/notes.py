"""A line from the scribe bar as a card, a feeling, or a part of the map's structure."""

from dataclasses import dataclass
from typing import Any

from desktop.desk.cells import is_bare
from desktop.desk.desk import Desk
from desktop.desk.landing import Landing
from desktop.desk.place import Place
from desktop.document.cards import Card, Marker, Pain
from desktop.document.edits.cards import Spot, add_card, convert_cards, edit_cards, move_cards
from desktop.document.edits.inbox import add_notes, regroup
from desktop.document.edits.markers import edit_marker, marker_at, move_marker, place_marker
from desktop.document.edits.parts import the, the_map
from desktop.document.edits.steps import rename_step
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.locate import card_at, columns_of, marker_lane
from desktop.document.project import Project
from desktop.scribe.grammar import STRUCTURE, Line, What


@dataclass(frozen=True, slots=True)
class Note:
    """A note by the ids of its thing and of the lane that may have to be made for it; what was typed, and where it
    came to."""

    thing: str
    lane: str
    line: Line | None = None
    kind: str = ""
    spot: Spot | None = None


def named_thing(journey: JourneyMap, thing: str) -> Card | Marker | None:
    """The card or the marker with this id."""
    at = card_at(journey, thing)
    lane = None if at else marker_lane(journey, thing)
    return at.card if at else find(lane.markers, thing) if lane else None


def thing_of(journey: JourneyMap, note: Note, line: Line, there: Landing) -> str:
    """The id of what a new note has become: a persona has one feeling at a step, which says something else now."""
    if there.kind != "emotion" or there.spot is None:
        return note.thing
    persona = line.said(What.PERSONA) or journey.persona
    felt = marker_at(_lane(journey, there.spot), there.spot.step, persona)
    return felt.id if felt else note.thing


def made(desk: Desk, note: Note, line: Line, there: Landing) -> Project:
    """The project with a new note. EditError where it is impossible."""
    spot = there.spot
    if spot is None:
        return _in_inbox(desk, note, line, there.kind)
    if there.kind in STRUCTURE:
        return _structure(desk, line, there.kind, spot)
    project = _ready(desk, there)
    if there.kind == "emotion":
        return _felt(project, desk.map_id, note, line, spot)
    fields = {"text": line.text, **_fields(line)}
    return add_card(project, desk.map_id, spot, there.kind, new_id=lambda: note.thing, **fields)


def aimed_again(desk: Desk, note: Note, line: Line, there: Landing) -> Project:
    """The project with the last note where the line says, and as it says; what the line does not say stays."""
    journey = the_map(desk.project, desk.map_id)
    thing = named_thing(journey, note.thing)
    if thing is None:
        raise EditError("missing", id=note.thing)
    if isinstance(thing, Marker):
        return _felt_elsewhere(desk, thing, line, there)
    if there.kind == "emotion" or there.kind in STRUCTURE:
        raise EditError("lane.no_cards", lane=there.spot.lane if there.spot else "")
    project = _converted(_ready(desk, there), desk.map_id, thing, there.kind)
    fields = {"text": line.text or thing.text, **_fields(line, thing)}
    project = edit_cards(project, desk.map_id, (thing.id,), **fields)
    return _moved(desk, project, thing, there)


def _converted(project: Project, map_id: str, card: Card, kind: str) -> Project:
    return project if card.kind == kind else convert_cards(project, map_id, (card.id,), kind)


def _moved(desk: Desk, project: Project, card: Card, there: Landing) -> Project:
    at = card_at(the_map(project, desk.map_id), card.id)
    if there.spot is None:
        stays = at is not None and at.cluster is not None
        return project if stays else regroup(project, desk.map_id, (card.id,), new_id=desk.new_id)
    if at and at.lane and (at.lane.id, card.first) == (there.spot.lane, there.spot.step):
        return project
    return move_cards(project, desk.map_id, (card.id,), Spot(there.spot.lane, there.spot.step))


def _fields(line: Line, card: Card | None = None) -> dict[str, Any]:
    """The fields of a card that the chips say."""
    fields: dict[str, Any] = {name: line.said(what) for name, what in NAMED.items() if line.said(what)}
    if severity := line.said(What.SEVERITY):
        before = card.pain if card and card.pain else Pain()
        fields["pain"] = before.model_copy(update={"severity": int(severity)})
    return {**fields, "starred": True} if line.said(What.STAR) else fields


NAMED = {"channel": What.CHANNEL, "persona": What.PERSONA}


def _ready(desk: Desk, there: Landing) -> Project:
    """The project with the lane that the note needs."""
    return Place(desk).ready(there.home)() if there.home else desk.project


def _in_inbox(desk: Desk, note: Note, line: Line, kind: str) -> Project:
    ids = iter((note.thing, note.lane))
    project = add_notes(desk.project, desk.map_id, (line.text,), new_id=ids.__next__, kind=kind)
    fields = _fields(line)
    return edit_cards(project, desk.map_id, (note.thing,), **fields) if fields else project


def grown(before: JourneyMap, after: JourneyMap, spot: Spot) -> Spot:
    """Where notes go once a line has made a part of the structure: its first step, or its lane; else the spot."""
    known, lanes = columns_of(before).index, {lane.id for lane in before.lanes}
    step = next((step for step in columns_of(after).steps if step not in known), spot.step)
    return Spot(next((lane.id for lane in after.lanes if lane.id not in lanes), spot.lane), step)


def _structure(desk: Desk, line: Line, kind: str, spot: Spot) -> Project:
    """A step takes the place of the one that a new stage begins with, as long as that is bare."""
    if kind == "step" and is_bare(the_map(desk.project, desk.map_id), spot.step):
        return rename_step(desk.project, desk.map_id, spot.step, line.text)
    draft = Place(desk).draft(kind, spot)
    return draft.with_text(line.text) if draft else desk.project


def _felt(project: Project, map_id: str, note: Note, line: Line, spot: Spot) -> Project:
    """A feeling, or the one that the persona has at the step at another value and with another label."""
    journey = the_map(project, map_id)
    persona = line.said(What.PERSONA) or journey.persona
    there = marker_at(_lane(journey, spot), spot.step, persona)
    marker = there.id if there else note.thing
    value = float(line.said(What.FEELING) or (there.value if there else 0.0))
    project = place_marker(project, map_id, spot.lane, spot.step, persona=persona, value=value, new_id=lambda: marker)
    fields = {"label": line.text} if line.text else {}
    starred = {"starred": True} if line.said(What.STAR) else {}
    return edit_marker(project, map_id, marker, **fields, **starred) if fields or starred else project


def _felt_elsewhere(desk: Desk, marker: Marker, line: Line, there: Landing) -> Project:
    if there.kind != "emotion" or there.spot is None:
        raise EditError("lane.no_markers", lane=there.spot.lane if there.spot else "")
    value = float(line.said(What.FEELING) or marker.value)
    project = move_marker(desk.project, desk.map_id, marker.id, there.spot.step, value)
    said = {"persona": line.said(What.PERSONA), "label": line.text, "starred": bool(line.said(What.STAR))}
    return edit_marker(project, desk.map_id, marker.id, **{name: value for name, value in said.items() if value})


def _lane(journey: JourneyMap, spot: Spot) -> Lane:
    return the(journey.lanes, spot.lane)
