"""A locked lane refuses whatever would change what it says, with one sentence, and nothing else changes either.

What is left free stands in FREE, with the reason.
"""

from datetime import datetime

import pytest

from desks import desk_on, held, small_map
from desktop.desk.arrange import Arrange
from desktop.desk.direction import Direction
from desktop.desk.drafts import draft_of
from desktop.desk.finding import Finding, Wanted
from desktop.desk.pasting import Pasting
from desktop.desk.pictures import Pictures
from desktop.desk.place import Place
from desktop.desk.rows import Rows
from desktop.desk.scribing import Scribing
from desktop.desk.snapshots import Snapshots
from desktop.desk.tray import Tray
from desktop.desk.votes import Votes
from desktop.document.cards import Card
from desktop.document.clip import clip_of
from desktop.document.edits import cards, comments, inbox, lanes, links, markers, stages, steps
from desktop.document.edits.cards import Spot
from desktop.document.edits.locks import keep_locked
from desktop.document.edits.paste import paste
from desktop.document.errors import EditError
from desktop.document.journey import Cluster
from desktop.scribe.grammar import parse
from desktop.storage.assets import Asset

READY = ("ab" * 32, Asset(type="image/png", data="", width=4, height=3))
NOTES, FELT = "l-notes", "l-emotions"
LOCKED = "The lane is locked; unlock it first."
HERE = Spot(NOTES, "d0")


@pytest.fixture
def desk():
    """Notes and emotions are locked; a note waits in the inbox."""
    waiting = Cluster(id="g1", title="", rank="A", cards=(Card(id="n1", kind="note", text="waits", rank="A"),))
    whole = small_map(inbox=(waiting,))
    desk = desk_on(lanes.lock_lane(whole, "m", FELT, True))
    desk.select({"c5"})
    desk.aim(HERE)
    return desk


@pytest.fixture
def told(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


def attempt(desk, verb, *args, **fields):
    return desk.attempt("", lambda project: verb(project, "m", *args, **fields))


def chosen(desk, *ids):
    desk.select(ids)
    return Arrange(desk)


def scribe(desk, text):
    scribing = Scribing(desk)
    return scribing.add(parse(text, scribing.context()))


def enter(desk, thing, text):
    """What the editor on the map does."""
    draft = draft_of(desk, thing)
    return desk.attempt(draft.label, lambda _: draft.with_text(text))


def pasted(desk, *things):
    clip = clip_of(desk.project, "m", things)
    return desk.attempt("", lambda project: paste(project, "m", clip, HERE, new_id=desk.new_id).project)


VERBS = {
    "delete a card": lambda desk: chosen(desk, "c5").remove(),
    "delete it with others": lambda desk: chosen(desk, "c5", "c1").remove(),
    "delete a marker": lambda desk: chosen(desk, "m1").remove(),
    "delete the lane": lambda desk: chosen(desk, NOTES).remove(),
    "duplicate into it": lambda desk: chosen(desk, "c5").duplicate(),
    "convert": lambda desk: chosen(desk, "c5").convert("pain"),
    "convert the lane": lambda desk: chosen(desk, NOTES).convert("action"),
    "move right": lambda desk: chosen(desk, "c5").move(Direction.RIGHT),
    "move up": lambda desk: chosen(desk, "c5").move(Direction.UP),
    "longer": lambda desk: chosen(desk, "c5").span(Direction.RIGHT),
    "nudge": lambda desk: chosen(desk, "m1").nudge(0.5),
    "star": lambda desk: chosen(desk, "m1").star(),
    "mark empty cells": lambda desk: Rows(desk).mark_empty("–"),
    "paste lines": lambda desk: Pasting(desk).lines(["one", "two"], HERE),
    "a card at the slot": lambda desk: Place(desk).place("note"),
    "a feeling": lambda desk: Place(desk).emotion(1.0, Spot(FELT, "d1")),
    "scribe": lambda desk: scribe(desk, "a note"),
    "scribe into the lane": lambda desk: scribe(desk, ">notes a note"),
    "count ×2": lambda desk: Scribing(desk).count_on("c5"),
    "from the inbox": lambda desk: Tray(desk).send(["n1"], HERE),
    "to the inbox": lambda desk: attempt(desk, inbox.send_to_inbox, ["c5"], title="", new_id=desk.new_id),
    "to the parking lot": lambda desk: Tray(desk).park(["c5"]),
    "write a card": lambda desk: enter(desk, "c5", "other"),
    "write a marker": lambda desk: enter(desk, "m1", "other"),
    "write the lane's title": lambda desk: enter(desk, NOTES, "other"),
    "drag": lambda desk: attempt(desk, cards.move_cards, ["c5"], Spot("l-more", "d1")),
    "drag into it": lambda desk: attempt(desk, cards.move_cards, ["c1"], HERE),
    "copy into it": lambda desk: attempt(desk, cards.copy_cards, ["c1"], HERE, new_id=desk.new_id),
    "drag an edge": lambda desk: attempt(desk, cards.span_card, "c5", "d0", "d2"),
    "fields": lambda desk: attempt(desk, cards.edit_cards, ["c5"], text="other"),
    "a feeling dragged": lambda desk: attempt(desk, markers.edit_marker, "m1", persona="ana"),
    "a feeling to another step": lambda desk: attempt(desk, markers.move_marker, "m1", "d1", 0.0),
    "kind of the lane": lambda desk: attempt(desk, lanes.edit_lane, NOTES, kind="actions"),
    "paste cards": lambda desk: pasted(desk, "c1"),
    "a picture": lambda desk: Pictures(desk).add([READY], HERE),
}


@pytest.mark.parametrize("name", VERBS)
def test_a_locked_lane_refuses(desk, told, name):
    before = desk.project
    try:
        VERBS[name](desk)
    except EditError as error:
        desk.said.emit(desk.sentence(error))  # as whoever asks for a draft does
    assert told == [LOCKED]
    assert desk.project is before


def with_feelings_side_by_side(desk):
    """Ana feels something at the last step as well, so that of two only one could stay."""
    attempt(desk, lanes.lock_lane, FELT, False)
    attempt(desk, markers.place_marker, FELT, "d3", persona="ana", value=1.0, new_id=desk.new_id)
    attempt(desk, lanes.lock_lane, FELT, True)


def test_steps_with_a_feeling_each_stay_two(desk, told):
    with_feelings_side_by_side(desk)
    before = desk.project
    assert not attempt(desk, steps.merge_steps, "d2", "d3")
    assert told == [LOCKED]
    assert desk.project is before


def test_votes_stay_beside_a_locked_lane(desk, told):
    votes = Votes(desk, lambda: "2026-05-04")
    assert votes.open(["c5"])
    assert votes.cast("c5")
    before = desk.project
    assert not votes.take_over()
    assert told == [LOCKED]
    assert desk.project is before


def test_other_words_are_put_everywhere_else(desk):
    attempt(desk, cards.edit_cards, ["c1"], text="Asks the waiter")
    finding = Finding(desk)
    finding.seek(Wanted("asks"))
    kept = held(desk, "c5")
    assert finding.replace_all("Tells")
    assert held(desk, "c5") is kept
    assert held(desk, "c1").text == "Tells the waiter"


def test_a_whole_project_that_says_something_else_is_refused(desk):
    free = lanes.lock_lane(desk.project, "m", NOTES, False)
    other = cards.edit_cards(free, "m", ["c5"], text="other")
    with pytest.raises(EditError, match="locked"):
        keep_locked(desk.project, lanes.lock_lane(other, "m", NOTES, True))
    with pytest.raises(EditError, match="locked"):
        keep_locked(desk.project, lanes.remove_lane(free, "m", NOTES, new_id=desk.new_id))
    keep_locked(desk.project, lanes.hide_lane(desk.project, "m", NOTES, True))


FREE = {
    # says something of the card, not in its place
    "comment": lambda desk: attempt(
        desk, comments.add_comment, "c5", "why?", author="Ada", date="2026-05-04", new_id=desk.new_id
    ),
    # an arrow belongs to both its ends, and pain points are locked before they are answered
    "link": lambda desk: attempt(desk, links.add_link, "answers", "c1", "c5", new_id=desk.new_id),
    # where a lane stands and how it is seen is not what it says
    "hide": lambda desk: attempt(desk, lanes.hide_lane, NOTES, True),
    "height": lambda desk: attempt(desk, lanes.set_lane_height, NOTES, 2.0),
    "order": lambda desk: attempt(desk, lanes.move_lane, NOTES, "l-actions"),
    "group": lambda desk: attempt(desk, lanes.group_lanes, ["l-more", NOTES], "Rest", new_id=desk.new_id),
    # columns are everybody's
    "a new step": lambda desk: attempt(desk, steps.add_step, "s0", "New", new_id=desk.new_id),
    "order of the steps": lambda desk: attempt(desk, stages.move_stage, "s1", "s0"),
    # what stood there goes to the inbox, and an offer takes it back
    "remove a stage": lambda desk: chosen(desk, "s0").remove(),
}


@pytest.mark.parametrize("name", FREE)
def test_what_stays_free(desk, told, name):
    card = held(desk, "c5")
    assert FREE[name](desk)
    assert told == []
    there = held(desk, "c5") or next(one for group in desk.journey.inbox for one in group.cards if one.id == "c5")
    assert there.text == card.text


def test_undo_and_snapshots_bring_the_locked_lane_back(desk):
    snapshots = Snapshots(desk, datetime.now)
    snapshots.take("before")
    attempt(desk, lanes.lock_lane, NOTES, False)
    attempt(desk, cards.remove_cards, ["c5"])
    attempt(desk, lanes.lock_lane, NOTES, True)
    assert snapshots.restore(snapshots.kept[0].id)
    assert held(desk, "c5") is not None
    desk.undo()
    assert held(desk, "c5") is None
