"""The table of names: what it shows, what its menu offers, and how names are said to mean something."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desktop import resources
from desktop.desk.feedback import Place
from desktop.desk.intake import NOTHING, Name, named
from desktop.dialogs.feedback.names import MEANS, NAME, ROWS, NamesPage, label
from desktop.document.base import changed
from desktop.panels.theme import colour
from grids import card, lane, project, stages

ROLE = Qt.ItemDataRole
EN = resources.words("en")


@pytest.fixture
def whole():
    cards = (card(1, "touchpoint", text="Door"), card(2, "touchpoint", step=2, text="Bits & pieces"))
    return project(lane(*cards, card(3, "note", text="Door"), kind="touchpoints"))


@pytest.fixture
def page(qtbot, whole):
    made = NamesPage(EN)
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show_names(named({"Door": 3, "Bits & pieces": 2, "Cellar": 9}, whole, whole.maps[0]), whole.maps)
    made.show()
    return made


def text(page, row, column, role=ROLE.DisplayRole):
    return page.names.data(page.names.index(row, column), role)


def offered(page, row):
    page.table.offer(page.names.index(row, NAME))
    entries = [each for each in page.table.menu.actions() if not each.isSeparator()]
    page.table.menu.hide()
    return entries


def test_open_names_stand_above_the_others(page):
    assert [text(page, row, NAME) for row in range(3)] == ["Cellar", "Door", "Bits & pieces"]
    assert [text(page, row, ROWS) for row in range(3)] == ["9", "3", "2"]


def test_numbers_stand_at_the_right(page):
    assert text(page, 0, ROWS, ROLE.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert not text(page, 0, NAME, ROLE.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight


def test_an_open_name_warns(page):
    assert QColor(text(page, 0, MEANS, ROLE.ForegroundRole)) == colour("danger")
    assert text(page, 0, MEANS, ROLE.FontRole).weight() > text(page, 0, MEANS, ROLE.FontRole).Weight.Normal
    assert QColor(text(page, 1, MEANS, ROLE.ForegroundRole)) == colour("ink")


def test_the_heads_are_words(page):
    heads = [page.names.headerData(at, Qt.Orientation.Horizontal) for at in range(3)]
    assert heads == ["In the table", "Rows", "On the map"]


def test_the_most_alike_is_offered_first_and_ticked(page):
    first = offered(page, 1)[0]
    assert first.text().startswith("Door · ")
    assert first.isChecked()


def test_marks_of_keys_are_letters_in_the_menu(page):
    assert offered(page, 2)[0].text().startswith("Bits && pieces")


def test_cards_of_other_kinds_are_not_offered(page, whole):
    stages = [each.menu() for each in offered(page, 0) if each.menu()]
    things = [each.data()[0] for menu in stages for each in menu.actions()]
    assert "c3" not in things
    assert {"c1", "c2", *(stage.id for stage in whole.maps[0].stages)} <= set(things)


def test_the_last_entries_say_nothing_and_leave_open(page):
    assert [each.text() for each in offered(page, 0)[-2:]] == ["Nothing on the map", "Leave open"]


@pytest.mark.parametrize(
    ("thing", "said"),
    [(None, "Open: nothing is called so"), (NOTHING, "Nothing on the map"), ("far", "On another map")],
)
def test_meanings_in_words(page, thing, said):
    assert page.names.meaning(Name("Cellar", 1, (), thing)) == said


def test_another_meaning_is_heard_once(qtbot, page):
    with qtbot.waitSignal(page.changed):
        page.names.mean(0, "c1")
    assert text(page, 0, MEANS).startswith("Door · ")
    assert page.note.text().startswith("Every name means something.")


def test_of_a_single_map_nobody_needs_to_be_told(page):
    assert not page.about.isVisible()


@pytest.fixture
def several(page, whole):
    """The page with a map of another journey besides, on which something is called Cellar."""
    cellar = card(8, "touchpoint", text="The cellar")
    other = project(lane(cellar, kind="touchpoints", id="l8"), title="Regular guest", id="m2", rank="z").maps[0]
    other = changed(other, stages=(changed(stages(1)[0], id="s8", title="Below"),))
    both = changed(whole, maps=(*whole.maps, other))
    page.show_names(named({"Door": 3, "Cellar": 9}, both, both.maps[0]), both.maps)
    return page


def test_of_several_maps_it_is_said_which_is_meant(several):
    assert several.about.isVisible()
    assert several.about.text() == "Answers are about “Visit · current”."


def test_what_stands_on_another_map_is_offered_after_this_one(several):
    entries = offered(several, 0)
    assert entries[0].text() == "The cellar · Touchpoint · Below › Step 0 · On “Regular guest · current”"
    inner = next(each.menu() for each in entries if each.menu() and each.text() == "On “Regular guest · current”")
    assert "Below" in [each.text() for each in inner.actions()]


def test_what_is_meant_on_another_map_is_said_with_it(several):
    several.names.mean(0, "c8")
    assert text(several, 0, MEANS).endswith("On “Regular guest · current”")


def test_a_tooltip_has_all_of_a_name(page):
    assert text(page, 2, NAME, ROLE.ToolTipRole) == "Bits & pieces"


@pytest.mark.parametrize(
    ("place", "within", "said"),
    [
        (Place("c", "touchpoint", "Door", "Dine › Eats"), False, "Door · Touchpoint · Dine › Eats"),
        (Place("c", "touchpoint", "Door", "Dine › Eats"), True, "Door · Touchpoint · Eats"),
        (Place("c", "touchpoint", "Door", "Dine", "Old"), False, "Door · Touchpoint · Dine · On “Old”"),
        (Place("c", "touchpoint", "Door", "Dine", "Old"), True, "Door · Touchpoint"),
        (Place("c", "strange", "Door"), False, "Door · strange"),
        (Place("d", "step", "Eats", "Dine"), False, "Eats · Step · Dine"),
        (Place("d", "step", "Eats", "Dine"), True, "Eats · Step"),
        (Place("g", "stage", "Dine"), True, "Dine · Stage"),
        (Place("c", "touchpoint", "Door"), False, "Door · Touchpoint"),
    ],
)
def test_places_in_words(place, within, said):
    assert label(place, EN, within=within) == said
