"""For all tests: no display, no leftovers, no log line that nobody expects."""

import gc
import logging
import os
import shutil
import sys
from itertools import count
from pathlib import Path
from weakref import WeakSet

import pytest
from hypothesis import settings
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop import resources
from desktop.collector import manual_collector, resting_collector
from desktop.panels import theme
from desktop.storage.reader import read

pytest_plugins = ("windows",)

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# a hundred programs are started, and without this each would translate all of its modules anew
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# what is saved is synced a thousand times: in memory, where there is room, no test waits for the machine's disk
MEMORY, ROOM = Path("/dev/shm"), 4 << 30
if MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM:
    os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))

# deadlines are clocks, and no clock decides; a check of somebody's change tries the same examples each time,
# so that what fails is the change and not the day; the long form tries twenty times as many
settings.register_profile("local", deadline=None, max_examples=25)
settings.register_profile("ci", deadline=None, max_examples=25, derandomize=True)
settings.register_profile("long", deadline=None, max_examples=500)
settings.load_profile("long" if os.environ.get("LONG") else "ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def sample():
    """The restaurant visit."""
    return read(resources.root() / "samples" / "restaurant.journey")


@pytest.fixture
def expected_logs():
    """Beginnings of log messages of level warning or above that the test expects; it adds them."""
    return []


@pytest.fixture(autouse=True)
def no_unexpected_logs(caplog, expected_logs):
    """A logged warning or error that no test expects fails it."""
    yield
    records = [record for phase in ("setup", "call") for record in caplog.get_records(phase)]
    said = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert [line for line in said if not line.startswith(tuple(expected_logs))] == []


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Tests and the modules they stand in all stay: a search among a million of them finds nothing, and takes a third
    of the time in which they are collected.
    """
    with resting_collector():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """What Qt has made and only a search for circular garbage finds must not be deleted in a journal's thread.

    The search comes when pytest has let go of the fixtures: what it does not find then, windows among it, grows old
    and is hardly ever looked for again.
    """
    if not uses_qt(item):
        return (yield)
    with manual_collector():
        done = yield
        gc.collect(2 if next(_ended) % SEARCH_ALL == 0 else 0)
    return done


_ended = count(1)
SEARCH_ALL = 500
"""After so many tests with widgets the old are searched as well: whatever stands when a file is read counts as old."""


def uses_qt(item):
    """Whether a test works with widgets."""
    return not {"qtbot", "qapp"}.isdisjoint(getattr(item, "fixturenames", ()))


@pytest.fixture(autouse=True)
def no_leftovers(request):
    """A window that is still open or a timer that still runs fails the test that left it."""
    with_widgets = uses_qt(request.node)
    if with_widgets and QApplication.instance():
        lift_keys()  # before the pointer goes, which tells of the keys as well
        lift_buttons()
        QCursor.setPos(-1, -1)  # a pointer that is where it goes to already tells nobody that it moved
    yield
    if with_widgets:
        assert open_windows() == []
        assert running_timers() == []
        undress()


def undress():
    """The next test is not dressed for this one: whoever wants the rules of the interface asks for them.

    With them every window takes half as long again to be made.
    """
    application = QApplication.instance()
    if application and application.styleSheet():
        application.setStyleSheet("")
        application.setProperty(theme.LOOK, None)


def lift_keys():
    """Shift and the like are up again, whatever the last event of the test before said."""
    if QGuiApplication.keyboardModifiers() != Qt.KeyboardModifier.NoModifier:
        QTest.keyRelease(QWidget(), Qt.Key.Key_Shift)


def lift_buttons():
    """No button of the mouse is down, whatever the test before pressed and left: a slider, for one, takes no press
    while another button is held.
    """
    for button in QGuiApplication.mouseButtons():
        QTest.mouseRelease(QWidget(), button)


def open_windows():
    """The top-level widgets that are still shown, once what was closed for good is deleted."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]


def running_timers():
    """Active timers of this program."""
    return [timer for timer in _timers if isValid(timer) and timer.isActive()]


_timers = WeakSet()
"""Every timer that was made here: to go through all that Qt holds after every test takes longer than most tests."""


def _note_timers():
    make = QTimer.__init__

    def noted(self, *args, **kwargs):
        make(self, *args, **kwargs)
        _timers.add(self)

    QTimer.__init__ = noted


_note_timers()
