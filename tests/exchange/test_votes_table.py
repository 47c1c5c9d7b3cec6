"""The result of a vote as a table for other programs."""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from desktop.exchange.formulas import defused, restored
from desktop.exchange.votes import MARK, encoded, written

TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)


def test_a_line_of_heads_and_one_for_each_row():
    assert (
        written(["Card", "Votes"], [["Queue", 3], ["Menu, bill", 0]]) == 'Card,Votes\r\nQueue,3\r\n"Menu, bill",0\r\n'
    )


def test_means_have_at_most_two_decimals():
    assert written(["n"], [[2.0], [3.6666], [0.5]]).splitlines() == ["n", "2", "3.67", "0.5"]


def test_what_a_spreadsheet_would_run_is_mere_text():
    assert written(["c"], [["=1+1"], ["-5"], ["@x"]]).splitlines() == ["c", "'=1+1", "-5", "'@x"]


def test_tabs_part_the_cells_of_the_clipboard():
    assert written(["a", "b"], [["x", 1]], separator="\t") == "a\tb\r\nx\t1\r\n"


def test_a_file_begins_with_a_byte_order_mark_unless_told_otherwise():
    assert encoded("ä") == b"\xef\xbb\xbf\xc3\xa4"
    assert encoded("ä", marked=False).decode() == "ä"
    assert encoded("x").decode("utf-8-sig") == "x"
    assert encoded("x").decode().startswith(MARK)


@given(st.lists(st.lists(TEXTS, min_size=2, max_size=2), max_size=4))
def test_texts_come_back_as_they_were(rows):
    read = list(csv.reader(io.StringIO(written(["a", "b"], rows), newline="")))
    assert [[restored(cell) for cell in row] for row in read[1:]] == [
        [restored(defused(cell)) for cell in row] for row in rows
    ]
