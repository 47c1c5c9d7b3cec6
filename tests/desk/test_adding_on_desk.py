"""What comes out of another file on a desk: pictures, fields of later versions, and edits made in between."""

import json

import pytest

from desks import desk_on, small_map
from desktop.desk.adding import Adding, Guest
from desktop.document.base import changed
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.maps import rename_map
from desktop.document.locate import cards_of
from desktop.document.merge.settling import Titles
from desktop.storage.reader import Opened, parse
from desktop.storage.versions import MAJOR, MINOR
from desktop.storage.writer import dump

PICTURE = b"\x89PNG\r\n\x1a\n"


def adding(desk, theirs, **fields):
    return Adding(desk, Guest(Opened(theirs, **{"assets": {}, **fields}), "kitchen"), Titles())


def reworded(text="Otherwise"):
    whole = small_map()
    return edit_cards(whole, whole.maps[0].id, ["c4"], text=text)


def texts(desk):
    return {card.text for card in cards_of(desk.journey)}


def later(theirs):
    """As a version after this one would write it: with a field on a card and one at the top that nobody here knows."""
    raw = json.loads(dump(theirs, {}))
    raw["version"] = [MAJOR, MINOR + 4]
    raw["weather"] = "rain"
    lanes = raw["project"]["maps"][0]["lanes"]
    next(lane for lane in lanes if lane["id"] == "l-thoughts")["cards"][0]["smell"] = "coffee"
    return parse(json.dumps(raw).encode())


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def joined(desk):
    """The desk after a file of a later version was added."""
    one = Adding(desk, Guest(later(small_map()), "kitchen"), Titles())
    assert one.take(one.proposed())
    return desk


def test_what_a_later_version_knows_is_saved(joined):
    data = joined.session._dump(joined.project)
    saved = json.loads(data)
    assert saved["version"] == [MAJOR, MINOR + 4]
    assert saved["weather"] == "rain"
    assert b"coffee" in data


def test_a_file_of_this_version_makes_no_file_newer(desk):
    one = adding(desk, reworded(), minor=MINOR)
    one.take(one.proposed())
    assert desk.session.opened.minor == 0
    assert not desk.session.newer


def test_own_fields_at_the_top_come_before_theirs(desk):
    desk.session.take_in(Opened(small_map(), {}, unknown={"a": 1, "b": 1}))
    desk.session.take_in(Opened(small_map(), {}, unknown={"b": 2, "c": 2}))
    assert dict(desk.session.opened.unknown) == {"a": 1, "b": 1, "c": 2}


def test_pictures_come_along_and_own_ones_stay(desk):
    desk.session.add_asset("k1", PICTURE)
    one = adding(desk, reworded(), assets={"k1": b"another", "k2": PICTURE})
    one.take(one.proposed())
    assert dict(desk.session.assets) == {"k1": PICTURE, "k2": PICTURE}


def test_nothing_new_brings_no_pictures(desk):
    one = adding(desk, small_map(), assets={"k2": PICTURE})
    assert not one.take(one.proposed())
    assert dict(desk.session.assets) == {}
    assert desk.session.undoable is None


@pytest.mark.parametrize(("choice", "stays"), [("mine", "Here"), ("theirs", "Otherwise")])
def test_choices_count_for_what_was_edited_since(desk, choice, stays):
    """Somebody writes on the same card while the other file is looked at."""
    one = adding(desk, reworded())
    proposed = one.proposed(otherwise=choice)
    desk.attempt("", lambda whole: edit_cards(whole, desk.map_id, ["c4"], text="Here"))
    one.take(proposed)
    assert stays in texts(desk)
    assert len({"Here", "Otherwise"} & texts(desk)) == 1


def test_an_edit_elsewhere_in_between_stays(desk):
    one = adding(desk, reworded())
    proposed = one.proposed()
    desk.attempt("", lambda whole: rename_map(whole, desk.map_id, "Meanwhile"))
    one.take(proposed)
    assert desk.journey.title == "Meanwhile"
    assert "Otherwise" in texts(desk)
    desk.undo()
    assert desk.journey.title == "Meanwhile"


def test_what_came_is_selected(desk):
    whole = small_map()
    journey = whole.maps[0]
    thoughts = next(lane for lane in journey.lanes if lane.id == "l-thoughts")
    fresh = changed(thoughts.cards[0], id="fresh", text="From the kitchen")
    lanes = tuple(changed(lane, cards=(*lane.cards, fresh)) if lane is thoughts else lane for lane in journey.lanes)
    one = adding(desk, changed(whole, maps=(changed(journey, lanes=lanes),)))
    one.take(one.proposed())
    assert desk.selected == {"fresh"}
