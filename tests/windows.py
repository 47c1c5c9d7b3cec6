"""Windows without people: what they ask is answered by a script, and what they tell is kept."""

import shutil

import pytest

from desktop import resources
from desktop.canvas.painter import ShapePainter
from desktop.dialogs.conflict import Conflict
from desktop.dialogs.questions import Answer, Held
from desktop.panels.easel import studio_of
from desktop.preferences import Habits
from desktop.session import Session
from desktop.window import Window


class Script:
    """Answers to a window's questions; `told` are its sentences, `asked` what it asked about unsaved changes."""

    def __init__(self):
        self.file = None
        self.target = None
        self.answer = Answer.CANCEL
        self.wish = None
        self.slot = None
        self.folder = None
        self.offered = []
        self.finished = []
        self.reverting = False
        self.opening_large = False
        self.holding = Held.CANCEL
        self.told = []
        self.asked = []
        self.kept = []
        self.conflicts = []
        self.compared = []
        self.weighed = Conflict.CANCEL
        self.suggested = []
        self.pictures = []
        self.table = None
        self.cut = None
        self.cropped = []
        self.elsewhere = False
        self.using_backup = False

    def which_file(self, folder):
        return self.file

    def save_where(self, suggested, suffix):
        self.suggested.append(suggested.name)
        return self.target

    def save_changes(self, title, *, kept):
        self.asked.append(title)
        self.kept.append(kept)
        return self.answer

    def may_revert(self, name):
        self.asked.append(name)
        return self.reverting

    def held(self, name, holder):
        self.asked.append((name, holder))
        return self.holding

    def which_pictures(self, folder):
        return self.pictures

    def which_table(self, folder):
        return self.table

    def crop(self, image, before):
        self.cropped.append((image.width(), image.height(), before))
        return self.cut

    def picture(self):
        return self.wish

    def poster(self, errands):
        """Saves what is wished for, if anything is."""
        self.offered.append(errands.latest)
        if self.wish is not None:
            self.finished.append(errands.save(self.wish))

    def printer(self, title):
        return self.slot

    def which_folder(self, folder):
        return self.folder

    def may_replace_all(self, name, count):
        self.asked.append((name, count))
        return self.reverting

    def large(self, path, megabytes):
        self.asked.append(f"{path.name}: {megabytes:.0f} MB")
        return self.opening_large

    def failed(self, sentence):
        self.told.append(sentence)
        return self.elsewhere

    def damaged(self, sentence, newest):
        self.told.append(sentence)
        self.asked.append(newest)
        return self.using_backup and newest is not None

    def conflict(self, name, mine_modified):
        self.asked.append((name, mine_modified))
        return self.conflicts.pop(0) if self.conflicts else Conflict.CANCEL

    def compare(self, mine, theirs, ways):
        self.compared.append((mine.project, theirs.project, ways))
        return self.weighed

    def tell(self, sentence):
        self.told.append(sentence)


class Home:
    """The program around a window; keeps what it was asked for."""

    author = "Ada"

    def __init__(self):
        self.habits = Habits()
        self.opened = []
        self.copies = []
        self.remembered = []
        self.left = []
        self.started = 0
        self.shown = []
        self.quitted = 0

    def open_start(self):
        self.started += 1

    def keep_habits(self, habits):
        self.habits = habits

    def show_preferences(self):
        self.shown.append("preferences")

    def show_recoveries(self):
        self.shown.append("recoveries")

    def show_about(self):
        self.shown.append("about")

    def open_path(self, path):
        self.opened.append(path)

    def open_copy(self, opened, path, name):
        self.copies.append((opened, path, name))

    def remember(self, path):
        self.remembered.append(path)

    def leave(self, window):
        self.left.append(window)

    def quit(self):
        self.quitted += 1


@pytest.fixture(autouse=True)
def _patience(monkeypatch):
    """No clock decides whether a save has ended when a test looks."""
    monkeypatch.setattr("desktop.files.PATIENCE", 60.0)
    monkeypatch.setattr("desktop.watch.PATIENCE", 60.0)


@pytest.fixture
def path(tmp_path):
    """A file of one's own with the restaurant visit."""
    return shutil.copy(resources.root() / "samples" / "restaurant.journey", tmp_path / "dinner.journey")


@pytest.fixture
def script():
    """Who answers the questions of windows."""
    return Script()


@pytest.fixture
def home():
    """The program around the windows."""
    return Home()


@pytest.fixture(scope="session")
def drawn(qapp, sample):
    """As beside a window that stays open: the next one on the same map finds what is laid out and drawn."""
    project = sample.project
    setter = resources.typesetter(language=project.language)
    return studio_of(setter, project.brand.accent, project.language), ShapePainter(setter.fonts, lambda asset: None)


@pytest.fixture
def open_window(qtbot, script, home, drawn):
    """Shows a session in an active window, the canvas with the keyboard; what is left open is closed in the end."""
    windows = []

    def make(session, size=(1400, 900)):
        window = Window(session, home, script)
        windows.append(window)
        window.resize(*size)
        window.show()
        window.activateWindow()
        with qtbot.waitActive(window):
            window.canvas.setFocus()
        return window

    yield make
    script.answer = Answer.DISCARD
    for window in windows:
        if window not in home.left:
            window.close()
    home.left.clear()  # else whoever looks for circular garbage among the young finds the windows held by the old


@pytest.fixture
def window(open_window, path):
    """On that file."""
    return open_window(Session.open(path))
