"""What is made ready when a point of the agenda begins: its lane in sight, the dashed slot in its first empty cell."""

from dataclasses import replace

from desktop.desk.cells import cards_in, holds_cards
from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.document.base import in_order
from desktop.document.edits.agenda import edit_point, lane_for
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import add_lane, edit_group, hide_lane
from desktop.document.edits.parts import the_map
from desktop.document.journey import AgendaPoint, JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import columns_of
from desktop.document.project import Project
from desktop.layout.names import lane_name, name_of


class Stagehand:
    """Works on the map that the desk shows."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def set(self, point: AgendaPoint) -> None:
        """Opens the lane and the stages of a point, aims at the first empty cell there, and selects nothing.

        A lane that the map has not is offered. Where the point is about no lane, the slot stays where it is.
        """
        desk, journey = self._desk, self._desk.journey
        if journey is None:
            return
        desk.select(())
        lane = lane_for(journey, point, desk.target.lane if desk.target else "")
        if lane is not None:
            self._show(lane)
            self._unfold(journey, lane, point)
        elif point.kind:
            self._offer(point)

    def make_lane(self, point: AgendaPoint) -> None:
        """A lane of the point's kind at the foot of the map, for that point; then it is opened."""
        desk, new = self._desk, self._desk.new_id()

        def made(project: Project) -> Project:
            project = add_lane(project, desk.map_id, point.kind, "", new_id=lambda: new)
            there = find(the_map(project, desk.map_id).agenda, point.id)
            return edit_point(project, desk.map_id, point.id, lane=new) if there else project

        if desk.attempt(desk.words("edit.lane_added"), made):
            self.set(replaced(point, new))

    def _show(self, lane: Lane) -> None:
        """Takes it out of what is hidden or folded: by the lens as far as that goes, else by an edit."""
        desk = self._desk
        if lane.id in desk.lens.lanes:
            desk.look(replace(desk.lens, lanes=desk.lens.lanes - {lane.id}))
        journey = desk.journey
        group = find(journey.groups, lane.group) if journey else None
        if desk.session.read_only or not (lane.hidden or (group and group.folded)):
            return

        def shown(project: Project) -> Project:
            project = hide_lane(project, desk.map_id, lane.id, False)
            return edit_group(project, desk.map_id, group.id, folded=False) if group else project

        desk.attempt(desk.words("edit.show_lane").format(lane=lane_name(lane, desk.words)), shown)

    def _unfold(self, journey: JourneyMap, lane: Lane, point: AgendaPoint) -> None:
        """Unfolds the stages of the point, all of them if none is left to work on, and aims."""
        desk = self._desk
        wanted = set(point.stages) or {stage.id for stage in journey.stages} - desk.lens.stages
        wanted = wanted or {stage.id for stage in journey.stages}
        desk.look(replace(desk.lens, stages=desk.lens.stages - wanted))
        steps = [step.id for stage in in_order(journey.stages) if stage.id in wanted for step in in_order(stage.steps)]
        spot = first_empty(journey, lane, steps)
        if spot is not None:
            desk.aim(spot)

    def _offer(self, point: AgendaPoint) -> None:
        desk = self._desk
        if desk.session.read_only:
            return
        kind = name_of("lane", point.kind, desk.words)
        sentence = desk.words("show.no_lane").format(lane=kind, title=point.title)
        desk.offered.emit(Offer(sentence, (Choice(desk.words("show.make_lane"), lambda: self.make_lane(point)),)))


def first_empty(journey: JourneyMap, lane: Lane, steps: list[str]) -> Spot | None:
    """The first of these steps in which nothing stands in the lane, the first of all when every cell is full.

    None in a divider, and where there are no steps.
    """
    if lane.kind in DIVIDERS or not steps:
        return None
    columns = columns_of(journey)
    felt = {marker.step for marker in lane.markers}
    for step in steps:
        if not (cards_in(lane, columns, columns.index[step]) if holds_cards(lane) else step in felt):
            return Spot(lane.id, step)
    return Spot(lane.id, steps[0])


def replaced(point: AgendaPoint, lane: str) -> AgendaPoint:
    """The point with another lane; not for the file."""
    return point.model_copy(update={"lane": lane})
