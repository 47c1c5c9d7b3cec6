"""What is copied out of a map: a small project of its own, with nothing in it that was not chosen."""

from collections.abc import Collection, Set
from dataclasses import dataclass

from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Stage
from desktop.document.keyed import among, find
from desktop.document.locate import columns_of
from desktop.document.project import Project
from desktop.document.things import Things, things

WHATS = ("cards", "lanes", "steps", "stages")
"""What a clip brings: cards and markers alone, or the lanes, steps or stages that they stand in as well."""

CARDS, LANES, STEPS, STAGES = WHATS


@dataclass(frozen=True, slots=True)
class Clip:
    """`project` holds one map with the lanes, steps, cards, markers and links concerned, and the personas and metrics
    that they name. It keeps their ids; whoever pastes gives new ones."""

    what: str
    project: Project

    @property
    def journey(self) -> JourneyMap:
        return self.project.maps[0]

    @property
    def counts(self) -> dict[str, int]:
        """How many of what it brings: {"stage": 1}, or of cards and markers {"card": 3, "marker": 1}."""
        journey = self.journey
        steps = [step for stage in journey.stages for step in stage.steps]
        wholes = {STAGES: journey.stages, STEPS: steps, LANES: journey.lanes}
        if self.what in wholes:
            return {self.what.removesuffix("s"): len(wholes[self.what])}
        counts = {
            "card": sum(len(lane.cards) for lane in journey.lanes),
            "marker": sum(len(lane.markers) for lane in journey.lanes),
        }
        return {name: count for name, count in counts.items() if count}

    @property
    def assets(self) -> frozenset[str]:
        """The keys of the pictures that are shown."""
        pictures = [card.picture for lane in self.journey.lanes for card in lane.cards]
        pictures += [persona.picture for persona in self.project.personas]
        return frozenset(picture.asset for picture in pictures if picture)


def clip_of(project: Project, map_id: str, ids: Collection[str]) -> Clip | None:
    """The things with these ids and what they hold; None when none of them is on the map.

    Stages win over steps, these over lanes, and these over cards and markers: a clip brings one sort of thing.
    """
    journey = find(project.maps, map_id)
    chosen = things(journey, ids) if journey else Things()
    if journey is None or not (chosen.cards or chosen.markers or chosen.lanes or chosen.steps or chosen.stages):
        return None
    what = STAGES if chosen.stages else STEPS if chosen.steps else LANES if chosen.lanes else CARDS
    return Clip(what, _around(project, _cut_out(journey, chosen, what)))


def _cut_out(journey: JourneyMap, chosen: Things, what: str) -> JourneyMap:
    """The map with the chosen lanes or columns, or the cells that hold the chosen cards, and nothing else."""
    if what in (STAGES, STEPS):
        steps = {step.id for stage in chosen.stages for step in stage.steps} or {step.id for step in chosen.steps}
        lanes = [_over(journey, lane, steps) for lane in journey.lanes]
    elif what == LANES:
        steps = set(columns_of(journey).steps)
        lanes = list(chosen.lanes)
    else:
        steps = set(columns_of(journey).steps)
        lanes = [_only(lane, chosen) for lane in journey.lanes]
    held = tuple(lane for lane in lanes if what == LANES or lane.cards or lane.markers)
    there = {card.id for lane in held for card in lane.cards}
    links = tuple(link for link in journey.links if link.source in there and link.target in there)
    stages = tuple(cut for stage in journey.stages if (cut := _of_steps(stage, steps)).steps)
    return JourneyMap(id=journey.id, title=journey.title, stages=stages, lanes=held, links=links)


def _of_steps(stage: Stage, steps: Set[str]) -> Stage:
    return changed(stage, steps=tuple(step for step in stage.steps if step.id in steps))


def _only(lane: Lane, chosen: Things) -> Lane:
    cards, markers = ({thing.id for thing in group} for group in (chosen.cards, chosen.markers))
    return changed(lane, cards=tuple(among(lane.cards, cards)), markers=tuple(among(lane.markers, markers)))


def _over(journey: JourneyMap, lane: Lane, steps: Set[str]) -> Lane:
    """The lane with what stands on these steps; spanning cards end with them."""
    columns = columns_of(journey)
    cards = []
    for card in lane.cards:
        over = [columns.steps[column] for column in columns.span(card) if columns.steps[column] in steps]
        if over:
            cards.append(changed(card, first=over[0], last=over[-1]))
    return changed(lane, cards=tuple(cards), markers=tuple(m for m in lane.markers if m.step in steps))


def _around(project: Project, journey: JourneyMap) -> Project:
    """A project for this map with the personas and metrics that it names."""
    cards: list[Card] = [card for lane in journey.lanes for card in lane.cards]
    people = {card.persona for card in cards}
    people |= {marker.persona for lane in journey.lanes for marker in lane.markers}
    figures = {card.measure.metric for card in cards if card.measure}
    return Project(
        id=project.id,
        language=project.language,
        personas=tuple(among(project.personas, people)),
        metrics=tuple(among(project.metrics, figures)),
        maps=(journey,),
    )
