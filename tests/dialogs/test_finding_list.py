"""The list of findings: headings and rows, what is chosen, and how they are painted."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest

from desktop.dialogs.findinglist import LINE, ROLES, SIDE, STROKES, FindingList, Group, Row, paint_mark
from desktop.document.checks import Finding
from desktop.panels import theme
from desktop.preferences import Appearance

LONG = "Pain point “Card details before a free booking” stands at a step that is not there " * 2


def row(name, severity="error", sentence="", place="Dinner · Doing"):
    return Row(Finding("card.no_text", "error", f"maps/m/parking/{name}"), severity, sentence or name, place)


GROUPS = [Group("Errors · 2", (row("a"), row("b"))), Group("Notes · 1", (row("c", "note"),))]


@pytest.fixture
def listed(qtbot):
    made = FindingList("Findings")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_groups(GROUPS, "and {count} more")
    made.show()
    with qtbot.waitExposed(made):
        made.setFocus()
    return made


def chosen(listed):
    return listed.chosen.path.rpartition("/")[2] if listed.chosen else ""


def test_headings_and_what_stands_under_them(listed):
    assert listed.lines == ["Errors · 2", "a", "b", "Notes · 1", "c"]


def test_the_first_finding_is_chosen_at_first(listed):
    assert chosen(listed) == "a"


def test_keys_pass_over_headings(listed):
    for expected in ("b", "c", "c"):
        QTest.keyClick(listed, Qt.Key.Key_Down)
        assert chosen(listed) == expected
    QTest.keyClick(listed, Qt.Key.Key_Up)
    assert chosen(listed) == "b"


def test_a_click_chooses(listed):
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(listed.item(4)).center())
    assert chosen(listed) == "c"


def test_a_heading_cannot_be_chosen(listed):
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=listed.visualItemRect(listed.item(3)).center())
    assert chosen(listed) == "a"


def test_the_choice_stays_with_its_finding(listed):
    listed.setCurrentRow(4)
    listed.show_groups([Group("Errors · 1", (row("b"),)), GROUPS[1]], "")
    assert chosen(listed) == "c"


def test_the_next_is_chosen_where_it_is_gone(listed):
    listed.setCurrentRow(1)
    listed.show_groups([Group("Errors · 1", (row("b"),)), GROUPS[1]], "")
    assert chosen(listed) == "b"


def test_the_last_is_chosen_where_the_last_is_gone(listed):
    listed.setCurrentRow(4)
    listed.show_groups(GROUPS[:1], "")
    assert chosen(listed) == "b"


def test_nothing_is_chosen_where_there_is_nothing(listed):
    listed.show_groups([], "")
    assert listed.chosen is None
    assert listed.lines == []


def test_changes_of_the_choice_are_told_once(qtbot, listed):
    told = []
    listed.currentItemChanged.connect(lambda *_: told.append(chosen(listed)))
    listed.show_groups([Group("Errors · 1", (row("b"),))], "")
    assert told == ["b"]


def test_how_many_there_are_beside_those_that_are_shown(listed):
    listed.show_groups([Group("Errors · 32", (row("a"), row("b")), 30)], "and {count} more")
    assert listed.lines == ["Errors · 32", "a", "b", "and 30 more"]
    assert not listed.item(3).flags() & Qt.ItemFlag.ItemIsSelectable


def test_a_screen_reader_hears_the_place_too(listed):
    assert listed.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "a, Dinner · Doing"


def test_a_long_sentence_takes_several_lines(listed):
    listed.show_groups([Group("Errors", (row("a"), row("b", sentence=LONG)))], "")
    short, long = (listed.visualItemRect(listed.item(number)).height() for number in (1, 2))
    assert long >= short + 2 * listed.fontMetrics().height()


def test_fewer_lines_in_a_wider_list(qtbot, listed):
    listed.show_groups([Group("Errors", (row("b", sentence=LONG),))], "")
    narrow = listed.visualItemRect(listed.item(1)).height()
    listed.resize(1200, 300)
    qtbot.waitUntil(lambda: listed.visualItemRect(listed.item(1)).height() < narrow)


def test_without_a_place_a_row_is_lower(listed):
    listed.show_groups([Group("Errors", (row("a"), row("b", place="")))], "")
    with_place, without = (listed.visualItemRect(listed.item(number)).height() for number in (1, 2))
    assert without < with_place


def painted(listed, number):
    """What a row looks like."""
    return listed.grab(listed.visualItemRect(listed.item(number)).translated(listed.viewport().pos())).toImage()


def colours_in(image):
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_the_chosen_row_is_seen(listed):
    assert theme.colour("chosen").name() in colours_in(painted(listed, 1))
    assert theme.colour("chosen").name() not in colours_in(painted(listed, 2))


def test_the_row_under_the_pointer_is_seen(qtbot, listed):
    QTest.mouseMove(listed.viewport(), listed.visualItemRect(listed.item(2)).center())
    QTest.mouseMove(listed.viewport(), listed.visualItemRect(listed.item(2)).center() + QPoint(3, 0))
    qtbot.waitUntil(lambda: theme.colour("hover").name() in colours_in(painted(listed, 2)))
    listed.leaveEvent(QEvent(QEvent.Type.Leave))


def test_text_is_not_taken_for_markup(listed):
    listed.show_groups([Group("<b>Errors</b>", (row("a", sentence="<img src=x><b>bold</b>"),))], "")
    assert listed.item(1).text() == "<img src=x><b>bold</b>"
    assert listed.item(1).toolTip() == ""


def mark(severity, side=SIDE):
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    paint_mark(painter, severity, side)
    painter.end()
    return image


@pytest.mark.parametrize("appearance", [Appearance.LIGHT, Appearance.DARK])
@pytest.mark.parametrize("severity", ROLES)
def test_a_mark_has_the_colour_of_its_severity(qapp, appearance, severity):
    theme.wear(qapp, appearance)
    try:
        assert theme.colour(ROLES[severity]).name() in colours_in(mark(severity, 4 * SIDE))
    finally:
        theme.wear(qapp, Appearance.LIGHT)


def test_marks_differ_in_grey_too():
    """By their shape, or by what stands on them."""
    assert len({str(STROKES[severity]) for severity in ROLES}) == len(ROLES)
    inside = {severity: mark(severity).pixelColor(1, 3).alpha() for severity in ROLES}
    assert inside["warning"] == 0
    assert inside["error"] > 0


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("severity", ROLES)
def test_marks_stand_out(look, severity):
    colours = theme.colours(look)
    assert contrast(colours[ROLES[severity]], colours["surface"]) >= 3


def contrast(one, other):
    """As WCAG 2 defines it."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour):
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_rows_carry_their_findings(listed):
    assert listed.item(0).data(LINE) is None
    assert listed.item(1).data(LINE) == row("a")
