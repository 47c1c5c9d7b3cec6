"""Rows with ids of their own, and responses as they are kept beside a project."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.answers import MOST_SCORES, Row, digest_of, file_of, folded, identified, packed, unpacked
from desktop.document.project import Response

TEXT = st.text(st.characters(exclude_categories=("Cs",)), max_size=12)
RESPONSES = st.builds(
    Response,
    id=st.text("abc123", min_size=1, max_size=6),
    touchpoint=TEXT,
    score=st.none() | st.integers(0, 10).map(float),
    comment=TEXT,
    date=st.sampled_from(["", "2026", "2026-03", "2026-03-05", "2026-04-01"]),
    segment=st.sampled_from(["", "families"]),
    respondent=TEXT,
)
MANY = st.lists(RESPONSES, max_size=8, unique_by=lambda one: one.id)


def ids(*rows, seed="s"):
    return [one for one, _ in identified(rows, seed)]


def test_an_id_comes_from_what_is_said():
    assert ids(Row(2, "Waiter", 4.0)) == ids(Row(90, "Waiter", 4.0))


@pytest.mark.parametrize("field", ["touchpoint", "comment", "date", "moment", "segment", "respondent"])
def test_whatever_is_said_otherwise_makes_another_id(field):
    assert ids(Row(2, "Waiter", 4.0)) != ids(Row(2, "Waiter", 4.0)._replace(**{field: "other"}))


def test_what_stands_in_one_field_is_not_what_stands_in_another():
    assert ids(Row(2, segment="a")) != ids(Row(2, respondent="a"))


def test_the_survey_is_part_of_an_id():
    assert ids(Row(2)) != ids(Row(2), seed="t")


def test_the_same_once_more_is_another_one():
    first, second = ids(Row(2, "Waiter", 4.0), Row(3, "Waiter", 4.0))
    assert first != second
    assert ids(Row(3, "Waiter", 4.0)) == [first]


@given(MANY)
def test_what_is_packed_is_unpacked(responses):
    assert set(unpacked(packed(responses))) == set(responses)
    assert packed(unpacked(packed(responses))) == packed(responses)


@given(MANY)
def test_order_does_not_matter(responses):
    assert packed(responses) == packed(responses[::-1])
    assert folded(responses) == folded(responses[::-1])


def test_a_line_for_each_response():
    table = packed([Response(id="b", comment="two\nlines"), Response(id="a", score=4.0)])
    assert table == b'{"id":"a","score":4.0}\n{"id":"b","comment":"two\\nlines"}\n'


@pytest.mark.parametrize("table", [b"{", b"[]\n", b'{"touchpoint":"no id"}\n', b"\xff\xfe\n"])
def test_what_is_no_table(table):
    with pytest.raises(ValueError, match="something else"):
        unpacked(table)


@given(MANY)
def test_everybody_is_counted_once(responses):
    figures = folded(responses)
    assert sum(one.asked for one in figures) == len(responses)
    scored = sum(score.people for one in figures for score in one.scores)
    assert scored == sum(one.score is not None for one in responses)


def test_figures_are_told_by_name_segment_and_month():
    told = [
        Response(id=str(at), touchpoint="Waiter", score=score, date=date, segment="families")
        for at, (score, date) in enumerate(
            [(4.0, "2026-03-05"), (4.0, "2026-03-09"), (2.0, "2026-03"), (5.0, "2026-04-01")]
        )
    ]
    march, april = folded(told)
    assert (march.touchpoint, march.segment, march.month, march.asked) == ("Waiter", "families", "2026-03", 3)
    assert [(one.score, one.people) for one in march.scores] == [(2.0, 1), (4.0, 2)]
    assert (april.month, april.asked) == ("2026-04", 1)


def test_more_scores_than_a_figure_holds_are_whole_numbers():
    (figure,) = folded(Response(id=f"r{at}", score=at / 100) for at in range(MOST_SCORES + 1))
    assert [one.score for one in figure.scores] == [float(score) for score in range(11)]
    assert sum(one.people for one in figure.scores) == MOST_SCORES + 1


def test_a_file_is_called_by_what_it_holds():
    digest = digest_of(b"")
    assert digest.startswith("e3b0c44298fc1c14")
    assert file_of(digest) == "responses-e3b0c44298fc1c14.jsonl"
