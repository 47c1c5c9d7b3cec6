"""Menus at the pointer and at the selection."""

import pytest
from hands import Table
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QListWidget, QMenu

from desktop.document.locate import steps_in_order
from desktop.panels.contextmenu import ContextMenus

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
REASON = QContextMenuEvent.Reason


@pytest.fixture
def table(qtbot, sample):
    return Table(qtbot, sample)


@pytest.fixture
def places():
    """What menus were asked for."""
    return []


@pytest.fixture
def menus(table, places):
    def fill(menu, place):
        places.append(place)
        menu.addAction(place)

    menus = ContextMenus(table.desk, table.canvas, fill)
    yield menus
    for menu in table.window.findChildren(QMenu):
        menu.close()


def ask(table, at, reason=REASON.Mouse):
    """A context-menu event, as the platform sends it."""
    viewport = table.canvas.viewport()
    QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at), NONE))


def on(table, thing):
    rect = table.canvas.scene.hits.rect(thing)
    return QPoint(*map(round, table.canvas.view.to_window(rect.x + rect.width / 3, rect.y + rect.height / 2)))


def a_card(table, kind="pains"):
    return table.lane(kind).cards[0].id


def open_menu(table):
    return next(menu for menu in table.window.findChildren(QMenu) if menu.isVisible())


def test_a_card_that_is_pointed_at_is_selected(table, menus, places):
    ask(table, on(table, a_card(table)))
    assert places == ["card"]
    assert table.desk.selected == {a_card(table)}


def test_several_that_are_selected_stay_so(table, menus):
    both = {card.id for card in table.lane("pains").cards[:2]}
    table.desk.select(both)
    ask(table, on(table, a_card(table)))
    assert table.desk.selected == both


@pytest.mark.parametrize("place", ["stage", "step", "lane", "marker"])
def test_every_part_has_its_menu(table, menus, places, place):
    journey = table.desk.journey
    thing = {
        "stage": journey.stages[0],
        "step": steps_in_order(journey)[1],
        "lane": table.lane("pains"),
        "marker": table.lane("emotions").markers[0],
    }[place]
    ask(table, on(table, thing.id))
    assert places == [place]
    assert table.desk.selected == {thing.id}


def test_an_empty_cell_gets_the_slot(table, menus, places):
    table.desk.select((a_card(table),))
    free = next(
        number
        for number, step in enumerate(steps_in_order(table.desk.journey))
        if not any(card.first == step.id for card in table.lane("pains").cards)
    )
    ask(table, table.cell("pains", free))
    assert places == ["cell"]
    assert table.desk.selected == frozenset()
    assert (table.desk.target.lane, table.desk.target.step) == (table.lane("pains").id, table.step(free))


def test_the_paper_leaves_the_selection_alone(table, menus, places):
    table.desk.select((a_card(table),))
    ask(table, QPoint(3, 3))
    assert places == ["paper"]
    assert table.desk.selected == {a_card(table)}


def test_the_title_is_a_part_of_the_paper(table, menus, places):
    table.desk.select([a_card(table)])
    title = table.canvas.scene.layout.heading.texts[0]
    ask(table, QPoint(*map(round, table.canvas.view.to_window(title.x + 9, title.y + 9))))
    assert places == ["paper"]
    assert table.desk.selected == {a_card(table)}


def test_the_menu_opens_at_the_pointer(table, menus):
    at = QPoint(3, 3)
    ask(table, at)
    assert open_menu(table).pos() == table.canvas.viewport().mapToGlobal(at)


def test_a_menu_is_deleted_when_it_is_closed(table, menus):
    ask(table, QPoint(3, 3))
    open_menu(table).close()
    QApplication.processEvents()
    assert not [menu for menu in table.window.findChildren(QMenu) if menu.isVisible()]


@pytest.mark.parametrize(("kind", "place"), [("pains", "card"), ("emotions", "marker")])
def test_the_keyboard_opens_the_menu_of_the_selection(table, menus, places, kind, place):
    lane = table.lane(kind)
    table.desk.select(((lane.cards or lane.markers)[0].id,))
    menus.at_selection()
    assert places == [place]


def test_the_menu_key_is_about_the_selection_wherever_the_pointer_is(table, menus, places):
    table.desk.select((a_card(table),))
    at = QPoint(3, 3)
    QApplication.sendEvent(table.canvas, QContextMenuEvent(REASON.Keyboard, at, table.canvas.mapToGlobal(at), NONE))
    assert places == ["card"]


def test_the_keyboard_opens_the_menu_of_the_slot(table, menus, places):
    table.aim("pains")
    menus.at_selection()
    table.desk.aim(None)
    menus.at_selection()
    assert places == ["cell", "paper"]


def test_the_menu_of_the_selection_opens_below_it(table, menus):
    table.desk.select((a_card(table),))
    rect = table.canvas.scene.hits.rect(a_card(table))
    point = table.canvas.viewport().mapFromGlobal(menus.point())
    assert (point - QPoint(*map(round, table.canvas.view.to_window(rect.x, rect.bottom)))).manhattanLength() <= 2


def test_the_point_is_always_in_sight(table, menus):
    table.canvas.zoom_to(3)
    table.canvas.scroll_to(*table.canvas.view.reach)
    table.desk.select((table.lane("actions").cards[0].id,))
    assert table.canvas.viewport().rect().contains(table.canvas.viewport().mapFromGlobal(menus.point()))


def test_text_that_is_being_written_is_handed_in(table, menus):
    table.aim("pains")
    table.palette.place("pain")
    table.canvas.writer.insertPlainText("Too loud")
    ask(table, QPoint(3, 3))
    assert table.canvas.writer is None
    assert table.desk.session.undoable is not None


def test_other_panels_open_menus_too(table, menus, places, qtbot):
    panel = QListWidget(table.window)
    panel.show()
    menus.attend(panel)
    table.desk.select((a_card(table),))
    at = QPoint(5, 5)
    QApplication.sendEvent(
        panel.viewport(), QContextMenuEvent(REASON.Mouse, at, panel.viewport().mapToGlobal(at), NONE)
    )
    menus.attend(table.palette, "panel")
    QApplication.sendEvent(
        table.palette.viewport(),
        QContextMenuEvent(REASON.Mouse, at, table.palette.viewport().mapToGlobal(at), NONE),
    )
    assert places == ["card", "panel"]
