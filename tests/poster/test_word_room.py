"""How many words cards have room for, and which of them make their lanes higher."""

from dataclasses import replace

import pytest

from desktop.desk.budget import parted
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.press import Press
from desktop.poster.room import budget, long_cards, mean_word, spare
from desktop.poster.sizing import posters
from desktop.resources import root
from desktop.storage.reader import read
from grids import EM, card, composer, lane, project, with_card

WORDS = ["Asks", "whether", "the", "dish", "of", "the", "day", "can", "be", "had", "without", "nuts", "today"]
LONG = " ".join(WORDS * 5)


def text(count):
    return " ".join((WORDS * 9)[:count])


def rows(*counts, kind="actions"):
    """A lane with a card of so many words at each step."""
    cards = (card(f"{kind}{step}", step=step, text=text(count)) for step, count in enumerate(counts))
    return lane(*cards, kind=kind)


def made(what, **wish):
    settings = Settings(**{"paper": "A2", **wish})
    press = Press(what, settings)
    (poster,) = posters(press, what, "m", settings)
    return press, poster


def words(what, **wish):
    press, poster = made(what, **wish)
    return budget(press, poster)


def longest(what, most):
    press, poster = made(what)
    return [(each.card.id, each.words, each.budget) for each in long_cards(poster, press, most)]


def full(count, lanes=9):
    """A map so full that its page is used up: cards of so many words everywhere."""
    several = (rows(*[count] * 12, kind=f"lane{number}") for number in range(lanes))
    return project(*several, steps=(4, 4, 4))


@pytest.mark.parametrize("count", [4, 8, 16])
def test_where_all_cards_are_alike_they_are_within_their_budget(count):
    assert count * 0.7 <= words(full(count)) <= count * 1.6


def test_longer_cards_have_a_larger_budget():
    assert words(full(5)) < words(full(15))


def test_an_empty_page_leaves_room_for_more():
    assert words(project(rows(2, 2))) > words(full(4))


def test_a_map_without_cards_has_a_budget():
    assert words(project(lane())) >= 1


def test_something_that_is_no_map_has_a_budget():
    press, poster = made(full(4))
    assert budget(press, replace(poster, layout=None)) >= 1


def test_the_sample_has_room_for_what_it_says():
    whole = read(root() / "samples" / "restaurant.journey").project
    settings = Settings()
    press = Press(whole, settings)
    (poster,) = posters(press, whole, whole.maps[0].id, settings)
    assert 6 <= budget(press, poster) <= 14


def test_white_at_the_foot_is_spare():
    assert spare(made(project(rows(2)))[1]) > 10 * EM


def test_words_are_measured():
    setter = composer()
    assert mean_word([card(1, text="ab cd")], setter) == pytest.approx(setter.width("ab", "card"), rel=0.2)
    assert mean_word([], setter) > EM


def test_a_card_that_alone_makes_its_lane_higher_is_long():
    assert longest(project(rows(60, 3, 3, 3)), 9) == [("cactions0", 60, 9)]


def test_a_card_within_its_budget_is_not_long():
    assert longest(project(rows(60, 3, 3, 3)), 60) == []


def test_two_cards_that_are_equally_long_cost_nothing_alone():
    assert longest(project(rows(60, 60, 3, 3)), 9) == []


def test_a_card_of_two_steps_may_have_twice_the_words():
    wide = lane(card(1, step=0, last=1, text=text(40)), card(2, step=2))
    assert longest(project(wide), 9) == [("c1", 40, 18)]
    assert longest(project(wide), 20) == []


def test_what_is_too_much_is_told_in_height():
    press, poster = made(project(rows(60, 3, 3, 3)))
    (long,) = long_cards(poster, press, 9)
    assert long.excess > 5 * press.style.roles["card"].leading


def test_a_shortened_card_is_no_longer_long():
    what = project(rows(60, 3, 3, 3))
    old = what.maps[0].lanes[0].cards[0]
    short = with_card(what, "l-actions", old.model_copy(update={"text": parted(old.text, 5)[0]}))
    assert longest(short, 9) == []


def foot_of(poster):
    """How far above the lower edge of the page the title block ends, in mm."""
    layout, page = poster.layout, poster.page
    return (page.height - page.y - (layout.foot.y + layout.foot.height) * page.scale) / MM


def test_the_title_block_stands_at_the_foot_of_the_page():
    what = project(rows(2, 2))
    press, poster = made(what, paper="A2")
    margin = press.style.space["page-margin"] * poster.page.scale / MM
    assert foot_of(poster) == pytest.approx(margin + poster.page.y / MM, abs=0.1)
    assert poster.fill < 0.85


def test_on_sheets_to_be_glued_it_stands_under_the_map():
    _, poster = made(project(rows(2, 2)), paper="A2", tiling=Tiling())
    assert foot_of(poster) > 50
    assert poster.layout.footing.drop == 0.0
