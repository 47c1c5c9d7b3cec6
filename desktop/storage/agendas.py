"""Agendas that come with the program: points of a workshop with their minutes, in the language of who uses them."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.document.journey import AgendaPoint

SAID = ("title", "prompt", "example")
"""The fields of a point that are put into another language."""


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """`name` is that of its file; title and description are for people. The points have ids of this template only."""

    name: str
    title: str
    description: str
    points: tuple[AgendaPoint, ...]

    @property
    def minutes(self) -> int:
        """Of all points together."""
        return sum(point.minutes for point in self.points)


def agendas(folder: Path, language: str = "en") -> tuple[AgendaTemplate, ...]:
    """Every agenda of the folder, the shortest first, in a language as far as words/LANGUAGE.json has it."""
    tag = language.partition("-")[0].lower()
    said = _wording(folder, tag)
    found = (_agenda(path, said) for path in sorted(folder.glob("*.json")))
    return tuple(sorted(found, key=lambda agenda: agenda.minutes))


def _agenda(path: Path, said: Callable[[str], str]) -> AgendaTemplate:
    raw: dict[str, Any] = json.loads(path.read_text("utf-8"))
    points = tuple(_point(number, fields, said) for number, fields in enumerate(raw["points"], 1))
    return AgendaTemplate(path.stem, said(raw["title"]), said(raw["description"]), points)


def _point(number: int, fields: dict[str, Any], said: Callable[[str], str]) -> AgendaPoint:
    worded = {name: said(text) if name in SAID else text for name, text in fields.items()}
    return AgendaPoint.model_validate({"id": f"p{number}", **worded})


def _wording(folder: Path, language: str) -> Callable[[str], str]:
    """What the English of the agendas is called in a language; what that does not know stays."""
    path = folder / "words" / f"{language}.json"
    known: dict[str, str] = json.loads(path.read_text("utf-8")) if language.isalpha() and path.is_file() else {}
    return lambda text: known.get(text, text)
