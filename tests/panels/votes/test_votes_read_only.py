"""A file that nobody may write: its votes can be looked at, and what is secret stays so."""

import pytest
from PySide6.QtCore import Qt

from desktop.canvas.heat import HeatMarks
from desktop.panels.votes.model import ROW


def rows(count):
    model = count.entries.model()
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


@pytest.fixture
def sealed(panel, votes, press, desk):
    """A vote is counted and its file read only from then on."""

    def begin(form="dots", *, secret):
        panel.setup.form.setCurrentIndex(("dots", "pain").index(form))
        panel.setup.secret.setChecked(secret)
        press(Qt.Key.Key_Return, "bbcca" if form == "dots" else "1154")
        desk.session.read_only = True
        votes.work_on("")
        votes.work_on(votes.ballots[0].id)
        return panel.counting

    return begin


@pytest.mark.parametrize("form", ["dots", "pain"])
def test_what_is_secret_has_neither_place_nor_order_nor_tie(sealed, votes, form):
    count = sealed(form, secret=True)
    assert [row.card for row in rows(count)] == list(votes.ballot.options)
    assert {(row.mark, row.number, row.share, row.tied) for row in rows(count)} == {("", "", 0.0, False)}
    assert not count.again.isVisible()
    assert HeatMarks(votes).marks == ()


def test_secret_means_are_only_dots(sealed):
    assert {figure for row in rows(sealed("pain", secret=True)) for figure in row.figures} <= {"●", "–"}


def test_what_is_no_secret_stands_in_its_order(sealed):
    assert [(row.mark, row.number) for row in rows(sealed(secret=False))][:3] == [("1", "2"), ("1", "2"), ("3", "1")]


def test_nothing_is_offered_that_cannot_be_done(sealed):
    count = sealed(secret=True)
    assert not any(button.isVisible() for button in (count.show_it, count.take, count.again, count.save))


def test_keys_change_nothing(sealed, votes, press):
    count = sealed(secret=False)
    before = votes.ballot
    count.entries.setFocus()
    press("aab12", Qt.Key.Key_Return, Qt.Key.Key_Backspace, "+-")
    assert votes.ballot is before
