"""How a point is drawn in the list, and the field in which it is written."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionViewItem, QWidget

from desktop.document.showing import State
from desktop.layout.colour import contrast
from desktop.panels.show.agendamodel import LONGEST, MINUTES, TIME, TITLE
from desktop.panels.show.agendarow import HEIGHT, Row, _font, _ink
from desktop.panels.theme import colour, colours

BOX = QRect(0, 0, 200, HEIGHT)


@pytest.fixture
def row(host):
    return host.list.itemDelegate()


@pytest.fixture
def option(host):
    option = QStyleOptionViewItem()
    option.rect, option.font = BOX, host.list.font()
    option.state = QStyle.StateFlag.State_Enabled
    return option


def painted(row, option, index):
    """The row on white."""
    image = QImage(BOX.size(), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    row.paint(painter, option, index)
    painter.end()
    return image


def corner(image):
    return image.pixelColor(image.width() - 2, 2).name()


def test_all_rows_are_of_one_height(row, option, host):
    assert row.sizeHint(option, host.list.points.index(0, TITLE)).height() == HEIGHT


def test_a_usual_row_has_no_ground(row, option, host):
    assert corner(painted(row, option, host.list.points.index(1, TITLE))) == "#ffffff"


def test_the_selected_row_has_one(row, option, host):
    option.state |= QStyle.StateFlag.State_Selected
    assert corner(painted(row, option, host.list.points.index(1, TITLE))) == colour("chosen").name()


def test_a_row_that_is_pointed_at_has_another(row, option, host):
    option.state |= QStyle.StateFlag.State_MouseOver
    assert corner(painted(row, option, host.list.points.index(1, TITLE))) == colour("hover").name()


@pytest.mark.parametrize("column", [TIME, TITLE, MINUTES])
def test_the_running_row_is_a_strong_band_all_across(row, option, host, column):
    host.show.start()
    assert corner(painted(row, option, host.list.points.index(0, column))) == colour("strong").name()


def test_the_running_row_stays_so_when_it_is_selected_and_has_a_line_round_it(row, option, host):
    host.show.start()
    option.state |= QStyle.StateFlag.State_Selected
    image = painted(row, option, host.list.points.index(0, TIME))
    assert image.pixelColor(0, HEIGHT // 2).name() == image.pixelColor(50, 0).name() == colour("strong_focus").name()
    assert image.pixelColor(199, HEIGHT // 2).name() == colour("strong").name()
    last = painted(row, option, host.list.points.index(0, MINUTES))
    assert last.pixelColor(199, 9).name() == colour("strong_focus").name()


@pytest.mark.parametrize("look", ["light", "dark"])
def test_what_runs_and_what_is_selected_are_told_apart(look):
    """By their grounds, in the dark too, where both are blue; and what runs can be read."""
    shades = colours(look)
    assert contrast(shades["strong"], shades["chosen"]) >= (3 if look == "light" else 1.5)
    assert contrast(shades["strong"], shades["strong_ink"]) >= 4.5


@pytest.mark.parametrize(
    ("state", "column", "ink"),
    [(State.OVER, TITLE, "faint"), (State.SKIPPED, MINUTES, "faint"), (State.NOW, TIME, "strong_ink"),
     (State.AHEAD, TITLE, "ink"), (State.AHEAD, MINUTES, "ink_3")],
)  # fmt: skip
def test_what_counts_now_is_the_strongest(host, state, column, ink):
    assert _ink(state, column) == colour(ink)


@pytest.mark.parametrize("state", list(State))
def test_only_a_skipped_point_is_struck_out_and_only_the_running_one_is_bold(qapp, state):
    font = _font(QFont(), state, even=True)
    assert font.strikeOut() == (state is State.SKIPPED)
    assert (font.weight() == QFont.Weight.DemiBold) == (state is State.NOW)


def test_minutes_take_figures_up_to_the_longest(row, option, host, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    field = row.createEditor(holder, option, host.list.points.index(0, MINUTES))
    assert (field.validator().bottom(), field.validator().top()) == (0, LONGEST)
    row.setEditorData(field, host.list.points.index(0, MINUTES))
    assert (field.text(), field.selectedText()) == ("10", "10")


def test_a_title_takes_anything(row, option, host, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    field = row.createEditor(holder, option, host.list.points.index(0, TITLE))
    assert isinstance(field, QLineEdit)
    assert field.validator() is None


def test_the_field_stays_within_its_row(row, option, host, qtbot):
    holder = QWidget()
    qtbot.addWidget(holder)
    field = QLineEdit(holder)
    row.updateEditorGeometry(field, option, host.list.points.index(0, TITLE))
    assert BOX.contains(field.geometry())


def test_a_row_paints_without_a_window(qapp, host, option):
    image = painted(Row(), option, host.list.points.index(2, TITLE))
    assert len({image.pixel(x, y) for x in range(0, 200, 2) for y in range(0, HEIGHT, 2)}) > 1
