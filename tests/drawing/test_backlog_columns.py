"""Backlogs with odd opportunities: names longer than a page, hundreds, other scripts; each page as ink."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing.backlogpages import BEST, Prospect, Sayings, backlog_pages
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.shapes import Ellipse
from tests.pageink import faults, texts, wide

A4, LYING = (210.0, 297.0), (297.0, 210.0)
SETTER, STYLE = Lettering(resources.typesetter()), resources.style("print")
SAYINGS = Sayings(
    "Backlog", "Dinner", "3 to do", ("", "Opportunity", "Grades", "Who"), "Impact", "Ease", "{page}/{pages}"
)
OWNER = "The kitchen and everybody who works there " * 11
TEXTS = st.sampled_from(("", "Bread", "Kundenzufriedenheitsmessungsverfahren", "النادل يحضر الخبز", "提供面包" * 20))
GRADE = st.integers(0, BEST)


def pages(*prospects, size=A4, style=STYLE):
    return backlog_pages(prospects, size, SAYINGS, style, SETTER)


def prospect(number=1, text="Bread", **fields):
    return Prospect(f"c{number}", text, number, **fields)


def rows(page):
    return [each for each in page.placed if each.figure.role == "details"]


def graded(row):
    return any(isinstance(shape, Ellipse) for shape in row.figure.shapes)


@pytest.mark.parametrize("size", [A4, LYING, (210.0, 210.0)])
def test_a_long_name_of_who_does_it_ends_above_the_foot(size):
    for page in pages(prospect(owner=OWNER), prospect(2), size=size):
        assert max(row.y + row.figure.height for row in rows(page)) <= size[1] - MARGIN - FOOT + 1e-6
        assert faults(page) == []


def test_no_word_of_a_long_name_is_lost():
    found = pages(prospect(owner=OWNER * 5), size=LYING)
    assert len(found) > 1
    assert " ".join(word for page in found for word in texts(page)).count("kitchen") == 55


def test_grades_stand_at_the_first_part_alone():
    found = [graded(row) for page in pages(prospect(owner=OWNER * 5), size=LYING) for row in rows(page)]
    assert found == [True] + [False] * (len(found) - 1)


def test_what_nobody_has_judged_has_no_disc_and_no_full_dot():
    (page,) = pages(Prospect("c1", "Bread"))
    assert not any(shape.fill for shape in rows(page)[0].figure.shapes if isinstance(shape, Ellipse))


@pytest.mark.parametrize("number", [1, 10, 100, 999])
def test_a_number_stands_within_its_disc(number):
    (page,) = pages(prospect(number))
    disc, figure, *_ = rows(page)[0].figure.shapes
    assert disc.cx - disc.rx <= figure.x
    assert figure.x + wide(figure) <= disc.cx + disc.rx


def test_notes_stand_below_the_words_in_their_order():
    (page,) = pages(prospect(notes=("answers: Waits", "leads to: Pay")))
    told = texts(page)
    assert told.index("Bread") < told.index("answers: Waits") < told.index("leads to: Pay")


def test_notes_of_blanks_take_no_place():
    bare, blank = (rows(pages(prospect(notes=notes))[0])[0].figure.height for notes in ((), ("  ", "")))
    assert bare == blank


def test_two_hundred_come_once_each_in_order():
    found = [row.figure.id for page in pages(*map(prospect, range(1, 201))) for row in rows(page)]
    assert found == [f"c{number}" for number in range(1, 201)]


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
@pytest.mark.parametrize("strong", [True, False])
def test_discs_and_rings_read_in_every_theme(theme, strong):
    (page,) = pages(prospect(strong=strong, impact=3, ease=2), style=resources.style("print", theme=theme))
    assert faults(page) == []


def test_who_listens_hears_grades_only_where_there_are_some():
    (page,) = pages(prospect(impact=4), prospect(2))
    assert [row.figure.name for row in rows(page)] == ["1: Bread, Impact 4", "2: Bread"]


@settings(max_examples=25)
@given(st.lists(st.tuples(TEXTS, TEXTS, TEXTS, GRADE, GRADE), min_size=1, max_size=15), st.sampled_from((A4, LYING)))
def test_any_backlog_is_legible(told, size):
    found = [
        prospect(at, text, owner=owner, notes=(note,), impact=impact, ease=ease)
        for at, (text, owner, note, impact, ease) in enumerate(told, 1)
    ]
    assert [fault for page in pages(*found, size=size) for fault in faults(page)] == []
