"""Topics in any script, of any length, under any title: each page as ink."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.shapes import Box, Glyphs
from desktop.drawing.topicpages import SHORT, Group, Sayings, Topic, topic_pages
from tests.pageink import faults, texts, wide, written

A4, LYING = (210.0, 297.0), (297.0, 210.0)
SETTER, STYLE = Lettering(resources.typesetter()), resources.style("print")
CAPTIONS = ("Topic", "Thoughts", "Next step")
SAYINGS = Sayings("Inbox", "Dinner", CAPTIONS, "{page}/{pages}", "en", "{title}, continued")
ARABIC = "النادل يحضر الفاتورة الخطأ"
TEXTS = st.sampled_from(
    ("", "Bill", "Kundenzufriedenheitsmessungsverfahren", ARABIC, "客人在门口等候" * 9, "Waits. " * 60)
)
KINDS = st.sampled_from(("pain", "thought", "idea", "metric", "unheard-of"))


def pages(*groups, size=A4, style=STYLE):
    return topic_pages(groups, size, SAYINGS, style, SETTER)


def topic(text="Bill", kind="pain", **fields):
    return Topic("t", kind, text, **fields)


def rows(page):
    return [each for each in page.placed if each.figure.role == "details"]


def lines(row):
    return [shape for shape in row.figure.shapes if isinstance(shape, Glyphs)]


@pytest.mark.parametrize("size", [A4, LYING, (210.0, 210.0)])
def test_a_title_of_five_hundred_letters_stands_above_its_topics(size):
    for page in pages(Group("Salt and pepper " * 31, (topic(),)), size=size):
        assert faults(page) == []
        assert max(row.y + row.figure.height for row in rows(page)) <= size[1] - MARGIN - FOOT + 1e-6


def test_words_from_the_right_end_at_the_end_of_their_column():
    (page,) = pages(Group("", (topic(ARABIC),)))
    first = next(shape for shape in lines(rows(page)[0]) if shape.line.rtl)
    assert first.x + wide(first) == pytest.approx(rows(page)[0].figure.width)


def test_a_title_from_the_right_ends_at_the_margin():
    (page,) = pages(Group(ARABIC, (topic(),)))
    box = next(box for box, text in written(page) if text == ARABIC)
    assert box.right == pytest.approx(A4[0] - MARGIN)


@pytest.mark.parametrize(
    "text", ["客人在门口等候服务员" * 12, "お客様は入口で待っています。" * 9, "손님이 기다린다 " * 20]
)
def test_scripts_without_blanks_break_in_their_column(text):
    (page,) = pages(Group("", (topic(text),)))
    assert len(lines(rows(page)[0])) > 3
    assert faults(page) == []


def test_a_word_wider_than_its_column_is_broken():
    (page,) = pages(Group("", (topic("x" * 90),)))
    assert "".join(texts(page)).count("x") >= 90
    assert faults(page) == []


@pytest.mark.parametrize("kind", ["thought", "pain", "unheard-of"])
def test_every_kind_has_a_stroke_as_high_as_its_words(kind):
    (page,) = pages(Group("", (topic("Waits. " * 30, kind),)))
    (row,) = rows(page)
    (bar,) = [shape for shape in row.figure.shapes if isinstance(shape, Box)]
    assert min(shape.y - shape.size for shape in lines(row)) < bar.y + 2 < bar.y + bar.height < row.figure.height


def test_a_topic_without_words_still_has_a_stroke():
    (page,) = pages(Group("", (topic(""),)))
    assert [shape.height for shape in rows(page)[0].figure.shapes if isinstance(shape, Box)] >= [2.0]


def test_numbers_of_three_figures_keep_clear_of_the_stroke():
    found = pages(Group("", tuple(topic() for _ in range(120))))
    for row in rows(found[-1]):
        (bar,) = [shape for shape in row.figure.shapes if isinstance(shape, Box)]
        number = lines(row)[-1]
        assert number.x + wide(number) <= bar.x


def test_a_title_of_usual_length_is_told_again_whole():
    assert "Kitchen, continued" in texts(pages(Group("Kitchen", (topic(),) * 30))[1])


@pytest.mark.parametrize("extra", [0, 1])
def test_a_title_is_cut_from_so_many_letters_on(extra):
    title = "x" * (SHORT + extra)
    told = "".join(texts(pages(Group(title, (topic(),) * 30))[1]))
    assert ("…, continued" in told) == bool(extra)


def test_breaks_in_a_title_are_blanks_where_it_goes_on():
    assert "Salt pepper, continued" in texts(pages(Group("Salt\npepper", (topic(),) * 30))[1])


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_every_theme_can_be_read(theme):
    (page,) = pages(Group("Kitchen", (topic(details="Again"),)), style=resources.style("print", theme=theme))
    assert faults(page) == []


@settings(max_examples=25)
@given(
    st.lists(st.tuples(TEXTS, st.lists(st.tuples(TEXTS, KINDS, TEXTS), max_size=5)), max_size=4),
    st.sampled_from((A4, LYING)),
)
def test_any_topics_are_legible(told, size):
    groups = [
        Group(title, tuple(topic(text, kind, details=details) for text, kind, details in topics))
        for title, topics in told
    ]
    assert [fault for page in pages(*groups, size=size) for fault in faults(page)] == []
