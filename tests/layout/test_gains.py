"""How much better a map feels, in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.cards import Marker
from desktop.document.journey import JourneyMap, Lane, Stage, Step
from desktop.document.project import Persona, Project
from desktop.layout.gains import feelings, gain, mean_told, told_of
from desktop.method.comparing import Gap, comparison
from desktop.resources import words

ENGLISH, GERMAN = words("en"), words("de")
FELT = st.integers(-20, 20)


def gaps(*pairs):
    return [Gap(f"d{at}", title, "maya", before, after) for at, (title, before, after) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("value", "said"), [(1.25, "+1.2"), (-0.44, "−0.4"), (0.0, "no change"), (-0.04, "no change"), (4.0, "+4.0")]
)
def test_a_gain(value, said):
    assert gain(value, ENGLISH) == said


def test_where_it_is_most_better():
    told = told_of(gaps(("Pay", -1.0, 1.0), ("Eat", 0.0, 0.5)), ENGLISH)
    assert told == "feels 1.2 better on average · most gained at Pay: +2.0"


def test_where_it_is_worse():
    assert told_of(gaps(("Pay", 1.0, 0.0)), ENGLISH) == "feels 1.0 worse on average · most lost at Pay: −1.0"


def test_both_where_both_are():
    told = told_of(gaps(("Pay", 1.0, 0.0), ("Eat", 0.0, 1.0)), ENGLISH)
    assert told == ("no change on average · most gained at Eat: +1.0 · most lost at Pay: −1.0")


def test_a_step_without_a_name():
    assert "most gained at –: +1.0" in told_of(gaps(("", 0.0, 1.0)), ENGLISH)


def test_what_one_map_does_not_tell_is_not_counted():
    assert told_of(gaps(("Pay", None, 2.0), ("Eat", 0.0, 1.0)), ENGLISH).startswith("feels 1.0 better")
    assert told_of(gaps(("Pay", None, 2.0)), ENGLISH) == "no feelings to compare"


def test_in_german():
    better, worse = gaps(("Zahlen", -1.0, 0.5)), gaps(("Zahlen", 0.5, -1.0))
    assert told_of(better, GERMAN) == "fühlt sich im Mittel um 1,5 besser an · am meisten gewonnen bei Zahlen: +1,5"
    assert told_of(worse, GERMAN) == "fühlt sich im Mittel um 1,5 schlechter an · am meisten verloren bei Zahlen: −1,5"
    assert told_of(gaps(("Zahlen", 1.0, 1.0)), GERMAN) == "keine Veränderung"


def test_nothing_is_said_to_be_nothing():
    assert told_of(gaps(("Pay", 1.0, 1.0), ("Eat", -1.0, -1.0)), ENGLISH) == "no change"
    assert mean_told(gaps(("Pay", 1.0, 1.0)), ENGLISH) == "no change on average"
    assert mean_told(gaps(("Pay", None, 1.0)), ENGLISH) == ""


@given(st.lists(st.tuples(FELT, FELT), min_size=1, max_size=6), st.sampled_from((ENGLISH, GERMAN)))
def test_what_is_said_fits_the_sign_of_the_mean(pairs, language):
    found = gaps(*(("Pay", before / 10, after / 10) for before, after in pairs))
    mean = round(sum(gap.difference for gap in found) / len(found), 1)
    code = "mean_same" if not mean else "mean" if mean > 0 else "mean_worse"
    said = mean_told(found, language)
    assert said == language(f"comparison.{code}").format(
        value=f"{abs(mean):.1f}".replace(".", language("number.point"))
    )
    assert not {"-", "+", "±"} & set(told_of(found, language).split(" · ")[0])


def felt(name, **values):
    steps = (Step(id="d0", title="Pay"),)
    markers = tuple(Marker(id=f"{name}{who}", step="d0", value=value, persona=who) for who, value in values.items())
    lane = Lane(id=f"{name}l", kind="emotions", markers=markers)
    return JourneyMap(id=name, persona="maya", stages=(Stage(id=f"{name}s", title="Dine", steps=steps),), lanes=(lane,))


def compared(one, other):
    people = (Persona(id="ana", name="Ana"), Persona(id="maya", name="Maya"))
    project = Project(id="p", personas=people, maps=(one, other))
    return list(feelings(comparison(project, one, other), project, ENGLISH))


def test_the_persona_of_the_map_comes_first():
    found = compared(felt("a", ana=1.0, maya=0.0), felt("b", ana=2.0, maya=1.0))
    assert [(each.persona, each.series) for each in found] == [("Maya", 0), ("Ana", 1)]
    assert found[1].told == "feels 1.0 better on average · most gained at Pay: +1.0"


def test_whoever_feels_something_in_one_map_alone_is_left_out():
    assert [each.persona for each in compared(felt("a", ana=1.0, maya=0.0), felt("b", maya=1.0))] == ["Maya"]


def test_feelings_of_nobody_in_particular_have_no_name():
    (found,) = compared(felt("a", **{"": 1.0}), felt("b", **{"": 1.5}))
    assert found.persona == ""
    assert found.gaps[0].difference == 0.5
