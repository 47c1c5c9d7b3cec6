"""Pasting text of other programs: every cell of a table becomes cards in a cell of the map."""

import re
from collections.abc import Mapping, Sequence
from typing import TypeVar

from desktop.document.base import IdSource, in_order
from desktop.document.edits.cards import Spot, add_cards, column
from desktop.document.edits.markers import label_marker, marker_at, place_marker
from desktop.document.edits.parts import the, the_map
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Lane
from desktop.document.kinds import DIVIDERS, KIND_OF_LANE
from desktop.document.locate import columns_of
from desktop.document.project import Project

_FEELING = re.compile(r"^([+−-]?[0-2](?:[.,]\d)?)(?:\s+(.*))?$")
"""A value and, behind it, a label."""

T = TypeVar("T")


def paste_rows(
    project: Project, map_id: str, rows: Sequence[Sequence[str]], target: Spot, *, new_id: IdSource
) -> Project:
    """One column of texts becomes a stack of cards at the target, in the kind of its lane; of a table, rows go to the
    lanes from the target's down and columns to the steps from the target's on.

    Names of lanes before the rows and of steps over the columns, where the first cell is empty, say where things go as
    far as they are known. What reaches beyond the map goes to its last lane or step. Lines of a cell are cards of
    their own. In an emotion lane a value from −2 to +2 becomes the marker of the map's persona. Locked and hidden
    lanes are passed over. EditError when nothing can go there.
    """
    map_ = the_map(project, map_id)
    steps, lanes = columns_of(map_).steps, _from(map_, target.lane)
    across = list(steps[column(columns_of(map_), target.step) :])
    if all(len(row) == 1 for row in rows):
        texts = [text for row in rows for text in row if text]
        return _put(project, map_id, the(map_.lanes, target.lane), target, texts, new_id=new_id)
    if not rows[0][0]:
        across = _named(rows[0][1:], {step.title: step.id for one in map_.stages for step in one.steps}, across)
        lanes = _named([row[0] for row in rows[1:]], {one.title: one for one in _open(map_)}, lanes)
        rows = [row[1:] for row in rows[1:]]
    for down, row in enumerate(rows):
        lane = lanes[min(down, len(lanes) - 1)]
        for at, cell in enumerate(row):
            spot = Spot(lane.id, across[min(at, len(across) - 1)])
            texts = [line.strip() for line in cell.split("\n") if line.strip()]
            project = _put(project, map_id, lane, spot, texts, new_id=new_id)
    return project


def _put(project: Project, map_id: str, lane: Lane, spot: Spot, texts: Sequence[str], *, new_id: IdSource) -> Project:
    if lane.kind != "emotions":
        kind = KIND_OF_LANE.get(lane.kind, "note")
        return add_cards(project, map_id, spot, kind, texts, new_id=new_id) if texts else project
    for text in texts:
        project = _felt(project, map_id, spot, text, new_id)
    return project


def _felt(project: Project, map_id: str, spot: Spot, text: str, new_id: IdSource) -> Project:
    found = _FEELING.match(text)
    value = float(found[1].replace(",", ".").replace("−", "-")) if found else 9.0
    if found is None or abs(value) > 2:
        raise EditError("lane.no_cards", lane=spot.lane)
    persona = the_map(project, map_id).persona
    project = place_marker(project, map_id, spot.lane, spot.step, persona=persona, value=value, new_id=new_id)
    marker = marker_at(the(the_map(project, map_id).lanes, spot.lane), spot.step, persona)
    return label_marker(project, map_id, marker.id, found[2]) if found[2] and marker else project


def _open(map_: JourneyMap) -> list[Lane]:
    """The lanes from top to bottom that take something."""
    return [lane for lane in in_order(map_.lanes) if not (lane.locked or lane.hidden or lane.kind in DIVIDERS)]


def _from(map_: JourneyMap, lane_id: str) -> list[Lane]:
    meant = the(map_.lanes, lane_id)
    lanes = _open(map_)
    if meant not in lanes:
        raise EditError("lane.locked" if meant.locked else "lane.no_cards", lane=lane_id)
    return lanes[lanes.index(meant) :]


def _named(names: Sequence[str], known: Mapping[str, T], otherwise: Sequence[T]) -> list[T]:
    """What each name stands for; an unknown one for what has its number."""
    places = (known.get(name) or otherwise[min(at, len(otherwise) - 1)] for at, name in enumerate(names))
    return list(places) or list(otherwise)
