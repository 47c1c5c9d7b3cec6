"""Two maps held against each other with odd words and odd numbers of things, as ink."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.drawing.comparisonpages import Change, Sayings, Side, Stretch, Told, comparison_pages
from desktop.drawing.gapchart import LEAST, LETTERS, GapChart
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.shapes import Glyphs
from desktop.layout.gains import Feelings
from desktop.method.comparing import Gap
from tests.pageink import box, faults, texts

A4, LYING, SQUARE = (210.0, 297.0), (297.0, 210.0), (210.0, 210.0)
SETTER, STYLE = Lettering(resources.typesetter()), resources.style("print")
SAYINGS = Sayings("From current to ideal", "Today → Tomorrow", "3 new", ("Where", "Now", "Then"), "–", "{page}/{pages}")
LONG = "Waits at the bar until a table is free. "
TEXTS = st.sampled_from(
    ("", "Pay", "Kundenzufriedenheitsmessungsverfahren", "الضيف ينتظر النادل", "客人等候" * 20, LONG * 9)
)
FELT = st.one_of(st.none(), st.integers(-20, 20).map(lambda tenths: tenths / 10))


def pages(*stretches, feelings=(), size=LYING, style=STYLE):
    return comparison_pages(Told(tuple(feelings), stretches), size, SAYINGS, style, SETTER)


def change(number=1, before="Waits", after="Is told", code="changed", place="Actions", kind="action"):
    return Change(f"c{number}", code, kind, place, Side(before), Side(after), f"thing {number}")


def felt(*pairs, title="Pay", persona="Maya", series=0):
    gaps = tuple(Gap(f"d{at}", title, "m", *pair) for at, pair in enumerate(pairs))
    return Feelings(persona, "feels better", gaps, series)


def rows(page):
    return [each for each in page.placed if each.figure.role == "details"]


def lowest(page):
    return max(each.y + each.figure.height for each in page.placed if each.figure.role in ("details", "curve"))


@pytest.mark.parametrize("size", [A4, LYING, SQUARE])
def test_steps_with_very_long_names_leave_the_foot_free(size):
    for page in pages(feelings=(felt((0.0, 1.0), (1.0, -1.0), title=LONG * 12),), size=size):
        assert lowest(page) <= size[1] - MARGIN - FOOT + 1e-6
        assert faults(page) == []


def test_a_step_with_a_very_long_name_is_cut_and_one_of_usual_length_is_not():
    told = " ".join(texts(pages(feelings=(felt((0.0, 1.0), title="x" * LETTERS),))[0]))
    cut = " ".join(texts(pages(feelings=(felt((0.0, 1.0), title="x" * (LETTERS + 1)),))[0]))
    assert "…" not in told
    assert "…" in cut


def test_a_place_longer_than_a_page_goes_on():
    found = pages(Stretch("", (change(place=LONG * 25),)), size=SQUARE)
    assert len(found) > 1
    assert " ".join(word for page in found for word in texts(page)).count("table") == 25
    assert all(lowest(page) <= SQUARE[1] - MARGIN - FOOT + 1e-6 for page in found)


def test_a_chart_is_never_lower_than_its_least():
    chart = GapChart([Gap("d", LONG * 9, "m", 0.0, 1.0)] * 20, (200.0, 10.0), STYLE, SETTER)
    heights = [box(shape).y for shape in chart.shapes() if isinstance(shape, Glyphs)]
    assert chart.height >= LEAST
    assert max(heights) <= chart.height


def test_a_chart_of_no_steps_has_its_scale_alone():
    chart = GapChart([], (100.0, 40.0), STYLE, SETTER)
    assert [shape.line.text for shape in chart.shapes() if isinstance(shape, Glyphs)] == ["+2", "0", "−2"]


@pytest.mark.parametrize("pair", [(None, None), (1.0, None), (None, -2.0)])
def test_what_a_map_does_not_say_has_no_number(pair):
    chart = GapChart([Gap("d", "Pay", "m", *pair)], (100.0, 40.0), STYLE, SETTER)
    assert [shape.line.text for shape in chart.shapes() if isinstance(shape, Glyphs)] == ["+2", "0", "−2", "Pay"]


@pytest.mark.parametrize("series", range(6))
@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_better_and_worse_read_in_every_theme(theme, series):
    style = resources.style("print", theme=theme)
    (page,) = pages(feelings=(felt((-2.0, 2.0), (2.0, -2.0), series=series),), style=style)
    assert faults(page) == []


@pytest.mark.parametrize("count", [1, 27, 28, 29, 200])
def test_numbers_of_neighbours_never_touch(count):
    for page in pages(feelings=(felt(*[(-2.0, 1.5)] * count),)):
        assert faults(page) == []


def test_two_hundred_changes_come_once_each_in_order():
    found = pages(Stretch("Dine", tuple(map(change, range(200)))))
    assert [row.figure.id for page in found for row in rows(page)] == [f"c{number}" for number in range(200)]


def test_a_stage_without_changes_has_no_title():
    (page,) = pages(Stretch("Empty", ()), Stretch("Dine", (change(),)))
    assert "Empty" not in texts(page)


@settings(max_examples=25)
@given(
    st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=8),
    st.lists(st.tuples(FELT, FELT), max_size=40),
    st.sampled_from((A4, LYING, SQUARE)),
)
def test_any_comparison_is_legible(told, pairs, size):
    changes = [change(at, before, after, place=place) for at, (before, after, place, _) in enumerate(told)]
    stretches = [Stretch(each[3], (one,)) for each, one in zip(told, changes, strict=True)]
    feelings = (felt(*pairs),) if pairs else ()
    assert [fault for page in pages(*stretches, feelings=feelings, size=size) for fault in faults(page)] == []
