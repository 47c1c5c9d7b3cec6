"""The real program in processes of its own, which share their folders as one start shares them with the next."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Timer

ROOT = Path(__file__).parent.parent
PATIENCE = 60
"""Seconds that a program may take for what it is about: one that waits for ever fails its test, and not all others."""

PROGRAM = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop import app
from desktop.dialogs.recoveryrow import Decision
from desktop.document.edits.facts import edit_project

def say(*words):
    print(*words, flush=True)

def entitle(window, title):
    window.session.edit("Rename", edit_project(window.session.project, title=title))
    assert window.session.journal.flush()
    say("kept")

def act(program):
{act}

real = app._tell_of_last

def told(program, hook, report):
    real(program, hook, report)
    QTimer.singleShot(0, program.recovering, lambda: act(program))

app._tell_of_last = told
sys.exit(app.run([Path(name) for name in sys.argv[1:]]))
"""


class Life:
    """One start of the program with its folders below `home`; `act` is what happens when everything is shown."""

    def __init__(self, home, act, *files):
        lines = "\n".join(f"    {line}" for line in act.strip("\n").splitlines())
        folders = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")
        kinds = {name: str(home / name.lower()) for name in folders}
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANGUAGE": "en", **kinds}
        command = [sys.executable, "-c", PROGRAM.replace("{act}", lines), *map(str, files)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )

    def hear(self):
        """The next line that it says; nothing when it is silent for so long that it is ended."""
        patience = Timer(PATIENCE, self.process.kill)
        patience.start()
        said = self.process.stdout.readline().strip()
        patience.cancel()
        return said

    def send(self, number):
        """A signal, as from another program."""
        self.process.send_signal(number)

    def end(self):
        """How it ended: its exit status, what else it said, and what it complained of."""
        said, complaints = self.process.communicate(timeout=PATIENCE)
        lines = [line for line in complaints.splitlines() if not line.startswith("This plugin does not support")]
        return self.process.returncode, said.split("\n")[:-1], lines


def journals(home):
    """Where such a program keeps what is not saved."""
    return home / "xdg_state_home" / "journeywall" / "journals"
