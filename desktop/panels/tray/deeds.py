"""What is done with the selected lines of the tray."""

from collections.abc import Callable, Sequence

from desktop.desk.desk import Desk
from desktop.desk.tray import Tray
from desktop.document.cards import Card
from desktop.panels.tray.carry import Landing, dropped
from desktop.panels.tray.rows import PARKING, Line, TrayRows


class Deeds:
    """Verbs on what `selected` gives: the numbers of the selected rows, in any order. `write` opens the field of a
    new group's title."""

    def __init__(
        self, desk: Desk, rows: TrayRows, selected: Callable[[], Sequence[int]], write: Callable[[str], None]
    ) -> None:
        self._desk = desk
        self._tray = Tray(desk)
        self._rows = rows
        self._selected = selected
        self._write = write

    @property
    def cards(self) -> list[Card]:
        """The selected cards, and those of selected headings, as they stand."""
        lines = self._lines()
        whole = {line.section for line in lines if line.card is None}
        chosen = {line.card.id for line in lines if line.card}
        every = (line for line in self._rows.lines if line.card)
        return [line.card for line in every if line.card and (line.section in whole or line.card.id in chosen)]

    @property
    def groups(self) -> list[str]:
        """The sections whose headings are selected."""
        lines = self._lines()
        heads = {line.section for line in lines if line.card is None}
        return [line.section for line in self._rows.lines if line.card is None and line.section in heads]

    def send(self, *, convert: bool = False) -> None:
        """The selected cards to the dashed slot; a heading sends its whole group."""
        groups = [one for one in self.groups if one != PARKING]
        if len(groups) == 1 and not convert and set(self._ids()) == set(self._held_by(groups[0])):
            self._tray.place_group(groups[0])
        else:
            self._tray.send(self._ids(), convert=convert)

    def group(self) -> None:
        """The selected cards under a new title, which is written at once; of several headings the first takes all."""
        groups = [one for one in self.groups if one != PARKING]
        alone = all(line.card is None for line in self._lines())
        if alone and len(groups) > 1:
            self._tray.merge(groups)
        elif self._ids() and not alone:
            self._write(self._tray.group(self._ids(), self._desk.words("tray.new_title")))

    def remove(self) -> None:
        """The selected cards, and whole groups by their headings."""
        groups = self.groups
        chosen = [line.card.id for line in self._lines() if line.card]
        self._tray.remove(chosen, [one for one in groups if one != PARKING])

    def park(self) -> None:
        """The selected cards to the parking lot or back."""
        self._tray.park(self._ids())

    def move(self, down: int) -> None:
        """A heading's group, or the selected cards, one line up (−1) or down (1), into the next group at its end."""
        rows = sorted(self._selected())
        if not rows:
            return
        first = self._rows.lines[rows[0]]
        if first.card is None:
            self._tray.move_group(first.section, down)
            return
        goal = self._beside(rows, down)
        if goal is not None:
            ids = [card.id for card in self.cards]
            self._desk.attempt(
                self._desk.words("edit.gather"), lambda project: dropped(self._desk, project, ids, goal), None
            )

    def _beside(self, rows: Sequence[int], down: int) -> Landing | None:
        """Where selected cards land that go a line up or down."""
        lines = self._rows.lines
        at = rows[-1] + 1 if down > 0 else rows[0] - 1
        if not 0 <= at < len(lines) or PARKING in (lines[at].section, lines[rows[0]].section):
            return None
        there = lines[at]
        if there.card is not None:
            behind = lines[at + 1] if down > 0 and at + 1 < len(lines) else None
            before = there if down < 0 else behind if behind and behind.section == there.section else None
            return Landing(there.section, before.card.id if before and before.card else "")
        if down > 0:
            first = lines[at + 1].card if at + 1 < len(lines) and lines[at + 1].section == there.section else None
            return Landing(there.section, first.id if first else "")
        return Landing(lines[at - 1].section) if at > 0 else None

    def _ids(self) -> list[str]:
        return [card.id for card in self.cards]

    def _held_by(self, section: str) -> list[str]:
        return [line.card.id for line in self._rows.lines if line.card and line.section == section]

    def _lines(self) -> list[Line]:
        """Of the selected rows, from the top."""
        return [self._rows.lines[row] for row in sorted(self._selected())]
