"""The result of a ballot as a table: one row for each card, the first place first."""

from collections.abc import Iterator

from desktop.desk.votes import Entry, Votes
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane
from desktop.document.keyed import find
from desktop.document.locate import card_at, stage_of
from desktop.exchange.votes import Cell, written
from desktop.layout.names import lane_name, name_of
from desktop.layout.style import Words

COMMON = ("place", "tied", "card", "kind", "stage", "step", "lane")
DOTS = ("votes",)
PAIN = ("severity", "frequency", "product", "severities", "frequencies", "people")
"""The columns, by codes of their heads: of every ballot, and by its form."""


def table(votes: Votes, *, separator: str = ",") -> str:
    """The ballot that is worked on, with heads in the project's language; "" while nobody is to see its result."""
    journey = votes.desk.journey
    if votes.ballot is None or votes.hidden or journey is None:
        return ""
    words = votes.desk.words
    columns = (*COMMON, *(PAIN if votes.grading else DOTS))
    entries = sorted(votes.entries, key=lambda entry: entry.standing.place)
    rows = (_row(entry, journey, words, grading=votes.grading) for entry in entries)
    return written([words(f"votes.column.{column}") for column in columns], rows, separator=separator)


def name_of_card(card: Card, words: Words) -> str:
    """What a card says, on one line; what shows a picture alone is called as its kind is."""
    figure = card.measure.name if card.measure else ""
    alt = card.picture.alt if card.picture else ""
    return " ".join((card.text or figure or alt).split()) or name_of("kind", card.kind, words)


def _row(entry: Entry, journey: JourneyMap, words: Words, *, grading: bool) -> list[Cell]:
    standing, card = entry.standing, entry.card
    tied = words("differences.yes") if standing.tied else ""
    common: list[Cell] = [standing.place, tied, name_of_card(card, words), name_of("kind", card.kind, words)]
    return [*common, *_place(card, journey, words), *(_judged(entry) if grading else (standing.votes,))]


def _place(card: Card, journey: JourneyMap, words: Words) -> Iterator[str]:
    """Stage, step and lane; "" for a card of the inbox or the parking lot."""
    at = card_at(journey, card.id)
    stage = stage_of(journey, card.first)
    step = find(stage.steps, card.first) if stage else None
    lane: Lane | None = at.lane if at else None
    yield stage.title if stage else ""
    yield step.title if step else ""
    yield lane_name(lane, words) if lane else ""


def _judged(entry: Entry) -> Iterator[Cell]:
    standing = entry.standing
    yield from (standing.severity, standing.frequency, standing.score)
    yield from (_range(standing.severities), _range(standing.frequencies))
    yield standing.graded


def _range(ends: tuple[int, int]) -> str:
    """“2–5”; "" where nobody judged, one figure where all agree."""
    least, most = ends
    return "" if not most else str(least) if least == most else f"{least}–{most}"
