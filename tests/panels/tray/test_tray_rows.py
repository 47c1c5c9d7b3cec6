"""The lines of the tray as Qt sees them."""

from PySide6.QtCore import Qt

from desktop.document.base import changed
from desktop.document.cards import Card, Marker
from desktop.document.journey import Cluster
from desktop.panels.tray.rows import PARKING

SPOKEN, TIP, EDIT = (
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.EditRole,
)


def index(side, thing):
    rows = side.view.rows
    return rows.index(rows.row_of(thing), 0)


def test_headings_tell_title_number_and_feelings(make):
    felt = (Marker(id="m1", step="gone", value=1.0), Marker(id="m2", step="gone", value=0.0))
    side = make((Cluster(id="g1", title="from Dine", markers=felt),), ())
    told = side.view.rows.heading("g1")
    assert (told.title, told.count, told.feelings) == ("from Dine", 0, "2 feelings")
    assert index(side, "g1").data(SPOKEN) == "from Dine, 0 cards, 2 feelings"


def test_loose_notes_have_a_name_but_no_title(side):
    assert index(side, "g1").data() == "Notes"
    assert index(side, "g1").data(EDIT) == ""
    assert index(side, "g2").data(EDIT) == "Phone"


def test_cards_tell_all_of_their_text(side):
    assert index(side, "n1").data() == index(side, "n1").data(TIP) == "text of n1"
    assert "text of n1" in index(side, "n1").data(SPOKEN)


def test_a_text_is_handed_in_as_an_edit(side):
    rows = side.view.rows
    assert rows.setData(index(side, "n1"), "another")
    side.panel.refresh()
    assert index(side, "n1").data() == "another"
    assert not rows.setData(index(side, "n1"), "another")
    side.desk.undo()
    assert index(side, "n1").data() == "text of n1"


def test_a_title_is_handed_in_as_an_edit(side):
    assert side.view.rows.setData(index(side, "g1"), "Rain")
    assert list(side.groups) == ["Rain", "Phone"]


def test_the_parking_lot_cannot_be_renamed(side):
    assert not side.view.rows.flags(index(side, PARKING)) & Qt.ItemFlag.ItemIsEditable
    assert side.view.rows.flags(index(side, "g1")) & Qt.ItemFlag.ItemIsEditable


def test_nothing_stands_beyond_the_last_line(side):
    rows = side.view.rows
    assert rows.row_of("nowhere") == -1
    assert rows.data(rows.index(-1, 0)) is None
    assert rows.flags(rows.index(-1, 0)) == Qt.ItemFlag.NoItemFlags


def test_folding_hides_the_cards_of_one_section(side):
    rows = side.view.rows
    rows.fold("g1", True)
    assert (rows.row_of("n1"), rows.row_of("t1")) == (-1, 2)
    rows.fold("g1", True)
    rows.fold("g1", False)
    assert rows.row_of("n1") == 1


def test_a_changed_card_keeps_its_row_and_the_selection(side):
    side.pick("n2")
    side.view.rows.setData(index(side, "n2"), "another")
    assert [card.text for card in side.view.deeds.cards] == ["another"]


def test_a_card_that_goes_leaves_the_line_in_its_place_current(side):
    side.pick("n1")
    side.view.deeds.remove()
    assert [card.id for card in side.view.deeds.cards] == ["n2"]


def test_several_that_move_stay_selected(side):
    side.pick("n1", "n2")
    side.view.deeds.move(1)
    assert {card.id for card in side.view.deeds.cards} == {"n1", "n2"}
    assert side.groups["Phone"][:2] == ["n1", "n2"]


def test_another_map_shows_its_own(side):
    journey = side.desk.journey
    other = changed(journey, id="other", inbox=(Cluster(id="g9", cards=(Card(id="n9", kind="note"),)),), parking=())
    side.desk.edit("x", changed(side.desk.project, maps=(journey, other)))
    side.desk.show_map("other")
    assert [line.section for line in side.view.rows.lines] == ["g9", "g9", PARKING]
