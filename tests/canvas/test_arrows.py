"""Arrows on the canvas: taken up by a click, marked, led along as cards move."""

import random
from functools import partial
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter, qGray
from PySide6.QtTest import QTest

from desktop.canvas.arrows import paint_far
from desktop.canvas.pick import LINK_REACH, Where
from desktop.desk.arrange import Arrange
from desktop.desk.lens import Lens
from desktop.document.cards import Pain
from desktop.document.edits.cards import Spot, move_cards
from desktop.document.edits.links import add_link, remove_links
from desktop.document.journey import Link
from desktop.session import Session
from desktop.storage.reader import Opened
from tests.grids import card, lane, project, with_map

BLUE = "#2f6bff"
CTRL = Qt.KeyboardModifier.ControlModifier


def link(one, kind, source, target, label=""):
    return Link(id=one, kind=kind, source=f"c{source}", target=f"c{target}", label=label)


LINKS = (
    link("k1", "leads", 7, 8, "and then"),
    link("k2", "loops", 4, 2),
    link("k3", "answers", 6, 5),
    link("k4", "leads", 2, 5),
)


@pytest.fixture
def session():
    actions = lane(card(1), card(2, step=1), card(3, step=3), card(4, step=3))
    pains = lane(card(5, "pain", step=2, pain=Pain(severity=5)), kind="pains")
    answers = lane(card(6, "opportunity", step=1), kind="opportunities")
    notes = lane(card(7, "note"), card(8, "note", step=3), kind="notes")
    return Session(Opened(with_map(project(actions, pains, answers, notes), links=LINKS), {}))


def place_of(canvas, one):
    return next(place for place in canvas.scene.layout.links if place.link.id == one)


def middle(canvas, one, aside=0):
    """A point of the window on the longest stretch of an arrow, or so many px beside it."""
    points = place_of(canvas, one).points
    start, end = max(pairwise(points), key=lambda pair: abs(pair[0][0] - pair[1][0]))
    x, y = canvas.view.to_window((start[0] + end[0]) / 2 + 30, start[1])
    return QPoint(round(x), round(y) + aside)


def point_at(canvas, at):
    QTest.mouseMove(canvas.viewport(), QPoint(6, 6))
    QTest.mouseMove(canvas.viewport(), at)


def colours(canvas, at, reach=3):
    image = canvas.viewport().grab().toImage()
    return {image.pixelColor(at.x(), at.y() + down).name() for down in range(-reach, reach + 1)}


def test_an_arrow_is_hit_within_its_reach(canvas):
    for aside, where in ((0, Where.LINK), (LINK_REACH - 1, Where.LINK), (LINK_REACH + 4, Where.CELL)):
        hit = canvas.hit(middle(canvas, "k2", aside))
        assert (hit.where, hit.id if where is Where.LINK else "k2") == (where, "k2")


def test_cards_come_before_arrows(canvas, hand):
    at = canvas.view.to_window(*place_of(canvas, "k1").points[0])
    assert canvas.hit(QPoint(round(at[0]) - 3, round(at[1]))).where is not Where.LINK


def test_a_click_selects_an_arrow(canvas, hand):
    hand.click(middle(canvas, "k2"))
    assert canvas.desk.selected == {"k2"}


def test_with_ctrl_it_is_added_and_taken_away(canvas, hand):
    canvas.desk.select(["c1"])
    hand.click(middle(canvas, "k2"), CTRL)
    assert canvas.desk.selected == {"c1", "k2"}
    hand.click(middle(canvas, "k2"), CTRL)
    assert canvas.desk.selected == {"c1"}


def test_the_pointer_shows_that_an_arrow_can_be_taken(canvas):
    point_at(canvas, middle(canvas, "k2"))
    assert canvas.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_an_arrow_under_the_pointer_is_washed(canvas):
    plain = colours(canvas, middle(canvas, "k2"))
    point_at(canvas, middle(canvas, "k2"))
    assert colours(canvas, middle(canvas, "k2")) != plain


def test_a_selected_arrow_is_blue(canvas):
    at = middle(canvas, "k2")
    assert BLUE not in colours(canvas, at)
    canvas.desk.select(["k2"])
    assert BLUE in colours(canvas, at)


def test_the_mark_leaves_labels_legible(canvas):
    label = place_of(canvas, "k1").label
    at = QPoint(*map(round, canvas.view.to_window(label.x + label.width / 2, label.y + label.height / 2)))
    before = colours(canvas, at)
    canvas.desk.select(["k1"])
    assert colours(canvas, at) == before


def test_what_numbers_say_is_seen_while_an_end_is_selected(canvas):
    at = middle(canvas, "k3")
    assert place_of(canvas, "k3").quiet
    assert canvas.hit(at).where is not Where.LINK
    plain = canvas.viewport().grab().toImage()
    canvas.desk.select(["c6"])
    shown = canvas.viewport().grab().toImage()
    box = place_of(canvas, "k3").rect
    left, top = map(round, canvas.view.to_window(box.x, box.y))
    around = [(left + x, top + y) for x in range(round(box.width)) for y in range(round(box.height))]
    assert any(plain.pixel(*each) != shown.pixel(*each) for each in around)


def test_a_selected_arrow_is_deleted(canvas, hand):
    hand.click(middle(canvas, "k2"))
    Arrange(canvas.desk).remove()
    assert "k2" not in {each.id for each in canvas.desk.journey.links}
    assert canvas.desk.undo() is not None


def test_an_arrow_can_be_pointed_out(canvas):
    assert canvas.scene.hits.rect("k2") == place_of(canvas, "k2").rect
    assert canvas.scene.hits.rect("gone") is None


def test_arrows_follow_while_a_card_is_dragged(canvas, hand):
    before = place_of(canvas, "k2").points
    rect = canvas.scene.hits.rect("c4")
    hand.press(hand.point(rect.x + rect.width / 2, rect.y + rect.height / 2))
    hand.move(hand.point(canvas.scene.layout.columns[2].x + 60, rect.y))
    assert place_of(canvas, "k2").points != before
    hand.key(Qt.Key.Key_Escape)
    assert place_of(canvas, "k2").points == before


CHANGES = {
    "move": lambda p, m: move_cards(p, m, ["c4"], Spot("l-actions", "d2")),
    "lane": lambda p, m: move_cards(p, m, ["c1"], Spot("l-actions", "d1")),
    "less": lambda p, m: remove_links(p, m, ["k2"]),
    "more": lambda p, m: add_link(p, m, "leads", "c3", "c6", new_id=lambda: "k9"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_painted_again_is_enough(canvas, change):
    canvas.viewport().grab()
    canvas.desk.attempt("Change", lambda project: CHANGES[change](project, canvas.desk.map_id))
    again = canvas.viewport().grab().toImage()
    canvas._sheet.forget()
    assert again == canvas.viewport().grab().toImage()


def test_after_many_moves_the_picture_is_still_right(canvas):
    chance = random.Random(4)
    for _ in range(15):
        one, step = f"c{chance.randint(1, 8)}", f"d{chance.randrange(4)}"
        lane = canvas.scene.hits.lane_of(one).id
        move = partial(move_cards, map_id="m", ids=[one], target=Spot(lane, step))
        canvas.desk.attempt("Move", move)
        again = canvas.viewport().grab().toImage()
        canvas._sheet.forget()
        assert again == canvas.viewport().grab().toImage()


def darkest(canvas):
    """The darkest grey of the arrows alone, painted at 30 %."""
    picture = QImage(300, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.scale(0.3, 0.3)
    paint_far(painter, canvas.scene, canvas.view.seen, canvas.studio.style)
    painter.end()
    return min(qGray(picture.pixel(x, y)) for x in range(300) for y in range(200))


def test_from_afar_arrows_are_thin_lines(canvas):
    plain = darkest(canvas)
    canvas.desk.look(Lens(kinds=frozenset(("metric",))))
    assert plain < darkest(canvas) < 255


def test_arrows_at_dimmed_cards_are_dimmed(canvas):
    canvas.desk.look(Lens(kinds=frozenset(("action",))))
    assert canvas.scene.dimmed[""] == {"k1", "k3", "k4"}
    canvas.desk.look(Lens())
    assert canvas.scene.dimmed == {}
