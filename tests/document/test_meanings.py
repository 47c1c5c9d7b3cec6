"""What the names of a table may mean on a map."""

import pytest

from desktop import resources
from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.meanings import MOST, answered, plain, suggestions, sure
from desktop.document.project import Project
from desktop.scribe.similar import grams
from desktop.storage.reader import read

TOUCHPOINTS = ("Booking form", "Menu card", "Card terminal", "Café", "Host at the door")


def journey(*touchpoints, stage="Dine", step="Order"):
    cards = tuple(
        Card(id=f"c{at}", kind="touchpoint", first="s", last="s", text=text) for at, text in enumerate(touchpoints)
    )
    lane = Lane(id="l", kind="touchpoints", cards=cards)
    return JourneyMap(id="m", lanes=(lane,), stages=(Stage(id="st", title=stage, steps=(Step(id="s", title=step),)),))


def meant(name, *touchpoints, **told):
    return suggestions([name], [journey(*(touchpoints or TOUCHPOINTS), **told)], grams)[name]


def test_the_same_name_means_it_for_sure():
    found = meant("booking FORM")
    assert (found[0].text, found[0].likeness) == ("Booking form", 1.0)
    assert sure({"booking FORM": found}) == {"booking FORM": "c0"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Cafe", "Café"),
        ("Host at door", "Host at the door"),
        ("Book. form", "Booking form"),
        ("The menu card", "Menu card"),
    ],
)
def test_a_name_that_is_nearly_the_same_is_suggested_first(name, text):
    assert meant(name)[0].text == text


def test_the_likeliest_stands_first():
    shares = [one.likeness for one in meant("Card")]
    assert shares == sorted(shares, reverse=True)
    assert 0 < len(shares) <= MOST


def test_a_name_like_nothing_has_no_suggestion():
    assert meant("Parking garage") == ()
    assert sure({"Parking garage": ()}) == {}


def test_of_two_that_are_called_the_same_neither_is_sure():
    found = meant("Website", "Website", "Website")
    assert [one.likeness for one in found] == [1.0, 1.0]
    assert sure({"Website": found}) == {}


def test_a_stage_that_is_called_as_a_touchpoint_is_no_rival():
    found = meant("Order", "Order", step="Order")
    assert [one.thing for one in found] == ["c0", "s"]
    assert sure({"Order": found}) == {"Order": "c0"}


@pytest.mark.parametrize("spelt", ["Hair-drier", "hair drier", "HAIRDRIER", "Hair–Drier"])
def test_a_touchpoint_goes_before_the_step_and_the_stage_of_that_name(spelt):
    found = meant("Hair-drier", spelt, stage="Hair-drier", step="Hair-drier")
    assert [(one.thing, one.kind) for one in found] == [("c0", "touchpoint"), ("s", "step"), ("st", "stage")]
    assert sure({"Hair-drier": found}) == {"Hair-drier": "c0"}


def test_a_step_goes_before_the_stage_of_that_name():
    found = meant("Drying", "Towel", stage="Drying", step="Drying")
    assert [one.kind for one in found] == ["step", "stage"]
    assert sure({"Drying": found}) == {"Drying": "s"}


def test_what_is_called_the_same_goes_before_a_touchpoint_that_is_only_like_it():
    found = meant("Hair-drier", "Hair-driers on loan", step="Hair-drier")
    assert [one.thing for one in found] == ["s", "c0"]
    assert sure({"Hair-drier": found}) == {"Hair-drier": "s"}


def test_a_touchpoint_goes_before_a_step_called_nearly_so():
    found = meant("Hair dryers", "Hair drier", step="Hair dryer")
    assert [one.kind for one in found][:2] == ["touchpoint", "step"]


def test_a_step_called_nearly_as_its_touchpoint_is_no_rival():
    found = meant("Booking forms", "Booking form", step="Booking a form")
    assert sure({"Booking forms": found}) == {"Booking forms": "c0"}


def test_letter_by_letter_goes_before_other_spellings():
    found = meant("Hair-drier", "Hair drier", "Hair-drier")
    assert [one.thing for one in found] == ["c1", "c0"]
    assert sure({"Hair-drier": found}) == {"Hair-drier": "c1"}


def test_suggestions_say_where_they_stand():
    found = meant("Order", "Order", stage="Order", step="Order")
    assert [(one.kind, one.where) for one in found] == [
        ("touchpoint", "Order › Order"),
        ("step", "Order"),
        ("stage", ""),
    ]


def test_signs_accents_and_capitals_do_not_count():
    assert plain("Café – to go!") == plain("cafe to GO") == "cafetogo"
    assert plain("–") == ""


def test_a_name_without_letters_is_called_as_nothing():
    assert meant("?!", "!?") == ()


def maps(*told):
    """Maps of such ids, statuses and origins."""
    made = (changed(journey("Door"), id=one, status=status, origin=origin) for one, status, origin in told)
    return Project(id="p", maps=tuple(made))


@pytest.mark.parametrize(
    ("shown", "meant"),
    [("a", "a"), ("i", "b"), ("j", "a"), ("h", "h")],
)
def test_answers_are_about_what_is_there(shown, meant):
    whole = maps(
        ("a", "current", ""), ("b", "current", ""), ("h", "hypothesis", ""), ("i", "ideal", "b"), ("j", "ideal", "")
    )
    one = next(one for one in whole.maps if one.id == shown)
    assert answered(whole, one).id == meant


def test_where_all_is_ideal_answers_are_about_that():
    whole = maps(("i", "ideal", "gone"))
    assert answered(whole, whole.maps[0]) is whole.maps[0]


def test_stages_and_steps_may_be_meant():
    assert [one.thing for one in meant("Dine")] == ["st"]
    assert [one.thing for one in meant("order")] == ["s"]


def test_cards_of_other_kinds_are_not_meant():
    note = Card(id="n", kind="note", text="Waiter")
    assert suggestions(["Waiter"], [JourneyMap(id="m", parking=(note,))], grams) == {"Waiter": ()}


def test_each_suggestion_says_on_which_map():
    assert {one.map for one in meant("Booking form")} == {"m"}


def test_the_names_of_the_sample_are_found():
    project = read(resources.root() / "samples" / "restaurant.journey").project
    found = suggestions(["Host at door", "Thank you mail", "Menu page (web)"], project.maps[:1], grams)
    assert [row[0].text for row in found.values()] == ["Host at the door", "Thank-you mail", "Menu page"]
    assert set(sure(found)) == set(found)
