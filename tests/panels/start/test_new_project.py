"""The form for a new project."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.desk.beginning import Wish
from desktop.panels.start.newproject import LONGEST, NewProject
from desktop.panels.start.tiles import PICTURE


@pytest.fixture
def new(qtbot):
    form = NewProject(resources.words("en"), "en")
    qtbot.addWidget(form)
    form.resize(800, 720)
    form.show()
    return form


@pytest.fixture
def begun(new):
    kept = []
    new.begun.connect(kept.append)
    return kept


def described(new, qtbot):
    QTest.qWait(120)
    return new.preview.accessibleDescription()


def test_enter_in_any_field_begins(new, begun):
    for field in (new.title, new.persona, new.stages):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert begun == [Wish()] * 3


def test_what_was_typed_is_wished_for(new, begun):
    for field, text in ((new.title, "Dinner"), (new.persona, "Maya"), (new.stages, "Decide; Arrive")):
        QTest.keyClicks(field, text)
    QTest.mouseClick(new.button, Qt.MouseButton.LeftButton)
    assert begun == [Wish("blank", "Dinner", "Maya", "Decide; Arrive")]


def test_arrow_keys_choose_a_template_and_enter_begins(new, begun):
    new.templates.setFocus()
    QTest.keyClick(new.templates, Qt.Key.Key_Right)
    QTest.keyClick(new.templates, Qt.Key.Key_Return)
    assert begun == [Wish("purchase")]


def test_a_click_chooses_a_template(new):
    third = new.templates.visualItemRect(new.templates.item(2)).center()
    QTest.mouseClick(new.templates.viewport(), Qt.MouseButton.LeftButton, pos=third)
    assert new.wish.template == "delivery"


def test_the_preview_follows_the_line(new, qtbot):
    assert new.preview.accessibleDescription() == "Stage 1: Step 1, Step 2, Step 3"
    QTest.keyClicks(new.stages, "Decide: compares, books; Arrive")
    assert described(new, qtbot) == "Decide: compares, books; Arrive"


def test_the_preview_follows_the_template(new, qtbot):
    new.templates.setFocus()
    QTest.keyClick(new.templates, Qt.Key.Key_End)
    assert described(new, qtbot).startswith("Before: ")


def test_the_preview_is_the_map_itself(new, qtbot):
    before = new.preview.grab().toImage()
    QTest.keyClicks(new.title, "An evening")
    QTest.qWait(120)
    after = new.preview.grab().toImage()
    assert before != after
    assert after.pixelColor(after.width() // 2, 4).name() == "#ffffff"


def test_every_template_gets_its_picture(new):
    QTest.qWait(400)
    assert all(new.templates.item(row).data(PICTURE) is not None for row in range(new.templates.count()))


def test_pasted_novels_are_cut(new):
    new.title.setText("x" * 10_000)
    new.stages.setText("a;" * 10_000)
    new.refresh()
    assert len(new.wish.title) == LONGEST


def test_what_was_typed_once_can_be_filled_in(new):
    new.fill(Wish("loyalty", "Dinner", "Maya", "Decide"))
    assert new.wish == Wish("loyalty", "Dinner", "Maya", "Decide")


def test_everything_has_a_name_for_screen_readers(new):
    things = (new.templates, new.title, new.persona, new.stages, new.preview)
    assert [thing.accessibleName() for thing in things] == [
        "Templates",
        "Title",
        "Persona",
        "Stages",
        "Preview of the map",
    ]


def test_the_tab_key_goes_through_the_form(new):
    new.templates.setFocus()
    passed = []
    for _ in range(4):
        QTest.keyClick(new.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(new.window().focusWidget())
    assert passed == [new.title, new.persona, new.stages, new.button]
