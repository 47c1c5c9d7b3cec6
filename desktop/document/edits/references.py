"""Who names whom: what an edit must clear when something goes, and refuse when something is not there."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Any

from desktop.document.base import I
from desktop.document.cards import Card, Measure
from desktop.document.edits.parts import Holder, alter_cards, edited
from desktop.document.errors import EditError
from desktop.document.journey import Ballot, JourneyMap, View
from desktop.document.keyed import drop, find, put
from desktop.document.locate import card_at
from desktop.document.project import Project, Survey


def known(project: Project, fields: Mapping[str, Any]) -> None:
    """Refuses fields that name a persona, a goal or a metric which the project does not have."""
    measure = fields.get("measure")
    metric = measure.metric if isinstance(measure, Measure) else fields.get("metric", "")
    _there(project.personas, fields.get("persona", ""))
    _there(project.metrics, metric)
    for goal in fields.get("goals", ()):
        _there(project.goals, goal)


def _there(things: tuple[I, ...], name: Any) -> None:
    if name and find(things, str(name)) is None:
        raise EditError("missing", id=str(name))


def known_card(map_: JourneyMap, card_id: str) -> None:
    """Refuses the name of a card which the map does not have; empty names none."""
    if card_id and not card_at(map_, card_id):
        raise EditError("missing", id=card_id)


def known_thing(project: Project, thing: str) -> None:
    """Refuses the name of a card, a stage or a step which none of the maps has; empty names none."""
    if thing and not any(has_thing(map_, thing) for map_ in project.maps):
        raise EditError("missing", id=thing)


def has_thing(map_: JourneyMap, thing: str) -> bool:
    """Whether a map has this stage, step or card, which feedback may be about."""
    stage = find(map_.stages, thing) or next((one for one in map_.stages if find(one.steps, thing)), None)
    return stage is not None or card_at(map_, thing) is not None


def forget_joined(project: Project, heirs: Mapping[str, str] = MappingProxyType({})) -> Project:
    """With surveys whose names no longer mean what is on none of the maps; they mean its heir where it has one."""
    named = {join.thing for survey in project.surveys for join in survey.joins} - {""}
    gone = {thing for thing in named if not any(has_thing(map_, thing) for map_ in project.maps)}
    if not gone:
        return project
    surveys = (_joined_anew(survey, {thing: heirs.get(thing, "") for thing in gone}) for survey in project.surveys)
    return edited(project, surveys=put(project.surveys, *surveys))


def _joined_anew(survey: Survey, heirs: Mapping[str, str]) -> Survey:
    things = ((join, heirs.get(join.thing, join.thing)) for join in survey.joins)
    return edited(survey, joins=tuple(edited(join, thing=thing) for join, thing in things if thing or not join.thing))


def forget_cards(map_: JourneyMap, gone: Collection[str]) -> JourneyMap:
    """Without the links of these cards, without their names in tasks and without the votes for them."""
    links = {link.id for link in map_.links if link.source in gone or link.target in gone}
    tasks = (edited(task, answers="") for task in map_.tasks if task.answers in gone)
    ballots = put(map_.ballots, *(without_options(ballot, gone) for ballot in map_.ballots))
    return edited(map_, links=drop(map_.links, links), tasks=put(map_.tasks, *tasks), ballots=ballots)


def without_options(ballot: Ballot, gone: Collection[str]) -> Ballot:
    """The ballot without these cards and what was said of them."""
    options = tuple(card for card in ballot.options if card not in gone)
    tallies = tuple(tally for tally in ballot.tallies if tally.card not in gone)
    return edited(ballot, options=options, tallies=tallies)


def forget_stage(map_: JourneyMap, stage: str) -> JourneyMap:
    """With an agenda and saved views that no longer name this stage."""
    points = (point for point in map_.agenda if stage in point.stages)
    agenda = (edited(point, stages=tuple(one for one in point.stages if one != stage)) for point in points)
    return forget_in_views(edited(map_, agenda=put(map_.agenda, *agenda)), stage)


def forget_persona(map_: JourneyMap, persona: str) -> JourneyMap:
    """Without a persona's markers, those kept in the inbox included, and without the name on cards and in the head."""

    def alter(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        return put(cards, *(edited(card, persona="") for card in cards if card.persona == persona))

    lanes = tuple(_unfelt(lane, persona) for lane in map_.lanes)
    inbox = tuple(_unfelt(cluster, persona) for cluster in map_.inbox)
    name = "" if map_.persona == persona else map_.persona
    return forget_in_views(alter_cards(edited(map_, lanes=lanes, inbox=inbox, persona=name), alter), persona)


def _unfelt(holder: Holder, persona: str) -> Holder:
    hers = {marker.id for marker in holder.markers if marker.persona == persona}
    return edited(holder, markers=drop(holder.markers, hers)) if hers else holder


def forget_in_views(map_: JourneyMap, gone: str) -> JourneyMap:
    """With saved views that no longer name this lane, stage or persona."""
    return edited(map_, views=put(map_.views, *(_without(view, gone) for view in map_.views)))


def _without(view: View, gone: str) -> View:
    naming = [name for name in ("lanes", "stages", "personas") if gone in getattr(view, name)]
    return edited(view, **{name: tuple(one for one in getattr(view, name) if one != gone) for name in naming})


def forget_metric(map_: JourneyMap, metric: str) -> JourneyMap:
    """Cards keep the figure and its name, but no longer point to the metric."""

    def alter(cards: tuple[Card, ...]) -> tuple[Card, ...]:
        return put(cards, *(_unbound(card) for card in cards if card.measure and card.measure.metric == metric))

    return alter_cards(map_, alter)


def _unbound(card: Card) -> Card:
    return edited(card, measure=edited(card.measure, metric="")) if card.measure else card
