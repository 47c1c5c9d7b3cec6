"""What stands side by side in a dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.dialogs.sidebyside import GAP, plain_label, row_of


def test_what_is_none_takes_the_room(qtbot):
    window, first, last = QWidget(), QPushButton("a"), QPushButton("b")
    qtbot.addWidget(window)
    window.setLayout(row_of(first, None, last))
    window.resize(600, 40)
    window.layout().activate()
    assert last.geometry().left() - first.geometry().right() > 5 * GAP


def test_a_label_shows_markup_as_it_is_written(qtbot):
    label = plain_label("told")
    qtbot.addWidget(label)
    assert (label.objectName(), label.textFormat()) == ("told", Qt.TextFormat.PlainText)
