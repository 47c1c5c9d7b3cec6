"""Findings in a window: what is told of them when a file is opened, the dialog, and that the file itself stays."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop.desk.desk import Desk
from desktop.desk.mending import Mending
from desktop.desk.offer import Choice
from desktop.dialogs.findings import FindingsDialog
from desktop.layout.names import counted
from desktop.panels.banner import Banners
from desktop.storage.backups import Reason
from desktop.storage.errors import StorageError
from desktop.storage.files import HIGHEST_LIMIT, load

SUBJECT = "findings"


class Repairs:
    """Before the first repair the file is put among the backups, and from then on saving asks for another name."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        point_out: Callable[[Iterable[str]], object],
        save: Callable[[], object],
    ) -> None:
        self._desk = desk
        self._window = window
        self._point_out = point_out
        self._save = save
        self._original: Path | None = None
        self._banners: Banners | None = None
        self.mending = Mending(desk, self._detach)
        self.dialog: FindingsDialog | None = None

    def tell(self, banners: Banners) -> None:
        """What is found in the file that was opened, if it is more than notes."""
        words = self._desk.words
        count = sum(finding.severity != "note" for finding in self.mending.found())
        twins = len(self.mending.twins)
        self._banners = banners
        sentences = [counted(words, "banner.finding", "banner.findings", count)] if count else []
        sentences += [counted(words, "banner.twin", "banner.twins", twins)] if twins else []
        if sentences:
            read = Choice(words("banner.read"), partial(banners.withdraw, SUBJECT))
            banners.tell(SUBJECT, sentences, (Choice(words("banner.show"), self.show), read))

    def show(self) -> None:
        """The findings beside the map; the banner has done its duty."""
        if self._banners is not None:
            self._banners.withdraw(SUBJECT)
        if self.dialog is None:
            self.dialog = FindingsDialog(self.mending, self, self._window)
            self.dialog.pointed.connect(self._point_out)
            self.dialog.finished.connect(self._forget)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()

    @property
    def promise(self) -> str:
        """What becomes of the file."""
        session, words = self._desk.session, self._desk.words
        if session.read_only:
            return words("findings.read_only")
        if self._original is not None:
            name = session.copy_name or (session.path.stem if session.path else "")
            return words("findings.safe_copy").format(original=self._original.name, name=name)
        if session.path is None:
            return words("findings.safe_new")
        return words("findings.safe").format(name=session.path.name)

    @property
    def copying(self) -> bool:
        """Whether there are repairs that still have to be saved under another name."""
        return bool(self._desk.session.copy_name)

    def save(self) -> None:
        """Asks for a name."""
        self._save()

    def _detach(self) -> None:
        """The file stays as it is, beside a copy of it in the backups."""
        session = self._desk.session
        if self._original is not None or session.path is None:
            return
        self._original = session.path
        self._back_up(session.path)
        session.detach(self._desk.words("file.repaired").format(name=session.path.stem))

    def _back_up(self, path: Path) -> None:
        session = self._desk.session
        if session.keeping is None:
            return
        try:
            session.keeping.backups.keep(path, session.project.id, load(path, HIGHEST_LIMIT), Reason.REPAIR)
        except StorageError as error:
            sentence = str(error).rstrip(".")
            self._desk.said.emit(self._desk.words("findings.no_backup").format(sentence=sentence))

    def _forget(self) -> None:
        self.dialog = None
