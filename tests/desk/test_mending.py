"""Findings on a desk: found once, shown where they are, repaired as edits that can be undone."""

import pytest

from ailments import MISSING, ailing, ailing_file
from desks import desk_on, held, home, small_map
from desktop import resources
from desktop.desk import mending as module
from desktop.desk.desk import Desk
from desktop.desk.mending import Mending
from desktop.document.base import changed
from desktop.document.cards import Card, Picture
from desktop.document.checks import Finding
from desktop.document.journey import JourneyMap
from desktop.session import Session
from desktop.storage.assets import asset, key_of
from desktop.storage.reader import Opened
from pictures import png

DAMAGED = "d" * 64


@pytest.fixture
def desk():
    return desk_on(ailing())


@pytest.fixture
def mending(desk):
    return Mending(desk)


def found(mending, code):
    return next(finding for finding in mending.found() if finding.code == code)


def codes(mending):
    return {finding.code for finding in mending.found()}


def with_damaged_picture(content):
    """A desk with a card that shows a picture whose bytes are other ones than those of its key."""
    card = Card(id="c", kind="note", text="so", picture=Picture(asset=DAMAGED, alt="the door"))
    project = changed(small_map(), maps=(changed(small_map().maps[0], parking=(card,)),))
    damaged = asset(content, "image/png", 60, 40)[1]
    return desk_on_opened(Opened(project, {DAMAGED: damaged}, damaged=(DAMAGED,)))


def desk_on_opened(opened):
    numbers = iter(range(10**6))
    return Desk(Session(opened), resources.words("en"), lambda: f"new{next(numbers)}")


def test_the_worst_come_first(mending):
    severities = [finding.severity for finding in mending.found()]
    assert severities == ["error", *["warning"] * 6, "note"]


def test_a_sound_project_has_none():
    assert Mending(desk_on()).found() == ()


def test_the_same_project_is_checked_once(mending, monkeypatch):
    before = mending.found()
    monkeypatch.setattr(module, "check", lambda *_: pytest.fail("checked again"))
    assert mending.found() is before


def test_after_an_edit_it_is_checked_again(desk, mending):
    before = mending.found()
    desk.edit("Title", changed(desk.project, title="Other"))
    assert mending.found() is not before


def test_one_repair_is_one_edit(desk, mending):
    assert mending.repair(found(mending, "card.no_text"))
    assert held(desk, "c4").text == "?"
    assert desk.session.undoable.label == "Repair"
    assert "card.no_text" not in codes(mending)


def test_undo_brings_the_finding_back(desk, mending):
    before = mending.found()
    mending.repair(found(mending, "step.missing"))
    assert held(desk, "c2") is None
    desk.undo()
    assert mending.found() == before
    assert held(desk, "c2").first == "gone"


def test_all_repairs_are_one_edit(desk, mending):
    before = desk.project
    assert mending.repair_all() == 7
    assert codes(mending) == {"status.unknown"}
    assert desk.session.undoable.label == "Repair 7 findings"
    desk.undo()
    assert desk.project is before


def test_cards_are_moved_to_where_they_are_seen(desk, mending):
    mending.repair(found(mending, "lane.cards_unseen"))
    assert home(desk, "c9") == "l-actions"


def test_words_of_repairs_are_those_of_the_interface(desk, mending):
    mending.repair_all()
    assert [cluster.title for cluster in desk.journey.inbox] == ["from Doing"]
    assert desk.project.personas[-1].name == "Missing persona"


def test_nothing_to_repair_is_no_edit():
    desk = desk_on()
    assert Mending(desk).repair_all() == 0
    assert desk.session.undoable is None


def test_a_note_is_no_edit(desk, mending):
    assert not mending.repair(found(mending, "status.unknown"))
    assert desk.session.undoable is None


def test_before_the_first_repair_somebody_is_told(desk):
    told = []
    mending = Mending(desk, lambda: told.append(desk.session.modified))
    mending.found()
    mending.repair(found(mending, "status.unknown"))
    assert told == []
    mending.repair(found(mending, "card.no_text"))
    assert told == [False]


def test_a_file_that_can_only_be_read_is_not_repaired():
    session = Session(Opened(ailing(), {}), read_only=True)
    mending = Mending(Desk(session, resources.words("en"), lambda: "x"), lambda: pytest.fail("prepared"))
    assert not mending.repair(found(mending, "card.no_text"))
    assert mending.repair_all() == 0


def test_where_there_is_no_room_it_is_said(desk, mending, monkeypatch):
    said = []
    desk.said.connect(said.append)
    people = tuple(changed(desk.project.personas[0], id=f"q{number:03}") for number in range(500))
    desk.edit("People", changed(desk.project, personas=people))
    finding = next(one for one in mending.found() if one.detail == "zoe")
    assert not mending.repair(finding)
    assert said == ["personas cannot be set to this."]


def test_one_goes_to_the_card(desk, mending):
    assert mending.go_to(found(mending, "card.no_text")) == {"c4"}
    assert desk.selected == {"c4"}


def test_one_goes_to_the_lane(desk, mending):
    assert mending.go_to(found(mending, "lane.cards_unseen")) == {"l-visibility"}


def test_of_an_arrow_to_nothing_one_goes_to_its_card(desk, mending):
    assert mending.go_to(found(mending, "link.end_missing")) == {"c3"}


def test_what_is_not_on_the_map_is_said(desk, mending):
    said = []
    desk.said.connect(said.append)
    desk.select(("c1",))
    assert mending.go_to(found(mending, "lane.missing")) == frozenset()
    assert said == ["It is not on the map itself."]
    assert desk.selected == frozenset()


def test_one_goes_to_another_map():
    other = JourneyMap(id="z", rank="z", lanes=(), parking=())
    desk = desk_on(changed(ailing(), maps=(*ailing().maps, other)))
    mending = Mending(desk)
    mending.go_to(found(mending, "map.no_stages"))
    assert desk.map_id == "z"


def test_what_belongs_to_no_map_is_nowhere_to_go(desk, mending):
    assert mending.go_to(Finding("metric.missing", "warning", "goals/g")) == frozenset()
    assert mending.go_to(Finding("map.missing", "warning", "maps/gone")) == frozenset()
    assert desk.map_id == "m"


def test_a_damaged_picture_that_can_be_seen_is_read_anew():
    desk = with_damaged_picture(png())
    mending = Mending(desk)
    assert mending.repair(found(mending, "picture.damaged"))
    picture = desk.journey.parking[0].picture
    assert picture.asset in desk.session.assets
    assert key_of(desk.session.assets[picture.asset].content()) == picture.asset
    assert codes(mending) == {"picture.spare_damaged"}


def test_a_damaged_picture_that_cannot_be_seen_leaves_its_words():
    desk = with_damaged_picture(b"no picture at all")
    mending = Mending(desk)
    assert mending.repair_all() == 1
    card = desk.journey.parking[0]
    assert (card.picture, card.details) == (None, "the door")


def test_undo_shows_the_damaged_picture_again():
    desk = with_damaged_picture(png())
    mending = Mending(desk)
    mending.repair_all()
    desk.undo()
    assert desk.journey.parking[0].picture.asset == DAMAGED
    assert codes(mending) == {"picture.damaged"}


def test_a_missing_picture_that_comes_later_is_no_finding(desk, mending):
    assert found(mending, "picture.missing").detail == MISSING.asset
    desk.session.add_asset(MISSING.asset, asset(png(), "image/png", 60, 40)[1])
    desk.edit("Picture", changed(desk.project, title="With a picture"))
    assert "picture.missing" not in codes(mending)


def test_twins_are_told_as_long_as_both_are_there(tmp_path):
    session = Session.open(ailing_file(tmp_path / "a.journey", twins=True))
    desk = Desk(session, resources.words("en"), str)
    mending = Mending(desk)
    (twin,) = mending.twins
    assert twin.detail == "c5"
    new = twin.path.rpartition("/")[2]
    lanes = tuple(
        changed(lane, cards=tuple(card for card in lane.cards if card.id != new), markers=())
        for lane in desk.journey.lanes
    )
    desk.edit("Delete", changed(desk.project, maps=(changed(desk.journey, lanes=lanes),)))
    assert mending.twins == ()
