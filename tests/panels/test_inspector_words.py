"""What the inspector calls things, and what its choices offer."""

import pytest

from desktop.desk.fields import SEVERAL
from desktop.document.base import in_order
from desktop.document.edits.people import add_metric, add_persona, remove_persona
from desktop.document.edits.steps import rename_step
from desktop.document.kinds import CHANNELS, LANE_KINDS
from desktop.document.things import things
from desktop.panels.inspector import options
from desktop.panels.inspector.form import NOTHING, Subject
from desktop.panels.inspector.titles import place_of, title_of


@pytest.fixture
def subject(desk):
    """The things with these ids as a form shows them."""

    def of(*ids):
        found = things(desk.journey, ids)
        all_of = (*found.cards, *found.markers, *found.lanes, *found.steps, *found.stages, *found.links)
        return Subject(desk.map_id, all_of)

    return of


def lane(desk, kind):
    return next(lane for lane in desk.journey.lanes if lane.kind == kind)


def cards(desk, kind, count):
    return [card.id for card in lane(desk, kind).cards[:count]]


@pytest.mark.parametrize(
    ("kinds", "title"),
    [
        ([("pains", 1)], "Pain point"),
        ([("pains", 3)], "Pain point · 3"),
        ([("pains", 2), ("opportunities", 1)], "3 cards"),
        ([("touchpoints", 1), ("backstage", 1)], "2 cards"),
    ],
)
def test_cards_are_called_by_their_kind_or_counted(desk, subject, kinds, title):
    ids = [one for kind, count in kinds for one in cards(desk, kind, count)]
    assert title_of(subject(*ids), desk.words) == title


@pytest.mark.parametrize(("sort", "title"), [("lanes", "Lane"), ("stages", "Stage"), ("links", "Arrow")])
def test_other_things_are_called_by_their_sort(desk, subject, sort, title):
    held = getattr(desk.journey, sort)
    assert title_of(subject(held[0].id), desk.words) == title
    assert title_of(subject(*(one.id for one in held[:2])), desk.words) == f"{title} · 2"


def test_things_of_several_sorts_are_things(desk, subject):
    ids = [desk.journey.stages[0].id, desk.journey.lanes[0].id, *cards(desk, "pains", 2)]
    assert title_of(subject(*ids), desk.words) == "4 things"
    assert place_of(subject(*ids), desk) == "Pain point 2 · Lane 1 · Stage 1"


def test_nothing_has_no_place(desk):
    assert title_of(NOTHING, desk.words) == "Nothing to show"
    assert place_of(NOTHING, desk) == ""


def test_several_of_one_kind_have_no_place(desk, subject):
    assert place_of(subject(*cards(desk, "pains", 2)), desk) == ""


def test_a_step_stands_in_its_stage(desk, subject):
    stage = in_order(desk.journey.stages)[0]
    step = in_order(stage.steps)[0]
    assert place_of(subject(step.id), desk) == f"{stage.title} › {step.title}"


def test_a_step_without_a_title_leaves_its_stage(desk, subject):
    stage = in_order(desk.journey.stages)[0]
    step = in_order(stage.steps)[0]
    desk.attempt("Rename", lambda project: rename_step(project, desk.map_id, step.id, ""))
    assert place_of(subject(step.id), desk) == stage.title


def test_a_lane_without_a_title_is_called_by_its_kind(desk, subject):
    pains = lane(desk, "pains").model_copy(update={"title": ""})
    assert place_of(Subject(desk.map_id, (pains,)), desk) == "Pain points"


def test_a_card_of_a_kind_that_only_the_file_knows(desk):
    odd = lane(desk, "pains").cards[0].model_copy(update={"kind": "omen"})
    assert title_of(Subject(desk.map_id, (odd,)), desk.words) == "omen"


@pytest.mark.parametrize(
    ("offer", "count", "none"),
    [
        (options.CHANNEL, len(CHANNELS), True),
        (options.STATE, 4, True),
        (options.FORM, 5, True),
        (options.TREND, 3, True),
        (options.LANE, len(LANE_KINDS), False),
        (options.STATUS, 3, False),
        (options.LINK, 4, False),
        (options.FIT, 2, False),
        (options.empties, 3, False),
    ],
)
def test_choices_offer_words_for_everything(desk, offer, count, none):
    offered = offer(desk)
    assert len(offered) == count + none
    assert (offered[0] == ("", "–")) == none
    called = [words for _, words in offered]
    assert len(set(called)) == len(called)
    assert all(words and words != value for value, words in offered)


def test_personas_are_offered_in_their_order(desk):
    assert [words for _, words in options.personas(desk)] == ["–", "Maya", "Paolo"]
    desk.attempt("Add", lambda project: add_persona(project, "", new_id=desk.new_id))
    assert [words for _, words in options.personas(desk)] == ["–", "Maya", "Paolo", "Untitled"]
    maya = in_order(desk.project.personas)[0].id
    desk.attempt("Remove", lambda project: remove_persona(project, maya))
    assert [words for _, words in options.personas(desk)] == ["–", "Paolo", "Untitled"]


def test_metrics_are_offered_by_name(desk):
    count = len(options.metrics(desk))
    desk.attempt("Add", lambda project: add_metric(project, "Queue", new_id=desk.new_id))
    assert options.metrics(desk)[-1][1] == "Queue"
    assert len(options.metrics(desk)) == count + 1


def test_steps_are_offered_from_left_to_right(desk):
    journey = desk.journey
    titles = [step.title for stage in in_order(journey.stages) for step in in_order(stage.steps)]
    assert [words for _, words in options.steps(desk)] == titles


def test_steps_are_named_once_for_the_same_stages(desk):
    first = options.steps(desk)
    assert options.steps(desk) is first
    step = first[0][0]
    desk.attempt("Rename", lambda project: rename_step(project, desk.map_id, step, "Dreams"))
    assert options.steps(desk)[0] == (step, "Dreams")


def test_a_group_is_shown_by_its_title(desk):
    assert options.group_title(desk, "unknown") == "unknown"
    assert options.group_title(desk, "") == ""
    assert options.group_title(desk, SEVERAL) is SEVERAL
