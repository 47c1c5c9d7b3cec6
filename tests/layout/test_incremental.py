"""What is remembered never shows: a layouter that has seen other projects lays out as one that has seen none."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Evidence, Measure, Pain
from desktop.document.journey import Link
from desktop.document.project import Metric, Persona
from desktop.drawing.shapes import Drawing
from effort import examples
from tests.grids import SENTENCES, artist, card, lane, layouter, project, with_card, with_map
from tests.strategies import projects

IDS = [("l-actions", "c1"), ("l-actions", "c2"), ("l-pains", "c3"), ("l-pains", "c4"), ("l-opportunities", "c5")]


def start():
    actions = lane(card(1), card(2, step=1, last=3))
    pains = lane(card(3, "pain", pain=Pain(severity=3)), card(4, "pain", step=2), kind="pains")
    answers = lane(card(5, "opportunity"), kind="opportunities")
    links = (Link(id="k", kind="answers", source="c5", target="c3"),)
    whole = with_map(project(actions, pains, answers, lane(kind="emotions")), links=links)
    return changed(whole, metrics=(Metric(id="m", name="CSAT"),), personas=(Persona(id="maya", name="Maya"),))


def drawn(whole, keeper, painter) -> Drawing:
    return painter.draw(whole, keeper.layout(whole, whole.maps[0].id))


@given(st.lists(projects(), min_size=2, max_size=4))
@examples(10)
def test_projects_that_share_ids(wholes):
    keeper = layouter()
    for whole in wholes:
        for journey in whole.maps:
            assert keeper.layout(whole, journey.id) == layouter().layout(whole, journey.id)


@given(st.lists(projects(), min_size=2, max_size=3))
@examples(10)
def test_drawings_of_projects_that_share_ids(wholes):
    keeper, painter = layouter(), artist()
    for whole in (each for each in wholes if each.maps):
        assert drawn(whole, keeper, painter) == drawn(whole, layouter(), artist())


facets = st.fixed_dictionaries(
    {},
    optional={
        "text": st.sampled_from(SENTENCES),
        "starred": st.booleans(),
        "votes": st.integers(0, 3),
        "rank": st.sampled_from(("1", "V", "z")),
        "pain": st.builds(Pain, severity=st.integers(0, 5), frequency=st.integers(0, 5)),
        "evidence": st.builds(Evidence, state=st.sampled_from(("assumption", "research"))),
        "kind": st.sampled_from(("action", "pain", "opportunity", "metric", "touchpoint")),
        "measure": st.builds(Measure, metric=st.sampled_from(("", "m"))),
    },
)


def edited(whole, where, fields):
    lane_id, card_id = where
    own = next(each for each in whole.maps[0].lanes if each.id == lane_id)
    old = next(each for each in own.cards if each.id == card_id)
    return with_card(whole, lane_id, changed(old, **fields))


@given(st.lists(st.tuples(st.sampled_from(IDS), facets), min_size=1, max_size=8))
@examples(10)
def test_edits_one_after_another(edits):
    keeper, painter, whole = layouter(), artist(), start()
    for where, fields in edits:
        whole = edited(whole, where, fields)
        assert drawn(whole, keeper, painter) == drawn(whole, layouter(), artist())


@given(st.lists(st.tuples(st.sampled_from(IDS), facets), min_size=2, max_size=6), st.sampled_from((None, 900.0)))
@settings(max_examples=20)
def test_there_and_back_again(edits, width):
    keeper, states = layouter(), [start()]
    for where, fields in edits:
        states.append(edited(states[-1], where, fields))
    forward = [keeper.layout(each, "m", width) for each in states]
    assert [keeper.layout(each, "m", width) for each in reversed(states)] == forward[::-1]


def test_renamed_metrics_and_personas_reach_the_figures():
    keeper, painter, whole = layouter(), artist(), start()
    whole = with_map(
        edited(whole, IDS[0], {"kind": "metric", "text": "", "measure": Measure(metric="m")}), persona="maya"
    )
    drawn(whole, keeper, painter)
    for change in (
        {"metrics": (Metric(id="m", name="NPS"),)},
        {"personas": (Persona(id="maya", name="Mia"),)},
        {"title": "Other"},
    ):
        whole = changed(whole, **change)
        assert drawn(whole, keeper, painter) == drawn(whole, layouter(), artist())


def test_several_maps_in_turn():
    keeper, painter = layouter(), artist()
    one = start()
    other = with_map(start(), id="n", title="Ideal", lanes=(lane(card(9)),))
    both = changed(one, maps=(one.maps[0], other.maps[0]))
    for journey in ("m", "n", "m", "n"):
        seen = painter.draw(both, keeper.layout(both, journey))
        assert seen == artist().draw(both, layouter().layout(both, journey))
