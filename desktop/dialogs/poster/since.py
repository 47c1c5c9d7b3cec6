"""What has changed since the last print of an edition, and how much of it is printed again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.dialogs.poster.fields import ROW, Segments
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.plan.settings import Settings
from desktop.poster.pins import Changes

ALL, SHEETS, PATCHES = "all", "sheets", "patches"
WAYS = (ALL, SHEETS, PATCHES)
"""Everything; the sheets on which something is other; the changed cards alone, to be glued over."""

FEW = 3
"""So many sheets are named; of more it is said how many there are."""


def way_of(settings: Settings) -> str:
    """How much is printed again."""
    if settings.content == "stickers":
        return PATCHES
    return SHEETS if settings.changed_only else ALL


def printed_again(settings: Settings, way: str) -> Settings:
    """With so much printed again."""
    content = "stickers" if way == PATCHES else "map" if settings.content == "stickers" else settings.content
    return replace(settings, content=content, changed_only=way == SHEETS)


def lasting(settings: Settings) -> Settings:
    """What an edition keeps: how much is printed again is for one time only."""
    return printed_again(settings, ALL)


def told(changes: Sequence[Changes], words: Words) -> str:
    """“Since the last print: 2 new, 1 changed, 1 gone.”"""
    if not any(each.any for each in changes):
        return words("since.nothing")
    parts = ", ".join(_counts(changes, words))
    sentences = [words("since.changed").format(changes=parts) if parts else words("since.other")]
    if any(each.refitted for each in changes):
        sentences.append(words("since.refitted"))
    return " ".join(sentences)


def _counts(changes: Sequence[Changes], words: Words) -> Iterator[str]:
    found = Counter(code for each in changes for code in each.of.values())
    found["gone"] = sum(each.gone for each in changes)
    for code in ("new", "changed", "moved", "gone"):
        if found[code]:
            yield words(f"since.{code}_things").format(count=found[code])


class SincePage(QWidget):
    """changed(settings): another part is printed again. Hidden where nobody knows of a print before."""

    changed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._settings = Settings()
        self._changes: tuple[Changes, ...] = ()
        self.told = plain("", "quiet", wrapped=True)
        self.ways = Segments(words("since.ways"), [(each, words(f"since.{each}")) for each in WAYS])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW)
        column.addWidget(self.told)
        column.addWidget(self.ways)
        self.ways.picked.connect(self._take)
        self.hide()

    def show_settings(self, settings: Settings) -> None:
        """Shows how much is printed again, without telling anybody."""
        self._settings = settings
        self.ways.show_value(way_of(settings))
        self._show_state()

    def show_changes(self, changes: Sequence[Changes | None]) -> None:
        """Of each poster, None for those that were not printed before."""
        self._changes = tuple(each for each in changes if each is not None)
        self.told.setText(told(self._changes, self._words) if self._changes else "")
        self._show_state()

    def _show_state(self) -> None:
        """What is no choice can still be taken back."""
        way = way_of(self._settings)
        sheets = tuple(dict.fromkeys(name for each in self._changes for name in each.sheets))
        tiled = self._settings.tiling is not None
        self.ways.button(SHEETS).setVisible(tiled or len(self._changes) > 1 or way == SHEETS)
        self.ways.button(SHEETS).setText(self._sheets(sheets))
        some = any(each.any for each in self._changes)
        self.ways.button(SHEETS).setEnabled(way == SHEETS or (bool(sheets) if tiled else some))
        self.ways.button(PATCHES).setEnabled(way == PATCHES or any(each.inked for each in self._changes))
        self.told.setVisible(bool(self._changes))
        self.ways.setVisible(some or way != ALL)
        self.setVisible(bool(self._changes) or way != ALL)

    def _sheets(self, names: Sequence[str]) -> str:
        if not names:
            return self._words("since.sheets")
        if len(names) <= FEW:
            return self._words("since.sheets_named").format(sheets=", ".join(names))
        return self._words("since.sheets_counted").format(count=len(names))

    def _take(self, way: str) -> None:
        settings = printed_again(self._settings, way)
        self.show_settings(settings)
        self.changed.emit(settings)
