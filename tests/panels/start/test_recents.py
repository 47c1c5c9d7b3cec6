"""The list of recent files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import resources
from desktop.panels.start.recents import Recents, day_of
from desktop.panels.start.tiles import FOLDER, MISSING, WHEN
from desktop.preferences import Recent

WORDS, ENGLISH = resources.words("en"), QLocale("en_GB")
NOW = QDate(2026, 11, 22)


@pytest.fixture
def files(tmp_path):
    for name in ("dinner", "lunch"):
        (tmp_path / f"{name}.journey").write_text("{}")
    names = ("dinner", "lunch", "gone")
    return [Recent(path=str(tmp_path / f"{name}.journey"), opened="2026-03-12T14:02:00") for name in names]


@pytest.fixture
def recents(qtbot, files):
    shown = Recents(WORDS, ENGLISH)
    qtbot.addWidget(shown)
    shown.resize(340, 400)
    shown.show_files(files, lambda path: None)
    shown.show()
    return shown


def told(signal):
    kept = []
    signal.connect(kept.append)
    return kept


def test_files_are_named_in_order(recents):
    assert [recents.item(row).text() for row in range(recents.count())] == ["dinner", "lunch", "gone"]
    assert recents.item(0).data(WHEN) == "12 March 2026"


def test_one_that_is_gone_says_so(recents):
    assert [recents.item(row).data(MISSING) for row in range(3)] == [False, False, True]
    assert recents.item(2).data(WHEN) == "no longer there"


def test_a_screen_reader_hears_all_of_it(recents, files):
    said = recents.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == f"dinner, 12 March 2026, {files[0].path}"
    assert recents.accessibleName() == "Recent"


def test_a_click_opens(recents, files):
    opened = told(recents.opened)
    QTest.mouseClick(
        recents.viewport(), Qt.MouseButton.LeftButton, pos=recents.visualItemRect(recents.item(1)).center()
    )
    assert opened == [Path(files[1].path)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_open(recents, files, key):
    opened = told(recents.opened)
    QTest.keyClick(recents, Qt.Key.Key_Down)
    QTest.keyClick(recents, key)
    assert opened == [Path(files[1].path)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_keys_forget(recents, files, key):
    forgotten = told(recents.forgotten)
    QTest.keyClick(recents, key)
    assert forgotten == [Path(files[0].path)]


@pytest.mark.parametrize(("row", "then"), [(1, "gone"), (2, "lunch")])
def test_keys_go_on_beside_the_file_that_is_forgotten(recents, files, row, then):
    recents.setCurrentRow(row)
    recents.forgotten.connect(
        lambda path: recents.show_files([f for f in files if f.path != str(path)], lambda _: None)
    )
    QTest.keyClick(recents, Qt.Key.Key_Delete)
    assert recents.currentItem().text() == then


def test_a_file_that_comes_to_the_top_stays_the_current_one(recents, files):
    recents.setCurrentRow(1)
    recents.show_files([files[1], files[0], files[2]], lambda path: None)
    assert (recents.currentRow(), recents.currentItem().text()) == (0, "lunch")


def test_keys_on_an_empty_list_do_nothing(qtbot):
    recents = Recents(WORDS, ENGLISH)
    qtbot.addWidget(recents)
    opened = told(recents.opened)
    QTest.keyClick(recents, Qt.Key.Key_Return)
    assert opened == []


def choose_in_menu(text):
    def act():
        menu = QApplication.activePopupWidget()
        action = next(action for action in menu.actions() if action.text() == text)
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

    QTimer.singleShot(50, act)


@pytest.mark.parametrize(("text", "signal"), [("Open", "opened"), ("Remove from the list", "forgotten")])
def test_a_menu_offers_the_same(recents, files, text, signal):
    heard = told(getattr(recents, signal))
    choose_in_menu(text)
    recents.customContextMenuRequested.emit(recents.visualItemRect(recents.item(0)).center())
    assert heard == [Path(files[0].path)]


def test_there_is_no_menu_beside_the_files(recents):
    recents.customContextMenuRequested.emit(QPoint(5, 390))
    assert QApplication.activePopupWidget() is None


def test_the_home_folder_is_shortened(qtbot):
    recents = Recents(WORDS, ENGLISH)
    qtbot.addWidget(recents)
    recents.show_files([Recent(path=str(Path.home() / "maps" / "a.journey"))], lambda path: None)
    assert recents.item(0).data(FOLDER) == str(Path("~") / "maps")


def test_names_with_line_feeds_and_markup_are_painted_as_they_are(qtbot, tmp_path):
    recents = Recents(WORDS, ENGLISH)
    qtbot.addWidget(recents)
    recents.show_files([Recent(path=str(tmp_path / "<b>a\nb</b>.journey"))], lambda path: None)
    recents.show()
    assert not recents.grab().isNull()
    assert recents.item(0).toolTip() == ""


@pytest.mark.parametrize(
    ("opened", "said"),
    [
        ("2026-11-22T09:30:00", "Today, 09:30"),
        ("2026-11-21T23:59:00", "Yesterday, 23:59"),
        ("2026-03-12T14:02:00+01:00", "12 March 2026"),
        ("2027-01-01T00:00:00", "1 January 2027"),
        ("", ""),
        ("no time", ""),
    ],
)
def test_a_time_is_said_as_people_say_it(opened, said):
    assert day_of(opened, WORDS, ENGLISH, NOW) == said
