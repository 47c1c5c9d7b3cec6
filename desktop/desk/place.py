"""Placing new things: at the dashed slot, or wherever a gesture points."""

from collections.abc import Callable
from dataclasses import replace

from desktop.desk.cells import shown_lanes
from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.desk.homes import Home, Search, Way, below, home
from desktop.desk.telling import noun
from desktop.document.base import following, in_order
from desktop.document.edits.cards import Spot, add_card
from desktop.document.edits.lanes import add_lane, edit_group, hide_lane
from desktop.document.edits.markers import label_marker, marker_at, place_marker
from desktop.document.edits.parts import the_map
from desktop.document.edits.stages import add_stage
from desktop.document.edits.steps import add_step
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.kinds import KIND_OF_LANE, LANE_KINDS
from desktop.document.locate import columns_of, stage_of
from desktop.document.project import Project
from desktop.document.things import Things
from desktop.layout.names import lane_name

USUAL = ("actions", "touchpoints", "thoughts", "emotions", "pains", "opportunities", "backstage", "metrics", "notes")
"""The lanes that a map has before any others, in the order in which they are added."""


class Place:
    """Makes drafts of new things: the text is written before anything changes, and both together are one undo step.

    Only an emotion marker needs no text and is placed at once.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def place(self, kind: str) -> Draft | None:
        """Places a kind at the dashed slot. What is returned waits for its text; None when nothing is left to write."""
        if kind == "emotion":
            self.emotion(0.0)
            return None
        return self.draft(kind)

    def draft(self, kind: str, spot: Spot | None = None) -> Draft | None:
        """A card, stage, step or lane at a spot, by default the dashed slot; where it cannot be, why is said.

        A card that does not belong there goes to the lane of its kind, which is made where there is none. Stages,
        steps and lanes come behind the one that holds the spot.
        """
        journey, at = self._desk.journey, spot or self.spot(kind)
        if journey is None:
            return None
        if kind in ("stage", "step", "lane"):
            return self._structure(kind, journey, at)
        goal = self._goal(journey, kind, at)
        return self.card(kind, *goal) if goal else None

    def emotion(self, value: float, spot: Spot | None = None) -> bool:
        """Places a feeling of the map's persona, −2 to +2, in the emotion lane at a spot's step; whether it could."""
        journey, at = self._desk.journey, spot or self.spot("emotion")
        goal = self._goal(journey, "emotion", at) if journey else None
        if goal is None:
            return False
        draft = self.marker(value, goal[0], goal[1].step)
        return self._desk.attempt(draft.label, lambda _: draft.with_text(""), (draft.thing,))

    def spot(self, kind: str) -> Spot | None:
        """Where a kind is placed when nobody says: the dashed slot, else its lane at the step of what is selected.

        None where the map has no steps.
        """
        target, journey = self._desk.target, self._desk.journey
        if target is not None or journey is None:
            return target
        step = _step_of(journey, self._desk.chosen)
        lanes = shown_lanes(journey, self._desk.lens)
        meant = next((lane.id for lane in lanes if KIND_OF_LANE.get(lane.kind) == kind), "")
        return Spot(meant or (lanes[-1].id if lanes else ""), step) if step else None

    def kind_at(self, spot: Spot) -> str:
        """The kind of card that typing at a spot makes."""
        lane = find(self._desk.journey.lanes, spot.lane) if self._desk.journey else None
        return KIND_OF_LANE.get(lane.kind, "note") if lane else "note"

    def card(self, kind: str, goal: Home, spot: Spot) -> Draft:
        """A card in its home; the caller vouches that the spot is in that lane."""
        ready, new, label = self.ready(goal), self._desk.new_id(), self.label(kind)
        map_id = self._desk.map_id
        return Draft(
            new,
            "",
            lambda text: add_card(ready(), map_id, spot, kind, new_id=lambda: new, text=text),
            label,
            fresh=True,
        )

    def marker(self, value: float, goal: Home, step: str) -> Draft:
        """A feeling of the map's persona, or her marker that is there already at another value; the text labels it."""
        journey, map_id, ready = self._desk.journey, self._desk.map_id, self.ready(goal)
        persona = journey.persona if journey else ""
        there = marker_at(goal.lane, step, persona)
        marker = there.id if there else self._desk.new_id()

        def with_text(text: str) -> Project:
            project = place_marker(
                ready(), map_id, goal.lane.id, step, persona=persona, value=value, new_id=lambda: marker
            )
            return label_marker(project, map_id, marker, text) if text else project

        return Draft(marker, there.label if there else "", with_text, self.label("emotion"), there is None, bare=True)

    def stage(self, before: str) -> Draft:
        """A stage before another one, "" at the end."""
        desk, map_id = self._desk, self._desk.map_id
        new = desk.new_id(), desk.new_id()
        return self._bare(
            new[0],
            "stage",
            lambda text: add_stage(desk.project, map_id, text, new_id=iter(new).__next__, before=before),
        )

    def step(self, stage: str, before: str) -> Draft:
        """A step in a stage before another of its steps, "" at its end."""
        desk, map_id, new = self._desk, self._desk.map_id, self._desk.new_id()
        return self._bare(
            new,
            "step",
            lambda text: add_step(desk.project, map_id, stage, text, new_id=lambda: new, before=before),
        )

    def lane(self, before: str) -> Draft:
        """A lane before another one, "" at the foot, of the first usual kind that the map has not."""
        desk, map_id, new = self._desk, self._desk.map_id, self._desk.new_id()
        kind = missing_lane(desk.journey) if desk.journey else USUAL[0]
        return self._bare(
            new,
            "lane",
            lambda text: add_lane(desk.project, map_id, kind, text, new_id=lambda: new, before=before),
        )

    def reveal(self, goal: Home) -> None:
        """Shows the lane in which something is going to be written, and says that it was hidden."""
        lens, lane = self._desk.lens, goal.lane
        if goal.way is Way.HIDDEN:
            self._desk.look(replace(lens, lanes=lens.lanes - {lane.id}))
            self._desk.said.emit(self._desk.words("said.lane_shown").format(lane=lane_name(lane, self._desk.words)))

    def ready(self, goal: Home) -> Callable[[], Project]:
        """The project with its home made or shown, from the desk's as it is at that time."""
        desk, map_id, lane = self._desk, self._desk.map_id, goal.lane

        def ready() -> Project:
            if goal.way is not Way.HIDDEN:
                return goal.made(desk.project, map_id)
            project = hide_lane(desk.project, map_id, lane.id, False)
            group = find(the_map(project, map_id).groups, lane.group)
            return edit_group(project, map_id, group.id, folded=False) if group else project

        return ready

    def _goal(self, journey: JourneyMap, kind: str, spot: Spot | None) -> tuple[Home, Spot] | None:
        """Home and spot for a kind that is meant for a spot; why there is none is said."""
        if spot is None:
            self._refuse("map.no_steps")
            return None
        order = [lane.id for lane in in_order(journey.lanes)]
        here = order.index(spot.lane) if spot.lane in order else 0
        shown = {lane.id for lane in shown_lanes(journey, self._desk.lens)}
        search = Search(kind, spot.lane, shown, self._desk.new_id())
        goal = home(journey, search, lambda lane: abs(order.index(lane.id) - here))
        if goal.way is Way.LOCKED:
            self._refuse("lane.locked")
            return None
        self.reveal(goal)
        if goal.way is Way.HERE:
            return goal, spot
        return goal, Spot(goal.lane.id, spot.step)

    def _structure(self, kind: str, journey: JourneyMap, spot: Spot | None) -> Draft | None:
        if kind == "lane":
            return self.lane(below(journey, spot.lane) if spot else "")
        stage = stage_of(journey, spot.step) if spot else None
        if kind == "stage":
            return self.stage(following(in_order(journey.stages), stage.id if stage else ""))
        if stage is None or spot is None:
            self._refuse("map.no_stages")
            return None
        return self.step(stage.id, following(in_order(stage.steps), spot.step))

    def _bare(self, thing: str, kind: str, with_text: Callable[[str], Project]) -> Draft:
        return Draft(thing, "", with_text, self.label(kind), fresh=True, bare=True)

    def label(self, kind: str) -> str:
        """What an edit is called that places a kind."""
        words = self._desk.words
        return words("edit.place").format(kind=noun(words, kind))

    def _refuse(self, code: str) -> None:
        self._desk.said.emit(self._desk.sentence(EditError(code)))


def missing_lane(journey: JourneyMap) -> str:
    """The kind of lane that a map lacks first, the usual ones before all others; notes when it has every kind."""
    there = {lane.kind for lane in journey.lanes}
    return next((kind for kind in (*USUAL, *LANE_KINDS) if kind not in there), "notes")


def _step_of(journey: JourneyMap, found: Things) -> str:
    """The first step of what is selected, else of the map; "" when it has none."""
    columns = columns_of(journey)
    steps = [card.first for card in found.cards] + [marker.step for marker in found.markers]
    steps += [step.id for step in found.steps] + [in_order(stage.steps)[0].id for stage in found.stages if stage.steps]
    known = [step for step in steps if step in columns.index]
    return min(known, key=columns.index.__getitem__) if known else next(iter(columns.steps), "")
