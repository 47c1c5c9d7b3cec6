"""The way a map is looked at: what is hidden, folded or filtered out. It never changes what the map says."""

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from desktop.document.base import Identified
from desktop.document.cards import Card, Evidence, Marker
from desktop.document.journey import JourneyMap, View
from desktop.document.project import Project
from desktop.method import coverage


@dataclass(frozen=True, slots=True)
class Lens:
    """`lanes` are hidden and `stages` folded by their ids. The sets of words filter cards: an empty one lets all pass,
    and "" in one stands for cards without any.

    What does not pass is dimmed, or left out with `leave_out`.
    """

    lanes: frozenset[str] = frozenset()
    stages: frozenset[str] = frozenset()
    personas: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    channels: frozenset[str] = frozenset()
    evidence: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    segments: frozenset[str] = frozenset()
    leave_out: bool = False

    @property
    def filters(self) -> bool:
        """Whether there may be cards or markers that do not pass."""
        return any(getattr(self, facet) for facet in FACETS)


CLEAR = Lens()
"""Everything is seen."""

FACETS = ("kinds", "personas", "segments", "owners", "channels", "tags", "evidence")
"""The fields that filter, in the order in which they are offered."""


def passes(card: Card, lens: Lens) -> bool:
    """Whether a card is let through. One that names no persona or segment is about all of them."""
    return (
        (not lens.kinds or card.kind in lens.kinds)
        and (not lens.personas or not card.persona or card.persona in lens.personas)
        and (not lens.segments or not segment_of(card) or segment_of(card) in lens.segments)
        and (not lens.owners or card.owner in lens.owners)
        and (not lens.channels or card.channel in lens.channels)
        and (not lens.tags or bool(lens.tags.intersection(card.tags or ("",))))
        and (not lens.evidence or state_of(card.evidence) in lens.evidence)
    )


def feels(marker: Marker, lens: Lens) -> bool:
    """Whether an emotion marker is let through; only persona and evidence count, and what was computed is measured."""
    mine = not lens.personas or not marker.persona or marker.persona in lens.personas
    return mine and (not lens.evidence or coverage.state_of(marker) in lens.evidence)


def values(card: Card) -> dict[str, tuple[str, ...]]:
    """What a card says of every facet; "" where it says nothing, no persona and no segment where it is about all."""
    return {
        "kinds": (card.kind,),
        "personas": (card.persona,) if card.persona else (),
        "segments": (segment_of(card),) if segment_of(card) else (),
        "owners": (card.owner,),
        "channels": (card.channel,),
        "tags": card.tags or ("",),
        "evidence": (state_of(card.evidence),),
    }


def segment_of(card: Card) -> str:
    """For whom a tactic is; "" for everybody."""
    return card.tactic.segment if card.kind == "tactic" and card.tactic else ""


def lens_of(view: View) -> Lens:
    """The lens that a view was saved from."""
    words = {name: frozenset(getattr(view, name)) for name in ("lanes", "stages", *FACETS)}
    return Lens(**words, leave_out=view.leave_out)


def alive(lens: Lens, project: Project, journey: JourneyMap) -> Lens:
    """The lens without lanes, stages and personas that are no longer there."""
    lanes, stages = _there(lens.lanes, journey.lanes), _there(lens.stages, journey.stages)
    return replace(lens, lanes=lanes, stages=stages, personas=_there(lens.personas, project.personas))


def saved(lens: Lens) -> dict[str, Any]:
    """The fields of a view that is looked at through this lens."""
    named = {field.name: getattr(lens, field.name) for field in fields(Lens)}
    return {name: value if isinstance(value, bool) else tuple(sorted(value)) for name, value in named.items()}


def _there(ids: frozenset[str], things: Iterable[Identified]) -> frozenset[str]:
    return ids & {thing.id for thing in things} if ids else ids


def state_of(evidence: Evidence | None) -> str:
    """The state of evidence; "" where there is none."""
    return evidence.state if evidence else ""
