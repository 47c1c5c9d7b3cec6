"""The process that programs are forked from, so that each finds its modules there: see lives.py.

Reads lines of JSON: `["live", act, files, folders, said, complained]` forks a program and says its number, `["wait",
number]` says how that one ended.
"""

import json
import os
import signal
import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import app
from desktop.dialogs.recoveryrow import Decision
from desktop.document.edits.facts import edit_project

tell_of_last = app._tell_of_last


def say(*words):
    """At once, to whoever started it."""
    os.write(1, " ".join(map(str, words)).encode() + b"\n")


def entitle(window, title):
    """An edit; says when it is kept."""
    window.session.edit("Rename", edit_project(window.session.project, title=title))
    assert window.session.journal.flush()
    say("kept")


WORDS = {each.__name__: each for each in (say, entitle, os, signal, Qt, QTest, QTimer, QApplication, Decision)}
"""What an act may speak of besides the program."""


def live(act, files, folders, said, complained):
    """The program's exit status; `act` is what happens when everything is shown."""

    def told(program, hook, report):
        tell_of_last(program, hook, report)
        QTimer.singleShot(0, program.recovering, lambda: exec(act, WORDS | {"program": program}))

    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(os.open(said, os.O_WRONLY), 1)
    os.dup2(os.open(complained, os.O_WRONLY), 2)
    os.environ.update(folders)
    app._tell_of_last = told
    return app.run([Path(name) for name in files])


def serve():
    """Until there is nothing more to read; in a child it returns the status of the program."""
    while line := sys.stdin.readline():
        what, *how = json.loads(line)
        if what == "wait":
            say(os.waitstatus_to_exitcode(os.waitpid(*how, 0)[1]))
        elif child := os.fork():
            say(child)
        else:
            return live(*how)
    return 0


if __name__ == "__main__":
    sys.exit(serve())
