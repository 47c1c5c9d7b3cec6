"""A map on which is drawn what has changed."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.canvas.changemark import Mark
from desktop.dialogs.differencemarks import colour_of
from desktop.dialogs.snapshots.view import ChangesView
from desktop.document.journey import Link
from grids import card, lane, project

VISIT = project(
    lane(card(1), card(2, step=1), card(3, step=2), card(4, step=3)),
    links=(Link(id="a", kind="loops", source="c1", target="c4"),),
)
MARKS = {
    "c1": Mark(("added",), "new"),
    "c2": Mark(("removed",), "gone"),
    "c3": Mark(("moved", "changed"), "moved from Actions · Pays · changed"),
    "a": Mark(("changed",), "changed", quiet=True),
    "nowhere": Mark(("removed",), "gone"),
}


@pytest.fixture
def view(qtbot):
    made = ChangesView(VISIT, {})
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.show_changes(VISIT, "m", MARKS)
    return made


def in_window(view, thing):
    box = view.boxes[thing]
    left, top = view.view.to_window(box.x, box.y)
    right, bottom = view.view.to_window(box.right, box.bottom)
    return left, top, right, bottom


def inks(view, thing):
    """The colours along a horizontal line in the lower half of a thing, two px beyond both of its edges."""
    left, _, right, bottom = in_window(view, thing)
    image = view.viewport().grab().toImage()
    return {image.pixelColor(x, round(bottom) - 5).name() for x in range(round(left) - 3, round(right) + 3)}


def frame(view, thing):
    """How much of the ring below a thing has its colour, from 0 to 1."""
    left, _, right, bottom = in_window(view, thing)
    ink = colour_of(MARKS[thing].code, "light")
    image = view.viewport().grab().toImage()
    row = [image.pixelColor(x, round(bottom) + 2) for x in range(round(left) + 8, round(right) - 8)]
    near = [abs(each.red() - ink.red()) + abs(each.green() - ink.green()) < 60 for each in row]
    return sum(near) / len(near)


def test_what_is_not_on_the_map_has_no_box(view):
    assert sorted(view.boxes) == ["a", "c1", "c2", "c3"]


def test_of_several_codes_the_first_gives_the_colour():
    assert Mark(("changed", "moved"), "").code == "moved"
    assert Mark(("changed", "removed"), "").code == "removed"


def test_a_new_thing_has_a_whole_ring_and_a_gone_one_a_broken_one(view):
    view.zoom_to(1.0)
    view.reveal(view.boxes["c1"])
    assert frame(view, "c1") > 0.95
    assert 0.3 < frame(view, "c2") < 0.9


def test_a_gone_thing_is_struck_through(view):
    view.zoom_to(1.0)
    gone = colour_of("removed", "light").name()
    assert gone in inks(view, "c2")
    assert gone not in inks(view, "c1")


def test_looking_at_a_thing_brings_it_near_and_into_sight(view):
    view.zoom_to(0.2)
    view.look_at("c3")
    left, top, right, bottom = in_window(view, "c3")
    assert view.zoom >= 0.6
    assert view.viewport().rect().contains(QPoint(round(left), round(top)))
    assert view.viewport().rect().contains(QPoint(round(right), round(bottom)))


@pytest.mark.parametrize("thing", ["nowhere", "", "c4"])
def test_looking_at_what_has_no_mark_looks_at_nothing(view, thing):
    zoom = view.zoom
    view.look_at(thing)
    assert (view.current, view.zoom) == ("", zoom)


def test_the_thing_that_is_looked_at_has_a_stronger_ring(view):
    before = view.viewport().grab().toImage()
    view.look_at("c1")
    view.fit()
    assert view.viewport().grab().toImage() != before


def test_an_arrow_is_drawn_round_only_while_it_is_looked_at(view):
    plain = view.viewport().grab().toImage()
    view.look_at("a")
    view.fit()
    assert view.viewport().grab().toImage() != plain
    view.look_at("")
    assert view.viewport().grab().toImage() == plain


def test_a_click_tells_which_thing_and_passes_arrows_over(view):
    picked = []
    view.picked.connect(picked.append)
    left, top, right, bottom = in_window(view, "c2")
    QTest.mouseClick(
        view.viewport(),
        Qt.MouseButton.LeftButton,
        pos=QPoint(round((left + right) / 2), round((top + bottom) / 2)),
    )
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert picked == ["c2"]


def test_from_afar_there_is_room_for_a_ring_only(view):
    view.zoom_to(0.1)
    left, _, right, _ = in_window(view, "c1")
    assert right - left < 22
    assert not view.viewport().grab().isNull()


def test_keys_zoom_and_scroll(view):
    fitted = view.zoom
    for _ in range(6):
        QTest.keyClick(view, Qt.Key.Key_Plus)
    before = view.view.scroll
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.view.scroll[0] > before[0]
    QTest.keyClick(view, Qt.Key.Key_Minus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == fitted
