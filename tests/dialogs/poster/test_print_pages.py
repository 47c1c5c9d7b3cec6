"""The questions: every answer gives the settings that it should, and settings show the answers."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.dialogs.poster.distances import DistancesPage, metres_in, told_metres
from desktop.dialogs.poster.medium import MediumPage
from desktop.dialogs.poster.papers import SHEET_GROUPS, PaperPick, is_own, told_paper, told_size
from desktop.dialogs.poster.shop import ShopPage
from desktop.dialogs.poster.what import WhatPage
from desktop.plan.printers import PrinterProfile
from desktop.plan.settings import Settings, Tiling
from desktop.poster.reading import RoleGrade
from errands import pick, press, type_in

WORDS = resources.words("en")
OURS = PrinterProfile("Ours", 1.0, 2.0, 3.0, 4.0)
TILED = Settings(tiling=Tiling())


@pytest.fixture
def told():
    return []


@pytest.fixture
def page_of(qtbot, told):
    """Shows a page with settings; what it tells is in `told`."""

    def make(page, settings=None):
        qtbot.addWidget(page)
        page.changed.connect(told.append)
        page.show_settings(settings or Settings())
        page.show()
        return page

    return make


@pytest.fixture
def what(page_of, sample):
    return page_of(WhatPage(sample.project.maps[0], WORDS))


@pytest.fixture
def distances(page_of):
    return page_of(DistancesPage(WORDS))


@pytest.fixture
def medium(page_of):
    return page_of(MediumPage(WORDS, (OURS,), ("900x1400mm", "roll-1270mm")))


@pytest.fixture
def shop(page_of):
    return page_of(ShopPage(WORDS))


# what


def test_another_content_is_told(what, told):
    pick(what.content, "notes")
    assert told[-1] == Settings(content="notes", paper="A4")


def test_the_map_s_paper_comes_back_with_the_map(what, told):
    what.show_settings(Settings(paper="A1"))
    pick(what.content, "matrix")
    assert told[-1].paper == "A3"
    pick(what.content, "map")
    assert told[-1] == Settings(paper="A1")


def test_the_part_of_a_map_is_not_asked_for_cards_as_notes(what):
    what.show_settings(Settings(content="notes"))
    assert not what.scope.isVisible()


def test_stages_and_lanes_are_listed_when_some_are_chosen(what, told, sample):
    assert not what.stages.isVisible()
    pick(what.scope, "chosen")
    assert what.stages.isVisible()
    assert what.stages.count() == len(sample.project.maps[0].stages)
    assert told[-1] == Settings(scope="chosen")


def untick(chosen, row):
    """A click on the box before an entry."""
    place = chosen.visualItemRect(chosen.item(row))
    QTest.mouseClick(chosen.viewport(), Qt.MouseButton.LeftButton, pos=place.topLeft() + type(place.topLeft())(10, 12))


def test_a_stage_that_is_not_ticked_is_not_printed(what, told):
    pick(what.scope, "chosen")
    ids = what.stages.ids
    what.stages.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert told[-1].stages == ids[1:]
    assert told[-1].lanes == ()


def test_all_ticked_again_is_no_choice(what, told):
    pick(what.scope, "chosen")
    what.stages.item(0).setCheckState(Qt.CheckState.Unchecked)
    what.stages.item(0).setCheckState(Qt.CheckState.Checked)
    assert told[-1].stages == ()


def test_space_ticks(what, told):
    pick(what.scope, "chosen")
    what.lanes.setCurrentRow(0)
    QTest.keyClick(what.lanes, Qt.Key.Key_Space)
    assert len(told[-1].lanes) == what.lanes.count() - 1


def test_nothing_at_all_is_not_printed_and_told_of(what, told):
    pick(what.scope, "chosen")
    for row in range(what.stages.count()):
        what.stages.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert what.note.isVisible()
    assert told[-1].stages != ()


def test_the_whole_forgets_the_choice(what, told):
    pick(what.scope, "chosen")
    what.stages.item(0).setCheckState(Qt.CheckState.Unchecked)
    pick(what.scope, "whole")
    assert told[-1] == Settings()


def test_a_choice_is_shown(what, sample):
    first = what.stages.item(0).data(Qt.ItemDataRole.UserRole)
    what.show_settings(Settings(scope="chosen", stages=(first,)))
    assert (what.stages.ids, what.lanes.whole) == ((first,), True)


# from how far


def test_a_distance_is_picked(distances, told):
    pick(distances.picks["cards"], 1.5)
    assert told[-1] == Settings(read_from={"cards": 1.5})


@pytest.mark.parametrize(("typed", "metres"), [("0.8", 0.8), ("80 cm", 0.8), ("2,5 m", 2.5)])
def test_any_distance_can_be_typed(distances, told, typed, metres):
    type_in(distances.picks["title"].lineEdit(), typed)
    assert told[-1] == Settings(read_from={"title": metres})


@pytest.mark.parametrize("typed", ["far away", "0", "-1", "200", "nan"])
def test_what_is_no_distance_gives_way(distances, told, typed):
    distances.show_settings(Settings(read_from={"title": 3.0}))
    type_in(distances.picks["title"].lineEdit(), typed)
    assert (told, distances.picks["title"].currentText()) == ([], "3 m")


def test_an_emptied_distance_is_none(distances, told):
    distances.show_settings(Settings(read_from={"title": 3.0}))
    type_in(distances.picks["title"].lineEdit(), "")
    assert told[-1] == Settings()


def test_distances_are_shown(distances):
    distances.show_settings(Settings(read_from={"stages": 2.0}))
    shown = {group: each.currentText() for group, each in distances.picks.items()}
    assert shown == {"cards": "any", "stages": "2 m", "title": "any"}


def grade(role, group, word):
    return RoleGrade(role, group, 22.6, 1.23, 0.98, 1.0, word)


def test_nothing_is_too_small_where_nobody_said_from_how_far(distances):
    distances.show_grades([grade("card", "cards", "illegible")], 9)
    assert distances.grades["cards"].text.text() == "23 pt, good to 1 m"


def test_size_and_grade_stand_beside_the_distance(distances):
    distances.show_settings(Settings(read_from={"cards": 1.0}))
    distances.show_grades([grade("card", "cards", "legible"), grade("meta", "cards", "illegible")], 9)
    mark = distances.grades["cards"]
    assert mark.text.text() == "23 pt, legible"
    assert mark.toolTip().splitlines()[0] == "Cards: 22.6 pt, comfortable to 1.0 m, legible to 1.2 m"
    assert len(mark.toolTip().splitlines()) == 2


def test_the_mark_of_a_grade_is_seen(distances, qtbot):
    mark = distances.grades["cards"]
    distances.show_settings(Settings(read_from={"cards": 1.0}))
    before = mark.grab().toImage()
    distances.show_grades([grade("card", "cards", "comfortable")], 0)
    assert mark.grab().toImage() != before


def test_the_word_budget_is_told_once_it_is_known(distances):
    distances.show_grades([], 0)
    assert not distances.budget.isVisible()
    distances.show_grades([], 9)
    assert distances.budget.text() == "At this size a card has room for about 9 words."


def test_metres_as_people_write_them():
    assert [metres_in(each) for each in ("1", "1 m", "150cm", "x", "")] == [1.0, 1.0, 1.5, None, None]
    assert [told_metres(each) for each in (1.0, 0.6)] == ["1 m", "0.6 m"]


# on what


def visible(page):
    fields = ("tile", "way", "paper", "roll", "shape", "text", "orientation", "printer", "reflow")
    return {name for name in fields if getattr(page, name).isVisible()}


@pytest.mark.parametrize(
    ("settings", "fields"),
    [
        (Settings(), {"way", "paper", "orientation", "printer"}),
        (Settings(sizing="text", card_text=16, paper=""), {"way", "text", "printer"}),
        (Settings(sizing="roll", paper="roll-914mm"), {"way", "roll", "printer"}),
        (Settings(sizing="text", card_text=16, paper="roll-914mm"), {"way", "roll", "text", "printer"}),
        (Settings(content="backlog", paper="A4"), {"paper", "orientation", "printer"}),
        (Settings(content="matrix", tiling=Tiling(), sizing="sheets"), {"paper", "orientation", "printer"}),
        (TILED, {"tile", "way", "paper", "orientation", "printer", "reflow"}),
        (replace(TILED, sizing="sheets"), {"tile", "way", "shape", "orientation", "printer", "reflow"}),
    ],
)
def test_only_what_matters_is_asked(medium, settings, fields):
    medium.show_settings(settings)
    assert visible(medium) == fields


def test_sheets_to_glue(medium, told):
    press(medium.medium.button("tiles"))
    assert told == [TILED]


def test_there_and_back_again_nothing_is_lost(medium, told):
    medium.show_settings(replace(TILED, tiling=Tiling("A3", overlap=12)))
    press(medium.medium.button("roll"))
    press(medium.medium.button("tiles"))
    assert told[-1].tiling == Tiling("A3", overlap=12)


def test_cards_of_one_size(medium, told):
    pick(medium.way, "text")
    type_in(medium.text, "18")
    assert told[-1] == Settings(sizing="text", card_text=18.0, paper="")


def test_a_number_of_sheets(medium, told):
    medium.show_settings(TILED)
    pick(medium.way, "sheets")
    type_in(medium.across, "5")
    type_in(medium.down, "3")
    assert (told[-1].across, told[-1].down) == (5, 3)


def test_a_paper_is_picked_by_name(medium, told):
    pick(medium.paper, "B1")
    assert told[-1] == Settings(paper="B1")


def test_papers_of_one_s_own_stand_first(medium):
    assert medium.paper.itemText(1) == "900 × 1400 mm"
    assert medium.roll.itemText(1) == "1270 mm roll"


@pytest.mark.parametrize(("typed", "name"), [("A2", "A2"), ("800x1200mm", "800x1200mm"), ("36 x 48 in", "36 x 48 in")])
def test_any_paper_can_be_typed(medium, told, typed, name):
    type_in(medium.paper.lineEdit(), typed)
    assert told[-1].paper == name


@pytest.mark.parametrize("typed", ["1200mm", "roll-1200mm"])
def test_a_roll_is_typed_by_its_width(medium, told, typed):
    medium.show_settings(Settings(sizing="roll", paper="roll-914mm"))
    type_in(medium.roll.lineEdit(), typed)
    assert told[-1].paper == "roll-1200mm"


@pytest.mark.parametrize(
    ("typed", "begins"),
    [
        ("Foolscap", "No paper is called “Foolscap”."),
        ("20x30mm", "“20x30mm” is smaller than 50 mm."),
        ("800x1200", "“800x1200” has no unit."),
        ("800x9000mm", "“800x9000mm” is longer than 5080 mm"),
        ("roll-914mm", "This is a roll."),
    ],
)
def test_what_is_no_paper_is_told_in_a_sentence(medium, told, typed, begins):
    type_in(medium.paper.lineEdit(), typed)
    assert medium.problem.isVisible()
    assert medium.problem.text().startswith(begins)
    assert told == []


def test_the_sentence_goes_when_a_paper_is_chosen(medium):
    type_in(medium.paper.lineEdit(), "Foolscap")
    pick(medium.paper, "A1")
    assert not medium.problem.isVisible()


def test_a_printer_gives_its_margins(medium, told):
    pick(medium.printer, "plotter-36")
    assert told[-1].margin == (5.0, 5.0, 5.0, 17.0)


def test_a_printer_of_one_s_own_gives_margins_to_the_sheets(medium, told):
    medium.show_settings(TILED)
    pick(medium.printer, "Ours")
    assert told[-1].tiling.margin == OURS.margin


def test_margins_of_nobody_are_shown_as_such(medium, told):
    medium.show_settings(Settings(margin=(9, 9, 9, 9)))
    assert medium.printer.value == "own"
    pick(medium.printer, "")
    assert told[-1].margin is None


def test_the_way_that_paper_lies(medium, told):
    pick(medium.orientation, "portrait")
    assert told[-1] == Settings(orientation="portrait")
    medium.show_settings(TILED)
    pick(medium.orientation, "landscape")
    assert told[-1].tiling.orientation == "landscape"


def test_columns_to_suit_the_sheets(medium, told):
    medium.show_settings(TILED)
    press(medium.reflow)
    assert told[-1].tiling.seams == "reflow"
    press(medium.reflow)
    assert told[-1].tiling.seams == "aware"


def test_papers_as_they_are_told():
    told = [told_paper(name, WORDS) for name in ("A0", "roll-914mm", "roll-36in", "700x1000mm", "")]
    assert told == ["A0", "914 mm roll", "36 in roll", "700 × 1000 mm", "As large as the map needs"]


def test_sizes_as_they_are_told():
    assert told_size((1189.0, 841.0)) == "1\u202f189 × 841 mm"
    assert told_size((1189.0, 841.0), "cm") == "118.9 × 84.1 cm"


def test_a_paper_of_one_s_own_stands_in_no_list():
    assert [is_own(name) for name in ("a0", "roll-36in", "900x1400mm", "")] == [False, False, True, False]


def test_no_paper_is_shown_where_there_is_none(qtbot):
    box = PaperPick("Paper", SHEET_GROUPS, WORDS)
    qtbot.addWidget(box)
    box.show_paper("")
    assert box.currentText() == ""


# print shop


@pytest.mark.parametrize(
    ("name", "value"), [("theme", "grey"), ("image_dpi", 300), ("bleed", 3.0), ("appendix", True), ("comments", True)]
)
def test_what_a_print_shop_wants_is_told(shop, told, name, value):
    field = {"theme": shop.theme, "image_dpi": shop.dpi, "bleed": shop.bleed}.get(name) or shop.flags[name]
    if name == "theme":
        pick(field, value)
    elif value is True:
        press(field)
    else:
        type_in(field, str(value))
    assert getattr(told[-1], name) == value


def test_with_bleed_come_crop_marks_which_can_be_left_out(shop, told):
    type_in(shop.bleed, "3")
    assert told[-1].crop_marks
    press(shop.flags["crop_marks"])
    type_in(shop.bleed, "5")
    assert (told[-1].bleed, told[-1].crop_marks) == (5.0, False)


def test_margins_are_typed_one_by_one(shop, told):
    type_in(shop.margins[3], "17")
    assert told[-1].margin == (5.0, 5.0, 5.0, 17.0)


def test_sheets_are_asked_about_only_where_there_are_several(shop):
    assert not shop.overlap.isVisible()
    shop.show_settings(TILED)
    assert shop.overlap.isVisible()
    assert not shop.bleed.isVisible()


@pytest.mark.parametrize("name", ["repeat", "assembly", "aware"])
def test_what_is_to_be_on_the_sheets(shop, told, name):
    shop.show_settings(TILED)
    press(shop.tiling_flags[name])
    tiling = told[-1].tiling
    assert {"repeat": tiling.repeat, "assembly": not tiling.assembly, "aware": tiling.seams == "plain"}[name]


def test_who_no_longer_keeps_places_prints_all_of_it(shop, told):
    shop.show_settings(Settings(keep=True, changed_only=True))
    press(shop.flags["keep"])
    assert told[-1] == Settings()


def test_places_are_kept_of_a_map_alone(shop):
    assert shop.flags["keep"].isVisible()
    shop.show_settings(Settings(content="working"))
    assert not shop.flags["keep"].isVisible()


def test_seams_that_suit_the_columns_stay_when_something_else_is_ticked(shop, told):
    shop.show_settings(Settings(tiling=Tiling(seams="reflow")))
    press(shop.tiling_flags["repeat"])
    assert told[-1].tiling.seams == "reflow"


def test_some_sheets_are_printed_again(shop, told):
    shop.show_settings(TILED)
    type_in(shop.only, "b2, C3;d1")
    assert told[-1].tiling.only == ("B2", "C3", "D1")
    type_in(shop.only, "")
    assert told[-1].tiling.only == ()


def test_glue_and_overlap(shop, told):
    shop.show_settings(TILED)
    pick(shop.glue, "butt")
    type_in(shop.overlap, "15")
    assert (told[-1].tiling.glue, told[-1].tiling.overlap) == ("butt", 15.0)


def test_what_is_shown_is_not_told(shop, medium, distances, what, told):
    for page in (shop, medium, distances, what):
        page.show_settings(replace(TILED, theme="grey", bleed=2, read_from={"cards": 1}))
    assert told == []


def test_nothing_typed_is_no_other_paper(medium, told):
    type_in(medium.paper.lineEdit(), "")
    assert medium.paper.currentText() == "A0"
    assert (told, medium.problem.isVisible()) == ([], False)
