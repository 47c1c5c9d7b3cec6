"""What an edit would lead to, without making it."""

import pytest

from desks import desk_on
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.facts import edit_project
from desktop.document.errors import EditError


@pytest.fixture
def desk():
    return desk_on()


def retitle(desk, title):
    return lambda: desk.edit("Title", edit_project(desk.project, title=title))


def test_a_rehearsal_gives_what_the_edit_would(desk):
    before = desk.project
    assert desk.rehearse(retitle(desk, "Other")) == edit_project(before, title="Other")


def test_a_rehearsal_changes_nothing(desk):
    before, told = desk.project, []
    desk.session.changed.connect(lambda *_: told.append("changed"))
    desk.rehearse(retitle(desk, "Other"))
    assert desk.project is before
    assert desk.session.undoable is None
    assert told == []


def test_a_rehearsal_selects_nothing(desk):
    desk.select(("c1",))
    desk.rehearse(lambda: desk.edit("Title", edit_project(desk.project, title="Other"), ("c2",)))
    assert desk.selected == {"c1"}


def test_without_an_edit_there_is_nothing(desk):
    assert desk.rehearse(list) is None


def test_an_edit_that_changes_nothing_leads_nowhere(desk):
    assert desk.rehearse(retitle(desk, desk.project.title)) is None


def test_of_several_edits_the_last_counts(desk):
    def twice():
        desk.edit("One", edit_project(desk.project, title="One"))
        desk.edit("Two", edit_project(desk.project, title="Two"))

    assert desk.rehearse(twice).title == "Two"


def test_what_is_impossible_is_not_said(desk):
    told = []
    desk.said.connect(told.append)
    missing = ("gone",)
    assert desk.rehearse(lambda: desk.attempt("Remove", lambda p: remove_cards(p, desk.map_id, missing))) is None
    assert told == []


def test_afterwards_things_are_said_again(desk):
    told = []
    desk.said.connect(told.append)
    desk.rehearse(retitle(desk, "Other"))
    desk.attempt("Remove", lambda project: remove_cards(project, desk.map_id, ("gone",)))
    assert len(told) == 1


def test_afterwards_edits_are_made_again(desk):
    desk.rehearse(retitle(desk, "Other"))
    assert desk.attempt("Text", lambda project: edit_cards(project, desk.map_id, ("c1",), text="New"))
    assert desk.session.modified


def test_a_bug_in_a_rehearsal_leaves_the_desk_at_work(desk):
    def stumble():
        desk.edit("Title", edit_project(desk.project, title="Other"))
        raise EditError("missing")

    with pytest.raises(EditError):
        desk.rehearse(stumble)
    assert desk.edit("Title", edit_project(desk.project, title="Real"))
    assert desk.project.title == "Real"
