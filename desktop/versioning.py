"""Earlier versions of the project's file: to look at, to go back to, to open beside it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.dialogs.versions import Shelf, VersionsDialog
from desktop.panels.start.page import locale_of
from desktop.panels.start.recents import day_of
from desktop.session import Session
from desktop.storage.backups import Version
from desktop.storage.errors import ReadError
from desktop.storage.reader import Opened, parse


class Copies(Protocol):
    """What opening a version asks of the program around the window."""

    def open_copy(self, opened: Opened, path: Path, name: str) -> None:
        """In a window of its own; saved under another name than the file at `path`, by default under this one."""


class Versioning:
    """Shows what the session's backups hold of its file.

    title: what the project is called. hand_in: ends what is being written. language: of the interface.
    """

    def __init__(
        self, desk: Desk, home: Copies, title: Callable[[], str], hand_in: Callable[[], None], language: str
    ) -> None:
        self._desk = desk
        self._home = home
        self._title = title
        self._hand_in = hand_in
        self._language = language

    def dialog(self, parent: QWidget) -> VersionsDialog:
        """The versions there are now, over a window."""
        self._hand_in()
        dialog = VersionsDialog(self._shelf(), self._desk.words, self._language, parent)
        dialog.restored.connect(self._restore)
        dialog.copied.connect(self._copy)
        return dialog

    def _shelf(self) -> Shelf:
        desk, session = self._desk, self._desk.session
        now = Opened(session.project, session.assets, session.opened.minor)
        kept = tuple(self._kept(session))
        return Shelf(self._title(), kept, now, self._read, desk.map_id, fixed=session.read_only)

    def _kept(self, session: Session) -> list[Version]:
        if session.keeping is None or session.path is None:
            return []
        return session.keeping.backups.versions(session.path, session.project.id)

    def _read(self, version: Version) -> Opened:
        """Raises StorageError."""
        keeping = self._desk.session.keeping
        if keeping is None:
            raise ReadError("nothing is kept of this project", path=version.place, remedy="open its file again")
        return parse(keeping.backups.content(version), version.place)

    def _restore(self, version: Version, opened: Opened) -> None:
        desk, when = self._desk, self._when(version)
        for key, asset in opened.assets.items():
            if key not in desk.session.assets:
                desk.session.add_asset(key, asset)
        if desk.edit(desk.words("edit.restore").format(when=when), opened.project):
            undo = Choice(desk.words("offer.undo"), desk.undo)
            desk.offered.emit(Offer(desk.words("status.restored").format(when=when), (undo,)))

    def _copy(self, opened: Opened) -> None:
        path = self._desk.session.path
        if path is not None:
            name = self._desk.words("file.restored").format(name=path.stem)
            self._home.open_copy(opened, path, name)

    def _when(self, version: Version) -> str:
        return day_of(version.time.astimezone().isoformat(), self._desk.words, locale_of(self._language))
