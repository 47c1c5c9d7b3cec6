"""The emotion curve from what people said: computed from a survey, or from the values of a workshop's participants."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from pydantic import JsonValue

from desktop.desk.concern import concern
from desktop.desk.desk import Desk
from desktop.document.base import in_order
from desktop.document.cards import Computed, Evidence, Marker
from desktop.document.edits.facts import edit_map
from desktop.document.edits.feelings import Feeling, set_feelings
from desktop.document.edits.markers import marker_at
from desktop.document.journey import Lane, Step
from desktop.document.keyed import find
from desktop.document.locate import steps_in_order
from desktop.document.project import Persona, Project, Survey
from desktop.document.segments import meanings
from desktop.layout.beside import GAP
from desktop.layout.names import counted, name_of
from desktop.method.feelings import answered, computed, read_values, scores_at, usual_mapping, written
from desktop.method.pairing import counterpart
from desktop.method.scales import BEST, WORST
from desktop.method.scores import Felt
from desktop.method.sieve import EVERYTHING, Sieve, cells, meant

LONGEST = 500
"""Letters of a source, as files have it."""

SURVEYED = "research"
"""The evidence of what a survey says."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a curve is to be computed from: which answers, and what feeling each score stands for."""

    lane: str
    persona: str
    survey: str
    mapping: Mapping[str, float] = field(hash=False)
    sieve: Sieve = EVERYTHING


@dataclass(frozen=True, slots=True)
class Outlook:
    """A step with the marker that stands there and what it would be; None where there is none."""

    step: Step
    marker: Marker | None
    felt: Felt | None


class CurveVerbs:
    """Both ways to a curve, for any open emotion lane of the map shown, and the other map's curve behind it."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def lanes(self) -> list[Lane]:
        """The emotion lanes in which markers can be put; the concerned ones first, then from top to bottom."""
        journey = self.desk.journey
        near = {lane.id for lane in concern(self.desk).lanes}
        found = in_order(journey.lanes) if journey else []
        open_ = (lane for lane in found if lane.kind == "emotions" and not lane.locked)
        return sorted(open_, key=lambda lane: lane.id not in near)

    @property
    def people(self) -> list[Persona]:
        """The map's own persona first."""
        journey = self.desk.journey
        mine = journey.persona if journey else ""
        return sorted(in_order(self.desk.project.personas), key=lambda persona: persona.id != mine)

    @property
    def surveys(self) -> list[Survey]:
        """Those in which somebody gave a score: the latest first, and of one day the one that most people answered."""
        scored = ((survey, answered(survey)) for survey in in_order(self.desk.project.surveys))
        found = [(survey.date, count, survey) for survey, count in scored if count]
        return [survey for *_, survey in sorted(found, key=lambda each: each[:2], reverse=True)]

    def mapping(self, survey: Survey, lane: str, persona: str) -> dict[str, float]:
        """The one by which the persona's curve was last computed from this survey, else the linear one."""
        for marker in self._markers(lane, persona):
            own = marker.computed is not None and marker.computed.source == source_of(survey)
            kept = marker.computed.mapping if marker.computed and own else None
            if isinstance(kept, dict) and kept and all(_is_point(*point) for point in kept.items()):
                return {score: float(str(value)) for score, value in kept.items()}
        return usual_mapping(survey)

    def segments(self, survey: Survey) -> list[str]:
        """The segments of the people who answered, in the order of the alphabet."""
        goes_by = meanings(self.desk.project)
        return sorted({goes_by.get(cell.segment, cell.segment) for cell in cells(survey)} - {""})

    def outlook(self, wish: Wish) -> list[Outlook]:
        """Every step from left to right with what would come of the wish."""
        return self._outlook(wish.lane, wish.persona, self._felt(wish))

    def compute(self, wish: Wish) -> bool:
        """Sets the markers of all steps that somebody spoke of; the others stay. Whether anything changed."""
        survey = find(self.desk.project.surveys, wish.survey)
        if survey is None:
            return False
        feelings = [
            Feeling(step, one.value, _computed(source_of(survey), one, dict(wish.mapping)), _evidence(survey, one))
            for step, one in self._felt(wish).items()
        ]
        return self._set("edit.curve_computed", wish.lane, wish.persona, feelings)

    def values(self, lane: str, persona: str) -> dict[str, str]:
        """By step the values that participants gave, as they were written."""
        found = ((marker.step, _given(marker)) for marker in self._markers(lane, persona))
        return {step: written(values) for step, values in found if values}

    def gather(self, lane: str, persona: str, texts: Mapping[str, str], source: str) -> bool:
        """Sets markers from what participants gave at each step; steps without values stay. Whether anything changed.

        ValueError for a word that is no feeling.
        """
        read = {step: read_values(text) for step, text in texts.items()}
        if any(each.wrong for each in read.values()):
            raise ValueError(next(each.wrong for each in read.values() if each.wrong))
        feelings = [
            Feeling(step, each.felt.value, _computed(source, each.felt, {"values": list(each.values)}))
            for step, each in read.items()
            if each.felt
        ]
        return self._set("edit.curve_gathered", lane, persona, feelings)

    @property
    def with_gap(self) -> bool:
        """Whether the other map's curve stands behind this one's, on the screen and in print."""
        journey = self.desk.journey
        return journey is not None and GAP in journey.shows

    def show_gap(self, on: bool) -> None:
        """With the other map's curve behind, or without; says so when there is no other map."""
        desk, journey = self.desk, self.desk.journey
        if journey is None or on == self.with_gap:
            return
        other = counterpart(desk.project, journey)
        if on and other is None:
            desk.said.emit(desk.words("curve.no_other"))
            return
        shows = (*(each for each in journey.shows if each != GAP), *((GAP,) if on else ()))
        label = desk.words("edit.gap_on" if on else "edit.gap_off")
        if desk.attempt(label, lambda project: edit_map(project, desk.map_id, shows=shows)) and on and other:
            title, kind = other.title or desk.words("project.untitled"), name_of("tab", other.status, desk.words)
            desk.said.emit(desk.words("curve.gap_shown").format(title=title, kind=kind))

    def _felt(self, wish: Wish) -> dict[str, Felt]:
        journey, survey = self.desk.journey, find(self.desk.project.surveys, wish.survey)
        if journey is None or survey is None:
            return {}
        return computed(scores_at(survey, journey, meant(self.desk.project, wish.sieve)), wish.mapping)

    def _outlook(self, lane_id: str, persona: str, felt: Mapping[str, Felt]) -> list[Outlook]:
        journey = self.desk.journey
        lane = find(journey.lanes, lane_id) if journey else None
        if journey is None or lane is None:
            return []
        steps = steps_in_order(journey)
        return [Outlook(step, marker_at(lane, step.id, persona), felt.get(step.id)) for step in steps]

    def _markers(self, lane_id: str, persona: str) -> Sequence[Marker]:
        journey = self.desk.journey
        lane = find(journey.lanes, lane_id) if journey else None
        return [marker for marker in lane.markers if marker.persona == persona] if lane else []

    def _set(self, label: str, lane: str, persona: str, feelings: Iterable[Feeling]) -> bool:
        desk, chosen = self.desk, list(feelings)

        def verb(project: Project) -> Project:
            return set_feelings(project, desk.map_id, lane, persona, chosen, new_id=desk.new_id)

        done = bool(chosen) and desk.attempt(desk.words(label), verb)
        if done:
            desk.said.emit(counted(desk.words, "said.curve_one", "said.curve", len(chosen)))
        return done


def source_of(survey: Survey) -> str:
    """What a marker says of where it was computed from: the survey, and what was asked where its title does not say."""
    asked = "" if survey.question in survey.title else survey.question
    return " · ".join(part for part in (survey.title, asked) if part)[:LONGEST]


def _computed(source: str, felt: Felt, mapping: JsonValue) -> Computed:
    return Computed(source=source, people=felt.people, spread=round(felt.spread, 2), mapping=mapping)


def _evidence(survey: Survey, felt: Felt) -> Evidence:
    return Evidence(state=SURVEYED, source=source_of(survey), date=survey.date, people=felt.people)


def _is_point(score: str, value: object) -> bool:
    """Whether this of a mapping in a file is a score with its feeling."""
    try:
        float(score)
    except ValueError:
        return False
    return isinstance(value, int | float) and not isinstance(value, bool) and WORST <= value <= BEST


def _given(marker: Marker) -> list[float]:
    """What participants gave, as far as the file tells."""
    kept = marker.computed.mapping if marker.computed else None
    values = kept.get("values") if isinstance(kept, dict) else None
    if not isinstance(values, list):
        return []
    return [float(value) for value in values if isinstance(value, int | float) and WORST <= value <= BEST]
