from desktop.document.cards import Evidence, Measure, Pain
from desktop.document.journey import Link
from desktop.document.project import Metric, Persona, Project
from desktop.layout.numbers import NOTHING, Context, context, numbers, summary
from desktop.method.ranking import answers
from tests.grids import card, lane, layouter, project

INDEX = {f"d{number}": number for number in range(4)}


def pain(number, severity, frequency=1, step=0, **fields):
    return card(number, "pain", step, pain=Pain(severity=severity, frequency=frequency), **fields)


def answer(source, target):
    return Link(id=f"{source}{target}", kind="answers", source=source, target=target)


def numbered(*cards, links=()):
    lanes = [lane(*cards, kind="pains")]
    return numbers([summary(each, INDEX) for each in lanes], answers(links))


def test_the_three_worst_are_numbered():
    assert numbered(pain(1, 2), pain(2, 5), pain(3, 4), pain(4, 3)) == {"c2": 1, "c3": 2, "c4": 3}


def test_frequency_counts_as_much_as_severity():
    assert numbered(pain(1, 5, 1), pain(2, 3, 3)) == {"c2": 1, "c1": 2}


def test_a_frequency_nobody_judged_counts_as_one():
    assert numbered(pain(1, 4, 0), pain(2, 3, 1)) == {"c1": 1, "c2": 2}


def test_equally_bad_ones_go_by_severity_then_from_left_to_right():
    assert numbered(pain(1, 2, 4, step=0), pain(2, 4, 2, step=3), pain(3, 4, 2, step=1)) == {"c3": 1, "c2": 2, "c1": 3}


def test_pain_points_without_severity_have_no_number():
    assert numbered(pain(1, 0, 5), card(2, "pain")) == {}


def test_the_facet_of_a_converted_card_does_not_count():
    assert numbered(card(1, "action", pain=Pain(severity=5))) == {}


def test_opportunities_carry_the_number_of_what_they_answer():
    found = numbered(pain(1, 5), card(2, "opportunity"), card(3, "opportunity"), links=[answer("c2", "c1")])
    assert found == {"c1": 1, "c2": 1}


def test_an_opportunity_that_answers_two_carries_the_worse():
    links = [answer("c3", "c2"), answer("c3", "c1")]
    assert numbered(pain(1, 5), pain(2, 4), card(3, "opportunity"), links=links)["c3"] == 1


def test_other_links_and_other_kinds_of_cards_carry_none():
    leads = Link(id="x", kind="leads", source="c2", target="c1")
    assert "c2" not in numbered(pain(1, 5), card(2, "opportunity"), links=[leads])
    assert "c2" not in numbered(pain(1, 5), card(2, "action"), links=[answer("c2", "c1")])


def test_hidden_lanes_do_not_count():
    whole = project(lane(pain(1, 5), kind="pains", hidden=True), lane(pain(2, 1), kind="notes"))
    assert layouter().layout(whole, "m").numbers == {"c2": 1}


def test_a_lane_only_knows_its_own_numbers():
    own = lane(pain(1, 5), card(2, "opportunity"), kind="pains")
    found = context(own, summary(own, INDEX), {"c1": 1, "c2": 1, "c9": 2}, Project(id="p"))
    assert found.numbers == {"c1": 1, "c2": 1}


def test_a_lane_only_knows_the_metrics_that_it_shows():
    own = lane(card(1, "metric", measure=Measure(metric="a")), kind="metrics")
    whole = Project(id="p", metrics=(Metric(id="a"), Metric(id="b")))
    found = context(own, summary(own, INDEX), {}, whole)
    assert list(found.metrics) == ["a"]
    assert found.of(own.cards[0]).metric is whole.metrics[0]


def test_only_an_emotion_lane_depends_on_the_personas():
    whole = Project(id="p", personas=(Persona(id="maya"),))
    for kind, expected in (("emotions", whole.personas), ("actions", ())):
        own = lane(kind=kind)
        assert context(own, summary(own, INDEX), {}, whole).personas == expected


def test_most_cards_need_nothing():
    assert Context({"c9": 1}).of(card(1)) is NOTHING


def test_signs_tell_what_a_legend_has_to_explain():
    own = lane(pain(1, 3), card(2, evidence=Evidence(state="assumption")), card(3, "note"))
    assert summary(own, INDEX).signs == {"pain", "severity", "action", "evidence assumption", "note"}
