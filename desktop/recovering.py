"""What the program did not save before it ended: offered, shown, brought back, put away."""

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from desktop.desk.offer import Choice
from desktop.dialogs.questions import Dialogs, tell
from desktop.dialogs.recovery import RecoveryDialog
from desktop.dialogs.recoveryrow import Decision, Found, facts_of
from desktop.files import SUFFIX, same_file
from desktop.layout.style import Words
from desktop.panels.banner import RESTORED
from desktop.panels.start.page import locale_of
from desktop.panels.thumbnail import Easel
from desktop.session import Session
from desktop.storage.errors import StorageError
from desktop.storage.filenames import file_name
from desktop.storage.journal import Journal, Origin
from desktop.storage.keeping import Keeping
from desktop.storage.locks import HeldError
from desktop.storage.reader import Opened
from desktop.storage.recoveries import Recovered, Recovery, discard, discarded, put_back, recover, recoveries, sweep
from desktop.storage.trials import Trials
from desktop.window import Window

PICTURE = (288, 180)
LARGEST = 16_000_000
MOST = 8_000
"""Bytes of a journal, and cards in it, that are painted: more would keep the person waiting who wants it back."""

TRIAL = 15_000
"""Ms after which restored work is not what ends the program."""

REMINDER = "recovery"
"""Subject of the banner on a file for which there is unsaved work."""

PATIENCE = 60.0
"""Seconds that a slow disk has to keep restored work before its old journal stays where it is."""


class Home(Protocol):
    """The program around it."""

    @property
    def language(self) -> str: ...

    @property
    def words(self) -> Words: ...

    def show_restored(self, session: Session) -> Window:
        """Opens a window on restored work."""

    def make_room(self, path: Path) -> None:
        """Closes the window on this file if nothing in it would be lost."""

    def show_dialog(self, dialog: RecoveryDialog) -> None: ...

    def show_unsaved(self) -> None:
        """There may be more or less to recover than before."""


class Recovering(QObject):
    """report_asked: for the fault that ended the program.

    Restored work has a journal of its own. The old one is put away when the new one is on the disk, not before.
    """

    report_asked = Signal()
    _settled = Signal()

    def __init__(self, keeping: Keeping, trials: Trials, home: Home) -> None:
        super().__init__()
        self._keeping = keeping
        self._trials = trials
        self._home = home
        self._restored: set[str] = set()
        self._threads = ThreadPoolExecutor(1, "recovering")
        self._trial = QTimer(self, singleShot=True, interval=TRIAL)
        self._trial.timeout.connect(self._pass)
        self._settled.connect(self._refresh)
        self._easel: Easel | None = None
        self.dialog: RecoveryDialog | None = None

    def found(self) -> list[Recovery]:
        """Unsaved work that nobody goes on with, the latest first."""
        return [each for each in recoveries(self._keeping.journals) if each.id not in self._restored]

    def binned(self) -> bool:
        """Whether there is work that was discarded or restored not long ago."""
        return bool(discarded(self._keeping.journals))

    def offer(self, *, faulted: bool = False) -> None:
        """Shows all of it, and what can be done. faulted: the program did not end by itself the last time."""
        self._easel = None
        self.dialog = RecoveryDialog(self._home.words, locale_of(self._home.language), self._picture, faulted=faulted)
        self.dialog.decided.connect(self._decide)
        self.dialog.asked_for_report.connect(self.report_asked)
        self.dialog.finished.connect(self._forget_dialog)
        self._show_found()
        self._home.show_dialog(self.dialog)

    def remind(self, window: Window) -> None:
        """Says so in a window on a file for which there is unsaved work."""
        path = window.session.path
        there = next((each for each in self.found() if path is not None and same_file(each.path, path)), None)
        if there is None:
            window.banners.withdraw(REMINDER)
            return
        words = self._home.words
        facts = ", ".join(facts_of(there, words, locale_of(self._home.language))[:2])
        away = partial(window.banners.withdraw, REMINDER)
        choices = Choice(words("recovery.show"), self.offer), Choice(words("banner.read"), away)
        window.banners.tell(REMINDER, (words("recovery.for_file").format(facts=facts),), choices)

    def tidy(self) -> None:
        """Removes what was put away a month ago."""
        sweep(self._keeping.journals, time.time())

    def leave(self) -> None:
        """The program ends in peace."""
        self._trial.stop()
        self._threads.shutdown(cancel_futures=True)
        self._trials.passed()

    def _decide(self, decision: Decision, recovery: Recovery) -> None:
        try:
            self._do(decision, recovery)
        except StorageError as error:
            tell(self.dialog, str(error))
        if decision is not Decision.COPY:
            self._refresh()
        if decision is Decision.DISCARD:
            self._tell_discarded(recovery)

    def _tell_discarded(self, recovery: Recovery) -> None:
        if self.dialog is not None and recovery.id in {each.id for each in discarded(self._keeping.journals)}:
            title = recovery.title or self._home.words("project.untitled")
            self.dialog.say(self._home.words("recovery.away").format(title=title))

    def _do(self, decision: Decision, recovery: Recovery) -> None:
        match decision:
            case Decision.RESTORE:
                self._restore(recovery)
            case Decision.COPY:
                self._save_copy(recovery)
            case Decision.DISCARD:
                discard(recovery)
            case Decision.PUT_BACK:
                put_back(recovery)
                self._restored.discard(recovery.id)

    def _restore(self, recovery: Recovery) -> None:
        """A window on it, as it was last. Raises StorageError."""
        recovered = self._named(recover(recovery))
        self._trials.begin(recovery)
        self._trial.start()
        if recovery.path is not None:
            self._home.make_room(recovery.path)
        session, news = self._session(recovered)
        self._restored.add(recovery.id)
        window = self._home.show_restored(session)
        window.workshop.jottings.put_back(recovered.jottings)
        away = partial(window.banners.withdraw, RESTORED)
        window.banners.tell(RESTORED, news, (Choice(self._home.words("banner.read"), away),))
        if session.journal is not None:
            self._threads.submit(self._settle, session.journal, recovery)

    def _session(self, recovered: Recovered) -> tuple[Session, list[str]]:
        """On its file, or where that is in use as a copy; and what there is to know of it."""
        words = self._home.words
        trouble = [recovered.trouble] if recovered.trouble else []
        try:
            session = Session.recovered(recovered, self._keeping)
        except HeldError:
            path = recovered.origin.path or Path()
            session = Session.recovered(replace(recovered, origin=Origin(None, "")), self._keeping)
            session.detach(words("recovery.name").format(name=path.stem))
            return session, [words("recovery.as_copy").format(name=path.name), *trouble]
        if not recovered.edited:
            return session, [words("recovery.back_line"), *trouble]
        back = words("recovery.back" if session.path and not session.copy_name else "recovery.back_new")
        return session, [back, *trouble]

    def _settle(self, journal: Journal, recovery: Recovery) -> None:
        """Puts the old journal away once the new one is on the disk; beside the window, since a disk may be slow."""
        if journal.flush(PATIENCE):
            discard(recovery)
        self._settled.emit()

    def _save_copy(self, recovery: Recovery) -> None:
        """Asks for a name and writes it there; the work stays where it is. Raises StorageError."""
        recovered = recover(recovery)
        dialog, words = self.dialog, self._home.words
        path = Dialogs(dialog, words).save_where(_beside(recovery, words), SUFFIX) if dialog else None
        if path is not None and dialog is not None:
            Session(_last(recovered)).save_copy(path)
            dialog.say(words("recovery.copied").format(name=path.name))

    def _refresh(self) -> None:
        """Shows what is there now; the dialog goes when its last work has been restored."""
        if self.dialog is not None:
            left = self._show_found()
            if self._restored and not left:
                self.dialog.accept()
        self._home.show_unsaved()

    def _show_found(self) -> int:
        kept, away = self.found(), discarded(self._keeping.journals)
        if self.dialog is not None:
            suspects = self._trials.suspects
            self.dialog.show_found(
                [Found(each, wary=suspects(each)) for each in kept],
                [Found(each, discarded=True, wary=suspects(each)) for each in away],
            )
        return len(kept)

    def _picture(self, recovery: Recovery) -> QImage | None:
        """The map as it was last. What may have ended the program is not painted, nor what is very large."""
        if self._trials.suspects(recovery) or recovery.size > LARGEST:
            return None
        self._trials.begin(recovery)
        self._easel = self._easel or Easel(self._home.language)
        try:
            opened = _last(recover(recovery))
            made = self._easel.picture(opened, PICTURE) if _cards(opened) <= MOST else None
        except StorageError:
            made = None
        self._trials.passed(recovery)
        return made

    def _named(self, recovered: Recovered) -> Recovered:
        """With words for the text that was still being typed, so that undo can name it."""
        typed = self._home.words("recovery.typed")
        return replace(recovered, steps=tuple(replace(step, label=step.label or typed) for step in recovered.steps))

    def _pass(self) -> None:
        """Restored work has not ended the program so far."""
        self._trials.passed()

    def _forget_dialog(self) -> None:
        self.dialog = None


def _last(recovered: Recovered) -> Opened:
    """The project with all its steps."""
    opened = recovered.opened
    return replace(opened, project=recovered.steps[-1].after) if recovered.steps else opened


def _cards(opened: Opened) -> int:
    return sum(len(lane.cards) for each in opened.project.maps for lane in each.lanes)


def _beside(recovery: Recovery, words: Words) -> Path:
    """A name for a copy: beside the file, where its folder is still there."""
    path = recovery.path
    name = words("recovery.name").format(name=path.stem if path else recovery.title or words("project.untitled"))
    folder = path.parent if path and path.parent.is_dir() else Path.home()
    return folder / f"{file_name(name)}{SUFFIX}"
