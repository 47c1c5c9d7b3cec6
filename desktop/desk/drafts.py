"""Drafts of the text that stands on the map already: of cards, headers, labels and the head."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.desk.telling import kind_of, noun
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_map
from desktop.document.edits.lanes import edit_group, rename_lane
from desktop.document.edits.links import edit_link
from desktop.document.edits.markers import label_marker
from desktop.document.edits.stages import rename_stage
from desktop.document.edits.steps import rename_step
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.document.things import things

TITLE, SUBTITLE = "map.title", "map.subtitle"
"""What the head's texts are called where things have ids; no id has a full stop in it."""

Write = Callable[[Project, str, str, str], Project]
"""Gives a thing of a map another text: project, map, thing, text."""

WRITES: dict[str, tuple[str, Write]] = {
    "cards": ("text", lambda project, map_id, one, new: edit_cards(project, map_id, (one,), text=new)),
    "markers": ("label", label_marker),
    "lanes": ("title", rename_lane),
    "steps": ("title", rename_step),
    "stages": ("title", rename_stage),
    "links": ("label", lambda project, map_id, one, new: edit_link(project, map_id, one, label=new)),
}
"""Per group of selectable things the field that is written on the map, and its verb."""


@dataclass(frozen=True, slots=True)
class _Text:
    """What a text is called, what it says, and what writes it."""

    kind: str
    text: str
    write: Write


def draft_of(desk: Desk, thing: str) -> Draft | None:
    """The text of a thing of the map shown as it can be written anew; None where there is none to write."""
    journey = desk.journey
    found = _text_of(journey, thing) if journey else None
    if journey is None or found is None:
        return None
    map_id, write = journey.id, found.write
    label = desk.words("edit.write").format(kind=noun(desk.words, found.kind))
    return Draft(thing, found.text, lambda new: write(desk.project, map_id, thing, new), label)


def _text_of(journey: JourneyMap, thing: str) -> _Text | None:
    if thing == TITLE:
        return _Text("title", journey.title, lambda project, map_id, _, new: edit_map(project, map_id, title=new))
    if thing == SUBTITLE:
        return _Text(
            "subtitle", journey.subtitle, lambda project, map_id, _, new: edit_map(project, map_id, subtitle=new)
        )
    group = find(journey.groups, thing)
    if group is not None:
        return _Text(
            "group", group.title, lambda project, map_id, one, new: edit_group(project, map_id, one, title=new)
        )
    chosen = things(journey, (thing,))
    for name, (field, write) in WRITES.items():
        for one in getattr(chosen, name):
            return _Text(kind_of(one), getattr(one, field), write)
    return None
