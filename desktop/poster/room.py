"""How many words the cards of a poster have room for, at the size at which it is printed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from statistics import median

from desktop.desk.budget import count_words
from desktop.document.cards import Card
from desktop.layout.compose import Composer
from desktop.layout.interior import insets
from desktop.layout.places import Layout, RowContent
from desktop.layout.style import Style
from desktop.plan.budget import Stack, lines_each, words_on
from desktop.plan.page import MM
from desktop.poster.press import Made, Press
from desktop.poster.reading import has_meta

SAMPLE = 1_000
"""Cards whose words are measured to know how long a word is."""

NEARLY = 0.99
"""Of a line: rounding errors aside."""

FOOT_MM = 8.0
"""What is left white below the map."""

USUAL_WORD = 2.6
"""Times the card text: a word where there are none to measure."""


@dataclass(frozen=True, slots=True)
class Long:
    """A card that makes its lane higher than any other cell does, by `excess` layout units."""

    card: Card
    words: int
    budget: int
    excess: float


def budget(press: Press, made: Made) -> int:
    """The words that a card of one column has room for, if all cards of the fullest cells are to have as much: so that
    the map fits its page at the size at which it is made. Lines break anew at another size, so this holds for this one.
    """
    layout, style = made.layout, made.style or press.style
    if layout is None or not layout.columns:
        return words_on(lines_each((), 0.0, 1.0), style.space["column"], 0.0, USUAL_WORD * style.text, style.text)
    stacks = [_stack(row.content, style) for row in layout.rows if row.content.cards]
    lines = lines_each(stacks, spare(made), style.roles["card"].leading)
    composer = Composer(press.typesetter, style, press.words)
    look, space = style.kind("action"), style.space
    width = median(column.width for column in layout.columns) - 2 * space["gutter"] - sum(insets(look, space))
    word = min(mean_word(_cards(layout), composer), width / 2)
    return words_on(lines, width, space["icon"] + space["icon-gap"], word, space_width(composer))


def long_cards(made: Made, press: Press, words: int) -> Iterator[Long]:
    """Of the cards with more than so many words for each step those that stand in the one cell that makes their lane a
    line or more higher, from top to bottom."""
    style = made.style or press.style
    leading = style.roles["card"].leading
    for row in made.layout.rows if made.layout else ():
        bottoms = [cell[-1].rect.bottom if cell else 0.0 for cell in row.content.cells]
        highest = max(bottoms, default=0.0)
        for place in row.content.cells[bottoms.index(highest)] if highest else ():
            excess = highest - max((*bottoms[: place.first], *bottoms[place.last + 1 :]), default=0.0)
            if excess < leading * NEARLY or place.card.kind == "metric":
                continue
            count, most = count_words(place.card.text), words * (place.last - place.first + 1)
            if count > most:
                yield Long(place.card, count, most, excess)


def spare(made: Made) -> float:
    """The height that is left white below the map, in layout units."""
    page, drop = made.page, made.layout.footing.drop if made.layout else 0.0
    return (page.height - max(page.y, FOOT_MM * MM) - page.y) / page.scale - made.drawing.height + drop


def mean_word(cards: Iterable[Card], composer: Composer) -> float:
    """How wide a word of these cards is on average, in layout units."""
    letters = composer.letters("card")
    words = [word for card in islice(cards, SAMPLE) for word in card.text.split()]
    if not words:
        return USUAL_WORD * composer.style.text
    return sum(sum(map(letters.__getitem__, word)) for word in words) / len(words)


def space_width(composer: Composer) -> float:
    """How wide the space between two words of a card is, in layout units."""
    return composer.width("n n", "card") - composer.width("nn", "card")


def _cards(layout: Layout) -> Iterator[Card]:
    return (place.card for row in layout.rows for place in row.content.cards)


def _stack(content: RowContent, style: Style) -> Stack:
    """A row's fullest cell, and what of its height is no line of text."""
    space, fullest = style.space, max(map(len, content.cells), default=0)
    second = style.roles["meta"].leading if any(_two_storeyed(place.card) for place in content.cards) else 0.0
    beside = 2 * space["row-pad"] + (fullest - 1) * space["gap"] + fullest * (2 * space["pad"] + second)
    return Stack(fullest, content.height, beside)


def _two_storeyed(card: Card) -> bool:
    return has_meta(card) or card.starred or (card.pain is not None and card.pain.severity > 0)
