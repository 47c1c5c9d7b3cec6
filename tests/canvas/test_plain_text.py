"""A text widget that looks like a paragraph and holds nothing but text."""

import random
from itertools import pairwise

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop import resources
from desktop.canvas.faces import face
from desktop.canvas.plaintext import BASELINE, LONGEST, RIM, Look, PlainText
from desktop.typeset.lines import TextStyle

CTRL = Qt.KeyboardModifier.ControlModifier
FONTS = resources.typesetter().fonts


def look(**fields):
    """A look that can only be made once there is an application."""
    font = face(FONTS, TextStyle("regular"), 14)
    return Look(**{"font": font, "colour": "#1B1F2A", "leading": 18, "width": 160, "indent": 20, **fields})


@pytest.fixture
def text(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(400, 300)
    made = PlainText(ground)
    made.resize(200, 200)
    made.dress(look())
    ground.show()
    made.setFocus()
    yield made
    ground.close()


def blocks(text):
    block = text.document().firstBlock()
    while block.isValid():
        yield block
        block = block.next()


def indents(text):
    return [block.blockFormat().textIndent() for block in blocks(text)]


def baselines(text):
    """Of all lines, from the top of the document."""
    found = []
    for block in blocks(text):
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            found.append(layout.position().y() + line.y() + line.ascent())
    return found


def mime(**parts):
    source = QMimeData()
    source.setText(parts.get("text", ""))
    if "html" in parts:
        source.setHtml(parts["html"])
    return source


def test_what_is_put_is_what_is_there(text):
    text.put("one\ntwo")
    assert text.text() == "one\ntwo"


def test_spaces_that_hold_words_together_stay(text):
    text.put("4.1\u00a0%")
    assert text.text() == "4.1\u00a0%"


def test_what_was_put_cannot_be_undone(text):
    text.put("one")
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.text() == "one"


def test_lines_are_as_high_as_the_look_says(text):
    text.put("one\ntwo three four five six seven eight nine ten")
    lines = baselines(text)
    assert lines[0] == pytest.approx(RIM + BASELINE * 18, abs=0.1)
    assert [later - line for line, later in pairwise(lines)] == pytest.approx([18] * (len(lines) - 1), abs=0.1)


def test_only_the_first_line_of_all_is_indented(text):
    text.put("one two three four five six seven eight\nnine")
    assert indents(text) == [20, 0]
    first, second = (text.document().firstBlock().layout().lineAt(number) for number in (0, 1))
    assert (first.x(), second.x()) == (20, 0)


def test_a_new_paragraph_is_not_indented(text):
    text.put("one")
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClicks(text, "two")
    assert (text.text(), indents(text)) == ("one\ntwo", [20, 0])


def test_what_becomes_the_first_paragraph_is_indented(text):
    text.put("one\ntwo")
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(text, key)
    QTest.keyClick(text, Qt.Key.Key_Home, CTRL | Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(text, Qt.Key.Key_Delete)
    assert (text.text(), indents(text)) == ("two", [20])


def test_one_undo_takes_back_what_one_key_did(text):
    text.put("one")
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClick(text, Qt.Key.Key_Return)
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.text() == "one"


def test_redo_is_not_lost_to_the_formats(text):
    text.put("one")
    QTest.keyClicks(text, "x")
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert text.text() == "xone"


def test_another_look_formats_anew_and_is_nothing_to_undo(text):
    text.put("one")
    text.dress(look(leading=36, width=320, indent=40))
    assert indents(text) == [40]
    assert baselines(text)[0] == pytest.approx(RIM + BASELINE * 36, abs=0.1)


def test_another_look_keeps_what_can_be_undone(text):
    text.put("one")
    QTest.keyClicks(text, "x")
    text.dress(look(leading=36, indent=3, width=320, colour="#FFFFFF"))
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.text() == "one"


KEYS = (Qt.Key.Key_X, Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Delete)


@pytest.mark.parametrize("seed", range(8))
def test_whatever_was_typed_undo_leads_back(text, seed):
    text.put("one\ntwo")
    chance = random.Random(seed)
    for _ in range(30):
        QTest.keyClick(text, chance.choice(KEYS))
    assert indents(text) == [20, *[0] * (len(indents(text)) - 1)]
    for _ in range(60):
        QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    assert text.text() == "one\ntwo"


def test_lines_wrap_at_the_width(text):
    text.put("wwww " * 12)
    assert len(baselines(text)) > 3
    assert text.content_height() > 4 * 18


def test_the_menu_takes_back_too(text):
    text.put("one")
    menu = text.menu()
    assert not next(action for action in menu.actions() if action.objectName() == "edit-undo").isEnabled()
    menu.close()
    QTest.keyClicks(text, "x")
    menu = text.menu()
    undo = next(action for action in menu.actions() if action.objectName() == "edit-undo")
    assert undo.isEnabled()
    undo.trigger()
    assert text.text() == "one"
    menu.close()


def test_letters_beyond_the_first_plane_are_one_step_each(text):
    text.put("😀")
    text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(text, "x")
    assert text.text() == "😀x"
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL)
    QTest.keyClick(text, Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert (text.text(), text.textCursor().position()) == ("😀x", 3)


def test_pasted_text_loses_its_looks(text):
    text.insertFromMimeData(mime(text="bold", html="<b>bold</b><img src='x.png'>"))
    assert text.text() == "bold"
    assert "font-weight:700" not in text.toHtml()


@pytest.mark.parametrize("feed", ["\r\n", "\r", "\n"])
def test_line_feeds_of_all_machines(text, feed):
    text.insertFromMimeData(mime(text=f"a{feed}b"))
    assert text.text() == "a\nb"


def test_on_one_line_line_feeds_become_spaces(text):
    text.one_line = True
    text.insertFromMimeData(mime(text="a\nb"))
    assert text.text() == "a b"


def test_no_more_is_pasted_than_is_sensible(text):
    text.put("x")
    text.insertFromMimeData(mime(text="y" * (2 * LONGEST)))
    assert len(text.text()) == LONGEST


def test_only_text_can_be_pasted(text):
    assert text.canInsertFromMimeData(mime(text="x"))
    assert not text.canInsertFromMimeData(QMimeData())


@pytest.mark.parametrize(("key", "left"), [(Qt.Key.Key_C, "one\u00a0two"), (Qt.Key.Key_X, "")])
def test_copied_text_is_plain_and_whole(text, key, left):
    text.put("one\u00a0two")
    QTest.keyClick(text, Qt.Key.Key_A, CTRL)
    QTest.keyClick(text, key, CTRL)
    shown = QGuiApplication.clipboard().mimeData()
    assert shown.text() == "one\u00a0two"
    assert not shown.hasHtml()
    assert text.text() == left


def test_nothing_selected_leaves_the_clipboard_alone(text):
    QGuiApplication.clipboard().setText("before")
    QTest.keyClick(text, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "before"


def test_a_frame_takes_room_and_ground_shows(text):
    framed = look(ground="#FFF7DF", framed=True)
    text.dress(framed)
    image = text.grab().toImage()
    assert framed.rim > look().rim
    assert image.pixelColor(100, 100).name() == "#fff7df"
    assert image.pixelColor(100, 0).name() == "#2f6bff"


def test_without_a_ground_one_sees_through(text):
    text.parentWidget().setStyleSheet("background: #123456")
    text.dress(look(colour="#FFFFFF"))
    assert text.parentWidget().grab().toImage().pixelColor(100, 100).name() == "#123456"


def test_faces_come_in_whole_px_and_are_as_wide_as_asked(qapp):
    small = face(FONTS, TextStyle("regular"), 8.4)
    assert small.pixelSize() == 8
    assert small.letterSpacing() == pytest.approx(105)


@pytest.mark.parametrize(
    ("name", "weight", "italic"), [("regular", 400, False), ("bold", 700, False), ("italic", 400, True)]
)
def test_faces_are_those_of_the_map(qapp, name, weight, italic):
    font = face(FONTS, TextStyle(name), 14)
    assert (int(font.weight()), font.italic()) == (weight, italic)
    assert font.families()[0] == FONTS.private_family("inter-regular")


def test_tracking_of_large_type(qapp):
    title = face(FONTS, TextStyle("bold", -51), 56)
    assert title.letterSpacingType() == QFont.SpacingType.AbsoluteSpacing
    assert title.letterSpacing() == pytest.approx(-51 * 56 / 2048, abs=1 / 64)
