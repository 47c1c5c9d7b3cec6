"""The open windows of the program, what is remembered between starts, and what happens to both."""

import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QWidget

from desktop import preferences, resources
from desktop.collector import resting_collector
from desktop.desk.beginning import Wish, project_of
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.crash import Kept
from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.questions import Dialogs, tell
from desktop.dialogs.recovery import RecoveryDialog
from desktop.document.edits.begin import first_spot
from desktop.document.ids import Ids
from desktop.files import same_file
from desktop.layout.style import Words
from desktop.opening import Asking, Opening
from desktop.panels import theme
from desktop.panels.speech import speak
from desktop.panels.start.page import StartPage
from desktop.panels.thumbnail import Album, exact_shapes, picture_of
from desktop.preferences import Folders, Habits, Preferences
from desktop.recovering import REMINDER, Recovering
from desktop.safety import is_kept, keep
from desktop.session import Session
from desktop.standing import place_of, put, take_over
from desktop.storage.assets import bytes_of
from desktop.storage.backups import Backups
from desktop.storage.errors import StorageError
from desktop.storage.files import absolute
from desktop.storage.keeping import Keeping
from desktop.storage.reader import Opened, read
from desktop.storage.trials import Trials
from desktop.window import Window

SAMPLE = "restaurant.journey"
TRIALS = "trials.json"
"""What was being restored, in the folder of reports."""


class Program:
    """Opens windows and pages, remembers files and places. windows: those on projects. ended: nothing more opens."""

    def __init__(self, folders: Folders) -> None:
        self._folders = folders
        self._album = Album(folders.pictures)
        self.keeping = Keeping(folders.journals, Backups(folders.backups), folders.locks)
        self._preferences = preferences.load(folders.preferences)
        self._use_fonts()
        self.windows: list[Window] = []
        self.ended = False
        self.start: StartPage | None = None
        self.dialog: PreferencesDialog | AboutDialog | RecoveryDialog | None = None
        self.recovering = Recovering(self.keeping, Trials(folders.reports / TRIALS), self)

    def _use_fonts(self) -> None:
        """The fonts that were chosen; of those that are gone the preferences tell."""
        resources.use_fonts(Path(name) for name in self._preferences.fonts)

    @property
    def language(self) -> str:
        """That of the interface: the one chosen, else the system's, else English."""
        return resources.interface_language(self._preferences.language, QLocale.system().uiLanguages())

    @property
    def author(self) -> str:
        """The name that somebody gave for comments."""
        return self._preferences.author

    @property
    def habits(self) -> Habits:
        """What is printed with."""
        return self._preferences.habits

    def keep_habits(self, habits: Habits) -> None:
        """Remembers what was printed with."""
        self._prefer(self._preferences.model_copy(update={"habits": habits}))

    @property
    def words(self) -> Words:
        """The catalogue in the language of the interface."""
        return resources.words(self.language)

    def asking(self) -> Asking:
        """Whoever answers questions that come up while files are opened."""
        parent = QApplication.activeWindow() or self.start
        return Dialogs(parent, self.words)

    def dress(self) -> None:
        """The look and the language that were chosen, for all windows; again when the system changes its look."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            theme.wear(application, self._preferences.appearance, touch=self.habits.touch)
            speak(application, self.language)

    def open_start(self) -> None:
        """The page on which projects are begun and opened."""
        if self.start is None:
            self.start = self._start_page()
            self._show_files()
            self.show_unsaved()
            self.start.show()
        _bring_forward(self.start)

    def open_path(self, path: Path) -> None:
        """The project in a file, in the window that shows it already or in a new one. Raises StorageError."""
        path = absolute(path)
        with suppress(OSError):  # the folder in which the program was started may be gone
            path = path.absolute()  # the journal outlives that folder's being the current one
        window = next((window for window in self.windows if same_file(window.session.path, path)), None)
        if window is not None:
            _bring_forward(window)
        else:
            session = Opening(self.asking(), self.keeping, self.words).session(path)
            if session is not None:
                known = self._preferences.of(path)
                self.recovering.remind(self._show(session, known.place if known else None))
                self._note(path)

    def begin(self, wish: Wish) -> None:
        """A new project in a window, the first cell lit, so that one may type."""
        window = self._show(Session(project_of(wish, self.language, Ids(secrets.randbits)), None, self.keeping))
        journey = window.desk.journey
        window.desk.aim(first_spot(journey) if journey else None)
        window.canvas.setFocus()
        self._leave_start()

    def open_sample(self) -> None:
        """The restaurant visit as a project without a file."""
        self._show(Session(read(resources.root() / "samples" / SAMPLE), None, self.keeping))
        self._leave_start()

    def open_copy(self, opened: Opened, path: Path, name: str) -> None:
        """Something that the file at `path` held once, to be saved under another name, by default under this one."""
        session = Session(opened, path, self.keeping)
        session.detach(name)
        self._show(session)

    def remember(self, path: Path) -> None:
        """Keeps a file among the recent ones, with its picture."""
        for window in self.windows:
            if window.session.path == path and self._album.picture(path) is None:  # later ones when it is closed
                self._keep_picture(window)
        self._note(path)

    def forget(self, path: Path) -> None:
        """No longer lists a file; the file itself stays."""
        self._prefer(self._preferences.forgotten(path))
        self._album.sweep(Path(each.path) for each in self._preferences.recent)
        self._show_files()

    def leave(self, window: Window) -> None:
        """Forgets a window that has been closed, but not how it was left."""
        self._prefer(self._preferences.left(window.session.path, place_of(window)))
        self._keep_picture(window)
        self.windows.remove(window)

    def choose(self, chosen: Preferences) -> None:
        """Takes up what was chosen, in all windows at once; in another language they are made anew."""
        before = self.language, self._preferences.fonts
        self._prefer(chosen)
        self._use_fonts()
        self.dress()
        if (self.language, chosen.fonts) != before:
            self._speak_anew()

    def show_preferences(self) -> None:
        """What can be chosen for the whole program."""
        dialog = PreferencesDialog(self.words, self._preferences)
        dialog.chosen.connect(self.choose)
        self.show_dialog(dialog)

    def show_about(self) -> None:
        """Version, licence and notices."""
        self.show_dialog(AboutDialog(self.words))

    def show_recoveries(self) -> None:
        """What was not saved when the program ended."""
        self.recovering.offer()

    def show_restored(self, session: Session) -> Window:
        """Opens a window on work that had not been saved."""
        known = self._preferences.of(session.path) if session.path else None
        window = self._show(session, known.place if known else None)
        self._leave_start()
        return window

    def make_room(self, path: Path) -> None:
        """Closes the window on this file if all of it is saved."""
        for window in list(self.windows):
            if same_file(window.session.path, path):
                window.hand_in()
                if not window.session.modified:
                    window.close()

    def keep(self) -> Kept:
        """Sees to it that what is not saved outlives the program."""
        return keep(window.session for window in self.windows)

    def keeps(self) -> bool:
        """Whether nothing is lost if the program is ended now; what is being written counts."""
        for window in self.windows:
            window.hand_in()
            window.workshop.jottings.settle()
        kept = [is_kept(window.session) for window in self.windows]
        return all(kept)

    def quits(self) -> bool:
        """Whether all windows are closed now."""
        self.quit()
        return not self.windows

    def quit(self) -> None:
        """Closes everything; what is not saved is offered at the next start. Asks only about what cannot be kept."""
        for window in list(self.windows):
            window.hand_in()
            window.workshop.jottings.settle()
            if is_kept(window.session):
                window.depart()
        QApplication.closeAllWindows()

    def end(self) -> None:
        """Closes everything at once, since whoever wants it does not wait for answers."""
        self.ended = True
        for window in self.windows:
            with suppress(Exception):  # a fault in what is being written must not keep the rest from being kept
                window.hand_in()
                window.workshop.jottings.settle()
        for copy in self.keep().copies:
            self._note(copy)  # so that it is found at the next start
        for window in list(self.windows):
            window.depart()
        QApplication.closeAllWindows()

    def _show(self, session: Session, place: preferences.Place | None = None) -> Window:
        with resting_collector():
            window = Window(session, self, language=self.language)
        if place is None and not self.windows:
            place = self._preferences.place.elsewhere()
        self.windows.append(window)
        put(window, place or preferences.Place())
        return window

    def _start_page(self) -> StartPage:
        page = StartPage(self.words, self.language)
        for signal, handler in (
            (page.begun, self.begin),
            (page.opened, self._open_from_start),
            (page.forgotten, self.forget),
            (page.sampled, self.open_sample),
            (page.asked, self._ask_for_file),
            (page.recovered, self.show_recoveries),
            (page.preferred, self.show_preferences),
            (page.left, self.quit),
            (page.destroyed, self._forget_start),
        ):
            signal.connect(handler)
        return page

    def _open_from_start(self, path: Path) -> None:
        try:
            self.open_path(path)
        except StorageError as error:
            tell(self.start, str(error))
            self._show_files()
        else:
            self._leave_start()

    def _ask_for_file(self) -> None:
        if self.start is not None:
            latest = self._preferences.recent[:1]
            folder = Path(latest[0].path).parent if latest else Path.home()
            path = Dialogs(self.start, self.words).which_file(folder)
            if path is not None:
                self._open_from_start(path)

    def _leave_start(self) -> None:
        if self.start is not None:
            self.start.close()

    def _forget_start(self) -> None:
        self.start = None

    def _show_files(self) -> None:
        if self.start is not None:
            self.start.show_files(self._preferences.recent, self._album.picture)

    def show_unsaved(self) -> None:
        """Tells on the page how much there is to recover."""
        if self.start is not None:
            self.start.show_unsaved(len(self.recovering.found()), discarded=self.recovering.binned())
        for window in self.windows:
            if REMINDER in window.banners.shown:
                self.recovering.remind(window)

    def show_dialog(self, dialog: PreferencesDialog | AboutDialog | RecoveryDialog) -> None:
        """One at a time, beside the windows and none of theirs: they may be made anew while it is open."""
        if self.dialog is not None:
            self.dialog.close()
        self.dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.show()
        _bring_forward(dialog)

    def _forget_dialog(self) -> None:
        self.dialog = None

    def _speak_anew(self) -> None:
        """Every window and page once more, in the language that is spoken now."""
        for old in list(self.windows):
            fresh = self._show(old.session, place_of(old))
            take_over(fresh, old)
            old.dismiss()
        if self.start is not None:
            typed, place = self.start.new.wish, self.start.saveGeometry()
            self.start.destroyed.disconnect(self._forget_start)
            old_page, self.start = self.start, self._start_page()
            self.start.new.fill(typed)
            self.start.restoreGeometry(place)
            self._show_files()
            self.show_unsaved()
            self.start.show()
            old_page.close()
        if isinstance(self.dialog, PreferencesDialog):
            self.show_preferences()

    def _note(self, path: Path) -> None:
        """A file has been opened or saved just now."""
        self._prefer(self._preferences.opened(path, datetime.now().astimezone().isoformat(timespec="seconds")))
        self._show_files()

    def _keep_picture(self, window: Window) -> None:
        path, canvas = window.session.path, window.canvas
        if path is not None and canvas.has_scene:
            shapes = exact_shapes(canvas.studio, bytes_of(window.session.assets))
            self._album.keep(path, picture_of(canvas.studio, shapes, canvas.scene))

    def _prefer(self, changed: Preferences) -> None:
        self._preferences = changed
        with suppress(OSError, StorageError):  # not to remember is no reason to interrupt anybody
            preferences.store(self._folders.preferences, changed)


def _bring_forward(window: QWidget) -> None:
    window.raise_()
    window.activateWindow()
