"""One save from the value to the disk: nothing that nobody has seen is replaced, and what is replaced is kept."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.document.project import Project
from desktop.storage.atomic import write_file
from desktop.storage.backups import Reason
from desktop.storage.errors import ChangedOnDiskError, StorageError
from desktop.storage.files import HIGHEST_LIMIT, Mark, fingerprint, fingerprint_of, load, mark_of
from desktop.storage.keeping import Keeping
from desktop.storage.locks import Lock, take
from desktop.storage.responses import Beside


@dataclass(frozen=True, slots=True)
class Target:
    """Where a project is saved.

    own: the file it has now. lock: of that one. known: the fingerprint of what may be replaced unseen, "" for whatever
    stands there. over: what stands there may be anything, but must be in the backups first. reason: why `known` is.
    """

    path: Path
    own: Path | None = None
    lock: Lock | None = None
    known: str = ""
    over: bool = False
    reason: Reason = Reason.SAVE

    @property
    def same(self) -> bool:
        """Whether it is the file that the project has already."""
        return self.own is not None and os.path.realpath(self.own) == os.path.realpath(self.path)


class Saving:
    """A save that may run in any thread; what it brought is there when it has run.

    warning: one sentence about a backup that could not be made, or "". The file is saved all the same.
    """

    def __init__(
        self,
        project: Project,
        target: Target,
        keeping: Keeping | None,
        dump: Callable[[], bytes],
        beside: Beside | None = None,
    ) -> None:
        self.project = project
        self.target = target
        self.lock = target.lock
        self.fingerprint = ""
        self.mark: Mark | None = None
        self.warning = ""
        self._keeping = keeping
        self._dump = dump
        self._beside = beside

    def run(self, *, lasting: bool = True) -> "Saving":
        """Writes the file. lasting: the project has it from then on, and its lock. Raises StorageError."""
        data = self._dump()
        fresh = self._fresh_lock()
        try:
            self._keep_replaced()
            if self._beside is not None:
                self._beside.bring(self.target.path)
            self._refuse_changed()
            write_file(self.target.path, data)
        except BaseException:
            if fresh is not None:
                fresh.release()
            raise
        self.fingerprint, self.mark = fingerprint_of(data), mark_of(self.target.path)
        if fresh is not None and lasting:
            self._change_lock(fresh)
        elif fresh is not None:
            fresh.release()
        self._keep(data, Reason.SAVE)
        if self._beside is not None:
            self._beside.tidy(self.target.path)
        return self

    def _refuse_changed(self) -> None:
        """A file that is gone may be written again; one that somebody else has written since may not be replaced.

        Looked at last, so that hardly any time is left between looking and replacing.
        """
        if self.target.known and not self._may_replace(fingerprint(self.target.path)):
            raise ChangedOnDiskError(
                "another program has changed the file on the disk",
                path=self.target.path,
                remedy="save under another name, or open it again",
            )

    def _may_replace(self, there: str) -> bool:
        """Whether a file with this fingerprint is one that somebody has seen, or none at all."""
        target = self.target
        return target.over or not target.known or there in ("", target.known)

    def _fresh_lock(self) -> Lock | None:
        held = self.target.same and self.target.lock is not None
        return None if self._keeping is None or held else take(self.target.path, self._keeping.locks)

    def _change_lock(self, fresh: Lock) -> None:
        if self.lock is not None:
            self.lock.release()
        self.lock = fresh

    def _keep_replaced(self) -> None:
        """What stands there now goes into the backups, unless it is there already."""
        keeping, path = self._keeping, self.target.path
        there = fingerprint(path) if keeping else ""
        if keeping is None or not there or not self._may_replace(there) or keeping.backups.holds(path, there):
            return
        reason = self.target.reason if there == self.target.known else Reason.OVERWRITE
        try:
            keeping.backups.keep(path, self.project.id, load(path, HIGHEST_LIMIT), reason)
        except StorageError as error:
            if self.target.over:
                raise
            self.warning = str(error)

    def _keep(self, data: bytes, reason: Reason) -> None:
        if self._keeping is None:
            return
        try:
            self._keeping.backups.keep(self.target.path, self.project.id, data, reason)
        except StorageError as error:
            self.warning = str(error)
