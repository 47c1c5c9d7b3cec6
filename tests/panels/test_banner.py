"""Banners across the window, read and clicked as a person does."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from desktop import resources
from desktop.desk.offer import Choice
from desktop.panels.banner import Banner, Banners, settle_news, tell_news
from desktop.session import Session

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def banners(qtbot):
    shown = Banners()
    qtbot.addWidget(shown)
    shown.resize(900, 60)
    shown.show()
    return shown


@pytest.fixture
def done():
    """What the choices of a banner did."""
    return []


@pytest.fixture
def session(sample):
    return Session(sample)


def texts(banners):
    return [banner.text.text() for banner in banners.findChildren(Banner) if not banner.isHidden()]


def test_without_news_there_is_nothing(banners):
    assert banners.findChildren(Banner) == []
    assert banners.sizeHint().height() <= 0


def test_a_banner_says_a_sentence_a_line(banners):
    banners.tell("file", ("It was changed.", "It is newer."), ())
    assert texts(banners) == ["It was changed.\nIt is newer."]


def test_what_is_told_is_no_markup(banners):
    banner = banners.tell("file", ("<b>bold</b>",), ())
    assert banner.text.textFormat() is Qt.TextFormat.PlainText


def test_a_click_does_what_the_button_says(banners, done):
    choices = (Choice("One", partial(done.append, 1)), Choice("Two", partial(done.append, 2)))
    banner = banners.tell("file", ("Well?",), choices)
    QTest.mouseClick(banner.buttons[1], LEFT)
    assert done == [2]


def test_the_keyboard_does_it_too(banners, done):
    banner = banners.tell("file", ("Well?",), (Choice("Do", partial(done.append, 1)),))
    banner.buttons[0].setFocus()
    QTest.keyClick(banner.buttons[0], Qt.Key.Key_Space)
    assert done == [1]


def test_of_one_subject_only_the_last_news_stands(banners):
    banners.tell("file", ("Old.",), ())
    banners.tell("file", ("New.",), ())
    assert texts(banners) == ["New."]


def test_two_subjects_stand_one_below_the_other(banners):
    upper = banners.tell("file", ("One.",), ())
    lower = banners.tell("disk", ("Two.",), ())
    banners.layout().activate()
    assert upper.geometry().bottom() < lower.geometry().top() + 1
    assert texts(banners) == ["One.", "Two."]


def test_a_choice_may_take_its_own_banner_away(banners):
    banner = banners.tell("file", ("Well?",), (Choice("Got it", partial(banners.withdraw, "file")),))
    QTest.mouseClick(banner.buttons[0], LEFT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert banners.findChildren(Banner) == []
    assert banners.shown == {}


def test_what_is_not_told_can_be_withdrawn(banners):
    banners.withdraw("file")
    assert banners.shown == {}


def test_long_news_wrap_and_leave_the_buttons_where_they_are(banners):
    banners.resize(900, 200)
    banner = banners.tell("file", ("word " * 400,), (Choice("Got it", list),))
    banners.layout().activate()
    assert banner.height() > 2 * banner.fontMetrics().lineSpacing()
    assert banner.buttons[0].y() < 20


def test_a_file_without_news_tells_none(banners, session):
    tell_news(banners, session, resources.words("en"))
    assert banners.shown == {}


def test_the_news_of_a_file_can_be_read_and_put_away(banners, session):
    session.messages = ("The lane is new.",)
    tell_news(banners, session, resources.words("en"))
    button = banners.findChild(QPushButton)
    assert button.text() == "Got it"
    QTest.mouseClick(button, LEFT)
    assert texts(banners) == []


def test_a_copy_is_told_to_be_one_until_it_is_saved(banners, sample):
    session = Session(sample, Path("/far/dinner.journey"))
    session.detach("dinner (restored)")
    tell_news(banners, session, resources.words("en"))
    (said,) = texts(banners)
    assert "“dinner (restored)”" in said
    assert "“dinner.journey” stays as it is" in said
    settle_news(banners)
    assert texts(banners) == []


def test_saving_leaves_other_news(banners):
    banners.tell("file", ("The lane is new.",), ())
    settle_news(banners)
    assert texts(banners) == ["The lane is new."]
