"""An edition is printed, the map changes, and the edition is printed again."""

import json
from dataclasses import astuple, replace

import pytest

from desktop import resources
from desktop.document.edits.cards import Spot, add_card, edit_cards, remove_cards
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.pins import read_pin
from desktop.poster.refusals import PosterError
from desktop.storage.reader import read

SAMPLE = read(resources.root() / "samples" / "restaurant.journey").project
MAP = SAMPLE.maps[0]
LANE = next(lane for lane in MAP.lanes if lane.kind == "backstage")
CARD = LANE.cards[0]
SETTINGS = Settings(paper="A1", tiling=Tiling("A4"), keep=True)


@pytest.fixture(scope="module")
def printed():
    return composed(SAMPLE, MAP.id, SETTINGS)


@pytest.fixture(scope="module")
def edited():
    return edit_cards(SAMPLE, MAP.id, [CARD.id], text=CARD.text + " soon")


def again(project, printed, **changes):
    return composed(project, MAP.id, replace(SETTINGS, pin=printed.pin, **changes))


def figures(whole, role):
    return [placed for placed in whole.made[0].drawing.placed if placed.figure.role == role]


def test_the_first_print_has_nothing_to_compare_with(printed):
    assert printed.changes == (None,)
    assert not figures(printed, "badge")


def test_a_pin_is_json_and_comes_back(printed):
    pin = read_pin(json.loads(json.dumps(printed.pin)))
    assert pin.model_dump(mode="json") == printed.pin
    assert len(json.dumps(printed.pin)) < 40_000


def test_an_edition_that_keeps_nothing_remembers_nothing():
    whole = composed(SAMPLE, MAP.id, Settings(paper="A3"))
    assert whole.pin is None
    assert whole.changes == (None,)


def test_an_equal_map_has_not_changed(printed):
    (changes,) = again(SAMPLE, printed).changes
    assert not changes.any


def test_one_word_changes_one_card_and_the_sheets_that_it_is_on(printed, edited):
    whole = again(edited, printed)
    (changes,) = whole.changes
    assert changes.of == {CARD.id: "changed"}
    assert not changes.refitted
    holds = [tile.name for tile in whole.plans[0].tiles if _is_on(whole, CARD.id, tile)]
    assert list(changes.sheets) == holds


def _is_on(whole, ident, tile):
    page = whole.made[0].page
    placed = next(each for each in whole.made[0].drawing.placed if each.figure.id == ident)
    x, y = (page.x + placed.x * page.scale) / MM, (page.y + placed.y * page.scale) / MM
    width, height = placed.figure.width * page.scale / MM, placed.figure.height * page.scale / MM
    rect = tile.rect
    return rect.x < x + width and x < rect.right and rect.y < y + height and y < rect.bottom


def test_what_has_changed_wears_a_badge(printed, edited):
    (badge,) = figures(again(edited, printed), "badge")
    assert badge.figure.name == "changed"


def test_badges_do_not_count_as_changes_the_next_time(printed, edited):
    second = again(edited, printed)
    third = again(edited, second)
    assert not third.changes[0].any


def test_a_new_card_is_new_and_a_removed_one_is_counted(printed):
    fuller = add_card(SAMPLE, MAP.id, Spot(LANE.id, CARD.first), "backstage", new_id=lambda: "fresh", text="New")
    assert again(fuller, printed).changes[0].of["fresh"] == "new"
    emptier = remove_cards(SAMPLE, MAP.id, [CARD.id])
    assert again(emptier, printed).changes[0].gone == 1


def test_only_changed_sheets_are_printed(printed, edited):
    whole = again(edited, printed, changed_only=True)
    assert [sheet.label for sheet in whole.document.sheets] == list(whole.changes[0].sheets)


def test_nothing_to_print_again_is_said(printed):
    with pytest.raises(PosterError, match="Nothing has changed"):
        again(SAMPLE, printed, changed_only=True)


def test_before_the_first_print_nothing_has_changed():
    with pytest.raises(PosterError, match="print all of it first"):
        composed(SAMPLE, MAP.id, replace(SETTINGS, changed_only=True))


def test_without_kept_places_nobody_knows_what_changed():
    with pytest.raises(PosterError, match="does not keep places"):
        composed(SAMPLE, MAP.id, Settings(changed_only=True))


def test_patches_have_the_changed_cards_at_their_size(printed, edited):
    whole = again(edited, printed, content="stickers")
    (sheet,) = whole.document.sheets
    (view,) = sheet.views
    (patch,) = [placed for placed in view.drawing.placed if placed.figure.id]
    assert patch.figure.id == CARD.id
    assert view.scale == whole.made[0].page.scale
    assert (sheet.width, sheet.height) == pytest.approx((210 * MM, 297 * MM))


@pytest.fixture(scope="module")
def outgrown():
    much = SAMPLE
    for number in range(30):
        spot = Spot(LANE.id, CARD.first)
        much = add_card(much, MAP.id, spot, "backstage", new_id=lambda n=number: f"x{n}", text="many words " * 12)
    return much


def test_a_map_that_outgrows_its_page_is_laid_out_anew(printed, outgrown):
    assert again(outgrown, printed).changes[0].refitted


def test_patches_are_refused_where_they_would_not_fit(printed, outgrown):
    with pytest.raises(PosterError, match="outgrown its last print"):
        again(outgrown, printed, content="stickers")


def test_single_sheets_printed_again_are_no_new_print(printed, edited):
    whole = again(edited, printed, tiling=Tiling("A4", only=("A1",)))
    assert whole.changes[0].of == {CARD.id: "changed"}
    assert whole.pin == printed.pin


@pytest.mark.parametrize("other", [{"paper": "A2"}, {"theme": "grey"}, {"scope": "each-stage"}])
def test_other_settings_begin_anew(printed, other):
    assert set(again(SAMPLE, printed, **other).changes) == {None}


@pytest.mark.parametrize("pin", [1, "x", [], {}, {"posters": []}, {"map": MAP.id, "settings": "", "posters": [{}]}])
def test_a_pin_that_cannot_be_understood_is_none(pin):
    assert read_pin(pin) is None
    assert composed(SAMPLE, MAP.id, replace(SETTINGS, tiling=None, pin=pin)).changes == (None,)


def test_a_whole_poster_keeps_places_too(edited):
    alone = replace(SETTINGS, tiling=None)
    first = composed(SAMPLE, MAP.id, alone)
    second = composed(edited, MAP.id, replace(alone, pin=first.pin))
    assert second.changes[0].of == {CARD.id: "changed"}
    assert second.made[0].page == first.made[0].page


SERIES = SAMPLE.model_copy(
    update={
        "maps": (
            MAP.model_copy(update={"stages": tuple(each.model_copy(update={"title": "Same"}) for each in MAP.stages)}),
        )
    }
)
ALIKE = [
    Settings(paper="A3", scope="each-stage", keep=True, read_from={"stages": 2.0, "title": 3.0}),
    Settings(sizing="roll", paper="roll-36in", scope="each-stage", keep=True),
    Settings(sizing="text", paper="", card_text=16.0, scope="chosen", stages=(MAP.stages[0].id,), keep=True),
    Settings(sizing="sheets", across=4, down=3, keep=True, tiling=Tiling("A4")),
]


@pytest.mark.parametrize("project", [SAMPLE, SERIES], ids=["its titles", "equal titles"])
@pytest.mark.parametrize("settings", ALIKE, ids=["enlarged", "roll", "wide head", "sheets"])
def test_the_same_map_comes_out_the_same_and_is_remembered_the_same(project, settings):
    first = composed(project, MAP.id, settings)
    second = composed(project, MAP.id, replace(settings, pin=first.pin))
    assert not any(changes.any for changes in second.changes)
    assert second.pin == first.pin


def test_a_stage_that_is_called_otherwise_keeps_its_poster():
    series = Settings(paper="A3", scope="each-stage", keep=True)
    first = composed(SERIES, MAP.id, series)
    second = composed(SAMPLE, MAP.id, replace(series, pin=first.pin))
    for made, before in zip(second.made, first.made, strict=True):
        assert astuple(made.page) == pytest.approx(astuple(before.page))
    assert {made.title for made in second.made} == {stage.title for stage in MAP.stages}


def test_the_title_block_stays_at_the_foot_of_the_page():
    alone = Settings(paper="A1", keep=True)
    few = SAMPLE.model_copy(update={"maps": (MAP.model_copy(update={"lanes": (LANE,)}),)})
    first = composed(few, MAP.id, alone)
    second = composed(edit_cards(few, MAP.id, [CARD.id], text="Less"), MAP.id, replace(alone, pin=first.pin))
    before, after = (whole.made[0].layout for whole in (first, second))
    assert before.footing.drop > 0
    assert after.height == pytest.approx(before.height)


def test_a_name_that_sheets_repeat_changes_them_all():
    series = Settings(paper="A1", tiling=Tiling("A4", repeat=True), keep=True)
    first = composed(SAMPLE, MAP.id, series)
    last = first.made[0].layout.stage_places[-1].stage
    stages = tuple(each.model_copy(update={"title": "Other"}) if each is last else each for each in MAP.stages)
    renamed = SAMPLE.model_copy(update={"maps": (MAP.model_copy(update={"stages": stages}),)})
    (changes,) = composed(renamed, MAP.id, replace(series, pin=first.pin)).changes
    under = [tile.name for tile in first.plans[0].tiles if not tile.right and not tile.blank]
    assert set(under) <= set(changes.sheets)
