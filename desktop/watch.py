"""Whether the project's file is still the one that was opened or saved last, and the banner that says if it is not.

What the system tells of files is a hint only: after a file was replaced it is silent, and of network drives it knows
nothing. So the file itself is looked at, by its content and never by its time.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QEvent, QFileSystemWatcher, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop.desk.desk import Desk
from desktop.desk.offer import Choice
from desktop.dialogs.conflict import Conflict
from desktop.document.project import Project
from desktop.panels.banner import UNSAVED, Banners
from desktop.panels.errand import Errand
from desktop.session import Session
from desktop.session import Signal as Told
from desktop.storage.files import Disk

SOON, NOW_AND_THEN = 250, 5_000
"""Ms after a hint, until those who write in several steps are done; and between looks while the window is in front."""

PATIENCE = 0.02
"""Seconds for which the window waits for an answer; a drive that does not answer holds up nobody."""

SUBJECT = "disk"
"""Of the banner."""


class Watch(QObject):
    """noticed(disk): what became of the file, a `Disk`; only when that is news, and never for saves of our own."""

    noticed = Signal(object)

    def __init__(self, session: Session, busy: Callable[[], bool], window: QWidget) -> None:
        """busy: whether a save goes on, which must end before the file means anything."""
        super().__init__(window)
        self._session = session
        self._busy = busy
        self._window = window
        self._told = self._found = self._before = Disk.SAME
        self._overtaken = False
        self._errand = Errand(self)
        self._hints = QFileSystemWatcher(self)
        self._hints.fileChanged.connect(self._look_soon)
        self._hints.directoryChanged.connect(self._look_soon)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self.look)
        self._often = QTimer(self, interval=NOW_AND_THEN)
        self._often.timeout.connect(self.look)
        session.saved.connect(self._note_saved)
        session.changed.connect(self._note_changed)
        window.installEventFilter(self)
        self._listen()

    @property
    def found(self) -> Disk:
        """What was told last."""
        return self._told

    def look(self) -> None:
        """Looks at the file now, or when a save has ended."""
        if self._busy() or self._errand.busy:
            self._look_soon()
        else:
            self._overtaken = False
            self._errand.run(self._ask, self._answered, PATIENCE)

    def leave(self) -> None:
        """Stops following the session, which may go on in another window."""
        self._window.removeEventFilter(self)
        self._errand.leave()
        self._soon.stop()
        self._often.stop()
        for path in (*self._hints.files(), *self._hints.directories()):
            self._hints.removePath(path)
        self._session.saved.disconnect(self._note_saved)
        self._session.changed.disconnect(self._note_changed)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whoever comes back to the window may have changed the file elsewhere."""
        if event.type() == QEvent.Type.WindowActivate:
            self._often.start()
            self.look()
        elif event.type() == QEvent.Type.WindowDeactivate:
            self._often.stop()
        return False

    def _ask(self) -> None:
        self._found = self._session.on_disk()

    def _answered(self, error: BaseException | None) -> None:
        """What is not there is looked for twice: other programs take a file away before they put the new one there."""
        if error is not None:
            raise error
        if self._busy() or self._overtaken:
            self._look_soon()
            return
        self._listen()
        before, self._before = self._before, self._found
        if self._found in (Disk.GONE, Disk.UNREADABLE) and before is not self._found:
            self._look_soon()
        else:
            self._session.heed(self._found)
            self._tell(self._found)

    def _tell(self, found: Disk) -> None:
        if found is not self._told:
            self._told = found
            self.noticed.emit(found)

    def _listen(self) -> None:
        """Asks for hints about the file and its folder, again each time: a file that was replaced is forgotten."""
        path = self._session.path
        wanted = [str(path.absolute()), str(path.absolute().parent)] if path else []
        for place in filter(os.path.exists, wanted):  # of another one Qt would complain
            if place not in self._hints.files() and place not in self._hints.directories():
                self._hints.addPath(place)

    def _look_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _note_saved(self, _path: Path) -> None:
        """The file is ours again, or it is another one now."""
        for path in (*self._hints.files(), *self._hints.directories()):
            self._hints.removePath(path)
        self._listen()
        self._overtaken = True
        self._before = Disk.SAME
        self._tell(Disk.SAME)

    def _note_changed(self, _before: Project, _after: Project) -> None:
        """What stands in the file may have been taken up."""
        self._overtaken = True
        if self._told is not Disk.SAME:
            self._look_soon()


class Deeds(Protocol):
    """What can be done about it."""

    @property
    def ways(self) -> tuple[Conflict, ...]: ...

    def load_theirs(self) -> None: ...

    def compare(self) -> None: ...

    def keep_mine(self) -> None: ...

    def save(self) -> bool: ...

    def save_as(self) -> bool: ...

    @property
    def troubled(self) -> Told[[str]]: ...


class Alarm:
    """The banner across the window for as long as the file is another one, or none at all."""

    def __init__(self, desk: Desk, watch: Watch, banners: Banners, deeds: Deeds) -> None:
        self._desk = desk
        self._watch = watch
        self._banners = banners
        self._deeds = deeds
        self._ways: tuple[Conflict, ...] = ()
        watch.noticed.connect(self._show)
        deeds.troubled.connect(self._show_trouble)
        desk.session.changed.connect(self._follow)

    def leave(self) -> None:
        """Stops following the session, which may go on in another window."""
        self._desk.session.changed.disconnect(self._follow)

    def _follow(self, _before: Project, _after: Project) -> None:
        """There is something of one's own to keep now, or nothing any more."""
        if self._watch.found is Disk.CHANGED and self._deeds.ways != self._ways:
            self._show(Disk.CHANGED)

    def _show_trouble(self, sentence: str) -> None:
        """A save has failed while nobody waited for it: whoever types goes on typing."""
        words, deeds = self._desk.words, self._deeds
        again = Choice(words("action.save"), deeds.save)
        self._banners.tell(UNSAVED, (sentence,), (again, Choice(words("answer.save_elsewhere"), deeds.save_as)))

    def _show(self, found: Disk) -> None:
        if found is Disk.SAME:
            self._banners.withdraw(SUBJECT)
            return
        path = self._desk.session.path
        self._ways = self._deeds.ways
        code = "changed_both" if found is Disk.CHANGED and self._desk.session.modified else found.value
        sentence = self._desk.words(f"watch.{code}").format(name=path.name if path else "")
        self._banners.tell(SUBJECT, (sentence,), self._choices(found))

    def _choices(self, found: Disk) -> list[Choice]:
        words, deeds = self._desk.words, self._deeds
        elsewhere = Choice(words("action.save_as"), deeds.save_as)
        if found is Disk.UNREADABLE or (found is Disk.GONE and self._desk.session.read_only):
            return [elsewhere]
        if found is Disk.GONE:
            return [Choice(words("action.save"), deeds.save), elsewhere]
        taking = [Choice(words("conflict.theirs"), deeds.load_theirs), Choice(words("conflict.compare"), deeds.compare)]
        return [*taking, Choice(words("conflict.mine"), deeds.keep_mine)] if Conflict.MINE in self._ways else taking
