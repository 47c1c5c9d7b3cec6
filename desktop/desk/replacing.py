"""Other words in place of what was found, in as many texts as there are."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop.desk.entries import Entered, put
from desktop.desk.texts import Passage
from desktop.document.cards import Card, Comment
from desktop.document.edits.comments import edit_comment
from desktop.document.edits.facets import value_at, with_value
from desktop.document.edits.inbox import edit_cluster
from desktop.document.edits.lanes import edit_group
from desktop.document.edits.parts import alter_cards, edited, the_map, with_map
from desktop.document.errors import EditError
from desktop.document.journey import Cluster, LaneGroup
from desktop.document.keyed import among
from desktop.document.keyed import put as put_in
from desktop.document.project import Project
from desktop.scribe.seek import Span, replaced


@dataclass(frozen=True, slots=True)
class Match:
    """One place in a text."""

    passage: Passage
    span: Span


Place = tuple[str, str, str, int]


def place_of(passage: Passage) -> Place:
    """Which text it is, whatever it says: map, part, path and line."""
    return passage.map_id, str(getattr(passage.part, "id", "")), passage.path, passage.line


def with_replaced(
    project: Project, matches: Iterable[Match], by: str, new_id: Callable[[], str]
) -> tuple[Project, int]:
    """The project with other words in these places, and how many of them refuse that."""
    refused = 0
    cards: dict[str, dict[str, Card]] = {}
    for found in _by_value(matches):
        passage = found[0].passage
        try:
            value = _value(found, by)
            if isinstance(passage.part, Card):
                there = cards.setdefault(passage.map_id, {})
                there[passage.thing] = with_value(there.get(passage.thing, passage.part), passage.path, value)
            else:
                project = _with(project, passage, value, new_id)
        except EditError:
            refused += len(found)
    for map_id, changed in cards.items():
        project = _with_cards(project, map_id, changed)
    return project, refused


def _by_value(matches: Iterable[Match]) -> Iterator[Sequence[Match]]:
    """Those in one text or one list of lines together."""
    texts: dict[tuple[str, str, str], list[Match]] = {}
    for match in matches:
        texts.setdefault(place_of(match.passage)[:3], []).append(match)
    yield from texts.values()


def _value(found: Sequence[Match], by: str) -> Any:
    """What a text, or a list of lines, is then; lines that say nothing any more are gone."""
    value = value_at(found[0].passage.part, found[0].passage.path)
    if isinstance(value, str):
        return replaced(value, [match.span for match in found], by)
    lines = [
        replaced(line, [match.span for match in found if match.passage.line == at], by) for at, line in enumerate(value)
    ]
    return tuple(filter(None, lines))


def _with_cards(project: Project, map_id: str, changed: Mapping[str, Card]) -> Project:
    """All in one go; putting in thousands of cards one after the other would take seconds."""

    def alter(there: tuple[Card, ...]) -> tuple[Card, ...]:
        fresh = [edited(changed[card.id], comments=card.comments) for card in among(there, changed.keys())]
        return put_in(there, *fresh)

    return with_map(project, alter_cards(the_map(project, map_id), alter))


def _with(project: Project, passage: Passage, value: Any, new_id: Callable[[], str]) -> Project:
    part = passage.part
    if isinstance(part, Comment):
        return edit_comment(project, passage.map_id, passage.card, part.id, text=value)
    if isinstance(part, Cluster):
        return edit_cluster(project, passage.map_id, part.id, value)
    if isinstance(part, LaneGroup):
        return edit_group(project, passage.map_id, part.id, title=value)
    ids = (str(getattr(part, "id", "")),)
    return put(project, type(part), Entered(passage.map_id, ids, passage.path, value), new_id)
