"""A map that is lower than its page fills it: rows grow, all by the same, and curves with them."""

import pytest

from desktop import resources
from desktop.layout.stretch import USUAL
from desktop.plan.settings import Settings, Tiling
from desktop.poster.airing import CURVES, MOST, WORTH, aired
from desktop.poster.press import Press
from desktop.poster.sizing import posters
from desktop.storage.reader import read
from grids import card, lane, project
from tests.emotion_lanes import marker

SAMPLE = read(resources.root() / "samples" / "restaurant.journey").project
FEELINGS = lane(kind="emotions", markers=(marker(0, 1.0),))
WHOLE = project(lane(card(1)), FEELINGS, lane(kind="visibility", title=""), lane(card(2), kind="pains"), steps=(2, 2))


@pytest.fixture(scope="module")
def layout():
    return Press(WHOLE).layout("m", None)


def kinds(layout):
    return [row.lane.kind for row in layout.rows]


def poster(what=SAMPLE, **wish):
    settings = Settings(paper="A0", orientation="portrait", **wish)
    press = Press(what, settings)
    return posters(press, what, what.maps[0].id, settings)[0]


def test_a_page_that_is_nearly_full_stays_as_it_is(layout):
    assert aired(layout, 0.0) is USUAL
    assert aired(layout, WORTH * layout.height) is USUAL


def test_rows_grow_by_the_same_and_dividers_do_not(layout):
    heights = dict(zip(kinds(layout), aired(layout, 40.0).heights, strict=True))
    assert heights["actions"] == heights["pains"] == pytest.approx(40.0 / (2 + CURVES))
    assert heights["visibility"] == heights["emotions"] == 0.0


def test_the_curve_grows_more_than_the_room_below_cards(layout):
    row = next(row for row in layout.rows if row.lane.kind == "emotions")
    stretch = aired(layout, 40.0)
    assert (stretch.curves - 1.0) * row.height == pytest.approx(CURVES * stretch.heights[0])


def test_a_curve_that_is_to_stay_stays(layout):
    stretch = aired(layout, 40.0, curves=False)
    assert stretch.curves == 1.0
    assert sum(stretch.heights) == pytest.approx(40.0)


def test_lanes_do_not_fall_apart(layout):
    grown = [row.height for row in layout.rows if row.lane.kind != "visibility"]
    assert aired(layout, 1e6).heights[0] == pytest.approx(MOST * sum(grown) / len(grown))


@pytest.mark.parametrize("lanes", [(), (lane(kind="visibility", title=""),)])
def test_a_map_without_rows_that_grow_stays_low(lanes):
    assert aired(Press(WHOLE).layout("m", None), 0.0) is USUAL
    assert aired(Press(project(*lanes)).layout("m", None), 1e4) is USUAL


def test_an_upright_poster_is_filled():
    made = poster()
    assert made.fill > 0.97
    assert made.layout.footing.drop * made.page.scale < 0.02 * made.page.height
    assert made.page.y + made.layout.height * made.page.scale <= made.page.height * (1 + 1e-9)


def test_the_type_is_as_large_as_without():
    """The white was there because columns can be no narrower."""
    sheets = poster(tiling=Tiling("A4"))
    assert poster().page.scale == pytest.approx(sheets.page.scale, rel=0.002)


def test_what_is_cut_into_sheets_takes_no_more_of_them():
    assert poster(tiling=Tiling("A4")).fill < 0.75


def test_a_curve_keeps_its_places_where_places_are_kept():
    usual = Press(SAMPLE).layout(SAMPLE.maps[0].id, None)
    assert unit(poster(keep=True).layout) == unit(usual) < unit(poster().layout)


def unit(layout):
    """Of the scale of emotions."""
    return next(row.content.unit for row in layout.rows if row.lane.kind == "emotions")
