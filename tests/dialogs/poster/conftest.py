"""The dialog for printing, open over the restaurant visit."""

import secrets

import pytest
from shiboken6 import isValid

from desktop import resources
from desktop.desk.desk import Desk
from desktop.dialogs.poster.dialog import PosterDialog
from desktop.document.ids import Ids, ids_of
from desktop.session import Session
from errands import Errands

LONG = 60_000
"""Ms after which a print that never comes fails the test."""


@pytest.fixture
def desk(sample):
    """On the restaurant visit, in English."""
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(secrets.randbits, ids_of(session.project)))


@pytest.fixture
def errands(desk):
    return Errands(desk)


@pytest.fixture
def open_dialog(qtbot, errands):
    """Opens it; whatever is still open in the end is closed."""
    dialogs = []

    def make():
        dialog = PosterDialog(errands)
        dialogs.append(dialog)
        dialog.show()
        return dialog

    yield make
    for dialog in dialogs:
        if dialog in _alive(dialogs):
            dialog.close()


@pytest.fixture
def dialog(open_dialog, settled):
    """Open, and the print is there."""
    dialog = open_dialog()
    settled(dialog)
    return dialog


@pytest.fixture
def settled(qtbot):
    """Waits until the print that was asked for is shown, and looked through; nobody waits for advice."""

    def wait(dialog):
        qtbot.waitUntil(lambda: not is_busy(dialog), timeout=LONG)
        dialog._later.stop()

    return wait


def is_busy(dialog):
    showing = dialog.showing
    waiting = (dialog._soon, showing.preview._asking)
    return showing.busy or dialog._checking.busy or showing._pictures.busy or any(each.isActive() for each in waiting)


def _alive(dialogs):
    return [dialog for dialog in dialogs if isValid(dialog)]
