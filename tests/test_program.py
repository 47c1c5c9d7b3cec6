"""The windows of the program: what opens, what is remembered, what a choice changes."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import preferences, resources
from desktop.desk.beginning import Wish
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.crash import Kept
from desktop.dialogs.preferences import PreferencesDialog
from desktop.document.edits.cards import Spot
from desktop.document.edits.facts import edit_project
from desktop.document.locate import steps_in_order
from desktop.panels import theme
from desktop.panels.speech import speak
from desktop.preferences import Appearance, Folders, Preferences
from desktop.program import Program
from desktop.storage.errors import ReadError
from desktop.storage.reader import read

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def remembered(tmp_path):
    return tmp_path / "settings" / "preferences.json"


@pytest.fixture
def english(remembered):
    """Whatever the system speaks, and whatever look it has."""
    preferences.store(remembered, Preferences(language="en", appearance=Appearance.LIGHT))


@pytest.fixture
def program(qtbot, qapp, english, remembered):
    program = Program(Folders.below(remembered.parent))
    yield program
    close_all(program)
    theme.wear(qapp, Appearance.LIGHT)
    speak(qapp, "en")


def close_all(program):
    for window in list(program.windows):
        window.depart()
    for other in (program.start, program.dialog):
        if other is not None:
            other.close()
    program.recovering.leave()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def path(tmp_path):
    return Path(shutil.copy(SAMPLE, tmp_path / "dinner.journey"))


def recent(program):
    return [Path(each.path).name for each in preferences.load(program._folders.preferences).recent]


def rename(window, title="Other"):
    window.session.edit("Rename", edit_project(window.session.project, title=title))


def test_a_file_is_opened_once_and_remembered_each_in_a_window_of_its_own(program, path):
    program.open_path(path)
    assert program.windows[0].session.path == path
    assert recent(program) == ["dinner.journey"]
    program.open_path(path)
    program.open_path(path.parent / ".." / path.parent.name / path.name)
    assert len(program.windows) == 1
    program.open_path(path)
    program.open_path(Path(shutil.copy(SAMPLE, path.with_name("lunch.journey"))))
    assert [window.session.path.stem for window in program.windows] == ["dinner", "lunch"]


def test_an_unreadable_file_opens_nothing(program, tmp_path):
    with pytest.raises(ReadError):
        program.open_path(tmp_path / "missing.journey")
    assert (program.windows, recent(program)) == ([], [])


def test_the_start_page_comes_once_and_goes_when_a_window_comes_of_which_nothing_has_to_be_filled_in(program):
    program.open_start()
    page = program.start
    program.open_start()
    assert program.start is page
    assert page.isVisible()
    program.begin(Wish())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert program.start is None
    (window,) = program.windows
    assert window.desk.target is not None
    assert window.session.path is None


def test_the_first_minute(program, qtbot):
    """Title, persona and stages are typed, Enter begins, and the next key would begin a card."""
    program.open_start()
    new = program.start.new
    QTest.keyClicks(new.title, "An evening")
    QTest.keyClicks(new.persona, "Maya, 34")
    QTest.keyClicks(new.stages, "Decide: compares, books; Arrive: finds it")
    QTest.keyClick(new.stages, Qt.Key.Key_Return)
    (window,) = program.windows
    journey = window.desk.journey
    assert (journey.title, window.session.project.personas[0].name) == ("An evening", "Maya")
    steps = steps_in_order(journey)
    assert [step.title for step in steps] == ["compares", "books", "finds it"]
    lane = next(lane for lane in journey.lanes if lane.kind == "actions")
    assert window.desk.target == Spot(lane.id, steps[0].id)
    assert window.focusWidget() is window.canvas
    assert not window.session.modified


def test_the_sample_is_a_project_without_a_file(program):
    program.open_start()
    QTest.mouseClick(program.start.sample_button, Qt.MouseButton.LeftButton)
    (window,) = program.windows
    assert (window.session.project.title, window.session.path) == ("Osteria Lume", None)


def test_a_recent_file_is_opened_from_the_page_where_the_list_follows_what_is_saved(program, path):
    program.open_start()
    program.remember(path)
    assert program.start.recents.item(0).text() == "dinner"
    program.open_path(path)
    program.windows[0].close()
    program.open_start()
    QTest.keyClick(program.start.recents, Qt.Key.Key_Return)
    assert [window.session.path for window in program.windows] == [path]


def test_a_file_that_is_gone_is_told_of_and_the_page_stays(program, path, monkeypatch):
    told = []
    monkeypatch.setattr("desktop.program.tell", lambda parent, sentence: told.append(sentence))
    program.remember(path)
    path.unlink()
    program.open_start()
    QTest.keyClick(program.start.recents, Qt.Key.Key_Return)
    assert "dinner.journey" in told[0]
    assert program.start.isVisible()


def test_a_file_can_be_taken_from_the_list(program, path):
    program.open_path(path)
    program.windows[0].close()
    program.open_start()
    QTest.keyClick(program.start.recents, Qt.Key.Key_Delete)
    assert (recent(program), program.start.recents.count()) == ([], 0)
    assert list(program._album._folder.glob("*")) == []
    assert path.exists()


def test_a_closed_window_leaves_a_picture_and_comes_back_fitted(program, path):
    program.open_path(path)
    program.windows[0].close()
    picture = program._album.picture(path)
    assert (picture.width(), picture.height()) == (320, 200)
    program.open_path(path)
    program.windows[0].close()
    program.open_path(path)
    assert program.windows[0].canvas.standpoint is None


def test_a_window_comes_back_as_it_was_left(program, path, remembered):
    program.open_path(path)
    window = program.windows[0]
    window.resize(790, 555)
    window.canvas.zoom_to(1.5)
    window.canvas.scroll_to(120, 80)
    window.close()
    again = Program(Folders.below(remembered.parent))
    again.open_path(path)
    found = again.windows[0].canvas.standpoint
    close_all(again)
    assert found == (1.5, (120, 80))


def test_an_edited_place_does_no_harm(program, path):
    program.remember(path)
    place = preferences.Place(geometry="no base64!", layout="no base64!", map="no base64!")
    program._prefer(program._preferences.left(path, place))
    program.open_path(path)
    assert program.windows[0].isVisible()


def test_where_nothing_can_be_remembered_it_works_all_the_same(qtbot, tmp_path, path):
    (tmp_path / "file").write_text("in the way")
    program = Program(Folders.below(tmp_path / "file"))
    program.open_path(path)
    program.windows[0].close()
    assert program.windows == []


def test_the_look_changes_at_once_in_all_windows_which_quitting_closes(program, path):
    program.open_path(path)
    program.choose(program._preferences.model_copy(update={"appearance": Appearance.DARK}))
    assert program.windows[0].palette().window().color().name() == "#1e2129"
    assert preferences.load(program._folders.preferences).appearance is Appearance.DARK
    program.open_path(path)
    program.begin(Wish())
    program.quit()
    assert program.windows == []


def test_a_logout_waits_until_all_is_kept_and_quitting_keeps_what_is_not_saved(program, path):
    program.open_path(path)
    rename(program.windows[0])
    assert program.keeps()
    assert program.windows[0].session.journal.standing.kept == 1
    rename(program.windows[0], "Not saved")
    program.quit()
    assert program.windows == []
    assert [each.title for each in program.recovering.found()] == ["Not saved"]


def test_quitting_asks_about_what_cannot_be_kept_and_who_ends_it_rescues_it_among_the_files(program, path):
    program.open_path(path)
    window = program.windows[0]
    program.keeping.journals.write_text("in the way")
    rename(window)
    window._may_close = lambda: False
    program.quit()
    del window._may_close
    assert program.windows == [window]
    program.end()
    assert program.windows == []
    (copy,) = path.parent.glob("dinner (rescued *.journey")
    assert read(copy).project.title == "Other"
    program.open_start()
    assert program.start.recents.item(0).text() == copy.stem


def test_a_name_is_the_same_file_wherever_the_program_goes(program, path, monkeypatch):
    monkeypatch.chdir(path.parent)
    program.open_path(Path(path.name))
    monkeypatch.chdir(path.anchor)
    rename(program.windows[0], "Not saved")
    program.end()
    assert [each.path for each in program.recovering.found()] == [path]


def test_a_fault_while_it_ends_costs_nothing(program, path, monkeypatch):
    program.open_path(path)
    rename(program.windows[0], "Not saved")
    monkeypatch.setattr(program.windows[0].outline, "commit", lambda: 1 / 0)
    program.end()
    monkeypatch.undo()
    assert [each.title for each in program.recovering.found()] == ["Not saved"]


def test_a_logout_that_must_ask_closes_what_can_be_closed(program, path):
    program.open_path(path)
    assert program.quits()
    assert program.windows == []


def test_another_language_makes_the_windows_anew_on_the_same_work(program, path, monkeypatch):
    monkeypatch.setattr(resources, "interface_language", lambda chosen, _system: chosen or "en")
    program.open_path(path)
    old = program.windows[0]
    rename(old)
    card = old.desk.journey.lanes[0].cards[:1]
    old.desk.select(each.id for each in card)
    old.canvas.zoom_to(1.5)
    session, selected = old.session, old.desk.selected
    program.choose(program._preferences.model_copy(update={"language": "de"}))
    (window,) = program.windows
    assert window is not old
    assert window.session is session
    assert window.desk.selected == selected
    assert window.canvas.zoom == 1.5
    assert session.undoable is not None


def test_what_was_typed_on_the_page_survives_another_language(program, monkeypatch):
    monkeypatch.setattr(resources, "interface_language", lambda chosen, _system: chosen or "en")
    program.open_start()
    QTest.keyClicks(program.start.new.stages, "Decide: compares")
    program.choose(program._preferences.model_copy(update={"language": "de"}))
    assert program.start.new.wish == Wish(stages="Decide: compares")
    assert program.start.isVisible()


def test_a_fresh_project_speaks_the_language_of_the_interface(program, monkeypatch):
    monkeypatch.setattr(resources, "interface_language", lambda chosen, _system: "de")
    program.begin(Wish())
    assert program.windows[0].session.project.language == "de"


def test_one_dialog_at_a_time_and_preferences_hold_at_once(program, qapp):
    program.show_preferences()
    assert isinstance(program.dialog, PreferencesDialog)
    box = program.dialog.appearance
    QTest.keyClick(box, Qt.Key.Key_End)
    box.activated.emit(box.currentIndex())
    assert qapp.property(theme.LOOK) == "dark"
    program.show_preferences()
    program.show_about()
    assert isinstance(program.dialog, AboutDialog)
    assert [type(each) for each in QApplication.topLevelWidgets() if each.isVisible()] == [AboutDialog]


def test_work_that_is_not_saved_is_kept(program, path):
    program.open_path(path)
    rename(program.windows[0], "Not saved")
    program.begin(Wish())
    assert program.keep() == Kept()
    assert program.windows[0].session.modified
    assert read(path).project.title == "Osteria Lume"


def test_comments_are_signed_with_the_name_that_was_chosen_a_file_that_was_renamed_is_one_more_with_its_picture(
    program, path
):
    program.choose(program._preferences.model_copy(update={"author": "Ana"}))
    program.open_path(path)
    assert program.author == "Ana"
    rename(program.windows[0])
    program.windows[0].session.save()
    assert program._album.picture(path) is not None
    program.open_path(path)
    window = program.windows[0]
    window.session.save_as(path.with_name("supper.journey"))
    assert recent(program) == ["supper.journey", "dinner.journey"]


def test_a_file_that_was_asked_for_is_opened_where_the_latest_file_is(program, path, monkeypatch):
    asked = []
    monkeypatch.setattr("desktop.program.Dialogs.which_file", lambda _self, folder: asked.append(folder))
    program.open_start()
    program.start.asked.emit()
    program.remember(path)
    program.start.asked.emit()
    assert asked == [Path.home(), path.parent]
    monkeypatch.setattr("desktop.program.Dialogs.which_file", lambda _self, _folder: path)
    program.open_start()
    QTest.mouseClick(program.start.open_button, Qt.MouseButton.LeftButton)
    assert [window.session.path for window in program.windows] == [path]


def test_a_second_window_does_not_hide_the_first_and_pictures_of_files_that_fell_off_the_list_are_swept(program, path):
    program.open_path(path)
    program.windows[0].close()
    assert program._album.picture(path) is not None
    program.forget(path)
    assert program._album.picture(path) is None
    """Only the first is put where the last one was closed; a file of its own goes where it was left itself."""
    program.open_path(path)
    program.windows[0].close()
    program.begin(Wish())
    place = program.windows[0].saveGeometry()
    program.begin(Wish())
    assert len(program.windows) == 2
    assert program.windows[0].saveGeometry() == place


def test_a_window_without_a_file_leaves_no_picture(program):
    program.begin(Wish())
    program.windows[0].close()
    assert not program._album._folder.exists()


def test_the_system_changing_its_look_changes_the_windows(program, qapp, monkeypatch):
    program.choose(program._preferences.model_copy(update={"appearance": Appearance.SYSTEM}))
    monkeypatch.setattr(theme, "look_of", lambda _appearance, _system: "dark")
    program.dress()
    assert qapp.property(theme.LOOK) == "dark"


def test_what_was_chosen_is_there_after_a_restart(program, remembered):
    program.choose(Preferences(language="de", appearance=Appearance.DARK, author="Ana"))
    again = Program(Folders.below(remembered.parent))
    assert (again.language, again.author, again._preferences.appearance) == ("de", "Ana", Appearance.DARK)


def test_the_page_speaks_the_language(program):
    program.choose(program._preferences.model_copy(update={"language": "de"}))
    program.open_start()
    assert program.start.new.button.text() == "Anlegen"
    program.begin(Wish())
    assert program.windows[0].acts["save"].text() == "Speichern"


def test_the_map_keeps_its_own_language(program, path):
    program.choose(program._preferences.model_copy(update={"language": "de"}))
    program.open_path(path)
    window = program.windows[0]
    assert window.session.project.language == "en"
    assert window.canvas.accessibleName() == resources.words("de")("canvas.name")


def test_the_preferences_stay_open_in_the_new_language(program):
    program.show_preferences()
    program.choose(program._preferences.model_copy(update={"language": "de"}))
    assert program.dialog.windowTitle() == "Einstellungen"
