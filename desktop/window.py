"""The main window: one project, one of its maps at a time."""

import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QVBoxLayout, QWidget

from desktop.actions import TOP, fill_menu, make_actions, of_group
from desktop.canvas.canvas import Canvas
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.desk.desk import Desk
from desktop.dialogs.poster import print_poster
from desktop.dialogs.questions import Answer, Dialogs, Questions
from desktop.document.base import in_order
from desktop.document.history import Entry
from desktop.document.ids import Ids, ids_of
from desktop.panels.banner import Banner
from desktop.panels.facts import Facts
from desktop.panels.mapbar import MapBar
from desktop.panels.toprow import TopRow
from desktop.panels.waiting import waiting
from desktop.panels.zoombar import ZoomBar
from desktop.resources import style, typesetter, words
from desktop.session import Session
from desktop.storage.errors import ChangedOnDiskError, NewerFileError, SaveAsError, StorageError

SIZE = (1440, 900)
SUFFIX = ".journey"


class Home(Protocol):
    """What a window asks of the program around it."""

    def open_start(self) -> None:
        """Shows the page on which projects are begun and opened."""

    def open_path(self, path: Path) -> None:
        """Raises StorageError."""

    def remember(self, path: Path) -> None:
        """Keeps a file among the recent ones."""

    def leave(self, window: "Window") -> None:
        """Called when a window has been closed for good."""

    def show_preferences(self) -> None: ...

    def show_about(self) -> None: ...

    def quit(self) -> None: ...


class Window(QMainWindow):
    """Shows a session. Everything that happens to the project goes through it; the window only follows."""

    def __init__(self, session: Session, home: Home, questions: Questions | None = None, language: str = "en") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.session = session
        self.desk = Desk(session, words(language), Ids(secrets.randbits, ids_of(session.project)))
        self._home = home
        self._words = words(language)
        self._questions = questions or Dialogs(self, self._words)
        self._saved_at = ""
        self._dismissed = False
        self.acts = make_actions(self, self._words)
        self.canvas = self._make_canvas()
        self._make_rows()
        self._show_project()
        self.desk.shown.connect(self._show_project)
        self.desk.said.connect(self._say)
        session.saved.connect(self._note_saved)
        self.resize(*SIZE)
        self.canvas.setFocus()

    def new_window(self) -> None:
        """Where projects are begun."""
        self._home.open_start()

    def open(self) -> None:
        """Asks for a file and opens it in a window."""
        path = self._questions.which_file(self._folder())
        if path is not None:
            try:
                self._home.open_path(path)
            except StorageError as error:
                self._questions.tell(str(error))

    def save(self) -> bool:
        """Whether the project stands on the disk afterwards; asks for a name when it needs one."""
        try:
            self.session.save()
        except ChangedOnDiskError as error:
            self._questions.tell(str(error))
            return self._save_under(self._copy())
        except NewerFileError:
            return self._save_under(self._copy())
        except SaveAsError:
            return self.save_as()
        except StorageError as error:
            self._questions.tell(str(error))
            return False
        return True

    def save_as(self) -> bool:
        """Asks for a name and saves under it; whether that was done."""
        return self._save_under(self.session.path or self._suggested(SUFFIX))

    def _save_under(self, suggested: Path) -> bool:
        path = self._questions.save_where(suggested, SUFFIX)
        if path is None:
            return False
        try:
            self.session.save_as(path)
        except StorageError as error:
            self._questions.tell(str(error))
            return False
        return True

    def undo(self) -> None:
        """Takes back the last edit and shows where it happened."""
        self._show_entry(self.desk.undo(), "status.undone")

    def redo(self) -> None:
        """Does again what was undone last, and shows where."""
        self._show_entry(self.desk.redo(), "status.redone")

    def export_pdf(self) -> None:
        """Prints the map on the wall."""
        self._export(".pdf")

    def export_svg(self) -> None:
        self._export(".svg")

    def export_png(self) -> None:
        self._export(".png")

    def select_all(self) -> None:
        """All cards of the map."""
        journey = self.desk.journey
        self.desk.select(card.id for lane in journey.lanes for card in lane.cards) if journey else None

    def zoom_in(self) -> None:
        self.canvas.zoom_in()

    def zoom_out(self) -> None:
        self.canvas.zoom_out()

    def zoom_actual(self) -> None:
        self.canvas.zoom_actual()

    def fit(self) -> None:
        self.canvas.fit()

    def preferences(self) -> None:
        """What can be chosen for the whole program."""
        self._home.show_preferences()

    def about(self) -> None:
        """Version, licence and notices."""
        self._home.show_about()

    def quit(self) -> None:
        """Closes all windows, each asking about what is not saved."""
        self._home.quit()

    def dismiss(self) -> None:
        """Closes without a question: the session goes on in another window."""
        self._dismissed = True
        self.close()

    def show_map(self, map_id: str) -> None:
        """Shows one of the project's maps."""
        self.desk.show_map(map_id)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # an exception in here would close the window otherwise
        if self._may_close():
            self.desk.leave()
            self.session.saved.disconnect(self._note_saved)
            self._home.leave(self)
            event.accept()

    def _may_close(self) -> bool:
        if self._dismissed or not self.session.modified:
            return True
        answer = self._questions.save_changes(self._title())
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.save())

    def _make_canvas(self) -> Canvas:
        project, setter = self.session.project, typesetter()
        studio = Studio(setter, style("screen", project.brand.accent), words(project.language))
        sheet = Sheet(studio, ShapePainter(setter.fonts, self._asset_bytes))
        return Canvas(self.desk, studio, sheet)

    def _make_rows(self) -> None:
        menu = QMenu(self)
        fill_menu(menu, self.acts, self._words)
        self._top = TopRow(menu, [self.acts[act.id] for act in TOP], self._words("action.print"))
        self._top.strong.connect(self.export_pdf)
        self._maps = MapBar(self._words)
        self._maps.chosen.connect(self.show_map)
        self._facts = Facts(self._words)
        self.setStatusBar(self._facts)
        zoom = (self.acts[name] for name in ("zoom_out", "zoom_actual", "zoom_in", "fit"))
        self._zoom = ZoomBar(self.canvas, *zoom)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self._top, self._maps, *self._make_banner(), self.canvas):
            column.addWidget(widget)
        self.setCentralWidget(middle)

    def _make_banner(self) -> Iterator[Banner]:
        """What the person should know of the file before working on it, if anything."""
        newer = [self._words("banner.newer")] if self.session.newer else []
        sentences = (*newer, *self.session.messages)
        if sentences:
            yield Banner(sentences, self._words("banner.read"))

    def _show_project(self) -> None:
        project = self.session.project
        shown = self.desk.journey
        self._maps.show_maps(in_order(project.maps), self.desk.map_id)
        if shown:
            self._facts.show_map(shown)
        else:
            self._facts.show_nothing()
        self._top.show_project(self._title())
        self._show_state()

    def _show_state(self) -> None:
        """Title, what can be undone, whether all is saved."""
        session = self.session
        self.setWindowTitle(f"{self._title()}[*] – Journeywall")
        self.setWindowModified(session.modified)
        for act in of_group("export"):
            self.acts[act.id].setEnabled(bool(self.desk.map_id))
        self._top.print_button.setEnabled(bool(self.desk.map_id))
        self.acts["undo"].setEnabled(session.undoable is not None)
        self.acts["redo"].setEnabled(session.redoable is not None)
        self._facts.show_saved(self._saved_at, modified=session.modified, new=session.path is None)

    def _say(self, sentence: str) -> None:
        self._facts.say(sentence)

    def _note_saved(self, path: Path) -> None:
        self._saved_at = _now()
        self._home.remember(path)
        self._show_state()

    def _show_entry(self, entry: Entry | None, said: str) -> None:
        if entry is None:
            return
        self.canvas.point_out(entry.selection)
        self._facts.say(self._words(said).format(label=entry.label))

    def _export(self, suffix: str) -> None:
        wish = self._questions.poster() if self.desk.map_id else None
        path = self._questions.save_where(self._suggested(suffix), suffix) if wish else None
        if wish is None or path is None:
            return
        try:
            with waiting():
                print_poster(self.session.project, self.session.assets, self.desk.map_id, path, wish)
        except StorageError as error:
            self._questions.tell(str(error))
        else:
            self._facts.say(self._words("status.printed").format(path=path.name))

    def _asset_bytes(self, key: str) -> bytes | None:
        asset = self.session.assets.get(key)
        try:
            return asset.content() if asset else None
        except ValueError:
            return None  # a damaged picture is a finding of the checks, and shown as a missing one

    def _title(self) -> str:
        path = self.session.path
        return self.session.project.title or (path.stem if path else self._words("project.untitled"))

    def _folder(self) -> Path:
        path = self.session.path
        return path.absolute().parent if path else Path.home()

    def _copy(self) -> Path:
        """A name beside the file for a copy of it."""
        return self._suggested(SUFFIX).with_name(
            self._words("file.copy").format(name=self._suggested("").name) + SUFFIX
        )

    def _suggested(self, suffix: str) -> Path:
        path = self.session.path
        name = path.stem if path else self._title()
        allowed = "".join(char if char.isalnum() or char in " -_." else "-" for char in name).strip(" .")
        return self._folder() / f"{allowed or 'journey'}{suffix}"


def _now() -> str:
    return QTime.currentTime().toString("HH:mm")
