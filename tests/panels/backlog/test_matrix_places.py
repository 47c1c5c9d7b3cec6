"""Where things stand in the matrix, for any number of opportunities at any size."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from desktop.document.cards import Promise
from desktop.method.backlog import UNJUDGED, Entry
from desktop.panels.backlog.places import CORNER, FINGER, Places, placed
from grids import card

SIZE = 520.0, 560.0
GRADES = st.tuples(st.integers(0, 5), st.integers(0, 5))


def entry(number, impact=3, ease=3):
    return Entry(card(number, "opportunity", promise=Promise(impact=impact, ease=ease)), 9.0, number)


def entries(grades):
    return [entry(number, *each) for number, each in enumerate(grades, 1)]


def grown(box, by=0.01):
    return box.adjusted(-by, -by, by, by)


@pytest.mark.parametrize("grades", [(1, 1), (5, 5), (2, 4), (3, 3)])
def test_the_middle_of_a_cell_has_its_grades(grades):
    places = placed((), *SIZE, tray=False)
    assert places.grades_at(places.cell(*grades).center()) == grades


def test_the_rims_belong_to_the_outermost_cells():
    places = placed((), *SIZE, tray=False)
    assert places.grades_at(places.grid.topLeft()) == (5, 1)
    assert places.grades_at(QPointF(places.grid.right() - 0.001, places.grid.bottom() - 0.001)) == (1, 5)


def test_beside_the_matrix_there_are_no_grades():
    assert placed((), *SIZE, tray=False).grades_at(QPointF(2, 2)) is None


def test_the_tray_is_there_for_what_nobody_judged():
    places = placed([entry(1, 0, 4)], *SIZE, tray=False)
    assert places.grades_at(places.tray.center()) == UNJUDGED
    assert places.tray.contains(places.chip_of("c1").box)


def test_an_empty_tray_takes_no_room_unless_it_is_kept():
    without, kept = placed([entry(1)], *SIZE, tray=False), placed([entry(1)], *SIZE, tray=True)
    assert without.tray.height() == 0
    assert without.grid.height() > kept.grid.height()


def test_a_chip_is_found_where_it_is():
    places = placed([entry(1), entry(2, 5, 5)], *SIZE, tray=False)
    assert places.chip_at(places.chip_of("c2").box.center()).entry.card.id == "c2"
    assert places.chip_at(places.cell(1, 1).center()) is None
    assert places.chip_of("c9") is None


@pytest.mark.parametrize("way", [(1, 0), (-1, 0), (0, 1), (0, -1)])
def test_a_finger_takes_hold_of_the_smallest_chip(way):
    places = placed([entry(number) for number in range(1, 13)], *SIZE, tray=False)
    chip = places.chip_of("c5")
    assert chip.box.width() < FINGER
    alone = Places(places.grid, places.tray, (chip,))
    at = chip.box.center() + QPointF(*way) * (FINGER / 2 - 1)
    assert alone.chip_at(at) is chip
    assert alone.chip_at(chip.box.center() + QPointF(*way) * (FINGER / 2 + 1)) is None


def test_between_two_chips_the_nearer_one_is_meant():
    places = placed([entry(number) for number in range(1, 13)], *SIZE, tray=False)
    for chip in places.chips:
        assert places.chip_at(chip.box.center()) is chip
    last = places.chips[-1]
    assert places.chip_at(last.box.center() + QPointF(0, last.box.height() / 2 + 3)) is last


def test_few_have_words_and_many_only_discs():
    few, many = (placed([entry(n) for n in range(count)], *SIZE, tray=False) for count in (2, 12))
    assert all(chip.words for chip in few.chips)
    assert not any(chip.words for chip in many.chips)


@pytest.mark.parametrize("grades", [(1, 1), (1, 5), (5, 1), (5, 5)])
def test_corners_keep_room_for_what_they_are_good_for(grades):
    places = placed([entry(n, *grades) for n in range(3)], *SIZE, tray=False)
    cell = places.cell(*grades)
    room = cell.adjusted(0, CORNER, 0, 0) if grades[0] == 5 else cell.adjusted(0, 0, 0, -CORNER)
    assert all(grown(room).contains(chip.box) for chip in places.chips)


def test_the_best_stands_on_top_of_its_cell():
    first, second = placed([entry(1), entry(2)], *SIZE, tray=False).chips
    assert first.box.bottom() <= second.box.top()


@given(st.lists(GRADES, max_size=60), st.floats(340, 1200), st.floats(360, 900))
@settings(max_examples=40)
def test_everything_has_one_chip_in_its_own_cell_or_the_tray(grades, width, height):
    places = placed(entries(grades), width, height, tray=False)
    assert sorted(chip.entry.place for chip in places.chips) == list(range(1, len(grades) + 1))
    for chip in places.chips:
        promise = chip.entry.card.promise
        judged = promise.impact and promise.ease
        home = places.cell(promise.impact, promise.ease) if judged else places.tray
        assert grown(home).contains(chip.box.center())


@given(st.lists(GRADES, max_size=25))
@settings(max_examples=40)
def test_chips_with_words_never_lie_over_each_other(grades):
    boxes = [chip.box for chip in placed(entries(grades), *SIZE, tray=False).chips if chip.words]
    assert not any(one.intersects(other) for at, one in enumerate(boxes) for other in boxes[:at])


@given(st.floats(0, 2000), st.floats(0, 2000))
@settings(max_examples=25)
def test_the_matrix_fills_what_it_is_given_and_no_more(width, height):
    places = placed((), width, height, tray=False)
    whole = QRectF(0, 0, max(width, 41.0), max(height, 49.0))
    assert grown(whole).contains(places.grid)
