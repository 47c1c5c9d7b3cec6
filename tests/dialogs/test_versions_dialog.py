"""Earlier versions: looked at, compared, taken back; what cannot be read is told and harms nothing."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desks import small_map
from desktop import resources
from desktop.dialogs.versionlist import PICTURE
from desktop.dialogs.versionpage import MOST
from desktop.dialogs.versions import Shelf, VersionsDialog
from desktop.document.base import changed
from desktop.storage.backups import Reason, Version
from desktop.storage.errors import DamagedError
from desktop.storage.reader import Opened
from grids import card, lane, project

WORDS = resources.words("en")


def version(number):
    """Number 1 is the oldest."""
    time = datetime.now(UTC) - timedelta(days=10 - number)
    return Version(Path(str(number)), time, Reason.SAVE, 30_000, f"{number:064x}", number)


class Kept:
    """Versions by number; `read` are the numbers of those that were looked into."""

    def __init__(self, *projects, minor=0):
        self.contents = {version(n).number: Opened(each, {}, minor) for n, each in enumerate(projects, 1) if each}
        self.versions = tuple(version(n) for n in range(len(projects), 0, -1))
        self.read = []

    def __call__(self, wanted):
        self.read.append(wanted.number)
        if wanted.number not in self.contents:
            raise DamagedError("the backup is damaged", path=wanted.place, remedy="choose another version")
        return self.contents[wanted.number]

    def shelf(self, now, **more):
        return Shelf("Dinner", self.versions, Opened(now, {}), self, **more)


def simple(*texts, title="Simple"):
    """A map with a card for every text."""
    cards = (card(number, text=text) for number, text in enumerate(texts, 1))
    return project(lane(*cards, title="Doing"), title=title)


@pytest.fixture
def show(qtbot):
    dialogs = []

    def shown(shelf, language="en"):
        dialog = VersionsDialog(shelf, resources.words(language), language)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        dialogs.append(dialog)
        dialog.show()
        return dialog

    yield shown
    for dialog in dialogs:
        dialog.close()


def changes(dialog):
    return [dialog.page.changes.item(row).text() for row in range(dialog.page.changes.count())]


def choose_next(dialog, qtbot):
    """The one below, once it has been read."""
    QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not dialog._choosing.isActive())


def pictures(dialog):
    rows = (dialog.list.item(row).data(PICTURE) for row in range(dialog.list.count()))
    return [picture for picture in rows if isinstance(picture, QImage)]


def told(signal):
    """What a signal says from now on."""
    heard = []
    signal.connect(lambda *given: heard.append(given))
    return heard


def test_the_latest_is_shown_at_once(show):
    kept = Kept(simple("Waits"), simple("Waits", "Eats"))
    dialog = show(kept.shelf(simple("Waits", "Eats", "Pays")))
    assert dialog.windowTitle() == "Versions of “Dinner”"
    assert dialog.page.heading.text().startswith(day_of(version(2)))
    assert changes(dialog) == ["New: Action “Pays” (Doing · Step 0)"]
    assert dialog.page.since.text() == "Since then · 1 new"
    assert not dialog.page.sheet.image.isNull()


def day_of(kept):
    return f"{kept.time.astimezone():%A}"


def test_another_one_is_shown_when_the_keys_rest(show, qtbot):
    kept = Kept(simple("Waits"), simple("Waits", "Eats"))
    dialog = show(kept.shelf(simple("Waits", "Eats")))
    assert changes(dialog) == ["Nothing has changed: this is what the project holds now."]
    choose_next(dialog, qtbot)
    assert changes(dialog) == ["New: Action “Eats” (Doing · Step 0)"]


def test_who_passes_by_does_not_wait(show, qtbot):
    kept = Kept(*(simple("Waits", str(number)) for number in range(6)))
    dialog = show(kept.shelf(simple()))
    dialog._painting.stop()
    for _ in range(4):
        QTest.keyClick(dialog.list, Qt.Key.Key_Down)
    assert kept.read == [6]
    assert not dialog.restore.isEnabled()
    qtbot.waitUntil(dialog.restore.isEnabled)
    assert kept.read[:2] == [6, 2]


def test_pictures_come_one_after_the_other(show, qtbot):
    kept = Kept(*(simple("Waits", str(number)) for number in range(4)))
    dialog = show(kept.shelf(simple()))
    assert pictures(dialog) == []
    qtbot.waitUntil(lambda: len(pictures(dialog)) == 4)
    assert all(picture.width() == round(96 * dialog.devicePixelRatio()) for picture in pictures(dialog))


def test_nothing_is_read_before_it_is_seen(show, qtbot):
    kept = Kept(*(simple(str(number)) for number in range(30)))
    dialog = show(kept.shelf(simple()))
    qtbot.waitUntil(lambda: not dialog._painting.isActive())
    assert set(kept.read) < set(range(20, 31))
    dialog.list.scrollToBottom()
    qtbot.waitUntil(lambda: 1 in kept.read)


def test_a_version_is_restored(show):
    kept = Kept(simple("Waits"))
    dialog = show(kept.shelf(simple()))
    restored = told(dialog.restored)
    QTest.mouseClick(dialog.restore, Qt.MouseButton.LeftButton)
    assert restored == [(kept.versions[0], kept.contents[1])]
    assert not dialog.isVisible()


def test_a_version_is_copied(show):
    kept = Kept(simple("Waits"))
    dialog = show(kept.shelf(simple()))
    copied = told(dialog.copied)
    QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
    assert copied == [(kept.contents[1],)]
    assert not dialog.isVisible()


@pytest.mark.parametrize(
    "leave", [lambda it: QTest.keyClick(it, Qt.Key.Key_Escape), lambda it: it.close_button.click()]
)
def test_looking_changes_nothing(show, leave):
    dialog = show(Kept(simple("Waits")).shelf(simple()))
    heard = told(dialog.restored), told(dialog.copied)
    leave(dialog)
    assert heard == ([], [])
    assert not dialog.isVisible()


def comparison(dialog):
    """The version in question beside what there is now."""
    QTest.mouseClick(dialog.compare, Qt.MouseButton.LeftButton)
    return dialog.comparison


def way(shown, words):
    return next(button for button in shown.findChildren(QPushButton) if button.text() == words)


def test_a_version_is_compared_with_what_there_is_now(show):
    dialog = show(Kept(simple("Waits")).shelf(simple("Waits", "Eats")))
    shown = comparison(dialog)
    said = [label.text() for label in shown.findChildren(QLabel)]
    assert {dialog.page.heading.text(), "Now", "1 new"} <= set(said)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert dialog.comparison is None
    assert dialog.isVisible()


@pytest.mark.parametrize(("words", "name"), [("Restore", "restored"), ("Open as a copy", "copied")])
def test_beside_the_pictures_the_same_can_be_done(show, words, name):
    dialog = show(Kept(simple("Waits")).shelf(simple()))
    heard = told(getattr(dialog, name))
    QTest.mouseClick(way(comparison(dialog), words), Qt.MouseButton.LeftButton)
    assert len(heard) == 1
    assert not dialog.isVisible()


def test_what_cannot_be_done_is_not_offered_beside_the_pictures(show):
    shown = comparison(show(Kept(simple("Waits")).shelf(simple(), fixed=True)))
    assert [button.text() for button in shown.findChildren(QPushButton)] == ["Close", "Open as a copy"]
    shown.close()


def test_what_cannot_be_read_is_told(show, qtbot):
    dialog = show(Kept(simple("Waits"), None).shelf(simple()))
    assert dialog.page.trouble.text() == "This version cannot be read: the backup is damaged."
    assert dialog.page.trouble.isVisible()
    assert not dialog.page.sheet.isVisible()
    assert {button.isEnabled() for button in (dialog.restore, dialog.compare, dialog.copy)} == {False}
    choose_next(dialog, qtbot)
    assert dialog.page.sheet.isVisible()
    assert dialog.restore.isEnabled()


def test_what_cannot_be_read_is_read_once_for_its_picture(show, qtbot):
    kept = Kept(None, simple("Waits"))
    dialog = show(kept.shelf(simple()))
    qtbot.waitUntil(lambda: not dialog._painting.isActive())
    assert kept.read.count(1) == 1
    assert dialog.page.sheet.isVisible()


def test_where_nothing_is_kept_it_says_so(show):
    dialog = show(Kept().shelf(simple()))
    said = [label.text() for label in dialog.findChildren(QLabel) if label.isVisible()]
    assert "No earlier versions yet" in said
    assert {button.isVisible() for button in (dialog.restore, dialog.compare, dialog.copy)} == {False}
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_a_project_that_is_only_read_is_not_changed(show):
    dialog = show(Kept(simple("Waits")).shelf(simple(), fixed=True))
    assert dialog.copy.isEnabled()
    assert not dialog.restore.isEnabled()


def test_what_a_later_program_wrote_can_only_be_copied(show):
    dialog = show(Kept(simple("Waits"), minor=7).shelf(simple()))
    assert dialog.copy.isEnabled()
    assert not dialog.restore.isEnabled()


def test_a_version_without_a_map_has_no_picture(show, qtbot):
    dialog = show(Kept(changed(simple(), maps=())).shelf(simple()))
    qtbot.waitUntil(lambda: not dialog._painting.isActive())
    assert [picture.isNull() for picture in pictures(dialog)] == [True]
    assert dialog.restore.isEnabled()


def test_very_many_differences_are_counted(show):
    many = [str(number) for number in range(MOST + 20)]
    dialog = show(Kept(simple()).shelf(simple(*many)))
    assert len(changes(dialog)) == MOST + 1
    assert changes(dialog)[-1] == "… and 20 more"


def test_the_map_that_is_looked_at_is_the_one_shown(show):
    two = small_map()
    first = two.maps[0]
    other = changed(first, id="other", rank="z", title="Quite another map", lanes=())
    dialog = show(Kept(changed(two, maps=(first, other))).shelf(two, map_id="other"))
    alone = show(Kept(changed(two, maps=(other,))).shelf(two))
    assert dialog.page.sheet.image == alone.page.sheet.image


def test_what_people_wrote_is_plain_text(show):
    dialog = show(Kept(simple()).shelf(simple("<b>bold</b>")))
    assert changes(dialog) == ["New: Action “<b>bold</b>” (Doing · Step 0)"]
    assert {label.textFormat() for label in dialog.findChildren(QLabel) if label.text()} == {Qt.TextFormat.PlainText}


def test_the_sheet_shows_the_upper_left_in_its_own_shape(show):
    dialog = show(Kept(simple("Waits")).shelf(simple()))
    dialog.resize(1300, 700)
    sheet = dialog.page.sheet
    part = sheet._part()
    assert part.width() / part.height() == pytest.approx(sheet.width() / sheet.height(), rel=0.02)
    assert part.pixelColor(5, 5) == sheet.image.pixelColor(5, 5)


def test_it_speaks_german(show):
    dialog = show(Kept(simple("Waits")).shelf(simple()), "de")
    assert dialog.restore.text() == "Wiederherstellen"
    assert dialog.page.facts.text() == "Gespeichert · 29 kB"
