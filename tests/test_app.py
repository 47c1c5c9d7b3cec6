"""The process: how it starts, what it tells, how it ends."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import app, resources
from desktop.dialogs.questions import Dialogs, Held
from desktop.storage.errors import ReadError
from desktop.storage.locks import beside

ROOT = Path(__file__).parent.parent
SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture
def path(tmp_path):
    return shutil.copy(SAMPLE, tmp_path / "dinner.journey")


@pytest.fixture
def alone(tmp_path, monkeypatch, qapp):
    """Runs in this process, without touching what is remembered outside the test."""
    monkeypatch.setattr(app, "set_up", lambda: qapp)
    monkeypatch.setattr(app.preferences, "folders", lambda: app.preferences.Folders.below(tmp_path / "own"))
    monkeypatch.setattr(app.faulthandler, "enable", lambda *_: None)
    yield tmp_path
    while app._fault_file:
        app._fault_file.pop().close()
    # told to exit while it did not run, an application lets no loop wait any more until it has run once
    QTimer.singleShot(0, qapp.quit)
    qapp.exec()


def test_without_a_display_it_says_so(monkeypatch, capsys):
    monkeypatch.setattr(app.display, "trouble", lambda: "There is no display.")
    assert app.run([]) == app.FAILED
    assert "no display" in capsys.readouterr().err


def test_files_that_cannot_be_opened_are_told_of(alone, monkeypatch, capsys):
    told = []
    monkeypatch.setattr(app, "tell", lambda parent, sentence: told.append(sentence))
    assert app.run([alone / "missing.journey"]) == app.FAILED
    assert len(told) == 1
    assert "missing.journey" in capsys.readouterr().err


def test_without_a_home_it_says_what_to_do(alone, monkeypatch, capsys):
    def folders():
        raise ReadError("your home folder is not known", remedy="set HOME")

    told = []
    monkeypatch.setattr(app, "tell", lambda parent, sentence: told.append(sentence))
    monkeypatch.setattr(app.preferences, "folders", folders)
    assert app.run([]) == app.FAILED
    assert told == ["Your home folder is not known; set HOME."]
    assert told[0] in capsys.readouterr().err


def test_who_would_rather_not_open_a_file_has_done_nothing_wrong(alone, path, monkeypatch):
    beside(path).write_text("somebody's")
    monkeypatch.setattr(Dialogs, "held", lambda *_: Held.CANCEL)
    assert app.run([path]) == app.DONE
    assert beside(path).read_text() == "somebody's"


@pytest.mark.skipif(sys.platform == "win32", reason="signals end the process at once there")
def test_whoever_ends_the_program_while_it_asks_sees_no_other_file(alone, path, monkeypatch):
    def held(*_):
        os.kill(os.getpid(), signal.SIGTERM)
        QTest.qWait(50)
        return Held.CANCEL

    beside(path).write_text("somebody's")
    monkeypatch.setattr(Dialogs, "held", held)
    assert app.run([path, shutil.copy(SAMPLE, path.with_name("lunch.journey"))]) == app.DONE


def seen_while_running(paths, look):
    """What `look` finds, once it finds something, in all windows that are open; then they are closed."""
    seen = []

    def peep():
        seen.extend(look([widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]))
        if seen:
            QApplication.closeAllWindows()
        else:
            QTimer.singleShot(50, peep)

    QTimer.singleShot(50, peep)
    assert app.run(paths) == app.DONE
    return seen


def titles_while_running(paths):
    return seen_while_running(paths, lambda widgets: [widget.windowTitle() for widget in widgets])


def test_a_running_program_shows_its_files(alone, path):
    assert titles_while_running([path]) == ["Osteria Lume[*] – Journeywall"]


def test_without_a_file_it_shows_the_page_to_begin_on(alone):
    assert titles_while_running([]) == ["Journeywall"]


def test_a_native_fault_of_the_start_before_is_shown(alone, path):
    fault = alone / "own" / "reports" / app.FAULTS
    fault.parent.mkdir(parents=True)
    fault.write_text("Fatal Python error: Segmentation fault")

    def reports(widgets):
        return [box.report.toPlainText() for box in widgets if hasattr(box, "report")]

    assert seen_while_running([path], reports) == ["Fatal Python error: Segmentation fault"]
    assert fault.read_text() == ""


def test_of_a_long_report_the_beginning_is_shown(tmp_path):
    (tmp_path / app.FAULTS).write_bytes(b"Fatal" + bytes(10_000_000))
    report = app._faults_go_to(tmp_path / app.FAULTS)
    app.faulthandler.disable()
    app._fault_file.pop().close()
    assert (report[:5], len(report)) == ("Fatal", app.LONGEST_FAULT)


def test_where_no_fault_can_be_kept_it_starts_all_the_same(alone, path):
    (alone / "own").write_text("in the way")
    assert titles_while_running([path]) == ["Osteria Lume[*] – Journeywall"]


CHILD = """
import sys
from pathlib import Path
from PySide6.QtCore import QMimeData, QTimer
from PySide6.QtGui import QGuiApplication
from desktop import app

real = app.Program.open_start

def first(program):
    program.open_sample()
    window = program.windows[0]
    def leave():
        print(window.canvas.view.reach, flush=True)
        {action}
    QTimer.singleShot(50, window, leave)

app.Program.open_start = first
sys.exit(app.run([]))
"""


def run_child(action, tmp_path):
    folders = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "HOME")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **dict.fromkeys(folders, str(tmp_path))}
    command = [sys.executable, "-c", CHILD.format(action=action)]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def complaints(done):
    return [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")]


def test_the_process_ends_with_status_0_and_nothing_to_say(tmp_path):
    done = run_child("program.quit()", tmp_path)
    assert (done.returncode, done.stdout.strip()) == (0, "(0, 0)")
    assert complaints(done) == []


COPY = """data = QMimeData()
        data.setText("kept")
        data.setData("application/x-journeywall", b"{}")
        QGuiApplication.clipboard().setMimeData(data)
        program.quit()"""


def test_what_was_copied_does_not_end_the_process_with_a_fault(tmp_path):
    done = run_child(COPY, tmp_path)
    assert (done.returncode, complaints(done)) == (0, [])


def test_copied_cards_do_not_either(tmp_path):
    done = run_child('window.selecting.all(); window.acts["copy"].trigger(); program.quit()', tmp_path)
    assert (done.returncode, complaints(done)) == (0, [])


def test_a_fault_is_reported_the_work_kept_and_the_program_goes_on(tmp_path):
    action = """from desktop.document.edits.facts import edit_project
        kept = lambda journal: journal.flush() and journal.standing.kept
        window.session.edit("Rename", edit_project(window.session.project, title="Not saved"))
        QTimer.singleShot(0, window, lambda: 1 / 0)
        QTimer.singleShot(100, window, lambda: print(kept(window.session.journal), flush=True))
        QTimer.singleShot(200, window, program.quit)"""
    done = run_child(action, tmp_path)
    assert done.stdout.splitlines()[-1] == "1"
    assert "ZeroDivisionError" in done.stderr
    assert "ZeroDivisionError" in next(tmp_path.rglob("reports.txt")).read_text("utf-8")
    assert done.returncode == 0
