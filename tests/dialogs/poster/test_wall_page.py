"""The wall planner: sentences about what is measured, and a picture to scale."""

import pytest
from PySide6.QtGui import QColor, QImage

from desktop import resources
from desktop.dialogs.poster.wallpage import USUAL, WallPage, facts, figure, rounded, verdict
from desktop.plan.wall import Wall, hang
from errands import pick, type_in

WORDS = resources.words("en")
A0 = (1189.0, 841.0)


@pytest.fixture
def told():
    return []


@pytest.fixture
def page(qtbot, told):
    page = WallPage(WORDS)
    qtbot.addWidget(page)
    page.changed.connect(lambda wall, unit: told.append((wall, unit)))
    page.resize(800, 500)
    page.show()
    page.show_poster(A0)
    return page


def said(wall, size, unit="cm"):
    return verdict(hang(wall, *size), unit, WORDS)


@pytest.mark.parametrize(
    ("wall", "size", "begins"),
    [
        (USUAL, A0, "It fits: hang its middle at 155 cm, the top edge at 197 cm, 141 cm from the left."),
        (Wall(3000, 1700), A0, "It fits, but hangs low: the top edge at 170 cm, its middle at 128 cm; 140 cm to 170"),
        (Wall(6000, 5000), (3000, 4000), "It fits, but hangs high: it reaches to the floor, its middle at 200 cm"),
        (Wall(1000, 2500), A0, "It does not fit: it is 19 cm wider than the wall."),
        (Wall(2000, 800), A0, "It does not fit: it is 4 cm higher than the wall."),
        (Wall(1000, 800), A0, "It does not fit: it is 19 cm wider and 4 cm higher than the wall."),
    ],
)
def test_whether_it_fits_is_said_in_a_sentence(wall, size, begins):
    assert said(wall, size).startswith(begins)


def test_lengths_are_no_finer_than_a_hand():
    assert [rounded(1402.5, unit) for unit in ("mm", "cm", "in")] == ["1400 mm", "140 cm", "55 in"]


def test_rolls_sheets_and_papers_are_named():
    assert facts(hang(USUAL, *A0), "cm", WORDS) == [
        "In one piece: 119 cm of a 914 mm roll.",
        "Glued together: 21 × A4 or 9 × A3.",
        "A wall of 400 × 250 cm takes 4A0, 2A0, A0.",
    ]


def test_no_roll_is_named_where_none_is_wide_enough():
    lines = facts(hang(USUAL, 3000, 2000), "cm", WORDS)
    assert not any("roll" in line for line in lines)


def test_a_small_wall_takes_no_sheet():
    assert facts(hang(Wall(300, 200), *A0), "cm", WORDS)[-1].startswith("No sheet of the A series fits")


def test_another_wall_is_told_in_millimetres(page, told):
    type_in(page.width_field, "300")
    type_in(page.height_field, "240.5")
    assert told[-1] == (Wall(3000.0, 2405.0), "cm")


def test_another_unit_tells_the_same_wall(page, told):
    pick(page.unit_field, "in")
    assert told[-1] == (USUAL, "in")
    assert page.width_field.value() == pytest.approx(4000 / 25.4, abs=0.01)
    assert page.verdict.text().startswith("It fits: hang its middle at 61 in")
    type_in(page.width_field, "100")
    assert told[-1][0].width == pytest.approx(2540)


def test_the_wall_that_was_typed_last_is_there_again(qtbot):
    page = WallPage(WORDS, Wall(2540.0, 2540.0), "in")
    qtbot.addWidget(page)
    assert (page.width_field.value(), page.unit_field.value) == (100.0, "in")


def test_the_poster_is_painted_on_the_wall(page):
    red = QImage(60, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#FF0000"))
    page.show_poster(A0, red)
    image = page.picture.grab().toImage()
    reds = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y) == QColor("#FF0000")
    ]
    wide = max(x for x, _ in reds) - min(x for x, _ in reds)
    high = max(y for _, y in reds) - min(y for _, y in reds)
    assert wide / high == pytest.approx(A0[0] / A0[1], rel=0.05)


def test_a_poster_that_does_not_fit_looks_otherwise(page):
    before = page.picture.grab().toImage()
    page.show_poster((5000.0, 841.0))
    assert page.picture.grab().toImage() != before


def test_who_hears_the_picture_hears_the_verdict(page):
    assert page.picture.accessibleName().startswith("It fits")


def test_before_there_is_a_poster_nothing_is_painted(qtbot):
    page = WallPage(WORDS)
    qtbot.addWidget(page)
    page.show()
    assert page.verdict.text() == ""
    assert not page.picture.grab().isNull()


def test_somebody_stands_on_the_ground_as_tall_as_they_are():
    box = figure(100.0).boundingRect()
    assert box.top() == pytest.approx(-100, abs=0.5)
    assert box.bottom() == pytest.approx(0, abs=1)
    assert box.center().x() == pytest.approx(0, abs=0.5)


def test_a_poster_made_for_a_roll_is_printed_on_that_one(page):
    page.roll = "roll-914mm"
    page.show_poster((1536.0, 914.0))
    assert page.facts.text().startswith("In one piece: 154 cm of a 914 mm roll.")
