"""A press: one project, one style, and how it is said where a poster comes from."""

import pytest

from desktop.document.base import changed
from desktop.layout.style import enlarged
from desktop.plan.area import Area
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.press import Press
from grids import card, lane, project

WHOLE = project(lane(card(1), card(2, step=3)), steps=(2, 2))


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({}, "A0"),
        ({"paper": ""}, ""),
        ({"tiling": Tiling(sheet="A3")}, "A0 on A3"),
        ({"paper": "", "tiling": Tiling()}, "A4"),
        ({"sizing": "sheets", "across": 2, "down": 2, "tiling": Tiling(sheet="Letter")}, "Letter"),
    ],
)
def test_the_title_block_names_the_paper(wish, words):
    assert Press(WHOLE, Settings(**wish)).note(1.0).sheet == words


def test_another_state_of_the_project_shares_what_is_remembered():
    press = Press(WHOLE)
    before = press.layout("m", None)
    other = changed(WHOLE, maps=(changed(WHOLE.maps[0], title="Another"),))
    after = press.of(other).layout("m", None)
    assert after.heading.texts[0].text == "Another"
    assert after.rows[0].content is before.rows[0].content
    assert press.layout("m", None).heading.texts[0].text == "Visit"


def test_another_style_is_another_press_and_the_same_style_the_same():
    press = Press(WHOLE)
    larger = press.in_style(enlarged(press.style, {"stage": 2.0}))
    assert press.in_style(press.style) is press
    assert larger.style.roles["stage"].size == 2 * press.style.roles["stage"].size


@pytest.mark.parametrize(("scale", "count"), [(1.0, 3), (8.0, 1)])
def test_labels_of_larger_type_are_repeated_less_often(scale, count):
    assert Press(WHOLE).spans(3_600.0, scale) == count


@pytest.mark.parametrize(("read_from", "size"), [({}, 7.3), ({"stages": 2.0}, 7.3), ({"cards": 1.0}, 18.1)])
def test_cards_are_legible_from_their_distance_or_in_ones_hands(read_from, size):
    press = Press(WHOLE, Settings(read_from=read_from))
    assert press.legible * press.style.roles["card"].size == pytest.approx(size, abs=0.1)


def test_a_layout_is_drawn_in_the_middle_of_its_page():
    press = Press(WHOLE)
    layout = press.layout("m", None)
    made = press.made(layout, Area(1_000.0, 500.0), 1.0, "Part", drop=10.0)
    assert made.page.x + layout.width / 2 == pytest.approx(500.0 * MM)
    assert (made.page.y, made.title, made.layout) == (10.0, "Part", layout)


def test_the_share_of_the_room_that_is_filled_is_told():
    press = Press(WHOLE)
    layout = press.layout("m", None)
    made = press.made(layout, Area(2 * layout.width / MM, layout.height / MM), 1.0)
    assert made.fill == pytest.approx(0.5)


def test_long_words_make_columns_wider_than_usual():
    long = project(lane(card(1, text="m" * 15)), steps=(1, 1))
    usual, wide = Press(WHOLE), Press(long)
    assert usual.usual_width("m") is None
    assert wide.usual("m").columns[0].width > usual.usual("m").columns[0].width


def test_labels_stand_once_where_every_sheet_repeats_them():
    settings = [Settings(paper="4A0", tiling=Tiling(repeat=repeat)) for repeat in (False, True)]
    assert [Press(WHOLE, each).spans(2_378.0, 0.0) for each in settings] == [2, 0]
