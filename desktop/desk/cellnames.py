"""Cells by a few typed letters of their lane and their step, or by their address."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop.desk.cells import shown_lanes
from desktop.desk.lens import Lens
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.journey import JourneyMap
from desktop.document.kinds import DIVIDERS
from desktop.layout.addresses import cell
from desktop.layout.names import lane_name
from desktop.layout.style import Words
from desktop.scribe.fuzzy import ranked, score

FEW = 6
"""So many lanes and so many steps are put together."""


@dataclass(frozen=True, slots=True)
class CellName:
    """A cell and what it is called: lane, stage and step."""

    spot: Spot
    lane: str
    step: str


class CellNames:
    """The cells of a map for someone who types: lanes that take something, every step. `near` is meant where only the
    one or the other is named."""

    def __init__(self, journey: JourneyMap, lens: Lens, words: Words, near: Spot | None) -> None:
        self._journey = journey
        self._near = near
        lanes = [lane for lane in shown_lanes(journey, lens) if lane.kind not in DIVIDERS and not lane.locked]
        self._lanes = [(lane.id, lane_name(lane, words)) for lane in lanes]
        self._steps = [
            (step.id, " · ".join(filter(None, (stage.title, step.title))) or words("outline.untitled"))
            for stage in in_order(journey.stages)
            for step in in_order(stage.steps)
        ]

    def found(self, query: str, most: int = 8) -> list[CellName]:
        """The likeliest first: “pain ord” and “ord pain” mean the pain points of “Orders”, “C4” the cell with that
        address. The cells round the slot when nothing is asked for."""
        exact = cell(self._journey, query.strip())
        names = [self._named(*exact)] if exact and self._is_open(exact[0]) else []
        best: dict[Spot, tuple[float, CellName]] = {}
        for value, lane, step in self._pairs(query.split()):
            one = self._named(lane, step)
            if value > best.get(one.spot, (0.0, one))[0]:
                best[one.spot] = value, one
        row = sorted(best.values(), key=lambda pair: -pair[0])
        return [*names, *(one for _, one in row if one not in names)][:most]

    def _pairs(self, words: Sequence[str]) -> Iterator[tuple[float, str, str]]:
        """Every way to part the words between a lane and a step."""
        for at in range(len(words) + 1):
            head, tail = " ".join(words[:at]), " ".join(words[at:])
            for lane_words, step_words in {(head, tail), (tail, head)}:
                for lane, of_lane in self._best(lane_words, self._lanes, self._near.lane if self._near else ""):
                    for step, of_step in self._best(step_words, self._steps, self._near.step if self._near else ""):
                        yield of_lane + of_step, lane, step

    def _best(self, query: str, options: Sequence[tuple[str, str]], near: str) -> list[tuple[str, float]]:
        """The ids of what is meant, with how surely; without words what is near before all others."""
        if query:
            return [(one, score(query, name)) for one, name in ranked(query, options, lambda pair: pair[1])[:FEW]]
        ids = [one for one, _ in options]
        at = ids.index(near) if near in ids else 0
        return [(one, 1.0 / (distance + 1)) for distance, one in enumerate(ids[at : at + FEW])]

    def _is_open(self, lane_id: str) -> bool:
        return any(one == lane_id for one, _ in self._lanes)

    def _named(self, lane: str, step: str) -> CellName:
        return CellName(Spot(lane, step), dict(self._lanes)[lane], dict(self._steps)[step])
