"""The clipboard's bytes and texts: what goes out comes in again, and nothing bad gets in."""

import csv
import io
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.desk.clipping import (
    MOST_CELLS,
    MOST_LETTERS,
    MOST_TEXT,
    as_html,
    as_text,
    packed,
    rows_of,
    table,
    unpacked,
)
from desktop.document.base import changed
from desktop.document.cards import Picture
from desktop.document.clip import Clip, clip_of
from desktop.storage.assets import asset
from desktop.storage.errors import StorageError
from desktop.storage.writer import dump

WORDS = resources.words("en")
CELL = st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(' "\n;,'), min_size=1).map(str.strip)
TABLES = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(CELL.filter(bool), min_size=width, max_size=width), min_size=2)
)


def journey(sample):
    return sample.project.maps[0]


def lane(sample, kind):
    return next(lane for lane in journey(sample).lanes if lane.kind == kind)


def clip(sample, *ids):
    return clip_of(sample.project, journey(sample).id, ids)


def refilled(out, **fields):
    """A clip whose first lane holds something else."""
    journey = changed(out.journey, lanes=(changed(out.journey.lanes[0], **fields),))
    return Clip(out.what, changed(out.project, maps=(journey,)))


@pytest.mark.parametrize("kind", ["cards", "lanes", "steps", "stages"])
def test_what_is_packed_comes_out_the_same(sample, kind):
    stage = journey(sample).stages[0]
    chosen = {
        "cards": lane(sample, "pains").cards[0].id,
        "lanes": lane(sample, "pains").id,
        "steps": stage.steps[0].id,
        "stages": stage.id,
    }
    out = clip(sample, chosen[kind])
    assert unpacked(packed(out, {}))[0] == out


def test_pictures_come_along(sample):
    key, picture = asset(b"not looked at", "image/png", 2, 2)
    shown = Picture(asset=key)
    with_picture = changed(lane(sample, "pains").cards[0], picture=shown)
    out = refilled(clip(sample, with_picture.id), cards=(with_picture,))
    assert unpacked(packed(out, {key: picture, "b" * 64: picture}))[1] == {key: picture}


@pytest.mark.parametrize("data", [b"", b"{}", b"[1", b"\xff\xfe", b'{"format": "journeywall", "version": [9, 0]}'])
def test_what_is_no_clip_is_refused_in_a_sentence(data):
    with pytest.raises(StorageError) as refused:
        unpacked(data)
    assert "\n" not in str(refused.value)


def test_an_unknown_sort_of_clip_brings_its_cards(sample):
    raw = json.loads(packed(clip(sample, lane(sample, "pains").cards[0].id), {}))
    raw["clip"] = "planets"
    assert unpacked(json.dumps(raw).encode())[0].what == "cards"


def test_cards_of_one_cell_are_lines(sample):
    step = lane(sample, "actions").cards[0].first
    cards = [card for card in lane(sample, "actions").cards if card.first == step]
    assert sorted(table(clip(sample, *(c.id for c in cards)), WORDS)) == sorted([c.text] for c in cards)


def test_cards_of_several_cells_are_a_table_with_names(sample):
    rows = table(clip(sample, lane(sample, "pains").id), WORDS)
    assert rows[0][:2] == ["", "Looks it up"]
    assert rows[1][:2] == ["Pain points", "Opening hours differ from the map entry"]


def test_a_marker_is_its_value_and_label(sample):
    marker = next(m for m in lane(sample, "emotions").markers if m.label == "annoyed")
    assert table(clip(sample, marker.id), WORDS) == [["−1.1 annoyed"]]


def test_a_marker_without_a_label_is_a_number(sample):
    marker = next(m for m in lane(sample, "emotions").markers if m.value > 0)
    out = refilled(clip(sample, marker.id), markers=(changed(marker, label=""),))
    assert table(out, WORDS) == [[f"+{marker.value:g}"]]


@pytest.mark.parametrize("text", ["=1+1", "+1 calm", "@x", "- a", "one\n=two", "one\t=two", '"=1+1"', "-2+3"])
def test_no_table_of_ours_is_run_by_a_spreadsheet(text):
    for rows in ([[text]], [["", "Step"], ["Lane", text]]):
        assert not {cell[0] for cell in seen_by_a_spreadsheet(as_text(rows)) if cell} & set('=+-@"')
        assert not re.search(r"(<td>|<br>|\t)[=+@-]", as_html(rows))


def seen_by_a_spreadsheet(text):
    """What it may take for a cell: each line of each cell."""
    cells = (cell for row in csv.reader(io.StringIO(text), "excel-tab") for cell in row)
    return [line for cell in cells for line in re.split("[\n\t]", cell)]


def test_numbers_stay_numbers():
    assert as_text([["", "a"], ["+1", "-2.5"]]) == "\ta\n+1\t-2.5"


def test_what_was_defused_comes_back_as_it_was():
    rows = [["", "=Step"], ["'@Lane", "=1+1\n- two"]]
    assert rows_of(as_text(rows)) == rows
    assert rows_of(as_text([["- a dash"], ["=x"]])) == [["- a dash"], ["=x"]]


def test_a_tab_in_a_text_begins_no_other_cell():
    assert rows_of(as_text([["one\ttwo"], ["three"]])) == [["one\ttwo"], ["three"]]


def test_damaged_and_unused_pictures_stay_behind(sample):
    key, picture = asset(b"sound", "image/png", 2, 2)
    shown = changed(lane(sample, "pains").cards[0], picture=Picture(asset=key))
    out = refilled(clip(sample, shown.id), cards=(shown,))
    other = picture.model_copy(update={"data": "AAAA"})
    assert unpacked(dump(out.project, {key: other}))[1] == {}
    assert unpacked(dump(out.project, {key: picture, "c" * 64: other}))[1] == {key: picture}


def test_text_is_what_spreadsheets_read():
    assert as_text([["a", 'b\n"c"'], ["", "d"]]) == 'a\t"b\n""c"""\n\td'
    assert as_text([["a"], ["b"]]) == "a\nb"


def test_html_holds_no_markup_of_the_users():
    assert as_html([["<b>&", "x\ny"]]).endswith("<table><tr><td>&lt;b&gt;&amp;</td><td>x<br>y</td></tr></table>")


def test_lines_lose_their_bullets():
    assert rows_of("• one\r\n• two\n\n• three\r\nfour - five") == [["one"], ["two"], ["three"], ["four - five"]]


def test_a_word_processors_list_is_no_table():
    assert rows_of("1.\tone\r\n2.\ttwo\r\n") == [["one"], ["two"]]


def test_a_stray_tab_makes_no_cells_unless_asked_to():
    assert rows_of("one\nt\two\nthree") == [["one"], ["t wo"], ["three"]]
    assert rows_of("one\nt\two\nthree", as_table=True) == [["one", ""], ["t", "wo"], ["three", ""]]


def test_a_column_of_cells_with_lines():
    assert rows_of('"one\ntwo"\nthree') == [["one\ntwo"], ["three"]]


def test_a_break_within_a_paragraph_and_a_picture_are_blanks():
    assert rows_of("one\x0btwo\u2028three\ufffc") == [["one two three"]]


def test_cells_keep_their_places():
    assert rows_of('a\t\t"b\nc"\n\td\t') == [["a", "", "b\nc"], ["", "d", ""]]


def test_a_flood_is_cut():
    assert len(rows_of("x\ty\n" * MOST_CELLS)) == MOST_CELLS // 2
    assert len(rows_of("x" * 3 * MOST_LETTERS)[0][0]) == MOST_LETTERS


def test_an_ocean_is_cut_before_anybody_looks_at_it():
    assert sum(len(row[0]) for row in rows_of("word " * MOST_TEXT)) <= MOST_TEXT


def test_a_quote_that_is_never_closed_swallows_no_table():
    long = "x" * 200_000
    assert rows_of(f'a\t"{long}\nb\tc') == [["a", f'"{long}'[:MOST_LETTERS]], ["b", "c"]]


def test_what_cannot_be_written_is_left_out():
    assert rows_of("a\x00b\ud800\x1b[31m") == [["ab[31m"]]


@given(TABLES)
def test_a_table_comes_back_as_it_was(rows):
    assert rows_of(as_text(rows)) == rows


@given(st.text())
def test_any_text_gives_rows_without_trouble(text):
    assert all(any(row) for row in rows_of(text))
