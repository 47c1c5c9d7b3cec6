"""What the window asks of the person in front of it; tests put somebody else there."""

from contextlib import suppress
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox, QWidget

from desktop.dialogs.conflict import Conflict, ask_comparing, ask_conflict
from desktop.dialogs.crop import CropDialog, Cut
from desktop.dialogs.poster.errands import Errands
from desktop.dialogs.poster.picture import PictureDialog, PictureWish
from desktop.layout.style import Words
from desktop.panels.start.recents import day_of
from desktop.storage import processes
from desktop.storage.backups import Version
from desktop.storage.locks import Holder
from desktop.storage.pictures import SUFFIXES
from desktop.storage.reader import Opened

TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".xls", ".ods")

MARGINS = 24, 24, 24, 16
"""Px round a box, as round the other dialogs."""


class Answer(Enum):
    """What to do about changes that are not saved."""

    SAVE = "save"
    DISCARD = "discard"
    CANCEL = "cancel"


class Held(Enum):
    """What to do about a file on which somebody else works."""

    READ_ONLY = "read only"
    COPY = "copy"
    TAKE_OVER = "take over"
    CANCEL = "cancel"


class Slot(Protocol):
    """Where a print goes in: a printer that was chosen, by the name that the system has for it."""

    @property
    def name(self) -> str: ...

    def print_pdf(self, pdf: bytes, title: str) -> None:
        """Raises StorageError in one sentence."""


class Questions(Protocol):
    """Everything that stops the program until somebody answers. Paths are None when the person thought better of it."""

    def which_file(self, folder: Path) -> Path | None: ...

    def save_where(self, suggested: Path, suffix: str) -> Path | None: ...

    def save_changes(self, title: str, *, kept: bool) -> Answer: ...

    def may_revert(self, name: str) -> bool: ...

    def held(self, name: str, holder: Holder | None) -> Held: ...

    def which_pictures(self, folder: Path) -> list[Path]: ...

    def which_table(self, folder: Path) -> Path | None: ...

    def crop(self, image: QImage, before: Cut) -> Cut | None: ...

    def picture(self) -> PictureWish | None: ...

    def poster(self, errands: Errands) -> None: ...

    def printer(self, title: str) -> Slot | None: ...

    def which_folder(self, folder: Path) -> Path | None: ...

    def may_replace_all(self, name: str, count: int) -> bool: ...

    def large(self, path: Path, megabytes: float) -> bool: ...

    def failed(self, sentence: str) -> bool: ...

    def damaged(self, sentence: str, newest: Version | None) -> bool: ...

    def conflict(self, name: str, mine_modified: bool) -> Conflict: ...

    def compare(self, mine: Opened, theirs: Opened, ways: tuple[Conflict, ...]) -> Conflict: ...

    def tell(self, sentence: str) -> None: ...


class Dialogs:
    """The questions as dialogs over a window."""

    def __init__(self, parent: QWidget | None, words: Words) -> None:
        self._parent = parent
        self._words = words

    def which_file(self, folder: Path) -> Path | None:
        """A project to open."""
        filters = f"{self._words('file.project')} (*.journey)"
        name, _ = QFileDialog.getOpenFileName(self._parent, self._words("ask.open"), str(folder), filters)
        return Path(name) if name else None

    def save_where(self, suggested: Path, suffix: str) -> Path | None:
        """A file to write, with this suffix where another or none was typed; nothing is replaced without asking."""
        while (path := self._name(suggested, suffix)) is not None:
            if not path.exists() or self._may_replace(path):
                return path
            suggested = path
        return None

    def _name(self, suggested: Path, suffix: str) -> Path | None:
        """The name as completed here. The dialog does not ask about replacing: it would ask about what was typed."""
        filters = f"{self._words(f'file{suffix}')} (*{suffix})"
        dialog = QFileDialog(self._over, self._words("ask.save"), str(suggested.parent), filters)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(suggested.name)
        names = dialog.selectedFiles() if dialog.exec() else []
        dialog.deleteLater()
        return completed(Path(names[0]), suffix) if names else None

    def _may_replace(self, path: Path) -> bool:
        return self._may("replace_project" if path.suffix == ".journey" else "replace", path.name)

    def may_revert(self, name: str) -> bool:
        """Whether to go back to what stands in the file of this name."""
        return self._may("revert", name)

    def large(self, path: Path, megabytes: float) -> bool:
        """Whether to open a file of this size all the same."""
        return self._may("large", path.name, megabytes=f"{megabytes:.0f}")

    def _may(self, what: str, name: str, **more: str) -> bool:
        """Whether to do something with a file that one should think twice about; by default not."""
        box = message_box(self._over, QMessageBox.Icon.Warning, self._words(f"ask.{what}").format(name=name, **more))
        box.setInformativeText(self._words(f"ask.{what}_lost"))
        go = box.addButton(self._words(f"answer.{what}"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self._words("answer.cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return chosen is go

    def save_changes(self, title: str, *, kept: bool) -> Answer:
        """Save, discard or cancel. kept: what is discarded can be recovered."""
        box = message_box(self._parent, QMessageBox.Icon.Question, self._words("ask.changes").format(title=title))
        box.setInformativeText(self._words("ask.changes_lost" if kept else "ask.changes_unkept"))
        save = box.addButton(self._words("answer.save"), QMessageBox.ButtonRole.AcceptRole)
        discard = box.addButton(self._words("answer.discard"), QMessageBox.ButtonRole.DestructiveRole)
        cancel = box.addButton(self._words("answer.cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return Answer.SAVE if chosen is save else Answer.DISCARD if chosen is discard else Answer.CANCEL

    def failed(self, sentence: str) -> bool:
        """Whether to save under another name what could not be saved."""
        box = message_box(self._parent, QMessageBox.Icon.Warning, sentence)
        box.setInformativeText(self._words("ask.failed_kept"))
        elsewhere = box.addButton(self._words("answer.save_elsewhere"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(self._words("answer.cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(elsewhere)
        box.setEscapeButton(cancel)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return chosen is elsewhere

    def damaged(self, sentence: str, newest: Version | None) -> bool:
        """Whether to open the newest backup in place of a file that cannot be read; where there is none, only tells."""
        if newest is None:
            self.tell(sentence)
            return False
        when = day_of(newest.time.astimezone().isoformat(), self._words, QLocale())
        box = message_box(self._parent, QMessageBox.Icon.Warning, self._words("ask.damaged_title"))
        box.setInformativeText("\n\n".join((self._words("ask.damaged").format(when=when), sentence)))
        go = box.addButton(self._words("answer.backup"), QMessageBox.ButtonRole.AcceptRole)
        cancel = box.addButton(self._words("answer.cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go)
        box.setEscapeButton(cancel)
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return chosen is go

    def held(self, name: str, holder: Holder | None) -> Held:
        """Whether to open a file of this name only to read it; holder: None where nobody knows who works on it.

        Taking over is offered where nobody here can know whether the other one still works.
        """
        code = _held_by(holder)
        over = holder is None or holder.elsewhere
        box = message_box(self._parent, QMessageBox.Icon.Warning, self._words(code).format(name=name))
        advice = (self._words("ask.held_lost"), self._words("ask.held_over") if over else "")
        box.setInformativeText("\n\n".join(filter(None, (_who(holder, self._words), *advice))))
        buttons = {
            box.addButton(self._words("answer.read_only"), QMessageBox.ButtonRole.AcceptRole): Held.READ_ONLY,
            box.addButton(self._words("answer.open_copy"), QMessageBox.ButtonRole.ActionRole): Held.COPY,
        }
        if over:
            taken = box.addButton(self._words("answer.take_over"), QMessageBox.ButtonRole.DestructiveRole)
            buttons[taken] = Held.TAKE_OVER
        buttons[box.addButton(self._words("answer.cancel"), QMessageBox.ButtonRole.RejectRole)] = Held.CANCEL
        box.setDefaultButton(next(iter(buttons)))
        box.setEscapeButton(next(reversed(buttons)))
        box.exec()
        chosen = box.clickedButton()
        box.deleteLater()
        return next((answer for button, answer in buttons.items() if button is chosen), Held.CANCEL)

    def conflict(self, name: str, mine_modified: bool) -> Conflict:
        """What to do about a file of this name that another program has changed."""
        return ask_conflict(self._parent, name, self._words, mine_modified=mine_modified)

    def compare(self, mine: Opened, theirs: Opened, ways: tuple[Conflict, ...]) -> Conflict:
        """Shows two versions side by side; which of the ways was taken over it, CANCEL for none."""
        return ask_comparing(self._parent, self._words, mine, theirs, ways)

    def which_pictures(self, folder: Path) -> list[Path]:
        """Pictures to show on the map."""
        filters = f"{self._words('file.pictures')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
        names, _ = QFileDialog.getOpenFileNames(self._parent, self._words("ask.pictures"), str(folder), filters)
        return list(map(Path, names))

    def which_table(self, folder: Path) -> Path | None:
        """A table of feedback or of a test's results."""
        filters = f"{self._words('file.table')} ({' '.join(f'*{suffix}' for suffix in TABLES)})"
        name, _ = QFileDialog.getOpenFileName(self._parent, self._words("ask.table"), str(folder), filters)
        return Path(name) if name else None

    def crop(self, image: QImage, before: Cut) -> Cut | None:
        """The part of a picture that is shown."""
        dialog = CropDialog(image, before, self._words, self._parent)
        cut = dialog.cut if dialog.exec() else None
        dialog.deleteLater()
        return cut

    def picture(self) -> PictureWish | None:
        """Paper and orientation of a picture."""
        dialog = PictureDialog(self._words, self._parent)
        wish = dialog.wish() if dialog.exec() else None
        dialog.deleteLater()
        return wish

    def poster(self, errands: Errands) -> None:
        """Opens the dialog for printing, which asks for its errands while it is open."""
        from desktop.dialogs.poster.dialog import PosterDialog  # noqa: PLC0415 - imports no start should wait for

        PosterDialog(errands, self._parent).open()

    def printer(self, title: str) -> Slot | None:
        """A printer of the system's."""
        from desktop.printing import choose, names  # noqa: PLC0415 - imports no start should wait for

        if not names():
            self.tell(self._words("print.no_printer"))
            return None
        return choose(self._over, title)

    def which_folder(self, folder: Path) -> Path | None:
        """A folder to write to."""
        name = QFileDialog.getExistingDirectory(self._over, self._words("ask.folder"), str(folder))
        return Path(name) if name else None

    def may_replace_all(self, name: str, count: int) -> bool:
        """Whether to write over so many files in the folder of this name."""
        return self._may("replace_all", name, count=str(count))

    @property
    def _over(self) -> QWidget | None:
        """The dialog that is open over the window, or the window."""
        return QApplication.activeModalWidget() or self._parent

    def tell(self, sentence: str) -> None:
        tell(self._over, sentence)


def _held_by(holder: Holder | None) -> str:
    """The code of the sentence that tells who works on a file."""
    if holder is None:
        return "ask.held_unclear"
    if holder.here:
        return "ask.held_here"
    return "ask.held_mine" if holder.user == processes.user() and not holder.elsewhere else "ask.held"


def _who(holder: Holder | None, words: Words) -> str:
    """Name, computer and time, as far as they are known."""
    if holder is None:
        return ""
    with suppress(ValueError, OverflowError, OSError):
        since = datetime.fromisoformat(holder.since).astimezone().isoformat()
        return " · ".join(filter(None, (holder.user, holder.host, day_of(since, words, QLocale()))))
    return " · ".join(filter(None, (holder.user, holder.host)))


def completed(path: Path, suffix: str) -> Path:
    """The path with this suffix; what stands after another dot is part of the name, as in “plan v1.2”."""
    return path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)


def tell(parent: QWidget | None, sentence: str) -> None:
    """One sentence in a box, as plain text; returns when it is closed."""
    box = message_box(parent, QMessageBox.Icon.Warning, sentence)
    box.exec()
    box.deleteLater()


class PlainBox(QMessageBox):
    """A box whose texts are never taken for markup, which would read files: they may hold names that came with one."""

    def setInformativeText(self, text: str) -> None:
        super().setInformativeText(text)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)

    def showEvent(self, event: QShowEvent) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(*MARGINS)
        super().showEvent(event)


def message_box(parent: QWidget | None, icon: QMessageBox.Icon, text: str) -> QMessageBox:
    """A box of this program."""
    box = PlainBox(parent)
    box.setWindowTitle("Journeywall")
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setIcon(icon)
    box.setText(text)
    return box
