"""The panel as narrow as it may be, in each language: no words are cut."""

import random

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from desktop import resources
from desktop.desk.desk import Desk
from desktop.desk.votes import Votes
from desktop.document.ids import Ids, ids_of
from desktop.panels.docks import LEAST
from desktop.panels.votes.panel import VotesPanel
from desktop.session import Session


@pytest.fixture(params=["en", "de"])
def votes(request, sample):
    session = Session(sample)
    desk = Desk(session, resources.words(request.param), Ids(random.Random(5).getrandbits, ids_of(session.project)))
    return Votes(desk, lambda: "2026-03-04")


@pytest.fixture
def narrow(qtbot, votes):
    panel = VotesPanel(votes)
    qtbot.addWidget(panel)
    panel.setFont(resources_font(panel))
    panel.resize(LEAST["votes"], 760)
    panel.show()
    return panel


def resources_font(panel):
    """13 px, as in the program."""
    font = panel.font()
    font.setPixelSize(13)
    return font


def cut(panel):
    """The labels of one line and the buttons that have less room than their words."""
    QTest.qWait(0)
    shown = [each for kind in (QLabel, QPushButton) for each in panel.findChildren(kind) if each.isVisible()]
    lines = [each for each in shown if not (isinstance(each, QLabel) and each.wordWrap())]
    return [each.text() for each in lines if each.fontMetrics().horizontalAdvance(each.text()) > each.width()]


def test_what_is_set_up_fits(narrow):
    assert cut(narrow) == []


@pytest.mark.parametrize("form", [0, 1])
def test_what_is_counted_fits(narrow, form):
    narrow.setup.form.setCurrentIndex(form)
    narrow.setup.people.setValue(100)
    narrow.setup.start()
    assert cut(narrow) == []
    assert narrow.counting.width() <= LEAST["votes"]


def test_the_result_fits(narrow, votes):
    narrow.setup.start()
    for card in votes.ballot.options[:3]:
        votes.set_tally(card, 100_000)
    narrow.counting.turn()
    assert cut(narrow) == []
