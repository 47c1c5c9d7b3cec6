"""Where cards may land, without a window."""

import pytest

from desktop import resources
from desktop.canvas.hits import Hits
from desktop.canvas.landing import BEYOND, REACH, Drop, Load, caption, dropped, landing_at
from desktop.desk.homes import Way
from desktop.document.edits.lanes import hide_lane, lock_lane, remove_lane
from desktop.document.edits.stages import add_stage
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.layout.places import Rect


@pytest.fixture
def scene(studio, session):
    return studio.scene(session.project, session.project.maps[0].id)


def place(scene, text):
    """A card's row and place by a part of its text."""
    every = (place.card for row in scene.layout.rows for place in row.content.cards)
    return scene.hits.find(next(card.id for card in every if text in card.text))


def row_of(scene, kind):
    return next(row for row in scene.layout.rows if row.lane.kind == kind)


def load(scene, text, **more):
    row, found = place(scene, text)
    return Load(found.card.kind, "new", row.lane.id, **more)


def land(scene, text, x, y, **more):
    return landing_at(scene, load(scene, text, **more), x, y)


def middle(scene, title):
    column = next(column for column in scene.layout.columns if column.step.title == title)
    return column.x + column.width / 2


def over(scene, kind):
    row = row_of(scene, kind)
    return row.y + row.height / 2


def without(studio, scene, kind):
    lane = row_of(scene, kind).lane
    return studio.scene(remove_lane(scene.project, scene.map_id, lane.id, new_id=None), scene.map_id)


def changed(studio, scene, verb, kind):
    """The scene after a lane was hidden or locked."""
    return studio.scene(verb(scene.project, scene.map_id, row_of(scene, kind).lane.id, True), scene.map_id)


def said(scene, landing, becomes=""):
    return caption(landing, scene.layout, resources.words("en"), becomes)


def test_in_its_own_lane_a_card_lands_under_the_pointer(scene):
    row = row_of(scene, "touchpoints")
    landing = land(scene, "Waiter", middle(scene, "Eats"), row.y + 5)
    assert (landing.spot.lane, landing.home.way, landing.row) == (row.lane.id, Way.HERE, row)
    assert said(scene, landing) == ""


@pytest.mark.parametrize("kind", ["thoughts", "actions", "pains", "metrics"])
def test_a_note_is_led_nowhere(scene, kind):
    landing = landing_at(scene, Load("note", "new"), middle(scene, "Eats"), over(scene, kind))
    assert (landing.row.lane.kind, landing.home.way) == (kind, Way.HERE)


def test_a_note_over_the_emotions_goes_to_the_nearest_lane_for_cards(scene):
    landing = landing_at(scene, Load("note", "new"), middle(scene, "Eats"), row_of(scene, "emotions").y + 5)
    assert (landing.row.lane.kind, landing.home.way) == ("thoughts", Way.LED)


@pytest.mark.parametrize("kind", ["emotions", "thoughts", "visibility", "pains"])
def test_elsewhere_a_card_is_led_to_the_nearest_lane_of_its_kind(scene, kind):
    landing = land(scene, "Waiter", middle(scene, "Orders"), over(scene, kind))
    assert (landing.row.lane.kind, landing.home.way) == ("touchpoints", Way.LED)
    assert said(scene, landing) == "→ Touchpoints · Orders"


def test_a_card_in_a_foreign_lane_may_move_within_it(scene):
    row, found = place(scene, "I would come")
    landing = land(scene, "I would come", middle(scene, "Pays"), row.y + 5)
    assert (found.card.kind, row.lane.kind, landing.home.way) == ("quote", "thoughts", Way.HERE)


def test_a_card_that_becomes_what_the_lane_takes_lands_in_it(scene):
    landing = land(scene, "Waiter", middle(scene, "Eats"), over(scene, "pains"), any_lane=True)
    assert (landing.row.lane.kind, landing.home.way) == ("pains", Way.HERE)
    assert said(scene, landing, "pain") == "becomes pain point"


@pytest.mark.parametrize("kind", ["emotions", "visibility"])
def test_nothing_becomes_an_emotion_or_a_line(scene, kind):
    landing = land(scene, "Waiter", middle(scene, "Eats"), over(scene, kind), any_lane=True)
    assert (landing.row.lane.kind, landing.home.way) == ("touchpoints", Way.LED)


def test_far_above_all_lanes_nothing_lands(scene):
    top = scene.layout.rows[0].y
    assert land(scene, "Waiter", middle(scene, "Eats"), top - REACH + 1) is not None
    assert land(scene, "Waiter", middle(scene, "Eats"), top - REACH - 1) is None


@pytest.mark.parametrize(("beyond", "lands"), [(0, True), (BEYOND - 1, True), (BEYOND + 1, False)])
def test_a_little_beyond_the_last_step_is_that_step(scene, beyond, lands):
    last = scene.layout.columns[-1]
    landing = land(scene, "Waiter", last.x + last.width + beyond, row_of(scene, "touchpoints").y + 5)
    assert (landing.spot.step if landing else "") == (last.step.id if lands else "")


def test_beside_the_steps_nothing_lands(scene):
    row = row_of(scene, "touchpoints")
    assert land(scene, "Waiter", scene.layout.labels.x + 1, row.y + 5) is None


def test_where_no_lane_is_of_its_kind_one_is_made_below(studio, scene):
    bare = without(studio, scene, "touchpoints")
    landing = landing_at(bare, Load("touchpoint", "new"), middle(bare, "Eats"), over(bare, "actions"))
    assert (landing.home.way, landing.home.lane.id, landing.row) == (Way.NEW, "new", None)
    assert landing.home.before == row_of(bare, "thoughts").lane.id
    assert said(bare, landing) == "→ new lane: Touchpoints"


def test_the_only_lane_of_the_kind_takes_it_although_it_is_hidden(studio, scene):
    less = changed(studio, scene, hide_lane, "touchpoints")
    landing = landing_at(less, Load("touchpoint", "new"), middle(less, "Eats"), over(less, "actions"))
    assert (landing.home.way, landing.spot.lane) == (Way.HIDDEN, row_of(scene, "touchpoints").lane.id)
    assert said(less, landing) == "→ Touchpoints (hidden)"


@pytest.mark.parametrize("pointed", ["touchpoints", "pains"])
def test_where_the_only_lane_of_the_kind_is_locked_nothing_lands(studio, scene, pointed):
    locked = changed(studio, scene, lock_lane, "touchpoints")
    landing = landing_at(locked, Load("touchpoint", "new"), middle(locked, "Eats"), over(locked, pointed))
    assert (landing.free, said(locked, landing)) == (False, "locked")


def test_over_a_locked_lane_nothing_lands_although_it_would_be_led_elsewhere(studio, scene):
    locked = changed(studio, scene, lock_lane, "thoughts")
    assert not land(locked, "Waiter", middle(locked, "Eats"), over(locked, "thoughts")).free


def test_on_a_map_without_lanes_the_first_is_made(studio):
    project = Project(id="p", maps=(JourneyMap(id="m"),))
    scene = studio.scene(add_stage(project, "m", "Decide", new_id=iter("ab").__next__), "m")
    landing = landing_at(scene, Load("pain", "new"), scene.layout.columns[0].x + 5, scene.layout.steps.bottom)
    assert (landing.home.way, landing.home.lane.kind, landing.home.before) == (Way.NEW, "pains", "")


def test_others_keep_their_distance_and_their_lane(studio, scene):
    ids = [place(scene, text)[1].card.id for text in ("Word of mouth", "“Sounds like")]
    landing = land(scene, "Word of mouth", middle(scene, "Orders"), row_of(scene, "touchpoints").y + 1)
    after = studio.scene(dropped(scene.project, scene.hits, Drop(ids, ids[0]), landing), scene.map_id)
    assert [after.hits.find(card)[1].first for card in ids] == [6, 6]
    assert [after.hits.lane_of(card).kind for card in ids] == ["touchpoints", "thoughts"]


def test_nobody_is_pushed_over_the_edge(studio, scene):
    ids = [place(scene, text)[1].card.id for text in ("Word of mouth", "Call to the house")]
    landing = land(scene, "Word of mouth", middle(scene, "Eats"), row_of(scene, "touchpoints").y + 1)
    after = studio.scene(dropped(scene.project, scene.hits, Drop(ids, ids[0]), landing), scene.map_id)
    assert [after.hits.find(card)[1].first for card in ids] == [8, 12]


def test_copies_leave_the_originals(studio, scene):
    ids = [place(scene, text)[1].card.id for text in ("Review site", "Menu page")]
    landing = land(scene, "Review site", middle(scene, "Eats"), row_of(scene, "touchpoints").y + 1)
    drop = Drop(ids, ids[0], {ids[0]: "one", ids[1]: "two"})
    after = studio.scene(dropped(scene.project, scene.hits, drop, landing), scene.map_id)
    assert [after.hits.find(card)[1].first for card in (*ids, "one", "two")] == [2, 2, 8, 8]
    assert [after.hits.find(card)[1].card.text for card in ("one", "two")] == ["Review site", "Menu page"]


def test_converting_changes_those_that_come_to_the_lane(studio, scene):
    ids = [place(scene, text)[1].card.id for text in ("Review site", "“Sounds like")]
    landing = land(scene, "Review site", middle(scene, "Eats"), over(scene, "pains"), any_lane=True)
    drop = Drop(ids, ids[0], convert=True)
    after = studio.scene(dropped(scene.project, scene.hits, drop, landing), scene.map_id)
    assert [after.hits.find(card)[1].card.kind for card in ids] == ["pain", "thought"]


def test_cards_of_a_new_lane_are_in_it(studio, scene):
    bare = without(studio, scene, "pains")
    landing = landing_at(bare, Load("pain", "new", "", any_lane=False), middle(bare, "Eats"), over(bare, "actions"))
    held = place(bare, "Waiter")[1].card.id
    after = studio.scene(dropped(bare.project, bare.hits, Drop([held], held), landing), bare.map_id)
    assert (after.hits.lane_of(held).id, after.hits.lane_of(held).kind) == ("new", "pains")


def test_a_card_that_does_not_belong_stays_in_its_lane(studio, scene):
    """A quote that stands among the thoughts is taken along to no lane of thoughts."""
    thought, quote = (place(scene, text)[1].card.id for text in ("“Can I trust", "I would come"))
    quotes = row_of(scene, "thoughts").lane
    landing = land(scene, "“Can I trust", middle(scene, "Pays"), over(scene, "pains"), any_lane=True)
    after = studio.scene(dropped(scene.project, scene.hits, Drop([thought, quote], thought), landing), scene.map_id)
    assert (after.hits.lane_of(thought).kind, after.hits.lane_of(quote)) == ("pains", after.hits.lane_of(quote))
    assert after.hits.lane_of(quote).id == quotes.id


def test_a_card_that_is_gone_moves_nothing(scene):
    landing = land(scene, "Waiter", middle(scene, "Eats"), row_of(scene, "touchpoints").y + 1)
    assert dropped(scene.project, scene.hits, Drop(["gone"], "gone"), landing) is scene.project


def test_cards_are_found_by_id_and_by_area(scene):
    row, found = place(scene, "Waiter")
    rect = scene.hits.rect(found.card.id)
    assert rect == Rect(found.rect.x, found.rect.y + row.y, found.rect.width, found.rect.height)
    assert list(scene.hits.inside(rect)) == [found.card.id]
    assert scene.hits.card_at(rect.x + 1, rect.y + 1) == found.card.id


def test_what_is_not_there_is_not_found(scene):
    assert scene.hits.find("gone") is None
    assert scene.hits.rect("gone") is None
    assert scene.hits.lane_of("gone") is None
    assert scene.hits.card_at(-1, -1) == ""


def test_look_ups_of_unchanged_rows_are_taken_over(scene):
    again = Hits(scene.layout, scene.hits)
    assert all(again._rows[key] is scene.hits._rows[key] for key in scene.hits._rows)
