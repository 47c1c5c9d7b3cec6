"""Everything on all maps that one can go to by its name, and the way there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from desktop.desk.desk import Desk
from desktop.desk.lens import Lens, feels, passes
from desktop.desk.offer import Choice, Offer
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.lanes import edit_group, hide_lane
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.locate import stage_of
from desktop.document.project import Persona, Project
from desktop.layout.names import lane_name, name_of
from desktop.scribe.lookup import Block


@dataclass(frozen=True, slots=True)
class Landmark:
    """Something by its id and that of its map. `sort` is a kind, or map or cluster. `home` names the inbox or
    the parking lot; without one it stands on the map."""

    sort: str
    id: str
    map_id: str
    text: str
    lane: str = ""
    step: str = ""
    home: str = ""


INBOX, PARKING = "inbox", "parking"


class Landmarks:
    """All of them, in blocks to look through; what has not changed since is not made again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._known: dict[tuple[str, str], tuple[tuple[object, ...], Block[Landmark]]] = {}

    def blocks(self) -> list[Block[Landmark]]:
        """Those of the map shown first."""
        before, self._known = self._known, {}
        maps = sorted(in_order(self._desk.project.maps), key=lambda one: one.id != self._desk.map_id)
        return [block for journey in maps for block in self._of_map(journey, before)]

    def is_shown(self, map_id: str) -> bool:
        """Whether this is the map one looks at."""
        return map_id == self._desk.map_id

    def where(self, mark: Landmark) -> str:
        """“Map · Lane · Step”, as far as there are several maps and it stands in a lane or a step."""
        desk, words = self._desk, self._desk.words
        journey = find(desk.project.maps, mark.map_id)
        if journey is None:
            return ""
        said = [journey.title] if len(desk.project.maps) > 1 and mark.sort != "map" else []
        lane = find(journey.lanes, mark.lane)
        said += [lane_name(lane, words)] if lane else []
        said += [words(f"landmark.{mark.home}")] if mark.home else []
        stage = stage_of(journey, mark.step)
        step = find(stage.steps, mark.step) if stage else None
        said += [stage.title] if stage and mark.sort == "step" else [step.title] if step else []
        return " · ".join(filter(None, said))

    def go(self, mark: Landmark, *, also: bool = False) -> bool:
        """Shows the map and selects it, whatever one looks at; for what is hidden on the map itself an offer is made.

        With `also` what is selected stays so. Whether it is still there.
        """
        desk = self._desk
        if find(desk.project.maps, mark.map_id) is None:
            return False
        desk.show_map(mark.map_id)
        if mark.home or mark.sort == "map":
            return True
        desk.look(_seeing(desk, mark))
        desk.select((mark.id, *(desk.selected if also else ())))
        self._offer(mark)
        return mark.id in desk.selected

    def _of_map(
        self, journey: JourneyMap, before: dict[tuple[str, str], tuple[tuple[object, ...], Block[Landmark]]]
    ) -> Iterator[Block[Landmark]]:
        people = self._desk.project.personas
        words = self._desk.words
        parts: list[tuple[str, tuple[object, ...], Iterable[Landmark]]] = [
            ("", (journey.title, journey.stages), _columns(journey)),
            *((lane.id, (lane, people), self._of_lane(journey, lane, people)) for lane in in_order(journey.lanes)),
            (INBOX, (journey.inbox, words), self._of_inbox(journey)),
            (PARKING, (journey.parking, words), self._of_parking(journey)),
        ]
        for part, made_of, marks in parts:
            key = journey.id, part
            known = before.get(key)
            if known is None or any(a is not b for a, b in zip(known[0], made_of, strict=True)):
                known = made_of, Block((mark.text, mark) for mark in marks)
            self._known[key] = known
            yield known[1]

    def _of_lane(self, journey: JourneyMap, lane: Lane, people: tuple[Persona, ...]) -> Iterator[Landmark]:
        yield Landmark("lane", lane.id, journey.id, lane_name(lane, self._desk.words))
        for card in lane.cards:
            yield Landmark(card.kind, card.id, journey.id, self._text(card), lane.id, card.first)
        names = {persona.id: persona.name for persona in people} if lane.markers else {}
        for marker in lane.markers:
            text = _felt(marker, names.get(marker.persona, ""))
            yield Landmark("emotion", marker.id, journey.id, text, lane.id, marker.step)

    def _of_inbox(self, journey: JourneyMap) -> Iterator[Landmark]:
        for cluster in in_order(journey.inbox):
            if cluster.title:
                yield Landmark("cluster", cluster.id, journey.id, cluster.title, home=INBOX)
            for card in cluster.cards:
                yield Landmark(card.kind, card.id, journey.id, self._text(card), home=INBOX)

    def _of_parking(self, journey: JourneyMap) -> Iterator[Landmark]:
        for card in journey.parking:
            yield Landmark(card.kind, card.id, journey.id, self._text(card), home=PARKING)

    def _text(self, card: Card) -> str:
        return card.text or name_of("kind", card.kind, self._desk.words)

    def _offer(self, mark: Landmark) -> None:
        """To show the lane or the group in which it is hidden."""
        desk, journey = self._desk, self._desk.journey
        lane = find(journey.lanes, mark.lane or mark.id) if journey else None
        group = find(journey.groups, lane.group) if journey and lane else None
        if lane and (lane.hidden or (group and group.folded)):
            words, name = desk.words, lane_name(lane, desk.words)
            show = partial(_show_lane, desk, lane, group.id if group else "")
            choice = Choice(words("landmark.show"), show)
            desk.offered.emit(Offer(words("landmark.hidden").format(lane=name), (choice,)))


def _columns(journey: JourneyMap) -> Iterator[Landmark]:
    yield Landmark("map", journey.id, journey.id, journey.title)
    for stage in in_order(journey.stages):
        yield Landmark("stage", stage.id, journey.id, stage.title)
        for step in in_order(stage.steps):
            yield Landmark("step", step.id, journey.id, step.title, step=step.id)


def _felt(marker: Marker, name: str) -> str:
    """“moment of truth · Maya · +1.4”."""
    return " · ".join(filter(None, (marker.label, name, f"{marker.value:+g}".replace("-", "−"))))


def _seeing(desk: Desk, mark: Landmark) -> Lens:
    """The desk's lens as it must be for the thing to be seen."""
    lens, journey = desk.lens, desk.journey
    stage = stage_of(journey, mark.step) if journey else None
    lens = replace(lens, lanes=lens.lanes - {mark.lane, mark.id}, stages=lens.stages - {stage.id if stage else ""})
    lane = find(journey.lanes, mark.lane) if journey else None
    card = find(lane.cards, mark.id) if lane else None
    marker = find(lane.markers, mark.id) if lane else None
    through = (card is None or passes(card, lens)) and (marker is None or feels(marker, lens))
    return lens if through else replace(lens, leave_out=False)


def _show_lane(desk: Desk, lane: Lane, group: str) -> None:
    def verb(project: Project) -> Project:
        shown = hide_lane(project, desk.map_id, lane.id, False)
        return edit_group(shown, desk.map_id, group, folded=False) if group else shown

    desk.attempt(desk.words("landmark.show"), verb)
