"""Every offer keeps its promise: laid out, it can be read, and it is the least that does."""

from functools import cache

import pytest

from desktop import resources
from desktop.plan import paper as papers
from desktop.plan.roles import USUAL
from desktop.plan.settings import Settings, Tiling
from desktop.poster.offers import KEPT, offers, reads
from desktop.poster.press import Press
from desktop.poster.sizing import posters
from desktop.resources import root
from desktop.storage.reader import read
from grids import card, lane, project

WAYS = (
    {"paper": "A0", "read_from": {"cards": 1.0}},
    {"paper": "A3", "read_from": {"cards": 1.0, "stages": 2.0, "title": 3.0}},
    {"paper": "ARCH-D", "read_from": {"cards": 1.0}},
    {"paper": "A3", "read_from": {"cards": 0.6}, "tiling": Tiling(sheet="A4")},
    {"paper": "", "sizing": "text", "card_text": 14.0, "read_from": {"cards": 1.0}},
    {"sizing": "sheets", "across": 3, "down": 2, "tiling": Tiling(sheet="A3"), "read_from": {"cards": 1.0}},
    {"paper": "roll-594mm", "sizing": "roll", "read_from": {"cards": 1.2}},
)


@cache
def sample():
    return read(root() / "samples" / "restaurant.journey").project


def laid_out(what, settings):
    press = Press(what, settings)
    return press, posters(press, what, what.maps[0].id, settings)


def found(what=None, **wish):
    """Settings and what is offered instead, by its code."""
    what, settings = sample() if what is None else what, Settings(**wish)
    press, made = laid_out(what, settings)
    listed = offers(press, what, what.maps[0].id, settings, made[0])
    return settings, {offer.code: offer for offer in listed}


@pytest.fixture(scope="module", params=range(len(WAYS)))
def case(request):
    """Settings that cannot be read, and the offers."""
    return found(**WAYS[request.param])


@pytest.fixture(scope="module")
def printed(case):
    """What comes of each offer, laid out by a press of its own."""
    return {code: laid_out(sample(), offer.settings) for code, offer in case[1].items()}


def test_something_is_offered_for_each(case):
    assert case[1]


def test_what_is_offered_can_be_read(case, printed):
    for code, (press, made) in printed.items():
        assert all(reads(each, press, case[0]) for each in made), code


def test_what_is_offered_keeps_the_distances_and_the_rest(case):
    settings, listed = case
    for offer in listed.values():
        assert offer.settings.read_from == settings.read_from
        assert (offer.settings.tiling, offer.settings.theme) == (settings.tiling, settings.theme)


def test_figures_are_those_of_the_print(case, printed):
    for code, offer in case[1].items():
        press, made = printed[code]
        width, height = made[0].page.millimetres
        size = press.style.roles["card"].size * made[0].page.scale
        assert offer.why["size"] == f"{size:.0f}"
        assert (offer.why["width"], offer.why["height"]) == (f"{width:.0f}", f"{height:.0f}")


@pytest.mark.parametrize("language", ["en", "de"])
def test_offers_can_be_said(case, language):
    words = resources.words(language)
    for offer in case[1].values():
        assert "{" not in words(f"offer.{offer.code}").format(**offer.why)


def test_where_all_can_be_read_nothing_is_offered():
    assert found(paper="A0", read_from={"cards": 0.6})[1] == {}


@pytest.mark.parametrize(("paper", "larger"), [("A0", "2A0"), ("A1", "2A0"), ("ARCH-D", ""), ("B0", "")])
def test_the_next_paper_of_the_same_family_is_offered(paper, larger):
    listed = found(paper=paper, read_from={"cards": 1.0})[1]
    if larger:
        assert listed["paper"].settings.paper == larger
    elif "paper" in listed:
        assert listed["paper"].settings.paper in papers.GROUPS["arch" if "ARCH" in paper else "iso-b"]


def test_the_papers_before_the_offered_one_do_not_do():
    settings, listed = found(paper="A3", read_from={"cards": 0.6})
    family = sorted(papers.ISO_A, key=lambda name: papers.ISO_A[name])
    between = family[family.index("A3") + 1 : family.index(listed["paper"].settings.paper)]
    for name in between:
        press, made = laid_out(sample(), Settings(paper=name, read_from=settings.read_from))
        assert not reads(made[0], press, settings)


def test_a_roll_is_as_long_as_it_takes():
    roll = found(paper="A0", read_from={"cards": 1.5})[1]["roll"]
    assert roll.settings.sizing == "roll"
    width = papers.paper(roll.settings.paper).width
    assert str(round(width)) in (roll.why["width"], roll.why["height"])
    assert int(roll.why["length"]) <= papers.MOST


def test_in_inches_rolls_are_offered_in_inches():
    assert found(paper="ARCH-D", read_from={"cards": 1.0})[1]["roll"].settings.paper.endswith("in")


def test_lanes_that_can_wait_are_left_out():
    offer = found(paper="A0", read_from={"cards": 1.0})[1]["lanes"]
    assert offer.why["lanes"] == "Trials"
    assert offer.settings.scope == "chosen"
    assert offer.settings.paper == "A0"


def test_of_the_lanes_at_least_half_are_kept():
    many = project(*(lane(*(card(f"{n}{s}", step=s) for s in range(4)), kind=f"k{n}") for n in range(8)))
    for metres in (0.5, 1.0, 2.0, 4.0):
        listed = found(many, paper="A4", read_from={"cards": metres})[1]
        if "lanes" in listed:
            assert len(listed["lanes"].settings.lanes) >= 8 * KEPT


def test_more_sheets_are_as_few_as_will_do():
    offer = found(**WAYS[5])[1]["sheets"]
    across, down = offer.settings.across, offer.settings.down
    assert across * down > 6
    assert (offer.why["across"], offer.why["down"]) == (str(across), str(down))


def test_larger_cards_are_offered_where_their_size_was_said():
    offer = found(**WAYS[4])[1]["text"]
    assert offer.settings.card_text == pytest.approx(22.7)


def test_headers_are_enlarged_in_one_step_when_no_distance_was_said():
    small = project(*(lane(*(card(f"{n}{s}", step=s) for s in range(4)), kind=f"k{n}") for n in range(3)))
    settings, listed = found(small, paper="A1")
    assert settings.read_from == {}
    assert listed["enlarge"].settings.read_from == USUAL


def test_a_stage_of_its_own_is_offered_for_all_stages():
    listed = found(paper="A4", scope="each-stage", read_from={"cards": 0.6})[1]
    for offer in listed.values():
        press, made = laid_out(sample(), offer.settings)
        assert len(made) == 6
        assert all(reads(each, press, offer.settings) for each in made)


def test_panels_are_never_offered():
    assert "roll" not in found(paper="A0", read_from={"cards": 6.0})[1]
