"""Pages of tactics and experiments, as ink."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing.lettering import Lettering
from desktop.drawing.planpages import FACTS, Group, Line, Sayings, plan_pages
from desktop.drawing.shapes import Ellipse, Glyphs
from tests.pageink import faults, texts

A4, LYING = (210.0, 297.0), (297.0, 210.0)
SETTER, STYLE = Lettering(resources.typesetter()), resources.style("print")
LONG = "Everybody who waits is told how long it takes. " * 60
SAYINGS = Sayings("tactic", "Tactics", "Dinner", "3 to be done", ("Tactic", "Where", "Why"), "{page} of {pages}")
FULL = Line(
    "c1",
    "A glass on the house",
    "Special offer",
    ("Contradicts “Ten percent off”",),
    ("Front of house", "by 1 May"),
    ((("Step", "Dine · Waits"), ("Channel", "")), (("Expected benefit", "Nobody leaves"),)),
)


def pages(*lines, size=A4, style=STYLE, name="For everybody"):
    return plan_pages((Group(name, lines),), size, SAYINGS, style, SETTER)


def line(number=1, text="Bread", **fields):
    return Line(f"c{number}", text, **fields)


def figures(page):
    return {each.figure.id: each for each in page.placed if each.figure.role == "details"}


def test_all_of_a_line_stands_on_the_page():
    (page,) = pages(FULL)
    said = texts(page)
    for words in ("For everybody", "A glass on the house", "Special offer", "Dine · Waits", "Nobody leaves", "Step"):
        assert words in said
    assert "Channel" not in said
    assert faults(page) == []


def test_a_line_is_said_in_one_sentence():
    assert FULL.said == (
        "A glass on the house, Special offer, Contradicts “Ten percent off”, Step: Dine · Waits, "
        "Expected benefit: Nobody leaves, Front of house, by 1 May"
    )


def test_only_what_contradicts_has_a_sign():
    (page,) = pages(FULL, line(2))
    signs = {id_: any(isinstance(one, Ellipse) for one in each.figure.shapes) for id_, each in figures(page).items()}
    assert signs == {"c1": True, "c2": False}


def test_the_sign_stands_level_with_its_words():
    (page,) = pages(FULL)
    shapes = figures(page)["c1"].figure.shapes
    (sign,) = [shape for shape in shapes if isinstance(shape, Ellipse)]
    (words,) = [one for one in shapes if isinstance(one, Glyphs) and one.line.text.startswith("Contradicts")]
    assert sign.cy == pytest.approx(words.y - words.size * 0.36, abs=0.4)
    assert sign.cx + sign.rx < words.x


def test_the_name_of_a_group_stands_once():
    (page,) = pages(line(1), line(2))
    assert texts(page).count("For everybody") == 1


def test_without_a_name_nothing_stands_above():
    (named,), (bare,) = pages(line()), pages(line(), name="")
    assert figures(bare)["c1"].y < figures(named)["c1"].y


def test_without_lines_there_are_no_pages():
    assert plan_pages((Group("For everybody", ()),), A4, SAYINGS, STYLE, SETTER) == ()


def test_facts_stand_beside_the_words_on_any_page():
    for size in (A4, LYING):
        (page,) = pages(FULL, size=size)
        columns = [shape.x for shape in figures(page)["c1"].figure.shapes if isinstance(shape, Glyphs)]
        assert max(columns) == pytest.approx(size[0] - 36.0 - FACTS)


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_everything_can_be_read_in_every_theme(theme):
    (page,) = pages(FULL, style=resources.style("print", theme=theme))
    assert faults(page) == []


@pytest.mark.parametrize("field", ["text", "more"])
def test_what_is_longer_than_a_page_goes_on(field):
    found = pages(Line(**{"id": "c1", "text": "Bread", "warnings": ("No",), field: LONG * 3}))
    assert len(found) > 1
    assert not any(faults(page) for page in found)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30), st.booleans()), min_size=1, max_size=9))
@settings(max_examples=15, deadline=None)
def test_nothing_lies_over_anything_however_much_is_said(told):
    lines = [
        line(
            number,
            "word " * words,
            warnings=("Contradicts that",) * warned,
            facts=((("Step", "place " * words),), (("When", "then " * facts),)),
        )
        for number, (words, facts, warned) in enumerate(told)
    ]
    found = pages(*lines)
    assert not any(faults(page) for page in found)
    assert [id_ for page in found for id_ in figures(page)] == [one.id for one in lines]
