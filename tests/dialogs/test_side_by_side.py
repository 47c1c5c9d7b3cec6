"""What stands side by side in a dialog."""

from PySide6.QtWidgets import QPushButton, QWidget

from desktop.dialogs.sidebyside import GAP, row_of


def test_what_is_none_takes_the_room(qtbot):
    window, first, last = QWidget(), QPushButton("a"), QPushButton("b")
    qtbot.addWidget(window)
    window.setLayout(row_of(first, None, last))
    window.resize(600, 40)
    window.layout().activate()
    assert last.geometry().left() - first.geometry().right() > 5 * GAP
