"""The print as it will be, without a window: sheets, pictures, what may be wrong, and what is told of it."""

import pytest

from desktop import resources
from desktop.dialogs.poster.checks import advice, checks
from desktop.dialogs.poster.making import Maker
from desktop.dialogs.poster.marks import Mark
from desktop.dialogs.poster.naming import named
from desktop.dialogs.poster.problems import cost_line, offer_words, problem_line
from desktop.dialogs.poster.proof import Order, part_picture, proof, sheet_picture
from desktop.dialogs.poster.summary import summary
from desktop.layout.places import Rect
from desktop.plan.settings import Settings, Tiling
from desktop.poster.costs import Costly
from desktop.poster.offers import Offer
from desktop.poster.preflight import Problem
from desktop.poster.refusals import CancelledError, PosterError
from desktop.poster.wording import sentence

WORDS = resources.words("en")
PLACE = Rect(1.0, 2.0, 3.0, 4.0)


def quiet(*_news):
    """Nobody follows."""


@pytest.fixture(scope="module")
def order(sample):
    def make(**fields):
        return Order(sample.project, sample.assets, sample.project.maps[0].id, Settings(**fields))

    return make


@pytest.fixture(scope="module")
def whole(order):
    return proof(order(paper="A1"), quiet)


@pytest.fixture(scope="module")
def tiled(order):
    return proof(order(paper="A2", tiling=Tiling()), quiet)


def test_one_poster_is_one_sheet(whole):
    (panel,) = whole.panels
    assert panel.size == pytest.approx((841.0, 594.0), abs=0.1)
    assert (panel.origin, panel.tiles, len(whole.sheets)) == ((0.0, 0.0), None, 1)


def test_with_bleed_the_poster_begins_inside_its_sheet(order):
    (panel,) = proof(order(paper="A3", bleed=3.0, crop_marks=True), quiet).panels
    assert panel.size == pytest.approx((420.0, 297.0), abs=0.1)
    assert panel.origin[0] >= 3.0
    assert panel.sheet[0] > panel.size[0] + 6.0


def test_spread_over_sheets_the_poster_is_shown_in_one_piece(tiled):
    (panel,) = tiled.panels
    assert panel.sheet == pytest.approx((594.0, 420.0), abs=0.1)
    assert len(tiled.sheets) == 1 + sum(not tile.blank for tile in panel.tiles.tiles)


def test_a_poster_per_stage_is_a_panel_per_stage(order, sample):
    found = proof(order(paper="A4", scope="each-stage"), quiet)
    assert len(found.panels) == len(sample.project.maps[0].stages)
    assert all(panel.title for panel in found.panels)


def test_a_picture_has_the_pixels_that_were_asked_for(whole):
    picture = part_picture(whole, 0, 0.1, None)
    assert picture.width == pytest.approx(841 * 72 / 25.4 * 0.1, abs=1)


def test_a_picture_of_a_sheet_is_as_large_as_the_paper(tiled):
    picture = sheet_picture(tiled, 1, 1.0, quiet)
    assert sorted((picture.width, picture.height)) == pytest.approx([595, 842], abs=1)


def test_what_is_given_up_stops_at_once(order):
    def stop(*_news):
        raise CancelledError

    with pytest.raises(CancelledError):
        proof(order(), stop)


def test_no_such_paper_is_one_sentence(order):
    with pytest.raises(PosterError, match="Foolscap"):
        proof(order(paper="Foolscap"), quiet)


def test_the_worst_comes_first(tiled):
    severities = [problem.severity for _, problem in checks(tiled, quiet).found]
    assert severities == sorted(severities, key=("error", "warning", "note").index)


def test_a_word_budget_is_found(whole):
    assert 1 <= checks(whole, quiet).budget < 100


def test_advice_is_given_only_where_a_distance_is_asked_for(whole, order):
    assert advice(whole, quiet).offers == ()
    far = proof(order(paper="A3", read_from={"cards": 1.0}), quiet)
    assert "paper" in {offer.code for offer in advice(far, quiet).offers}


def test_all_that_cannot_be_read_is_found_where_somebody_asked(whole, order, sample):
    assert checks(whole, quiet).weak == ()
    weak = checks(proof(order(paper="A3", read_from={"cards": 2.0}), quiet), quiet).weak
    assert len(weak) >= sum(len(lane.cards) for lane in sample.project.maps[0].lanes)


def test_what_comes_out_is_told_in_a_line(whole, tiled):
    assert summary(whole, WORDS).startswith("841 × 594 mm · cards ")
    assert " sheets of A4" in summary(tiled, WORDS)
    assert "would cut" in summary(tiled, WORDS)


def test_several_posters_are_counted(order):
    told = summary(proof(order(paper="A4", scope="each-stage"), quiet), WORDS)
    assert told.startswith("6 posters, ")


def test_lists_have_pages(order):
    assert summary(proof(order(paper="A4", content="tactics"), quiet), WORDS).startswith("2 pages, 210 × 297 mm")


def test_a_roll_is_named(order):
    told = summary(proof(order(paper="roll-914mm", sizing="roll"), quiet), WORDS)
    assert "914 mm roll" in told


# words


def test_a_problem_is_a_sentence():
    problem = Problem("missing-glyph", "error", "c1", PLACE, {"character": "అ", "name": "U+0C05 TELUGU LETTER A"})
    (row, mark) = problem_line(problem, 2, WORDS, "A card")
    assert row.sentence == "No font has “అ” (U+0C05 TELUGU LETTER A)"
    assert row.place == "A card"
    assert mark == Mark(PLACE, "error", "c1", 2)


def test_what_the_sentence_names_is_not_named_twice():
    row, _ = problem_line(Problem("cut", "warning", "c1", PLACE, {"text": ""}), 0, WORDS, "A card")
    assert (row.sentence, row.place) == ("A seam goes through “A card”", "")


def test_an_offer_names_paper_as_people_do():
    offer = Offer("roll", Settings(), {"paper": "roll-841mm", "length": "1616", "size": "23"})
    assert offer_words(offer, WORDS) == "841 mm roll, 1616 mm long: cards at 23 pt"


def test_of_several_posters_the_one_is_named():
    row, _ = problem_line(Problem("over-budget", "note", "c1"), 1, WORDS, "A card", "Decide")
    assert row.place == "Decide · A card"


def test_roles_are_named_as_people_call_them():
    told = sentence(Problem("tiny", "warning", arguments={"role": "meta", "size": "5"}), WORDS)
    assert told.startswith("Small lines on cards: 5 pt")


def test_what_only_a_newer_version_finds_is_named_by_its_code():
    assert sentence(Problem("brittle-paper", "note"), WORDS) == "brittle-paper"


def test_an_empty_slot_has_no_name():
    assert sentence(Problem("cut", "warning"), WORDS) == "A seam goes through an empty slot"


@pytest.mark.parametrize(
    ("costly", "told"),
    [
        (Costly("c1", 2.0, 0.0, 40, 9), "This card costs all others 2 pt"),
        (Costly("c1", 0.0, 31.4, 40, 9), "This card makes the page 31 mm longer"),
    ],
)
def test_what_a_card_costs_is_told(costly, told):
    row, mark = cost_line(costly, PLACE, WORDS, "A card")
    assert (row.sentence, row.place, mark.costly) == (told, "A card", costly)


def test_everything_on_a_map_has_a_name(sample):
    journey = sample.project.maps[0]
    lane = next(lane for lane in journey.lanes if lane.cards)
    emotions = next(lane for lane in journey.lanes if any(marker.label for marker in lane.markers))
    marker = next(marker for marker in emotions.markers if marker.label)
    stage = journey.stages[0]
    expected = {
        journey.id: journey.title,
        lane.cards[0].id: lane.cards[0].text,
        stage.id: stage.title,
        stage.steps[0].id: stage.steps[0].title,
        lane.id: lane.title,
        marker.id: marker.label,
        "nothing": "",
    }
    assert {thing: named(journey, thing, WORDS) for thing in expected} == expected


# files


@pytest.fixture(scope="module")
def maker(order):
    given = order(paper="A4")
    return Maker(given.project, given.assets, given.map_id, given.settings)


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("svg", b"<"), ("png", b"\x89PNG")])
def test_a_copy_is_a_file(maker, form, begins):
    copy = maker.copy(form, quiet)
    assert copy.data.startswith(begins)
    assert sorted(copy.size) == pytest.approx([210.0, 297.0], abs=0.1)
    assert copy.card_pt > 4


def test_a_ticket_and_a_test_sheet_are_files_of_their_own(maker):
    assert maker.ticket(quiet).startswith(b"%PDF")
    assert maker.test_sheet(quiet).startswith(b"%PDF")


def test_a_project_without_editions_has_none_to_save(maker):
    assert maker.names() == {}
    assert maker.all_editions(quiet) == {}
