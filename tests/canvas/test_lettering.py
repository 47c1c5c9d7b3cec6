"""Where the text of a thing stands on the map."""

import pytest
from pens import Pen

from desktop.canvas.lettering import lettering
from desktop.desk.drafts import SUBTITLE, TITLE
from desktop.document.edits.cards import Spot, add_card, edit_cards
from desktop.document.edits.facts import edit_map
from desktop.document.edits.lanes import group_lanes
from desktop.document.edits.markers import label_marker


@pytest.fixture
def pen(canvas):
    return Pen(canvas)


def where(canvas, thing):
    return lettering(canvas.studio, canvas.scene, thing)


def test_a_cards_text_begins_behind_its_icon(canvas, hand):
    found = where(canvas, hand.card("Reads the"))
    space = canvas.studio.style.space
    assert found.place.indent == space["icon"] + space["icon-gap"]
    assert found.place.y - found.box.y == space["pad"]
    assert (found.inside, found.lines) == (True, True)


def test_its_face_and_colour_are_those_of_its_kind(canvas, hand):
    found = where(canvas, hand.card("“Is it worth"))
    assert found.place.face == "italic"
    assert found.ground == canvas.studio.style.kind("thought").fill


def test_a_numbered_pain_point_is_written_in_white_on_its_colour(canvas, hand):
    found = where(canvas, hand.card("Card details"))
    assert found.place.colour == canvas.studio.style.colours["paper"]
    assert found.ground == canvas.studio.style.kind("pain").edge


def test_a_touchpoint_stands_beside_its_icon(canvas, hand):
    found = where(canvas, hand.card("Menu page"))
    assert found.place.indent == 0
    assert found.place.x - found.box.x > canvas.studio.style.space["channel-icon"]


def test_a_metric_is_written_on_the_paper(canvas, hand):
    assert where(canvas, hand.card("CSAT 4.7")).ground == canvas.studio.style.colours["paper"]


def test_an_empty_card_has_a_place_for_its_text(canvas, hand, pen):
    card = hand.card("Reads the")
    canvas.desk.attempt("Empty", lambda whole: edit_cards(whole, canvas.desk.map_id, [card], text=""))
    found = where(canvas, card)
    assert found.place.text == ""
    assert found.place.height > 0


def test_a_picture_without_words_has_a_place_for_them(canvas, pen):
    spot, new = Spot(pen.lane("actions").id, pen.step(0)), canvas.desk.new_id()
    canvas.desk.attempt("Add", lambda whole: add_card(whole, canvas.desk.map_id, spot, "picture", new_id=lambda: new))
    assert where(canvas, new).place.height > 0


@pytest.mark.parametrize(("kind", "role"), [("stage", "stage"), ("step", "step"), ("lane", "lane")])
def test_headers_are_written_where_they_stand(canvas, pen, kind, role):
    things = {"stage": pen.stage(1).id, "step": pen.step(1), "lane": pen.lane("pains").id}
    found = where(canvas, things[kind])
    rect = canvas.scene.hits.rect(things[kind])
    assert found.place.role == role
    assert rect.y <= found.place.y <= rect.bottom
    assert (found.inside, found.lines) == (False, False)


def test_a_divider_is_written_on_its_line(canvas, pen):
    assert where(canvas, pen.lane("visibility").id).place.role == "divider"


def test_a_labelled_marker_is_written_at_its_label(canvas, pen):
    marker = next(each for each in pen.lane("emotions").markers if each.label == "annoyed")
    row, place = canvas.scene.hits.find_marker(marker.id)
    found = where(canvas, marker.id).place
    assert (found.x, found.y) == (place.label.rect.x, place.label.rect.y + row.y)


@pytest.mark.parametrize("value", [1, -1])
def test_a_marker_without_label_is_written_beside_itself(canvas, pen, value):
    markers = (each for each in pen.lane("emotions").markers if each.computed is None)
    marker = next(each for each in markers if each.value * value > 0)
    canvas.desk.attempt("Bare", lambda whole: label_marker(whole, canvas.desk.map_id, marker.id, ""))
    row, place = canvas.scene.hits.find_marker(marker.id)
    found = where(canvas, marker.id).place
    assert (found.y < place.y + row.y) is (value > 0)


def test_title_and_subtitle(canvas):
    title, subtitle = where(canvas, TITLE).place, where(canvas, SUBTITLE).place
    assert (title.role, subtitle.role) == ("title", "subtitle")
    assert title.bottom <= subtitle.y


def test_a_subtitle_that_is_not_there_has_its_place_under_the_title(canvas):
    there = where(canvas, SUBTITLE).place
    canvas.desk.attempt("None", lambda whole: edit_map(whole, canvas.desk.map_id, subtitle=""))
    place = where(canvas, SUBTITLE).place
    assert (place.text, place.x) == ("", there.x)
    title = where(canvas, TITLE).place
    assert title.bottom < place.y < title.bottom + place.height


def test_a_groups_name_is_written_above_its_first_lane(canvas, pen):
    lanes = [pen.lane("pains").id, pen.lane("opportunities").id]
    canvas.desk.attempt(
        "Group", lambda whole: group_lanes(whole, canvas.desk.map_id, lanes, "Improve", new_id=canvas.desk.new_id)
    )
    found = where(canvas, canvas.desk.journey.groups[0].id)
    assert found.place.role == "group"


def test_what_is_not_there_has_none(canvas):
    assert where(canvas, "gone") is None


def test_a_title_that_ends_at_the_right_has_a_little_more_room_than_its_words(canvas):
    canvas.desk.attempt("None", lambda whole: edit_map(whole, canvas.desk.map_id, title="מסע האורח במסעדה"))
    place = where(canvas, TITLE).place
    drawn = next(text for text in canvas.scene.layout.heading.texts if text.role == "title")
    assert drawn.x - 9.0 < place.x < drawn.x
    assert place.x + place.width == pytest.approx(drawn.x + drawn.width)
