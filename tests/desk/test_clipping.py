"""The clipboard's bytes and texts: what goes out comes in again, and nothing bad gets in."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.desk.clipping import MOST_CELLS, MOST_LETTERS, as_html, as_text, packed, rows_of, table, unpacked
from desktop.document.base import changed
from desktop.document.cards import Picture
from desktop.document.clip import clip_of
from desktop.storage.assets import asset
from desktop.storage.errors import StorageError

WORDS = resources.words("en")
CELL = st.text(st.characters(exclude_categories=("C", "Z")) | st.sampled_from(' "\n;,'), min_size=1).map(str.strip)
TABLES = st.integers(2, 4).flatmap(lambda width: st.lists(st.lists(CELL.filter(bool), min_size=width, max_size=width)))


def journey(sample):
    return sample.project.maps[0]


def lane(sample, kind):
    return next(lane for lane in journey(sample).lanes if lane.kind == kind)


def clip(sample, *ids):
    return clip_of(sample.project, journey(sample).id, ids)


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
    out = clip(sample, with_picture.id)
    cell = changed(out.journey.lanes[0], cards=(with_picture,))
    out = type(out)(out.what, changed(out.project, maps=(changed(out.journey, lanes=(cell,)),)))
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
    assert table(clip(sample, marker.id), WORDS) == [["-1.1 annoyed"]]


def test_text_is_what_spreadsheets_read():
    assert as_text([["a", 'b\n"c"'], ["", "d"]]) == 'a\t"b\n""c"""\n\td'
    assert as_text([["a"], ["b"]]) == "a\nb"


def test_html_holds_no_markup_of_the_users():
    assert as_html([["<b>&", "x\ny"]]).endswith("<table><tr><td>&lt;b&gt;&amp;</td><td>x<br>y</td></tr></table>")


def test_lines_lose_their_bullets():
    assert rows_of("- one\r\n• two\n\n 3. three\nfour - five") == [["one"], ["two"], ["three"], ["four - five"]]


def test_cells_keep_their_places():
    assert rows_of('a\t\t"b\nc"\n\td\t') == [["a", "", "b\nc"], ["", "d", ""]]


def test_a_flood_is_cut():
    assert len(rows_of("x\ty\n" * MOST_CELLS)) == MOST_CELLS // 2
    assert len(rows_of("x" * 3 * MOST_LETTERS)[0][0]) == MOST_LETTERS


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
