"""What was done to a map, painted over it: where things stand, on headers that are kept in sight, very many at once."""

import pytest
from PySide6.QtGui import QImage

from desktop.canvas.changemark import Mark
from desktop.canvas.changeveil import CROWD, ChangeVeil
from desktop.canvas.differencesigns import ink_of
from desktop.canvas.ghosts import ghosts
from desktop.canvas.rest import at_rest
from desktop.document.edits.cards import edit_cards
from desktop.document.locate import cards_of

NEW, OTHER, GONE = Mark(("added",), "new"), Mark(("changed",), "changed"), Mark(("removed",), "gone: it")


@pytest.fixture
def veil(canvas):
    made = ChangeVeil()
    canvas.veils.append(made.paint)
    return made


def look(canvas):
    return canvas.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def show(canvas, veil, marks, was=()):
    veil.show(canvas.desk.map_id, marks, dict(was), ghosts(canvas.scene.hits, dict(was)))
    canvas.repaint_marks()


def count(image, code, top=0, bottom=None):
    ink = ink_of(code).rgb()
    rows = range(top, image.height() if bottom is None else bottom)
    return sum(image.pixel(x, y) == ink for y in rows for x in range(image.width()))


def test_nothing_is_painted_before_there_is_anything(canvas, veil):
    painted = look(canvas)
    canvas.veils.clear()
    assert look(canvas) == painted


def test_nothing_is_painted_on_another_map(canvas, hand, veil):
    before = look(canvas)
    veil.show("another", {hand.card("A colleague"): NEW}, {}, ())
    assert look(canvas) == before


def test_clearing_takes_everything_away(canvas, hand, veil):
    before = look(canvas)
    show(canvas, veil, {hand.card("A colleague"): NEW}, {hand.card("Searches"): GONE})
    assert look(canvas) != before
    veil.clear()
    assert look(canvas) == before


def test_boxes_are_those_of_the_map(canvas, hand, veil):
    marker = next(place.marker.id for row in canvas.scene.layout.rows for place in row.content.markers)
    things = [hand.card("A colleague"), marker]
    show(canvas, veil, dict.fromkeys(things, NEW))
    found = [box for _, box in veil.boxes(canvas.scene.layout)]
    assert [tuple(box) for box in found] == [
        pytest.approx(tuple(canvas.scene.hits.rect(thing) or ())) for thing in things
    ]


def test_arrows_are_not_drawn_round(canvas, veil):
    show(canvas, veil, {"arrow": Mark(("changed",), "changed", quiet=True)})
    assert veil.marks == {}


def test_rows_that_did_not_change_are_not_looked_through_again(canvas, hand, veil):
    card = hand.card("A colleague")
    show(canvas, veil, {card: NEW})
    list(veil.boxes(canvas.scene.layout))
    known = len(veil._rows)
    canvas.desk.attempt("Edit", lambda project: edit_cards(project, canvas.desk.map_id, [card], text="Calls"))
    list(veil.boxes(canvas.scene.layout))
    assert len(veil._rows) == known + 1


@pytest.mark.parametrize("what", ["stage", "step", "lane"])
def test_headers_and_labels_have_marks(canvas, veil, what):
    journey = canvas.desk.journey
    things = {"stage": journey.stages[0], "step": journey.stages[0].steps[0], "lane": journey.lanes[0]}
    before = count(look(canvas), "changed")
    show(canvas, veil, {things[what].id: OTHER})
    canvas.reveal(canvas.scene.hits.rect(things[what].id))
    assert count(look(canvas), "changed") > before + 20


def test_marks_of_headers_stay_with_them_when_the_map_is_scrolled(canvas, veil):
    places = canvas.scene.layout.stage_places
    show(canvas, veil, {places[0].stage.id: NEW})
    canvas.scroll_to(0, 400)
    assert count(look(canvas), "added", bottom=90) > 20


def test_nothing_is_painted_over_headers_that_are_kept_in_sight(canvas, hand, veil):
    card = hand.card("A colleague")
    rect = canvas.scene.hits.rect(card)
    canvas.scroll_to(0, round(rect.y) - 10)
    before = look(canvas)
    show(canvas, veil, {card: NEW})
    after = look(canvas)
    assert all(before.pixel(x, 20) == after.pixel(x, 20) for x in range(before.width()))
    assert before != after


def test_very_many_have_thin_frames(canvas, veil):
    cards = [card.id for card in cards_of(canvas.desk.journey)]
    canvas.fit()
    show(canvas, veil, dict.fromkeys(cards, OTHER))
    few = count(look(canvas), "changed")
    veil.show(canvas.desk.map_id, {}, dict.fromkeys(cards, GONE), list(ghosts(canvas.scene.hits, cards)) * CROWD)
    assert len(veil.outlines(canvas.scene.layout)) > CROWD
    assert count(look(canvas), "removed") > 0
    assert few > 0


def test_outlines_are_found_once_for_a_layout(canvas, hand, veil):
    show(canvas, veil, {}, {hand.card("Searches"): GONE})
    first = veil.outlines(canvas.scene.layout)
    assert veil.outlines(canvas.scene.layout) is first
    assert first == ((GONE, canvas.scene.hits.rect(hand.card("Searches"))),)


def test_a_map_is_at_rest_when_escape_has_nothing_to_take_back(canvas, hand):
    assert at_rest(canvas)
    canvas.desk.select([hand.card("Searches")])
    assert not at_rest(canvas)
    canvas.desk.select(())
    canvas.keyboard.call()
    assert not at_rest(canvas)
    canvas.keyboard.hush()
    hand.press(hand.on("Searches"))
    assert not at_rest(canvas)
    hand.release()
