"""The appendix: what is not on the wall, the details of cards, by numbers that stand on the map."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.drawing.detailpages import Entry, Ground, Titles, detail_pages
from desktop.drawing.notemarks import note_mark
from desktop.drawing.shapes import Drawing, Placed
from desktop.layout.compose import Composer
from desktop.layout.names import lane_name
from desktop.layout.places import CardPlace, Layout, Row
from desktop.plan.page import MM, Sheet, View
from desktop.plan.paper import Paper, paper, turned
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press

TEXT = 10.0
"""pt; the details are read in the hand."""

MARGIN = 16.0
"""mm"""

LARGEST = 450.0
"""mm; on paper with a longer side nobody reads in the hand, so that the appendix comes on A4."""

INCHES = ("us", "letter", "legal", "tabloid", "ansi", "arch", "in")


def numbered(made: Iterable[Made]) -> dict[str, int]:
    """Numbers from 1 for the cards with details on these posters, column by column and in each from the top."""
    ids = (place.card.id for each in made if each.layout for place, _ in _detailed(each.layout))
    return {ident: number for number, ident in enumerate(dict.fromkeys(ids), 1)}


def marked(made: Made, press: Press, numbers: Mapping[str, int]) -> Made:
    """The poster with the numbers at the corners of its cards."""
    if made.layout is None or not numbers:
        return made
    composer = Composer(press.typesetter, made.style or press.style, press.words)
    comments = _comments(made.layout) if press.settings.comments else {}
    placed = tuple(_with_marks(made.drawing, numbers, comments, composer))
    return replace(made, drawing=replace(made.drawing, placed=placed))


def _with_marks(
    drawing: Drawing, numbers: Mapping[str, int], comments: Mapping[str, int], composer: Composer
) -> Iterator[Placed]:
    """Each number right behind its card, so that it is read with it."""
    name = composer.words("appendix.mark")
    for each in drawing.placed:
        yield each
        ident = each.figure.id
        if each.figure.role == "card" and ident in numbers:
            number = numbers[ident]
            yield note_mark(number, name.format(number=number), each, composer, commented=comments.get(ident, 0))


def _comments(layout: Layout) -> dict[str, int]:
    cards = (place.card for row in layout.rows for place in row.content.cards)
    return {card.id: len(card.comments) for card in cards if card.comments}


def pages(press: Press, made: Sequence[Made], numbers: Mapping[str, int], settings: Settings) -> tuple[Sheet, ...]:
    """The details by their numbers, on paper that is read in the hand; none when no card has any."""
    first = next((each for each in made if each.layout), None)
    if first is None:
        return ()
    sheet, scale = _sheet(settings), TEXT / press.style.roles["card"].size
    unit = MM / scale
    ground = Ground(sheet.width * unit, (sheet.height or sheet.width) * unit, MARGIN * unit)
    titles = _titles(press, first)
    drawings = detail_pages(
        _entries(press, made, numbers), ground, titles, Composer(press.typesetter, press.style, press.words)
    )
    return tuple(
        Sheet(
            sheet.width * MM,
            (sheet.height or sheet.width) * MM,
            (View(drawing, 0.0, 0.0, scale),),
            label=f"{titles.heading} {number}",
            title=titles.heading if number == 1 else "",
        )
        for number, drawing in enumerate(drawings, 1)
    )


def _titles(press: Press, made: Made) -> Titles:
    words, drawing = press.words, made.drawing
    return Titles(
        words("appendix.title"), drawing.title, words("appendix.note"), words("appendix.page"), drawing.language
    )


def _entries(press: Press, made: Sequence[Made], numbers: Mapping[str, int]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for layout in (each.layout for each in made if each.layout):
        for place, row in _detailed(layout):
            card = place.card
            if card.id in numbers:
                found[card.id] = Entry(
                    card.id,
                    numbers[card.id],
                    card.kind,
                    card.text.strip(),
                    _where(place, row, layout, press),
                    card.details,
                )
    return tuple(sorted(found.values(), key=lambda entry: entry.number))


def _detailed(layout: Layout) -> list[tuple[CardPlace, Row]]:
    """The cards with details in reading order."""
    found = [(place, row) for row in layout.rows for place in row.content.cards if place.card.details.strip()]
    return sorted(found, key=lambda each: (each[0].first, each[1].y, each[0].rect.y, each[0].card.id))


def _where(place: CardPlace, row: Row, layout: Layout, press: Press) -> str:
    """“Dine › Orders · Pain points”."""
    column = layout.columns[place.first]
    steps = " › ".join(part for part in (column.stage.title, column.step.title) if part)
    return " · ".join(part for part in (steps, lane_name(row.lane, press.words)) if part)


def _sheet(settings: Settings) -> Paper:
    """The paper of the tiles or of the poster, if it can be held in the hand; else A4, or Letter where inches rule."""
    named = [settings.tiling.sheet] if settings.tiling else []
    if settings.sizing != "sheets":  # where sheets decide the size, no paper is printed on
        named.append(settings.paper)
    for name in named:
        size = paper(name) if name else None
        if size and not size.is_roll and max(size.width, size.height or 0.0) <= LARGEST:
            return turned(size, "portrait")[0]
    return paper("Letter" if _in_inches(settings.paper) else "A4")


def _in_inches(name: str) -> bool:
    return any(part in name.lower() for part in INCHES)
