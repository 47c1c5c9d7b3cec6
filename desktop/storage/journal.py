"""What was done since the last save, on the disk a moment later: written by a thread of its own, never waited for."""

import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop.document.project import Project
from desktop.storage.assets import Asset
from desktop.storage.clerk import Clerk
from desktop.storage.handed import Begun, Brought, Edited, Handed, Jotted, Stored, Typed
from desktop.storage.journallines import Origin

__all__ = ["Journal", "Origin", "Standing"]

PAUSE, LONGEST_PAUSE = 0.5, 10.0
"""Seconds until a disk that failed is tried again: the first time, and at most."""

CLOSING = 5.0
"""Seconds that closing waits for a disk that does not answer."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Standing:
    """How many edits were handed in and how many of these are on the disk, synced.

    An edit is acknowledged when `kept` reaches its number. trouble: one sentence why edits cannot be kept at present.
    """

    handed: int = 0
    kept: int = 0
    trouble: str = ""


def _nobody() -> None:
    pass


class Journal:
    """Of one session. Nothing is on the disk before there is something to lose.

    folder: of all journals. dump: the whole project file for a value, called in the journal's thread.
    told: called in the journal's thread whenever `standing` has changed there.
    """

    def __init__(self, folder: Path, dump: Callable[[Project], bytes], told: Callable[[], None] = _nobody) -> None:
        self._clerk = Clerk(folder, dump)
        self._told = told
        self._turn = threading.Condition()
        self._waiting: deque[Handed] = deque()
        self._standing = Standing()
        self._thread: threading.Thread | None = None
        self._busy = False
        self._hurry = False
        self._tries = 0
        self._pause = PAUSE
        self._keep: bool | None = None
        """How to end, once that is known."""

    @property
    def standing(self) -> Standing:
        """How far the disk has come; never waits."""
        return self._standing

    def begin(self, origin: Origin, project: Project | None = None) -> None:
        """What is recorded from now on came from there, and gets a whole copy of its own below it.

        project: the value that stands in that file; an undo that leads back to it leaves nothing to recover.
        """
        self._hand_in(Begun(time.time(), origin, project))

    def record(self, before: Project, after: Project, label: str = "", map_id: str = "") -> None:
        """One edit, undo or redo; returns at once. With the same value twice: that no file has it any more."""
        with self._turn:
            number = self._standing.handed + 1
            self._standing = Standing(number, self._standing.kept, self._standing.trouble)
            self._hand_in(Edited(number, time.time(), before, after, label, map_id))

    def keep_asset(self, key: str, asset: Asset) -> None:
        """A picture that has come since; hand it in before the edit that names it."""
        self._hand_in(Brought(time.time(), key, asset))

    def draft(self, candidate: Project | None) -> None:
        """What the project would be with the text being typed, in place of the draft before; None when typing ends.

        An edit ends it too.
        """
        self._hand_in(Typed(time.time(), candidate))

    def jot(self, lines: Mapping[str, str]) -> None:
        """What stands now in lines that nobody has entered, by their names, in place of what stood there before."""
        self._hand_in(Jotted(time.time(), lines))

    def saved(self, origin: Origin, project: Project) -> None:
        """`project` stands in that file now: what led up to it is no longer unsaved, later edits still are."""
        with self._turn:
            self._hurry = True  # a disk that failed may have nothing left to keep
            self._hand_in(Stored(time.time(), origin, project))

    def flush(self, timeout: float = 5.0) -> bool:
        """Whether everything handed in is on the disk; waits for it, but not longer than a try that fails."""
        with self._turn:
            if self._thread is None:
                return True
            enough = self._tries + 1 + self._busy
            self._hurry = True
            self._turn.notify_all()
            self._turn.wait_for(lambda: self._is_done() or self._tries >= enough or self._has_ended(), timeout)
            return self._is_done()

    def close(self, *, keep: bool) -> None:
        """Ends the thread. keep: unsaved edits are left for the next start, else they go to the bin for 30 days."""
        with self._turn:
            self._keep = keep if self._keep is None else self._keep
            self._turn.notify_all()
        if self._thread is not None:
            self._thread.join(CLOSING)

    def _hand_in(self, one: Handed) -> None:
        with self._turn:
            if self._keep is not None:
                return
            self._waiting.append(one)
            if self._thread is None and not isinstance(one, Begun):
                self._thread = threading.Thread(target=self._run, name="journal", daemon=True)
                self._thread.start()
            self._turn.notify_all()

    def _is_done(self) -> bool:
        return not (self._waiting or self._busy or self._standing.trouble)

    def _has_ended(self) -> bool:
        return self._thread is not None and not self._thread.is_alive()

    def _run(self) -> None:
        while self._keep_up():
            pass
        self._clerk.end(keep=bool(self._keep))

    def _keep_up(self) -> bool:
        """One turn: everything that waits goes to the disk. False after the last."""
        with self._turn:
            self._turn.wait_for(self._is_wanted, self._pause if self._standing.trouble else None)
            batch, last = list(self._waiting), self._keep is not None
            self._waiting.clear()
            self._busy, self._hurry = True, False
        self._clerk.take(batch)
        with self._turn:
            before = self._standing
            self._standing = Standing(before.handed, self._clerk.kept, self._clerk.trouble)
            self._pause = min(self._pause * 2, LONGEST_PAUSE) if self._clerk.trouble else PAUSE
            self._busy = False
            self._tries += 1
            self._turn.notify_all()
            changed = before != self._standing
        if changed:
            self._tell()
        return not last

    def _is_wanted(self) -> bool:
        return self._hurry or self._keep is not None or bool(self._waiting and not self._standing.trouble)

    def _tell(self) -> None:
        try:
            self._told()
        except Exception:  # a listener's fault is not the journal's
            logger.exception("somebody could not be told how the journal stands")
