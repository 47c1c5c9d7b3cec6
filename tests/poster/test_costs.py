"""What one over-long card costs all others: the same as laying the map out with and without."""

import pytest

from desktop.desk.budget import rest_to_details
from desktop.plan.settings import Settings
from desktop.poster.costs import LEAST_PT, costly
from desktop.poster.press import Press
from desktop.poster.sizing import posters
from grids import card, lane, project

STORY = (
    "The kitchen keeps a list of what is out of stock and nobody tells the waiters before the guests have ordered. " * 3
)


def whole(story=STORY, **fields):
    """A map of 12 steps with short cards everywhere and one long one."""
    lanes = [
        lane(*(card(f"{kind}{step}", step=step, text="Asks what is without nuts") for step in range(12)), kind=kind)
        for kind in ("actions", "thoughts", "pains", "backstage", "opportunities")
    ]
    lanes.append(lane(card("long", step=3, text=story, **fields), card("short", step=4), kind="notes"))
    return project(*lanes, steps=(6, 6))


def found(what, **wish):
    """What is costly, and the poster."""
    settings = Settings(**{"paper": "A2", **wish})
    press = Press(what, settings)
    made = posters(press, what, "m", settings)
    return [each for one in made for each in costly(press, what, "m", settings, one)], made[0]


def card_text(what, **wish):
    settings = Settings(**{"paper": "A2", **wish})
    press = Press(what, settings)
    (made,) = posters(press, what, "m", settings)
    return press.style.roles["card"].size * made.page.scale


def test_a_long_card_costs_all_others_points():
    ((cost,), _) = found(whole())
    assert cost.card == "clong"
    assert cost.points > 1.0
    assert cost.words == len(STORY.split()) > cost.keep


def test_the_points_are_what_shortening_wins():
    what = whole()
    ((cost,), _) = found(what)
    shorter = rest_to_details(what, "m", "clong", cost.keep)
    assert card_text(shorter) - card_text(what) == pytest.approx(cost.points, abs=0.01)


def test_what_is_moved_stays_in_the_details():
    what = whole(details="Said in May.")
    ((cost,), _) = found(what)
    (lane_,) = (each for each in rest_to_details(what, "m", "clong", cost.keep).maps[0].lanes if each.kind == "notes")
    (short,) = (each for each in lane_.cards if each.id == "clong")
    assert len(short.text.split()) <= cost.keep
    assert (short.text + short.details).replace(" ", "").replace("\n", "") == (STORY + "SaidinMay.").replace(" ", "")


def test_short_cards_cost_nothing():
    assert found(whole("Asks"))[0] == []


def test_on_a_page_as_large_as_the_map_needs_it_costs_paper():
    ((cost,), _) = found(whole(), sizing="text", paper="", card_text=16.0)
    assert cost.points == pytest.approx(0.0, abs=LEAST_PT)
    assert cost.millimetres > 10


def test_a_stage_of_its_own_is_compared_with_itself():
    costs, _ = found(whole(), scope="each-stage")
    assert [cost.card for cost in costs] == ["clong"]
