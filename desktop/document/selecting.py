"""Part of a map as a project of its own: what is chosen stays what it is, with the same ids."""

from collections.abc import Collection, Sequence

from desktop.document.base import by_id, in_order
from desktop.document.cards import Card
from desktop.document.edits.parts import edited, the, the_map, with_map
from desktop.document.journey import AgendaPoint, JourneyMap, Lane, Stage
from desktop.document.keyed import swap
from desktop.document.locate import Columns, columns_of
from desktop.document.project import Project


def only(project: Project, map_id: str, stages: Collection[str] = (), lanes: Collection[str] = ()) -> Project:
    """The project with these stages and lanes of the map alone; all of them where none are named.

    Cards that span more shrink to what is left; arrows, tasks and groups of what is gone go too. A hidden lane that is
    named is shown. Raises EditError when a stage or lane is not there.
    """
    map_ = the_map(project, map_id)
    chosen = [the(map_.stages, one) for one in stages] or map_.stages
    steps = [step.id for stage in in_order(chosen) for step in stage.steps]
    return _part(project, map_, steps if stages else None, lanes)


def between(project: Project, map_id: str, steps: Sequence[str]) -> Project:
    """The project with these neighbouring steps of the map alone, as `only` does it for whole stages."""
    return _part(project, the_map(project, map_id), steps, ())


def _part(project: Project, map_: JourneyMap, steps: Collection[str] | None, lanes: Collection[str]) -> Project:
    shown = map_
    if lanes:
        shown = edited(shown, lanes=by_id([edited(the(map_.lanes, one), hidden=False) for one in set(lanes)]))
    if steps is not None:
        shown = _within(shown, frozenset(steps))
    if shown is map_:
        return project
    return with_map(project, _consistent(shown))


def _within(map_: JourneyMap, steps: frozenset[str]) -> JourneyMap:
    """The map with these steps alone, and of its lanes what stands on them."""
    columns = columns_of(map_)
    stages = (_shortened(stage, steps) for stage in map_.stages)
    lanes = (_narrowed(lane, columns, steps) for lane in map_.lanes)
    return edited(map_, stages=swap(map_.stages, [each for each in stages if each.steps]), lanes=swap((), lanes))


def _shortened(stage: Stage, steps: frozenset[str]) -> Stage:
    return edited(stage, steps=swap(stage.steps, [step for step in stage.steps if step.id in steps]))


def _narrowed(lane: Lane, columns: Columns, steps: frozenset[str]) -> Lane:
    cards = (_shrunk(card, columns, steps) for card in lane.cards)
    markers = [marker for marker in lane.markers if marker.step in steps]
    return edited(lane, cards=swap(lane.cards, [card for card in cards if card]), markers=swap(lane.markers, markers))


def _shrunk(card: Card, columns: Columns, steps: frozenset[str]) -> Card | None:
    """The card on those of its columns that are left; None when there is none."""
    left = [columns.steps[column] for column in columns.span(card) if columns.steps[column] in steps]
    return edited(card, first=left[0], last=left[-1]) if left else None


def _consistent(map_: JourneyMap) -> JourneyMap:
    """The map without what speaks of things that are gone."""
    cards = {card.id for lane in map_.lanes for card in lane.cards}
    groups = {lane.group for lane in map_.lanes}
    lanes = {lane.id for lane in map_.lanes}
    stages = {stage.id for stage in map_.stages}
    return edited(
        map_,
        groups=swap(map_.groups, [group for group in map_.groups if group.id in groups]),
        links=swap(map_.links, [link for link in map_.links if link.source in cards and link.target in cards]),
        tasks=swap(map_.tasks, [task for task in map_.tasks if not task.answers or task.answers in cards]),
        agenda=swap(map_.agenda, (_kept(point, stages) for point in map_.agenda if _is_of(point, lanes, stages))),
        views=(),
        inbox=(),
        parking=(),
        ballots=(),
        snapshots=(),
    )


def _is_of(point: AgendaPoint, lanes: Collection[str], stages: Collection[str]) -> bool:
    """Whether a point of the agenda is about anything that is left."""
    return point.lane in ("", *lanes) and (not point.stages or any(stage in stages for stage in point.stages))


def _kept(point: AgendaPoint, stages: Collection[str]) -> AgendaPoint:
    return edited(point, stages=tuple(stage for stage in point.stages if stage in stages))
