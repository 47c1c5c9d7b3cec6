"""Rows over the pages of a list: what is too high is parted, what finds no room stands on the next page."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing.lettering import Face, Lettering
from desktop.drawing.listframe import MARGIN, ListFrame
from desktop.drawing.listpages import Column
from desktop.drawing.listtable import ListTable, Measure, Part
from desktop.drawing.shapes import Figure, Placed
from tests.pageink import outside, texts

SETTER, FACE = Lettering(resources.typesetter()), Face(10)
WORDS, WHO = Column(0.0, 100.0, "Words"), Column(108.0, 40.0, "Who")
LONG = "Everybody who waits is told how long it takes. " * 90


@pytest.fixture(scope="module")
def table():
    frame = ListFrame((210.0, 297.0), "List", (), "{page} of {pages}", SETTER)
    return ListTable(frame, (WORDS, WHO), SETTER, Measure(3.0, 1.0), ("List", "Dinner"))


def drawn(table):
    """Draws a row as the words of its columns."""

    def draw(thing, part, y):
        shapes = [
            shape for own, column in zip(part.columns, table.columns, strict=True) for shape in table.ink(own, column)
        ]
        yield Placed(MARGIN, y, Figure(thing, "details", thing, table.frame.inner, part.height, tuple(shapes)))

    return draw


def pages(table, *rows):
    return list(table.pages(rows, drawn(table), "en"))


def parts(table, words, who="", **fields):
    told = (table.set(((words, FACE),), WORDS.width), table.set(((who, FACE),), WHO.width))
    return list(table.parts(told, **fields))


def blank(height):
    return Part(height, ((), ()))


def rows_of(page):
    return [placed.figure.id for placed in page.placed if placed.figure.role == "details"]


def test_texts_stand_below_each_other_and_empty_ones_are_left_out(table):
    first, second = table.set((("One", FACE), (" ", FACE), ("Two", FACE)), 100.0, 0.5)
    assert (first.gap, second.gap) == (0.5, 1.0)


def test_a_row_is_as_high_as_its_highest_column(table):
    (low,), (high,) = parts(table, "Bread"), parts(table, "Bread", "Front of house and kitchen and office")
    assert high.height > low.height
    assert low.height > 2 * 3.0


def test_no_row_is_lower_than_its_marks(table):
    (row,) = parts(table, "Bread", least=20.0)
    assert row.height == 26.0


def test_what_stands_above_a_row_takes_its_room(table):
    (plain,), (below,) = parts(table, "Bread"), parts(table, "Bread", taken=8.0)
    assert below.height == pytest.approx(plain.height + 8.0)


def test_a_row_higher_than_a_page_is_parted(table):
    found = parts(table, LONG, "Somebody", taken=8.0)
    assert [part.first for part in found] == [True] + [False] * (len(found) - 1)
    assert len(found) > 1
    assert all(part.height <= table.frame.room(0) for part in found)


def test_rows_go_on_with_the_next_page(table):
    half = blank(table.frame.room(0) * 0.6)
    first, second = pages(table, ("a", half), ("b", half))
    assert (rows_of(first), rows_of(second)) == (["a"], ["b"])


def test_captions_stand_on_every_page_and_the_heading_on_the_first(table):
    first, second = pages(table, *((each, blank(200.0)) for each in "ab"))
    assert {"List", "WORDS", "WHO", "1 of 2"} <= set(texts(first))
    assert "List" not in texts(second)
    assert {"WORDS", "WHO", "2 of 2", "List · Dinner"} <= set(texts(second))


def test_a_page_tells_what_it_is(table):
    (page,) = pages(table, ("a", blank(20.0)))
    assert (page.title, page.language, page.width, page.height) == ("List: Dinner", "en", 210.0, 297.0)


@given(st.lists(st.integers(0, 400), min_size=1, max_size=12))
@settings(max_examples=20, deadline=None)
def test_every_row_stands_on_a_page_and_none_beyond_it(table, lengths):
    rows = [(str(at), part) for at, count in enumerate(lengths) for part in parts(table, "word " * count or "–")]
    found = pages(table, *rows)
    assert [each for page in found for each in rows_of(page)] == [thing for thing, _ in rows]
    assert not any(outside(page) for page in found)


def test_ink_begins_below_what_stands_above(table):
    (part,) = parts(table, "Bread")
    (plain,), (lower,) = (list(table.ink(part.columns[0], WORDS, top)) for top in (0.0, 5.0))
    assert lower.y == pytest.approx(plain.y + 5.0)
