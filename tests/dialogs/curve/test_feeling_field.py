"""What a score stands for, as it is shown and typed: a true minus, the language's decimal sign, either sign typed."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QValidator
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.dialogs.curve.mapping import FeelingField, MappingTable
from desktop.resources import words

STATE = QValidator.State


@pytest.fixture
def field(qtbot):
    made = FeelingField(0.0, ",")
    qtbot.addWidget(made)
    made.show()
    return made


def typed(field, text):
    """What the field holds when somebody wrote this over what it said."""
    field.selectAll()
    for sign in text:  # of which some stand on no key that a test could press
        QCoreApplication.sendEvent(field, QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, sign))
    QTest.keyClick(field, Qt.Key.Key_Return)
    return field.value(), field.text()


@pytest.mark.parametrize(
    ("value", "said"), [(-2.0, "−2"), (2.0, "+2"), (0.0, "0"), (-1.2, "−1,2"), (0.5, "+0,5"), (-0.04, "0")]
)
def test_a_feeling_has_a_true_minus_and_no_needless_decimals(field, value, said):
    field.setValue(value)
    assert field.text() == said


@pytest.mark.parametrize(
    ("text", "value", "said"),
    [
        ("-1.5", -1.5, "−1,5"),
        ("−1,5", -1.5, "−1,5"),
        ("+2", 2.0, "+2"),
        ("1,0", 1.0, "+1"),
        (",3", 0.3, "+0,3"),
        ("-0", 0.0, "0"),
    ],
)
def test_either_sign_is_read(field, text, value, said):
    assert typed(field, text) == (value, said)


@pytest.mark.parametrize("text", ["9", "-3", "2.1", "x", "1.25", "--1"])
def test_what_is_no_feeling_cannot_be_typed(field, text):
    assert field.validate(text, 0)[0] == STATE.Invalid


@pytest.mark.parametrize("text", ["", "-", "−", "+", ",", "-."])
def test_what_may_become_one_can(field, text):
    assert field.validate(text, 0)[0] == STATE.Intermediate


@pytest.mark.parametrize("text", ["1.", "-1,", " 2 ", "0"])
def test_what_is_one_is_taken(field, text):
    assert field.validate(text, 0)[0] == STATE.Acceptable


def test_what_is_begun_and_left_says_what_it_said(field):
    field.setValue(1.5)
    typed(field, "-")
    assert field.text() == "+1,5"


def test_arrows_go_by_tenths_through_zero(field):
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.text() == "−0,1"
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert (field.text(), field.value()) == ("0", 0.0)


@pytest.mark.parametrize(("language", "score"), [("en", "−0.5"), ("de", "−0,5")])
def test_scores_are_written_alike(qtbot, language, score):
    table = MappingTable(words(language))
    qtbot.addWidget(table)
    table.show_mapping({"-0.5": -2.0, "2": 2.0})
    assert score in [label.text() for label in table.findChildren(QLabel)]
    assert table.mapping == {"-0.5": -2.0, "2": 2.0}
