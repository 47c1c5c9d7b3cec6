"""Whatever is typed into the panel: figures are those of the ballot, all can be undone, secrets stay secret."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from desktop.document.counting import votes_in
from desktop.panels.votes.model import ROW

Key = Qt.Key
LETTERS = st.sampled_from("abcdeizqABC")
FIGURES = st.sampled_from("0123456789+-")
ROUND = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right, Key.Key_Home, Key.Key_End, Key.Key_PageDown)
AWAY = (Key.Key_Escape, Key.Key_Space, Key.Key_Tab, Key.Key_Backtab, Key.Key_Delete)
MOVES = st.sampled_from((Key.Key_Return, Key.Key_Backspace, *ROUND, *AWAY))
STORY = st.lists(st.one_of(LETTERS, FIGURES, MOVES), max_size=25)
FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def rows(count):
    model = count.entries.model()
    return [model.index(row).data(ROW) for row in range(model.rowCount())]


@pytest.fixture
def again(panel, votes, desk):
    """A fresh vote of three people in the same panel, with the keyboard in its list."""

    def begin(form, *, secret=False):
        while desk.session.undoable:
            desk.undo()
        choices = votes.choices()
        assert votes.open(choices[votes.likely(choices)].cards, form=form, people=3, secret=secret)
        panel.counting.entries.setFocus()
        return panel.counting

    return begin


@FEW
@given(st.sampled_from(("dots", "pain")), STORY)
def test_the_figures_are_those_of_the_ballot(again, press, votes, form, story):
    count = again(form)
    press(*story)
    count.commit()
    assert votes.progress.given == votes_in(votes.ballot)
    if form == "dots":
        assert sum(int(row.number or 0) for row in rows(count)) == votes.progress.given
    given_now = [row.figures for row in rows(count)]
    assert given_now == [
        tuple(str(figure) if figure else "–" for figure in votes.grade_of(one)) if form == "pain" else ()
        for one in votes.ballot.options
    ]


@FEW
@given(st.sampled_from(("dots", "pain")), STORY)
def test_all_of_it_can_be_undone(again, panel, press, votes, desk, form, story):
    again(form)
    press(*story)
    panel.counting.commit()
    while desk.session.undoable:
        desk.undo()
    assert votes.ballot is None
    assert panel.currentWidget() is panel.setup
    assert desk.journey.ballots == ()


@FEW
@given(st.sampled_from(("dots", "pain")), STORY)
def test_nothing_secret_stands_anywhere_in_the_panel(again, press, votes, form, story):
    count = again(form, secret=True)
    press(*story)
    count.commit()
    if not votes.hidden:  # somebody got to the button
        votes.show_result(False)
    for row in rows(count):
        assert (row.number, row.share, row.tied) == ("", 0.0, False)
        assert not any(figure.isdigit() for figure in row.figures)
    assert [row.card for row in rows(count)] == list(votes.ballot.options)


@FEW
@given(STORY)
def test_a_result_is_changed_by_no_key(again, press, votes, story):
    count = again("dots")
    press("aab")
    count.turn()
    before = votes.ballot
    count.entries.setFocus()
    press(*[key for key in story if key not in (Key.Key_Tab, Key.Key_Backtab, Key.Key_Space)])
    assert votes.ballot is before
