"""Whether what was done is safe: saved, kept on the disk before it is saved, or neither."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTime, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop.canvas.viewer import single_shot
from desktop.layout.style import Words
from desktop.panels.tips import tip
from desktop.session import Session
from desktop.storage.journal import Standing

LATE = 500
"""Ms after which it is told that a change is not on the disk yet; until then it is on its way."""

SHARE = 0.7
"""Of the status bar's width, for the sentence about a disk that fails; all of it is in the tooltip."""

NOTHING = Standing()


class KeptLabel(QLabel):
    """Follows the session and its journal by itself, until `leave`."""

    warned = Signal()
    """Changes cannot be kept any more, or can be again."""

    def __init__(self, session: Session, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._session = session
        self._words = words
        self._time = ""
        self._overdue = False
        self._late = single_shot(self, LATE, self._note_late)
        self._bridge = Bridge()
        self._bridge.told.connect(self.follow)
        session.kept.connect(self._bridge.tell)
        session.saved.connect(self._note_saved)
        self.follow()

    @property
    def in_trouble(self) -> bool:
        """Whether changes cannot be kept at present."""
        return bool(self._standing.trouble)

    def leave(self) -> None:
        """Stops following the session, which may go on in another window."""
        self._session.kept.disconnect(self._bridge.tell)
        self._session.saved.disconnect(self._note_saved)
        self._late.stop()

    def follow(self) -> None:
        """Says how things stand now."""
        standing = self._standing
        self._watch(standing)
        state = self._state(standing)
        self._warn(bool(standing.trouble))
        code = f"{state}_at" if self._time and state in ("saved", "changed", "kept") else state
        self._say(self._words(f"status.{code}").format(time=self._time, sentence=standing.trouble))
        waiting = standing.handed - standing.kept
        self.setToolTip(tip(self._words(f"status.tip.{state}").format(count=waiting, sentence=standing.trouble)))

    @property
    def _standing(self) -> Standing:
        return self._session.journal.standing if self._session.journal else NOTHING

    def _state(self, standing: Standing) -> str:
        """The code of how things stand, as in “status.CODE”."""
        session = self._session
        if standing.trouble:
            return "trouble"
        if self._overdue:
            return "keeping"
        if session.read_only:
            return "read_only"
        kept = session.modified and session.journal is not None
        if session.path is None or session.copy_name:
            return "new_kept" if kept else "new"
        return "kept" if kept else "changed" if session.modified else "saved"

    def _watch(self, standing: Standing) -> None:
        """Begins to wait for the disk, or stops."""
        if standing.kept >= standing.handed:
            self._late.stop()
            self._overdue = False
        elif not self._overdue and not self._late.isActive():
            self._late.start()

    def _note_late(self) -> None:
        self._overdue = True
        self.follow()

    def _note_saved(self, _path: Path) -> None:
        self._time = QTime.currentTime().toString("HH:mm")
        self.follow()

    def _warn(self, warned: bool) -> None:
        if bool(self.property("warned")) != warned:
            self.setProperty("warned", warned)
            self.style().unpolish(self)
            self.style().polish(self)
            self.warned.emit()

    def _say(self, text: str) -> None:
        bar = self.parentWidget()
        room = int(bar.width() * SHARE) if bar else self.width()
        self.setText(
            self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room) if self.in_trouble else text
        )


class Bridge(QObject):
    """Takes the journal's word from its thread to the window's. It belongs to no widget: the word may come late."""

    told = Signal()

    def tell(self) -> None:
        """Called in any thread."""
        with suppress(RuntimeError):  # at the very end of the program there is nobody left to tell
            self.told.emit()
