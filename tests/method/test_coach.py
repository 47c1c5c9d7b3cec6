"""Hints: each rule with a map that wants it and one that does not; they are about content, never in the way."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.document.base import changed
from desktop.document.cards import Evidence, Experiment, Marker, Measure
from desktop.document.journey import Link, Task
from desktop.document.project import Goal, Persona
from desktop.method.coach import CODES, FEW_CARDS, FIRST_MINUTES, RULES, hints, is_begun, is_past, may_speak
from desktop.method.hearing import Listener
from tests.grids import card, lane, project

TODAY = "2026-11-22"
JARGON = resources.jargon("en")
WHOLE = {"persona": "maya", "scenario": "A birthday in the rain", "goals": ("g",), "review": "2027-03-01"}


def made(*lanes, steps=(2, 2), titles=(), **fields):
    """A project with a persona and a goal, whose map lacks nothing but what the test is about."""
    whole = project(*lanes, steps=steps, **{**WHOLE, **fields})
    named = zip(whole.maps[0].stages, (*titles, *[""] * len(steps)), strict=False)
    stages = tuple(changed(stage, title=title or stage.title) for stage, title in named)
    journey = changed(whole.maps[0], stages=stages)
    return changed(whole, maps=(journey,), personas=(Persona(id="maya"),), goals=(Goal(id="g"),))


def of(code, *lanes, today=TODAY, **fields):
    """The hint with this code, None where it is not given."""
    whole = made(*lanes, **fields)
    listener = Listener(JARGON, lambda one: len(one.text) > 40)
    found = hints(whole, whole.maps[0], today, listener)
    return next((hint for hint in found if hint.code == code), None)


def felt(number, value, persona="maya"):
    return Marker(id=f"e{number}", step=f"d{number}", value=value, persona=persona)


def emotions(*values):
    return lane(kind="emotions", markers=tuple(felt(number, value) for number, value in enumerate(values)))


@pytest.mark.parametrize("field", ["persona", "scenario", "goals", "review"])
def test_a_map_says_whose_it_is_why_what_for_and_until_when(field):
    code = {"goals": "goal"}.get(field, field)
    assert of(code) is None
    assert of(code, **{field: () if field == "goals" else ""}).things == ()


def test_a_persona_or_goal_that_is_gone_is_none():
    assert of("persona", persona="nobody") is not None
    assert of("goal", goals=("gone",)) is not None


def test_seven_stages_can_be_taken_in():
    assert of("stages", steps=(1,) * 7) is None
    assert of("stages", steps=(1,) * 8).figures == {"count": 8}


@pytest.mark.parametrize(
    ("titles", "codes"),
    [
        (("Awareness", "Purchase", "Use"), []),
        (("Purchase", "Use"), ["before"]),
        (("Awareness", "Purchase"), ["after"]),
        (("Wait", "Talk"), []),
        (("Purchase",), []),
    ],
)
def test_something_comes_before_and_after_the_purchase(titles, codes):
    steps = (1,) * len(titles)
    assert [code for code in ("before", "after") if of(code, steps=steps, titles=titles)] == codes


def test_a_stage_without_a_touchpoint_is_named():
    found = of("untouched", lane(card(1, "touchpoint", step=0, last=1)))
    assert (found.things, found.figures) == (("s1",), {"count": 1, "names": "Stage 1"})


def test_a_touchpoint_may_reach_over_stages():
    assert of("untouched", lane(card(1, "touchpoint", step=1, last=2))) is None


def test_where_no_touchpoints_are_mapped_none_is_missed():
    assert of("untouched", lane(card(1))) is None


def test_customers_do_not_speak_like_the_organisation():
    found = of("company", lane(card(1, text="Enters our CRM"), card(2, text="Waits"), card(3, "note", text="our plan")))
    assert (found.things, found.figures["names"]) == (("c1",), "our")


def test_a_curve_has_highs_and_lows():
    assert of("flat", emotions(0.2, 0.5, 1.0)).things == ("e0", "e1", "e2")
    assert of("flat", emotions(-1.0, 0.5, 1.0)) is None
    assert of("flat", emotions(0.2, 0.5)) is None


def test_one_persona_that_feels_something_is_enough():
    maya = [felt(number, 0.1) for number in range(3)]
    ana = [felt(number, number - 4.0, "ana") for number in range(4, 7)]
    assert of("flat", lane(kind="emotions", markers=(*maya, *ana[:1]))) is not None
    assert of("flat", lane(kind="emotions", markers=(*maya, *ana))) is None


def test_a_map_without_feelings_is_told_where_they_go():
    assert of("unfelt", lane(kind="emotions")).things == ("l-emotions",)
    assert of("unfelt", emotions(1.0)) is None


def test_a_pain_point_wants_an_opportunity_or_a_task():
    pain, idea = card(1, "pain"), card(2, "opportunity")
    assert of("unanswered", lane(pain, idea)).things == ("c1",)
    assert of("unanswered", lane(pain, idea), links=(Link(id="k", kind="answers", source="c2", target="c1"),)) is None
    assert of("unanswered", lane(pain), tasks=(Task(id="t", answers="c1"),)) is None


@pytest.mark.parametrize(("status", "given"), [("", True), ("doing", True), ("done", False), ("dropped", False)])
def test_an_opportunity_wants_an_owner_as_long_as_it_is_open(status, given):
    assert (of("ownerless", lane(card(1, "opportunity", status=status))) is not None) is given
    assert of("ownerless", lane(card(1, "opportunity", status=status, owner="Kitchen"))) is None


@pytest.mark.parametrize(
    ("idea", "other", "kind"),
    [
        ({"measure": Measure(name="CSAT")}, {"kind": "note"}, "leads"),
        ({}, {"kind": "experiment", "experiment": Experiment(metric="CSAT")}, "tests"),
        ({}, {"kind": "metric"}, "leads"),
    ],
)
def test_an_opportunity_is_measured_by_itself_or_by_what_it_is_linked_with(idea, other, kind):
    cards = lane(card(1, "opportunity", **idea), card(2, **other))
    assert of("unmeasured", cards, links=(Link(id="k", kind=kind, source="c2", target="c1"),)) is None
    assert of("unmeasured", lane(card(1, "opportunity"))).figures == {"count": 1}


def test_what_is_linked_with_something_measured_is_not_measured_by_way_of_others():
    cards = lane(card(1, "opportunity"), card(2, "opportunity", measure=Measure(name="CSAT")), card(3, "opportunity"))
    links = (Link(id="k", kind="leads", source="c1", target="c3"),)
    assert of("unmeasured", cards, links=links).things == ("c1", "c3")


def test_five_guesses_and_nothing_known_are_everything():
    guesses = [card(number, evidence=Evidence()) for number in range(5)]
    assert of("guesses", lane(*guesses)).figures == {"count": 5}
    assert of("guesses", lane(*guesses[:4])) is None
    assert of("guesses", lane(*guesses, card(9, evidence=Evidence(state="research")))) is None


def test_long_cards_are_counted():
    assert of("wordy", lane(card(1, text="x" * 41), card(2))).things == ("c1",)


@pytest.mark.parametrize(("date", "given"), [("2026-11-22", True), ("2026-11-23", False), ("2026-10", True)])
def test_a_review_is_due_on_its_day(date, given):
    assert (of("review_due", review=date) is not None) is given


@pytest.mark.parametrize(
    ("date", "past"),
    [("2026-11-22", True), ("2026-11-21", True), ("2026-11", False), ("2026", False), ("2025", True), ("", False)],
)
def test_a_month_is_past_when_it_is_over(date, past):
    assert is_past(date, TODAY) is past


def test_hidden_lanes_are_not_spoken_of():
    assert of("unanswered", lane(card(1, "pain"), hidden=True)) is None


def test_a_hint_that_was_dismissed_is_not_given_again():
    whole = made(persona="", hushed=("persona",))
    assert "persona" not in {hint.code for hint in hints(whole, whole.maps[0], TODAY)}
    assert "persona" in {hint.code for hint in hints(whole, whole.maps[0], TODAY, hushed=True)}


@pytest.mark.parametrize("language", resources.languages())
def test_every_hint_has_words(language):
    words = resources.words(language)
    codes = [f"hint.{code}{end}" for code in CODES for end in ("", ".why")]
    assert [code for code in codes if words(code) == code] == []


def test_there_is_a_rule_for_every_hint():
    everything = [of(code, steps=(1,) * 8, persona="", scenario="", goals=(), review="") for code in CODES]
    assert {hint.code for hint in everything if hint} <= set(CODES)
    assert len(list(RULES)) == 14


def test_a_map_is_begun_with_a_handful_of_cards():
    few = [card(number) for number in range(FEW_CARDS)]
    assert is_begun(project(lane(*few)).maps[0])
    assert not is_begun(project(lane(*few[1:])).maps[0])


@pytest.mark.parametrize(
    ("cards", "new", "minutes", "may"),
    [
        (20, False, 0, True),
        (20, True, FIRST_MINUTES - 1, False),
        (20, True, FIRST_MINUTES, True),
        (7, False, 99, False),
    ],
)
def test_hints_are_silent_while_a_new_map_is_begun(cards, new, minutes, may):
    journey = project(lane(*(card(number) for number in range(cards)))).maps[0]
    assert may_speak(journey, new=new, minutes=minutes) is may


@given(st.lists(st.sampled_from(["action", "pain", "opportunity", "touchpoint", "thought"]), max_size=10))
@settings(max_examples=25)
def test_whatever_is_on_a_map_hints_are_about_it(kinds):
    whole = made(lane(*(card(number, kind, step=number % 4) for number, kind in enumerate(kinds))))
    known = {f"c{number}" for number in range(len(kinds))} | {"s0", "s1", "l-emotions"}
    found = hints(whole, whole.maps[0], TODAY, Listener(JARGON))
    assert all(set(hint.things) <= known for hint in found)
    assert len({hint.code for hint in found}) == len(found)


def test_a_listener_reads_only_what_has_changed():
    whole = project(lane(card(1)), lane(card(2, "thought"), kind="thoughts"))
    listener = Listener()
    first = listener.listen(whole.maps[0])
    journey = changed(whole.maps[0], lanes=(lane(card(1, text="Waits")), whole.maps[0].lanes[1]))
    second = listener.listen(journey)
    assert [one is other for one, other in zip(first, second, strict=True)] == [False, True]
