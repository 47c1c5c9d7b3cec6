"""What stands on which page of a list, with what above it."""

import pytest

from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import ListFrame
from desktop.drawing.listpages import Column, Entry, ListPages
from desktop.drawing.shapes import Figure, Placed
from desktop.resources import typesetter

SIZE = (210.0, 148.0)
COLUMNS = (Column(0.0, 80.0, "What"), Column(90.0, 60.0, "Where"))


@pytest.fixture(scope="module")
def frame():
    return ListFrame(SIZE, "List", (), "{page} of {pages}", Lettering(typesetter()))


@pytest.fixture
def pages(frame):
    """By page the names of what stands there, captions and heading left out."""

    def make(*entries, **fields):
        found = ListPages(frame, COLUMNS, ("List", "a map"), "en", **fields).drawn(entries, drawn)
        return [[each.figure.name for each in page.placed if each.figure.role == "row"] for page in found]

    return make


def drawn(name, y):
    yield Placed(0.0, y, Figure("", "row", name, 10.0, 5.0, ()))


def tops(frame, *entries):
    """By name how low on its page an entry begins."""
    found = ListPages(frame, COLUMNS, ("List", "a map"), "en").drawn(entries, drawn)
    return {each.figure.name: each.y for page in found for each in page.placed if each.figure.role == "row"}


def test_what_finds_no_room_begins_a_page(frame, pages):
    half = frame.room(0) / 2
    assert pages(Entry("a", half), Entry("b", half), Entry("c", 1.0)) == [["a", "b"], ["c"]]


def test_what_is_too_high_for_any_page_has_one_of_its_own(frame, pages):
    assert pages(Entry("a", 1000.0), Entry("b", 5.0)) == [["a"], ["b"]]


def test_a_title_stays_with_what_follows_it(frame, pages):
    room = frame.room(0)
    title = Entry("title", 10.0, needs=40.0)
    assert pages(Entry("a", room - 30.0), title, Entry("b", 30.0)) == [["a"], ["title", "b"]]


def test_what_needs_less_than_its_height_may_end_a_page(frame, pages):
    room = frame.room(0)
    assert pages(Entry("a", room - 30.0), Entry("b", 35.0, needs=30.0)) == [["a", "b"]]


def test_a_page_that_goes_on_says_with_what(frame, pages):
    again = Entry("again", 8.0)
    held = pages(Entry("a", frame.room(0), again=again), Entry("b", 20.0, again=again), Entry("c", 20.0, again=again))
    assert held == [["a"], ["again", "b", "c"]]


def test_captions_stand_over_the_first_that_has_columns(frame):
    found = tops(frame, Entry("chart", 30.0, captioned=False), Entry("row", 10.0))
    alone = tops(frame, Entry("row", 10.0))
    assert alone["row"] == pytest.approx(frame.top(0))
    assert found["chart"] < alone["row"] < found["row"]
    assert found["row"] == pytest.approx(frame.top(0) + 30.0)


def test_captions_take_their_room_where_they_come_late(frame, pages):
    chart = Entry("chart", frame.room(0) - 10.0, captioned=False)
    assert pages(chart, Entry("row", 9.9)) == [["chart", "row"]]
    assert pages(chart, Entry("row", 10.1)) == [["chart"], ["row"]]


@pytest.mark.parametrize(("foot", "told"), [("", "List · a map"), ("The map", "The map")])
def test_later_pages_say_of_what_they_are(frame, foot, told):
    entries = [Entry(name, frame.room(0)) for name in "ab"]
    first, second = ListPages(frame, COLUMNS, ("List", "a map"), "en", foot=foot).drawn(entries, drawn)
    feet = [[each.figure.name for each in page.placed if each.figure.role == "footer"] for page in (first, second)]
    assert feet == [["1 of 2"], ["2 of 2", told]]
    assert (first.title, first.language) == ("List: a map", "en")


def test_nothing_is_a_page_without_rows(pages):
    assert pages() == [[]]
