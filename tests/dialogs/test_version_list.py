"""The list of versions: day by day, in words, with pictures that come when they are seen."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from desktop import resources
from desktop.dialogs.versionlist import PICTURE, THUMB, VERSION, VersionList, clock_of, day_name, facts_of
from desktop.storage.backups import Reason, Version

WORDS = resources.words("en")
BRITISH, GERMAN = QLocale("en_GB"), QLocale("de_DE")
NOON = datetime(2026, 3, 12, 12, 0).astimezone()
TODAY = QDate(2026, 3, 12)


def version(number, hours=0, reason=Reason.SAVE, size=217_000):
    """Of noon, or so many hours before."""
    time = (NOON - timedelta(hours=hours)).astimezone(UTC)
    return Version(Path(str(number)), time, reason, size, f"{number:064x}", number)


@pytest.fixture
def make(qtbot):
    def made(*versions):
        shown = VersionList(versions, WORDS, BRITISH, TODAY)
        qtbot.addWidget(shown)
        shown.resize(shown.width(), 400)
        shown.show()
        return shown

    return made


def texts(shown):
    return [shown.item(row).text() for row in range(shown.count())]


def test_versions_stand_under_their_day(make):
    shown = make(version(4), version(3, 1), version(2, 24), version(1, 48))
    long_ago = BRITISH.toString(QDate(2026, 3, 10), QLocale.FormatType.LongFormat)
    assert texts(shown) == ["Today", "12:00", "11:00", "Yesterday", "12:00", long_ago, "12:00"]


def test_the_first_is_the_latest(make):
    shown = make(version(2), version(1, 1))
    assert shown.chosen is None
    shown.choose_first()
    assert shown.chosen == version(2)


def test_arrow_keys_pass_over_the_days(make):
    shown = make(version(2), version(1, 24))
    shown.choose_first()
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert shown.chosen == version(1, 24)
    QTest.keyClick(shown, Qt.Key.Key_Up)
    assert shown.chosen == version(2)


def test_a_click_on_a_day_chooses_nothing(make):
    shown = make(version(2), version(1, 24))
    shown.choose_first()
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(shown.item(2)).center())
    assert shown.chosen == version(2)
    QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=shown.visualItemRect(shown.item(3)).center())
    assert shown.chosen == version(1, 24)


def test_an_empty_list_chooses_nothing(make):
    shown = make()
    shown.choose_first()
    assert shown.chosen is None
    assert shown.unseen() is None


def test_rows_are_told_to_who_cannot_see_them(make):
    shown = make(version(1, reason=Reason.REPAIR))
    assert shown.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "12:00, Before a repair · 212 kB"
    assert shown.accessibleName() == "Earlier versions"


def test_pictures_are_wanted_from_the_top_for_what_is_in_sight(make):
    shown = make(*(version(number, 20 - number) for number in range(20, 0, -1)))
    wanted = []
    while (entry := shown.unseen()) is not None:
        wanted.append(entry.data(VERSION).number)
        entry.setData(PICTURE, QImage())
    assert wanted == list(range(20, 20 - len(wanted), -1))
    assert 4 <= len(wanted) <= 6
    shown.scrollToBottom()
    assert shown.unseen() is not None


def test_a_spoilt_version_is_marked_and_not_asked_for_again(make):
    shown = make(version(1))
    shown.mark_spoilt(shown.item(1), "Cannot be read")
    assert shown.unseen() is None
    assert shown.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "12:00, Cannot be read"


def test_the_picture_is_painted_in_its_row(make):
    shown = make(version(1))
    red = QImage(THUMB, QImage.Format.Format_RGB32)
    red.fill(QColor("red"))
    shown.item(1).setData(PICTURE, red)
    place = shown.visualItemRect(shown.item(1)).topLeft()
    seen = shown.viewport().grab().toImage()
    assert seen.pixelColor(place.x() + 40, place.y() + 40) == QColor("red")


def test_what_is_chosen_and_what_is_pointed_at_look_otherwise(make):
    shown = make(version(2), version(1, 1))
    places = [shown.visualItemRect(shown.item(row)) for row in (1, 2)]
    shown.choose_first()
    QTest.mouseMove(shown.viewport(), places[1].center())
    QTest.qWait(1)
    seen = shown.viewport().grab().toImage()
    chosen, hovered = (seen.pixelColor(place.right() - 12, place.center().y()) for place in places)
    assert chosen != hovered


@pytest.mark.parametrize(
    ("day", "name"),
    [(date(2026, 3, 12), "Heute"), (date(2026, 3, 11), "Gestern"), (date(2026, 3, 13), "Freitag, 13. März 2026")],
)
def test_days_have_names(day, name):
    assert day_name(day, TODAY, resources.words("de"), GERMAN) == name


def test_times_and_sizes_are_as_usual_in_the_language():
    assert clock_of(version(1, 3), GERMAN) == "09:00"
    assert facts_of(version(1, size=5_400_000), resources.words("de"), GERMAN) == "Gespeichert · 5 MB"


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("language", ["en", "de"])
def test_every_reason_has_words(language, reason):
    code = f"versions.{reason.value}"
    assert resources.words(language)(code) != code
