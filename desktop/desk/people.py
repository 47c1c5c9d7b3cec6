"""Personas from one project to another, and the part of a persona's picture that is shown."""

from collections.abc import Iterator
from functools import reduce

from desktop.desk.clipping import MOST_BYTES
from desktop.desk.desk import Desk
from desktop.document.base import changed, in_order
from desktop.document.edits.people import add_persona, edit_persona
from desktop.document.edits.segments import add_segment
from desktop.document.keyed import find
from desktop.document.project import Persona, Project, Segment
from desktop.document.segments import listed
from desktop.layout.crops import Crop
from desktop.layout.names import counted
from desktop.storage.assets import Assets
from desktop.storage.errors import ReadError, StorageError
from desktop.storage.reader import parse
from desktop.storage.versions import MINOR
from desktop.storage.writer import dump

MIME = "application/x-journeywall-persona"
FACTS = tuple(name for name in Persona.model_fields if name not in ("id", "rank"))
"""What makes two personas the same person."""

LISTS = ("goals", "needs", "frustrations", "motivations", "behaviour", "channels")
TEXTS = ("segment", "role", "quote", "demographics")


class PeopleVerbs:
    """What can be done with the personas of a desk's project besides entering their fields."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def people(self) -> tuple[Persona, ...]:
        return tuple(in_order(self.desk.project.personas))

    def persona(self, persona_id: str) -> Persona | None:
        return find(self.desk.project.personas, persona_id)

    def packed(self, persona: Persona) -> bytes:
        """A small project file with this persona, her picture and her segment. Raises StorageError."""
        project, assets = self.desk.project, self.desk.session.assets
        key = persona.picture.asset if persona.picture else ""
        shown = {key: assets[key]} if key in assets else {}
        segments = tuple(segment for segment in project.segments if segment.name == persona.segment)
        packed = Project(id=project.id, language=project.language, personas=(persona,), segments=segments)
        return dump(packed, shown, MINOR)

    def told(self, persona: Persona) -> str:
        """The persona in words, for other programs: a line for each fact, lists with a dash before each line."""
        return "\n".join(self._lines(persona))

    def bring(self, data: bytes) -> tuple[str, ...]:
        """The personas of any project file, each with an id of its own, as one edit; gives the ids of those that came.

        Whoever is here already, with the same facts, does not come again. What cannot be read is said.
        """
        try:
            project, assets = _read(data)
        except StorageError as error:
            self.desk.said.emit(str(error))
            return ()
        here = [_facts(persona) for persona in self.desk.project.personas]
        new = [persona for persona in in_order(project.personas) if _facts(persona) not in here]
        if not new:
            self.desk.said.emit(self.desk.words("people.known" if project.personas else "people.nobody"))
            return ()
        named = {persona.segment for persona in new} - {segment.name for segment in listed(self.desk.project)}
        return self._added(new, [segment for segment in in_order(project.segments) if segment.name in named], assets)

    def frame(self, persona_id: str, crop: Crop) -> bool:
        """Another part of a persona's picture."""
        persona = self.persona(persona_id)
        if persona is None or persona.picture is None:
            return False
        shown = changed(persona.picture, crop=crop)
        label = self.desk.words("edit.frame")
        return self.desk.attempt(label, lambda project: edit_persona(project, persona_id, picture=shown))

    def _added(self, people: list[Persona], segments: list[Segment], assets: Assets) -> tuple[str, ...]:
        """Pictures come first: they are no part of what undo takes back. Segments come before who names them."""
        desk = self.desk
        for persona in people:
            if persona.picture and persona.picture.asset in assets:
                desk.session.add_asset(persona.picture.asset, assets[persona.picture.asset])
        came = tuple(desk.new_id() for _ in people)
        pairs = list(zip(came, people, strict=True))
        told = [(desk.new_id(), segment) for segment in segments]

        def bring(project: Project) -> Project:
            return reduce(_with, pairs, reduce(_telling, told, project))

        if not desk.attempt(desk.words("edit.bring_people"), bring):
            return ()
        desk.said.emit(counted(desk.words, "people.came", "people.came_many", len(came)))
        return came

    def _lines(self, persona: Persona) -> Iterator[str]:
        words = self.desk.words
        yield ", ".join(filter(None, (persona.name, persona.summary)))
        for name in TEXTS:
            if value := getattr(persona, name):
                yield f"{words(f'field.{name}')}: {value}"
        for name in LISTS:
            if lines := getattr(persona, name):
                yield f"{words(f'field.{name}')}:"
                yield from (f"- {line}" for line in lines)


def _read(data: bytes) -> tuple[Project, Assets]:
    if len(data) > MOST_BYTES:
        raise ReadError("there is too much in the clipboard", remedy="copy less at a time")
    opened = parse(data)
    return opened.project, {key: asset for key, asset in opened.assets.items() if key not in opened.damaged}


def _facts(persona: Persona) -> dict[str, object]:
    return {name: getattr(persona, name) for name in FACTS}


def _telling(project: Project, pair: tuple[str, Segment]) -> Project:
    """With what is known of a segment; what tables call it is known to the project of those tables only."""
    ident, segment = pair
    return add_segment(project, segment.name, new_id=lambda: ident, mark=segment.mark, note=segment.note)


def _with(project: Project, pair: tuple[str, Persona]) -> Project:
    ident, persona = pair
    fields = {name: getattr(persona, name) for name in FACTS if name != "name"}
    return add_persona(project, persona.name, new_id=lambda: ident, **fields)
