"""A project as a list of its things, each with what holds it; and a project made of such a list again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from desktop.document.base import Part, by_id
from desktop.document.keyed import keyed_fields
from desktop.document.project import Project


class Entry(NamedTuple):
    """A thing, and where it is held: in which collection of which other thing, "" and "" for the project."""

    thing: Any
    collection: str = ""
    holder: str = ""

    @property
    def kind(self) -> type[Part]:
        """The thing's model."""
        return type(self.thing)


Census = Mapping[str, Entry]
"""Everything in a project by its id, the project itself included, from the outside to the inside."""


def census(project: Project) -> dict[str, Entry]:
    """Everything in a project whose ids are each given once."""
    entries = {project.id: Entry(project)}
    _count(project, entries)
    return entries


def _count(holder: Any, entries: dict[str, Entry]) -> None:
    model: type[Part] = type(holder)
    for collection in keyed_fields(model):
        for thing in getattr(holder, collection):
            entries[thing.id] = Entry(thing, collection, holder.id)
            _count(thing, entries)


def rebuilt(entries: Census, root: str) -> Project:
    """The project with this id; what the things held before counts for nothing, only what the list says of them.

    What does not differ is the same object as the thing that was counted.
    """
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, entry in entries.items():
        held[entry.holder, entry.collection].append(name)
    made: Project = _made(root, entries, held)
    return made


def _made(name: str, entries: Census, held: Mapping[tuple[str, str], Iterable[str]]) -> Any:
    thing, model = entries[name].thing, entries[name].kind
    updates = {}
    for collection in keyed_fields(model):
        new = by_id(_made(one, entries, held) for one in held.get((name, collection), ()))
        old = getattr(thing, collection)
        if len(new) != len(old) or any(one is not other for one, other in zip(new, old, strict=True)):
            updates[collection] = new
    return thing.model_copy(update=updates) if updates else thing  # things of valid projects: nothing to validate
