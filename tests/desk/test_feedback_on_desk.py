"""Feedback at a desk on a map with two touchpoints: figures, looks, names, quotes, tables too large for the file."""

import pytest

from desks import desk_on
from desktop.desk import intake
from desktop.desk.feedback import Feedback, places_of, told_report
from desktop.document.base import changed
from desktop.document.edits.feedback import Report
from desktop.document.errors import EditError
from desktop.document.locate import cards_of
from desktop.document.project import Join, Response, Survey
from desktop.method.sieve import Sieve
from desktop.storage.errors import StorageError
from grids import card, lane, project

TODAY = "2026-11-23"


def said(number, name="Door", score=4.0, comment="", date="2026-05-01", segment=""):
    """The response with the id “r” and this number."""
    return Response(
        id=f"r{number}", touchpoint=name, score=score, comment=comment, date=date, segment=segment, respondent=""
    )


ANSWERS = (
    said(1, score=5.0, comment="Warm welcome.", segment="New"),
    said(2, score=3.0, date="2026-06-01", segment="Regular"),
    said(3, "Menu", 2.0, "Hard to read.", "2026-06-02", "New"),
    said(4, "Toilet", 1.0),
)
SURVEY = Survey(
    id="s1",
    title="Guests",
    scale="1-5",
    responses=ANSWERS,
    joins=(Join(name="Door", thing="c1"), Join(name="Menu", thing="d2")),
)


@pytest.fixture
def desk():
    lanes = (lane(card(1, "touchpoint", text="The door"), kind="touchpoints"), lane(kind="notes"))
    return desk_on(changed(project(*lanes), surveys=(SURVEY,)))


@pytest.fixture
def feedback(desk):
    return Feedback(desk, lambda: TODAY)


@pytest.fixture
def sentences(desk):
    found = []
    desk.said.connect(found.append)
    return found


def quotes(desk):
    return [each for each in cards_of(desk.journey) if each.kind == "quote"]


def test_figures_come_from_left_to_right(feedback):
    assert [(one.place.name, one.summary.n, one.summary.mean) for one in feedback.told] == [
        ("The door", 2, 4.0),
        (feedback.told[1].place.name, 1, 2.0),
    ]
    assert [one.place.kind for one in feedback.told] == ["touchpoint", "step"]


def test_a_look_at_one_segment(feedback):
    feedback.look(Sieve(segment="Regular"))
    assert [(one.place.thing, one.summary.n) for one in feedback.told] == [("c1", 1)]


def test_a_look_from_one_month_on(feedback):
    feedback.look(Sieve(since="2026-06"))
    assert {one.place.thing: one.summary.mean for one in feedback.told} == {"c1": 3.0, "d2": 2.0}


def test_who_looks_as_before_hears_nothing(feedback):
    heard = []
    feedback.changed.connect(lambda: heard.append(1))
    feedback.look(Sieve())
    assert not heard
    feedback.look(Sieve(segment="New"))
    assert heard


def test_segments_and_months_to_choose_from(feedback):
    assert feedback.segments == ["New", "Regular"]
    assert feedback.months == ["2026-05", "2026-06"]


def test_the_trend_goes_month_by_month(feedback):
    assert [(point.month, point.summary.mean) for point in feedback.trend("c1")] == [("2026-05", 5.0), ("2026-06", 3.0)]


def test_names_that_nobody_joined(feedback):
    assert feedback.unmatched == {"Toilet": 1}


def test_nothing_is_counted_again_without_need(desk, feedback):
    before = feedback.told
    desk.select(("c1",))
    desk.shown.emit()
    assert feedback.told is before


def test_another_map_counts_again(desk, feedback):
    before = feedback.told
    desk.edit("none", changed(desk.project, surveys=()))
    assert before
    assert feedback.told == ()
    assert feedback.segments == []


def test_a_name_is_joined_as_one_step(desk, feedback):
    names = [intake.Name("Toilet", 1, (), "c1")]
    assert feedback.join(names)
    assert feedback.told[0].summary.n == 3
    assert not feedback.unmatched
    desk.undo()
    assert feedback.unmatched == {"Toilet": 1}


def test_a_name_is_parted_again(feedback):
    assert feedback.join([intake.Name("Menu", 1, (), None)])
    assert feedback.unmatched == {"Toilet": 1, "Menu": 1}


def test_names_said_as_they_are_change_nothing(feedback):
    assert not feedback.join(feedback.names())


def test_all_names_with_the_open_ones_first(feedback):
    assert [(one.text, one.thing) for one in feedback.names()] == [("Toilet", None), ("Door", "c1"), ("Menu", "d2")]


def test_comments_of_a_thing(feedback):
    assert [one.response.comment for one in feedback.comments("c1")] == ["Warm welcome."]
    assert feedback.comments("c9") == []


def test_comments_pass_the_sieve(feedback):
    feedback.look(Sieve(segment="Regular"))
    assert feedback.comments("c1") == []


def test_a_comment_becomes_a_quote_at_its_touchpoint(desk, feedback, sentences):
    (comment,) = feedback.comments("c1")
    assert feedback.quote(comment, "c1")
    (quote,) = quotes(desk)
    assert (quote.text, quote.first) == ("Warm welcome.", "d0")
    evidence = quote.evidence
    assert (evidence.state, evidence.source, evidence.date, evidence.people) == ("research", "Guests", "2026-05-01", 1)
    assert desk.selected == {quote.id}
    assert sentences == ["Now a quote on the map."]


def test_a_quote_about_a_step_stands_at_it(desk, feedback):
    (comment,) = feedback.comments("d2")
    feedback.quote(comment, "d2")
    assert quotes(desk)[0].first == "d2"


def test_a_quote_and_its_lane_are_one_step(desk, feedback):
    before = desk.project
    feedback.quote(feedback.comments("c1")[0], "c1")
    assert [each.kind for each in desk.journey.lanes].count("quotes") == 1
    desk.undo()
    assert desk.project == before


def test_a_comment_knows_that_it_is_a_quote(desk, feedback):
    feedback.quote(feedback.comments("c1")[0], "c1")
    assert feedback.comments("c1")[0].quote == quotes(desk)[0].id


def test_a_locked_lane_takes_no_quote(desk, feedback, sentences):
    locked = changed(lane(kind="quotes"), id="l-q", locked=True)
    desk.edit("lane", changed(desk.project, maps=(changed(desk.journey, lanes=(*desk.journey.lanes, locked)),)))
    assert not feedback.quote(feedback.comments("c1")[0], "c1")
    assert quotes(desk) == []
    assert sentences


def test_places_stand_with_their_stage_and_step(desk):
    places = {place.thing: place for place in places_of(desk.journey)}
    assert places["c1"].kind == "touchpoint"
    assert places["c1"].where.count(" › ") <= 1
    assert list(places).index("c1") < list(places).index("d2")


def test_what_came_of_an_import_in_words(desk):
    assert told_report(Report(added=1), desk) == "One answer added."
    assert told_report(Report(known=3), desk) == "Nothing new: all 3 answers were there already."


def table_of(rows):
    lines = (f"Door,{1 + at % 5},2026-0{1 + at % 9}-01,guest {at}" for at in range(rows))
    return "\n".join(("Touchpoint,Score,Date,Guest", *lines)).encode()


def take_in(desk, feedback, data):
    reading = intake.read(data, "many.csv", desk.project)
    rows = intake.answers(reading)
    return feedback.take_in(*feedback.brought(reading, rows, intake.names(rows, desk.project, desk.journey)))


def test_an_import_is_one_step_and_says_how_many(desk, feedback, sentences):
    before = desk.project
    assert take_in(desk, feedback, table_of(20))
    assert sentences[-1] == "20 answers added."
    assert desk.project.surveys[-1].date == TODAY
    desk.undo()
    assert desk.project == before


def test_a_large_table_needs_a_place_beside_the_file(desk, feedback):
    before = desk.project
    with pytest.raises(StorageError):
        take_in(desk, feedback, table_of(2_001))
    assert desk.project is before


def test_responses_that_are_not_there_cannot_be_compared(desk, feedback):
    gone = changed(SURVEY, title="many", digest="0" * 64, file="responses-0.jsonl", people=9, responses=(), joins=())
    desk.edit("gone", changed(desk.project, surveys=(gone,)))
    with pytest.raises(EditError) as refused:
        feedback._responses_or_refusal(gone)
    assert refused.value.code == "responses.outside"
