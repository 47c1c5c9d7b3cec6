"""Pages of topics with room to write beside each."""

from itertools import pairwise

import pytest

from desktop import resources
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.shapes import Box, Glyphs
from desktop.drawing.topicpages import LEAST, Group, Sayings, Topic, topic_pages

A4 = 210.0, 297.0
CAPTIONS = ("Topic", "Thoughts", "Next step")
SAYINGS = Sayings("Parking lot", "Dinner for two", CAPTIONS, "Page {page} of {pages}", "en", "{title}, continued")
LONG = "The waiter brings the wrong bill again and nobody says why. " * 9


@pytest.fixture(scope="module")
def pages():
    setter, style = Lettering(resources.typesetter()), resources.style("print")
    return lambda *groups, size=A4, sayings=SAYINGS: topic_pages(groups, size, sayings, style, setter)


def group(count, title="", text="Topic", details=""):
    topics = tuple(Topic(f"{title}{at}", "pain", f"{text} {at}", details) for at in range(count))
    return Group(title, topics)


def told(page):
    """What is placed for topics, from the top."""
    return [placed for placed in page.placed if placed.figure.role == "details"]


def names(page, role):
    return [placed.figure.name for placed in page.placed if placed.figure.role == role]


def words(placed):
    return [shape.line.text.strip() for shape in placed.figure.shapes if isinstance(shape, Glyphs)]


def rules(page, first=MARGIN + 1):
    """The lines to write on: those that begin right of the topics."""
    return [placed for placed in page.placed if placed.figure.role == "rule" and placed.x > first]


def test_without_topics_there_is_no_page(pages):
    assert pages() == ()
    assert pages(Group("Empty", ())) == ()


def test_few_topics_make_one_page(pages):
    (page,) = pages(group(3))
    assert (page.width, page.height, page.language) == (*A4, "en")
    assert page.title == "Parking lot: Dinner for two"


def test_topics_are_numbered_through_all_groups(pages):
    (page,) = pages(group(2, "A"), group(2, "B"))
    assert [placed.figure.name for placed in told(page)] == ["1: Topic 0", "2: Topic 1", "3: Topic 0", "4: Topic 1"]
    assert [words(placed)[-1] for placed in told(page)] == ["1", "2", "3", "4"]


def test_a_topic_is_known_by_its_card(pages):
    (page,) = pages(group(2, "A"))
    assert [placed.figure.id for placed in told(page)] == ["A0", "A1"]


def test_a_title_stands_over_its_group(pages):
    (page,) = pages(group(1, "Kitchen"), group(1, "Hall"))
    (kitchen,) = [placed for placed in page.placed if placed.figure.name == "Kitchen"]
    assert [*names(page, "heading")] == ["Parking lot", "Kitchen", "Hall"]
    assert kitchen.y < told(page)[0].y


def test_an_empty_group_has_no_title(pages):
    (page,) = pages(Group("Nobody", ()), group(1, "Hall"))
    assert "Nobody" not in names(page, "heading")


def test_the_heading_stands_on_the_first_page_alone(pages):
    first, *others = pages(group(30))
    assert "Parking lot" in names(first, "heading")
    assert not any("Parking lot" in names(page, "heading") for page in others)


def test_captions_stand_on_every_page(pages):
    for page in pages(group(30)):
        assert [name for name in names(page, "legend") if name in SAYINGS.captions] == list(SAYINGS.captions)


def test_every_page_says_which_it_is(pages):
    found = pages(group(30))
    for number, page in enumerate(found, 1):
        assert names(page, "footer")[0] == f"Page {number} of {len(found)}"


def test_from_the_second_page_on_the_map_is_told_again(pages):
    first, *others = pages(group(30))
    assert "Dinner for two" not in names(first, "footer")
    assert others
    assert all("Dinner for two" in names(page, "footer") for page in others)


@pytest.mark.parametrize("count", [1, 7, 8, 9, 30])
def test_every_topic_is_on_one_page_in_order(pages, count):
    found = [placed.figure.id for page in pages(group(count)) for placed in told(page)]
    assert found == [str(at) for at in range(count)]


@pytest.mark.parametrize("size", [A4, (297.0, 210.0), (210.0, 210.0)])
@pytest.mark.parametrize("details", ["", LONG])
def test_nothing_stands_below_the_foot(pages, size, details):
    for page in pages(group(12, "A", details=details), size=size):
        assert all(placed.y + placed.figure.height <= size[1] - MARGIN - FOOT + 1e-6 for placed in told(page))


@pytest.mark.parametrize("details", ["", LONG])
def test_topics_never_overlap(pages, details):
    for page in pages(group(9, "A", details=details)):
        rows = told(page)
        assert all(one.y + one.figure.height <= other.y + 1e-6 for one, other in pairwise(rows))


def test_words_stay_within_their_column(pages):
    (page,) = pages(group(3, details=LONG[:120]))
    left = min(placed.x for placed in rules(page))
    for placed in told(page):
        assert placed.x == MARGIN
        assert placed.x + placed.figure.width < left


def test_a_short_topic_has_room_to_write_beside_it(pages):
    (page,) = pages(group(1))
    (row,) = told(page)
    assert row.figure.height == LEAST
    lines = rules(page)
    assert len({placed.x for placed in lines}) == 2
    assert all(row.y < placed.y < row.y + LEAST for placed in lines)


def test_a_long_topic_has_more_lines_to_write_on(pages):
    (short,), (long,) = pages(group(1)), pages(group(1, details=LONG))
    assert len(rules(long)) > len(rules(short))


def test_a_topic_without_words_is_a_dash(pages):
    (page,) = pages(Group("", (Topic("a", "pain", ""),)))
    assert "–" in words(told(page)[0])


def test_details_of_blanks_are_none(pages):
    (bare,), (blank,) = pages(group(1)), pages(group(1, details=" \n "))
    assert words(told(bare)[0]) == words(told(blank)[0])


def test_a_topic_longer_than_a_page_goes_on_without_a_number(pages):
    found = pages(Group("", (Topic("a", "pain", "Bill", LONG * 12), Topic("b", "pain", "Next"))))
    rows = [placed for page in found for placed in told(page)]
    first, *others, last = rows
    assert others
    assert all(placed.figure.id == "a" for placed in (first, *others))
    assert first.figure.name == "1: Bill"
    assert not any(placed.figure.name.startswith("1: ") for placed in others)
    assert last.figure.name == "2: Next"


def test_no_word_of_a_long_topic_is_lost(pages):
    found = pages(Group("", (Topic("a", "pain", "Bill", LONG * 12),)))
    lines = [line for page in found for placed in told(page) for line in words(placed)]
    assert " ".join(lines).split().count("waiter") == LONG.count("waiter") * 12


def test_the_stroke_has_the_colour_of_the_kind(pages):
    (page,) = pages(Group("", (Topic("a", "pain", "x"), Topic("b", "idea", "y"))))
    edges = [next(shape.fill for shape in each.figure.shapes if isinstance(shape, Box)) for each in told(page)]
    style = resources.style("print")
    assert edges == [style.kind("pain").edge, style.kind("idea").edge]


def test_a_title_never_stands_alone_at_the_foot(pages):
    """However many topics stand before it."""
    for before in range(5, 10):
        for page in pages(group(before), group(2, "Kitchen")):
            titles = [placed for placed in page.placed if placed.figure.name == "Kitchen"]
            assert all(any(row.y > title.y for row in told(page)) for title in titles)


def test_a_map_without_a_title_has_no_empty_line(pages):
    (page,) = pages(group(1), sayings=Sayings("Inbox", "", ("a", "b", "c"), "{page}"))
    assert "" not in names(page, "legend")


def first_below(page):
    """What stands first under the captions."""
    return min(
        (placed for placed in page.placed if placed.figure.role in ("heading", "details") and placed.y > MARGIN),
        key=lambda placed: placed.y,
    ).figure.name


def test_a_group_that_goes_on_says_so_on_every_further_page(pages):
    first, *others = pages(group(20, "Kitchen"))
    assert names(first, "heading") == ["Parking lot", "Kitchen"]
    assert others
    assert [names(page, "heading") for page in others] == [["Kitchen, continued"]] * len(others)
    assert all(first_below(page) == "Kitchen, continued" for page in others)


@pytest.mark.parametrize("before", range(5, 10))
def test_a_group_that_begins_a_page_is_not_continued(pages, before):
    for page in pages(group(before, "Hall"), group(2, "Kitchen")):
        assert len([name for name in names(page, "heading") if name.startswith("Kitchen")]) <= 1


def test_what_has_no_title_goes_on_without_one(pages):
    assert all(names(page, "heading") == [] for page in pages(group(30))[1:])


@pytest.mark.parametrize("title", ["", "Kitchen", "A title that goes on and on & on, " * 6])
def test_a_topic_longer_than_a_page_ends_above_the_foot_of_each(pages, title):
    found = pages(Group(title, (Topic("a", "pain", "Bill", LONG * 12),)))
    assert len(found) > 1
    for page in found:
        assert all(placed.y + placed.figure.height <= A4[1] - MARGIN - FOOT + 1e-6 for placed in told(page))


def test_a_long_title_is_short_where_it_goes_on(pages):
    again = names(pages(group(20, "Salt & pepper on every table of the terrace, and " * 3))[1], "heading")[0]
    assert again.startswith("Salt & pepper on")
    assert again.endswith("…, continued")
    assert len(again) < 80
