"""A session on a file, with the questions that come up on the way."""

from contextlib import suppress
from pathlib import Path
from typing import Protocol

from desktop.dialogs.questions import Held
from desktop.layout.style import Words
from desktop.session import Session
from desktop.storage.backups import Version
from desktop.storage.errors import DamagedError, InvalidError, NotAProjectError, StorageError, TooLargeError
from desktop.storage.files import HIGHEST_LIMIT, LIMIT
from desktop.storage.keeping import Keeping
from desktop.storage.locks import HeldError, Holder
from desktop.storage.reader import Opened, parse


class Asking(Protocol):
    """Who answers."""

    def large(self, path: Path, megabytes: float) -> bool: ...

    def damaged(self, sentence: str, newest: Version | None) -> bool: ...

    def held(self, name: str, holder: Holder | None) -> Held: ...


class Opening:
    """Opens files: large ones when somebody says so, damaged ones as they were, those in use to be read or copied."""

    def __init__(self, asking: Asking, keeping: Keeping, words: Words) -> None:
        self._asking = asking
        self._keeping = keeping
        self._words = words

    def session(self, path: Path) -> Session | None:
        """None when the person thought better of it. Raises StorageError for what cannot be opened in any way."""
        limit = LIMIT
        try:
            try:
                return self._open(path, limit)
            except TooLargeError as error:
                if not error.askable:
                    raise
                if not self._asking.large(path, error.megabytes):
                    return None
                limit = HIGHEST_LIMIT
                return self._open(path, limit)
        except HeldError as error:
            return self._in_use(path, limit, error.holder)
        except (DamagedError, InvalidError, NotAProjectError) as error:
            return self._as_it_was(path, error)

    def _open(self, path: Path, limit: int, *, over: bool = False) -> Session:
        session = Session.open(path, self._keeping, limit=limit, over=over)
        if not session.opened.untouched:
            session.detach(self._named("file.repaired", path))
        return session

    def _in_use(self, path: Path, limit: int, holder: Holder | None) -> Session | None:
        """A file on which somebody else works."""
        match self._asking.held(path.name, holder):
            case Held.READ_ONLY:
                return Session.open(path, self._keeping, limit=limit, read_only=True)
            case Held.COPY:
                session = Session(Session.open(path, limit=limit).opened, path, self._keeping)
                session.detach(self._named("file.copy", path))
                return session
            case Held.TAKE_OVER:
                return self._open(path, limit, over=True)
        return None

    def _as_it_was(self, path: Path, error: StorageError) -> Session | None:
        """A file that cannot be read: the newest sound backup in its place, which is saved under another name."""
        newest, opened = self._newest(path)
        if opened is None:
            raise error
        if not self._asking.damaged(str(error), newest):
            return None
        session = Session(opened, path, self._keeping)
        session.detach(self._named("file.restored", path))
        return session

    def _newest(self, path: Path) -> tuple[Version | None, Opened | None]:
        """The newest backup that can be read; before a damaged file is replaced, it is kept as well."""
        for version in self._keeping.backups.versions(path):
            with suppress(StorageError):
                return version, parse(self._keeping.backups.content(version), path)
        return None, None

    def _named(self, code: str, path: Path) -> str:
        return self._words(code).format(name=path.stem)
