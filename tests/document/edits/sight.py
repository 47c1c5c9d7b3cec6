"""Short views of a project for assertions on edits."""

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Stage
from desktop.document.keyed import find
from desktop.document.locate import card_at, columns_of
from desktop.document.project import Project


def visit(project: Project) -> JourneyMap:
    found = find(project.maps, "visit")
    assert found is not None
    return found


def columns(project: Project) -> str:
    """The ids of the steps from left to right."""
    return " ".join(columns_of(visit(project)).steps)


def stages(project: Project) -> dict[str, str]:
    """Stage → its steps, in order."""
    row = in_order(visit(project).stages)
    return {stage.id: " ".join(step.id for step in in_order(stage.steps)) for stage in row}


def stage(project: Project, name: str) -> Stage:
    found = find(visit(project).stages, name)
    assert found is not None
    return found


def lanes(project: Project) -> str:
    """The ids of the lanes from top to bottom."""
    return " ".join(lane.id for lane in in_order(visit(project).lanes))


def lane(project: Project, name: str) -> Lane:
    found = find(visit(project).lanes, name)
    assert found is not None
    return found


def card(project: Project, name: str) -> Card:
    at = card_at(visit(project), name)
    assert at is not None
    return at.card


def cell(project: Project, lane_id: str, step: str) -> str:
    """The ids of the cards that begin in a cell, from the top."""
    return " ".join(card.id for card in in_order(lane(project, lane_id).cards) if card.first == step)


def span(project: Project, name: str) -> tuple[str, str]:
    return card(project, name).first, card(project, name).last


def markers(project: Project) -> dict[str, tuple[str, str, float]]:
    """Marker → step, persona, value."""

    def view(marker: Marker) -> tuple[str, str, float]:
        return marker.step, marker.persona, marker.value

    return {marker.id: view(marker) for one in visit(project).lanes for marker in one.markers}


def inbox(project: Project) -> dict[str, str]:
    """Title of a group → its cards in order."""
    return {group.title: " ".join(one.id for one in in_order(group.cards)) for group in visit(project).inbox}


def links(project: Project) -> set[str]:
    return {link.id for link in visit(project).links}
