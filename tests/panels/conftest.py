"""An inspector on the restaurant sample."""

import random

import pytest
from clerk import Clerk

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.ids import Ids, ids_of
from desktop.panels.inspector.inspector import Inspector
from desktop.session import Session


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(3).getrandbits, ids_of(session.project)))


@pytest.fixture
def inspector(qtbot, desk):
    """300 px wide, in sight and with the keyboard."""
    inspector = Inspector(desk, author=lambda: "Ines", today=lambda: "2026-11-22")
    qtbot.addWidget(inspector)
    inspector.resize(300, 900)
    inspector.show()
    inspector.activateWindow()
    qtbot.waitActive(inspector)
    return inspector


@pytest.fixture
def clerk(inspector, desk):
    return Clerk(inspector, desk)
