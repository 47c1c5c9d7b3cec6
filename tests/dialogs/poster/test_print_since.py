"""What changed since the last print: told, and its sheets or patches alone printed."""

import pytest

from desktop import resources
from desktop.dialogs.poster.since import PATCHES, SincePage, lasting, printed_again, told, way_of
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.editions import add_edition, pin_edition
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.pins import Changes
from errands import pick, press

WORDS = resources.words("en")
KEPT = Settings(paper="A2", keep=True, tiling=Tiling())
THREE = Changes(of={"a": "new", "b": "changed", "c": "moved"}, gone=1, sheets=("B3", "C1"))


@pytest.fixture
def page(qtbot):
    page = SincePage(WORDS)
    qtbot.addWidget(page)
    return page


@pytest.mark.parametrize("way", ["all", "sheets", "patches"])
def test_a_way_is_known_again(way):
    assert way_of(printed_again(Settings(content="stickers"), way)) == way


@pytest.mark.parametrize("way", ["all", "sheets", "patches"])
def test_an_edition_keeps_the_whole_map(way):
    assert lasting(printed_again(KEPT, way)) == KEPT


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ([Changes()], "Nothing has changed since the last print."),
        ([THREE], "Since the last print: 1 new, 1 changed, 1 moved, 1 gone."),
        ([THREE, THREE], "Since the last print: 2 new, 2 changed, 2 moved, 2 gone."),
        ([Changes(sheets=("A1",))], "Since the last print, something other than cards has changed."),
        (
            [Changes(of={"a": "new"}, refitted=True)],
            "Since the last print: 1 new. It no longer fits as it stood, so it is laid out anew.",
        ),
    ],
)
def test_what_changed_is_counted(changes, sentence):
    assert told(changes, WORDS) == sentence


def test_nothing_is_said_where_there_was_no_print_before(page):
    page.show_settings(KEPT)
    page.show_changes((None,))
    assert page.isHidden()


def test_without_changes_there_is_nothing_to_choose(page):
    page.show_settings(KEPT)
    page.show_changes((Changes(),))
    assert not page.isHidden()
    assert page.ways.isHidden()


def test_the_sheets_are_named(page):
    page.show_settings(KEPT)
    page.show_changes((THREE,))
    assert page.ways.button("sheets").text() == "Only B3, C1"


def test_many_sheets_are_counted(page):
    page.show_settings(KEPT)
    page.show_changes((Changes(of={"a": "new"}, sheets=("A1", "A2", "B1", "B2")),))
    assert page.ways.button("sheets").text() == "Only 4 sheets"


def test_a_poster_in_one_piece_has_no_sheets_of_its_own(page):
    page.show_settings(Settings(keep=True))
    page.show_changes((Changes(of={"a": "new"}),))
    assert page.ways.button("sheets").isHidden()
    assert page.ways.button("patches").isEnabled()


def test_what_only_moved_is_no_patch(page):
    page.show_settings(KEPT)
    page.show_changes((Changes(of={"a": "moved"}, sheets=("A1",)),))
    assert not page.ways.button("patches").isEnabled()


def test_a_choice_can_be_taken_back_when_nothing_comes_of_it(page, qtbot):
    page.show_settings(printed_again(KEPT, PATCHES))
    page.show_changes(())
    page.show()
    with qtbot.waitSignal(page.changed) as heard:
        press(page.ways.button("all"))
    assert heard.args == [KEPT]
    assert page.isHidden()


@pytest.fixture
def printed(desk):
    """An edition in sheets that was printed, and a card that has changed since."""
    project = add_edition(desk.project, "Hall", new_id=desk.new_id, map_id=desk.map_id, settings=KEPT.to_json())
    edition = project.editions[-1].id
    pin = composed(project, desk.map_id, KEPT).pin
    card = next(card for lane in desk.journey.lanes for card in lane.cards if card.kind == "action")
    project = edit_cards(pin_edition(project, edition, pin), desk.map_id, (card.id,), text="Runs")
    desk.edit("edition", project)
    return edition


@pytest.fixture
def again(printed, open_dialog, settled):
    dialog = open_dialog()
    settled(dialog)
    return dialog


def test_the_next_print_of_an_edition_says_what_changed_and_only_the_sheets_that_changed_are_printed(
    again, settled, errands
):
    assert again.editions.pick.currentText() == "Hall"
    assert again.pages.since.told.text() == "Since the last print: 1 changed."
    names = again.showing.proof.whole.changes[0].sheets
    press(again.pages.since.ways.button("sheets"))
    settled(again)
    assert [sheet.label for sheet in again.showing.proof.sheets] == list(names)
    assert f"{len(names)} of them again" in again.facts.text()
    press(again.buttons["save"])
    assert errands.asked[-1][1].changed_only
    assert errands.asked[-1][1].pin is not None


def test_patches_are_printed_alone_and_do_not_alter_the_edition(again, settled):
    press(again.pages.since.ways.button("patches"))
    assert not again.editions.differs
    assert not again.editions.keep.isEnabled()
    settled(again)
    assert "1 sheet of A4" in again.facts.text()
    assert again.showing.view == "sheets"
    assert again.pages.what.content.value == "map"
    press(again.pages.since.ways.button("all"))
    settled(again)
    assert again.showing.view == "poster"
    assert again.settings == KEPT


def test_places_are_remembered_by_a_new_edition(dialog, errands, desk, settled):
    errands.pin = {"map": desk.map_id}
    dialog.take(Settings(paper="A3", keep=True))
    settled(dialog)
    press(dialog.buttons["save"])
    edition = desk.project.editions[-1]
    assert (edition.title, edition.pin) == ("Wall", errands.pin)


def test_the_edition_is_shown_again(again, open_dialog, errands, printed):
    press(again.pages.since.ways.button("patches"))
    press(again.buttons["close"])
    dialog = open_dialog()
    assert dialog.editions.current == printed == errands.edition
    assert dialog.settings == KEPT


def test_chosen_stages_of_another_map_are_not_printed(open_dialog, errands):
    errands.latest = Settings(scope="chosen", stages=("elsewhere",))
    assert open_dialog().settings.scope == "whole"


def test_an_edition_that_was_undone_is_no_longer_shown(dialog, desk):
    dialog.editions.save_as("Mine")
    desk.session.undo()
    assert dialog.editions.current == ""
    dialog.editions.save()
    assert desk.project.editions[-1].title == "Wall"


def test_what_is_unfolded_is_seen_a_working_wall_is_never_too_large_and_what_seams_cut_can_be_arranged(
    dialog, qtbot, settled
):
    press(dialog.pages.fold)
    qtbot.waitUntil(lambda: not dialog.pages.shop.theme.visibleRegion().isEmpty())
    pick(dialog.pages.what.content, "working")
    settled(dialog)
    assert "sheets of A3" in dialog.facts.text()
    assert dialog.buttons["save"].isEnabled()
    dialog.take(Settings(paper="A0", tiling=Tiling(seams="plain")))
    settled(dialog)
    offered = {button.text(): button for button in dialog.problems.offers}
    press(offered["Arrange columns to suit the sheets"])
    assert dialog.settings.tiling.seams == "reflow"
