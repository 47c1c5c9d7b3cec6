"""The real program in processes of its own, which share their folders as one start shares them with the next.

They are forked by born.py, which has read the program's modules and done nothing else yet: they begin, run and end as
any other does.
"""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer

ROOT = Path(__file__).parent.parent
PATIENCE = 60
"""Seconds that a program may take for what it is about: one that waits for ever fails its test, and not all others."""

FOLDERS = ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME")


class Nursery:
    """The process that programs are forked from."""

    def __init__(self):
        found = {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
        self._server = subprocess.Popen(
            [sys.executable, ROOT / "tests" / "born.py"],
            cwd=ROOT,
            env=os.environ | found,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, *words):
        """The number that it answers."""
        self._server.stdin.write(json.dumps(words) + "\n")
        self._server.stdin.flush()
        return int(self._server.stdout.readline())

    def close(self):
        """When there is nobody left."""
        self._server.communicate()


class Life:
    """One start of the program with its folders below `home`; `act` is what happens when everything is shown."""

    def __init__(self, nursery, home, number, act, *files):
        self._nursery = nursery
        self._complaints = home / f"complaints {number}"
        self._complaints.touch()
        pipe = home / f"said {number}"
        os.mkfifo(pipe)
        folders = {name: str(home / name.lower()) for name in FOLDERS}
        self._status = None
        self._pid = nursery.ask("live", act, list(map(str, files)), folders, str(pipe), str(self._complaints))
        self._said = pipe.open()
        pipe.unlink()

    def hear(self):
        """The next line that it says; nothing when it is silent for so long that it is ended."""
        patience = self._patience()
        said = self._said.readline().strip()
        patience.cancel()
        return said

    def _patience(self):
        patience = Timer(PATIENCE, self.send, [signal.SIGKILL])
        patience.start()
        return patience

    def send(self, number):
        """A signal, as from another program."""
        os.kill(self._pid, number)

    def end(self):
        """How it ended: its exit status, what else it said, and what it complained of."""
        patience = self._patience()
        said = self._said.read()
        self._wait()
        patience.cancel()
        complaints = self._complaints.read_text().splitlines()
        lines = [line for line in complaints if not line.startswith("This plugin does not support")]
        return self._status, said.split("\n")[:-1], lines

    def close(self):
        """Killed, if it still lives."""
        if self._status is None:
            with suppress(ProcessLookupError):
                self.send(signal.SIGKILL)
            self._wait()
        self._said.close()

    def _wait(self):
        if self._status is None:
            self._status = self._nursery.ask("wait", self._pid)


def journals(home):
    """Where such a program keeps what is not saved."""
    return home / "xdg_state_home" / "journeywall" / "journals"
