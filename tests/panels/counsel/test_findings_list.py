"""The list of findings by keys and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.method.coverage import Share
from desktop.panels.counsel.face import BAR, LEVELS, QUARTERS
from desktop.panels.counsel.listing import Findings
from desktop.panels.counsel.rows import Row, Sort

KEY = Qt.Key
LIST = (
    Row(Sort.HEADING, "By stage"),
    Row(Sort.SHARE, "Arrive", "50 %", "s1", ("s1",), Share({"research": 1, "anecdote": 1, "assumption": 1, "": 1})),
    Row(Sort.STATE, "Research", "4", "research"),
    Row(Sort.STATE, "Nothing said", "4", ""),
    Row(Sort.FINDING, "A sentence that needs more than one line at this width", "A reason that does so as well", "x"),
    Row(Sort.QUIET, "Nobody is late", "Due on 1 March"),
)


@pytest.fixture
def findings(qtbot):
    findings = Findings("Findings")
    qtbot.addWidget(findings)
    findings.resize(260, 400)
    findings.show_rows(LIST)
    findings.show()
    findings.activateWindow()
    qtbot.waitActive(findings)
    return findings


def heard(signal):
    said = []
    signal.connect(lambda *words: said.append(words))
    return said


def test_the_keyboard_begins_at_the_first_row_that_can_be_chosen(findings):
    findings.take_focus()
    assert findings.chosen is LIST[1]


def test_arrows_pass_over_headings_and_quiet_words(findings):
    findings.take_focus()
    QTest.keyClick(findings, KEY.Key_Down)
    assert findings.chosen is LIST[4]
    QTest.keyClick(findings, KEY.Key_Down)
    assert findings.chosen is LIST[4]


def test_enter_goes_there_and_on(findings):
    said = heard(findings.gone_to)
    findings.take_focus()
    QTest.keyClick(findings, KEY.Key_Return)
    assert said == [(LIST[1], True)]


def test_a_click_goes_there_and_stays(findings):
    said = heard(findings.gone_to)
    at = findings.visualRect(findings.rows.index(4)).center()
    QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert said == [(LIST[4], False)]


def test_a_click_on_a_heading_goes_nowhere(findings):
    said = heard(findings.gone_to)
    at = findings.visualRect(findings.rows.index(0)).center()
    QTest.mouseClick(findings.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert said == []


@pytest.mark.parametrize("key", [KEY.Key_Delete, KEY.Key_Backspace])
def test_delete_dismisses(findings, key):
    said = heard(findings.dismissed)
    findings.take_focus()
    QTest.keyClick(findings, key)
    assert said == [(LIST[1],)]


def test_without_a_choice_keys_do_nothing(findings):
    said = [heard(findings.dismissed), heard(findings.gone_to)]
    findings.setFocus()
    findings.selectionModel().clear()
    QTest.keyClick(findings, KEY.Key_Delete)
    QTest.keyClick(findings, KEY.Key_Return)
    assert said == [[], []]


def test_escape_leaves(findings):
    said = heard(findings.left)
    QTest.keyClick(findings, KEY.Key_Escape)
    assert said == [()]


def test_other_rows_keep_the_place(findings):
    findings.take_focus()
    findings.setCurrentIndex(findings.rows.index(4))
    findings.show_rows(LIST[1:])
    assert findings.chosen is LIST[4]


def test_findings_are_as_high_as_their_words_need(findings):
    heights = [findings.visualRect(findings.rows.index(number)).height() for number in range(len(LIST))]
    findings.resize(500, 400)
    findings.doItemsLayout()
    wider = [findings.visualRect(findings.rows.index(number)).height() for number in range(len(LIST))]
    assert wider[4] < heights[4]
    assert (wider[:4], wider[5]) == (heights[:4], heights[5])


def test_a_bar_is_higher_the_more_is_known(findings):
    image = findings.grab().toImage()
    place = findings.visualRect(findings.rows.index(1))
    ground = image.pixelColor(place.right() - 3, place.top() + 2)
    x = place.left() + 16 + 112 + 8 + 2
    width = place.width() - 32 - 112 - 8 - 44 - 8
    inked = []
    for part in range(4):
        column = [image.pixelColor(x + part * width // 4, y) for y in range(place.top() + 4, place.bottom() - 4)]
        inked.append(sum(colour != ground for colour in column))
    assert inked == sorted(inked, reverse=True)
    assert inked[0] == BAR


def test_states_are_told_apart_without_colour():
    assert len(set(QUARTERS.values())) == len(QUARTERS)
    assert LEVELS["research"] > LEVELS["anecdote"] > LEVELS["assumption"]
