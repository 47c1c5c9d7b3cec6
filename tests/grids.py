"""Maps to lay out in tests: cards, lanes and whole projects in a line each, in the theme for print."""

from hypothesis import strategies as st

from desktop import resources
from desktop.document.base import by_id, changed
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Project
from desktop.drawing.artist import Artist
from desktop.layout.compose import Composer
from desktop.layout.layouter import Layouter

STYLE = resources.style("print")
WORDS = resources.words("en")
EM = STYLE.text
ASSET = "ab" * 32


def composer(style=STYLE):
    return Composer(resources.typesetter(), style, WORDS)


def layouter(style=STYLE):
    return Layouter(resources.typesetter(), style, WORDS)


def artist(style=STYLE):
    return Artist(resources.typesetter(), style, WORDS)


def card(number, kind="action", step=0, last=None, **fields):
    """The card with the id “c” and this number at steps by their numbers."""
    last = step if last is None else last
    return Card(**{"id": f"c{number}", "kind": kind, "first": f"d{step}", "last": f"d{last}", "text": "Asks", **fields})


def lane(*cards, kind="actions", **fields):
    return Lane(**{"id": f"l-{kind}", "kind": kind, "title": kind.title(), **fields, "cards": by_id(cards)})


def stages(*counts):
    """Stages with so many steps each; steps are numbered from d0 through all stages."""
    first = [sum(counts[:number]) for number in range(len(counts))]
    return tuple(
        Stage(
            id=f"s{number}",
            title=f"Stage {number}",
            rank=f"{number + 1}",
            steps=tuple(
                Step(id=f"d{step}", title=f"Step {step}", rank=f"{step:03}1") for step in range(start, start + size)
            ),
        )
        for number, (start, size) in enumerate(zip(first, counts, strict=True))
    )


def project(*lanes, steps=(2, 2), **fields):
    """A project with one map, whose lanes stand in the order given."""
    ranked = tuple(changed(each, rank=f"{number:03}1") for number, each in enumerate(lanes))
    journey = JourneyMap(**{"id": "m", "title": "Visit", "stages": stages(*steps), "lanes": by_id(ranked), **fields})
    return Project(id="p", maps=(journey,))


def with_map(whole, **fields):
    return changed(whole, maps=(changed(whole.maps[0], **fields),))


def with_card(whole, lane_id, new):
    """The project with this card in the place of the one with its id."""
    journey = whole.maps[0]
    old = next(each for each in journey.lanes if each.id == lane_id)
    cards = tuple(new if each.id == new.id else each for each in old.cards)
    return with_map(whole, lanes=tuple(changed(each, cards=cards) if each is old else each for each in journey.lanes))


SENTENCES = ("", "Asks", "Asks what is without nuts", "x" * 60, "Reads the menu and three reviews, the worst one first")
KINDS = ("action", "touchpoint", "pain", "metric", "unheard-of")


@st.composite
def rows_of_cards(draw, steps=4, most=12):
    """Cards of several kinds over random spans of so many steps."""
    cards = []
    for number in range(draw(st.integers(0, most))):
        first = draw(st.integers(0, steps - 1))
        last = draw(st.integers(first, steps - 1))
        rank = draw(st.sampled_from(("1", "A", "V", "V", "z")))
        cards.append(
            card(number, draw(st.sampled_from(KINDS)), first, last, rank=rank, text=draw(st.sampled_from(SENTENCES)))
        )
    return cards
