"""How templates and files look in their lists."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyleOptionViewItem

from desktop.panels import theme
from desktop.panels.start.tiles import FILE, FOLDER, MISSING, PICTURE, WHEN, FileRow, TemplateTile, paint_picture
from desktop.preferences import Appearance

RED, BLUE = QColor("#FF0000"), QColor("#2F6BFF")


@pytest.fixture(autouse=True)
def light(qapp):
    theme.wear(qapp, Appearance.LIGHT)


@pytest.fixture
def red():
    picture = QImage(320, 200, QImage.Format.Format_RGB32)
    picture.fill(RED)
    return picture


@pytest.fixture
def view(qtbot):
    view = QListView()
    qtbot.addWidget(view)
    return view


def entry(picture=None, **told):
    """A model with one entry, and its index."""
    model, item = QStandardItemModel(), QStandardItem("A name")
    item.setData(picture, PICTURE)
    for role, value in ((FOLDER, "folder"), (WHEN, "when"), (MISSING, "missing")):
        item.setData(told.get(value, ""), role)
    model.appendRow(item)
    return model


def painted(delegate, model, view, state=QStyle.StateFlag.State_None):
    image = QImage(300, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    option = QStyleOptionViewItem()
    option.rect, option.state, option.widget, option.font = image.rect(), state, view, view.font()
    painter = QPainter(image)
    delegate.paint(painter, option, model.index(0, 0))
    painter.end()
    return image


def count(image, colour):
    return sum(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def inked(image, left, right):
    """Whether anything dark was painted between two columns."""
    return any(image.pixelColor(x, y).lightness() < 140 for x in range(left, right) for y in range(image.height()))


def test_a_picture_fills_its_box_but_for_the_corners(red):
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    paint_picture(painter, QRect(10, 10, 96, 60), red)
    painter.end()
    assert image.pixelColor(58, 40) == RED
    assert image.pixelColor(10, 10) != RED
    assert image.pixelColor(5, 5).name() == "#ffffff"


def test_without_a_picture_there_is_paper(qapp):
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    painter = QPainter(image)
    paint_picture(painter, QRect(10, 10, 96, 60), None)
    painter.end()
    assert image.pixelColor(58, 40).name() == "#ffffff"


def test_a_chosen_template_is_ringed(red, view):
    model = entry(red)
    usual = painted(TemplateTile(), model, view)
    chosen = painted(TemplateTile(), model, view, QStyle.StateFlag.State_Selected)
    assert (count(usual, BLUE), count(chosen, BLUE) > 200) == (0, True)


def test_a_template_has_its_name_below(red, view):
    image = painted(TemplateTile(), entry(red), view)
    below = image.copy(0, 75, 300, 45)
    assert inked(below, 20, 100)


def test_a_file_has_its_words_beside_the_picture(red, view):
    image = painted(FileRow(), entry(red, folder="~/maps", when="Today"), view)
    assert image.pixelColor(50, 40) == RED
    assert inked(image, FILE.width() + 20, 300)


def test_a_missing_file_is_paler(red, view):
    image = painted(FileRow(), entry(red, missing=True), view)
    assert image.pixelColor(50, 40).lightness() > RED.lightness()


def test_what_is_pointed_at_has_a_ground(red, view):
    usual = painted(FileRow(), entry(red), view)
    pointed = painted(FileRow(), entry(red), view, QStyle.StateFlag.State_MouseOver)
    assert usual.pixelColor(295, 60) != pointed.pixelColor(295, 60)


def test_rows_are_as_high_as_their_picture_and_its_room(view):
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 300, 10)
    assert FileRow().sizeHint(option, entry().index(0, 0)).height() == FILE.height() + 16


def test_words_never_leave_the_row(red, view):
    model = entry(red, folder="/a/very/long/folder" * 20)
    model.item(0).setText("A very long name " * 20)
    image = painted(FileRow(), model, view)
    assert not inked(image, 293, 300)


def test_markup_is_no_markup(red, view):
    model, plain = entry(red), entry(red)
    model.item(0).setText("<b></b>")
    plain.item(0).setText("")
    assert painted(FileRow(), model, view) != painted(FileRow(), plain, view)
    assert model.index(0, 0).data(Qt.ItemDataRole.DisplayRole) == "<b></b>"
