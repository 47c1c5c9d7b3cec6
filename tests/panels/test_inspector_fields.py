"""The kinds of fields by themselves."""

import pytest
from clerk import click
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionSlider, QVBoxLayout, QWidget

from desktop import resources
from desktop.desk.fields import SEVERAL
from desktop.document.cards import Reading
from desktop.panels.inspector import codecs
from desktop.panels.inspector.chosen import ChoiceField, FlagField, elided
from desktop.panels.inspector.dots import INSET, PITCH, DotsField
from desktop.panels.inspector.field import UnfitError
from desktop.panels.inspector.slider import FeelingField
from desktop.panels.inspector.typed import LONGEST, LineField, Sentence, TextField
from persons import move

WORDS = resources.words("en")
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Ledger:
    """Notes what is written into a field, and refuses what it is told to."""

    def __init__(self, field):
        self.written = []
        self.refusal = ""
        self.field = field

    def __call__(self, value):
        self.written.append(value)
        if not self.refusal:
            self.field.show_value(value, fresh=False)
        return self.refusal


@pytest.fixture
def place(qtbot):
    """Puts a field into a window and gives its ledger."""
    windows = []

    def put(field, value):
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        QVBoxLayout(window).addWidget(field)
        field.write = Ledger(field)
        field.show_value(value, fresh=True)
        window.resize(240, 200)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        return field.write

    return put


@pytest.mark.parametrize(
    ("codec", "text", "value"),
    [
        (codecs.LINE, "  plain ", "plain"),
        (codecs.PLAIN, " as it is\n", " as it is\n"),
        (codecs.NUMBER, "", None),
        (codecs.NUMBER, "3,5", 3.5),
        (codecs.NUMBER, "−1 200.25", -1200.25),
        (codecs.DATE, "", ""),
        (codecs.DATE, "2026", "2026"),
        (codecs.DATE, " 2026-5-1 ", "2026-05-01"),
        (codecs.DATE, "31. 5. 2026", "2026-05-31"),
        (codecs.DATE, "5.2026", "2026-05"),
        (codecs.FACTOR, "1.5", 1.5),
        (codecs.COUNT, "", 0),
        (codecs.COUNT, "1 204", 1204),
        (codecs.PERCENT, "12.5 %", 0.125),
        (codecs.PERCENT, "", None),
        (codecs.TAGS, "a, b ,, a", ("a", "b")),
        (codecs.LINES, "one\n\n two ", ("one", "two")),
    ],
)
def test_text_becomes_a_value(codec, text, value):
    assert codec.read(text) == value


@pytest.mark.parametrize(
    ("codec", "text", "reason"),
    [
        (codecs.NUMBER, "much", "number"),
        (codecs.NUMBER, "1.2.3", "number"),
        (codecs.FACTOR, "", "number"),
        (codecs.COUNT, "1.5", "count"),
        (codecs.COUNT, "-1", "count"),
        (codecs.COUNT, "٣", "count"),
        (codecs.PERCENT, "half", "number"),
        (codecs.DATE, "2026-13", "date"),
        (codecs.DATE, "31.6.2026", "date"),
        (codecs.DATE, "2026-02-30", "date"),
        (codecs.DATE, "0000", "date"),
        (codecs.DATE, "5/6/2026", "date"),
    ],
)
def test_text_that_is_no_value_says_why(codec, text, reason):
    with pytest.raises(UnfitError, match=reason):
        codec.read(text)


@pytest.mark.parametrize(
    ("codec", "value", "text"),
    [
        (codecs.NUMBER, None, ""),
        (codecs.NUMBER, 3.0, "3"),
        (codecs.NUMBER, -1.25, "−1.25"),
        (codecs.NUMBER, 0.1, "0.1"),
        (codecs.COUNT, 0, ""),
        (codecs.PERCENT, 0.07, "7 %"),
        (codecs.TAGS, ("a", "b"), "a, b"),
        (codecs.LINES, ("a", "b"), "a\nb"),
    ],
)
def test_a_value_becomes_text(codec, value, text):
    assert codec.say(value) == text


@pytest.mark.parametrize("value", [None, 0.0, 2.0, -1.5, 1e15, 1 / 3])
def test_numbers_survive_being_shown(value):
    assert codecs.NUMBER.read(codecs.NUMBER.say(value)) == value


@pytest.fixture
def line(place):
    field = LineField("Owner", WORDS)
    place(field, "Kitchen")
    return field


def test_enter_hands_a_line_in_once(line):
    QTest.keyClicks(line.line, "!")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    line.line.clearFocus()
    assert line.write.written == ["!Kitchen"]


def test_typing_the_same_again_hands_nothing_in(line):
    line.line.selectAll()
    QTest.keyClicks(line.line, "Kitchen ")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert line.write.written == []
    assert line.line.text() == "Kitchen"


def test_a_refused_line_keeps_what_was_typed(line):
    line.write.refusal = "No."
    QTest.keyClicks(line.line, "x")
    QTest.keyClick(line.line, Qt.Key.Key_Return)
    assert line.problem.text() == "No."
    assert line.line.text() == "xKitchen"
    assert line.line.accessibleDescription() == "No."
    QTest.keyClick(line.line, Qt.Key.Key_Escape)
    assert line.line.text() == "Kitchen"
    assert not line.refused


def test_a_hint_stands_in_an_empty_line(place):
    field = LineField("Due", WORDS, hint="hint.date")
    place(field, "")
    assert field.line.placeholderText() == "YYYY-MM-DD"
    field.show_value(SEVERAL, fresh=False)
    assert field.line.placeholderText() == "several values"


@pytest.fixture
def text(place):
    field = TextField("Details", WORDS)
    place(field, "one")
    return field


def test_ctrl_enter_hands_text_in(text):
    click(text.text)
    QTest.keyClick(text.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text.write.written == []
    QTest.keyClicks(text.text, "x")
    QTest.keyClick(text.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert text.write.written in (["xone"], ["onex"])


def test_enter_makes_a_line(text):
    text.text.setFocus()
    QTest.keyClick(text.text, Qt.Key.Key_Return)
    assert text.write.written == []
    assert text.text.toPlainText() == "\none"


@pytest.fixture
def sentence(place):
    field = Sentence("Source", WORDS)
    place(field, "Diary")
    return field


def test_a_sentence_is_as_high_as_a_line_until_it_needs_more(sentence, line):
    assert abs(sentence.text.height() - line.line.sizeHint().height()) <= 10
    before = sentence.text.height()
    QTest.keyClicks(sentence.text, "many more words " * 5)
    assert sentence.text.height() > before


def test_enter_hands_a_sentence_in(sentence):
    QTest.keyClicks(sentence.text, "My ")
    QTest.keyClick(sentence.text, Qt.Key.Key_Return)
    assert sentence.write.written == ["My Diary"]


def test_a_sentence_is_one_paragraph(sentence):
    pasted = QMimeData()
    pasted.setText("one\n  two\n")
    sentence.text.selectAll()
    sentence.text.insertFromMimeData(pasted)
    QTest.keyClick(sentence.text, Qt.Key.Key_Enter)
    assert sentence.write.written == ["one two"]
    assert sentence.text.toPlainText() == "one two"


def test_pasting_takes_plain_text_and_not_too_much(text, qtbot):
    pasted = QMimeData()
    pasted.setHtml("<b>bold</b>" + "x" * 10)
    pasted.setText("y" * (LONGEST + 50))
    text.text.selectAll()
    text.text.insertFromMimeData(pasted)
    assert text.text.toPlainText() == "y" * LONGEST


def test_a_menu_over_text_hands_nothing_in(text):
    text.text.setFocus()
    QTest.keyClicks(text.text, "x")
    menu = QMenu(text)
    menu.addAction("Copy")
    menu.popup(text.mapToGlobal(text.rect().center()))
    assert text.write.written == []
    menu.close()
    text.text.clearFocus()
    assert text.write.written == ["xone"]


def test_a_choice_that_is_called_otherwise_by_now_says_so(place):
    field = ChoiceField("Persona", WORDS)
    field.offer((("p1", "Persona"), ("p2", "Paolo")))
    place(field, "p1")
    field.offer((("p1", "Ines"), ("p2", "Paolo")))
    field.show_value("p1", fresh=False)
    assert field.box.currentText() == "Ines"
    field.offer((("p1", "Ines"),))
    field.show_value("p1", fresh=False)
    assert [field.box.itemText(at) for at in range(field.box.count())] == ["Ines"]


@pytest.fixture
def choice(place):
    field = ChoiceField("Trend", WORDS)
    field.offer((("", "–"), ("up", "rising"), ("down", "falling")))
    place(field, "up")
    return field


def test_keys_choose(choice):
    choice.box.setFocus()
    QTest.keyClick(choice.box, Qt.Key.Key_Down)
    assert choice.write.written == ["down"]
    assert choice.box.currentText() == "falling"


def test_a_refused_choice_shows_the_old_one(choice):
    choice.write.refusal = "No."
    QTest.keyClick(choice.box, Qt.Key.Key_Down)
    assert choice.problem.text() == "No."
    assert choice.box.currentText() == "rising"


def ink(widget):
    """How many different colours a widget shows."""
    image = widget.grab().toImage()
    return {image.pixelColor(x, y).rgb() for x in range(image.width()) for y in range(image.height())}


def test_a_choice_shows_its_word(choice):
    full = choice.box.grab().toImage()
    choice.show_value("", fresh=True)
    assert choice.box.grab().toImage() != full


def test_a_word_that_has_no_room_ends_in_dots(choice):
    assert elided(choice.box, "a very long word indeed", 60).endswith("…")
    assert elided(choice.box, "short", 60) == "short"


def test_the_three_states_of_a_box_look_different(place):
    field = FlagField("Locked", WORDS)
    place(field, False)
    pictures = []
    for value in (False, True, SEVERAL):
        field.show_value(value, fresh=True)
        pictures.append(field.tick.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2] != pictures[0]
    assert len(ink(field.tick)) > 5


def test_several_values_are_none_of_the_words(choice):
    choice.show_value(SEVERAL, fresh=True)
    assert choice.box.currentIndex() == -1
    assert choice.box.placeholderText() == "several values"


def wheel(widget):
    """Turns the wheel over a widget; whether it was taken."""
    at = QPointF(widget.rect().center())
    where = QPointF(widget.mapToGlobal(widget.rect().center()))
    event = QWheelEvent(
        at,
        where,
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QGuiApplication.sendEvent(widget, event)
    return event.isAccepted()


def test_the_wheel_changes_no_choice(choice):
    choice.box.setFocus()
    wheel(choice.box)
    assert choice.write.written == []


def test_the_wheel_changes_no_feeling(place):
    field = FeelingField("Feeling", WORDS)
    ledger = place(field, 0.5)
    wheel(field.slider)
    assert ledger.written == []


def test_a_flag_is_half_ticked_for_several(place):
    field = FlagField("Locked", WORDS)
    ledger = place(field, SEVERAL)
    QTest.mouseClick(field.tick, Qt.MouseButton.LeftButton, pos=QPoint(8, field.tick.height() // 2))
    assert ledger.written == [True]
    assert field.tick.checkState() == Qt.CheckState.Checked


def test_a_refused_tick_is_taken_back(place):
    field = FlagField("Locked", WORDS)
    place(field, False).refusal = "No."
    QTest.keyClick(field.tick, Qt.Key.Key_Space)
    assert field.problem.text() == "No."
    assert field.tick.checkState() == Qt.CheckState.Unchecked


@pytest.fixture
def dots(place):
    field = DotsField("Severity", WORDS)
    place(field, 2)
    return field


def dot(number):
    """The middle of a dot, from 1."""
    return QPoint(INSET + (number - 1) * PITCH, 16)


@pytest.mark.parametrize("number", range(1, 6))
def test_a_dot_is_clicked(dots, number):
    QTest.mouseClick(dots.dots, Qt.MouseButton.LeftButton, pos=dot(number))
    assert dots.write.written == [0 if number == 2 else number]


@pytest.mark.parametrize(
    ("key", "grade"),
    [
        (Qt.Key.Key_0, 0),
        (Qt.Key.Key_5, 5),
        (Qt.Key.Key_Right, 3),
        (Qt.Key.Key_Up, 3),
        (Qt.Key.Key_Plus, 3),
        (Qt.Key.Key_Left, 1),
        (Qt.Key.Key_Minus, 1),
        (Qt.Key.Key_Delete, 0),
    ],
)
def test_dots_are_set_by_keys(dots, key, grade):
    QTest.keyClick(dots.dots, key)
    assert dots.write.written == [grade]
    assert dots.dots.grade == grade


@pytest.mark.parametrize("key", [Qt.Key.Key_6, Qt.Key.Key_A, Qt.Key.Key_Return])
def test_other_keys_set_no_dots(dots, key):
    QTest.keyClick(dots.dots, key)
    assert dots.write.written == []


def test_dots_end_at_five(dots):
    for _ in range(9):
        QTest.keyClick(dots.dots, Qt.Key.Key_Right)
    assert dots.write.written == [3, 4, 5]


def test_dots_tell_the_grade_to_those_who_do_not_see_it(dots):
    assert dots.dots.accessibleName() == "Severity: 2 / 5"
    dots.show_value(SEVERAL, fresh=False)
    assert dots.dots.accessibleName() == "Severity: several values"


def test_several_grades_are_words_and_any_click_sets_all(dots):
    dots.show_value(SEVERAL, fresh=False)
    QTest.mouseClick(dots.dots, Qt.MouseButton.LeftButton, pos=dot(1))
    assert dots.write.written == [1]


def test_dots_have_ink(dots):
    full = dots.dots.grab().toImage()
    at = dot(1)
    ratio = full.devicePixelRatio()
    filled = full.pixelColor(round(at.x() * ratio), round(at.y() * ratio))
    bare = full.pixelColor(round(dot(3).x() * ratio), round(at.y() * ratio))
    assert filled.lightness() < bare.lightness()


@pytest.fixture
def feeling(place):
    field = FeelingField("Feeling", WORDS)
    place(field, -1.5)
    return field


def test_a_feeling_has_a_face_and_words(feeling):
    assert feeling.said.text() == "−1.5 · very bad"
    assert feeling.face.value == -1.5
    assert feeling.slider.accessibleName() == "Feeling: −1.5 · very bad"


@pytest.mark.parametrize(("key", "value"), [(Qt.Key.Key_Right, -1.4), (Qt.Key.Key_PageUp, -1.0), (Qt.Key.Key_End, 2.0)])
def test_keys_change_a_feeling_at_once(feeling, key, value):
    QTest.keyClick(feeling.slider, key)
    assert feeling.write.written == [value]


def handle(slider):
    """The middle of what is dragged, wherever the style in use puts it."""
    option = QStyleOptionSlider()
    slider.initStyleOption(option)
    part = QStyle.SubControl.SC_SliderHandle
    return slider.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, slider).center()


def test_a_drag_is_handed_in_when_it_ends(feeling):
    slider = feeling.slider
    start = handle(slider)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=start)
    assert slider.isSliderDown()
    for share in (0.3, 0.5, 0.8):
        move(slider, QPoint(round(slider.width() * share), start.y()), Qt.KeyboardModifier.NoModifier)
    assert feeling.write.written == []
    assert feeling.face.value > 0
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider.width() * 0.8), start.y()))
    assert len(feeling.write.written) == 1
    assert feeling.write.written[0] > 0


def test_a_refused_feeling_shows_the_old_one(feeling):
    feeling.write.refusal = "No."
    QTest.keyClick(feeling.slider, Qt.Key.Key_Right)
    assert feeling.problem.text() == "No."


def test_several_feelings_have_no_face(feeling):
    feeling.show_value(SEVERAL, fresh=True)
    assert feeling.face.value is None
    assert feeling.said.text() == "several values"


@pytest.mark.parametrize(
    ("codec", "value", "said"),
    [
        (codecs.NUMBER, 4.5, "4,5"),
        (codecs.NUMBER, -0.25, "−0,25"),
        (codecs.FACTOR, 1200, "1200"),
        (codecs.PERCENT, 0.125, "12,5 %"),
        (codecs.READINGS, (Reading(date="2026-05", value=3.5), Reading(date="2026-06-01", value=4)), None),
    ],
)
def test_numbers_have_the_decimal_sign_of_the_language_and_are_read_back(place, codec, value, said):
    field = (TextField if said is None else LineField)("Value", resources.words("de"), codec)
    place(field, value)
    shown = field.text.toPlainText() if said is None else field.line.text()
    assert shown == (said or "2026-05 3,5\n2026-06-01 4")
    assert field.entered() == value


def test_a_date_or_a_text_has_no_decimal_sign(place):
    for codec, value in ((codecs.DATE, "2026-05-31"), (codecs.LINE, "version 1.5"), (codecs.TAGS, ("1.5", "b"))):
        field = LineField("Value", resources.words("de"), codec)
        place(field, value)
        assert field.line.text() == codec.say(value)
