"""Notes dragged within the tray, onto the map and from it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desktop.panels.tray.faces import ROW

LEFT = Qt.MouseButton.LeftButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def on_canvas(side, card):
    """The middle of a card of the map in px of the canvas."""
    rect = side.canvas.scene.hits.rect(card)
    x, y = rect.x + rect.width / 2, rect.y + rect.height / 2
    return QPoint(*map(round, side.canvas.view.to_window(x, y)))


def first_card(side, kind):
    return next(lane for lane in side.desk.journey.lanes if lane.kind == kind).cards[0].id


def test_a_note_is_dropped_into_a_cell(side):
    side.drag("n1", side.cell("pains", "Hears about it"))
    assert side.standing("pains", "Hears about it") == ["n1"]
    assert side.desk.selected == {"n1"}


def test_what_is_shown_before_is_what_comes(side):
    side.drag("n1", side.cell("pains", "Hears about it"), drop=False)
    shown = side.canvas.scene.project
    assert shown is not side.desk.project
    QTest.mouseRelease(side.view.viewport(), LEFT, pos=side.cell("pains", "Hears about it"))
    assert side.desk.project is shown


def test_all_that_are_selected_come_along(side):
    side.pick("n1", "n2")
    side.drag("n1", side.cell("pains", "Hears about it"))
    assert side.standing("pains", "Hears about it") == ["n1", "n2"]


def test_another_kind_is_led_to_its_lane(side):
    side.drag("t1", side.cell("pains", "Orders"))
    assert "t1" in side.standing("touchpoints", "Orders")


def test_with_shift_it_becomes_what_the_lane_takes(side):
    side.drag("t1", side.cell("pains", "Hears about it"), SHIFT)
    assert side.standing("pains", "Hears about it") == ["t1"]


def test_escape_leaves_everything_as_it_was(side):
    side.drag("n1", side.cell("pains", "Hears about it"), drop=False)
    QTest.keyClick(side.canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(side.view.viewport(), LEFT, pos=side.cell("pains", "Hears about it"))
    assert side.desk.session.undoable is None
    assert side.canvas.scene.project is side.desk.project


def test_nothing_happens_beside_the_cells(side):
    side.drag("n1", side.cell("pains", "Hears about it") + QPoint(0, 5000))
    assert side.desk.session.undoable is None


def test_a_card_changes_its_group(side):
    side.drag("n1", side.at("x1", 0.2))
    assert side.groups == {"": ["n2"], "Phone": ["t1", "n1", "x1"]}


def test_a_card_comes_to_the_end_of_a_group(side):
    side.drag("n1", side.at("x1", 0.9))
    assert side.groups["Phone"] == ["t1", "x1", "n1"]


def test_a_card_on_a_heading_comes_first(side):
    side.drag("n1", side.at("g2"))
    assert side.groups["Phone"] == ["n1", "t1", "x1"]


def test_below_everything_a_new_group_is_made_and_titled(side):
    side.drag("n1", QPoint(120, side.view.viewport().height() - 10))
    field = side.view.viewport().findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "Rain")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert side.groups["Rain"] == ["n1"]


def test_a_card_is_parked_and_comes_back(side):
    side.drag("n1", side.at("k1"))
    assert side.parked == ["k1", "n1"]
    side.drag("k1", side.at("n2", 0.2))
    assert side.groups[""] == ["k1", "n2"]


def test_a_click_on_one_of_several_selects_it_alone(side):
    side.pick("n1", "n2")
    side.pick("n1")
    assert [card.id for card in side.view.deeds.cards] == ["n1"]


def test_a_click_on_the_sign_of_a_heading_folds_it(side):
    row = side.view.rows.row_of("g1")
    QTest.mouseClick(side.view.viewport(), LEFT, pos=QPoint(14, int((row + 0.5) * ROW)))
    assert side.view.rows.heading("g1").folded
    assert side.view.rows.row_of("n1") == -1


def carry(side, card, to, drop=True):
    """Drags a card of the map to a point of the tray's viewport."""
    window, start = side.canvas.viewport(), on_canvas(side, card)
    goal = window.mapFromGlobal(side.view.viewport().mapToGlobal(to))
    QTest.mousePress(window, LEFT, pos=start)
    for at in (start + QPoint(-8, 0), (start + goal) / 2, goal):
        QTest.mouseMove(window, at)
    if drop:
        QTest.mouseRelease(window, LEFT, pos=goal)


def test_a_card_of_the_map_comes_into_a_group(side):
    pain = first_card(side, "pains")
    carry(side, pain, side.at("x1", 0.2))
    assert side.groups["Phone"] == ["t1", pain, "x1"]
    side.desk.undo()
    assert side.groups["Phone"] == ["t1", "x1"]


def test_the_map_shows_that_it_would_be_gone(side):
    pain = first_card(side, "pains")
    carry(side, pain, side.at("x1", 0.2), drop=False)
    assert side.canvas.scene.hits.find(pain) is None
    QTest.keyClick(side.canvas, Qt.Key.Key_Escape)
    assert side.canvas.scene.hits.find(pain) is not None
    assert side.desk.session.undoable is None


def test_a_card_of_the_map_is_parked(side):
    pain = first_card(side, "pains")
    carry(side, pain, side.at("k1"))
    assert side.parked == ["k1", pain]


def test_an_empty_tray_takes_a_card(make):
    side = make((), ())
    pain = first_card(side, "pains")
    carry(side, pain, QPoint(100, 100))
    assert side.groups == {"": [pain]}
