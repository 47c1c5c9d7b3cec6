"""What somebody wishes for in the first minute, and the project that comes of it."""

from dataclasses import dataclass

from desktop.document.base import IdSource
from desktop.document.edits.begin import begun
from desktop.document.stageline import parse_stages
from desktop.resources import root
from desktop.storage.reader import Opened
from desktop.storage.templates import DEFAULT, from_template


@dataclass(frozen=True, slots=True)
class Wish:
    """A template by its name, and what is told of the new project; all of it may be empty.

    `stages` is a line as `parse_stages` reads it; without one, the template's stages stay.
    """

    template: str = DEFAULT
    title: str = ""
    persona: str = ""
    stages: str = ""


def project_of(wish: Wish, language: str, new_id: IdSource) -> Opened:
    """The project wished for, its template in a language as far as there is one. Raises StorageError, EditError."""
    opened = from_template(root() / "templates", wish.template, "", new_id, language)
    stages = parse_stages(wish.stages)
    project = begun(opened.project, wish.title.strip(), wish.persona.strip(), stages, new_id=new_id)
    return Opened(project, opened.assets)
