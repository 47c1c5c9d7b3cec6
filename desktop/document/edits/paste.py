"""Pasting a clip into a map: everything in it comes with new ids, to the cells that are meant."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from desktop.document import derived
from desktop.document.base import IdSource, following, in_order
from desktop.document.clip import CARDS, LANES, STAGES, STEPS, Clip
from desktop.document.edits.cards import Spot, column, gap
from desktop.document.edits.markers import marker_at
from desktop.document.edits.parts import added, edited, inserted, the, the_map, with_map
from desktop.document.errors import EditError
from desktop.document.ids import ids_of
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import drop, find, put, swap
from desktop.document.kinds import DIVIDERS
from desktop.document.locate import columns_of, stage_of
from desktop.document.project import Metric, Persona, Project
from desktop.document.renew import renamed

N = TypeVar("N", Persona, Metric)


@dataclass(frozen=True, slots=True)
class Pasted:
    """The project afterwards, and the ids of what came: the stages, steps or lanes, else the cards and markers."""

    project: Project
    ids: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Fit:
    """A map that has room for a clip, and which of its steps and lanes stand for those of the clip (ids)."""

    map: JourneyMap
    steps: Mapping[str, str]
    lanes: Mapping[str, str] = field(default_factory=dict)


def paste(project: Project, map_id: str, clip: Clip, target: Spot | None, *, new_id: IdSource) -> Pasted:
    """What a clip holds, at the target: cards from its cell on, keeping their distances in steps; lanes under its lane;
    steps behind its step; stages behind its stage. Without a target at the end, cards where they came from, as far as
    the map has such lanes and steps.

    Cards of one lane go to the target's lane; those of several go each to the lane of their kind that is nearest to it,
    which is made where there is none. Personas and metrics that the project lacks come along; others are found by id or
    by name. A marker takes the place of one that its persona has there. Votes and comments stay with the originals.
    EditError when the map has no cell or the lane is locked.
    """
    map_ = the_map(project, map_id)
    project, new, origins = _fresh(project, clip, map_, new_id)
    spot = target or _home(map_, new, origins)
    if clip.what == CARDS:
        fit = _cells(map_, new, spot, {} if target else origins)
    elif clip.what == LANES:
        fit = _lanes(map_, new, target.lane if target else "", origins)
    else:
        fit = _columns(map_, new, clip.what, spot if target else None, origins)
    filled = _filled(fit, new, spot, columns=clip.what in (STEPS, STAGES))
    return Pasted(with_map(project, filled), frozenset(_came(new, clip.what)))


def _came(new: JourneyMap, what: str) -> Iterator[str]:
    if what == STAGES:
        yield from (stage.id for stage in new.stages)
    elif what == STEPS:
        yield from (step.id for stage in new.stages for step in stage.steps)
    elif what == LANES:
        yield from (lane.id for lane in new.lanes)
    else:
        yield from (card.id for lane in new.lanes for card in lane.cards)
        yield from (marker.id for lane in new.lanes for marker in lane.markers)


def _fresh(
    project: Project, clip: Clip, map_: JourneyMap, new_id: IdSource
) -> tuple[Project, JourneyMap, dict[str, str]]:
    """The project with the people and figures of the clip, the clip's map under new ids, and the old id of each."""
    people = _matched(project.personas, clip.project.personas, new_id)
    figures = _matched(project.metrics, clip.project.metrics, new_id)
    project = edited(
        project,
        personas=_with(project.personas, clip.project.personas, people),
        metrics=_with(project.metrics, clip.project.metrics, figures),
    )
    bare, origins = _bare(clip.journey), derived.pasted(clip.journey, map_)
    ids = {old: new_id() for old in ids_of(bare)}
    back = {new: old for old, new in ids.items()}
    new = renamed(bare, {**ids, **people, **figures})
    return project, derived.with_origins(new, lambda thing: origins.get(back[thing.id])), back


def _matched(there: Sequence[N], coming: Sequence[N], new_id: IdSource) -> dict[str, str]:
    """Per id in the clip the one that stands for it: of the same thing, of one with its name, or a new one."""
    known, named = {thing.id for thing in there}, {thing.name: thing.id for thing in there if thing.name}
    return {one.id: one.id if one.id in known else named.get(one.name) or new_id() for one in coming}


def _with(there: tuple[N, ...], coming: Sequence[N], ids: Mapping[str, str]) -> tuple[N, ...]:
    known = {thing.id for thing in there}
    for one in coming:
        if ids[one.id] not in known:
            there = added(there, edited(one, id=ids[one.id]))
    return there


def _bare(journey: JourneyMap) -> JourneyMap:
    """Without what was for the original alone, and without what stands at no step: nobody knows where it belongs."""
    lanes = []
    columns = columns_of(journey)
    for lane in journey.lanes:
        cards = tuple(edited(card, votes=0, comments=()) for card in lane.cards if columns.span(card))
        markers = tuple(marker for marker in lane.markers if marker.step in columns.index)
        lanes.append(edited(lane, cards=cards, markers=markers, group=""))
    there = {card.id for lane in lanes for card in lane.cards}
    links = tuple(link for link in journey.links if {link.source, link.target} <= there)
    return edited(journey, lanes=tuple(lanes), links=links)


def _home(map_: JourneyMap, new: JourneyMap, origins: Mapping[str, str]) -> Spot:
    """The step that the leftmost things came from, in no lane; the map's first where it is another map."""
    there = columns_of(map_)
    if not there.steps:
        raise EditError("missing", id="step")
    steps = columns_of(new).steps
    step = origins[steps[_leftmost(new)]] if steps else ""
    return Spot("", step if step in there.index else there.steps[0])


def _leftmost(new: JourneyMap) -> int:
    """The first column that holds anything."""
    used = [card.first for lane in new.lanes for card in lane.cards]
    used += [marker.step for lane in new.lanes for marker in lane.markers]
    return min((columns_of(new).index[step] for step in used), default=0)


def _cells(map_: JourneyMap, new: JourneyMap, spot: Spot, origins: Mapping[str, str]) -> _Fit:
    """The leftmost column that holds anything comes to the spot's step, the others as far right of it as they were."""
    order, here, base = columns_of(new), columns_of(map_), _leftmost(new)
    start, last = column(here, spot.step), len(here.steps) - 1
    steps = {step: here.steps[min(max(start + at - base, 0), last)] for at, step in enumerate(order.steps)}
    return _with_lanes(_Fit(map_, steps), new, spot.lane, origins)


def _lanes(map_: JourneyMap, new: JourneyMap, under: str, origins: Mapping[str, str]) -> _Fit:
    """New lanes below another; their columns are found by id in the same map, else by their number."""
    for lane in in_order(new.lanes):
        map_ = edited(
            map_, lanes=added(map_.lanes, edited(lane, cards=(), markers=()), following(in_order(map_.lanes), under))
        )
        under = lane.id
    here = columns_of(map_)
    if not here.steps:
        raise EditError("missing", id="step")
    steps = {
        step: origins[step] if origins[step] in here.index else here.steps[min(at, len(here.steps) - 1)]
        for at, step in enumerate(columns_of(new).steps)
    }
    return _Fit(map_, steps, {lane.id: lane.id for lane in new.lanes})


def _with_lane(map_: JourneyMap, lane: Lane, behind: str) -> JourneyMap:
    """With the lane, empty as yet, below another one or at the foot."""
    bare = edited(lane, cards=(), markers=())
    return edited(map_, lanes=added(map_.lanes, bare, following(in_order(map_.lanes), behind)))


def _columns(map_: JourneyMap, new: JourneyMap, what: str, spot: Spot | None, origins: Mapping[str, str]) -> _Fit:
    """New steps or stages behind those of the spot, or at the end."""
    stage = (stage_of(map_, spot.step) if spot else None) or next(reversed(in_order(map_.stages)), None)
    if stage is None or what == STAGES:
        behind = stage.id if stage else ""
        for one in in_order(new.stages):
            map_ = edited(map_, stages=added(map_.stages, one, following(in_order(map_.stages), behind)))
            behind = one.id
    else:
        behind = spot.step if spot else ""
        for step in (step for one in in_order(new.stages) for step in in_order(one.steps)):
            stage = edited(stage, steps=added(stage.steps, step, following(in_order(stage.steps), behind)))
            behind = step.id
        map_ = edited(map_, stages=put(map_.stages, stage))
    steps = {step: step for step in columns_of(new).steps}
    return _with_lanes(_Fit(map_, steps), new, "", origins)


def _with_lanes(fit: _Fit, new: JourneyMap, near: str, origins: Mapping[str, str]) -> _Fit:
    """With a lane of the map for each of the clip: the same, the one meant, the nearest of its kind, or a new one."""
    map_, found = fit.map, dict(fit.lanes)
    for lane in in_order(new.lanes):
        match = _match(map_, lane, near, origins.get(lane.id, ""), alone=len(new.lanes) == 1, used=set(found.values()))
        if not match:
            map_ = edited(
                map_, lanes=added(map_.lanes, edited(lane, cards=(), markers=()), following(in_order(map_.lanes), near))
            )
        found[lane.id] = match or lane.id
    return _Fit(map_, fit.steps, found)


def _match(map_: JourneyMap, lane: Lane, near: str, origin: str, *, alone: bool, used: Collection[str]) -> str:
    same, meant = find(map_.lanes, origin), find(map_.lanes, near)
    if same is not None and same.kind == lane.kind:
        return same.id
    if alone and meant is not None and _takes(meant, lane.kind):
        return meant.id
    row = [one.id for one in in_order(map_.lanes)]
    middle = row.index(near) if near in row else 0
    fitting = (one for one in map_.lanes if one.kind == lane.kind and one.id not in used)
    nearest = sorted(fitting, key=lambda one: (one.title != lane.title, abs(row.index(one.id) - middle)))
    return nearest[0].id if nearest else ""


def _takes(lane: Lane, kind: str) -> bool:
    """Whether the things of a lane of this kind may stand in the lane."""
    if "emotions" in (lane.kind, kind):
        return lane.kind == kind
    return lane.kind not in DIVIDERS


def _filled(fit: _Fit, new: JourneyMap, spot: Spot, *, columns: bool) -> JourneyMap:
    map_ = fit.map
    for lane in new.lanes:
        home = the(map_.lanes, fit.lanes[lane.id])
        if home.locked and not columns and (lane.cards or lane.markers):
            raise EditError("lane.locked", lane=home.id)
        map_ = edited(map_, lanes=put(map_.lanes, _felt(_carded(home, lane, fit, spot), lane, fit)))
    return edited(map_, links=put(map_.links, *new.links))


def _carded(home: Lane, lane: Lane, fit: _Fit, spot: Spot) -> Lane:
    """With the lane's cards: those for the spot between its neighbours, the others at the foot of their cells."""
    cards = [edited(card, first=fit.steps[card.first], last=fit.steps[card.last]) for card in in_order(lane.cards)]
    if not cards:
        return home
    aimed = [card for card in cards if home.id == spot.lane and card.first == spot.step]
    index, row = gap(home, spot, set()) if aimed else (len(home.cards), in_order(home.cards))
    row = inserted(row, index, aimed)
    row = inserted(row, len(row), [card for card in cards if card not in aimed])
    return edited(home, cards=swap(home.cards, row))


def _felt(home: Lane, lane: Lane, fit: _Fit) -> Lane:
    markers = home.markers
    for marker in lane.markers:
        there = marker_at(home, fit.steps[marker.step], marker.persona)
        markers = put(drop(markers, {there.id}) if there else markers, edited(marker, step=fit.steps[marker.step]))
    return edited(home, markers=markers)
