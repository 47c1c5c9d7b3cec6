"""Current and ideal at a desk: which maps are compared, what is new, and what becomes of it."""

import pytest

from desks import desk_on
from desktop.desk.ideal import Ideal
from desktop.desk.maps import Maps
from desktop.document.edits.cards import Spot, add_card, edit_cards
from desktop.document.edits.lanes import lock_lane
from desktop.document.keyed import find


@pytest.fixture
def desk():
    """The ideal map is shown, the current one is “m”."""
    desk = desk_on()
    Maps(desk).duplicate_as_ideal()
    return desk


@pytest.fixture
def ideal(desk):
    return Ideal(desk)


@pytest.fixture
def said(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def offers(desk):
    made = []
    desk.offered.connect(made.append)
    return made


def with_late(desk, text="Rings"):
    """The current map has one more card now."""
    lane = next(one for one in find(desk.project.maps, "m").lanes if one.title == "Doing")
    new = add_card(desk.project, "m", Spot(lane.id, "d1"), "action", new_id=lambda: "late", text=text)
    desk.edit("", new)


def test_the_current_map_comes_first_whichever_is_shown(desk, ideal):
    first = ideal.pair()
    desk.show_map("m")
    assert ideal.pair() == first == ("m", next(one.id for one in ideal.maps if one.origin))


def test_a_map_alone_is_compared_with_none():
    assert Ideal(desk_on()).pair() is None


def test_what_differs_is_found_out_once(desk, ideal):
    with_late(desk)
    found = ideal.between(*ideal.pair())
    assert [each.code for each in found.differences] == ["removed"]
    assert ideal.between(*ideal.pair()) is found


def test_and_again_when_the_project_is_another(desk, ideal):
    before = ideal.between(*ideal.pair())
    desk.edit("", edit_cards(desk.project, "m", ["c2"], text="Waits long"))
    assert ideal.between(*ideal.pair()).differences != before.differences


@pytest.mark.parametrize("pair", [("m", "m"), ("m", "gone"), ("gone", "m")])
def test_there_must_be_two(ideal, pair):
    assert ideal.between(*pair) is None


def test_the_ideal_map_is_told_whichever_is_shown(desk, ideal):
    shown = desk.map_id
    assert ideal.derived() == shown
    desk.show_map("m")
    assert ideal.derived() == shown


def test_a_map_of_its_own_is_told_nothing():
    lonely = Ideal(desk_on())
    assert lonely.news(lonely.derived()) is None


def test_bringing_over_shows_and_selects_what_came(desk, ideal, offers):
    with_late(desk)
    to = ideal.derived()
    desk.show_map("m")
    assert ideal.bring_over(to, ["late"])
    assert desk.map_id == to
    assert [card.text for card in desk.chosen.cards] == ["Rings"]
    assert offers[-1].sentence == "Brought over from the other map: 1."


def test_it_is_one_step_back(desk, ideal, offers):
    with_late(desk)
    before = desk.project
    ideal.bring_over(ideal.derived(), ["late"])
    offers[-1].choices[0].do()
    assert desk.project is before


def test_what_was_brought_over_is_no_news(desk, ideal):
    with_late(desk)
    to = ideal.derived()
    assert [thing.id for thing in ideal.news(to).things] == ["late"]
    ideal.bring_over(to, ["late"])
    assert ideal.news(to).things == ()


def test_passing_over(desk, ideal, offers):
    with_late(desk)
    to = ideal.derived()
    assert ideal.pass_over(to, ["late"])
    assert ideal.news(to).things == ()
    assert "not listed again" in offers[-1].sentence
    desk.undo()
    assert [thing.id for thing in ideal.news(to).things] == ["late"]


def test_nothing_is_neither(desk, ideal, offers):
    assert not ideal.bring_over(ideal.derived(), [])
    assert not ideal.pass_over(ideal.derived(), [])
    assert not ideal.bring_over("m", ["c1"])
    assert offers == []


def test_why_nothing_came_is_said(desk, ideal, said):
    with_late(desk)
    to = ideal.derived()
    lane = next(one for one in desk.journey.lanes if one.title == "Doing")
    desk.edit("", lock_lane(desk.project, to, lane.id, True))
    assert not ideal.bring_over(to, ["late"])
    assert "locked" in said[-1]
