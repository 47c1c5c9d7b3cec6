"""The program itself on a file, driven from within: `python driven.py PLAN FILE`; nothing of it is replaced.

Plans: “copy” and “save” edit by key, copy and quit, one of them saving before; “edits” and “saves” go on until killed.
Without arguments it waits for lines of JSON, `[plan, file, home]`, and forks a program for each as `forked.py` does: it
begins, runs and ends like any other, but that the modules are there already.
"""

import json
import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.document.base import changed
from desktop.document.edits.begin import first_spot
from desktop.program import Program
from desktop.window import Window

HOMES = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")
CTRL = Qt.KeyboardModifier.ControlModifier


def say(words: str) -> None:
    """At once, whichever thread it is."""
    os.write(1, words.encode() + b"\n")


def copy(_program: Program, window: Window) -> None:
    """Types a card, copies all that is on the map, and quits with what is not saved."""
    canvas = window.canvas
    window.desk.aim(first_spot(window.desk.journey))
    canvas.setFocus()
    for letter in "A new card":
        QTest.keyClick(canvas.writer or canvas, letter)
    QTest.keyClick(canvas.writer, Qt.Key.Key_Return, CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_A, CTRL)
    QTest.keyClick(canvas, Qt.Key.Key_C, CTRL)
    say(f"copied {QApplication.clipboard().text().count('A new card')}")
    say(f"modified {window.session.modified}")
    QTest.keyClick(window, Qt.Key.Key_Q, CTRL)


def save(program: Program, window: Window) -> None:
    """The same, and what is copied then was saved before."""
    window.session.saved.connect(lambda _path: QTimer.singleShot(0, window, lambda: copy(program, window)))
    rename(window, 0)
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)


def edits(_program: Program, window: Window) -> None:
    """Edit after edit; says how many are kept."""
    window.session.kept.connect(lambda: say(f"kept {window.session.journal.standing.kept}"))
    numbers = count(1)
    every(window, lambda: rename(window, next(numbers)))


def saves(_program: Program, window: Window) -> None:
    """Save after save; says which are done."""
    numbers = count(1)

    def go_on() -> None:
        rename(window, next(numbers))
        QTest.keyClick(window, Qt.Key.Key_S, CTRL)

    window.session.saved.connect(lambda _path: say(f"saved {window.session.project.title}"))
    window.session.saved.connect(lambda _path: QTimer.singleShot(0, window, go_on))
    go_on()


def rename(window: Window, number: int) -> None:
    project = window.session.project
    window.session.edit("Rename", changed(project, title=f"{number}"), window.desk.map_id)


def every(window: Window, deed: Callable[[], None]) -> None:
    """As often as Qt has time for it."""
    timer = QTimer(window, interval=1)
    timer.timeout.connect(deed)
    timer.start()


PLANS = {"copy": copy, "save": save, "edits": edits, "saves": saves}


def drive(plan: str, path: str) -> int:
    """The exit status of the program, which begins with the plan once its first window is there."""
    open_all = app._open_all

    def opened(program: Program, paths: list[Path]) -> None:
        open_all(program, paths)
        window = program.windows[0]
        QTimer.singleShot(200, window, lambda: begin(program, window))

    def begin(program: Program, window: Window) -> None:
        say("ready")
        PLANS[plan](program, window)

    app._open_all = opened
    return app.run([Path(path)])


def serve() -> int:
    """Forks until there is nothing more to read; in a child it returns the status of the program."""
    for line in sys.stdin:
        plan, path, home = json.loads(line)
        child = os.fork()
        if child == 0:
            say(f"started {os.getpid()}")
            os.environ.update(dict.fromkeys(HOMES, home))
            return drive(plan, path)
        say(f"ended {os.waitpid(child, 0)[1]}")
    return 0


if __name__ == "__main__":
    sys.exit(drive(*sys.argv[1:]) if sys.argv[1:] else serve())
