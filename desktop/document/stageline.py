"""Stages and steps typed in one line: “Decide: compares, books; Arrive: …”."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

MOST = 60
"""How many stages a line gives, and how many steps each of them."""

LONGEST = 200
"""Letters of a title that are kept."""

_STAGES = re.compile(r"[;；\n\r\u2028\u2029]")
_NAMED = re.compile(r"[:：]")
_STEPS = re.compile(r"[,，、]")
_OPEN = ("…", "...", "..")
"""What stands for steps that are not known yet."""


@dataclass(frozen=True, slots=True)
class StageWish:
    """A stage and its steps by their titles; no steps are one without a title."""

    title: str
    steps: tuple[str, ...] = ()


def parse_stages(line: str) -> tuple[StageWish, ...]:
    """What the line says: stages between semicolons, a colon behind their title, steps between commas.

    Without semicolons and colons the commas are between stages. Nothing is an error; too much is left out.
    """
    if not _STAGES.search(line) and not _NAMED.search(line):
        return tuple(StageWish(title) for title in _titles(_STEPS.split(line)))
    found = (_stage(part) for part in _STAGES.split(line))
    return tuple(stage for stage in found if stage.title or stage.steps)[:MOST]


def _stage(part: str) -> StageWish:
    title, *steps = _NAMED.split(part, maxsplit=1)
    return StageWish(_title(title), _titles(_STEPS.split(steps[0])) if steps else ())


def _titles(parts: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(_title, parts)))[:MOST]


def _title(part: str) -> str:
    """One line of text, without what no file can hold; nothing for dots that only stand for more."""
    sound = part.encode("utf-8", "ignore").decode("utf-8")
    words = " ".join("".join(char if char.isprintable() else " " for char in sound).split())
    return "" if words in _OPEN else words[:LONGEST].rstrip()
