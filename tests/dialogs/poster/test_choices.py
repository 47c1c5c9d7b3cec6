"""The choices behind the questions, without anything to be seen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.dialogs.poster.choices import (
    MEDIA,
    PRESETS,
    ROLL,
    SHEET,
    TILES,
    USUAL_SHAPE,
    WAYS,
    Grounds,
    filled,
    fits,
    is_roll,
    margin,
    medium,
    narrowed,
    printer_of,
    put_margin,
    put_on,
    read_from,
    sized,
)
from desktop.plan.printers import PRINTERS, PrinterProfile
from desktop.plan.settings import Settings, Tiling, from_json

LASER, PLOTTER = PRINTERS[0], PRINTERS[5]
media, ways = st.sampled_from(MEDIA), st.sampled_from(("paper", "roll", "sheets", "text"))


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        (Settings(), SHEET),
        (Settings(paper=""), SHEET),
        (Settings(paper="no such paper"), SHEET),
        (Settings(paper="roll-914mm", sizing="roll"), ROLL),
        (Settings(paper="roll-36in", sizing="text", card_text=16), ROLL),
        (Settings(tiling=Tiling()), TILES),
        (Settings(paper="roll-914mm", tiling=Tiling("roll-914mm")), TILES),
    ],
)
def test_what_it_is_printed_on(settings, kind):
    assert medium(settings) == kind


def test_a_roll_by_its_name():
    assert is_roll("roll-914mm")
    assert not is_roll("A0")
    assert not is_roll("x")


def test_a_sheet_becomes_sheets_to_glue_of_the_same_size():
    assert put_on(Settings(paper="A1"), TILES) == Settings(paper="A1", tiling=Tiling())


def test_a_sheet_becomes_a_roll_of_the_usual_width():
    assert put_on(Settings(paper="A1"), ROLL) == Settings(paper="roll-914mm", sizing="roll")


def test_a_roll_becomes_the_usual_sheet():
    assert put_on(Settings(paper="roll-36in", sizing="roll"), SHEET) == Settings()


def test_margins_belong_to_what_was_printed_on():
    assert put_on(put_margin(Settings(), LASER.margin), ROLL).margin is None


def test_what_stays_the_same_is_the_same():
    settings = Settings(paper="A3", margin=(1, 1, 1, 1))
    assert put_on(settings, SHEET) is settings


@given(media, media, ways)
def test_whatever_is_chosen_belongs_together(first, second, way):
    settings = put_on(put_on(Settings(theme="grey"), first), second)
    if way in WAYS[second]:
        settings = sized(settings, way)
    assert medium(settings) == second
    assert settings.sizing in WAYS[second]
    assert settings.theme == "grey"
    assert from_json(settings.to_json()) == settings


def test_cards_of_one_size_begin_at_what_museums_set():
    assert sized(Settings(), "text") == Settings(sizing="text", card_text=16.0, paper="")


def test_cards_of_one_size_on_a_roll_stay_on_it():
    roll = Settings(paper="roll-914mm", sizing="roll")
    assert sized(roll, "text") == replace(roll, sizing="text", card_text=16.0)


def test_back_on_a_paper_there_is_one():
    assert sized(sized(Settings(), "text"), "paper").paper == "A0"


def test_a_number_of_sheets_begins_with_about_an_a0():
    several = sized(Settings(tiling=Tiling()), "sheets")
    assert (several.across, several.down) == USUAL_SHAPE


def test_a_number_of_sheets_that_was_typed_stays():
    several = sized(Settings(tiling=Tiling(), across=3, down=2), "sheets")
    assert (several.across, several.down) == (3, 2)


def test_distances_stand_in_the_order_of_the_questions():
    settings = read_from(read_from(Settings(), "title", 3.0), "cards", 1.0)
    assert list(settings.read_from.items()) == [("cards", 1.0), ("title", 3.0)]


def test_a_distance_is_taken_back():
    assert read_from(Settings(read_from={"cards": 1.0}), "cards", None) == Settings()


def test_margins_are_those_of_whatever_goes_through_the_printer():
    several = put_margin(Settings(tiling=Tiling()), LASER.margin)
    assert (several.margin, several.tiling.margin, margin(several)) == (None, LASER.margin, LASER.margin)
    assert margin(put_margin(Settings(), LASER.margin)) == LASER.margin


def test_a_printer_is_known_by_its_margins():
    own = PrinterProfile("Ours", 1, 2, 3, 4)
    assert printer_of(Settings(), PRINTERS) == ""
    assert printer_of(put_margin(Settings(), PLOTTER.margin), PRINTERS) == "plotter-24"
    assert printer_of(put_margin(Settings(), own.margin), (own, *PRINTERS)) == "Ours"
    assert printer_of(put_margin(Settings(), (9, 9, 9, 9)), PRINTERS) == "own"


def test_stages_count_only_for_a_chosen_part():
    chosen = narrowed(Settings(), "chosen", ("s1",), ("l1",))
    assert (chosen.stages, chosen.lanes) == (("s1",), ("l1",))
    assert narrowed(chosen, "whole", ("s1",), ("l1",)) == Settings()


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_can_stand_in_a_file(name):
    assert from_json(PRESETS[name].to_json()) == PRESETS[name]


def test_a_working_wall_has_room_on_sheets():
    assert filled(Settings(), "working").tiling == Tiling("A3")
    assert filled(Settings(sizing="roll", paper="roll-42in"), "working").tiling is None
    assert filled(Settings(tiling=Tiling("A4")), "working").tiling == Tiling("A4")


@pytest.mark.parametrize(
    ("content", "usual"),
    [("backlog", "A4"), ("notes", "A4"), ("persona", "A4"), ("matrix", "A3"), ("comparison", "A3")],
)
def test_lists_come_on_paper_for_the_hand(content, usual):
    wall = Settings(sizing="roll", paper="roll-914mm", theme="grey")
    assert filled(wall, content) == Settings(content=content, paper=usual, theme="grey")


def test_from_a_list_the_map_comes_on_its_usual_paper():
    assert filled(Settings(content="backlog", paper="Letter"), "map") == Settings()


def test_lists_of_one_kind_share_their_paper():
    assert filled(Settings(content="backlog", paper="Letter"), "agenda") == Settings(content="agenda", paper="Letter")


def test_a_list_lies_on_single_sheets_whatever_a_file_says():
    assert medium(Settings(content="backlog", tiling=Tiling())) == SHEET
    assert put_on(Settings(content="matrix", paper=""), ROLL).paper == "roll-914mm"
    assert sized(Settings(content="matrix", paper=""), "paper").paper == "A3"


@pytest.fixture
def grounds():
    return Grounds()


@pytest.mark.parametrize(
    "wall", [Settings(paper="A1"), Settings(tiling=Tiling("A3")), Settings(sizing="roll", paper="roll-914mm")]
)
def test_the_map_finds_what_it_was_printed_on_again(grounds, wall):
    there = grounds.filled(grounds.filled(wall, "backlog"), "matrix")
    assert grounds.filled(there, "map") == wall


def test_a_paper_chosen_for_lists_stays_chosen(grounds):
    backlog = replace(grounds.filled(Settings(), "backlog"), paper="Letter")
    there = grounds.filled(grounds.filled(grounds.filled(backlog, "map"), "matrix"), "agenda")
    assert there == Settings(content="agenda", paper="Letter")


def test_what_is_no_question_of_paper_goes_along(grounds):
    backlog = replace(grounds.filled(Settings(), "backlog"), theme="colour")
    assert grounds.filled(backlog, "map") == Settings(theme="colour")


def test_what_a_working_wall_was_spread_over_goes_with_it(grounds):
    wall = grounds.filled(Settings(), "working")
    assert wall.tiling == Tiling("A3")
    assert grounds.filled(wall, "map") == Settings()
    assert grounds.filled(Settings(tiling=Tiling("A3")), "map").tiling == Tiling("A3")


def test_a_working_wall_is_spread_again_after_a_list(grounds):
    wall = grounds.filled(grounds.filled(grounds.filled(Settings(), "working"), "inbox"), "working")
    assert wall == Settings(content="working", tiling=Tiling("A3"))
    assert grounds.filled(wall, "map") == Settings()


def test_chosen_stages_and_lanes_belong_to_a_map(sample):
    journey = sample.project.maps[0]
    assert fits(Settings(), journey)
    assert fits(Settings(scope="chosen", stages=(journey.stages[0].id,), lanes=(journey.lanes[0].id,)), journey)
    assert not fits(Settings(scope="chosen", lanes=("elsewhere",)), journey)
