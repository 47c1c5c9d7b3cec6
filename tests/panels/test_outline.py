"""The outline by keyboard and mouse: read, selected, written, added to."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QStyle, QStyleOptionFrame

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.edits.cards import edit_cards, remove_cards
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.steps import remove_step
from desktop.document.ids import Ids, ids_of
from desktop.panels import theme
from desktop.panels.outline import Outline
from desktop.preferences import Appearance
from desktop.session import Session

SHIFT = Qt.KeyboardModifier.ShiftModifier
SAID = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def outline(qtbot, desk):
    outline = Outline(desk, resources.style("screen"))
    qtbot.addWidget(outline)
    outline.resize(280, 600)
    outline.show()
    outline.activateWindow()
    with qtbot.waitActive(outline):
        outline.setFocus()
    return outline


def lane(desk, kind):
    return next(lane for lane in desk.journey.lanes if lane.kind == kind)


def card(desk, text):
    return next(card for lane in desk.journey.lanes for card in lane.cards if text in card.text)


def keys(outline, *all_keys):
    for key in all_keys:
        QTest.keyClick(outline, key)


def write(outline, text):
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()


def shown(outline, index=None):
    return (outline.currentIndex() if index is None else index).data()


def test_stages_stand_at_the_top(desk, outline):
    model = outline.branches
    assert [model.index(row, 0).data() for row in range(model.rowCount())][:2] == ["Discover", "Decide"]


def test_arrows_walk_and_select(desk, outline):
    keys(outline, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert shown(outline) == "Hears about it"
    (selected,) = desk.selected
    assert selected == outline.branches.branch(outline.currentIndex()).thing.id
    keys(outline, Qt.Key.Key_Right, Qt.Key.Key_Down)
    assert shown(outline) == "Actions · 2"


def test_a_lane_is_a_cell_to_write_in(desk, outline):
    keys(outline, *(Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Down))
    assert desk.target.lane == lane(desk, "actions").id
    assert not desk.selected


def test_what_the_map_selects_is_shown_and_in_sight(desk, outline):
    desk.select([card(desk, "27 minutes").id])
    index = outline.currentIndex()
    assert index.data() == "27 minutes without a word"
    assert outline.viewport().rect().intersects(outline.visualRect(index))


def test_several_are_shown_and_told(desk, outline):
    two = {card(desk, "Search result").id, card(desk, "Map entry").id}
    desk.select(two)
    assert len(outline.selectionModel().selectedIndexes()) == 2
    desk.select(())
    outline.setCurrentIndex(outline.place_of(card(desk, "Search result").id))
    QTest.keyClick(outline, Qt.Key.Key_Down, SHIFT)
    assert desk.selected == two


def test_it_is_read_out_in_words(desk, outline):
    assert outline.place_of(card(desk, "free booking").id).data(SAID).startswith("Pain point: Card details")


@pytest.mark.parametrize("key", [Qt.Key.Key_F2, Qt.Key.Key_Return])
def test_text_is_written_anew(desk, outline, key):
    outline.setCurrentIndex(outline.place_of(card(desk, "Search result").id))
    keys(outline, key)
    write(outline, "Found at once")
    assert card(desk, "Found at once")
    assert shown(outline) == "Found at once"
    desk.undo()
    assert shown(outline) == "Search result"


def test_stages_steps_lanes_and_markers_have_texts_too(desk, outline):
    marker = next(m for m in lane(desk, "emotions").markers if m.label == "annoyed")
    for thing in (desk.journey.stages[0], desk.journey.stages[0].steps[0], lane(desk, "pains"), marker):
        outline.setCurrentIndex(outline.place_of(thing.id))
        keys(outline, Qt.Key.Key_F2)
        write(outline, "another")
    assert lane(desk, "pains").title == desk.journey.stages[0].title == "another"
    assert "another" in {m.label for m in lane(desk, "emotions").markers}


def test_escape_leaves_the_text_and_then_the_outline(desk, outline, qtbot):
    outline.setCurrentIndex(outline.place_of(card(desk, "Search result").id))
    keys(outline, Qt.Key.Key_F2)
    QTest.keyClicks(outline.findChild(QLineEdit), "oh no")
    QTest.keyClick(outline.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert card(desk, "Search result")
    with qtbot.waitSignal(outline.left):
        keys(outline, Qt.Key.Key_Escape)


@pytest.mark.parametrize("start", ["stage", "step", "lane", "card"])
def test_insert_adds_behind_or_within(desk, outline, start):
    stage = next(stage for stage in desk.journey.stages if stage.title == "Discover")
    chosen = card(desk, "Search result")
    place = {"stage": stage.id, "step": stage.steps[0].id, "lane": lane(desk, "actions").id, "card": chosen.id}
    before = len(ids_of(desk.journey))
    outline.setCurrentIndex(outline.place_of(place[start]))
    keys(outline, Qt.Key.Key_Insert)
    write(outline, "something new")
    assert len(ids_of(desk.journey)) > before
    assert shown(outline) == "something new"


def test_a_locked_lane_says_so(desk, outline):
    told = []
    desk.said.connect(told.append)
    desk.attempt("Lock", lambda p: lock_lane(p, desk.map_id, lane(desk, "touchpoints").id, True))
    outline.setCurrentIndex(outline.place_of(card(desk, "Search result").id))
    keys(outline, Qt.Key.Key_F2)
    write(outline, "no")
    assert "locked" in told[-1]
    assert card(desk, "Search result")


def test_it_stays_open_where_it_was(desk, outline):
    chosen = card(desk, "Search result").id
    desk.select([chosen])
    desk.attempt("Edit", lambda p: edit_cards(p, desk.map_id, [chosen], text="other"))
    parent = outline.place_of(chosen).parent()
    assert outline.isExpanded(parent)
    assert outline.currentIndex().data() == "other"


def test_what_is_removed_is_gone(desk, outline):
    chosen = card(desk, "Search result").id
    desk.select([chosen])
    desk.attempt("Remove", lambda p: remove_cards(p, desk.map_id, [chosen]))
    assert not outline.place_of(chosen).isValid()


@pytest.mark.parametrize(("gone", "heir"), [("Search result", "Map entry"), ("Map entry", "Search result")])
def test_keys_go_on_beside_what_is_removed(desk, outline, gone, heir):
    chosen = card(desk, gone).id
    desk.select([chosen])
    desk.attempt("Remove", lambda p: remove_cards(p, desk.map_id, [chosen]))
    assert shown(outline) == heir


def test_or_in_the_cell_that_is_empty_now(desk, outline):
    chosen = card(desk, "Booking tool without").id
    desk.select([chosen])
    desk.attempt("Remove", lambda p: remove_cards(p, desk.map_id, [chosen]))
    assert shown(outline) == "Backstage"


def test_or_in_the_step_that_follows(desk, outline):
    desk.select([card(desk, "Search result").id])
    step = outline.currentIndex().parent().parent()
    assert step.data() == "Looks it up"
    gone = outline.branches.branch(step).thing.id
    desk.attempt("Remove", lambda p: remove_step(p, desk.map_id, gone, new_id=desk.new_id))
    assert shown(outline) == "Hears about it"


def test_what_is_being_written_can_be_handed_in(desk, outline):
    outline.setCurrentIndex(outline.place_of(card(desk, "Search result").id))
    keys(outline, Qt.Key.Key_F2)
    QTest.keyClicks(QApplication.focusWidget(), "Found at once")
    outline.commit()
    assert card(desk, "Found at once")
    before = desk.project
    outline.commit()
    assert desk.project is before
    assert outline.hasFocus()


def test_the_field_has_room_for_its_words(desk, outline, qapp):
    theme.wear(qapp, Appearance.LIGHT)
    outline.setCurrentIndex(outline.place_of(card(desk, "Search result").id))
    keys(outline, Qt.Key.Key_F2)
    field, frame = outline.findChild(QLineEdit), QStyleOptionFrame()
    field.initStyleOption(frame)
    room = field.style().subElementRect(QStyle.SubElement.SE_LineEditContents, frame, field)
    assert room.height() >= field.fontMetrics().height()
    QTest.keyClick(field, Qt.Key.Key_Escape)


def test_hidden_it_does_nothing_and_catches_up(desk, outline):
    outline.hide()
    desk.attempt("Edit", lambda p: edit_cards(p, desk.map_id, [card(desk, "Search result").id], text="other"))
    assert outline.place_of(card(desk, "other").id).data() == "Search result"
    outline.show()
    assert outline.place_of(card(desk, "other").id).data() == "other"
