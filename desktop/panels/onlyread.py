"""A window on a file that somebody else works on: it shows, offers a copy, and lets nobody type in vain."""

from collections.abc import Callable
from pathlib import Path

from desktop.desk.desk import Desk
from desktop.desk.offer import Choice, Offer
from desktop.panels.banner import Banners
from desktop.panels.mapbar import MapBar

SUBJECT = "read only"
"""Of the banner."""


class OnlyRead:
    """Follows the session until `leave`; edit_copy: saves under another name, after which one can edit."""

    def __init__(self, desk: Desk, banners: Banners, tabs: MapBar, edit_copy: Callable[[], object]) -> None:
        self._desk = desk
        self._banners = banners
        self._tabs = tabs
        self._choices = (Choice(desk.words("answer.edit_copy"), edit_copy),)
        self._was = False
        desk.session.saved.connect(self._note_saved)
        desk.session.refused.connect(self._offer)
        tabs.refused.connect(self._offer)
        self._show()

    def leave(self) -> None:
        """Stops following the session, which may go on in another window."""
        self._desk.session.saved.disconnect(self._note_saved)
        self._desk.session.refused.disconnect(self._offer)

    def _show(self) -> None:
        read_only = self._desk.session.read_only
        self._tabs.set_read_only(read_only)
        if read_only:
            self._banners.tell(SUBJECT, (self._sentence("banner.read_only"),), self._choices)
        else:
            self._banners.withdraw(SUBJECT)
        self._was = read_only

    def _note_saved(self, _path: Path) -> None:
        if self._was != self._desk.session.read_only:
            self._show()
            self._desk.shown.emit()  # fields and lists can be written in again

    def _offer(self) -> None:
        """An edit has come to nothing."""
        self._desk.offered.emit(Offer(self._sentence("status.refused"), self._choices))

    def _sentence(self, code: str) -> str:
        path = self._desk.session.path
        return self._desk.words(code).format(name=path.name if path else "")
