"""Current and ideal in a window: dialogs that are made when they are asked for."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QMainWindow

from desktop.desk.desk import Desk
from desktop.desk.ideal import Ideal
from desktop.desk.offer import Choice, Offer
from desktop.dialogs.ideal.comparison import ComparisonDialog
from desktop.dialogs.ideal.news import NewsDialog
from desktop.document.keyed import find
from desktop.layout.names import counted
from desktop.method.pairing import ordered
from desktop.preferences import Habits


class Printing(Protocol):
    """Opens the dialog for printing with a content, and the id of a map that the one shown is held against; turned: the
    later of the two first."""

    def __call__(self, content: str, against: str = "", *, turned: bool = False) -> None: ...


class Remembers(Protocol):
    """Keeps how a comparison was parted."""

    @property
    def habits(self) -> Habits: ...

    def keep_habits(self, habits: Habits) -> None: ...


class Deriving:
    """`hand_in` makes what is being written count; `printing` opens the dialog for printing. Whoever comes to a map for
    which something is new is told so, once."""

    def __init__(
        self, window: QMainWindow, desk: Desk, hand_in: Callable[[], None], printing: Printing, home: Remembers
    ) -> None:
        self.ideal = Ideal(desk)
        self._home = home
        self.dialog: ComparisonDialog | NewsDialog | None = None
        self._window, self._desk, self._hand_in, self._printing = window, desk, hand_in, printing
        self._seen = desk.map_id
        self._told: set[str] = set()

    def attend(self) -> None:
        """From now on tells of what is new. Begun behind the status bar: it takes an offer back when another map is
        shown, and would take this one, too."""
        self._seen = self._desk.map_id
        self._desk.shown.connect(self._follow)

    def leave(self) -> None:
        """Stops listening to the desk."""
        self._desk.shown.disconnect(self._follow)

    def compare(self) -> None:
        """The map shown and its other self, held against each other."""
        self._hand_in()
        if self.ideal.pair() is None:
            self._desk.said.emit(self._desk.words("comparison.alone"))
            return
        dialog = ComparisonDialog(self.ideal, self._desk.session.assets, self._window, self._home.habits.parted)
        dialog.printing.connect(self._print)
        dialog.news.connect(self._leave_for_news)
        self._open(dialog)

    def news(self) -> None:
        """What is new in the map from which the one shown was derived, or in this one for one derived from it."""
        self._hand_in()
        map_id = self.ideal.derived()
        told = self.ideal.news(map_id) if map_id else None
        if told is None or not told.things:
            self._desk.said.emit(self._desk.words("news.nothing" if told else "news.underived"))
        else:
            self._open(NewsDialog(self.ideal, map_id, self._window))

    def _open(self, dialog: ComparisonDialog | NewsDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.open()

    def _forget(self) -> None:
        habits, dialog = self._home.habits, self.dialog
        if isinstance(dialog, ComparisonDialog) and dialog.parts.shares != habits.parted:
            self._home.keep_habits(habits.model_copy(update={"parted": dialog.parts.shares}))
        self.dialog = None

    def _leave_for_news(self) -> None:
        if self.dialog is not None:
            self.dialog.reject()
        self.news()

    def _print(self, before: str, after: str) -> None:
        """The comparison of two maps in the dialog for printing; one of them is the map shown from now on."""
        if self.dialog is not None:
            self.dialog.reject()
        if self._desk.map_id not in (before, after):
            self._desk.show_map(after)
        against = before if self._desk.map_id == after else after
        maps = self._desk.project.maps
        shown, other = self._desk.journey, find(maps, against)
        turned = shown is not None and other is not None and ordered(shown, other)[0].id != before
        self._printing("comparison", against, turned=turned)

    def _follow(self) -> None:
        """Tells of what is new when another map is come to, as long as it is not told yet."""
        map_id, before = self._desk.map_id, self._seen
        self._seen = map_id
        if map_id == before or map_id in self._told:
            return
        told = self.ideal.news(map_id)
        if told is not None and told.things:
            self._told.add(map_id)
            words = self._desk.words
            count = counted(words, "news.one", "news.several", len(told.things))
            sentence = words("news.told").format(count=count, title=told.source.title or words("project.untitled"))
            self._desk.offered.emit(Offer(sentence, (Choice(words("news.show"), self.news),)))
