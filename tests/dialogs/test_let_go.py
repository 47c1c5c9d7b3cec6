"""Dialogs that are closed are gone at once: nothing in them refers to them in a circle."""

import gc
import weakref
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from ailments import ailing
from desks import desk_on, small_map
from desktop.desk.mending import Mending
from desktop.desk.snapshots import Snapshots
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.brand import BrandDialog
from desktop.dialogs.clean import CleanDialog
from desktop.dialogs.compare import CompareDialog
from desktop.dialogs.conflict import ConflictDialog
from desktop.dialogs.crash import CrashDialog, Kept
from desktop.dialogs.crop import WHOLE, CropDialog, Cut
from desktop.dialogs.findings import FindingsDialog
from desktop.dialogs.poster.dialog import PosterDialog
from desktop.dialogs.poster.picture import PictureDialog
from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.recovery import RecoveryDialog
from desktop.dialogs.recoveryrow import Found
from desktop.dialogs.snapshots import SnapshotsDialog
from desktop.dialogs.versions import Shelf, VersionsDialog
from desktop.document.clean import PARTS
from desktop.document.project import Brand
from desktop.panels.sheetline import Line
from desktop.panels.shortcuts import Chapter, ShortcutSheet
from desktop.panels.start.page import StartPage
from desktop.preferences import Preferences
from desktop.repairs import Repairs
from desktop.resources import words
from desktop.storage.backups import Reason, Version
from desktop.storage.brands import Branding
from desktop.storage.reader import Opened
from desktop.storage.recoveries import Recovery
from errands import Errands

WORDS = words("en")
PICTURE = QImage(40, 30, QImage.Format.Format_RGB32)
THEN = Version(Path("1"), datetime(2026, 3, 12, tzinfo=UTC), Reason.SAVE, 1, "0" * 64)
NOW, THEIRS = Opened(small_map(), {}), Opened(small_map().model_copy(update={"title": "Theirs"}), {})
SHELF = Shelf("Dinner", (THEN,), Opened(small_map(), {}), lambda version: Opened(small_map(), {}))


def unsaved():
    found = Recovery("a", Path("/journals/a"), None, "", "Dinner", 1.0, 1, 1)
    dialog = RecoveryDialog(WORDS, QLocale("en"), lambda _: PICTURE)
    dialog.show_found([Found(found)], [Found(found, discarded=True)])
    return dialog


def findings(window):
    desk = desk_on(ailing())
    return FindingsDialog(Mending(desk), Repairs(desk, window, print, print), window)


MAKERS = {
    "brand": lambda window: BrandDialog(
        Branding(Brand(), {}), NOW, WORDS, window, map_id=NOW.project.maps[0].id, folder=Path()
    ),
    "about": lambda window: AboutDialog(WORDS),
    "clean": lambda window: CleanDialog("Dinner", dict.fromkeys(PARTS, 1), WORDS, window),
    "compare": lambda window: CompareDialog(WORDS, "en", NOW, THEIRS, ("Yours", "In the file"), parent=window),
    "conflict": lambda window: ConflictDialog("a.journey", WORDS, mine_modified=True, parent=window),
    "crash": lambda window: CrashDialog(WORDS, "report", Kept(), window),
    "crop": lambda window: CropDialog(PICTURE, Cut(WHOLE, "fit"), WORDS, window),
    "findings": findings,
    "picture": lambda window: PictureDialog(WORDS, window),
    "poster": lambda window: PosterDialog(Errands(desk_on(small_map())), window),
    "preferences": lambda window: PreferencesDialog(WORDS, Preferences()),
    "recovery": lambda window: unsaved(),
    "sheet": lambda window: ShortcutSheet([Chapter("Edit", [Line("Undo", (), print)])], WORDS, window),
    "snapshots": lambda window: SnapshotsDialog(Snapshots(desk_on(small_map()), lambda: THEN.time), {}, window),
    "versions": lambda window: VersionsDialog(SHELF, WORDS, "en", window),
    "start": lambda window: StartPage(WORDS, "en"),
}


@pytest.fixture
def no_collector():
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("no_collector")
@pytest.mark.parametrize("name", MAKERS)
def test_nothing_is_left_of_a_closed_dialog(qtbot, name):
    window = QWidget()
    qtbot.addWidget(window)
    dialog = MAKERS[name](window)
    dialog.show()
    gone = weakref.ref(dialog)
    dialog.close()
    dialog.deleteLater()
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gone() is None
