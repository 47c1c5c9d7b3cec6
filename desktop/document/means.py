"""What a repair has at hand, and how it reaches the things that findings are about."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from desktop.document.base import IdSource, P, changed
from desktop.document.checks import Finding
from desktop.document.project import Project

FROM = "from {title}"
UNKNOWN = "?"


@dataclass(frozen=True, slots=True)
class Means:
    """`form` is the title of a group in the inbox, for what loses its place in a lane of some title; `unknown` is the
    text of a card that has none, and `persona` the name of one that is missing, all in the project's language.

    heirs: the keys under which pictures are sound again that are damaged under their own.
    """

    new_id: IdSource
    form: str = FROM
    unknown: str = UNKNOWN
    persona: str = UNKNOWN
    heirs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


Repair = Callable[[Project, list[Finding], Means], Project]
"""Puts right what all these findings are about, which have one code; raises EditError where it cannot be done."""

Mend = Callable[[Any, Finding, Means], Any]
"""Puts one thing right; the very same thing when the finding does not hold for it."""


def each(mend: Mend) -> Repair:
    """Puts right each thing by itself, all of them in one walk."""

    def repair(project: Project, findings: list[Finding], means: Means) -> Project:
        return reached(project, findings, lambda part, about: _mended(part, about, mend, means))

    return repair


def _mended(part: P, about: list[Finding], mend: Mend, means: Means) -> P:
    for finding in about:
        part = mend(part, finding, means)
    return part


def reached(
    project: Project, findings: Iterable[Finding], alter: Callable[[Any, list[Finding]], Any], depth: int | None = None
) -> Project:
    """The project with the things at the findings' places altered; what they do not reach stays the same objects.

    depth: how many things lead to what is altered; 1 for the maps in which they are, None for the things themselves.
    """
    root = _Node()
    for finding in findings:
        root.at(finding.path.split("/")[: depth and 2 * depth]).about.append(finding)
    return _altered(project, root, alter)


@dataclass(slots=True)
class _Node:
    """What is found at a place: collection → id → node below."""

    about: list[Finding] = field(default_factory=list)
    below: dict[str, dict[str, "_Node"]] = field(default_factory=dict)

    def at(self, names: list[str]) -> "_Node":
        node = self
        for collection, thing in zip(names[::2], names[1::2], strict=False):
            node = node.below.setdefault(collection, {}).setdefault(thing, _Node())
        return node


def _altered(part: P, node: _Node, alter: Callable[[Any, list[Finding]], Any]) -> P:
    fields = type(part).model_fields
    held = {name: _things(getattr(part, name), below, alter) for name, below in node.below.items() if name in fields}
    part = changed(part, **held)
    return alter(part, node.about) if node.about else part


def _things(
    things: tuple[Any, ...], below: Mapping[str, _Node], alter: Callable[[Any, list[Finding]], Any]
) -> tuple[Any, ...]:
    return tuple(_altered(one, below[one.id], alter) if one.id in below else one for one in things)
