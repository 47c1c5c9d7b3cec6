"""Agendas with odd points: names longer than a page, none at all, other scripts; each page as ink."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing.agendapages import Point, Sayings, agenda_pages
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from tests.pageink import faults, texts

A4, LYING = (210.0, 297.0), (297.0, 210.0)
SETTER, STYLE = Lettering(resources.typesetter()), resources.style("print")
SAYINGS = Sayings("Agenda", "Dinner", "2 h", "Bring: dots", ("Start", "Clock", "What we do", "Where"), "{page}/{pages}")
WORD = "Kundenzufriedenheitsmessungsverfahren"
STAGES = ", ".join(f"The stage of the journey with the number {number}" for number in range(120))
TEXTS = st.sampled_from(
    ("", "Pay", WORD, "الضيف ينتظر النادل عند الباب", "客人在门口等候服务员" * 8, "Waits at the bar. " * 40)
)


def pages(*points, size=A4, style=STYLE):
    return agenda_pages(points, size, SAYINGS, style, SETTER)


def point(number=1, **fields):
    return Point(**({"id": f"p{number}", "start": "0:35", "length": "15 min", "title": "Pay"} | fields))


def rows(page):
    return [each for each in page.placed if each.figure.role == "details"]


def clocks(page):
    return [each for each in page.placed if each.figure.role == "rule" and each.figure.width == 15]


def test_more_stages_than_a_page_holds_go_on_on_the_next():
    found = pages(point(stages=STAGES))
    assert len(found) > 1
    assert " ".join(word for page in found for word in texts(page)).count("journey") == 120


@pytest.mark.parametrize("size", [A4, LYING])
def test_a_long_column_ends_above_the_foot_of_each_page(size):
    for page in pages(point(stages=STAGES), point(2), size=size):
        assert max(row.y + row.figure.height for row in rows(page)) <= size[1] - MARGIN - FOOT + 1e-6


def test_a_point_that_goes_on_has_one_line_for_the_time():
    assert sum(len(clocks(page)) for page in pages(point(stages=STAGES))) == 1


def test_only_the_first_part_is_said_whole():
    names = [row.figure.name for page in pages(point(stages=STAGES)) for row in rows(page)]
    assert names[0].startswith("0:35, Pay")
    assert set(names[1:]) == {"Pay"}


def test_a_lane_with_a_long_name_takes_lines_of_its_own():
    (short,), (long,) = pages(point(lane="Pain")), pages(point(lane="Pain and what hurts " * 4))
    assert rows(long)[0].figure.height > rows(short)[0].figure.height
    assert faults(long) == []


def test_words_from_the_right_end_at_the_right_of_their_column():
    (page,) = pages(point(title="الضيف", prompt="Waits"))
    (row,) = rows(page)
    ends = {shape.line.text: shape.x for shape in row.figure.shapes if hasattr(shape, "line")}
    assert ends["الضيف"] > ends["Waits"]


def test_long_times_break_in_their_columns():
    (page,) = pages(point(start="100:35", length="12 hours 45 minutes"))
    assert faults(page) == []


@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
@pytest.mark.parametrize("kind", ["", "pain", "emotion", "unheard-of"])
def test_every_kind_reads_in_every_theme(theme, kind):
    (page,) = pages(point(kind=kind, prompt="What hurts?"), style=resources.style("print", theme=theme))
    assert faults(page) == []


def test_two_hundred_points_come_once_each_in_order():
    found = [row.figure.id for page in pages(*map(point, range(200))) for row in rows(page)]
    assert found == [f"p{number}" for number in range(200)]


@settings(max_examples=25)
@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), min_size=1, max_size=12), st.sampled_from((A4, LYING, (210, 210)))
)
def test_any_agenda_is_legible(told, size):
    points = [point(at, title=a, prompt=b, lane=c, stages=d) for at, (a, b, c, d) in enumerate(told)]
    assert [fault for page in pages(*points, size=size) for fault in faults(page)] == []
