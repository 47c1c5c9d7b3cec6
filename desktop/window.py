"""The main window: one project, one of its maps at a time."""

import secrets
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from desktop.actions import chapters, deeds, enable, fill_context, fill_menus, fill_native, make_actions, top_groups
from desktop.canvas.dropping import local_files, picture_paths, pictures_in
from desktop.desk.arrange import Arrange
from desktop.desk.concern import abilities
from desktop.desk.desk import Desk
from desktop.desk.linking import Linking
from desktop.desk.maps import Maps
from desktop.desk.pictures import Pictures
from desktop.desk.rows import Rows
from desktop.desk.selecting import Select
from desktop.desk.structure import Structure
from desktop.desk.views import Views
from desktop.dialogs.paste.preview import previewer
from desktop.dialogs.questions import Answer, Dialogs, Questions
from desktop.document.base import in_order
from desktop.document.history import Entry
from desktop.document.ids import Ids, ids_of
from desktop.dressing import Dressing
from desktop.files import Files
from desktop.home import Home
from desktop.improvement import Improvement
from desktop.panels.banner import Banners, settle_news, tell_news
from desktop.panels.clipboard import Clipboard
from desktop.panels.contextmenu import ContextMenus
from desktop.panels.docks import LEFT, RIGHT, Docks
from desktop.panels.drafting import Drafting
from desktop.panels.easel import canvas_on
from desktop.panels.facts import Facts
from desktop.panels.inspector.inspector import Inspector
from desktop.panels.inspector.picture import Chooser
from desktop.panels.mapbar import MapBar, MapRow
from desktop.panels.middle import Middle, column
from desktop.panels.onlyread import OnlyRead
from desktop.panels.outline import Outline
from desktop.panels.overview import Overview
from desktop.panels.palette import Palette
from desktop.panels.shortcuts import ShortcutSheet
from desktop.panels.toprow import TopRow
from desktop.panels.views import ViewBar
from desktop.panels.whosebar import WhoseBar
from desktop.panels.zoombar import ZoomBar
from desktop.picturing import Picturing
from desktop.prints import Prints
from desktop.repairs import Repairs
from desktop.resources import style, words
from desktop.session import Session
from desktop.versioning import Versioning
from desktop.watch import Alarm, Watch
from desktop.workshop import Workshop

SIZE = (1440, 900)
ZOOM = ("zoom_out", "zoom_actual", "zoom_in", "fit")


class Window(QMainWindow):
    """Shows a session. Everything that happens to the project goes through it; the window only follows."""

    def __init__(self, session: Session, home: Home, questions: Questions | None = None, language: str = "en") -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.session = session
        self._home = home
        self._words = words(language)
        self._language = language
        self._questions = questions or Dialogs(self, self._words)
        self._able: frozenset[str] | None = None
        self._dismissed = self._departing = False
        self._make_desk()
        self._make_panels()
        self._make_docks()
        rooms = (self, self.desk, self.canvas, self.docks, self.hand_in)
        self.workshop = Workshop(*rooms, questions=self._questions, save=self.files.export, home=self._home)
        self.improvement = Improvement(
            *rooms, questions=self._questions, save=self.files.export, printing=self.prints.of, home=self._home
        )
        self.acts = make_actions(self, (self.canvas, self.outline), self._words, self.menus.point)
        self.workshop.commands.offer(partial(deeds, self.acts, self._words))
        self._make_rows()
        self._follow_docks()
        self._follow()
        self.resize(*SIZE)
        self.canvas.setFocus()

    def new_window(self) -> None:
        """Where projects are begun."""
        self._home.open_start()

    def undo(self) -> None:
        """Takes back the last edit and shows where it happened."""
        self.hand_in()
        self._show_entry(self.desk.undo(), "status.undone")

    def redo(self) -> None:
        """Does again what was undone last, and shows where."""
        self.hand_in()
        self._show_entry(self.desk.redo(), "status.redone")

    def add_map(self) -> None:
        """A new map, and the cursor in its title."""
        self.maps.add()
        self.tabs.rename()

    def show_keys(self) -> None:
        """Opens the sheet of everything that can be done."""
        self.hand_in()
        self.canvas.setFocus()
        ShortcutSheet(chapters(self.acts, self.canvas.keyboard, self._words), self._words, self).open()

    def show_versions(self) -> None:
        """Opens the list of what the file held before."""
        self.versioning.dialog(self).open()

    def show_menu(self) -> None:
        """Opens the menu under the project's name."""
        self._top.open_menu()

    def preferences(self) -> None:
        self._home.show_preferences()

    def about(self) -> None:
        """Version, licence and notices."""
        self._home.show_about()

    def quit(self) -> None:
        """Ends the program; what is not saved is offered at the next start."""
        self._home.quit()

    def recover(self) -> None:
        """Shows what was not saved when the program ended, in this project or in others."""
        self._home.show_recoveries()

    def depart(self) -> None:
        """Closes without a question; what is not saved is offered at the next start."""
        self._departing = self.workshop.jottings.staying = True
        self.close()

    def dismiss(self) -> None:
        """Closes without a question: the session goes on in another window."""
        self._dismissed = self.workshop.jottings.staying = True
        self.close()

    def layout_state(self) -> bytes:
        """How the panels stand, for `restore_layout`."""
        return self.docks.state()

    def restore_layout(self, state: bytes) -> None:
        """Puts the panels where they stood in another window; b"" for where they usually stand."""
        self.docks.restore(state)

    def createPopupMenu(self) -> QMenu:
        """The menu that Qt opens on the panels' heads."""
        menu = QMenu(self)
        fill_context(menu, self.acts, "panel")
        return menu

    def showEvent(self, event: QShowEvent) -> None:
        self.docks.arrange(self.width())
        super().showEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Projects are opened, tables of answers imported; pictures beside the map come to its dashed slot."""
        event.acceptProposedAction()
        mime = event.mimeData()
        shown = picture_paths(mime) if self.desk.map_id else []
        if shown:
            Pictures(self.desk).add(list(pictures_in(mime, self.desk.said.emit)))
        self.files.drop(self.improvement.feedback.drop([path for path in local_files(mime) if path not in shown]))

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()  # an exception in here would close the window otherwise
        try:
            if self._departing:
                self.files.finish()
            else:
                self.hand_in()
                self.files.settle()
            if self._may_close():
                self._leave()
                event.accept()
        except BaseException:
            raise  # caught once: Qt's binding dies of what C raises, such as 1 / 0, when Python code closes the window

    def _leave(self) -> None:
        """The window goes for good; its session too, but where it goes on in another window."""
        self.files.leave()
        self.desk.leave()
        self.session.saved.disconnect(self._note_saved)
        self._facts.leave()
        self.drafting.leave()
        self.only_read.leave()
        self.workshop.leave()
        self._alarm.leave()
        self.watch.leave()
        self._home.leave(self)
        if not self._dismissed:
            self.session.close(keep=self._departing)

    def hand_in(self) -> None:
        """What is being written counts."""
        self.canvas.stop_writing()
        for panel in (self.inspector, self.outline, self.tabs, self.workshop):
            panel.commit()

    def _may_close(self) -> bool:
        if self._dismissed or self._departing or not self.session.modified:
            return True
        journal = self.session.journal
        answer = self._questions.save_changes(
            self.files.title(), kept=journal is not None and not journal.standing.trouble
        )
        return answer is Answer.DISCARD or (answer is Answer.SAVE and self.files.save() and self.files.settle())

    def _make_desk(self) -> None:
        """The desk, the canvas on it, and what one does there."""
        self.desk = Desk(self.session, self._words, Ids(secrets.randbits, ids_of(self.session.project)))
        self.canvas = canvas_on(self.desk)
        self.files = Files(self.desk, self._questions, self._home, self.hand_in)
        self.prints = Prints(
            self.desk,
            self._questions,
            self.files.suggested,
            self.hand_in,
            printery=self._home,
            reveal=self.canvas.point_out,
        )
        self.versioning = Versioning(self.desk, self._home, self.files.title, self.hand_in, self._language)
        self.dressing = Dressing(self.desk, self, self.hand_in)
        self.repairs = Repairs(self.desk, self, self.canvas.point_out, self.files.save)
        self.maps = Maps(self.desk)
        self.rows = Rows(self.desk)
        self.views = Views(self.desk)
        self.structure = Structure(self.desk, self.canvas.write)
        self.selecting = Select(self.desk)
        self.selecting.reached.connect(self.canvas.point_out)
        self.arrange = Arrange(self.desk)
        self.linking = Linking(self.desk)
        self.clipboard = Clipboard(self.desk, previewer(self.desk, self))
        self.picturing = Picturing(self.desk, self._questions)
        self.menus = ContextMenus(self.desk, self.canvas, self._fill_context)
        self.docks = Docks(self, self._words)

    def _make_panels(self) -> None:
        look = style("screen", self.session.project.brand.accent)
        self.palette_panel = Palette(self.desk, self.canvas, look, self.picturing.insert)
        asked = self.picturing
        chooser = Chooser(asked.insert, asked.crop, asked.portray, asked.efface)
        self.inspector = Inspector(self.desk, author=lambda: self._home.author, chooser=chooser)
        self.inspector.left.connect(self.canvas.setFocus)
        self.inspector.revealed.connect(self._point_out)
        self.outline = Outline(self.desk, look)
        self.outline.left.connect(self.canvas.setFocus)
        self.menus.attend(self.outline)
        self.menus.attend(self.palette_panel, "panel")
        self.tabs = MapBar(self._words)
        self.tabs.chosen.connect(self.desk.show_map)
        self.tabs.renamed.connect(self.maps.rename)
        self.tabs.moved.connect(self.maps.move)
        self.tabs.left.connect(self.canvas.setFocus)
        self.tabs.menu_asked.connect(partial(self.menus.open, "tab", parent=self.tabs))

    def _point_out(self, thing: str) -> None:
        self.canvas.point_out((thing,))

    def _make_rows(self) -> None:
        menu = QMenu(self)
        fill_menus(menu, self.acts, self._words)
        fill_native(self, self.acts, self._words)
        self._top = TopRow(menu, top_groups(self.acts), self._words("action.print"))
        self._top.strong.connect(self.prints.pdf)
        self._facts = Facts(self.desk)
        self.setStatusBar(self._facts)
        self._zoom = ZoomBar(self.canvas, *(self.acts[name] for name in ZOOM))
        row = MapRow(self.tabs, self.acts["new_map"])
        row.add(WhoseBar(self.desk))
        self.setMenuWidget(column(self._top, row))
        self.view_bar = ViewBar(self.desk, self.views)
        self.view_bar.left.connect(self.canvas.setFocus)
        self.banners = Banners()
        tell_news(self.banners, self.session, self._words)
        self.repairs.tell(self.banners)
        room = self.workshop
        middle = Middle((column(self.banners, self.view_bar, room.since.strip, room.find), room.room.hall, room.scribe))
        middle.placed.connect(row.begin_at)
        self.setCentralWidget(middle)

    def _make_docks(self) -> None:
        """The panels of every day; those of a workshop come beside them, nearer to the map."""
        self.docks.add("palette", self.palette_panel, LEFT)
        self.docks.add("outline", self.outline, LEFT, self.outline.take_focus, shown=False)
        side = column(self.inspector, Overview(self.desk, self.canvas))
        self.docks.add("inspector", side, RIGHT, self.inspector.take_focus)

    def _follow_docks(self) -> None:
        for name in ("palette", "outline", "inspector"):
            self.docks.follow(name, self.acts[f"show_{name}"])

    def _follow(self) -> None:
        """Shows the desk from now on."""
        self._show_project()
        self.desk.shown.connect(self._show_project)
        self.desk.picked.connect(self._show_able)
        self.desk.aimed.connect(self._show_able)
        self.session.saved.connect(self._note_saved)
        self.prints.printed.connect(self._facts.show_printed)
        self.workshop.history.attend(self.banners, self._facts)
        self.improvement.attend(self._facts)
        self.drafting = Drafting(self.desk, self)
        self.only_read = OnlyRead(self.desk, self.banners, self.tabs, self.files.save_as)
        self.watch = Watch(self.session, lambda: self.files.busy, self)
        self.watch.noticed.connect(self._show_state)
        self._alarm = Alarm(self.desk, self.watch, self.banners, self.files)

    def _show_project(self) -> None:
        self.tabs.show_maps(in_order(self.session.project.maps), self.desk.map_id)
        self._show_state()
        self._show_able()

    def _show_state(self) -> None:
        """Title, what can be undone, whether all is saved."""
        session = self.session
        title = self.files.title()
        self._top.show_project(title)
        code = "window.read_only" if session.read_only else "window.copy" if session.copy_name else ""
        said = self._words(code).format(title=title, name=session.copy_name) if code else title
        self.setWindowTitle(f"{said}[*] – Journeywall")
        self.acts["save"].setEnabled(not session.read_only)
        self.setWindowModified(session.modified)
        self._top.print_button.setEnabled(bool(self.desk.map_id))
        self.acts["undo"].setEnabled(session.undoable is not None)
        self.acts["redo"].setEnabled(session.redoable is not None)
        self.acts["revert"].setEnabled(session.path is not None)

    def _show_able(self) -> None:
        """Enables what there is something for."""
        able = abilities(self.desk)
        if able != self._able:
            self._able = able
            enable(self.acts, able)

    def _note_saved(self, path: Path) -> None:
        self._home.remember(path)
        settle_news(self.banners)
        self._show_state()

    def _show_entry(self, entry: Entry | None, said: str) -> None:
        if entry is not None:
            self.canvas.point_out(entry.selection)
            self.desk.said.emit(self._words(said).format(label=entry.label))

    def _fill_context(self, menu: QMenu, place: str) -> None:
        fill_context(menu, self.acts, place)
