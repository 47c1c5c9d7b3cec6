"""Rows of a table as answers, and what came of a test of variants."""

import pytest

from desktop.document.answers import Refused
from desktop.document.progress import CancelledError
from desktop.exchange.columns import MOST_QUESTIONS, Shape, heads_of, outcomes_of, questions_of, rows_of
from desktop.exchange.grids import read_grid

HEADS = "Touchpoint,Score,Comment,Day,Who,Id,Asked,On\n"
ROLES = ("touchpoint", "score", "comment", "date", "segment", "respondent", "question", "scale")
SCALES = {"Fine?": "1-5", "Again?": "0-10"}
AT = {role: at for at, role in enumerate(ROLES)}


def grid(text):
    return read_grid(text.encode(), "table.csv", delimiter=",")


def read(text, **shape):
    return rows_of(grid(HEADS + text), Shape(**{"columns": AT, **shape}))


def refused(text, **shape):
    return read(text, **shape).refused


def test_a_row_says_everything():
    (row,) = read("Waiter,4,slow,2026-03-05 14:05,families,g1,Happy?,1-5\n").rows
    assert row == (2, "Waiter", 4.0, "slow", "2026-03-05", "families", "g1", "Happy?", "1-5", "14:05")


def test_a_column_without_a_role_says_nothing():
    (row,) = rows_of(grid("a,b\nWaiter,4\n"), Shape({"score": 1})).rows
    assert (row.touchpoint, row.score, row.date, row.segment) == ("", 4.0, "", "")


def test_a_row_shorter_than_the_heads():
    assert read("Waiter,4\n").rows[0].comment == ""


def test_the_stage_stands_in_for_a_touchpoint_that_is_not_named():
    columns = {"touchpoint": 0, "stage": 1, "score": 2}
    rows = rows_of(grid("a,b,c\nWaiter,Dine,4\n,Dine,3\n"), Shape(columns)).rows
    assert [row.touchpoint for row in rows] == ["Waiter", "Dine"]


def test_a_comment_without_a_score_is_an_answer():
    assert [(row.score, row.comment) for row in read("Waiter,,slow\nWaiter,n/a,\n").rows] == [(None, "slow")]


def test_a_row_without_an_answer_is_left_out():
    assert read("Waiter,,,2026-03-05\n") == ([], [])


def test_the_scale_of_a_row_goes_before_that_of_the_table():
    rows = read("Waiter,4,,,,,,1-7\nWaiter,4,,,,,,1–10\nWaiter,4,,,,,,odd\n", scale="1-5").rows
    assert [row.scale for row in rows] == ["1-7", "1-10", "1-5"]


def test_each_question_is_read_on_its_own_scale():
    columns = {role: at for role, at in AT.items() if role != "scale"}
    found = read("A,4,,,,,Fine?\nA,9,,,,,Again?\nA,9,,,,,Fine?\nA,3,,,,,\n", columns=columns, scale="1-7", asked=SCALES)
    assert [(row.score, row.question, row.scale) for row in found.rows] == [
        (4.0, "Fine?", "1-5"),
        (9.0, "Again?", "0-10"),
        (3.0, "", "1-7"),
    ]
    assert found.refused == [Refused(4, "range", "9")]


def test_the_scale_that_a_row_names_goes_before_that_of_its_question():
    assert read("A,4,,,,,Fine?,1-10\n", asked=SCALES).rows[0].scale == "1-10"


def test_questions_with_what_was_answered():
    columns = {"score": 1, "question": 6}
    found = grid(HEADS + "A,4,,,,,Fine?\nA,,,,,,Fine?\nA,9,,,,,Again?\nA,3\n")
    assert questions_of(found, Shape(columns)) == {"Fine?": {"4", ""}, "Again?": {"9"}}
    assert questions_of(found, Shape(AT)) == {}
    assert questions_of(found, Shape({"question": 6}, wide=(1,))) == {}


def test_what_is_another_one_in_each_row_is_no_question():
    rows = "".join(f"A,4,,,,,Guest {number}\n" for number in range(MOST_QUESTIONS + 1))
    assert questions_of(grid(HEADS + rows), Shape({"score": 1, "question": 6})) == {}


def test_the_question_of_a_row_goes_before_that_of_the_table():
    rows = read("Waiter,4,,,,,Happy?\nWaiter,4\n", question="Satisfied?").rows
    assert [row.question for row in rows] == ["Happy?", "Satisfied?"]


@pytest.mark.parametrize(
    ("row", "code", "text"),
    [
        ("Waiter,purple", "score", "purple"),
        ("Waiter,9", "range", "9"),
        ("Waiter,4,,soon", "date", "soon"),
        ("W" * 501 + ",4", "long", "W" * 500),
        ("Waiter,4," + "x" * 20_001, "long", "Waiter"),
        ("Waiter,4,,," + "s" * 501, "long", "Waiter"),
    ],
)
def test_a_row_is_refused_with_its_line(row, code, text):
    assert refused(f"Waiter,5\n{row}\n", scale="1-5") == [Refused(3, code, text)]


def test_one_wrong_row_costs_only_itself():
    rows, wrong = read("Waiter,4\nWaiter,purple\nWaiter,5\n")
    assert ([row.line for row in rows], [one.line for one in wrong]) == ([2, 4], [3])


def test_a_score_that_no_project_can_hold():
    assert [one.code for one in refused("Waiter,1e16\nWaiter,inf\n")] == ["score"] * 2


def test_words_have_the_scores_that_somebody_gave_them():
    rows, wrong = read("Waiter,Fine\nWaiter,Meh\nWaiter,3\n", words={"fine": 4.0})
    assert ([row.score for row in rows], [one.text for one in wrong]) == ([4.0, 3.0], ["Meh"])


def test_a_column_for_each_touchpoint():
    shape = Shape({"comment": 2, "segment": 3}, wide=(0, 1), scale="1-5", scales={1: "0-10"})
    rows = rows_of(grid("Booking,Recommend,Why,Who\n4,9,nice,families\n,7,,\n"), shape).rows
    told = [(row.touchpoint, row.score, row.scale, row.comment, row.segment) for row in rows]
    assert told == [
        ("Booking", 4.0, "1-5", "", "families"),
        ("Recommend", 9.0, "0-10", "", "families"),
        ("", None, "1-5", "nice", "families"),
        ("Recommend", 7.0, "0-10", "", ""),
    ]


def test_heads_of_a_table_without_any():
    assert heads_of(grid("a,b\nc,d,e\n"), Shape(header=-1)) == ["", "", ""]
    assert heads_of(grid("a,b\nc,d,e\n"), Shape()) == ["a", "b", ""]


def test_how_far_it_is():
    told = []
    rows_of(grid(HEADS + "Waiter,4\n" * 5_000), Shape(AT), told=lambda share: told.append(share) or True)
    assert told == [0.0, 0.4, 0.8]


def test_nobody_wants_the_rest():
    with pytest.raises(CancelledError):
        rows_of(grid(HEADS + "Waiter,4\n" * 5_000), Shape(AT), told=lambda share: share < 0.4)


TEST = Shape({"variant": 0, "visitors": 1, "conversions": 2})


def told(text, shape=TEST):
    outcomes, wrong = outcomes_of(grid(text), shape)
    return [(one.variant, one.visitors, one.conversions) for one in outcomes], wrong


def test_what_came_of_each_variant():
    assert told('v,n,c\nA,"1,200",96\nB,1.180,131\n') == ([("A", 1200, 96), ("B", 1180, 131)], [])


def test_the_days_of_a_variant_are_added_up():
    assert told("v,n,c\nA,100,9\nB,90,12\nA,50,3\n")[0] == [("A", 150, 12), ("B", 90, 12)]


def test_each_row_is_a_visitor_where_nobody_counts_them():
    shape = Shape({"variant": 0, "conversions": 1})
    assert told("v,c\nA,yes\nA,no\nB,1\nB,0\nB,3\n", shape)[0] == [("A", 2, 1), ("B", 3, 2)]


@pytest.mark.parametrize(
    ("row", "code"),
    [("A,ten,3", "count"), ("A,10,x", "count"), ("A,10,11", "more"), (",10,3", "variant"), ("A", "count")],
)
def test_a_row_that_does_not_tell(row, code):
    assert told(f"v,n,c\nB,10,3\n{row}\n") == ([("B", 10, 3)], [Refused(3, code, told(f"v,n,c\n{row}\n")[1][0].text)])


def test_who_wants_no_results_ends_the_work():
    with pytest.raises(CancelledError):
        outcomes_of(grid("V,N,C\nA,10,1\n"), TEST, told=lambda _: False)


def test_a_shape_with_variants_is_a_test():
    assert TEST.is_test
    assert not Shape(AT).is_test
    assert not Shape({"variant": 0, "score": 1}).is_test
