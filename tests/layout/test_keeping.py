"""Rows that keep their places: what fits stays, what grows takes what is spare."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Project
from desktop.layout.keeping import FRESH, Keeping, KeptCard, KeptRow
from desktop.layout.layouter import Layouter

STEPS = tuple(Step(id=f"s{n}", rank=f"A{n}V", title=f"Step {n}") for n in range(4))
SPARE = Keeping(spare=0.15)


def card(name, step=0, words=2, rank="V"):
    return Card(id=name, kind="action", first=f"s{step}", last=f"s{step}", text="word " * words, rank=rank)


def project(*lanes):
    rows = tuple(Lane(id=f"l{n}", kind="actions", rank=f"A{n}V", cards=cards) for n, cards in enumerate(lanes))
    return Project(id="p", maps=(JourneyMap(id="m", stages=(Stage(id="g", steps=STEPS),), lanes=rows),))


@pytest.fixture(scope="module")
def layouter():
    return Layouter(resources.typesetter(), resources.style("print"), resources.words("en"))


def laid(layouter, what, keeping=FRESH):
    return layouter.layout(what, "m", 900.0, keeping=keeping)


def kept(layout):
    """What a print of this layout remembers."""
    first = layout.rows[0].y
    return Keeping({
        row.lane.id: KeptRow(
            row.y + row.height - first,
            {
                place.card.id: KeptCard(f"s{place.first}", f"s{place.last}", place.rect.y)
                for place in row.content.cards
            },
        )
        for row in layout.rows
    })  # fmt: skip


def places(layout):
    return {place.card.id: (place.rect.x, row.y + place.rect.y) for row in layout.rows for place in row.content.cards}


def bottom(layout):
    return layout.rows[-1].y + layout.rows[-1].height


def test_each_lane_has_something_to_spare(layouter):
    bare, spared = (laid(layouter, project((card("a"),), (card("b"),)), keeping) for keeping in (FRESH, SPARE))
    assert [row.height * 1.15 for row in bare.rows] == pytest.approx([row.height for row in spared.rows])


def test_an_equal_map_stands_where_it_stood(layouter):
    what = project((card("a"), card("b", 1)), (card("c"),))
    first = laid(layouter, what, SPARE)
    second = laid(layouter, what, kept(first))
    assert places(second) == places(first)
    assert bottom(second) == pytest.approx(bottom(first))


def test_a_card_stays_when_the_one_above_it_is_gone(layouter):
    first = laid(layouter, project((card("a", rank="A"), card("b", rank="B"))), SPARE)
    second = laid(layouter, project((card("b", rank="B"),)), kept(first))
    assert places(second)["b"] == places(first)["b"]


def test_a_new_card_takes_the_gap(layouter):
    first = laid(layouter, project((card("a", rank="A"), card("b", rank="B"))), SPARE)
    second = laid(layouter, project((card("b", rank="B"), card("new", rank="C"))), kept(first))
    assert places(second)["new"] == places(first)["a"]


def test_a_new_card_before_others_does_not_move_them(layouter):
    first = laid(layouter, project((card("b", rank="B"),), (card("c"),)), SPARE)
    second = laid(layouter, project((card("new", rank="A"), card("b", rank="B")), (card("c"),)), kept(first))
    assert places(second)["b"] == places(first)["b"]
    assert places(second)["new"][1] > places(first)["b"][1]


def test_a_longer_text_uses_what_is_spare(layouter):
    first = laid(layouter, project(tuple(card(f"a{n}", rank=f"A{n}V") for n in range(6)), (card("c"),)), SPARE)
    longer = (*(card(f"a{n}", rank=f"A{n}V") for n in range(5)), card("a5", words=5, rank="A5V"))
    second = laid(layouter, project(longer, (card("c"),)), kept(first))
    assert places(second)["c"] == places(first)["c"]


def test_a_lane_that_outgrows_itself_takes_what_others_spare(layouter):
    tall = [tuple(card(f"{name}{n}", rank=f"A{n}V") for n in range(6)) for name in "abc"]
    first = laid(layouter, project(*tall), SPARE)
    tall[2] = (*tall[2], card("new", rank="B"))
    second = laid(layouter, project(*tall), kept(first))
    assert bottom(second) == pytest.approx(bottom(first))
    assert places(second)["a0"] == places(first)["a0"]


def test_when_nothing_is_spare_the_map_grows(layouter):
    first = laid(layouter, project((card("a"),), (card("c"),)), SPARE)
    many = tuple(card(f"n{n}", rank=f"A{n}V") for n in range(9))
    assert bottom(laid(layouter, project(many, (card("c"),)), kept(first))) > bottom(first)


def test_a_card_in_another_step_finds_a_place_there(layouter):
    first = laid(layouter, project((card("a"), card("b", 1))), SPARE)
    second = laid(layouter, project((card("a", 1), card("b", 1))), kept(first))
    assert places(second)["b"] == places(first)["b"]
    assert places(second)["a"][0] == places(first)["b"][0]
    assert places(second)["a"][1] > places(first)["b"][1]


CARDS = st.lists(st.tuples(st.integers(0, 3), st.integers(1, 12)), max_size=8)


@settings(max_examples=40, deadline=None)
@given(before=CARDS, after=CARDS)
def test_cards_never_overlap_and_all_are_there(layouter, before, after):
    old, new = ([card(f"c{n}", *each, rank=f"A{n}V") for n, each in enumerate(row)] for row in (before, after))
    second = laid(layouter, project(tuple(new)), kept(laid(layouter, project(tuple(old)), SPARE)))
    boxes = [place.rect for place in second.rows[0].content.cards]
    assert len(boxes) == len(new)
    assert not any(one.meets(other) for at, one in enumerate(boxes) for other in boxes[at + 1 :])
    assert all(box.bottom <= second.rows[0].height for box in boxes)


def test_cells_name_their_cards_from_top_to_bottom(layouter):
    first = laid(layouter, project((card("a", rank="A"), card("b", rank="B"))), SPARE)
    second = laid(layouter, project((card("b", rank="B"), card("new", rank="C"))), kept(first))
    assert [place.card.id for place in second.rows[0].content.cells[0]] == ["new", "b"]


def test_a_lane_that_is_new_gets_the_usual_height(layouter):
    first = laid(layouter, project((card("a"),)), SPARE)
    second = laid(layouter, project((card("a"),), (card("b"),)), replace(kept(first), spare=0.0))
    assert second.rows[1].height == pytest.approx(laid(layouter, project((card("b"),))).rows[0].height)
