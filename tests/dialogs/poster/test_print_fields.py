"""The fields of the pages: what a hand changes is told, what is shown is not."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.dialogs.poster.fields import Count, Fold, Form, Measure, Pick, Segments, beside, stacked
from desktop.panels.plaintext import plain
from errands import pick, press, type_in

SIZES = (("s", "Small"), ("m", "Middle"), ("l", "Large"))


@pytest.fixture
def told():
    return []


@pytest.fixture
def shown(qtbot):
    """Shows a widget in a window."""

    def show(widget):
        qtbot.addWidget(widget)
        widget.show()
        with qtbot.waitActive(widget):
            widget.activateWindow()
        return widget

    return show


def roll(widget):
    """The wheel turns over it."""
    no = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(middle, middle, QPoint(), QPoint(0, -120), *no, False)
    QApplication.sendEvent(widget, event)
    return event


def test_what_is_picked_is_told(shown, told):
    box = shown(Pick("Size", SIZES))
    box.picked.connect(told.append)
    pick(box, "l")
    assert (told[-1], box.value) == ("l", "l")


def test_what_is_shown_is_not_told(shown, told):
    box = shown(Pick("Size", SIZES))
    box.picked.connect(told.append)
    box.show_value("m")
    assert (told, box.currentText()) == ([], "Middle")


def test_a_value_that_is_not_offered_shows_nothing(shown):
    box = shown(Pick("Size", SIZES))
    box.show_value("xl")
    assert box.currentText() == ""


def test_a_heading_cannot_be_picked(shown):
    box = shown(Pick("Size"))
    box.head("People")
    box.addItem("Ada", "ada")
    assert not box.model().item(0).isEnabled()
    assert box.model().item(1).isEnabled()


@pytest.mark.parametrize(
    "make",
    [lambda: Pick("Size", SIZES), lambda: Measure("Length", (0, 50), "mm"), lambda: Count("Number", 0, 9)],
)
def test_a_wheel_that_rolls_over_a_field_scrolls_the_page(shown, make):
    field = shown(make())
    before = field.currentText() if isinstance(field, Pick) else field.value()
    event = roll(field)
    assert not event.isAccepted()
    assert before == (field.currentText() if isinstance(field, Pick) else field.value())


def test_a_length_is_told_when_it_is_finished(shown, told):
    field = shown(Measure("Overlap", (0, 50), "mm"))
    field.typed.connect(told.append)
    type_in(field, "12.5")
    assert (told, field.text()) == ([12.5], "12.5 mm")


def test_a_length_that_is_shown_is_not_told(shown, told):
    field = shown(Measure("Overlap", (0, 50), "mm"))
    field.typed.connect(told.append)
    field.show_value(7)
    assert (told, field.text()) == ([], "7 mm")


def test_a_length_beyond_its_limits_cannot_be_typed(shown, told):
    field = shown(Measure("Bleed", (0, 10), "mm"))
    field.typed.connect(told.append)
    type_in(field, "99")
    assert field.value() <= 10


def test_arrow_keys_count(shown, told):
    field = shown(Measure("Pictures", (100, 300), "dpi", step=50))
    field.typed.connect(told.append)
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert (told, field.text()) == ([150], "150 dpi")


def test_a_number_is_told_when_it_is_finished(shown, told):
    field = shown(Count("Sheets", 1, 100))
    field.typed.connect(told.append)
    type_in(field, "7")
    field.show_value(3)
    assert (told, field.value()) == ([7], 3)


def test_one_of_a_few_is_pressed(shown, told):
    few = shown(Segments("Size", SIZES))
    few.picked.connect(told.append)
    few.show_value("s")
    press(few.button("l"))
    assert (told, few.value) == (["l"], "l")
    assert not few.button("s").isChecked()


def test_arrow_keys_go_from_one_to_the_next(shown, told):
    few = shown(Segments("Size", SIZES))
    few.picked.connect(told.append)
    few.show_value("s")
    few.button("s").setFocus()
    QTest.keyClick(few.button("s"), Qt.Key.Key_Right)
    assert few.value == "m"


def test_nothing_is_down_before_something_is_shown(shown):
    assert shown(Segments("Size", SIZES)).value is None


def test_a_fold_shows_and_hides(shown):
    page, body = shown(QWidget()), QWidget()
    body.setParent(page)
    fold = Fold("More…", body)
    fold.setParent(page)
    fold.show()
    assert not body.isVisible()
    press(fold)
    assert body.isVisible()
    press(fold)
    assert not body.isVisible()


def test_a_fold_opens_by_the_keyboard(shown):
    page, body = shown(QWidget()), QWidget()
    body.setParent(page)
    fold = Fold("More…", body)
    fold.setParent(page)
    fold.show()
    fold.setFocus()
    QTest.keyClick(fold, Qt.Key.Key_Space)
    assert body.isVisible()


def test_a_row_goes_with_its_caption(shown):
    form, field = Form(), plain("A0")
    form.add("Paper", field)
    shown(form)
    assert form.rows.labelForField(field).text() == "Paper"
    form.show_row(field, False)
    assert not form.rows.labelForField(field).isVisible()


def test_widgets_stand_side_by_side_and_under_each_other(shown):
    first, second, third = plain("1"), plain("2"), plain("3")
    whole = shown(stacked(beside(first, second), third))
    assert first.x() < second.x()
    assert third.mapTo(whole, QPoint()).y() > second.mapTo(whole, QPoint()).y()
