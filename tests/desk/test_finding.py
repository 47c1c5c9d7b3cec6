"""Find and replace on a desk."""

import pytest

from desks import desk_on, held
from desktop.desk.finding import Finding, Wanted
from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.comments import add_comment
from desktop.document.edits.facts import add_task, edit_map
from desktop.document.edits.inbox import park_cards, send_to_inbox
from desktop.document.edits.lanes import edit_lane, group_lanes
from desktop.document.edits.maps import duplicate_map
from desktop.document.edits.markers import label_marker
from desktop.document.edits.people import add_goal, add_metric, edit_persona
from desktop.document.keyed import find
from desktop.scribe.seek import Manner


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def finding(desk):
    return Finding(desk)


@pytest.fixture
def said(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


def write(desk, *texts):
    """The texts of the first cards."""
    for number, text in enumerate(texts, start=1):
        desk.edit("", edit_cards(desk.project, desk.map_id, (f"c{number}",), text=text))


def edit(desk, verb, *arguments, **fields):
    desk.edit("", verb(desk.project, desk.map_id, *arguments, **fields))


def found(finding, query="soup", **fields):
    finding.seek(Wanted(query, **fields))
    return [match.passage.thing for match in finding.matches]


def test_matches_come_in_reading_order(desk, finding):
    write(desk, "Soup and soup", "Bread", "No soup")
    assert found(finding) == ["c1", "c1", "c3"]


def test_nothing_asked_finds_nothing(finding):
    assert found(finding, "") == []
    assert (finding.at, finding.current) == (-1, None)


def test_every_sort_of_text_is_looked_through(desk, finding):
    write(desk, "soup")
    edit(desk, edit_cards, ("c1",), details="soup", owner="Soup kitchen")
    edit(desk, add_comment, "c1", "soup?", author="", date="", new_id=desk.new_id)
    edit(desk, label_marker, "m1", "Soup!")
    edit(desk, edit_map, subtitle="Soup to nuts", scenario="Wants soup")
    edit(desk, add_task, "Order soup", new_id=desk.new_id)
    desk.edit("", edit_persona(desk.project, "maya", needs=("Soup", "Bread")))
    sorts = {sort: len(found(finding, sorts=frozenset((sort,)))) for sort in SORTED}
    assert sorts == {"text": 3, "details": 2, "titles": 1, "labels": 1, "comments": 1, "personas": 1}


SORTED = ("text", "details", "titles", "labels", "comments", "personas")


def test_goals_metrics_groups_and_the_tray_too(desk, finding):
    desk.edit("", add_goal(desk.project, "More soup", new_id=desk.new_id))
    desk.edit("", add_metric(desk.project, "Soups a day", new_id=desk.new_id))
    write(desk, "soup", "soup")
    edit(desk, group_lanes, [desk.journey.lanes[0].id], "Soups", new_id=desk.new_id)
    edit(desk, send_to_inbox, ("c1",), "Soup ideas", new_id=desk.new_id)
    edit(desk, park_cards, ("c2",))
    assert len(found(finding)) == 6


def test_the_shown_map_is_where_one_begins(desk, finding):
    write(desk, "soup")
    edit(desk, duplicate_map, "Soup", new_id=desk.new_id)
    other = next(one for one in desk.project.maps if one.title == "Soup")
    desk.show_map(other.id)
    found(finding)
    assert (finding.at, finding.current.passage.map_id) == (1, other.id)


def test_one_goes_round(desk, finding):
    write(desk, "soup", "soup", "soup")
    found(finding)
    places = []
    for by in (1, 1, 1, -1):
        finding.go(by)
        places.append(finding.at)
    assert places == [1, 2, 0, 2]


def test_a_match_is_chosen_by_its_number(desk, finding):
    write(desk, "soup", "soup")
    found(finding)
    finding.choose(1)
    finding.choose(7)
    assert finding.at == 1


def test_more_letters_stay_at_the_text_where_one_is(desk, finding):
    write(desk, "soup", "soup bowl", "soup bowl")
    found(finding)
    finding.choose(2)
    found(finding, "soup b")
    assert finding.current.passage.thing == "c3"


def test_manners(desk, finding):
    write(desk, "Crème", "creme", "cremes")
    assert len(found(finding, "creme", manner=Manner(accents=False))) == 3
    assert found(finding, "creme", manner=Manner()) == ["c2", "c3"]
    assert found(finding, "creme", manner=Manner(accents=False, words=True)) == ["c1", "c2"]
    assert found(finding, "Creme", manner=Manner(accents=False, case=True)) == ["c1"]


def test_one_is_replaced_and_the_next_is_current(desk, finding):
    write(desk, "soup, soup", "soup")
    found(finding)
    assert finding.replace_one("soup stew")
    finding.refresh()
    assert held(desk, "c1").text == "soup stew, soup"
    assert desk.session.undoable.label == "Replace “soup”"


def test_what_was_put_in_is_not_found_again_at_once(desk, finding):
    write(desk, "soup, soup", "soup")
    desk.shown.connect(finding.refresh)
    found(finding)
    finding.replace_one("soups")
    assert finding.current.span == (7, 11)
    finding.replace_one("soups")
    assert (held(desk, "c1").text, finding.current.passage.thing) == ("soups, soups", "c2")


def test_all_are_replaced_as_one_step(desk, finding, said):
    write(desk, "Soup, soup", "Bread", "No soup")
    found(finding)
    assert finding.replace_all("stew")
    assert [held(desk, f"c{at}").text for at in (1, 2, 3)] == ["stew, stew", "Bread", "No stew"]
    assert desk.session.undoable.label == "Replace 3 × “soup”"
    assert said == ["3 places replaced."]
    desk.undo()
    assert held(desk, "c1").text == "Soup, soup"


def test_locked_lanes_are_left_alone_and_that_is_said(desk, finding, said):
    write(desk, "soup")
    locked = next(lane for lane in desk.journey.lanes if lane.locked)
    cards = (changed(locked.cards[0], text="soup"),)
    lanes = tuple(changed(lane, cards=cards) if lane is locked else lane for lane in desk.journey.lanes)
    desk.edit("", changed(desk.project, maps=(changed(desk.journey, lanes=lanes),)))
    found(finding)
    finding.replace_all("stew")
    assert (held(desk, "c1").text, held(desk, "c5").text) == ("stew", "soup")
    assert said == ["1 place replaced. 1 in a locked lane was left alone."]
    found(finding)
    assert not finding.replace_one("stew")
    assert said[-1] == "Its lane is locked."


def test_every_sort_of_text_is_replaced(desk, finding):
    write(desk, "soup")
    edit(desk, edit_cards, ("c1",), details="soup", owner="Soup kitchen")
    edit(desk, add_comment, "c1", "soup?", author="", date="", new_id=desk.new_id)
    edit(desk, label_marker, "m1", "Soup!")
    edit(desk, edit_map, subtitle="Soup to nuts", scenario="Wants soup")
    edit(desk, add_task, "Order soup", new_id=desk.new_id)
    edit(desk, edit_lane, desk.journey.lanes[0].id, subtitle="Soups")
    edit(desk, group_lanes, [desk.journey.lanes[0].id], "Soups", new_id=desk.new_id)
    edit(desk, send_to_inbox, ("c3",), "Soup ideas", new_id=desk.new_id)
    desk.edit("", edit_persona(desk.project, "maya", needs=("Soup", "Bread", "More soup")))
    found(finding)
    count = len(finding.matches)
    finding.replace_all("stew")
    assert found(finding) == []
    assert len(found(finding, "stew")) == count == 13


def test_a_comment_and_its_card_at_once(desk, finding):
    write(desk, "soup")
    edit(desk, add_comment, "c1", "soup?", author="", date="", new_id=desk.new_id)
    found(finding)
    finding.replace_all("stew")
    card = held(desk, "c1")
    assert (card.text, card.comments[0].text) == ("stew", "stew?")


def test_lines_that_say_nothing_any_more_are_gone(desk, finding):
    desk.edit("", edit_persona(desk.project, "maya", needs=("Soup", "Bread", "Hot soup")))
    found(finding)
    finding.replace_all("")
    assert find(desk.project.personas, "maya").needs == ("Bread", "Hot ")


def test_what_a_field_refuses_is_told(desk, finding, said):
    write(desk, "soup", "soup")
    edit(desk, add_comment, "c1", "soup", author="", date="", new_id=desk.new_id)
    found(finding)
    finding.replace_all("")
    assert held(desk, "c1").comments[0].text == "soup"
    assert said == ["2 places replaced. 1 does not fit there."]


def test_nothing_is_no_step(desk, finding):
    found(finding, "nowhere")
    assert not finding.replace_one("x")
    assert not finding.replace_all("x")
    assert desk.session.undoable is None


def test_texts_that_have_not_changed_are_not_looked_through_again(desk, finding):
    write(desk, "soup", "soup")
    found(finding)
    before = {id(match) for match in finding.matches}
    edit(desk, label_marker, "m1", "glad")
    finding.refresh()
    assert {id(match) for match in finding.matches} == before


def test_thousands_of_cards_are_replaced_in_one_go(finding, desk):
    lane = next(lane for lane in desk.journey.lanes if lane.title == "Doing")
    many = tuple(Card(id=f"n{at:04}", kind="action", first="d0", last="d0", text="soup") for at in range(2000))
    lanes = tuple(changed(one, cards=(*one.cards, *many)) if one is lane else one for one in desk.journey.lanes)
    desk.edit("", changed(desk.project, maps=(changed(desk.journey, lanes=lanes),)))
    found(finding)
    finding.replace_all("stew")
    assert len(found(finding, "stew")) == 2000
