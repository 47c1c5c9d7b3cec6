"""The list of papers: every name there is, one's own sizes, and any other that is typed."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCompleter

from desktop.dialogs.poster.fields import Pick
from desktop.layout.style import Words
from desktop.plan.paper import GROUPS, MOST, PaperError, paper
from desktop.plan.units import told

SHEET_GROUPS = ("iso-a", "iso-b", "poster", "us", "ansi", "arch")
ROLL_GROUPS = ("roll",)


class PaperPick(Pick):
    """chosen(name): another paper. refused(sentence): what was typed is none, and why; "" once it is one."""

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self, caption: str, groups: Sequence[str], words: Words, own: Iterable[str] = ()) -> None:
        super().__init__(caption)
        self._words = words
        self._groups = groups
        self._name = ""
        self.setEditable(True)
        self.setInsertPolicy(Pick.InsertPolicy.NoInsert)
        self.setCompleter(QCompleter(self))  # knows nothing: the usual one finishes measures
        self.setMaxVisibleItems(20)
        self.offer_own(own)
        self.picked.connect(self._take)
        field = self.lineEdit()
        if field is not None:
            field.editingFinished.connect(self._read)

    def offer_own(self, own: Iterable[str]) -> None:
        """All papers, one's own first."""
        rolls = "roll" in self._groups
        mine = [name for name in own if _fits(name, rolls=rolls)]
        groups = {"own": mine, **{group: GROUPS[group] for group in self._groups}}
        self.clear()
        for group, names in groups.items():
            if names and sum(map(bool, groups.values())) > 1:
                self.head(self._words(f"paper.{group}"))
            for name in names:
                self.addItem(told_paper(name, self._words), name)
        self.show_paper(self._name)

    def show_paper(self, name: str) -> None:
        """Without telling anybody."""
        self._name = name
        self.setCurrentIndex(self.findData(name))
        self.setEditText(told_paper(name, self._words) if name else "")

    def _take(self, name: object) -> None:
        if isinstance(name, str):
            self._choose(name)

    def _read(self) -> None:
        """What was typed; a paper is named as in the list or by its measures."""
        text = self.currentText().strip()
        if not text or text == told_paper(self._name, self._words):
            self.show_paper(self._name)
            return
        known = self.findText(text)
        name = str(self.itemData(known)) if known >= 0 else text
        try:
            found = paper(name if not _bare_roll(name, self._groups) else f"roll-{name}")
        except PaperError as error:
            self.refused.emit(self._words(f"poster.paper_{error.code}").format(name=error.name, most=f"{MOST:g}"))
            return
        if found.is_roll != ("roll" in self._groups):
            self.refused.emit(self._words("poster.paper_roll" if found.is_roll else "poster.paper_sheet"))
            return
        self._choose(f"roll-{name}" if _bare_roll(name, self._groups) else name)

    def _choose(self, name: str) -> None:
        self.refused.emit("")
        before = self._name
        self.show_paper(name)
        if name != before:
            self.chosen.emit(name)


def is_own(name: str) -> bool:
    """Whether a paper stands in no list of names."""
    known = {each.lower() for names in GROUPS.values() for each in names}
    return bool(name) and name.lower() not in known


def told_paper(name: str, words: Words) -> str:
    """“A0”, “914 mm roll”, “700 × 1000 mm”: a name as it stands in a list."""
    if not name:
        return words("paper.free")
    if name.lower().startswith("roll-"):
        return words("poster.roll_named").format(width=_spaced(name[5:]))
    return _spaced(name.replace("x", " × ")) if name[:1].isdigit() and "x" in name else name


def told_size(size: tuple[float, float], unit: str = "mm") -> str:
    """“1 189 × 841 mm”, millimetres without decimals and with a narrow space, which no language reads as a comma."""
    width, height = (f"{side:,.0f}".replace(",", "\u202f") if unit == "mm" else told(side, unit) for side in size)
    return f"{width} × {height} {unit}"


def _spaced(measure: str) -> str:
    """“914mm” as “914 mm”."""
    for unit in ("mm", "cm", "in"):
        if measure.endswith(unit):
            return f"{measure.removesuffix(unit).strip()} {unit}"
    return measure


def _bare_roll(name: str, groups: Sequence[str]) -> bool:
    """Whether a width alone was typed where a roll is meant."""
    return "roll" in groups and "roll" not in name.lower() and "x" not in name.lower()


def _fits(name: str, *, rolls: bool) -> bool:
    try:
        return paper(name).is_roll == rolls
    except PaperError:
        return False
