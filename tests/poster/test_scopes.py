"""Which parts of a map become posters."""

import pytest

from desktop.document.base import in_order
from desktop.document.cards import Pain
from desktop.plan.settings import Settings
from desktop.poster.press import Press
from desktop.poster.refusals import PosterError
from desktop.poster.scopes import parts
from desktop.poster.sizing import posters
from grids import card, lane, project

WHOLE = project(lane(card(1, last=5)), lane(card(2, step=5), kind="pains"), steps=(2, 2, 2))


def found(**wish):
    return parts(WHOLE, "m", Settings(**wish))


def ids(things):
    return [thing.id for thing in in_order(things)]


def test_a_whole_map_is_one_part():
    (part,) = found()
    assert part.project is WHOLE
    assert part.title == ""


def test_chosen_stages_and_lanes_are_one_part():
    (part,) = found(scope="chosen", stages=("s0", "s2"), lanes=("l-pains",))
    assert ids(part.project.maps[0].stages) == ["s0", "s2"]
    assert ids(part.project.maps[0].lanes) == ["l-pains"]


def test_nothing_chosen_is_everything():
    assert found(scope="chosen")[0].project is WHOLE


def test_each_stage_is_a_part_with_its_title():
    several = found(scope="each-stage")
    assert [part.title for part in several] == ["Stage 0", "Stage 1", "Stage 2"]
    assert [ids(part.project.maps[0].stages) for part in several] == [["s0"], ["s1"], ["s2"]]


def test_each_of_some_stages_shows_some_lanes():
    several = found(scope="each-stage", stages=("s2", "s0"), lanes=("l-actions",))
    assert [part.title for part in several] == ["Stage 0", "Stage 2"]
    assert {one for part in several for one in ids(part.project.maps[0].lanes)} == {"l-actions"}


def test_a_card_over_all_stages_is_on_every_part():
    cards = [part.project.maps[0].lanes[0].cards[0] for part in found(scope="each-stage")]
    assert [(each.first, each.last) for each in cards] == [("d0", "d1"), ("d2", "d3"), ("d4", "d5")]


def pain(number, step, severity):
    return card(number, kind="pain", step=step, pain=Pain(severity=severity, frequency=1))


PAINS = [pain(1, 0, 2), pain(2, 1, 5), pain(3, 2, 3), pain(4, 2, 1), pain(5, 4, 4)]
HURTS = project(lane(*PAINS, kind="pains"), steps=(2, 2, 2))


def numbered(**wish):
    """The numbers on each poster by card."""
    settings = Settings(paper="A3", **wish)
    made = posters(Press(HURTS, settings), HURTS, "m", settings)
    return [dict(each.layout.numbers) for each in made]


def test_cards_have_the_numbers_of_the_whole_map():
    (whole,) = numbered()
    assert whole == {"c2": 1, "c5": 2, "c3": 3}
    assert numbered(scope="each-stage") == [{"c2": 1}, {"c3": 3}, {"c5": 2}]
    assert numbered(scope="chosen", stages=("s1", "s2")) == [{"c3": 3, "c5": 2}]


@pytest.mark.parametrize("scope", ["chosen", "each-stage"])
@pytest.mark.parametrize("names", [{"stages": ("s0", "elsewhere")}, {"lanes": ("elsewhere",)}])
def test_what_is_not_there_is_refused_by_name(scope, names):
    with pytest.raises(PosterError, match="elsewhere"):
        found(scope=scope, **names)


def test_a_map_without_stages_is_one_part():
    empty = project(lane(), steps=())
    assert len(parts(empty, "m", Settings(scope="each-stage"))) == 1
