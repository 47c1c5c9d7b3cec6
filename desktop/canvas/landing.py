"""Where dragged cards may land, and the project they make there."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.canvas.hits import Hits
from desktop.document.cards import Card
from desktop.document.edits.cards import Spot, move_cards
from desktop.document.journey import Lane
from desktop.document.kinds import DIVIDERS, LANE_OF_KIND
from desktop.document.project import Project
from desktop.layout.places import Layout, Row, Slot
from desktop.layout.slots import slot_at

ANYWHERE = "note"
"""The kind of card that may stand in every lane for cards."""

REACH = 80
"""How far above the first and below the last lane a drop still counts, in layout units."""


@dataclass(frozen=True, slots=True)
class Landing:
    """A slot for the card in the hand; `led` when the pointer is over a lane that such a card does not go to."""

    slot: Slot
    row: Row
    led: bool = False


def landing_at(layout: Layout, card: Card, home: Lane, x: float, y: float) -> Landing | None:
    """Where a card that stands in `home` lands when dropped at (x, y).

    That is the lane under the pointer if the card belongs there, else the nearest lane of its kind at that step.
    None beside the map, on a locked lane, and where no lane takes it.
    """
    row = min(layout.rows, key=lambda other: _gap(other, y), default=None)
    if row is None or _gap(row, y) > REACH:
        return None
    led = not _belongs(card, row.lane, home)
    if led:
        row = min(
            (other for other in layout.rows if takes(other.lane, card)), key=lambda other: _gap(other, y), default=None
        )
    if row is None or row.lane.locked:
        return None
    inside = min(max(y, row.y), row.y + row.height - 0.01)
    slot = slot_at(layout, x, inside)
    return Landing(slot, row, led) if slot is not None and slot.lane == row.lane.id else None


def takes(lane: Lane, card: Card) -> bool:
    """Whether a lane is of the card's kind and not locked."""
    return lane.kind == LANE_OF_KIND.get(card.kind) and not lane.locked


def moved(project: Project, hits: Hits, cards: Iterable[str], held: str, slot: Slot) -> Project:
    """The project with the held card in a slot and the others moved along with it.

    Cards of the held card's cell go with it; others keep their distance in steps as far as the map reaches, and their
    lane unless it is the held card's lane. The project itself when nothing changes. EditError when a lane refuses.
    """
    home = hits.find(held)
    if home is None:
        return project
    map_id = hits.layout.map.id
    steps = [column.step.id for column in hits.layout.columns]
    here = home[0].lane.id, home[1].first
    shift = steps.index(slot.step) - here[1]
    for (lane, first), ids in _cells(hits, cards).items():
        goal = slot.lane if lane == here[0] else lane, min(max(first + shift, 0), len(steps) - 1)
        if (lane, first) == here:
            project = move_cards(project, map_id, ids, slot)
        elif goal != (lane, first):
            project = move_cards(project, map_id, ids, Spot(goal[0], steps[goal[1]]))
    return project


def _cells(hits: Hits, cards: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """The cards by lane and first column."""
    cells: dict[tuple[str, int], list[str]] = {}
    for card in cards:
        found = hits.find(card)
        if found is not None:
            row, place = found
            cells.setdefault((row.lane.id, place.first), []).append(card)
    return cells


def _belongs(card: Card, lane: Lane, home: Lane) -> bool:
    if lane.kind == "emotions" or lane.kind in DIVIDERS:
        return False
    return lane.id == home.id or card.kind == ANYWHERE or lane.kind == LANE_OF_KIND.get(card.kind, lane.kind)


def _gap(row: Row, y: float) -> float:
    return max(row.y - y, y - (row.y + row.height), 0.0)
