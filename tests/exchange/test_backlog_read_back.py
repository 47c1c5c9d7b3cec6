"""Any backlog written as CSV or as a workbook, and read again by the program's own readers and by others'."""

import csv
import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from desktop import resources
from desktop.document.base import changed
from desktop.document.cards import Factors, Pain, Promise
from desktop.document.journey import Link
from desktop.exchange.backlog import COLUMNS, csv_of, heads, text_of, xlsx_of
from desktop.method.backlog import backlog
from tests.grids import card, lane, project

WORDS = resources.words("en")
RUN = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", '=HYPERLINK("https://a.example")', "=cmd|' /C calc'!A0")
TEXTS = st.one_of(st.sampled_from((*RUN, "", "Bread, and", 'say “q” "now"', "two\nlines", "日本", "x" * 300)))
GRADES = st.integers(0, 5)
IDEAS = st.lists(st.tuples(GRADES, GRADES, TEXTS, TEXTS, st.integers(0, 9)), max_size=6)
FEW = settings(max_examples=25, deadline=None)


def idea(number, impact=4, ease=4, text="Bread", owner="", votes=0, **fields):
    promise = Promise(impact=impact, ease=ease)
    return card(number, "opportunity", promise=promise, text=text, owner=owner, votes=votes, **fields)


def whole_of(*cards, links=()):
    return project(lane(*cards, kind="opportunities"), links=links)


def table(whole, words=WORDS):
    """The CSV by columns, without its head."""
    journey = whole.maps[0]
    made = csv_of(backlog(whole, journey), journey, words).decode("utf-8-sig")
    return [dict(zip(COLUMNS, line, strict=True)) for line in list(csv.reader(io.StringIO(made)))[1:]]


def book(whole, words=WORDS):
    """The workbook by columns, without its head, as a library for spreadsheets reads it."""
    journey = whole.maps[0]
    data = xlsx_of(backlog(whole, journey), journey, words)
    rows = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_index(0).to_python()
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows[1:]]


def sheet_of(whole):
    journey = whole.maps[0]
    data = xlsx_of(backlog(whole, journey), journey, WORDS)
    return zipfile.ZipFile(io.BytesIO(data)).read("xl/worksheets/sheet1.xml").decode()


def single(**fields):
    return whole_of(idea(1, **fields))


def many(told):
    return whole_of(*(idea(number, *each) for number, each in enumerate(told)))


@given(IDEAS)
@FEW
def test_every_opportunity_has_a_line_in_its_order(told):
    whole = many(told)
    texts = [" ".join(one.card.text.split()) for one in backlog(whole, whole.maps[0])]
    assert [line["opportunity"].removeprefix("'") for line in table(whole)] == texts


@given(IDEAS)
@FEW
def test_no_cell_of_a_csv_is_run(told):
    for line in table(many(told)):
        assert not [cell for cell in line.values() if cell.lstrip()[:1] in ("=", "+", "@")]


@given(IDEAS)
@settings(max_examples=10, deadline=None)
def test_a_workbook_says_the_same_as_the_csv(told):
    whole = many(told)
    for one, other in zip(table(whole), book(whole), strict=True):
        assert other["opportunity"] == one["opportunity"].removeprefix("'")
        assert (other["score"] or 0) == pytest.approx(float(one["score"] or 0))


@given(IDEAS)
@settings(max_examples=10, deadline=None)
def test_a_workbook_has_no_formula(told):
    assert "<f>" not in sheet_of(many(told))


@pytest.mark.parametrize("text", RUN)
def test_whatever_a_spreadsheet_would_run_is_a_text_in_a_csv(text):
    line = table(single(text=text, owner=text))[0]
    assert line["opportunity"].startswith("'")
    assert line["owner"].lstrip().startswith("'")


@pytest.mark.parametrize("text", RUN)
def test_names_of_what_is_linked_are_not_run_either(text):
    pain = card(9, "pain", text=text, pain=Pain(severity=3))
    links = (Link(id="k", kind="answers", source="c1", target="c9"),)
    assert table(whole_of(idea(1), pain, links=links))[0]["answers"].startswith("'")


@pytest.mark.parametrize("text", RUN)
def test_the_clipboard_is_not_run_either(text):
    whole = single(text=text)
    told = text_of(backlog(whole, whole.maps[0]), whole.maps[0], WORDS, "\t")
    assert list(csv.reader(io.StringIO(told), delimiter="\t"))[1][1].startswith("'")


@pytest.mark.parametrize("title", ["=1+1", "@x"])
def test_a_title_of_a_stage_is_not_run(title):
    whole = single()
    journey = whole.maps[0]
    stages = tuple(changed(stage, title=title) for stage in journey.stages)
    assert table(changed(whole, maps=(changed(journey, stages=stages),)))[0]["stage"] == f"'{title}"


@pytest.mark.parametrize(("impact", "ease", "score"), [(4, 4, "16.0"), (5, 5, "25.0"), (1, 0, "1.0"), (0, 0, "")])
def test_a_score_has_one_decimal(impact, ease, score):
    assert table(single(impact=impact, ease=ease))[0]["score"] == score


def test_uneven_scores_are_rounded_alike():
    promise = Promise(impact=4, ease=5, factors=Factors(satisfaction=3, revenue=3, edge=2))
    found = whole_of(card(1, "opportunity", promise=promise), idea(2, 4, 4), idea(3, 3, 4))
    assert [line["score"] for line in table(found)] == ["16.7", "16.0", "12.0"]


def test_a_workbook_shows_scores_with_one_decimal():
    journey = single().maps[0]
    data = xlsx_of(backlog(single(), journey), journey, WORDS)
    styles = zipfile.ZipFile(io.BytesIO(data)).read("xl/styles.xml").decode()
    assert 'formatCode="0.0"' in styles
    assert book(single())[0]["score"] == 16.0


def test_grades_are_figures_in_a_workbook():
    line = book(single(impact=4, ease=2, votes=3))[0]
    assert [line[name] for name in ("number", "impact", "ease", "votes")] == [1, 4, 2, 3]


@pytest.mark.parametrize("due", ["", "2026", "2026-12"])
def test_what_is_no_day_stays_as_it_is(due):
    assert table(single(due=due))[0]["due"] == due
    assert str(book(single(due=due))[0]["due"]) == due


@pytest.mark.parametrize("due", ["1900-03-01", "1999-12-31", "2026-02-28", "9999-12-31"])
def test_days_are_days_in_a_workbook(due):
    assert str(book(single(due=due))[0]["due"]) == due


@pytest.mark.parametrize("due", ["0001-01-01", "1815-06-18", "1899-12-31"])
def test_days_before_spreadsheets_count_are_texts(due):
    assert str(book(single(due=due))[0]["due"]) == due


def test_lines_of_a_text_become_one():
    assert table(single(text="Tell\n the\ttime"))[0]["opportunity"] == "Tell the time"


def test_quotes_and_commas_come_back():
    assert table(single(text='Say "now", then'))[0]["opportunity"] == 'Say "now", then'


def test_lines_end_as_the_standard_asks_for():
    whole = single()
    made = csv_of(backlog(whole, whole.maps[0]), whole.maps[0], WORDS)
    assert made.count(b"\r\n") == made.count(b"\n") == 2


def test_a_csv_begins_with_a_mark_of_its_encoding():
    assert csv_of((), single().maps[0], WORDS).startswith("\ufeff".encode())


@pytest.mark.parametrize("language", ["en", "de"])
def test_heads_are_words_and_each_another(language):
    found = heads(resources.words(language))
    assert len(set(found)) == len(COLUMNS)
    assert not [head for head in found if head.startswith("backlog.")]


def test_a_german_table_has_german_words():
    line = table(single(status="done"), resources.words("de"))[0]
    assert line["status"] == resources.words("de")("progress.done")


@pytest.mark.parametrize("status", ["", "planned", "doing", "done", "dropped"])
def test_every_status_has_a_word(status):
    said = table(single(status=status))[0]["status"]
    assert said
    assert not said.startswith("progress.")


def test_two_hundred_make_two_hundred_lines():
    whole = whole_of(*(idea(number, number % 6, number % 5) for number in range(200)))
    assert len(table(whole)) == len(book(whole)) == 200


def test_a_text_longer_than_a_cell_is_cut_in_a_workbook_alone():
    whole = whole_of(idea(1, text="x"), *(card(n, "pain", text="y" * 20_000, pain=Pain(severity=1)) for n in (8, 9)))
    links = tuple(Link(id=f"k{n}", kind="answers", source="c1", target=f"c{n}") for n in (8, 9))
    linked = changed(whole, maps=(changed(whole.maps[0], links=links),))
    assert len(table(linked)[0]["answers"]) == 40_002
    assert len(book(linked)[0]["answers"]) == 32_767
