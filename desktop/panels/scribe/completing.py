"""What a line may become while it is typed: names that a sign may mean, and notes that say nearly the same."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal

from desktop.canvas.viewer import single_shot
from desktop.desk.desk import Desk
from desktop.document.cards import Card
from desktop.layout.names import name_of
from desktop.panels.scribe.offers import Offers
from desktop.scribe.context import Context
from desktop.scribe.grammar import Chip, Line
from desktop.scribe.similar import Similar
from desktop.scribe.typed import Typed

PAUSE = 160
"""Ms without a key until notes that say nearly the same are looked for."""


class Completing(QObject):
    """Of one line; `place` says where its offers stand. taken(typed): the line with a name in it. counted(): the note
    that `alike` gives is the same."""

    taken = Signal(object)
    counted = Signal()

    def __init__(self, desk: Desk, offers: Offers, place: Callable[[], QPoint]) -> None:
        super().__init__(offers)
        self._desk = desk
        self._offers = offers
        self._place = place
        self._similar = Similar()
        self._typed, self._context, self._line = Typed(), Context(), Line("")
        self._alike: Sequence[Card] = ()
        self._names: Sequence[Chip] = ()
        self._picked = False
        self._writing = False
        self._looking = single_shot(self, PAUSE, self._look)
        self._reading = single_shot(self, 0, self._read_on)
        offers.taken.connect(self._take_row)

    @property
    def names(self) -> bool:
        """Whether names are offered."""
        return bool(self._names)

    @property
    def picked(self) -> bool:
        """Whether somebody has gone to one of the names."""
        return self._picked and self.names

    def forget(self) -> None:
        """A key was typed: what was gone to is no longer meant."""
        self._picked = False

    def follow(self, typed: Typed, context: Context, line: Line, *, writing: bool) -> None:
        """The line as it is now: what the sign at the cursor may mean, at once; notes like it after a pause."""
        before, self._writing = self._names, writing
        self._typed, self._context, self._line = typed, context, line
        self._names = typed.offers(context) if writing else ()
        if before and not self._names:
            self._offer("", ())
        if self._names:
            understood = any(chip.at == self._names[0].at for chip in line.chips[len(typed.chips) :])
            self._offer("scribe.offers", [(chip.name, "") for chip in self._names], 0 if understood else -1)
        elif typed.empty or not writing:
            self.leave()
        else:
            self._looking.start()

    def leave(self) -> None:
        """Offers nothing any more."""
        self._alike, self._names = (), ()
        self._looking.stop()
        self._offer("", ())

    def move(self, by: int) -> bool:
        """To the next row or the one before; whether there are any to go to."""
        if not (self._names or (self._alike and by > 0 and not self._offers.isHidden())):
            return False
        self._picked = True
        self._offers.choose(by)
        return True

    def take(self) -> None:
        """The name that one has gone to, else the first."""
        self._take_row(max(self._offers.chosen, 0))

    def alike(self) -> Card | None:
        """The note that says the same: the one that was gone to, else the likest of all there are."""
        if self._names or not (self._picked and self._alike):  # one that was chosen is meant as it was shown
            self._look(whole=True)
        at = max(self._offers.chosen, 0)
        return self._alike[min(at, len(self._alike) - 1)] if self._alike else None

    def _take_row(self, row: int) -> None:
        if self._names and 0 <= row < len(self._names):
            self._picked = False
            self.taken.emit(self._typed.taken(self._names[row], self._context))
        elif 0 <= row < len(self._alike):
            self._offers.chosen, self._picked = row, True
            self.counted.emit()

    def _look(self, *, whole: bool = False) -> None:
        """Notes that say nearly the same; `whole`: of all there are, else of those that have been read."""
        self._similar.follow(self._desk.journey)
        more = self._similar.read()
        while more and whole:
            more = self._similar.read()
        self._alike = self._similar.like(self._line.text)
        if not self._names:
            self._offer("scribe.similar", [self._row(card) for card in self._alike])
        if more:
            self._reading.start()

    def _read_on(self) -> None:
        if self._similar.read():
            self._reading.start()
        elif self._writing and not self._typed.empty:
            self._look()

    def _row(self, card: Card) -> tuple[str, str]:
        seen = f"  ×{card.seen}" if card.seen > 1 else ""
        return card.text, name_of("kind", card.kind, self._desk.words) + seen

    def _offer(self, heading: str, rows: Sequence[tuple[str, str]], chosen: int = -1) -> None:
        said = self._desk.words(heading) if heading else ""
        self._offers.offer(said, rows, chosen, self._place() if rows else QPoint())
