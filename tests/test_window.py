"""The main window from outside: keys, mouse, files."""

import re
from dataclasses import replace
from operator import attrgetter

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.acts import ACTS
from desktop.dialogs.conflict import Conflict
from desktop.dialogs.poster.picture import PictureWish
from desktop.dialogs.questions import Answer
from desktop.document.edits.facts import edit_map, edit_project
from desktop.document.edits.maps import duplicate_map
from desktop.panels.banner import Banner
from desktop.plan.settings import Settings
from desktop.session import Session
from desktop.storage.errors import ReadError, WriteError
from desktop.storage.reader import Opened
from desktop.storage.writer import dump

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
MENUS = ["File", "Edit", "Insert", "Arrange", "View", "Maps", "Workshop", "Improve", "Help"]


def keys(window, key, modifiers=CTRL):
    QTest.keyClick(window.canvas, key, modifiers)


def card(window, text):
    return next(p.card.id for row in window.canvas.scene.layout.rows for p in row.content.cards if text in p.card.text)


def on(window, text):
    canvas = window.canvas
    rect = canvas.scene.hits.rect(card(window, text))
    return QPoint(*map(round, canvas.view.to_window(rect.x + 20, rect.y + rect.height / 2)))


def drag(window, text, over):
    start, end, viewport = on(window, text), on(window, over), window.canvas.viewport()
    QTest.mousePress(viewport, LEFT, NONE, start)
    for share in (0.25, 0.5, 0.75, 1.0):
        QTest.mouseMove(viewport, start + (end - start) * share)
    QTest.mouseRelease(viewport, LEFT, NONE, end)


def step(window, text):
    _, place = window.canvas.scene.hits.find(card(window, text))
    return window.canvas.scene.layout.columns[place.first].step.title


def test_a_usual_file_opens_without_a_banner_its_map_fitted_and_the_status_bar_says_what_there_is(window):
    assert window.canvas.view.reach == (0, 0)
    assert window.windowTitle() == "Osteria Lume[*] – Journeywall"
    assert not window.isWindowModified()
    assert window._facts.contents.text() == "6 stages · 13 steps · 93 cards"
    assert window._facts.saved.text() == "Saved"
    assert banners(window) == []


def test_the_top_row_shows_project_and_tools_and_every_action_has_words_and_a_method(window):
    assert window._top.project.text() == "Osteria Lume"
    menu = window._top.project.menu()
    assert [each.text() for each in menu.actions()] == MENUS
    assert {"Open…", "Save", "Quit"} <= {each.text() for each in menu.actions()[0].menu().actions()}
    assert set(window.acts) == {act.id for act in ACTS}
    assert all(callable(attrgetter(act.handler)(window)) for act in ACTS)
    assert not [act.id for act in window.acts.values() if act.text().startswith("action.")]


def test_dragged_saved_and_opened_again_a_card_stands_where_it_was_put_and_the_status_bar_says_when_it_was_saved(
    window, path
):
    drag(window, "Friend’s post", "Review site")
    assert window.isWindowModified()
    assert window._facts.saved.text() == "Changed"
    keys(window, Qt.Key.Key_S)
    assert not window.isWindowModified()
    again = Session.open(path).project
    moved = next(card for lane in again.maps[0].lanes for card in lane.cards if card.text == "Friend’s post")
    titles = {step.id: step.title for stage in again.maps[0].stages for step in stage.steps}
    assert titles[moved.first] == "Compares"
    assert re.fullmatch(r"Saved \d\d:\d\d", window._facts.saved.text())
    window.undo()
    assert re.fullmatch(r"Changed since \d\d:\d\d", window._facts.saved.text())


def test_undone_to_the_beginning_the_saved_file_has_its_first_bytes(window, path):
    first = path.read_bytes()
    drag(window, "Friend’s post", "Review site")
    drag(window, "Booking tool", "Menu kept")
    keys(window, Qt.Key.Key_S)
    assert path.read_bytes() != first
    keys(window, Qt.Key.Key_Z)
    keys(window, Qt.Key.Key_Z)
    keys(window, Qt.Key.Key_S)
    assert path.read_bytes() == first


def test_undo_and_redo_are_offered_when_there_is_something_and_show_where_it_happened(window):
    def offered():
        return window.acts["undo"].isEnabled(), window.acts["redo"].isEnabled()

    assert offered() == (False, False)
    drag(window, "Friend’s post", "Review site")
    assert offered() == (True, False)
    window.undo()
    assert offered() == (False, True)
    window.canvas.zoom_actual()
    window.canvas.scroll_to(0, 0)
    drag(window, "Friend’s post", "Review site")
    window.desk.select(frozenset())
    window.canvas.scroll_to(*window.canvas.view.reach)
    keys(window, Qt.Key.Key_Z)
    assert window.canvas.desk.selected == {card(window, "Friend’s post")}
    assert window.canvas.view.scroll != window.canvas.view.reach
    assert window.statusBar().currentMessage() == "Undone: Move touchpoint"
    keys(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert step(window, "Friend’s post") == "Compares"
    assert window.statusBar().currentMessage() == "Done again: Move touchpoint"


def test_keys_zoom_and_fit_and_select_everything_and_what_is_selected_next_comes_into_sight(window):
    for key, zoom in ((Qt.Key.Key_1, 1.0), (Qt.Key.Key_Plus, 1.1), (Qt.Key.Key_Minus, 0.9)):
        window.canvas.zoom_actual()
        keys(window, key)
        assert (key, window.canvas.zoom) == (key, zoom)
    window.canvas.zoom_to(0.63)
    bar = window._zoom
    assert bar.figure.text() == "63 %"
    corner = window.canvas.viewport().rect().bottomRight() - bar.geometry().bottomRight()
    assert 0 < corner.x() < 40
    assert 0 < corner.y() < 40
    window.canvas.zoom_to(2)
    keys(window, Qt.Key.Key_0)
    assert window.canvas.view.reach == (0, 0)
    keys(window, Qt.Key.Key_A)
    lanes = window.desk.journey.lanes
    assert len(window.canvas.desk.selected) == sum(len(lane.cards) + len(lane.markers) for lane in lanes) > 93
    window.desk.select(())
    window.canvas.zoom_to(2.0)
    window.canvas.scroll_to(*window.canvas.view.reach)
    window.acts["select_next"].trigger()
    (one,) = window.desk.selected
    assert window.canvas.view.seen.meets(window.canvas.scene.hits.rect(one))


def test_the_window_goes_down_to_a_small_screen_and_the_zoom_bar_is_whole_where_panels_leave_little_room(window):
    window.resize(900, 600)
    QApplication.processEvents()
    assert window.width() == 900
    assert window.minimumSizeHint().width() <= 900
    window.acts["show_outline"].trigger()
    window.resize(window.minimumSizeHint().expandedTo(QSize(0, 600)))
    QApplication.processEvents()
    assert window.canvas.viewport().rect().contains(window._zoom.geometry())
    assert window._zoom.fit.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly


def test_a_new_project_is_saved_under_a_name_or_thought_better_of(open_window, sample, script, home, tmp_path):
    window = open_window(Session(sample))
    assert window._facts.saved.text() == "Not saved yet"
    assert not window.files.save()
    assert window.session.path is None
    script.target = tmp_path / "new.journey"
    keys(window, Qt.Key.Key_S)
    assert script.suggested == ["Osteria Lume.journey"] * 2
    assert script.target.exists()
    assert home.remembered == [script.target]


@pytest.fixture
def newer(open_window, path, sample):
    """A window on a file of a later minor version."""
    path.write_bytes(dump(sample.project, sample.assets, 7))
    return open_window(Session.open(path))


def banners(window):
    return window.findChildren(Banner)


def test_a_newer_file_opens_with_a_banner_and_is_saved_as_a_copy(newer, script, path):
    (banner,) = banners(newer)
    assert "newer Journeywall" in banner.text.text()
    assert banner.isVisible()
    QTest.mouseClick(banner.buttons[0], LEFT)
    assert not banner.isVisible()
    before = path.read_bytes()
    script.target = path.with_name("copy.journey")
    keys(newer, Qt.Key.Key_S)
    assert script.suggested == ["dinner (copy).journey"]
    assert path.read_bytes() == before
    assert script.target.read_bytes() == before


def test_what_a_migration_did_is_told(open_window, sample):
    window = open_window(Session(replace(sample, messages=("The lane “Mood” is new.", "Two dates were kept."))))
    (banner,) = banners(window)
    assert banner.text.text() == "The lane “Mood” is new.\nTwo dates were kept."


def test_save_as_goes_on_with_the_new_file(window, script, tmp_path, path):
    first = path.read_bytes()
    script.target = tmp_path / "copy.journey"
    drag(window, "Friend’s post", "Review site")
    keys(window, Qt.Key.Key_S, CTRL | SHIFT)
    assert window.session.path == script.target
    assert path.read_bytes() == first


def test_a_failing_save_is_told_in_one_sentence_and_the_window_stays_open(window, script, home, monkeypatch, tmp_path):
    fail_to_write(monkeypatch)
    drag(window, "Friend’s post", "Review site")
    assert not window.files.save()
    assert script.told == ["The disk is full; free some space."]
    assert window.isWindowModified()
    script.target, script.answer = tmp_path / "copy.journey", Answer.SAVE
    assert not window.files.save_as()
    assert len(script.told) == 2
    assert not window.close()
    assert window.isVisible()
    assert home.left == []


def test_a_file_that_another_program_changed_is_saved_under_another_name(window, script, path):
    with path.open("ab") as file:
        file.write(b"\n")
    others, script.target, script.conflicts = path.read_bytes(), path.with_name("mine.journey"), [Conflict.COPY]
    drag(window, "Friend’s post", "Review site")
    keys(window, Qt.Key.Key_S)
    assert script.asked == [("dinner.journey", True)]
    assert script.suggested == ["dinner (copy).journey"]
    assert (path.read_bytes(), window.session.path) == (others, script.target)


def test_without_changes_a_window_closes_at_once(window, script, home):
    assert window.close()
    assert (script.asked, home.left) == ([], [window])


@pytest.mark.parametrize("answer", [Answer.DISCARD, Answer.SAVE])
def test_with_changes_a_window_asks_and_closes_unless_somebody_thinks_better_of_it(window, script, path, answer):
    first = path.read_bytes()
    drag(window, "Friend’s post", "Review site")
    assert not window.close()
    assert (script.asked, path.read_bytes()) == (["Osteria Lume"], first)
    script.answer = answer
    assert window.close()
    assert script.asked == ["Osteria Lume"] * 2
    assert (path.read_bytes() != first) is (answer is Answer.SAVE)


def broken():
    raise RuntimeError("broken")


def test_a_window_that_fails_while_closing_stays_open(window, script, monkeypatch):
    drag(window, "Friend’s post", "Review site")
    for fault, kind in ((broken, RuntimeError), (lambda: 1 / 0, ZeroDivisionError)):
        with monkeypatch.context() as patch:
            patch.setattr(script, "save_changes", lambda title, *, kept, fault=fault: fault())
            with pytest.raises(kind):
                window.close()
        assert (kind, window.isVisible()) == (kind, True)


def test_opening_goes_through_the_program_as_do_keys_for_a_new_window_preferences_about_and_quitting(
    window, script, home, monkeypatch, tmp_path
):
    def refuse(path):
        raise ReadError("it is a folder", path=path)

    script.file = tmp_path / "other.journey"
    keys(window, Qt.Key.Key_O)
    assert home.opened == [script.file]
    monkeypatch.setattr(home, "open_path", refuse)
    script.file = tmp_path
    window.files.open()
    assert script.told == [f"“{tmp_path}”: it is a folder."]
    keys(window, Qt.Key.Key_N)
    keys(window, Qt.Key.Key_Comma)
    window.acts["about"].trigger()
    keys(window, Qt.Key.Key_Q)
    assert (home.started, home.shown, home.quitted) == (1, ["preferences", "about"], 1)


def test_a_window_whose_session_goes_on_elsewhere_closes_without_a_question(window, script, home):
    session = window.session
    session.edit("Rename", edit_project(session.project, title="Other"))
    window.dismiss()
    assert (script.asked, home.left) == ([], [window])


def test_every_map_has_a_tab_and_undo_shows_the_map_where_it_happened(window, qtbot):
    session = window.session
    first = session.project.maps[0].id
    twice = duplicate_map(session.project, first, "A better evening", new_id=iter_ids(), status="ideal")
    session.edit("Copy map", twice)
    texts = [window.tabs.tabText(index) for index in range(window.tabs.count())]
    assert texts == ["An evening at Osteria Lume · current", "A better evening · ideal"]
    QTest.mouseClick(window.tabs, LEFT, NONE, window.tabs.tabRect(1).center())
    assert window.canvas.scene.layout.map.title == "A better evening"
    session.edit("Rename map", edit_map(session.project, first, title="Renamed"), first)
    window.desk.show_map(next(each.id for each in session.project.maps if each.id != first))
    window.undo()
    assert window.canvas.scene.map_id == first


def test_every_map_keeps_its_scale_and_place_and_one_left_as_a_whole_is_fitted_to_a_changed_window(window):
    session, canvas = window.session, window.canvas
    first = session.project.maps[0].id
    session.edit("Copy map", duplicate_map(session.project, first, "Other", new_id=iter_ids()))

    def choose(index):
        QTest.mouseClick(window.tabs, LEFT, NONE, window.tabs.tabRect(index).center())

    canvas.zoom_to(1.5)
    canvas.scroll_to(321, 123)
    choose(1)
    assert canvas.view.reach == (0, 0), "a map not seen before is shown as a whole"
    choose(0)
    assert (canvas.zoom, canvas.view.scroll) == (1.5, (321, 123))
    window.resize(900, 600)
    choose(1)
    assert canvas.view.reach == (0, 0)
    canvas.zoom_to(0.75)
    choose(0)
    choose(1)
    assert canvas.zoom == 0.75


def test_a_project_without_a_map_shows_the_bare_canvas_which_says_why_and_prints_nothing(open_window, sample, script):
    window = open_window(Session(Opened(sample.project.model_copy(update={"maps": ()}), {})))
    assert not window.canvas.has_scene
    assert window._facts.contents.text() == ""
    image = window.canvas.viewport().grab().toImage()
    middle = image.copy(image.rect().center().x() - 100, image.rect().center().y() - 12, 200, 24)
    assert len({middle.pixel(x, y) for x in range(middle.width()) for y in range(middle.height())}) > 2
    script.wish = Settings()
    keys(window, Qt.Key.Key_P)
    QTest.mouseClick(window._top.print_button, LEFT)
    assert script.suggested == []
    assert not window._top.print_button.isEnabled()


def test_undone_to_no_map_nothing_can_be_printed(open_window, sample):
    bare = sample.project.model_copy(update={"maps": ()})
    window = open_window(Session(Opened(bare, {})))
    window.session.edit("Add", sample.project)
    assert window._top.print_button.isEnabled()
    keys(window, Qt.Key.Key_Z)
    assert not window._top.print_button.isEnabled()
    assert window._facts.contents.text() == ""


def test_exporting_can_be_thought_better_of_told_when_it_cannot_be_and_the_strong_button_prints_a_poster(
    window, script, tmp_path
):
    window.prints.svg()
    script.wish = PictureWish()
    window.prints.png()
    assert ([path.name for path in tmp_path.iterdir()], script.told) == (["dinner.journey"], [])
    script.wish, script.target = Settings(paper="A4"), tmp_path / "poster.doc"
    window.prints.pdf()
    assert script.told == [f"“{script.target}”: it must end in .pdf, .svg or .png; choose another name."]
    assert not script.target.exists()
    script.wish, script.target = Settings(paper="A4", orientation="landscape"), tmp_path / "poster.pdf"
    QTest.mouseClick(window._top.print_button, LEFT)
    assert script.target.read_bytes().startswith(b"%PDF")
    assert window.statusBar().currentMessage() == "The poster is in “poster.pdf”."


def fail_to_write(monkeypatch):
    def fail(path, data):
        raise WriteError("the disk is full", remedy="free some space")

    monkeypatch.setattr("desktop.storage.saving.write_file", fail)


def iter_ids():
    numbers = iter(range(10_000))
    return lambda: f"fresh{next(numbers)}"
