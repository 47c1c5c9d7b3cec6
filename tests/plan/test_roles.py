"""Groups of text hold every role, and type grows until it can be read from where people stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.plan.distance import COMFORTABLE, LEGIBLE, grade, needed
from desktop.plan.roles import CARDS, GROUPS, MOST, STAGES, TITLE, USUAL, factors, group_of, leads, least_size
from desktop.plan.settings import GROUPS as ASKED_FOR

INTER = 0.728
SIZES = {"title": 40.0, "subtitle": 15.0, "stage": 18.0, "step": 11.0, "lane": 13.0, "card": 10.0, "meta": 8.5}

distances = st.floats(0.2, 50)


def ratio(_role):
    return INTER


def test_every_role_of_the_styles_belongs_to_one_group():
    listed = [role for roles in GROUPS.values() for role in roles]
    assert sorted(listed) == sorted(resources.style("print").roles)


def test_groups_are_those_whose_distance_is_asked_for():
    assert set(GROUPS) == set(USUAL) == set(ASKED_FOR)


@pytest.mark.parametrize(
    ("role", "group"), [("card", CARDS), ("lane", STAGES), ("title", TITLE), ("unheard-of", CARDS)]
)
def test_a_role_is_read_with_its_group(role, group):
    assert group_of(role) == group


def test_one_role_leads_each_group():
    assert {role for role in resources.style("print").roles if leads(role)} == {"card", "stage", "title"}


def test_what_leads_is_to_be_comfortable_and_what_follows_legible():
    assert least_size("card", 1.0, INTER) == needed(1.0, INTER, COMFORTABLE)
    assert least_size("meta", 1.0, INTER) == needed(1.0, INTER, LEGIBLE)


def test_whatever_goes_with_comfortable_cards_is_legible():
    style = resources.style("print")
    least = min(style.roles[role].size for role in GROUPS[CARDS]) / style.roles["card"].size
    assert grade(least * least_size("card", 1.0, INTER), 1.0, INTER) == "legible"


def test_a_group_without_a_distance_stays_as_it_is():
    assert factors(SIZES, {"title": 3.0}, ratio).keys() == {"title"}


def test_type_that_is_large_enough_stays_as_it_is():
    assert set(factors(SIZES, dict.fromkeys(GROUPS, 0.2), ratio).values()) == {1.0}


def test_each_role_grows_by_what_it_lacks():
    found = factors(SIZES, {"stages": 1.0}, ratio)
    assert found["stage"] == pytest.approx(needed(1.0, INTER, COMFORTABLE) / SIZES["stage"])
    assert found["step"] == pytest.approx(needed(1.0, INTER, LEGIBLE) / SIZES["step"])
    assert found["step"] > found["lane"]


@given(distances, distances, distances)
def test_enlarged_by_its_factor_every_role_can_be_read(cards, stages, title):
    read_from = {"cards": cards, "stages": stages, "title": title}
    grown = factors(SIZES, read_from, ratio)
    graded = {
        role: grade(size * grown[role] * (1 + 1e-9), read_from[group_of(role)], INTER) for role, size in SIZES.items()
    }
    assert "illegible" not in graded.values()
    assert {graded[role] for role in SIZES if leads(role)} == {"comfortable"}


@given(distances)
def test_headers_keep_their_order_of_size(distance):
    grown = factors(SIZES, {"stages": distance}, ratio)
    large = {role: SIZES[role] * grown[role] for role in ("stage", "step", "lane")}
    assert large["stage"] == max(large.values())


def test_only_headers_and_titles_are_enlarged():
    assert {group_of(role) for role in MOST} == {STAGES, TITLE}
    assert set(MOST) == {*GROUPS[STAGES], *GROUPS[TITLE]}
    assert min(MOST.values()) > 1.0
