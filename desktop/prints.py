"""Printing the map shown: a poster as PDF, SVG or PNG."""

from collections.abc import Callable
from pathlib import Path

from desktop.desk.desk import Desk
from desktop.dialogs.poster import print_poster
from desktop.dialogs.questions import Questions
from desktop.panels.waiting import waiting
from desktop.session import Signal
from desktop.storage.errors import StorageError


class Prints:
    """printed(paper, landscape, size): how it came out, after every print; the size of the cards' type is in pt.

    `suggested` names a file with a suffix, `hand_in` ends what is being written.
    """

    def __init__(
        self, desk: Desk, questions: Questions, suggested: Callable[[str], Path], hand_in: Callable[[], None]
    ) -> None:
        self.printed: Signal[[str, bool, float]] = Signal()
        self._desk = desk
        self._questions = questions
        self._suggested = suggested
        self._hand_in = hand_in

    def pdf(self) -> None:
        """Prints the map on the wall."""
        self._export(".pdf")

    def svg(self) -> None:
        self._export(".svg")

    def png(self) -> None:
        self._export(".png")

    def _export(self, suffix: str) -> None:
        self._hand_in()
        desk = self._desk
        wish = self._questions.poster() if desk.map_id else None
        path = self._questions.save_where(self._suggested(suffix), suffix) if wish else None
        if wish is None or path is None:
            return
        try:
            with waiting():
                printed = print_poster(desk.project, desk.session.assets, desk.map_id, path, wish)
        except StorageError as error:
            self._questions.tell(str(error))
        else:
            desk.said.emit(desk.words("status.printed").format(path=path.name))
            self.printed.emit(printed.paper, printed.landscape, printed.card_pt)
