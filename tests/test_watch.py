"""A file that somebody else writes is noticed by what it holds, and our own saves are not."""

import os
import shutil
from threading import Event

import pytest
from PySide6.QtCore import QFileSystemWatcher, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.dialogs.conflict import Conflict
from desktop.session import Session
from desktop.storage.atomic import write_file
from desktop.storage.files import Disk

SOON = 50
"""Ms from a hint to the look."""


@pytest.fixture(autouse=True)
def _soon(monkeypatch):
    """A fifth of what people wait for."""
    monkeypatch.setattr("desktop.watch.SOON", SOON)


@pytest.fixture
def told(window):
    """What the window's watch has noticed."""
    noticed = []
    window.watch.noticed.connect(noticed.append)
    return noticed


@pytest.fixture
def deaf(window):
    """No hints come, as from network drives."""
    hints = window.watch.findChild(QFileSystemWatcher)
    hints.removePaths([*hints.files(), *hints.directories()])


def rename(window, title):
    window.maps.rename(window.desk.map_id, title)


def others(path, title="Theirs"):
    """Somebody else's version of the file, as bytes."""
    session = Session.open(path)
    project = session.project
    journey = project.maps[0].model_copy(update={"title": title})
    other = Session(session.opened)
    other.edit("", project.model_copy(update={"maps": (journey,)}))
    copy = path.with_name("others.copy")
    other.save_copy(copy)
    data = copy.read_bytes()
    copy.unlink()
    return data


def replace(path, data):
    """As programs do that write beside a file and put that in its place."""
    write_file(path, data)


def waited(qtbot, told, *expected):
    qtbot.waitUntil(lambda: told == list(expected), timeout=10_000)


def test_a_file_that_is_replaced_is_noticed_each_time(qtbot, window, told, path):
    data = others(path), path.read_bytes()
    replace(path, data[0])
    waited(qtbot, told, Disk.CHANGED)
    assert window.banners.shown["disk"].text.text() == "“dinner.journey” was changed by another program."
    replace(path, data[1])
    waited(qtbot, told, Disk.CHANGED, Disk.SAME)
    replace(path, data[0])
    waited(qtbot, told, Disk.CHANGED, Disk.SAME, Disk.CHANGED)


def test_a_file_that_is_written_in_place_is_noticed(qtbot, window, told, path):
    path.write_bytes(others(path))
    waited(qtbot, told, Disk.CHANGED)


def test_a_file_that_is_touched_or_saved_by_us_is_no_alarm(qtbot, window, told, path):
    os.utime(path, (1, 1))
    shutil.copy(path, path.with_name("copy"))
    path.with_name("copy").replace(path)
    QTest.qWait(3 * SOON)
    window.watch.look()
    assert (told, window.banners.shown) == ([], {})
    for title in ("one", "two", "three"):
        rename(window, title)
        window.files.save()
        QTest.qWait(SOON // 2)
    QTest.qWait(3 * SOON)
    window.watch.look()
    assert told == []


def test_a_look_during_a_save_waits_until_it_has_ended(qtbot, window, told, path, monkeypatch):
    busy = [True]
    monkeypatch.setattr(window.watch, "_busy", lambda: busy[0])
    replace(path, others(path))
    window.watch.look()
    QTest.qWait(2 * SOON)
    assert told == []
    busy.clear()
    busy.append(False)
    waited(qtbot, told, Disk.CHANGED)


def test_an_answer_that_a_save_has_overtaken_counts_for_nothing(qtbot, window, told, monkeypatch):
    gate, asked, ask = Event(), [], window.session.on_disk

    def slowly():
        asked.append(gate.wait(10))
        return Disk.CHANGED if len(asked) == 1 else ask()

    monkeypatch.setattr("desktop.watch.PATIENCE", 0.0)
    monkeypatch.setattr(window.session, "on_disk", slowly)
    window.watch.look()
    rename(window, "Mine")
    window.files.save()
    gate.set()
    qtbot.waitUntil(lambda: len(asked) > 1, timeout=10_000)
    assert told == []


def test_a_look_that_breaks_is_no_secret_and_a_file_that_cannot_be_read_can_be_saved_elsewhere(
    window, monkeypatch, qtbot, told
):
    def broken():
        raise RuntimeError("broken")

    monkeypatch.setattr(window.session, "on_disk", broken)
    with pytest.raises(RuntimeError, match="broken"):
        window.watch.look()
    monkeypatch.setattr(window.session, "on_disk", lambda: Disk.UNREADABLE)
    window.watch.look()
    waited(qtbot, told, Disk.UNREADABLE)
    assert texts(window) == ["Save as…"]
    assert "cannot be read at present" in window.banners.shown["disk"].text.text()


def test_a_file_that_is_gone_for_a_moment_is_no_alarm_and_one_that_comes_back_leaves_nothing_to_save(
    window, told, path, qtbot
):
    data = path.read_bytes()
    path.unlink()
    window.watch.look()
    path.write_bytes(data)
    window.watch.look()
    assert told == []
    data = path.read_bytes()
    path.unlink()
    waited(qtbot, told, Disk.GONE)
    assert "not there any more" in window.banners.shown["disk"].text.text()
    path.write_bytes(data)
    waited(qtbot, told, Disk.GONE, Disk.SAME)
    assert window.banners.shown == {}
    assert (window.session.modified, window.isWindowModified()) == (False, False)
    told.clear()
    path.rename(path.with_name("away"))
    waited(qtbot, told, Disk.GONE)
    path.with_name("away").rename(path)
    waited(qtbot, told, Disk.GONE, Disk.SAME)
    assert not window.session.modified


def test_without_hints_coming_back_to_the_window_is_enough(qtbot, window, told, path, deaf):
    elsewhere = QWidget()
    qtbot.addWidget(elsewhere)
    elsewhere.show()
    with qtbot.waitActive(elsewhere):
        elsewhere.activateWindow()
    replace(path, others(path))
    QTest.qWait(50)
    assert told == []
    with qtbot.waitActive(window):
        window.activateWindow()
    assert told == [Disk.CHANGED]


def test_without_hints_a_window_in_front_looks_now_and_then(qtbot, window, told, path, deaf):
    window.watch.findChildren(QTimer)[1].setInterval(50)
    replace(path, others(path))
    waited(qtbot, told, Disk.CHANGED)


def test_saving_under_another_name_watches_that_file(qtbot, window, told, path, script):
    script.target = path.with_name("elsewhere.journey")
    window.files.save_as()
    replace(path, others(path))
    QTest.qWait(3 * SOON)
    assert told == []
    replace(script.target, others(path))
    waited(qtbot, told, Disk.CHANGED)


def test_a_project_without_a_file_is_not_watched(open_window, sample):
    window = open_window(Session(sample))
    window.watch.look()
    assert window.watch.found is Disk.SAME


def test_a_closed_window_watches_nothing(window):
    watch = window.watch
    hints = watch.findChild(QFileSystemWatcher)
    window.close()
    assert hints.files() == hints.directories() == []


def texts(window):
    return [button.text() for button in window.banners.shown["disk"].buttons]


def noticed(window, path, data):
    replace(path, data)
    window.watch.look()


def test_with_changes_one_can_keep_ones_own_or_compare_both_and_decide_over_that(window, path, script):
    rename(window, "Mine")
    noticed(window, path, others(path))
    assert texts(window) == ["Load theirs", "Compare…", "Keep mine"]
    assert "and you have changed it here" in window.banners.shown["disk"].text.text()
    press(window, 1)
    ((mine, theirs, ways),) = script.compared
    assert (mine.maps[0].title, theirs.maps[0].title) == ("Mine", "Theirs")
    assert ways == (Conflict.THEIRS, Conflict.MINE)
    assert window.session.modified
    script.weighed = Conflict.THEIRS
    press(window, 1)
    assert window.desk.journey.title == "Theirs"


def test_without_changes_of_ones_own_there_is_nothing_to_keep_but_what_is_changed_later_can_be_kept(window, path):
    noticed(window, path, others(path))
    assert texts(window) == ["Load theirs", "Compare…"]
    rename(window, "Mine")
    assert texts(window)[-1] == "Keep mine"
    window.undo()
    assert texts(window) == ["Load theirs", "Compare…"]


def press(window, number):
    window.banners.shown["disk"].buttons[number].click()


def test_theirs_is_loaded_and_undo_brings_back_mine(qtbot, window, told, path):
    rename(window, "Mine")
    noticed(window, path, others(path))
    press(window, 0)
    assert (window.desk.journey.title, window.session.modified) == ("Theirs", False)
    assert "Undo brings back what was here" in window.statusBar().currentMessage()
    waited(qtbot, told, Disk.CHANGED, Disk.SAME)
    assert window.banners.shown == {}
    window.undo()
    assert (window.desk.journey.title, window.session.modified) == ("Mine", True)


def test_mine_is_kept(window, told, path):
    rename(window, "Mine")
    noticed(window, path, others(path))
    press(window, 2)
    assert Session.open(path).project.maps[0].title == "Mine"
    assert (told, window.banners.shown) == ([Disk.CHANGED, Disk.SAME], {})


def test_theirs_that_cannot_be_read_is_told_of(window, script, path):
    rename(window, "Mine")
    noticed(window, path, b"{")
    press(window, 0)
    press(window, 1)
    assert len(script.told) == 2
    assert window.desk.journey.title == "Mine"


def test_a_path_that_became_a_folder_is_no_file(qtbot, window, told, path):
    path.unlink()
    path.mkdir()
    waited(qtbot, told, Disk.GONE)


def test_a_folder_that_became_a_file_is_told_of_once(qtbot, window, told, path):
    path.parent.rename(path.parent.with_name("away"))
    path.parent.write_text("in the way")
    window.watch.look()
    waited(qtbot, told, Disk.UNREADABLE)
    window.watch.look()
    assert told == [Disk.UNREADABLE]


def test_a_window_in_another_language_goes_on_watching(window, open_window, path):
    fresh = open_window(window.session)
    window.dismiss()
    noticed(fresh, path, others(path))
    assert texts(fresh) == ["Load theirs", "Compare…"]


def test_a_window_whose_file_is_gone_asks_before_it_closes_and_writes_it_anew(qtbot, window, told, script, path):
    path.unlink()
    waited(qtbot, told, Disk.GONE)
    assert (window.session.modified, window.isWindowModified()) == (True, True)
    assert not window.close()
    assert len(script.asked) == 1
    assert texts(window) == ["Save", "Save as…"]
    press(window, 0)
    assert path.exists()
    assert window.banners.shown == {}


def test_a_file_that_is_only_read_has_nothing_to_keep_and_gone_can_be_saved_elsewhere(qtbot, open_window, path):
    window = open_window(Session.open(path, read_only=True))
    noticed(window, path, others(path))
    assert texts(window) == ["Load theirs", "Compare…"]
    press(window, 0)
    assert window.desk.journey.title == "Theirs"
    path.unlink()
    qtbot.waitUntil(lambda: "Save as…" in texts(window), timeout=10_000)
    assert texts(window) == ["Save as…"]
