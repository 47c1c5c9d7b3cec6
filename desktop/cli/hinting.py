"""What `check --hints` says beyond findings: what makes a map better. It changes no exit status."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from desktop import resources
from desktop.desk.coaching import listener, sentence
from desktop.document.base import in_order
from desktop.document.project import Project
from desktop.layout.style import Words
from desktop.method.coach import hints, is_begun

NAMED = 3
"""Things that are named in a line; of the others it is said how many there are."""


def hints_of(project: Project, lines: dict[str, int], words: Words) -> list[dict[str, Any]]:
    """Of every map that has been begun, without those that were dismissed there; `lines` say where things stand."""
    jargon, now = resources.jargon(project.language), today()
    found = []
    for journey in (each for each in in_order(project.maps) if is_begun(each)):
        for hint in hints(project, journey, now, listener(jargon, journey)):
            text, why = (sentence(words, code, hint) for code in (f"hint.{hint.code}", f"hint.{hint.code}.why"))
            numbers = [lines[thing] for thing in hint.things if thing in lines]
            told = {"map": journey.title, "map_id": journey.id, "code": hint.code, "text": text, "why": why}
            found.append({**told, "things": list(hint.things), "lines": numbers})
    return found


def today() -> str:
    """The date where the person is, ISO 8601."""
    return f"{datetime.now().astimezone():%Y-%m-%d}"


def hint_lines(found: Iterable[dict[str, Any]]) -> Iterator[str]:
    """“hint: map “A dinner out”: No goal is set. Why (lines 12, 15)”."""
    for one in found:
        where = f"map “{one['map']}”" if one["map"] else f"map {one['map_id']}"
        yield f"hint: {where}: {one['text']}. {one['why']}{_at(one['lines'])}"


def _at(numbers: list[int]) -> str:
    if not numbers:
        return ""
    shown = ", ".join(map(str, numbers[:NAMED]))
    more = f" and {len(numbers) - NAMED} more" if len(numbers) > NAMED else ""
    return f" ({'line' if len(numbers) == 1 else 'lines'} {shown}{more})"
