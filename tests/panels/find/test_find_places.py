"""Where one looks for words, and that the bar takes no more room than it must."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.desk.texts import SORTS
from desktop.panels.find.places import Places
from desktop.session import Session
from desktop.window import Window

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def places(qtbot):
    made = Places(resources.words("en"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitActive(made)
    yield made
    made.menu_of_sorts.close()


def press(places, *keys):
    for key in keys:
        QTest.keyClick(places.menu_of_sorts if places.menu_of_sorts.isVisible() else places, key)


def test_everywhere_at_first(places):
    assert places.ticked == set(SORTS)
    assert places.text() == "Everywhere"
    assert not places.property("some")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_the_menu_opens_by_keys(places, key):
    press(places, key)
    assert places.menu_of_sorts.isVisible()
    assert places.menu_of_sorts.activeAction().text() == "Everywhere"


def test_one_place_only_is_two_ticks(places):
    told = []
    places.toggled_any.connect(lambda: told.append(places.text()))
    press(places, Qt.Key.Key_Space, Qt.Key.Key_Space, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Space)
    assert places.ticked == {SORTS[2]}
    assert told == ["Nowhere", resources.words("en")(f"find.in.{SORTS[2]}")]
    assert places.menu_of_sorts.isVisible()


def test_what_is_left_out_is_seen_and_said(places):
    press(places, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert places.text() == "In 5 of 6"
    assert places.property("some")
    assert places.accessibleName() == "Where to look: In 5 of 6"
    press(places, Qt.Key.Key_Space)
    assert places.text() == "Everywhere"


def test_every_entry_says_what_it_is(places):
    entries = [entry for entry in places.menu_of_sorts.actions() if entry.data() in SORTS]
    assert len(entries) == len(SORTS)
    assert all(entry.toolTip().startswith("In ") for entry in entries)


@pytest.fixture
def small(qtbot, path, home, script):
    """A window of 1280 × 720 in a language, with the bar for finding open."""
    windows = []

    def make(language):
        window = Window(Session.open(path), home, script, language)
        windows.append(window)
        window.resize(1280, 720)
        window.show()
        window.activateWindow()
        qtbot.waitActive(window)
        QTest.keyClick(window, Qt.Key.Key_F, CTRL)
        QApplication.processEvents()
        return window.workshop.find

    yield make
    for window in windows:
        window.close()


@pytest.mark.parametrize("language", ["en", "de"])
def test_finding_takes_one_row_and_replacing_a_second(small, language):
    bar = small(language)
    row = [bar.field, bar.told, bar.before, bar.behind, *bar.strict.values(), bar.places, bar.close_button]
    tops = [part.mapTo(bar, part.rect().center()).y() for part in row]
    assert max(tops) - min(tops) <= 4
    assert all(part.width() >= part.minimumSizeHint().width() for part in row)
    second = [part.isVisible() for part in (bar.by, bar.one, bar.all)]
    QTest.keyClick(bar.field, Qt.Key.Key_H, CTRL)
    assert (second, bar.by.width()) == ([False] * 3, bar.field.width())
