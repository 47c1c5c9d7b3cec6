"""Two maps of a project held against each other: what is new, gone or other, and how much better it feels."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.document.base import by_id, changed, in_order
from desktop.document.cards import Marker
from desktop.document.compare import compare
from desktop.document.derived import with_origins
from desktop.document.difference import Difference
from desktop.document.edits.parts import alter_cards
from desktop.document.journey import JourneyMap, Link
from desktop.document.locate import steps_in_order
from desktop.document.project import Project
from desktop.document.renew import renamed
from desktop.document.together import together
from desktop.method.pairing import Pairing, pairing, said

OWN = ("title", "status", "date", "version", "owner", "review", "reviewed", "printed", "rank")
"""What a map says of itself alone."""

ASIDE = ("snapshots", "agenda", "views", "ballots", "tasks", "inbox", "parking", "passed", "shows", "hushed")
"""What belongs to the work on a map, and is no part of the journey."""


@dataclass(frozen=True, slots=True)
class Gap:
    """How a persona feels at a step in either map, −2 to +2; None where that map does not say. `step` is that of the
    first map, that of the second where the first has no such step; `title` is what people call it."""

    step: str
    title: str
    persona: str
    before: float | None
    after: float | None

    @property
    def difference(self) -> float | None:
        """By how much it feels better in the second map; in steps of 0.1."""
        return None if self.before is None or self.after is None else round(self.after - self.before, 1) + 0.0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two maps, and what differs.

    before, after: projects with one map each, of one id; what stands for each other has the same id in both, which is
    that of the first map. So both can be drawn with one set of marks, and over each other. `names` gives a thing's own
    id in the second map by the id that it has in `after`.
    """

    one: JourneyMap
    other: JourneyMap
    pairing: Pairing
    before: Project
    after: Project
    differences: tuple[Difference, ...]
    gaps: tuple[Gap, ...]

    @property
    def names(self) -> Mapping[str, str]:
        return self.pairing.there

    def together(self) -> Project:
        """The second map with what is only in the first standing where it stood there. To be looked at, not kept."""
        return changed(self.after, maps=(together(self.before.maps[0], self.after.maps[0]),))


def comparison(project: Project, one: JourneyMap, other: JourneyMap) -> Comparison:
    """What one map of a project has that another has not, and the other way round; what stands for each other in them
    may be called otherwise."""
    pairs = pairing(project, one, other)
    names = {**pairs.back, **_paired_groups(one, other), other.id: one.id}
    names |= _paired_links(one, other, names)
    before, after = (_alone(project, _bare(map_, one)) for map_ in (one, renamed(other, names)))
    gaps = tuple(_gaps(before.maps[0], after.maps[0]))
    return Comparison(one, other, pairs, before, after, compare(before, after), gaps)


def mean_gap(gaps: tuple[Gap, ...]) -> float | None:
    """By how much it feels better on average, over the steps that both maps tell of; None where there are none."""
    known = [gap.difference for gap in gaps if gap.difference is not None]
    return sum(known) / len(known) if known else None


def _paired_groups(one: JourneyMap, other: JourneyMap) -> dict[str, str]:
    """Groups of lanes of the second map → those of the first with the same title."""
    titles = {said(group.title): group.id for group in in_order(one.groups)[::-1] if group.title.strip()}
    found: dict[str, str] = {}
    for group in in_order(other.groups):
        mate = titles.pop(said(group.title), "")
        found |= {group.id: mate} if mate else {}
    return found


def _paired_links(one: JourneyMap, other: JourneyMap, names: Mapping[str, str]) -> dict[str, str]:
    """Arrows of the second map → those of the first between the same cards."""
    there = {(link.kind, link.source, link.target): link.id for link in one.links}
    ends = ((link, (link.kind, _of(link.source, names), _of(link.target, names))) for link in other.links)
    return {link.id: there.pop(end) for link, end in ends if end in there}


def _of(name: str, names: Mapping[str, str]) -> str:
    return names.get(name, name)


def _bare(map_: JourneyMap, like: JourneyMap) -> JourneyMap:
    """The journey alone, without what was said of it on the way there, and called as the first map is."""
    fields: dict[str, Any] = {name: getattr(like, name) for name in OWN} | dict.fromkeys(ASIDE, ())
    bare = with_origins(changed(map_, **fields, origin=""), lambda _: None)
    bare = alter_cards(bare, lambda cards: tuple(changed(card, votes=0, seen=0, comments=()) for card in cards))
    lanes = by_id(changed(lane, locked=False, height=0.0) for lane in bare.lanes)
    stages = by_id(
        changed(stage, steps=by_id(changed(step, width=1.0) for step in stage.steps)) for stage in bare.stages
    )
    return changed(bare, lanes=lanes, stages=stages, links=_standing(bare))


def _standing(map_: JourneyMap) -> tuple[Link, ...]:
    """The arrows between cards that stand in the journey."""
    there = {card.id for lane in map_.lanes for card in lane.cards}
    return tuple(link for link in map_.links if {link.source, link.target} <= there)


def _alone(project: Project, map_: JourneyMap) -> Project:
    return changed(project, maps=(map_,), editions=(), surveys=())


def _gaps(before: JourneyMap, after: JourneyMap) -> Iterator[Gap]:
    """Step by step as in the first map, those that only the second has where they stand in it; the map's own persona
    first."""
    felt = [_felt(before), _felt(after)]
    personas = sorted(
        {persona for _, persona in felt[0].keys() | felt[1].keys()}, key=lambda one: (one != before.persona, one)
    )
    for step, title in _columns(before, after):
        for persona in personas:
            values = [side.get((step, persona)) for side in felt]
            if any(value is not None for value in values):
                yield Gap(step, title, persona, *(marker.value if marker else None for marker in values))


def _felt(map_: JourneyMap) -> dict[tuple[str, str], Marker]:
    """By step and persona; where several lanes tell of one, the topmost."""
    found: dict[tuple[str, str], Marker] = {}
    for lane in in_order(map_.lanes):
        for marker in lane.markers:
            found.setdefault((marker.step, marker.persona), marker)
    return found


def _columns(before: JourneyMap, after: JourneyMap) -> Iterator[tuple[str, str]]:
    """The steps of both maps from left to right with their titles, or those of their stages."""
    whole = together(before, after)
    stages = {step.id: stage.title for stage in whole.stages for step in stage.steps}
    return ((step.id, step.title or stages[step.id]) for step in steps_in_order(whole))
