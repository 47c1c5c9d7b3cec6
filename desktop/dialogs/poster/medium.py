"""The third question: on which printer or paper, and how large."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.dialogs.poster.choices import (
    LAID,
    MEDIA,
    ROLL,
    TILES,
    WAYS,
    margin,
    medium,
    printer_of,
    put_margin,
    put_on,
    sized,
)
from desktop.dialogs.poster.fields import ROW, Count, Form, Measure, Pick, Segments, beside
from desktop.dialogs.poster.papers import ROLL_GROUPS, SHEET_GROUPS, PaperPick
from desktop.layout.style import Words
from desktop.panels.plaintext import plain
from desktop.plan.printers import PRINTERS, PrinterProfile
from desktop.plan.settings import CARD_TEXT, LOOSE, MOST_SHEETS, ORIENTATIONS, Settings, Tiling, tiled

OWN = "own"
"""Margins that belong to no printer of the list."""


class MediumPage(QWidget):
    """changed(settings): on something else, or in another size."""

    changed = Signal(object)

    def __init__(self, words: Words, printers: Sequence[PrinterProfile] = (), papers: Sequence[str] = ()) -> None:
        super().__init__()
        self._words = words
        self._settings = Settings()
        self._before: dict[str, Settings] = {}
        self._printers = (*printers, *PRINTERS)
        self._printer = ""
        self.medium = Segments(words("poster.medium"), [(each, words(f"poster.on_{each}")) for each in MEDIA])
        self.way = Pick(words("poster.way"))
        self.paper = PaperPick(words("poster.paper"), SHEET_GROUPS, words, papers)
        self.roll = PaperPick(words("poster.roll"), ROLL_GROUPS, words, papers)
        self.tile = PaperPick(words("poster.tile"), SHEET_GROUPS + ROLL_GROUPS, words, papers)
        turns = [(each, words(f"poster.lies_{each}")) for each in ORIENTATIONS]
        self.orientation = Pick(words("poster.orientation"), turns)
        self.across = Count(words("poster.across"), 1, MOST_SHEETS)
        self.down = Count(words("poster.down"), 1, MOST_SHEETS)
        self.shape = beside(self.across, plain("×"), self.down, plain(words("poster.shape")))
        self.text = Measure(words("poster.card_text"), CARD_TEXT, "pt")
        self.printer = Pick(words("poster.printer"), self._printer_options())
        self.reflow = QCheckBox(words("poster.reflow"))
        self.problem = plain("", "problem", wrapped=True)
        self._arrange()
        self._follow()

    def _arrange(self) -> None:
        words, self.form = self._words, Form()
        self.form.add(words("poster.tile"), self.tile)
        self.form.add(words("poster.way"), self.way)
        self.form.add(words("poster.paper"), self.paper)
        self.form.add(words("poster.roll"), self.roll)
        self.form.add(words("poster.shape_caption"), self.shape)
        self.form.add(words("poster.card_text"), self.text)
        self.form.add(words("poster.orientation"), self.orientation)
        self.form.add(words("poster.printer"), self.printer)
        self.form.add("", self.reflow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW + 4)
        for widget in (self.medium, self.form, self.problem):
            column.addWidget(widget)
        self.problem.hide()

    def _follow(self) -> None:
        self.medium.picked.connect(self._set_medium)
        self.way.picked.connect(self._set_way)
        self.paper.chosen.connect(self._set_paper)
        self.roll.chosen.connect(self._set_paper)
        self.tile.chosen.connect(self._set_tile)
        self.orientation.picked.connect(self._set_orientation)
        self.across.typed.connect(self._set_shape)
        self.down.typed.connect(self._set_shape)
        self.text.typed.connect(self._set_text)
        self.printer.picked.connect(self._set_printer)
        self.reflow.clicked.connect(self._set_reflow)
        for pick in (self.paper, self.roll, self.tile):
            pick.refused.connect(self.show_problem)

    def show_settings(self, settings: Settings) -> None:
        """Shows on what and how large it is printed, without telling anybody."""
        self._settings = settings
        kind = medium(settings)
        tiling = settings.tiling or Tiling()
        self.medium.show_value(kind)
        self.way.offer([(each, self._words(f"poster.way_{each}")) for each in WAYS[kind]])
        self.way.show_value(settings.sizing)
        (self.roll if kind == ROLL else self.paper).show_paper(settings.paper)
        self.tile.show_paper(tiling.sheet)
        self.orientation.show_value(tiling.orientation if kind == TILES else settings.orientation)
        self.across.show_value(settings.across or 1)
        self.down.show_value(settings.down or 1)
        self.text.show_value(settings.card_text or CARD_TEXT[0])
        self.printer.show_value(self._known_printer())
        self.reflow.setChecked(tiling.seams == "reflow")
        loose = settings.content in LOOSE
        self.medium.setVisible(not loose)
        self._show_rows(kind, "paper" if loose else settings.sizing)
        self.form.show_row(self.way, not loose)

    def show_problem(self, sentence: str) -> None:
        """Why what was typed is no paper, or why nothing can be printed; "" for nothing."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))

    def _show_rows(self, kind: str, way: str) -> None:
        on_paper = way == "paper" and kind != ROLL
        shown = {
            self.tile: kind == TILES,
            self.paper: on_paper,
            self.roll: kind == ROLL,
            self.shape: way == "sheets",
            self.text: way == "text",
            self.orientation: kind == TILES or on_paper,
            self.reflow: kind == TILES,
        }
        for field, visible in shown.items():
            self.form.show_row(field, visible)

    def _known_printer(self) -> str:
        """The one that was picked, as long as its margins hold, for several may have the same."""
        picked = next((each for each in self._printers if each.name == self._printer), None)
        if picked is not None and picked.margin == margin(self._settings):
            return picked.name
        return printer_of(self._settings, self._printers)

    def _printer_options(self) -> list[tuple[str, str]]:
        usual = [("", self._words("poster.printer_usual"))]
        named = [(each.name, self._printer_name(each)) for each in self._printers]
        return [*usual, *named, (OWN, self._words("poster.printer_own"))]

    def _printer_name(self, printer: PrinterProfile) -> str:
        code = f"printer.{printer.name}"
        return self._words(code) if printer in PRINTERS else printer.name

    def _set_medium(self, kind: str) -> None:
        """What was chosen for this one before comes back."""
        self._before[medium(self._settings)] = self._settings
        known = self._before.get(kind)
        changed = put_on(self._settings, kind)
        if known is not None:
            changed = replace(self._settings, **{name: getattr(known, name) for name in LAID})
        self._tell(changed)

    def _set_way(self, way: str) -> None:
        self._tell(sized(self._settings, way))

    def _set_paper(self, name: str) -> None:
        self._tell(replace(self._settings, paper=name))

    def _set_tile(self, name: str) -> None:
        self._tell(tiled(self._settings, sheet=name))

    def _set_orientation(self, orientation: str) -> None:
        if self._settings.tiling is None:
            self._tell(replace(self._settings, orientation=orientation))
        else:
            self._tell(tiled(self._settings, orientation=orientation))

    def _set_shape(self) -> None:
        self._tell(replace(self._settings, across=self.across.value(), down=self.down.value()))

    def _set_text(self, size: float) -> None:
        self._tell(replace(self._settings, card_text=size))

    def _set_printer(self, name: str) -> None:
        if name == OWN:
            self.show_settings(self._settings)  # margins of one's own are typed under Print shop
            return
        self._printer = name
        white = next((each.margin for each in self._printers if each.name == name), None)
        self._tell(put_margin(self._settings, white))

    def _set_reflow(self, wanted: bool) -> None:
        self._tell(tiled(self._settings, seams="reflow" if wanted else "aware"))

    def _tell(self, settings: Settings) -> None:
        self.show_problem("")
        self.show_settings(settings)
        self.changed.emit(settings)
