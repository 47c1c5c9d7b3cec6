"""The program with its windows: what opens first, what is remembered, how it ends."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import app, preferences, resources
from desktop.document.edits.facts import edit_project
from desktop.storage.errors import ReadError

ROOT = Path(__file__).parent.parent
SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def remembered(tmp_path):
    return tmp_path / "settings" / "preferences.json"


@pytest.fixture
def program(qtbot, remembered):
    program = app.Program(remembered)
    yield program
    for window in list(program.windows):
        window._may_close = lambda: True
        window.close()


@pytest.fixture
def path(tmp_path):
    return shutil.copy(SAMPLE, tmp_path / "dinner.journey")


def test_the_first_view_is_the_sample_as_a_new_project(program):
    program.open_first()
    (window,) = program.windows
    assert window.session.project.title == "Osteria Lume"
    assert window.session.path is None
    assert not window.session.modified


def test_later_it_is_an_untitled_project(program, path):
    program.remember(path)
    program.open_first()
    (window,) = program.windows
    assert window.windowTitle() == "Untitled[*] – Journeywall"
    assert window.canvas.has_scene


def test_a_file_is_opened_and_remembered(program, path, remembered):
    program.open_path(path)
    assert program.windows[0].session.path == path
    assert [each.path for each in preferences.load(remembered).recent] == [str(path)]


def test_a_file_is_opened_once(program, path):
    program.open_path(path)
    program.open_path(path.parent / ".." / path.parent.name / path.name)
    assert len(program.windows) == 1


def test_an_unreadable_file_opens_nothing(program, tmp_path):
    with pytest.raises(ReadError):
        program.open_path(tmp_path / "missing.journey")
    assert program.windows == []


def test_a_window_comes_back_where_it_was(program, path, remembered):
    program.open_path(path)
    program.windows[0].resize(790, 555)
    program.windows[0].close()
    assert program.windows == []
    again = app.Program(remembered)
    again.open_path(path)
    (window,) = again.windows
    assert window.height() == 555
    window.close()


def test_an_edited_geometry_does_no_harm(qtbot, remembered, path):
    preferences.store(remembered, preferences.Preferences(place=preferences.Place(geometry="no base64!")))
    program = app.Program(remembered)
    program.open_path(path)
    program.windows[0].close()


def test_where_nothing_can_be_remembered_it_works_all_the_same(qtbot, tmp_path, path):
    (tmp_path / "file").write_text("in the way")
    program = app.Program(tmp_path / "file" / "preferences.json")
    program.open_path(path)
    program.windows[0].close()
    assert program.windows == []


def test_quitting_closes_all_windows(program, path):
    program.open_path(path)
    program.open_start()
    program.quit()
    assert program.windows == []


def test_quitting_stops_at_a_window_that_stays(program, path):
    program.open_path(path)
    window = program.windows[0]
    session = window.session
    session.edit("Rename", edit_project(session.project, title="Other"))
    window._may_close = lambda: False
    program.quit()
    assert program.windows == [window]


def test_the_interface_is_set_in_the_bundled_typeface(qapp):
    app.theme.dress(qapp, resources.typesetter().fonts)
    assert qapp.font().families() == ["JW Inter"]
    assert qapp.font().pixelSize() == 13


def test_without_a_display_it_says_so(monkeypatch, capsys):
    monkeypatch.setattr(app.display, "trouble", lambda: "There is no display.")
    assert app.run([]) == app.FAILED
    assert "no display" in capsys.readouterr().err


CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desktop import app

real = app.Program.open_first

def first(program):
    real(program)
    window = program.windows[0]
    def leave():
        from PySide6.QtGui import QGuiApplication
        QGuiApplication.clipboard().setText("kept")
        print(window.canvas.view.reach, flush=True)
        {action}
    QTimer.singleShot(300, window, leave)

app.Program.open_first = first
sys.exit(app.run([]))
"""


def run_child(action, tmp_path):
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": str(tmp_path),
        "HOME": str(tmp_path),
    }
    command = [sys.executable, "-c", CHILD.format(action=action)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def test_the_process_ends_with_status_0_and_nothing_to_say(tmp_path):
    done = run_child("program.quit()", tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "(0, 0)")
    assert [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")] == []


def test_a_fault_is_reported_and_the_program_goes_on(tmp_path):
    action = """QTimer.singleShot(0, window, lambda: 1 / 0)
        QTimer.singleShot(200, window, lambda: print("still here", flush=True))
        QTimer.singleShot(400, window, program.quit)"""
    done = run_child(action, tmp_path)
    assert done.stdout.splitlines()[-1] == "still here"
    assert "ZeroDivisionError" in done.stderr
    assert done.returncode == 0


def test_files_that_cannot_be_opened_are_told_of(tmp_path, monkeypatch, capsys, qapp):
    told = []
    monkeypatch.setattr(app, "set_up", lambda: qapp)
    monkeypatch.setattr(app, "tell", lambda parent, sentence: told.append(sentence))
    monkeypatch.setattr(app.preferences, "preferences_path", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr(app.faulthandler, "enable", lambda: None)
    assert app.run([tmp_path / "missing.journey"]) == app.FAILED
    assert len(told) == 1
    assert "missing.journey" in capsys.readouterr().err


def test_a_running_program_shows_its_files(tmp_path, monkeypatch, qapp, path):
    seen = []
    monkeypatch.setattr(app, "set_up", lambda: qapp)
    monkeypatch.setattr(app.preferences, "preferences_path", lambda: tmp_path / "preferences.json")
    monkeypatch.setattr(app.faulthandler, "enable", lambda: None)

    def look():
        seen.extend(widget.windowTitle() for widget in QApplication.topLevelWidgets() if widget.isVisible())
        QApplication.closeAllWindows()

    QTimer.singleShot(100, look)
    assert app.run([path]) == app.DONE
    assert seen == ["Osteria Lume[*] – Journeywall"]
