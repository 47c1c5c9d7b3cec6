"""Names of lanes and steps are known again, however a spreadsheet writes them; all else is offered."""

import pytest

from desktop import resources
from desktop.desk.tableplan import Planner, known, likeness
from desktop.document.base import in_order
from desktop.document.edits.cards import Spot
from desktop.document.edits.paste_table import NewLane, NewStep
from desktop.document.journey import JourneyMap
from desktop.document.locate import steps_in_order
from desktop.exchange.tables import turned

WORDS = resources.words("en")


@pytest.fixture(scope="module")
def journey(sample):
    return sample.project.maps[0]


@pytest.fixture(scope="module")
def planner(journey):
    return Planner(journey, Spot(lane(journey, "actions"), step(journey, "Compares")), WORDS)


def lane(journey, kind):
    return next(each.id for each in journey.lanes if each.kind == kind)


def step(journey, title):
    return next(each.id for each in steps_in_order(journey) if each.title == title)


TABLE = [["", "compares", "ORDERS"], ["pain point", "slow", "late"], ["Thoughts", "hm", ""]]


def test_names_are_known_whatever_their_case(journey, planner):
    plan = planner.plan(TABLE)
    assert (plan.steps_above, plan.lanes_before, plan.turned) == (True, True, False)
    assert plan.goals.steps == (step(journey, "Compares"), step(journey, "Orders"))
    assert plan.goals.lanes == (lane(journey, "pains"), lane(journey, "thoughts"))
    assert plan.body == [["slow", "late"], ["hm", ""]]


def test_a_turned_table_is_turned_back(planner):
    plan = planner.plan(turned(TABLE))
    assert plan.turned
    assert plan.goals == planner.plan(TABLE).goals
    assert plan.body == planner.plan(TABLE).body


def test_a_stage_is_its_first_step_and_goes_on_over_empty_names(journey, planner):
    stage = in_order(journey.stages)[1]
    steps = [each.id for each in in_order(stage.steps)]
    plan = planner.plan([["", stage.title, "", "Orders"], ["Pain points", "a", "b", "c"]])
    assert plan.goals.steps == (*steps[:2], step(journey, "Orders"))


def test_of_two_rows_of_names_the_steps_count(journey, planner):
    plan = planner.plan(
        [["", "Decide", "", "Dine"], ["", "Compares", "Books a table", "Orders"], ["Actions", "a", "b", "c"]]
    )
    assert plan.step_names == ["Compares", "Books a table", "Orders"]
    assert plan.body == [["a", "b", "c"]]


def test_unknown_names_are_new_lanes_and_steps(journey, planner):
    plan = planner.plan([["", "Compares", "Asks a friend"], ["Needs", "a", "b"], ["Smells", "c", "d"]])
    assert plan.goals.steps == (step(journey, "Compares"), NewStep("Asks a friend"))
    assert plan.goals.lanes == (NewLane("Needs", "needs"), NewLane("Smells", "notes"))


def test_a_row_without_a_name_goes_with_the_one_above(journey, planner):
    plan = planner.plan([["", "Compares", "Orders"], ["Pain points", "a", "b"], ["", "c", "d"]])
    assert plan.goals.lanes == (lane(journey, "pains"),) * 2


def test_without_names_cells_go_down_and_on_from_the_slot(journey, planner):
    plan = planner.plan([["one", "two"], ["three", "four"]])
    assert (plan.steps_above, plan.lanes_before) == (False, False)
    assert plan.goals.steps == (step(journey, "Compares"), step(journey, "Books a table"))
    assert plan.goals.lanes == (lane(journey, "actions"), lane(journey, "touchpoints"))


def test_words_pass_over_the_lane_of_feelings(journey, planner):
    plan = planner.plan([["one", "two"]] * 5)
    assert lane(journey, "emotions") not in plan.goals.lanes
    felt = planner.plan([["a", "b"], ["c", "d"], ["e", "f"], ["+1", "-2"]])
    assert felt.goals.lanes[3] == lane(journey, "emotions")


def test_words_under_the_name_of_feelings_get_a_lane_of_their_own(planner):
    plan = planner.plan([["", "Compares", "Orders"], ["Emotions", "happy", "sad"], ["Pains", "a", "b"]])
    assert plan.goals.lanes[0] == NewLane("Emotions", "notes")


def test_what_reaches_beyond_goes_to_the_last(journey, planner):
    plan = planner.plan([["x"] * 40, ["y"] * 40])
    assert plan.goals.steps[-1] == steps_in_order(journey)[-1].id == plan.goals.steps[-2]


def test_an_empty_map_gets_lanes_and_steps():
    plan = Planner(JourneyMap(id="m"), Spot("", ""), WORDS).plan([["", "Before"], ["Pain points", "a"]])
    assert plan.goals.steps == (NewStep("Before"),)
    assert plan.goals.lanes == (NewLane("Pain points", "pains"),)


def test_a_reading_may_be_chosen(journey, planner):
    plan = planner.read(TABLE, round_=False, steps_above=False, lanes_before=True)
    assert plan.lane_names == ["", "pain point", "Thoughts"]
    assert plan.body[0] == ["compares", "ORDERS"]
    assert plan.goals.steps == (step(journey, "Compares"), step(journey, "Books a table"))


def test_single_goals_may_be_chosen(journey, planner):
    plan = planner.plan(TABLE).with_lane(1, "").with_step(0, NewStep("New"))
    assert plan.goals.lanes == (lane(journey, "pains"), "")
    assert plan.goals.steps == (NewStep("New"), step(journey, "Orders"))


def test_what_comes_is_counted(planner):
    plan = planner.plan([["", "Compares", "Orders"], ["Pain points", "a\nb", "c"], ["Thoughts", "d", ""]])
    assert plan.count() == 4
    assert plan.with_step(0, "").count() == 1
    assert planner.read(plan.table, round_=False, steps_above=True, lanes_before=True, split=False).count() == 3


@pytest.mark.parametrize(
    "heading", ["Pain points", "pain", "PAINPOINTS", "Pain-points", "Pian points", "Pain points (2)"]
)
def test_a_heading_means_a_name(heading):
    assert likeness(heading, "Pain points") > 0


@pytest.mark.parametrize("heading", ["", "p", "Paints", "The pain points of all our guests last year", "Plots"])
def test_other_words_do_not(heading):
    assert likeness(heading, "Pain points") == 0


def test_the_best_name_counts(planner):
    assert known("Höchst", []) == ""
    assert likeness("Tischwahl", "Tischwahl") > likeness("Tisch", "Tischwahl") > likeness("Tishcwahl", "Tischwahl")
