"""What columns are likely to be, by their heads and by what stands in them."""

from dataclasses import replace

import pytest

from desktop.exchange.columns import rows_of
from desktop.exchange.grids import read_grid
from desktop.exchange.guessing import guess, header_of, shape_of, worded

ROWS = [
    ["2026-03-05", "g1", "families", "Waiter", "4", "He was quick and knew the wines by heart"],
    ["2026-03-05", "g2", "couples", "Waiter", "2", "We waited for half an hour, and nobody came by"],
    ["2026-03-06", "g3", "families", "Menu", "5", "Every dish was there, even in the evening"],
    ["2026-03-07", "g4", "couples", "Menu", "3", "I could not read the prices in that light"],
]
ENGLISH = ["Submitted", "Guest ID", "Segment", "Touchpoint", "Rating", "Comment"]
GERMAN = ["Datum", "Kundennummer", "Zielgruppe", "Kontaktpunkt", "Bewertung", "Kommentar"]
ALL = {"date": 0, "respondent": 1, "segment": 2, "touchpoint": 3, "score": 4, "comment": 5}


def shape(text, name="table.csv"):
    return shape_of(read_grid(text.encode(), name))


@pytest.mark.parametrize("heads", [ENGLISH, GERMAN], ids=["English", "German"])
def test_heads_say_what_columns_are(heads):
    assert guess(heads, ROWS) == ALL


def test_columns_may_stand_in_any_order():
    turned = guess(ENGLISH[::-1], [row[::-1] for row in ROWS])
    assert turned == {role: 5 - at for role, at in ALL.items()}


def test_cells_say_it_where_there_are_no_heads():
    rows = [[row[0], *row[3:]] for row in ROWS]
    assert guess([""] * 4, rows) == {"date": 0, "touchpoint": 1, "score": 2, "comment": 3}


def test_a_head_does_not_make_a_date_of_words():
    assert "date" not in guess(["Date", "Touchpoint", "Score"], [["soon", "Waiter", "4"], ["later", "Menu", "5"]])


def test_a_head_does_not_make_a_score_of_words():
    assert "score" not in guess(["Touchpoint", "Score"], [["Waiter", "purple"], ["Menu", "green"]])


def test_a_number_for_each_row_is_no_score():
    rows = [[str(1000 + number), "Waiter", str(1 + number % 5)] for number in range(200)]
    assert guess(["Id", "Touchpoint", "Score"], rows) == {"respondent": 0, "touchpoint": 1, "score": 2}


def test_the_results_of_a_test():
    rows = [["A", "812", "503", "2026-03-05"], ["B", "798", "622", "2026-03-05"]]
    assert guess(["Variant", "Visitors", "Bookings", "Date"], rows) == {
        "variant": 0,
        "visitors": 1,
        "conversions": 2,
        "date": 3,
    }


def test_visitors_of_a_test_one_by_one():
    found = shape("Variante,Konvertiert\nA,ja\nB,nein\nA,nein\n")
    assert found.is_test
    assert found.columns == {"variant": 0, "conversions": 1}


def test_a_variant_alone_makes_no_test():
    assert not shape("Touchpoint,Score,Version\nWaiter,4,A\nMenu,5,B\n").is_test


@pytest.mark.parametrize(
    ("rows", "header"),
    [
        ([["Touchpoint", "Score"], ["Waiter", "4"]], 0),
        ([["Guests of 2026"], ["Touchpoint", "Score"], ["Waiter", "4"]], 1),
        ([["Waiter", "4"], ["Menu", "5"]], -1),
        ([["Guests"], ["Waiter", "4"], ["Menu", "5"]], 0),
        ([["what", "how"], ["Waiter", "4"]], 0),
        ([["Touchpoint", "1", "2"], ["Waiter", "4", "5"]], -1),
    ],
)
def test_the_row_with_the_heads(rows, header):
    assert header_of(rows) == header


def test_scores_in_columns_are_about_what_their_heads_name():
    found = shape("Day,Booking,Waiter,Comment\n2026-03-05,4,2,fine\n2026-03-06,5,1,\n")
    assert (found.wide, found.columns) == ((1, 2), {"date": 0, "comment": 3})


def test_a_single_score_is_about_what_its_head_names():
    found = shape("Satisfaction with the waiter,Day\n4,2026-03-05\n2,2026-03-06\n")
    assert (found.wide, found.columns) == ((0,), {"date": 1})


def test_the_question_of_the_nps_has_its_own_scale_beside_others():
    found = shape("Booking,Waiter,Would you recommend us?\n4,2,9\n5,1,10\n")
    assert (found.scale, found.scales) == ("1-5", {2: "0-10"})


def test_all_columns_share_the_widest_of_their_scales():
    assert shape("Booking,Waiter\n4,7\n5,6\n").scale == "1-7"


def test_the_head_of_the_scores_may_be_the_question():
    assert shape("Touchpoint,How satisfied were you?\nWaiter,4\n").question == "How satisfied were you?"
    assert shape("Touchpoint,Score\nWaiter,4\n").question == ""


def test_words_and_their_scale():
    found = shape("Touchpoint,Answer\nWaiter,Very satisfied\nMenu,dissatisfied\n")
    assert (found.scale, found.words["very satisfied"]) == ("words", 5.0)


def test_words_among_numbers():
    found = shape("Touchpoint,Score\n" + "Waiter,4\n" * 9 + "Waiter,Very satisfied\n")
    assert (found.scale, found.words["very satisfied"]) == ("1-5", 5.0)


ASKED = "Touchpoint,Question,Score\nDoor,{},{}\nDoor,{},{}\nMenu,{},{}\nMenu,{},{}\n"


def asked(*cells):
    return shape(ASKED.format(*cells)).asked


def test_each_question_in_one_column_of_scores_has_its_own_scale():
    assert asked("Fine?", 4, "Would you recommend us?", 9, "Fine?", 2, "Would you recommend us?", 0) == {
        "Fine?": "1-5",
        "Would you recommend us?": "0-10",
    }


def test_a_question_says_its_scale():
    assert asked("How fast? (1–7)", 4, "Fine?", 3, "How fast? (1–7)", 2, "Fine?", 1)["How fast? (1–7)"] == "1-7"


def test_questions_answered_in_words_and_in_figures_side_by_side():
    found = shape(ASKED.format("Fine?", "very satisfied", "Again?", 8, "Fine?", "satisfied", "Again?", 3))
    assert found.asked == {"Fine?": "words", "Again?": "1-10"}
    assert found.words["satisfied"] == 4


def test_a_single_question_has_the_scale_of_the_table():
    assert asked("Fine?", 4, "Fine?", 3, "Fine?", 2, "", 1) == {}


def test_where_rows_name_their_scale_questions_have_none():
    assert shape("Touchpoint,Question,Score,Scale\nA,Fine?,4,1-5\nB,Fast?,9,1-10\nA,Fine?,4,1-5\n").asked == {}


def test_a_question_without_scores_has_the_scale_of_the_others():
    found = asked("Fine?", 4, "Why?", "", "Fine?", 2, "Why?", "")
    assert found["Why?"] == found["Fine?"] == "1-5"


def test_the_order_of_day_and_month():
    assert shape("Touchpoint,Score,Date\nWaiter,4,3/25/2026\n").order == "mdy"
    assert shape("Touchpoint,Score,Date\nWaiter,4,25/3/2026\n").order == "dmy"


def test_numbers_on_no_scale_are_taken_as_they_are():
    assert shape("Touchpoint,Score\nWaiter,412\nMenu,385\n").scale == ""


def read(*cells):
    """Both questions of the table with what was answered, and the scores that came of it."""
    grid = read_grid(ASKED.format(*cells).encode(), "table.csv")
    found = shape_of(grid)
    return found, [row.score for row in rows_of(grid, found).rows]


def test_a_word_means_what_it_means_on_the_scale_of_its_question():
    found, scores = read("Taste?", "very good", "Grade?", "excellent", "Taste?", "horrible", "Grade?", "very good")
    assert found.asked == {"Taste?": "words", "Grade?": "words"}
    assert scores == [5, 5, 1, 4]


def test_each_question_may_be_answered_in_words_of_its_own():
    found, scores = read("Zufrieden?", "unzufrieden", "Leicht?", "eher leicht", "Zufrieden?", "zufrieden", "Tipp?", "7")
    assert found.asked == {"Zufrieden?": "words", "Leicht?": "words", "Tipp?": "1-7"}
    assert scores == [2, 4, 4, 7]


def test_a_word_that_nobody_knows_costs_its_row_alone():
    known = "".join(
        f"Waiter,{word}\n" for word in ("very satisfied", "satisfied", "neutral", "dissatisfied", "satisfed")
    )
    grid = read_grid(f"Touchpoint,Answer\n{known}".encode(), "table.csv")
    rows = rows_of(grid, shape_of(grid))
    assert [row.score for row in rows.rows] == [5, 4, 3, 2]
    assert [(one.line, one.text) for one in rows.refused] == [(6, "satisfed")]


def test_columns_of_touchpoints_may_be_answered_in_words_of_their_own():
    grid = read_grid(b"Waiter,Booking\nsatisfied,easy\ndissatisfied,very difficult\n", "table.csv")
    assert [(row.touchpoint, row.score) for row in rows_of(grid, shape_of(grid)).rows] == [
        *(("Waiter", 4), ("Booking", 4), ("Waiter", 2), ("Booking", 1))
    ]


def test_another_scale_is_another_meaning_of_words():
    grid = read_grid(b"Touchpoint,Antwort\nKellner,sehr gut\nKellner,gut\n", "table.csv")
    shape = replace(shape_of(grid), scale="grades")
    assert [row.score for row in rows_of(grid, worded(grid, shape)).rows] == [1, 2]
    shape = replace(shape, scale="words")
    assert [row.score for row in rows_of(grid, worded(grid, shape)).rows] == [5, 4]
