"""Children that live in `forked.py` or `driven.py` and are killed from here."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent


class Forks:
    """The process that forks; its children come one after the other."""

    def __init__(self, script: str = "forked.py") -> None:
        paths = map(str, (ROOT, HERE.parent, HERE))
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "QT_QPA_PLATFORM": "offscreen"}
        self._server = subprocess.Popen(
            [sys.executable, HERE / script],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def begin(self, deed: str, *arguments: object) -> "Child":
        """A child that does this deed, once it is ready."""
        self.tell(json.dumps([deed, *arguments], default=str))
        child = Child(int(self.hear().removeprefix("started ")), self)
        child.hear_until("ready")
        return child

    def tell(self, words: str) -> None:
        """A line for whoever listens: the server, or its child while there is one."""
        self._server.stdin.write(words + "\n")
        self._server.stdin.flush()

    def hear(self) -> str:
        """The next line that anybody says."""
        line = self._server.stdout.readline()
        assert line, "the process that forks has ended"
        return line.rstrip("\n")

    def close(self) -> None:
        with suppress(BrokenPipeError):  # it has ended by a fault, of which the test has told
            self._server.stdin.close()
        self._server.wait()
        self._server.stdout.close()


class Child:
    """A process that goes on until it is killed. heard: what it said."""

    def __init__(self, pid: int, forks: Forks) -> None:
        self.pid = pid
        self.heard: list[str] = []
        self._forks = forks

    def hear_until(self, word: str) -> None:
        """Waits for what it says after it was ready."""
        while not self.heard or self.heard[-1] != word:
            self._hear()

    def go_on_until(self, word: str, number: int) -> None:
        """Waits until it has said the word with this number, or a higher one."""
        while (self.last(word) or 0) < number:
            self._hear()

    def _hear(self) -> None:
        self.heard.append(self._forks.hear())
        assert not self.heard[-1].startswith("ended"), "the child has a fault"

    def said(self, word: str) -> str | None:
        """What it said last after this word; None when it has not."""
        return next((line.removeprefix(word) for line in reversed(self.heard) if line.startswith(word)), None)

    def does(self, *words: str) -> str:
        """What came of it."""
        self._forks.tell(" ".join(words))
        return self._forks.hear()

    def kill(self) -> None:
        """Ends it at once, and hears what it had said by then."""
        os.kill(self.pid, signal.SIGKILL)
        assert self.end() == signal.SIGKILL, "the child ended by itself"

    def end(self) -> int:
        """Waits until it ends; its status as the system tells it, and what it said by then is heard."""
        while not (line := self._forks.hear()).startswith("ended"):
            self.heard.append(line)
        return int(line.removeprefix("ended "))

    def last(self, word: str) -> int | None:
        """The number that it said last after this word."""
        said = self.said(word)
        return None if said is None else int(said)
