"""The map that is printed held against the one that it is compared with: what the pages of a comparison say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.derived import derivable
from desktop.document.difference import TITLES, Difference, Where
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.locate import steps_in_order
from desktop.document.project import Project
from desktop.drawing.comparisonpages import Change, Sayings, Side, Stretch, Told, comparison_pages
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Drawing
from desktop.layout.dates import worded
from desktop.layout.differingvalues import label_of, said
from desktop.layout.gains import feelings, mean_told
from desktop.layout.names import counted, lane_name, name_of
from desktop.layout.signs import signed
from desktop.layout.style import Words
from desktop.method.comparing import Comparison, comparison
from desktop.method.pairing import counterpart, ordered
from desktop.plan.settings import Settings
from desktop.poster.press import Press

CODES = ("removed", "added", "moved", "ordered", "changed")
"""Of several that are told of one thing the first gives the sign."""

OWN = (*TITLES, "value")
"""Fields that are the words of a thing itself."""

ASIDE = ("link", "project")
"""What is told of on the screen alone: an arrow says little without its map."""

COUNTED = ("lane", "stage", "step", "card", "marker")


def comparison_list(
    press: Press, project: Project, journey: JourneyMap, size: tuple[float, float]
) -> tuple[Drawing, ...]:
    """A drawing for each page of this width and height in mm; none where there is no other map."""
    both = compared(project, journey, press.settings)
    if both is None:
        return ()
    found, words = comparison(project, *both), press.words
    captions = captions_of(both, project, words)
    sayings = Sayings(
        words("topics.title_comparison").format(before=captions[0], after=captions[1]),
        maps_told(both, project, words),
        summed(found, words),
        (words("comparison.where"), captions[0], captions[1]),
        words("comparison.none"),
        words("appendix.page"),
        project.language,
    )
    told = Told(tuple(feelings(found, project, words)), _stretches(found, words))
    return comparison_pages(told, size, sayings, press.style, Lettering(press.typesetter))


def compared(project: Project, journey: JourneyMap, settings: Settings) -> tuple[JourneyMap, JourneyMap] | None:
    """The two maps that a comparison of a map tells of, in that order; None where there is no other."""
    other = find(project.maps, settings.against)
    if other is None or other.id == journey.id:
        other = counterpart(project, journey)
    if other is None:
        return None
    before, after = ordered(journey, other)
    return (after, before) if settings.turned else (before, after)


def captions_of(both: Sequence[JourneyMap], project: Project, words: Words) -> list[str]:
    """What tells two maps apart: “current” and “ideal”, else their titles."""
    if len({one.status for one in both}) > 1:
        return [name_of("tab", one.status, words) for one in both]
    return [_titled(one, project, words) for one in both]


def maps_told(both: Sequence[JourneyMap], project: Project, words: Words) -> str:
    """Titles and dates of two maps; what both have in common once."""
    titles = [_titled(one, project, words) for one in both]
    dates = [worded(one.date, words) if one.date else "" for one in both]
    if len(set(titles)) == 1 or len(set(dates)) == 1:
        shared = (" → ".join(dict.fromkeys(titles)), " → ".join(filter(None, dict.fromkeys(dates))))
        return " · ".join(filter(None, shared))
    return " → ".join(" · ".join(filter(None, each)) for each in zip(titles, dates, strict=True))


def summed(found: Comparison, words: Words) -> str:
    """“3 new · 1 gone · feels 1.2 better on average”."""
    codes = [each.code for each in found.differences if each.thing.what not in ASIDE]
    there = [code for code in ("added", "removed", "moved", "ordered", "changed") if code in codes]
    counts = [words(f"differences.{code}").format(count=codes.count(code)) for code in there]
    return " · ".join(filter(None, [*(counts or [words("comparison.same")]), mean_told(found.gaps, words)]))


def _titled(map_: JourneyMap, project: Project, words: Words) -> str:
    return map_.title or project.title or words("project.untitled")


class _Spot(NamedTuple):
    """Where a thing is told of: the number of its stage (-1 for none), of its column, of its lane."""

    stage: int
    column: int
    lane: int


class _Where:
    """What stands where in either map, as it is in the second where it is in both."""

    def __init__(self, found: Comparison) -> None:
        sides = [found.before.maps[0], found.after.maps[0]]
        self.things = [{thing.id: thing for thing in derivable(map_)} for map_ in sides]
        whole = found.together().maps[0]
        stages = in_order(whole.stages)
        self.titles = [stage.title for stage in stages]
        self._stage = {step.id: at for at, stage in enumerate(stages) for step in stage.steps}
        self._stage |= {stage.id: at for at, stage in enumerate(stages)}
        self._column = {step.id: at for at, step in enumerate(steps_in_order(whole))}
        self._lane = {}
        self._at: dict[str, str] = {}
        for number, lane in enumerate(in_order(whole.lanes)):
            self._lane[lane.id] = number
            self._at |= {card.id: card.first for card in lane.cards}
            self._at |= {marker.id: marker.step for marker in lane.markers}
        self._lane |= {thing: self._lane[lane.id] for lane in whole.lanes for thing in _held(lane)}

    def spot(self, thing: str) -> _Spot:
        """For what stands in no stage all numbers are -1, but for that of the lane."""
        step = self._at.get(thing, thing)
        return _Spot(self._stage.get(step, -1), self._column.get(step, -1), self._lane.get(thing, -1))


def _held(lane: Lane) -> Iterator[str]:
    yield from (card.id for card in lane.cards)
    yield from (marker.id for marker in lane.markers)


def _stretches(found: Comparison, words: Words) -> tuple[Stretch, ...]:
    """What differs, stage by stage, in each column by column and lane by lane; first what stands in no stage."""
    where = _Where(found)
    by_thing: dict[tuple[str, str], list[Difference]] = {}
    for each in found.differences:
        if each.thing.what not in ASIDE and not _is_drawn(each):
            by_thing.setdefault((each.thing.what, each.thing.id), []).append(each)
    rows: dict[int, list[tuple[_Spot, Change]]] = {}
    for (_, name), differences in by_thing.items():
        spot = where.spot(name)
        rows.setdefault(spot.stage, []).append((spot, _change(differences, where.things, words)))
    return tuple(
        Stretch(
            words("comparison.whole") if stage < 0 else where.titles[stage] or "–",
            tuple(change for _, change in sorted(rows[stage], key=lambda row: row[0])),
        )
        for stage in sorted(rows)
    )


def _is_drawn(difference: Difference) -> bool:
    """Whether the charts tell of it: a feeling that is not called otherwise."""
    return difference.thing.what == "marker" and all(value.field != "label" for value in difference.values)


def _change(differences: Sequence[Difference], things: Sequence[Mapping[str, object]], words: Words) -> Change:
    """All that is told of one thing, in one row."""
    first, codes = differences[0], [each.code for each in differences]
    by_code = sorted(differences, key=lambda each: CODES.index(each.code))
    facts = [fact for each in by_code for fact in _facts(each, words)]
    sides = [
        Side(
            _worded(things[side].get(first.thing.id), first, words), tuple(filter(None, (fact[side] for fact in facts)))
        )
        for side in (0, 1)
    ]
    code = next(one for one in CODES if one in codes)
    if code in ("added", "removed"):
        sides[code == "removed"] = Side()
    kind = first.thing.kind if first.thing.what == "card" else "emotion" if first.thing.what == "marker" else ""
    place = _placed(first.where, words) or name_of("thing", first.thing.what, words)
    return Change(first.thing.id, code, kind, place, sides[0], sides[1], first.thing.title)


def _worded(thing: object, difference: Difference, words: Words) -> str:
    """A thing's own words; what it is where it has none."""
    if isinstance(thing, Marker):
        return " ".join(filter(None, (signed(thing.value), thing.label)))
    if isinstance(thing, Lane):
        return lane_name(thing, words)
    name = difference.thing
    what = name_of("kind", name.kind, words) if isinstance(thing, Card) else name_of("thing", name.what, words)
    said_in = str(getattr(thing, "text", "") or getattr(thing, "title", "")).strip()
    return said_in or what


def _facts(difference: Difference, words: Words) -> Iterator[tuple[str, str]]:
    """What else differs, as it is on the one side and on the other."""
    for value in difference.values:
        if value.field not in OWN and value.field != "rank":
            label, (one, other) = label_of(value.field, difference.thing, words), said(value, difference.thing, words)
            yield f"{label}: {one}", f"{label}: {other}"
    if difference.to is not None:
        yield _placed(difference.where, words), _placed(difference.to, words)
    held = dict(difference.held)
    with_it = ", ".join(counted(words, f"clip.{one}", f"clip.{one}s", held[one]) for one in COUNTED if one in held)
    if with_it:
        yield (with_it, "") if difference.code == "removed" else ("", with_it)


def _placed(where: Where, words: Words) -> str:
    """“Touchpoints · Orders”."""
    holders = (one for one in where.holders if one.what != "map")
    titles = [
        one.title or name_of("lane" if one.what == "lane" else "thing", one.kind or one.what, words) for one in holders
    ]
    return " · ".join([*titles, *([" – ".join(where.steps)] if where.steps else [])])
