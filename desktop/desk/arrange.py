"""What one does to the things that are selected: delete, duplicate, convert, move, span, judge, star."""

from collections.abc import Sequence
from functools import partial

from desktop.desk import shift
from desktop.desk.cells import shown_lanes
from desktop.desk.desk import Desk
from desktop.desk.direction import Direction
from desktop.desk.offer import Choice, Offer
from desktop.desk.removal import homeless, removed
from desktop.desk.telling import noun, told
from desktop.document.base import IdSource, in_order
from desktop.document.cards import Card
from desktop.document.clip import clip_of
from desktop.document.edits.cards import Spot, convert_cards, copy_cards, edit_cards
from desktop.document.edits.lanes import edit_lane
from desktop.document.edits.markers import star_marker
from desktop.document.edits.paste import paste
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.kinds import LANE_OF_KIND
from desktop.document.locate import steps_in_order
from desktop.document.project import Project
from desktop.document.things import Things


class Arrange:
    """The verbs of a selection; each is one undo step and answers whether anything changed."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def remove(self) -> bool:
        """Deletes cards, markers and links; what stands in stages, steps and lanes that go is offered a way back."""
        desk, chosen = self._desk, self._desk.chosen
        journey = desk.journey
        if journey is None or not chosen.ids:
            return False
        label, form = self._label("edit.remove", chosen), desk.words("inbox.from")
        keep = partial(removed, map_id=journey.id, chosen=chosen, form=form)
        count = homeless(journey, chosen)
        if not desk.attempt(label, partial(keep, new_id=desk.new_id), ()):
            return False
        if count:
            self._offer(label, partial(keep, new_id=None), count)
        return True

    def _offer(self, label: str, for_good: partial[Project], count: int) -> None:
        """What stood there is in the inbox: all of it may come back, or go for good, as the same undo step."""
        desk = self._desk
        sentence = desk.words("offer.swept" if count > 1 else "offer.swept_one").format(label=label, count=count)

        def drop() -> None:
            desk.undo()
            desk.attempt(label, for_good, ())

        choices = Choice(desk.words("offer.undo"), desk.undo), Choice(desk.words("offer.delete"), drop)
        desk.offered.emit(Offer(sentence, choices))

    def duplicate(self) -> bool:
        """Copies right behind the originals, and selects them; stages, steps and lanes with what is in them."""
        desk, chosen = self._desk, self._desk.chosen
        journey, new = desk.journey, list[str]()
        if journey is None:
            return False

        def verb(project: Project) -> Project:
            if chosen.stages or chosen.steps or chosen.lanes:
                return _pasted(project, journey, chosen, desk.new_id, new)
            return _copied(project, journey, chosen.cards, desk.new_id, new)

        return desk.attempt(self._label("edit.duplicate", chosen), verb, new)

    def convert(self, kind: str) -> bool:
        """Makes the selected cards, or else lanes, of another kind; they stay where they are."""
        desk, chosen = self._desk, self._desk.chosen
        label = desk.words("edit.convert").format(what=told(desk.words, chosen), kind=noun(desk.words, kind))
        if chosen.cards:
            ids = [card.id for card in chosen.cards]
            return desk.attempt(label, lambda project: convert_cards(project, desk.map_id, ids, kind))
        lane_kind = LANE_OF_KIND.get(kind)
        if not chosen.lanes or not lane_kind:
            return False

        def converted(project: Project, map_id: str, lane_id: str) -> Project:
            return edit_lane(project, map_id, lane_id, kind=lane_kind)

        return desk.attempt_each(label, converted, [lane.id for lane in chosen.lanes])

    def converts(self) -> bool:
        """Whether something is selected that can be of another kind."""
        chosen = self._desk.chosen
        return bool(chosen.cards or chosen.lanes)

    def move(self, direction: Direction) -> bool:
        """Everything selected one place further: across by steps, up and down in its cell and then on to other lanes.

        Columns go across only, lanes up and down; the feeling of a marker rises and falls by half a point.
        """
        desk, chosen = self._desk, self._desk.chosen
        journey = desk.journey
        if journey is None or not chosen.ids:
            return False
        verb = partial(self._across if direction.across else self._down, journey=journey, chosen=chosen)
        by = direction.across or direction.down
        done = desk.attempt(self._label("edit.move_what", chosen), lambda project: verb(project, by=by))
        self._aim_after(chosen)
        return done

    def _across(self, project: Project, *, journey: JourneyMap, chosen: Things, by: int) -> Project:
        if chosen.stages:
            return shift.stages_across(project, journey, chosen.stages, by)
        if chosen.steps:
            return shift.steps_across(project, journey, chosen.steps, by)
        project = shift.cards_across(project, journey, chosen.cards, by)
        return shift.markers_across(project, journey, chosen.markers, by)

    def _down(self, project: Project, *, journey: JourneyMap, chosen: Things, by: int) -> Project:
        lanes = shown_lanes(journey, self._desk.lens)
        if chosen.lanes:
            return shift.lanes_down(project, journey, lanes, chosen.lanes, by)
        project = shift.cards_down(project, journey, lanes, chosen.cards, by)
        return shift.markers_felt(project, journey, chosen.markers, -by / 2)

    def span(self, direction: Direction) -> bool:
        """The end of the selected cards one step further or less far."""
        desk, chosen = self._desk, self._desk.chosen
        journey = desk.journey
        if journey is None or not chosen.cards:
            return False
        label = self._label("edit.span", Things(cards=chosen.cards))
        return desk.attempt(label, lambda whole: shift.cards_end(whole, journey, chosen.cards, direction.across))

    def nudge(self, delta: float) -> bool:
        """The selected feelings so much better, or worse where it is negative."""
        desk, chosen = self._desk, self._desk.chosen
        journey = desk.journey
        if journey is None or not chosen.markers:
            return False
        label = desk.words("edit.feel")
        return desk.attempt(label, lambda whole: shift.markers_felt(whole, journey, chosen.markers, delta))

    def star(self) -> bool:
        """Stars the selected cards and markers (a moment of truth), or takes the stars away where all have one."""
        desk, chosen = self._desk, self._desk.chosen
        marked = [thing.starred for group in (chosen.cards, chosen.markers) for thing in group]
        starred = not all(marked)

        def verb(project: Project) -> Project:
            for marker in chosen.markers:
                project = star_marker(project, desk.map_id, marker.id, starred)
            return edit_cards(project, desk.map_id, [card.id for card in chosen.cards], starred=starred)

        return bool(marked) and desk.attempt(desk.words("edit.star" if starred else "edit.unstar"), verb)

    def _label(self, code: str, chosen: Things) -> str:
        return self._desk.words(code).format(what=told(self._desk.words, chosen))

    def _aim_after(self, chosen: Things) -> None:
        """The slot goes along with a card that moved."""
        journey = self._desk.journey
        for lane in journey.lanes if journey and len(chosen.cards) == 1 else ():
            card = find(lane.cards, chosen.cards[0].id)
            if card is not None:
                self._desk.aim(Spot(lane.id, card.first, after=card.id))


def _copied(project: Project, journey: JourneyMap, cards: Sequence[Card], new_id: IdSource, new: list[str]) -> Project:
    """With a copy of the cards of each cell behind the last of them."""

    def noted() -> str:
        new.append(new_id())
        return new[-1]

    cells: dict[tuple[str, str], list[Card]] = {}
    for lane in journey.lanes:
        for card in in_order(card for card in cards if find(lane.cards, card.id)):
            cells.setdefault((lane.id, card.first), []).append(card)
    for (lane_id, step), group in cells.items():
        spot = Spot(lane_id, step, after=group[-1].id)
        project = copy_cards(project, journey.id, [card.id for card in group], spot, new_id=noted)
    return project


def _pasted(project: Project, journey: JourneyMap, chosen: Things, new_id: IdSource, new: list[str]) -> Project:
    """With a copy of stages, steps or lanes, and all that stands in them, behind the last of them."""
    clip = clip_of(project, journey.id, chosen.ids)
    if clip is None:
        return project
    order = [step.id for step in steps_in_order(journey)]
    steps = [step.id for stage in chosen.stages for step in stage.steps] or [step.id for step in chosen.steps]
    last = max(steps, key=order.index, default=next(iter(order), ""))
    lane = in_order(chosen.lanes or journey.lanes)[-1].id if journey.lanes else ""
    done = paste(project, journey.id, clip, Spot(lane, last), new_id=new_id)
    new += done.ids
    return done.project
