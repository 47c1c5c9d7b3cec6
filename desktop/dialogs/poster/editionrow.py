"""Which edition is shown, and what can be done with it: saved ways to print, which stand in the project."""

from functools import partial

from pydantic import JsonValue
from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.desk.desk import Desk
from desktop.dialogs.poster.choices import PRESETS
from desktop.dialogs.poster.editionmenu import EditionMenu
from desktop.dialogs.poster.fields import ROW, Pick
from desktop.dialogs.poster.since import lasting
from desktop.dialogs.title import ask_title
from desktop.document.base import in_order
from desktop.document.edits.editions import (
    add_edition,
    assign_edition,
    move_edition,
    pin_edition,
    remove_edition,
    rename_edition,
    set_edition,
)
from desktop.document.project import Edition
from desktop.layout.short import short
from desktop.panels.icons import icon
from desktop.panels.plaintext import plain
from desktop.plan.settings import Settings, kept
from desktop.poster.editions import settings_of
from desktop.poster.refusals import PosterError

PRESET = "preset:"
"""Begins the value of an entry that is no edition yet."""


class EditionRow(QWidget):
    """taken(settings): another edition, or a preset to begin with, was chosen. told(sentence): it cannot be read, or is
    not among those of this map any more."""

    taken = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._words = words = desk.words
        self._settings = Settings()
        self.pick = Pick(words("edition.title"))
        self.pick.setMinimumWidth(230)
        self.pick.setPlaceholderText(words("edition.none"))
        self.keep = QPushButton(words("edition.keep"))
        self.keep.setAutoDefault(False)
        self.more = QToolButton()
        self.more.setObjectName("more")
        self.more.setIcon(icon("more"))
        self.more.setToolTip(words("edition.more"))
        self.more.setAccessibleName(words("edition.more"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = self._make_menu()
        self.acts = self.menu.acts
        self.more.setMenu(self.menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(ROW)
        label = plain(words("edition.title"), "caption")
        label.setBuddy(self.pick)
        for widget in (label, self.pick, self.keep, self.more):
            row.addWidget(widget)
        self.current = ""
        self.show_editions()
        self.pick.picked.connect(self._take)
        self.keep.clicked.connect(self.save)

    @property
    def edition(self) -> Edition | None:
        """The one that is shown, if it stands in the project."""
        return next((each for each in self._desk.project.editions if each.id == self.current), None)

    @property
    def differs(self) -> bool:
        """Whether what is shown is not what the edition says."""
        edition = self.edition
        return edition is None or self._kept(edition) != (edition.settings or {})

    @property
    def pin(self) -> JsonValue:
        """Where everything stood when the edition that is shown was printed last."""
        return self.edition.pin if self.edition else None

    def begin(self) -> Settings:
        """The first edition of the project for this map, or the usual wall where there is none."""
        for edition in self._listed():
            self.current = edition.id
            self.show_editions()
            try:
                return settings_of(edition)
            except PosterError as error:
                self.told.emit(error.said(self._words))
        self.current = f"{PRESET}wall" if not self.edition else self.current
        self.show_editions()
        return PRESETS["wall"]

    def resume(self, edition: str) -> None:
        """With the edition or preset that was shown before, if it is still there."""
        self.current = edition
        self.show_editions()

    def show_settings(self, settings: Settings) -> None:
        """What would be saved."""
        self._settings = settings
        self._show_state()

    def show_editions(self) -> None:
        """Those of the project, and what a new one can begin with."""
        options: list[tuple[str | None, str]] = [
            (each.id, short(each.title or self._words("edition.untitled"))) for each in self._listed()
        ]
        presets = [(f"{PRESET}{name}", self._words(f"edition.{name}")) for name in PRESETS]
        self.pick.offer([*options, *([(None, "")] if options else []), *presets])
        if self.pick.findData(self.current) < 0:
            self.current = ""
        self.pick.show_value(self.current)
        self._show_state()

    def save(self) -> None:
        """Into the edition that is shown; a new one where it is none yet."""
        edition = self.edition
        if edition is None:
            self.save_as(self.pick.currentText() or self._words("edition.wall"))
            return
        settings = self._kept(edition)
        self._desk.attempt(self._words("edit.edition"), lambda project: set_edition(project, edition.id, settings))
        self.show_editions()

    def keep_places(self, pin: JsonValue) -> None:
        """The edition remembers where everything stood when it was printed, if it is to stay there; what was printed
        is the edition from now on, a new one where there was none."""
        if not self._settings.keep or pin is None or self._desk.session.read_only:
            return
        if self.differs:
            self.save()
        edition = self.edition
        if edition is not None:
            today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
            remember = partial(pin_edition, edition_id=edition.id, pin=pin, printed=today)
            self._desk.attempt(self._words("edit.edition_printed"), remember)

    def save_as(self, title: str) -> None:
        """As a new edition of this map."""
        before = {each.id for each in self._desk.project.editions}
        add = partial(
            add_edition,
            title=title,
            new_id=self._desk.new_id,
            map_id=self._desk.map_id,
            settings=lasting(self._settings).to_json(),
        )
        self._desk.attempt(self._words("edit.edition_new"), add)
        self.current = next((each.id for each in self._desk.project.editions if each.id not in before), self.current)
        self.show_editions()

    def rename(self, title: str) -> None:
        edition = self.edition
        if edition is not None and title.strip():
            self._desk.attempt(
                self._words("edit.edition_name"), lambda project: rename_edition(project, edition.id, title.strip())
            )
            self.show_editions()

    def remove(self) -> None:
        """The edition goes; what is shown stays as it is."""
        edition = self.edition
        if edition is not None:
            self._desk.attempt(self._words("edit.edition_gone"), lambda project: remove_edition(project, edition.id))
            self.current = ""
            self.show_editions()

    def move_by(self, by: int) -> None:
        """One place up (-1) or down (1) among those of this map; the first is what the dialog begins with."""
        row = [each.id for each in self._listed()]
        at = row.index(self.current) if self.current in row else -1
        if at < 0 or not 0 <= at + by < len(row):
            return
        upper, lower = sorted((at, at + by))
        swap = partial(move_edition, edition_id=row[lower], before=row[upper])
        self._desk.attempt(self._words("edit.edition_moved"), swap)
        self.show_editions()

    def assign(self, map_id: str) -> None:
        """It prints this map from now on; "" for whichever is shown. With another map it is among that one's."""
        edition = self.edition
        if edition is None:
            return
        assigned = partial(assign_edition, edition_id=edition.id, map_id=map_id)
        if self._desk.attempt(self._words("edit.edition_map"), assigned):
            self.show_editions()
            if map_id not in ("", self._desk.map_id):
                title = next((each.title for each in self._desk.project.maps if each.id == map_id), "")
                said = self._words("edition.elsewhere")
                self.told.emit(said.format(edition=edition.title, map=title or self._words("project.untitled")))

    def _listed(self) -> list[Edition]:
        """Those that print the map that is shown."""
        return [each for each in in_order(self._desk.project.editions) if each.map in ("", self._desk.map_id)]

    def _kept(self, edition: Edition) -> JsonValue:
        return kept(lasting(self._settings), edition.settings)

    def _make_menu(self) -> EditionMenu:
        menu = EditionMenu(self._words, self)
        menu.acts["save_as"].triggered.connect(self._ask_new)
        menu.acts["rename"].triggered.connect(self._ask_name)
        menu.acts["up"].triggered.connect(self._move_up)
        menu.acts["down"].triggered.connect(self._move_down)
        menu.acts["remove"].triggered.connect(self.remove)
        menu.assigned.connect(self.assign)
        return menu

    def _move_up(self) -> None:
        self.move_by(-1)

    def _move_down(self) -> None:
        self.move_by(1)

    def _show_state(self) -> None:
        """Nothing can be changed in a project that is only read."""
        edition, fixed = self.edition, self._desk.session.read_only
        there, row = edition is not None, [each.id for each in self._listed()]
        ends = {"up": row[:1], "down": row[-1:]}
        self.keep.setText(self._words("edition.update" if there else "edition.keep"))
        self.keep.setEnabled(self.differs and not fixed)
        for name, act in self.acts.items():
            act.setEnabled(not fixed and (there or name == "save_as") and self.current not in ends.get(name, ()))
        titles = ((each.id, each.title) for each in in_order(self._desk.project.maps))
        self.menu.show_maps(titles, edition.map if edition else "")

    def _take(self, value: str) -> None:
        self.current = value
        if value.startswith(PRESET):
            self.taken.emit(PRESETS[value.removeprefix(PRESET)])
            return
        edition = self.edition
        if edition is None:
            return
        try:
            settings = settings_of(edition)
        except PosterError as error:
            self.told.emit(error.said(self._words))
        else:
            self.taken.emit(settings)

    def _ask_new(self) -> None:
        title = self._asked(self._words("edition.save_as"), self.pick.currentText())
        if title:
            self.save_as(title)

    def _ask_name(self) -> None:
        edition = self.edition
        title = self._asked(self._words("edition.rename"), edition.title) if edition else ""
        if title:
            self.rename(title)

    def _asked(self, question: str, before: str) -> str:
        return ask_title(question.rstrip("…"), self._words("edition.name"), before, self._words, self)


def preset_of(content: str) -> str:
    """The value of the entry to begin with for a content; "" where there is none."""
    return next((f"{PRESET}{name}" for name, each in PRESETS.items() if each.content == content), "")
