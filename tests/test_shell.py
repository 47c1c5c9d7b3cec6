"""What stands round the map in a window: menus, panels, maps, files that come and go."""

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.dialogs.questions import Answer
from desktop.document.edits.cards import Spot
from desktop.document.edits.facts import edit_project
from desktop.panels.shortcuts import ShortcutSheet
from desktop.plan.settings import Settings
from desktop.session import Session
from desktop.storage.errors import ReadError, WriteError
from desktop.storage.reader import Opened
from desktop.window import Window
from pictures import png

LEFT, CTRL, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


def press(window, key, keys=NONE):
    QTest.keyClick(window.canvas, key, keys)


def tabs(window):
    return [window.tabs.tabText(index) for index in range(window.tabs.count())]


def card(window, text):
    return next(card for lane in window.desk.journey.lanes for card in lane.cards if text in card.text)


def rename(window, title="Other"):
    window.desk.edit("Rename", edit_project(window.desk.project, title=title))


# maps


def test_plus_adds_a_map_opens_its_title_and_then_one_types_into_the_map(window):
    press(window, Qt.Key.Key_T, CTRL)
    QTest.keyClicks(window.tabs.field, "Lunch")
    QTest.keyClick(window.tabs.field, Qt.Key.Key_Return)
    assert tabs(window) == ["An evening at Osteria Lume · current", "Lunch · current"]
    assert window.desk.journey.title == "Lunch"
    QTest.keyClicks(QApplication.focusWidget(), "Looks for a table")
    assert window.canvas.writer.text() == "Looks for a table"


def test_after_a_title_that_nobody_wanted_one_types_into_the_map_too(window):
    press(window, Qt.Key.Key_T, CTRL)
    QTest.keyClick(window.tabs.field, Qt.Key.Key_Escape)
    QTest.keyClicks(QApplication.focusWidget(), "Looks for a table")
    assert window.canvas.writer.text() == "Looks for a table"


def test_keys_show_the_maps_in_turn_one_is_deleted_and_brought_back_and_the_menu_of_a_tab_is_about_its_map(window):
    assert not window.acts["remove_map"].isEnabled()
    window.maps.duplicate()
    assert window.acts["remove_map"].isEnabled()
    press(window, Qt.Key.Key_Delete, CTRL | SHIFT)
    assert len(tabs(window)) == 1
    assert "Undo brings it back" in window.statusBar().currentMessage()
    press(window, Qt.Key.Key_Z, CTRL)
    assert len(tabs(window)) == 2
    press(window, Qt.Key.Key_Z, CTRL)
    first = window.desk.map_id
    window.maps.duplicate()
    press(window, Qt.Key.Key_Tab, CTRL)
    assert window.desk.map_id == first
    press(window, Qt.Key.Key_PageUp, CTRL)
    assert window.desk.map_id != first
    window.tabs.customContextMenuRequested.emit(window.tabs.tabRect(0).center())
    menu = next(menu for menu in window.tabs.findChildren(QMenu) if menu.isVisible())
    texts = [action.text() for action in menu.actions()]
    menu.close()
    assert {"Rename map", "Duplicate as ideal journey", "Delete map"} <= set(texts)
    assert window.tabs.currentIndex() == 0


# actions follow the selection


def test_actions_are_enabled_and_ticked_by_what_is_selected_and_keys_open_its_menu_and_a_choice_at_it(window):
    def able(*names):
        return [window.acts[name].isEnabled() for name in names]

    assert able("remove", "convert", "merge_steps", "select_all") == [False, False, False, True]
    window.desk.select((card(window, "Review site").id,))
    assert able("remove", "convert", "merge_steps") == [True, True, True]
    window.desk.select((window.desk.journey.stages[0].id,))
    assert able("remove", "convert", "merge_stages") == [True, False, True]
    window.desk.select((window.desk.journey.lanes[0].id,))
    press(window, Qt.Key.Key_L, CTRL | SHIFT)
    assert window.acts["lock_lanes"].isChecked()
    press(window, Qt.Key.Key_L, CTRL | SHIFT)
    assert not window.desk.journey.lanes[0].locked
    window.desk.select((card(window, "Review site").id,))
    press(window, Qt.Key.Key_F10, SHIFT)
    menu = next(menu for menu in window.canvas.findChildren(QMenu) if menu.isVisible())
    assert window.acts["convert"] in menu.actions()
    menu.close()
    press(window, Qt.Key.Key_F4, SHIFT)
    menu = window.acts["convert"].menu()
    assert menu.isVisible()
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert card(window, "Review site").kind == "action"


def test_a_stage_is_named_as_it_is_inserted_delete_is_a_command_on_the_map_only_and_an_offer_stands_in_the_status_bar(
    window,
):
    window.desk.select((window.desk.journey.stages[0].id,))
    press(window, Qt.Key.Key_S, ALT)
    QTest.keyClicks(window.canvas.writer, "Wait")
    QTest.keyClick(window.canvas.writer, Qt.Key.Key_Return)
    assert "Wait" in [stage.title for stage in window.desk.journey.stages]
    press(window, Qt.Key.Key_Z, CTRL)
    assert not window.session.modified
    window.desk.select((card(window, "Review site").id,))
    before = window.desk.project
    entry = window.palette_panel.entries["stage"]
    entry.setFocus()
    QTest.keyClick(entry, Qt.Key.Key_Delete)
    assert window.desk.project is before
    window.canvas.setFocus()
    press(window, Qt.Key.Key_Delete)
    assert window.desk.project is not before
    window.desk.select((window.desk.journey.stages[1].id,))
    press(window, Qt.Key.Key_Delete)
    assert [button.text() for button in window._facts.offer.buttons] == ["Undo", "Delete the cards too"]
    QTest.mouseClick(window._facts.offer.buttons[0], LEFT)
    assert len(window.desk.journey.stages) == 6


# the sheet of keys


def test_the_sheet_holds_every_action_and_every_key_of_the_map_finds_and_runs(window):
    press(window, Qt.Key.Key_F1)
    sheet = window.findChild(ShortcutSheet)
    texts = {line.text for line in sheet.shown}
    assert {"Undo", "Turn into: Pain point", "To the next step", "Print on the wall"} - texts <= {"Print on the wall"}
    assert not [text for text in texts if text.startswith(("action.", "key."))]
    QTest.keyClicks(sheet.field, "edit select all ctrl+a")
    QTest.keyClick(sheet.field, Qt.Key.Key_Return)
    assert len(window.desk.selected) > 93


# panels


def test_keys_hide_and_show_panels_open_the_menu_and_enter_those_that_were_hidden(window):
    for key, name in ((Qt.Key.Key_F7, "palette"), (Qt.Key.Key_F8, "inspector")):
        assert window.acts[f"show_{name}"].isChecked()
        press(window, key)
        assert (name, window.docks.docks[name].isVisible()) == (name, False)
        press(window, key)
        assert (name, window.docks.docks[name].isVisible()) == (name, True)
    menu = window.createPopupMenu()
    assert [action.text() for action in menu.actions()][:3] == ["Outline", "Palette", "Inspector"]
    press(window, Qt.Key.Key_F10)
    menu = window._top.project.menu()
    assert menu.isVisible()
    menu.close()
    window.canvas.setFocus()
    press(window, Qt.Key.Key_F9)
    assert window.outline.isVisible()
    assert window.outline.hasFocus()
    for name, panel, keys in (("inspector", window.inspector, NONE), ("outline", window.outline, SHIFT)):
        window.docks.docks[name].hide()
        window.canvas.setFocus()
        press(window, Qt.Key.Key_F6, keys)
        focused = QApplication.focusWidget()
        assert (name, panel.isVisible(), focused is panel or panel.isAncestorOf(focused)) == (name, True, True)


def test_tabs_begin_where_the_canvas_does(window, qtbot):
    def left():
        return window.tabs.mapTo(window, QPoint(0, 0)).x(), window.canvas.mapTo(window, QPoint(0, 0)).x()

    qtbot.waitUntil(lambda: left()[0] == left()[1] > 100)
    window.docks.show_palette(False)
    qtbot.waitUntil(lambda: left() == (0, 0))


def test_a_small_window_begins_without_the_inspector_and_stays_small(open_window, path):
    window = open_window(Session.open(path), (1024, 700))
    assert (window.width(), window.height()) == (1024, 700)
    assert not window.inspector.isVisible()
    assert window.canvas.width() > 700


def test_the_layout_is_restored(window, open_window, sample):
    press(window, Qt.Key.Key_F8)
    state = window.layout_state()
    other = Window(Session(sample), window._home, window._questions)
    other.restore_layout(state)
    other.resize(1400, 900)
    other.show()
    assert not other.inspector.isVisible()
    assert other.palette_panel.isVisible()
    other.dismiss()


# files


def drop(window, *paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, move = QPoint(700, 10), Qt.DropAction.CopyAction
    enter = QDragEnterEvent(at, move, mime, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    QApplication.sendEvent(window, QDropEvent(QPointF(at), move, mime, LEFT, NONE))
    return enter.isAccepted()


def test_what_is_dropped_is_opened_when_it_is_a_project_and_else_told(window, script, home, tmp_path, monkeypatch):
    other = tmp_path / "other.JOURNEY"
    assert drop(window, other)
    assert home.opened == [other]
    drop(window, tmp_path / "a.txt", tmp_path / "b.docx")
    assert home.opened == [other]
    assert script.told == ["Journeywall opens .journey files; this is none: a.txt, b.docx."]
    mime = QMimeData()
    mime.setText("hello")
    enter = QDragEnterEvent(QPoint(10, 10), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()
    script.told.clear()

    def refuse(path):
        raise ReadError("it is damaged", path=path)

    (tmp_path / "a.png").write_bytes(b"?")
    drop(window, tmp_path / "a.png")
    assert "a.png" in window._facts.currentMessage()
    assert script.told == []
    monkeypatch.setattr(home, "open_path", refuse)
    drop(window, tmp_path / "a.journey")
    assert len(script.told) == 1


def test_pictures_that_fall_beside_the_map_come_to_its_slot(window, script, tmp_path):
    (tmp_path / "a.png").write_bytes(png())
    window.desk.aim(Spot(window.desk.journey.lanes[0].id, card(window, "Review site").first))
    drop(window, tmp_path / "a.png", tmp_path / "a.txt")
    (picture,) = [one for lane in window.desk.journey.lanes for one in lane.cards if one.picture]
    assert picture.first == card(window, "Review site").first
    assert script.told == ["Journeywall opens .journey files; this is none: a.txt."]


def test_reverting_goes_back_to_the_file_unless_one_thinks_better_of_it_and_can_be_undone(window, script, path):
    rename(window)
    press(window, Qt.Key.Key_R, CTRL | ALT)
    assert (script.asked, window.desk.project.title) == (["dinner.journey"], "Other")
    script.reverting = True
    press(window, Qt.Key.Key_R, CTRL | ALT)
    assert window.desk.project.title == "Osteria Lume"
    assert not window.isWindowModified()
    press(window, Qt.Key.Key_Z, CTRL)
    assert window.desk.project.title == "Other"
    assert window.isWindowModified()
    path.unlink()
    window.files.revert()
    assert (len(script.told), window.desk.project.title) == (1, "Other"), "a file that is gone cannot be gone back to"


def test_a_project_without_a_file_or_maps_has_nothing_to_go_back_to_but_menus(open_window, sample, script):
    window = open_window(Session(Opened(sample.project.model_copy(update={"maps": ()}), {})))
    assert [name for name in ("fit", "new_map", "undo", "filter") if window.acts[name].isEnabled()] == [
        "fit",
        "new_map",
    ]
    press(window, Qt.Key.Key_F10, SHIFT)
    menu = next(menu for menu in window.canvas.findChildren(QMenu) if menu.isVisible())
    menu.close()
    assert not window.acts["revert"].isEnabled()
    window.files.revert()
    assert script.asked == []


def test_a_copy_leaves_the_project_with_its_own_file_and_one_that_cannot_be_written_is_told(
    window, script, path, monkeypatch
):
    def fail(path, data):
        raise WriteError("the disk is full", remedy="free some space")

    rename(window)
    window.files.save_copy()
    script.target = path.with_name("copy.journey")
    press(window, Qt.Key.Key_S, CTRL | ALT)
    assert script.suggested == ["dinner (copy).journey"] * 2
    assert Session.open(script.target).project.title == "Other"
    assert (window.session.path, window.isWindowModified()) == (path, True)
    assert window.statusBar().currentMessage() == "A copy is in “copy.journey”."
    assert script.told == []
    monkeypatch.setattr("desktop.storage.saving.write_file", fail)
    window.files.save_copy()
    assert len(script.told) == 1


def test_what_is_being_written_is_saved_and_counts_when_a_window_closes(window, path, script):
    window.desk.select((card(window, "Review site").id,))
    press(window, Qt.Key.Key_F2)
    window.canvas.writer.selectAll()
    QTest.keyClicks(window.canvas.writer, "Guide")
    QTest.keyClick(window.canvas.writer, Qt.Key.Key_S, CTRL)
    assert "Guide" in path.read_text("utf-8")
    press(window, Qt.Key.Key_F2)
    QTest.keyClicks(window.canvas.writer, " and guide")
    script.answer = Answer.SAVE
    assert window.close()
    assert script.asked == ["Osteria Lume"]
    assert "Guide and guide" in path.read_text("utf-8")


def test_what_is_being_written_in_the_outline_counts_too(window, script, path):
    window.acts["show_outline"].trigger()
    QTest.keyClick(window.outline, Qt.Key.Key_Home)
    QTest.keyClick(window.outline, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Hears of it")
    script.answer = Answer.SAVE
    assert window.close()
    assert "Hears of it" in path.read_text("utf-8")


def test_the_last_print_is_told(window, script, tmp_path):
    script.wish, script.target = Settings(paper="A4", orientation="landscape"), tmp_path / "poster.pdf"
    window.prints.pdf()
    assert window._facts.printed.text().startswith("A4 landscape · cards ")
