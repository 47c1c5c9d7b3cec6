"""A window on a file that somebody else works on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.document.edits.facts import edit_project
from desktop.document.locate import card_at
from desktop.panels.banner import Banner
from desktop.panels.inspector.typed import TextField
from desktop.session import Session

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_window, path):
    return open_window(Session.open(path, read_only=True))


@pytest.fixture
def card(window):
    lane = next(lane for lane in window.desk.journey.lanes if lane.kind == "actions")
    window.desk.select((lane.cards[0].id,))
    return lane.cards[0]


def offer_of(window):
    return window.statusBar().offer


def refused(window):
    """Whether the status bar says that nothing was changed."""
    offer = offer_of(window)
    return offer is not None and [button.text() for button in offer.buttons] == ["Edit a copy"]


def click_words(window, words):
    button = next(each for each in window.findChild(Banner).buttons if each.text() == words)
    QTest.mouseClick(button, LEFT)


def test_title_status_bar_and_a_banner_say_that_it_can_only_be_read_and_deleting_or_typing_is_refused(window, card):
    assert window.windowTitle() == "Osteria Lume (read-only)[*] – Journeywall"
    assert window.statusBar().saved.text() == "Read-only"
    assert not window.acts["save"].isEnabled()
    assert window.acts["save_as"].isEnabled()
    (banner,) = window.findChildren(Banner)
    assert "“dinner.journey”" in banner.text.text()
    assert [button.text() for button in banner.buttons] == ["Edit a copy"]
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    assert card_at(window.desk.journey, card.id) is not None
    assert refused(window)
    sentence = offer_of(window).findChild(QLabel).text()
    assert sentence == "“dinner.journey” is open here for reading only; nothing was changed."
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F2, Qt.Key.Key_X):
        window.desk.said.emit("")
        assert (key, refused(window)) == (key, False)
        QTest.keyClick(window.canvas, key)
        assert (key, window.canvas.writer, refused(window)) == (key, None, True)


def test_cards_maps_and_the_outline_stay_as_they_are(window, card):
    place = window.canvas.scene.hits.rect(card.id)
    at = QPoint(*map(round, window.canvas.view.to_window(place.x + place.width / 2, place.y + place.height / 2)))
    viewport, before = window.canvas.viewport(), window.desk.project
    QTest.mousePress(viewport, LEFT, NONE, at)
    for share in range(1, 6):
        QTest.mouseMove(viewport, at + QPoint(60 * share, 0))
    QTest.mouseRelease(viewport, LEFT, NONE, at + QPoint(300, 0))
    assert window.desk.project is before
    assert window.canvas.scene.hits.rect(card.id) == place
    assert refused(window)
    window.desk.said.emit("")
    assert not refused(window)
    QTest.mouseDClick(window.tabs, LEFT, NONE, window.tabs.tabRect(0).center())
    assert window.tabs.field is None
    assert not window.tabs.isMovable()
    assert refused(window)
    QTest.keyClick(window.canvas, Qt.Key.Key_T, CTRL)
    assert len(window.desk.project.maps) == window.tabs.count()
    assert window.tabs.field is None
    assert not window.session.modified
    window.desk.said.emit("")
    assert not refused(window)
    window.docks.enter_outline()
    index = window.outline.place_of(window.desk.journey.stages[0].id)
    at = window.outline.visualRect(index).center()
    QTest.mouseClick(window.outline.viewport(), LEFT, NONE, at)
    QTest.mouseDClick(window.outline.viewport(), LEFT, NONE, at)
    assert window.outline.state() is not window.outline.State.EditingState
    window.outline.setCurrentIndex(index)
    QTest.keyClick(window.outline, Qt.Key.Key_F2)
    assert window.outline.state() is not window.outline.State.EditingState
    assert refused(window)


def test_fields_can_be_read_but_not_written_a_goal_is_shown_as_it_was_and_it_closes_without_a_question(
    window, card, script, home
):
    field = next(each for each in window.inspector.pane.findChildren(TextField) if each.value == card.text)
    assert field.text.isReadOnly()
    field.text.setFocus()
    QTest.keyClicks(field.text, "Xy")
    assert field.text.toPlainText() == card.text
    choices = [field for _, field in window.inspector.pane.sections[0].fields if not isinstance(field, TextField)]
    assert choices
    assert not any(field.editor.isEnabled() for field in choices if not hasattr(field, "line"))
    window.desk.select(())
    goals = window.inspector.pane.sections[-1].goals.names
    row, before = goals.item(0), goals.item(0).checkState()
    other = Qt.CheckState.Unchecked if before is Qt.CheckState.Checked else Qt.CheckState.Checked
    row.setCheckState(other)
    assert goals.item(0).checkState() is before
    assert refused(window)
    window.close()
    assert script.asked == []
    assert home.left == [window]


@pytest.fixture
def copied(window, card, script, tmp_path):
    """The window after “Edit a copy” in the banner."""
    script.target = tmp_path / "mine.journey"
    click_words(window, "Edit a copy")
    return window


def test_in_a_copy_nothing_says_that_it_is_read_only_it_can_be_edited_and_its_fields_are_written_in(copied, path, card):
    before = path.read_bytes()
    assert copied.banners.shown == {}
    assert copied.windowTitle() == "Osteria Lume[*] – Journeywall"
    assert copied.acts["save"].isEnabled()
    assert copied.statusBar().saved.text().startswith("Saved ")
    assert copied.tabs.isMovable()
    QTest.keyClick(copied.canvas, Qt.Key.Key_Delete)
    assert card_at(copied.desk.journey, card.id) is None
    assert copied.session.path.name == "mine.journey"
    assert path.read_bytes() == before
    copied.undo()
    copied.desk.select((card.id,))
    field = next(each for each in copied.inspector.pane.findChildren(TextField) if each.value == card.text)
    field.text.setFocus()
    QTest.keyClicks(field.text, "Xy")
    copied.canvas.setFocus()
    assert "Xy" in card_at(copied.desk.journey, card.id).card.text
    assert all(each.editor.isEnabled() for _, each in copied.inspector.pane.sections[0].fields)


def test_a_copy_can_be_thought_better_of_has_a_name_of_its_own_and_is_made_by_the_offer_in_the_status_bar_too(
    window, script, card, tmp_path
):
    click_words(window, "Edit a copy")
    window.acts["save_as"].trigger()
    assert script.suggested == ["dinner (copy).journey"] * 2
    assert window.session.read_only
    assert list(window.banners.shown) == ["read only"]
    script.target = tmp_path / "mine.journey"
    QTest.keyClick(window.canvas, Qt.Key.Key_Delete)
    QTest.mouseClick(offer_of(window).buttons[0], LEFT)
    assert not window.session.read_only
    assert script.target.exists()


def test_other_windows_are_as_ever(open_window, path):
    window = open_window(Session.open(path))
    assert window.banners.shown == {}
    assert window.acts["save"].isEnabled()


def test_what_the_others_wrote_is_nobody_s_unsaved_work_here(window, script, path):
    others = Session.open(path)
    others.edit("Rename", edit_project(others.project, title="Theirs"))
    others.save()
    window.files.load_theirs()
    window.undo()
    assert (window.session.project.title, window.session.modified) == ("Osteria Lume", False)
    window.close()
    assert script.asked == []
