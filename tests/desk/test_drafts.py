"""Drafts of what stands on the map: which text, which words for the edit, and what a new text makes."""

import pytest

from desks import desk_on, held, small_map
from desktop.desk.drafts import SUBTITLE, TITLE, draft_of
from desktop.document.base import changed
from desktop.document.edits.links import add_link
from desktop.document.errors import EditError
from desktop.document.journey import LaneGroup

WRITTEN = [
    ("c1", "Asks", "Write action", lambda desk: held(desk, "c1").text),
    ("m1", "", "Write emotion", lambda desk: held(desk, "m1").label),
    ("l-actions", "Doing", "Write lane", lambda desk: desk.journey.lanes[0].title),
    ("d0", "Step 0", "Write step", lambda desk: desk.journey.stages[0].steps[0].title),
    ("s1", "Stage 1", "Write stage", lambda desk: desk.journey.stages[1].title),
    ("k1", "", "Write arrow", lambda desk: desk.journey.links[0].label),
    ("g1", "Front", "Write group", lambda desk: desk.journey.groups[0].title),
    (TITLE, "Visit", "Write title", lambda desk: desk.journey.title),
    (SUBTITLE, "First", "Write subtitle", lambda desk: desk.journey.subtitle),
]


@pytest.fixture
def desk():
    whole = small_map(subtitle="First", groups=(LaneGroup(id="g1", title="Front"),))
    return desk_on(add_link(whole, "m", "leads", "c1", "c3", new_id=lambda: "k1"))


@pytest.mark.parametrize(("thing", "text", "label", "read"), WRITTEN, ids=[row[0] for row in WRITTEN])
def test_whatever_has_a_text_can_be_written(desk, thing, text, label, read):
    draft = draft_of(desk, thing)
    assert (draft.thing, draft.text, draft.label, draft.fresh) == (thing, text, label, False)
    desk.edit(draft.label, draft.with_text("Other"))
    assert read(desk) == "Other"


def test_the_same_text_makes_the_same_project(desk):
    assert draft_of(desk, "c1").with_text("Asks") is desk.project


def test_the_project_is_asked_anew_for_every_text(desk):
    draft = draft_of(desk, "c1")
    other = draft_of(desk, "c2")
    desk.edit(other.label, other.with_text("Meanwhile"))
    desk.edit(draft.label, draft.with_text("Other"))
    assert (held(desk, "c1").text, held(desk, "c2").text) == ("Other", "Meanwhile")


def test_a_text_that_is_too_long_is_refused(desk):
    with pytest.raises(EditError, match=r"field\.refused"):
        draft_of(desk, "s0").with_text("x" * 501)


@pytest.mark.parametrize("thing", ["", "gone", "m"])
def test_what_is_not_there_has_no_draft(desk, thing):
    assert draft_of(desk, thing) is None


def test_without_a_map_there_is_nothing_to_write():
    assert draft_of(desk_on(changed(small_map(), maps=())), TITLE) is None
