"""What somebody else wrote into the project's file meanwhile: to look at, to take, or to leave."""

from dataclasses import replace
from typing import Protocol

from desktop.desk.desk import Desk
from desktop.dialogs.conflict import Conflict
from desktop.storage.errors import StorageError
from desktop.storage.files import Mark, mark_of
from desktop.storage.reader import Opened


class Asking(Protocol):
    """Who decides."""

    def conflict(self, name: str, mine_modified: bool) -> Conflict: ...

    def compare(self, mine: Opened, theirs: Opened, ways: tuple[Conflict, ...]) -> Conflict: ...

    def tell(self, sentence: str) -> None: ...


class Theirs:
    """Reads the file only when somebody wants to see it."""

    def __init__(self, desk: Desk, asking: Asking) -> None:
        self._desk = desk
        self._session = desk.session
        self._asking = asking

    @property
    def ways(self) -> tuple[Conflict, ...]:
        """What can be done; keeping one's own only where that is saved in the same file."""
        session = self._session
        own = session.modified and not (session.read_only or session.copy_name or session.newer)
        return (Conflict.THEIRS, Conflict.MINE) if own else (Conflict.THEIRS,)

    def decide(self) -> Conflict:
        """Asks what to do, showing both versions as often as somebody likes; never COMPARE.

        Asks again before anything is written over a file that has changed once more since the question came up.
        """
        while True:
            asked_of = self._mark()
            answer = self._asked()
            if answer is not Conflict.COMPARE and (answer is not Conflict.MINE or self._mark() == asked_of):
                return answer

    def compare(self) -> Conflict:
        """Shows what differs; CANCEL when nothing was decided over it."""
        try:
            theirs = self._session.theirs()
        except StorageError as error:
            self._asking.tell(str(error))
            return Conflict.CANCEL
        session = self._session
        mine = replace(session.opened, project=session.project, assets=session.assets)
        return self._asking.compare(mine, theirs, self.ways)

    def _asked(self) -> Conflict:
        """COMPARE when both were looked at and nothing was decided."""
        path = self._session.path
        answer = self._asking.conflict(path.name if path else "", self._session.modified)
        if answer is not Conflict.COMPARE:
            return answer
        decided = self.compare()
        return Conflict.COMPARE if decided is Conflict.CANCEL else decided

    def _mark(self) -> Mark | None:
        """Which file stands there."""
        path = self._session.path
        return mark_of(path) if path else None

    def take(self) -> bool:
        """Shows what stands in the file from now on; undo brings back what there was. Whether it could be read."""
        try:
            self._session.revert(self._desk.words("edit.theirs"), self._desk.map_id)
        except StorageError as error:
            self._asking.tell(str(error))
            return False
        self._desk.said.emit(self._desk.words("status.theirs"))
        return True
