"""Comments on cards: added, changed, removed, and never in the way of anything else."""

import pytest

from desktop.document.checks import check
from desktop.document.edits.cards import copy_cards
from desktop.document.edits.comments import add_comment, edit_comment, remove_comment
from desktop.document.edits.inbox import send_to_inbox
from desktop.document.errors import EditError
from desktop.document.locate import card_at


def card(project, name="a1"):
    return card_at(project.maps[0], name).card


def said(project, name="a1", text="Really?", **fields):
    ids = iter(fields.pop("ids", ["c1", "c2", "c3"]))
    known = {"author": "Ines", "date": "2026-11-22", **fields}
    return add_comment(project, "visit", name, text, new_id=lambda: next(ids), **known)


def test_a_comment_has_author_date_and_text(project):
    (comment,) = card(said(project)).comments
    assert (comment.id, comment.author, comment.date, comment.text) == ("c1", "Ines", "2026-11-22", "Really?")


def test_nothing_else_of_the_card_changes(project):
    before, after = card(project), card(said(project))
    assert after.model_copy(update={"comments": ()}) == before


def test_other_cards_stay_the_same_objects(project):
    after = said(project)
    assert card(after, "a2") is card(project, "a2")
    assert after.maps[0].lanes[1] is project.maps[0].lanes[1]


def test_comments_stand_sorted_by_id(project):
    after = said(said(project, ids=["z"]), ids=["b"])
    assert [comment.id for comment in card(after).comments] == ["b", "z"]


@pytest.mark.parametrize("text", ["", "  ", "\n"])
def test_a_comment_says_something(project, text):
    with pytest.raises(EditError, match=r"comment\.empty"):
        said(project, text=text)
    with pytest.raises(EditError, match=r"comment\.empty"):
        edit_comment(said(project), "visit", "a1", "c1", text=text)


@pytest.mark.parametrize(("field", "value"), [("date", "yesterday"), ("author", "x" * 501), ("text", "x" * 20_001)])
def test_what_does_not_fit_is_refused(project, field, value):
    with pytest.raises(EditError, match=r"field\.refused") as refused:
        said(project, **{field: value})
    assert refused.value.arguments["field"] == field


@pytest.mark.parametrize(("field", "value"), [("text", "No."), ("author", "Tom"), ("date", "2027")])
def test_a_comment_can_be_changed(project, field, value):
    after = edit_comment(said(project), "visit", "a1", "c1", **{field: value})
    assert getattr(card(after).comments[0], field) == value


def test_changing_nothing_is_the_same_project(project):
    once = said(project)
    assert edit_comment(once, "visit", "a1", "c1", text="Really?") == once


def test_a_comment_can_be_removed(project):
    twice = said(said(project), ids=["c9"])
    assert [comment.id for comment in card(remove_comment(twice, "visit", "a1", "c1")).comments] == ["c9"]
    gone = remove_comment(remove_comment(twice, "visit", "a1", "c1"), "visit", "a1", "c9")
    assert gone == project


@pytest.mark.parametrize("verb", [edit_comment, remove_comment])
def test_a_comment_that_is_not_there_is_missing(project, verb):
    with pytest.raises(EditError, match="missing"):
        verb(said(project), "visit", "a1", "c7")


@pytest.mark.parametrize(("where", "name"), [("gone", "a1"), ("visit", "gone")])
def test_a_card_that_is_not_there_is_missing(project, where, name):
    with pytest.raises(EditError, match="missing"):
        add_comment(project, where, name, "Hm", author="", date="", new_id=lambda: "c1")


def test_a_comments_id_has_no_other_verb(project):
    with pytest.raises(EditError, match="own_verb"):
        edit_comment(said(project), "visit", "a1", "c1", id="other")


def test_a_locked_lane_takes_comments(project):
    assert card(said(project, "n1"), "n1").comments


def test_cards_of_the_inbox_take_comments(project, new_id):
    put_aside = send_to_inbox(project, "visit", ["a1"], "Later", new_id=new_id)
    assert card(said(put_aside)).comments


def test_a_copy_comes_without_comments(project, new_id):
    class There:
        lane, step, after, before = "acts", "go", "", ""

    after = copy_cards(said(project), "visit", ["a1"], There, new_id=new_id)
    assert card(after, "new1").comments == ()


def test_a_commented_project_is_sound(project):
    assert check(said(project), ()) == check(project, ())
