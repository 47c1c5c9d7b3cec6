"""Tables on their way in: columns by their roles, names by what they mean."""

import random
from dataclasses import replace

import pytest

from desktop import resources
from desktop.desk import intake
from desktop.desk.intake import NOTHING, OUT, WIDE
from desktop.document.base import changed
from desktop.document.edits.feedback import all_inside
from desktop.document.ids import Ids, ids_of
from desktop.document.progress import CancelledError
from desktop.method.scales import SCALES

LONG = b"Place,Rating,Remark\nWaiter,4,kind\nDishes,5,\nCloakroom,1,cold\nWaiter,3,\n"
BROAD = b"Guest,Waiter,Dishes\n1,4,5\n2,3,4\n3,5,5\n"
TEST = b"Variant,Visitors,Orders\nA,100,10\nB,100,20\n"


@pytest.fixture
def project(sample):
    return sample.project


def reading_of(data, project, name="asked.csv"):
    return intake.read(data, name, project)


@pytest.fixture
def reading(project):
    """Three columns: touchpoint, score, comment."""
    found = reading_of(LONG, project)
    for column, role in enumerate(("touchpoint", "score", "comment")):
        found = intake.with_role(found, column, role)
    return found


def brought(project, reading, rows, names):
    made = Ids(random.Random(3).getrandbits, ids_of(project))
    return intake.bring(project, reading, rows, names, new_id=made, date="2026-11-23", kept=all_inside)


def test_the_title_is_the_name_of_the_file(project):
    assert reading_of(LONG, project, "guests 2026.v2.csv").title == "guests 2026.v2"


def test_the_sample_is_read_without_any_help(project):
    path = resources.root() / "samples" / "restaurant-feedback.csv"
    found = intake.read(path.read_bytes(), path.name, project)
    assert [found.role(column) for column in range(8)] == [
        *("date", "respondent", "segment", "touchpoint", "question", "scale", "score", "comment")
    ]
    assert not found.missing
    assert not found.again


def test_a_role_goes_to_one_column(reading):
    found = intake.with_role(reading, 2, "score")
    assert [found.role(column) for column in range(3)] == ["touchpoint", OUT, "score"]


def test_another_scale_of_a_question_changes_what_words_mean_there(project):
    table = "Touchpoint,Frage,Antwort\nA,Küche?,sehr gut\nA,Service?,gut\nA,Küche?,gut\nA,Service?,sehr gut\n"
    found = intake.with_scale_of(reading_of(table.encode(), project), "Küche?", "grades")
    found = intake.with_scale_of(found, "Service?", "words")
    assert [row.score for row in intake.answers(found).rows] == [1, 4, 2, 5]


def test_a_column_can_be_left_out(reading):
    found = intake.with_role(reading, 2, OUT)
    assert found.role(2) == OUT
    assert "comment" not in found.shape.columns


def test_a_column_with_the_scores_of_one_touchpoint_takes_the_place_of_their_column(reading):
    found = intake.with_role(reading, 1, WIDE)
    assert found.role(1) == WIDE
    assert not found.shape.columns.keys() & {"score", "touchpoint"}
    assert not found.missing


def test_a_column_of_scores_ends_those_of_single_touchpoints(project):
    found = reading_of(BROAD, project)
    assert [found.role(column) for column in (1, 2)] == [WIDE, WIDE]
    assert not intake.with_role(found, 1, "score").shape.wide


def test_without_a_score_or_a_comment_there_is_nothing_to_bring_in(reading):
    found = intake.with_role(intake.with_role(reading, 1, OUT), 2, OUT)
    assert found.missing == "answers"


def test_without_names_nobody_knows_what_is_meant(reading):
    assert intake.with_role(reading, 0, OUT).missing == "names"


def test_a_test_takes_variants_and_conversions(project):
    found = reading_of(TEST, project)
    assert found.shape.is_test
    assert not found.missing
    assert intake.with_role(found, 2, OUT).missing == "test"


def test_outcomes_of_a_test(project):
    found = intake.outcomes(reading_of(TEST, project))
    assert [(one.variant, one.visitors, one.conversions) for one in found.outcomes] == [("A", 100, 10), ("B", 100, 20)]


def test_the_first_row_may_be_an_answer_too(reading):
    assert len(reading.body) == 4
    assert len(intake.with_heads(reading, False).body) == 5
    assert intake.with_heads(reading, False).heads == ["", "", ""]


@pytest.mark.parametrize("scale", SCALES)
def test_another_scale_counts_for_all_columns(project, scale):
    found = intake.with_scale(reading_of(BROAD, project), scale)
    assert (found.shape.scale, dict(found.shape.scales)) == (scale, {})


ASKED = b"Place,Question,Rating\nWaiter,Fine?,4\nWaiter,Fast?,9\nMenu,Fine?,5\nMenu,Fast?,2\n"


@pytest.fixture
def asked(project):
    """Two questions in one column of scores."""
    return reading_of(ASKED, project)


def test_each_question_has_its_scale(asked):
    assert asked.questions == ("Fine?", "Fast?")
    assert asked.shape.asked == {"Fine?": "1-5", "Fast?": "1-10"}
    assert {(row.question, row.scale) for row in intake.answers(asked).rows} == {("Fine?", "1-5"), ("Fast?", "1-10")}


def test_another_scale_for_one_question_is_that_of_no_other(asked):
    found = intake.with_scale_of(asked, "Fine?", "1-7")
    assert found.shape.asked == {"Fine?": "1-7", "Fast?": "1-10"}


def test_one_scale_for_all_and_back(asked):
    one = intake.with_scale(asked, "0-100")
    assert set(one.shape.asked.values()) == {"0-100"}
    assert intake.with_scales_guessed(one).shape == asked.shape


def test_without_its_column_there_are_no_questions(asked):
    bare = intake.with_role(asked, 1, OUT)
    assert (bare.questions, bare.shape.asked, bare.shape.scale) == ((), {}, "1-10")
    assert intake.with_role(bare, 1, "question").shape.asked == asked.shape.asked


def test_a_row_of_heads_that_is_an_answer_asks_too(asked):
    assert intake.with_heads(asked, False).questions == ("Question", "Fine?", "Fast?")
    assert intake.with_heads(asked, False).shape.asked["Fine?"] == "1-5"


def test_two_questions_become_two_surveys_and_are_read_alike_again(project, asked):
    asked = intake.with_scale_of(asked, "Fine?", "1-7")
    rows = intake.answers(asked)
    whole, _ = brought(project, asked, rows, ())
    assert {(one.question, one.scale) for one in whole.surveys} == {("Fine?", "1-7"), ("Fast?", "1-10")}
    assert reading_of(ASKED, whole).shape.asked == asked.shape.asked


def test_another_title(reading):
    assert intake.with_title(reading, "Guests").title == "Guests"


def test_names_in_doubt_come_first(project, reading):
    found = intake.names(intake.answers(reading), project, project.maps[0])
    assert [(one.text, one.rows, one.open) for one in found] == [
        ("Cloakroom", 1, True),
        ("Waiter", 2, False),
        ("Dishes", 1, False),
    ]


def test_a_name_without_doubt_means_the_touchpoint_that_is_called_so(project, reading):
    found = intake.names(intake.answers(reading), project, project.maps[0])
    waiter = next(one for one in found if one.text == "Waiter")
    assert waiter.thing == waiter.suggested[0].thing
    assert waiter.suggested[0].text == "Waiter"


def test_of_two_that_are_called_the_same_neither_is_meant(project):
    (found,) = intake.named({"Booking form": 3}, project, project.maps[0])
    assert found.open
    assert [one.text for one in found.suggested[:2]] == ["Booking form", "Booking form"]


def test_what_comes_in_is_read_alike_next_time(project, reading):
    rows = intake.answers(reading)
    whole, report = brought(project, reading, rows, intake.names(rows, project, project.maps[0]))
    again = reading_of(LONG, whole, "other.csv")
    assert report.added == 4
    assert again.again
    assert again.title == "asked"
    assert again.shape.columns == reading.shape.columns


def test_a_name_keeps_what_somebody_said_it_means(project, reading):
    rows = intake.answers(reading)
    told = [replace(one, thing=NOTHING) for one in intake.names(rows, project, project.maps[0])]
    whole, _ = brought(project, reading, rows, told)
    assert intake.joined(whole) == {"Cloakroom": "", "Dishes": "", "Waiter": ""}
    assert {one.thing for one in intake.names(rows, whole, whole.maps[0])} == {NOTHING}


def test_open_names_come_in_and_are_counted(project, reading):
    rows = intake.answers(reading)
    _, report = brought(project, reading, rows, intake.names(rows, project, project.maps[0]))
    assert report.unmatched == {"Cloakroom": 1}


def test_the_same_rows_again_change_nothing(project, reading):
    rows = intake.answers(reading)
    names = intake.names(rows, project, project.maps[0])
    once, _ = brought(project, reading, rows, names)
    twice, report = brought(once, reading, rows, names)
    assert twice is once
    assert (report.added, report.known) == (0, 4)


def test_who_gives_up_ends_the_reading(project):
    with pytest.raises(CancelledError):
        intake.read(LONG, "asked.csv", project, lambda _: False)


def test_a_map_without_touchpoints_has_nothing_to_suggest(project):
    bare = changed(project.maps[0], lanes=(), stages=())
    (found,) = intake.named({"Waiter": 1}, changed(project, maps=(bare,)), bare)
    assert (found.thing, found.suggested) == (None, ())


def test_in_doubt_other_maps_are_asked_and_nothing_is_sure_there(project):
    bare = changed(project.maps[0], id="bare", lanes=(), stages=(), rank="z")
    whole = changed(project, maps=(*project.maps, bare))
    (found,) = intake.named({"Waiter": 1}, whole, bare)
    assert found.open
    assert (found.suggested[0].text, found.suggested[0].map) == ("Waiter", project.maps[0].id)
    assert len(found.suggested) <= intake.BESIDE


def test_ideal_maps_are_not_asked(project):
    ideal = changed(project.maps[0], status="ideal")
    bare = changed(project.maps[0], id="bare", lanes=(), stages=(), rank="z")
    (found,) = intake.named({"Waiter": 1}, changed(project, maps=(ideal, bare)), bare)
    assert found.suggested == ()


def test_the_map_that_answers_are_about_comes_first_and_ideal_ones_last(project):
    first = project.maps[0]
    ideal = changed(first, id="i", status="ideal", origin=first.id, rank="1")
    guess = changed(first, id="g", status="hypothesis", rank="z")
    whole = changed(project, maps=(ideal, first, guess))
    assert [one.id for one in intake.maps_meant(whole, ideal)] == [first.id, "g", "i"]
