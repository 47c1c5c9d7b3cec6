"""What the selection is called, and where it stands."""

from collections import Counter

from desktop.desk.desk import Desk
from desktop.desk.telling import kind_of
from desktop.document.cards import Card, Marker
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.locate import marker_lane, stage_of
from desktop.layout.names import lane_name, name_of
from desktop.layout.style import Words
from desktop.panels.inspector.form import Subject


def title_of(subject: Subject, words: Words) -> str:
    """“Pain point”, “Pain point · 3”, or how many things of which sorts."""
    things = subject.things
    if not things:
        return words("inspector.empty")
    names = Counter(_name(thing, words) for thing in things)
    if len(names) == 1:
        name, count = next(iter(names.items()))
        return name if count == 1 else f"{name} · {count}"
    sorts = Counter(type(thing) for thing in things)
    if len(sorts) == 1:
        return words("inspector.several").format(count=len(things))
    return words("inspector.mixed").format(count=len(things))


def place_of(subject: Subject, desk: Desk) -> str:
    """“Decide › Books a table” for one thing, the names of what there is for several."""
    journey, things = desk.journey, subject.things
    if journey is None or not things:
        return ""
    if len(things) > 1:
        names = Counter(_name(thing, desk.words) for thing in things)
        return " · ".join(f"{name} {count}" for name, count in names.most_common()) if len(names) > 1 else ""
    return " › ".join(filter(None, _path(things[0], journey, desk.words)))


def _name(thing: object, words: Words) -> str:
    return name_of("kind", kind_of(thing), words)


def _path(thing: object, journey: JourneyMap, words: Words) -> tuple[str, ...]:
    if isinstance(thing, Card):
        return _step_path(thing.first, journey)
    if isinstance(thing, Marker):
        lane = marker_lane(journey, thing.id)
        return (*_step_path(thing.step, journey), *([lane_name(lane, words)] if lane else []))
    if isinstance(thing, Step):
        return _step_path(thing.id, journey)
    if isinstance(thing, Lane):
        return (lane_name(thing, words),)
    if isinstance(thing, Stage):
        return (thing.title,)
    return ()


def _step_path(step_id: str, journey: JourneyMap) -> tuple[str, ...]:
    stage = stage_of(journey, step_id)
    if stage is None:
        return ()
    return stage.title, next(step.title for step in stage.steps if step.id == step_id)
