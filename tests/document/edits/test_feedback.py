"""Rows of tables brought into a project: nothing twice, nothing lost, names that mean something."""

from collections import Counter
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.document.answers import INSIDE, Refused, Row, digest_of, unpacked
from desktop.document.base import in_order
from desktop.document.checks import check
from desktop.document.edits import feedback
from desktop.document.edits.feedback import bring_in, join, part, remove_survey
from desktop.document.errors import EditError
from desktop.document.journey import JourneyMap, Stage, Step
from desktop.document.progress import CancelledError
from desktop.document.project import Figure, Project, Scored, Survey

ROWS = (
    Row(2, "Waiter", 4.0, "quick", "2026-03-05", "families", "g1", "Happy?", "1-5"),
    Row(3, "Menu", 2.0, "", "2026-03-06", "couples", "g2", "Happy?", "1-5"),
    Row(4, "", None, "lovely evening", "2026-04-01", "", "g3", "Happy?", "1-5"),
)
MAPPING = {"columns": {"score": "Rating"}}
BARE = Project(id="bare", maps=(JourneyMap(id="m", stages=(Stage(id="st", steps=(Step(id="s"),)),)),))


def brought(project, rows=ROWS, title="Guests", joins=None, **told):
    numbers = count(1)
    return bring_in(project, title, rows, MAPPING, joins or {}, new_id=lambda: f"new{next(numbers)}", **told)


def bring(project, rows=ROWS, **told):
    return brought(project, rows, **told)[0]


def many(number, first=0):
    """As many rows of two months, each of somebody else."""
    return [
        Row(at, "Waiter", float(at % 5 + 1), "", f"2026-0{at % 2 + 1}-05", "", f"g{at}")
        for at in range(first, first + number)
    ]


def test_rows_become_responses():
    survey = bring(BARE, date="2026-05-01").surveys[0]
    assert (survey.title, survey.question, survey.scale, survey.date) == ("Guests", "Happy?", "1-5", "2026-05-01")
    told = {(one.touchpoint, one.score, one.comment, one.date, one.segment, one.respondent) for one in survey.responses}
    assert told == {row[1:7] for row in ROWS}


def test_what_comes_of_it_is_sound():
    assert check(bring(BARE), ()) == ()


def test_what_was_done_is_told():
    report = brought(BARE, refused=[Refused(5, "score", "x")])[1]
    assert (report.added, report.known, report.refused) == (3, 0, (Refused(5, "score", "x"),))
    assert report.unmatched == Counter(Waiter=1, Menu=1)
    assert (report.surveys, dict(report.tables)) == ((bring(BARE).surveys[0].id,), {})


def test_the_same_table_again_changes_nothing():
    once = bring(BARE, joins={"Waiter": "s"}, date="2026-05-01")
    again, report = brought(once, date="2026-06-01")
    assert again is once
    assert (report.added, report.known) == (0, 3)


def test_of_a_longer_table_only_the_new_rows_are_added():
    once = bring(BARE, ROWS[:1])
    again, report = brought(once, ROWS, date="2026-06-01")
    assert (report.added, report.known, again.surveys[0].date) == (2, 1, "2026-06-01")
    assert again == bring(BARE, ROWS, date="2026-06-01")


def test_two_people_who_say_the_same_are_two():
    same = [Row(2, "Waiter", 4.0), Row(3, "Waiter", 4.0)]
    once = bring(BARE, same)
    assert len(once.surveys[0].responses) == 2
    assert brought(once, [*same, Row(4, "Waiter", 4.0)])[1].added == 1


def test_the_time_of_day_tells_two_people_apart():
    early, late = (
        Row(2, "Waiter", 4.0, date="2026-03-05", moment="09:00"),
        Row(2, "Waiter", 4.0, date="2026-03-05", moment="10:00"),
    )
    assert brought(bring(BARE, [early]), [late])[1].added == 1


def test_ids_are_the_same_whoever_brings_the_table_in():
    assert bring(BARE) == bring(BARE.model_copy())
    assert len({one.id for one in bring(BARE, many(500)).surveys[0].responses}) == 500


def test_ids_do_not_meet_those_of_another_survey():
    project = bring(bring(BARE), title="Others")
    assert [len(survey.responses) for survey in project.surveys] == [3, 3]
    assert check(project, ()) == ()


@settings(max_examples=25)
@given(st.lists(st.sampled_from([*ROWS, *many(4)]), max_size=12), st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows, chance):
    turned = list(rows)
    chance.shuffle(turned)
    assert Counter(_told(bring(BARE, rows))) == Counter(_told(bring(BARE, turned)))


def _told(project):
    return [(survey.question, one) for survey in project.surveys for one in survey.responses]


@settings(max_examples=25)
@given(st.lists(st.sampled_from([*ROWS, *many(4)]), max_size=12), st.integers(0, 12))
def test_a_table_in_two_parts_is_the_same_as_in_one(rows, at):
    grown = bring(bring(BARE, rows[:at]), rows)
    assert Counter(_told(grown)) == Counter(_told(bring(BARE, rows)))


def test_names_mean_what_is_said():
    project, report = brought(BARE, joins={"Waiter": "s", "Menu": ""})
    assert {one.name: one.thing for one in project.surveys[0].joins} == {"Waiter": "s", "Menu": ""}
    assert report.unmatched == {}


def test_only_names_of_the_table_are_kept():
    assert [one.name for one in bring(BARE, joins={"Waiter": "s", "Cook": "s"}).surveys[0].joins] == ["Waiter"]


def test_what_a_name_meant_before_it_still_means():
    project, report = brought(
        bring(BARE, joins={"Waiter": "s"}), [ROWS[0], Row(9, "Waiter", 1.0, question="Happy?", scale="1-5")]
    )
    assert (project.surveys[0].joins[0].thing, report.unmatched) == ("s", {})


def test_a_name_cannot_mean_what_is_not_there():
    with pytest.raises(EditError, match="missing"):
        bring(BARE, joins={"Waiter": "nobody"})


def test_more_names_than_touchpoints_anywhere(monkeypatch):
    monkeypatch.setattr(feedback, "MOST_NAMES", 1)
    with pytest.raises(EditError, match=r"feedback\.names"):
        bring(BARE, joins={"Waiter": "s", "Menu": "s"})


def test_another_question_from_a_later_month_on_follows():
    later = [Row(9, "Waiter", 9.0, date="2026-05-02", question="Recommend?", scale="0-10")]
    first, second = in_order(bring(bring(BARE), later).surveys)
    assert (second.follows, second.title, second.scale) == (first.id, "Guests", "0-10")


def test_two_questions_of_one_table_are_two_surveys():
    both = [*ROWS, Row(9, "Waiter", 9.0, date="2026-03-05", question="Recommend?", scale="0-10")]
    project = bring(BARE, both)
    assert sorted((one.title, one.follows) for one in project.surveys) == [("Guests", ""), ("Guests – Recommend?", "")]
    assert bring(project, both) is project


def test_many_responses_are_kept_beside_the_project():
    project, report = brought(BARE, many(INSIDE + 1))
    survey = project.surveys[0]
    assert (survey.responses, survey.people) == ((), INSIDE + 1)
    assert survey.file == f"responses-{survey.digest[:16]}.jsonl"
    table = report.tables[survey.digest]
    assert digest_of(table) == survey.digest
    assert len(unpacked(table)) == INSIDE + 1


def test_figures_say_what_the_table_does():
    survey = bring(BARE, many(INSIDE + 2)).surveys[0]
    assert [one.month for one in survey.figures] == ["2026-01", "2026-02"]
    assert sum(one.asked for one in survey.figures) == INSIDE + 2
    assert sum(scored.people for one in survey.figures for scored in one.scores) == INSIDE + 2


def test_a_survey_grows_over_what_it_holds_itself():
    project, report = brought(bring(BARE, many(INSIDE)), many(INSIDE + 10))
    assert (report.added, report.known, project.surveys[0].people) == (10, INSIDE, INSIDE + 10)


def test_rows_of_a_table_beside_the_project_are_known_again():
    rows = many(INSIDE + 1)
    project, report = brought(BARE, rows)
    kept = {digest: unpacked(table) for digest, table in report.tables.items()}
    again, second = brought(project, rows, kept=lambda survey: kept[survey.digest])
    assert again is project
    assert (second.added, second.known, second.tables) == (0, INSIDE + 1, {})


def test_nothing_is_brought_in_where_nobody_knows_what_is_there():
    project = bring(BARE, many(INSIDE + 1))
    with pytest.raises(EditError, match=r"responses\.outside"):
        bring(project, many(1))


def test_nothing_is_brought_in_where_only_the_figures_are_left():
    figures = (Figure(touchpoint="Waiter", asked=1, scores=(Scored(score=4.0, people=1),)),)
    alone = BARE.model_copy(update={"surveys": (Survey(id="x", title="Guests", figures=figures),)})
    with pytest.raises(EditError, match=r"responses\.outside"):
        bring(alone, many(1))


def test_more_segments_than_a_project_can_hold(monkeypatch):
    monkeypatch.setattr(feedback, "MOST_FIGURES", 1)
    with pytest.raises(EditError, match=r"feedback\.figures"):
        bring(BARE, many(INSIDE + 1))


def test_a_row_that_a_project_cannot_hold():
    with pytest.raises(EditError, match=r"feedback\.row"):
        bring(BARE, [Row(7, "x" * 501, 4.0)])


def test_how_far_it_is_and_nobody_wants_the_rest():
    told = []
    bring(BARE, [*many(3_000), *ROWS], told=lambda share: told.append(share) or True)
    assert told == sorted(told)
    assert 0 <= told[0] < told[-1] <= 1
    with pytest.raises(CancelledError):
        bring(BARE, told=lambda _share: False)


def test_a_name_is_joined_and_parted():
    project = bring(BARE)
    survey = project.surveys[0].id
    joined = join(project, survey, "Waiter", "s")
    assert [(one.name, one.thing) for one in joined.surveys[0].joins] == [("Waiter", "s")]
    assert join(joined, survey, "Waiter", "s") is joined
    assert part(joined, survey, "Waiter") == project
    with pytest.raises(EditError, match="missing"):
        join(project, survey, "Waiter", "nobody")


def test_a_survey_goes_and_those_behind_it_close_up():
    surveys = tuple(Survey(id=name, follows=before) for name, before in (("a", ""), ("b", "a"), ("c", "b")))
    left = remove_survey(BARE.model_copy(update={"surveys": surveys}), "b").surveys
    assert [(one.id, one.follows) for one in left] == [("a", ""), ("c", "a")]
