"""Two maps on pages: charts of feelings, then rows of what differs; nothing is lost or cut off."""

from itertools import pairwise

import pytest

from desktop import resources
from desktop.drawing.comparisonpages import (
    Change,
    Sayings,
    Side,
    Stretch,
    Told,
    comparison_pages,
)
from desktop.drawing.differencesigns import INKS
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.shapes import Box, Ellipse, Glyphs
from desktop.layout.gains import Feelings
from desktop.method.comparing import Gap

A4 = (297.0, 210.0)
SAYINGS = Sayings(
    "From current to ideal", "Today → Tomorrow", "3 new", ("Where", "Current", "Ideal"), "–", "{page} of {pages}"
)
LONG = "Sees on the phone how long it takes until a table is free, and may leave meanwhile. " * 3


@pytest.fixture(scope="module")
def pages():
    setter, style = Lettering(resources.typesetter()), resources.style("print")

    def made(*stretches, feelings=(), size=A4):
        return comparison_pages(Told(tuple(feelings), stretches), size, SAYINGS, style, setter)

    return made


def change(number=1, code="changed", before="Waits", after="Does not wait", **fields):
    usual = {"kind": "action", "place": "Actions · Wait", "said": f"thing {number}"}
    return Change(f"c{number}", code, before=Side(before), after=Side(after), **(usual | fields))


def feelings(count=6, persona="Maya"):
    gaps = (Gap(f"d{number}", f"Step {number}", "maya", -1.0, 1.5) for number in range(count))
    return Feelings(persona, "feels +2.5 better on average", tuple(gaps))


def of_role(page, role):
    return [placed for placed in page.placed if placed.figure.role == role]


def texts(placed):
    return " ".join(shape.line.text.strip() for shape in placed.figure.shapes if isinstance(shape, Glyphs))


def test_without_anything_there_is_no_page(pages):
    assert pages() == ()


def test_the_head_says_which_maps_and_what_it_comes_to(pages):
    (page,) = pages(Stretch("Dine", (change(),)))
    assert [placed.figure.name for placed in of_role(page, "legend")][:2] == [SAYINGS.maps, SAYINGS.told]
    assert [placed.figure.name for placed in of_role(page, "heading")] == [SAYINGS.title, "Dine"]


def test_a_row_says_where_what_was_and_what_is_to_be(pages):
    (page,) = pages(Stretch("Dine", (change(),)))
    (row,) = of_role(page, "details")
    assert row.figure.id == "c1"
    assert texts(row) == "Actions · Wait Waits Does not wait"


def test_what_is_not_there_is_said_to_be_so(pages):
    (page,) = pages(Stretch("Dine", (change(code="added", before=""),)))
    (row,) = of_role(page, "details")
    assert texts(row) == "Actions · Wait – Does not wait"
    assert len([shape for shape in row.figure.shapes if isinstance(shape, Box)]) == 1


@pytest.mark.parametrize("code", INKS)
def test_every_row_has_the_sign_of_what_has_become_of_it(pages, code):
    (page,) = pages(Stretch("", (change(code=code),)))
    (row,) = of_role(page, "details")
    assert next(shape.fill for shape in row.figure.shapes if isinstance(shape, Ellipse)) == INKS[code]


def test_facts_stand_below_the_words(pages):
    one = change()
    one = Change(one.id, one.code, one.kind, one.place, Side("Waits", ("Owner: Ben",)), Side("Waits"), one.said)
    (page,) = pages(Stretch("", (one,)))
    assert "Owner: Ben" in texts(of_role(page, "details")[0])


def test_charts_stand_before_the_table(pages):
    (page,) = pages(Stretch("Dine", (change(),)), feelings=(feelings(),))
    (chart,) = of_role(page, "curve")
    assert chart.y + chart.figure.height < of_role(page, "details")[0].y
    assert "+2.5" in texts(chart)


def test_a_chart_is_said_step_by_step(pages):
    (page,) = pages(feelings=(feelings(2),))
    assert of_role(page, "curve")[0].figure.name == "Step 0: −1 → +1.5; Step 1: −1 → +1.5"


def test_a_long_journey_has_several_charts_under_one_name(pages):
    made = pages(feelings=(feelings(60),))
    charts = [placed for page in made for placed in of_role(page, "curve")]
    assert len(charts) == 3
    assert sum(placed.figure.name.count("Step ") for placed in charts) == 60
    assert sum("Maya" in placed.figure.name for page in made for placed in of_role(page, "heading")) == 1


def test_nothing_runs_into_the_next_or_off_the_page(pages):
    rows = [change(number, after=LONG if number % 3 else "Soon") for number in range(40)]
    made = pages(Stretch("Before", tuple(rows[:20])), Stretch("After", tuple(rows[20:])), feelings=(feelings(),))
    assert len(made) > 2
    for page in made:
        boxes = sorted((p.y, p.y + p.figure.height) for p in page.placed if p.figure.role in ("details", "curve"))
        assert all(above[1] <= below[0] + 0.01 for above, below in pairwise(boxes))
        assert boxes[-1][1] <= page.height - MARGIN - FOOT + 0.01


def test_every_row_comes_once(pages):
    rows = tuple(change(number) for number in range(50))
    made = pages(Stretch("Dine", rows))
    assert [placed.figure.id for page in made for placed in of_role(page, "details")] == [row.id for row in rows]


def test_a_title_is_never_left_alone_at_the_foot(pages):
    stretches = [Stretch(f"Stage {number}", (change(number), change(number + 100))) for number in range(20)]
    for page in pages(*stretches):
        last = max((p for p in page.placed if p.figure.role in ("heading", "details")), key=lambda p: p.y)
        assert last.figure.role == "details"


def test_a_text_longer_than_a_page_goes_on(pages):
    made = pages(Stretch("Dine", (change(after=LONG * 25),)))
    assert len(made) > 1
    assert " ".join(texts(placed) for page in made for placed in of_role(page, "details")).count("meanwhile") == 75


def test_captions_stand_on_every_page_of_the_table(pages):
    made = pages(*(Stretch("", tuple(change(number) for number in range(60))),))
    for page in made:
        assert {"Where", "Current", "Ideal"} <= {placed.figure.name for placed in of_role(page, "legend")}


def test_on_upright_paper_too(pages):
    made = pages(Stretch("Dine", (change(after=LONG),)), feelings=(feelings(13),), size=(210.0, 297.0))
    assert all(placed.x + placed.figure.width <= 210.0 - MARGIN + 0.01 for page in made for placed in page.placed)
