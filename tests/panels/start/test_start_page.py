"""The page on which one begins."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop import resources
from desktop.panels.start.page import StartPage, locale_of
from desktop.preferences import Recent


@pytest.fixture
def page(qtbot):
    page = StartPage(resources.words("en"), "en")
    page.show_files([], lambda path: None)
    page.show()
    yield page
    if isValid(page):
        page.close()


def told(signal):
    kept = []
    signal.connect(lambda *given: kept.append(given))
    return kept


def test_one_may_type_the_title_at_once(page):
    assert page.focusWidget() is page.new.title


def test_without_recent_files_it_says_what_will_be_here(page):
    assert page.recents.isHidden()
    page.show_files([Recent(path="a.journey")], lambda path: None)
    assert not page.recents.isHidden()
    assert page._none.isHidden()


@pytest.mark.parametrize(
    ("key", "signal"), [(Qt.Key.Key_O, "asked"), (Qt.Key.Key_Comma, "preferred"), (Qt.Key.Key_Q, "left")]
)
def test_keys(page, key, signal):
    heard = told(getattr(page, signal))
    QTest.keyClick(page.new.title, key, Qt.KeyboardModifier.ControlModifier)
    assert len(heard) == 1


def test_a_key_closes_it(page):
    QTest.keyClick(page.new.title, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not isValid(page)


@pytest.mark.parametrize(("button", "signal"), [("open_button", "asked"), ("sample_button", "sampled")])
def test_buttons(page, button, signal):
    heard = told(getattr(page, signal))
    QTest.mouseClick(getattr(page, button), Qt.MouseButton.LeftButton)
    assert len(heard) == 1


def drop(page, *urls):
    data = QMimeData()
    data.setUrls(urls)
    common = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enters = QDragEnterEvent(QPoint(5, 5), *common)
    enters.ignore()
    QApplication.sendEvent(page, enters)
    if enters.isAccepted():
        QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), *common))


def test_a_project_may_be_dropped(page, tmp_path):
    heard = told(page.opened)
    drop(page, QUrl.fromLocalFile(str(tmp_path / "a.journey")), QUrl.fromLocalFile(str(tmp_path / "b.txt")))
    assert heard == [(tmp_path / "a.journey",)]


@pytest.mark.parametrize("url", ["file:///b.txt", "https://example.org/a.journey"])
def test_other_things_are_not_taken(page, url):
    heard = told(page.opened)
    drop(page, QUrl(url))
    assert heard == []


@pytest.mark.parametrize("language", ["de", "en"])
def test_dates_are_written_as_is_usual_in_the_language(language):
    assert locale_of(language).name().startswith(language)


def test_nothing_on_the_page_is_clipped(page):
    """At its smallest, every button is as wide as its words."""
    page.resize(page.minimumSizeHint())
    for button in (page.open_button, page.sample_button, page.new.button):
        assert button.width() >= button.sizeHint().width()
    assert isinstance(page.recents.locale(), QLocale)


@pytest.mark.parametrize(("count", "discarded", "shown"), [(0, False, ""), (0, True, "away"), (2, True, "unsaved")])
def test_what_is_left_of_earlier_work_is_a_click_away(page, count, discarded, shown):
    asked = told(page.recovered)
    page.show_unsaved(count, discarded=discarded)
    buttons = {"unsaved": page.unsaved, "away": page.away}
    assert [name for name, button in buttons.items() if not button.isHidden()] == [shown] * bool(shown)
    for button in buttons.values():
        if not button.isHidden():
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(asked) == bool(shown)
