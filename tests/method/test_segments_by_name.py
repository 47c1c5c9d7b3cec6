"""Answers of a segment that is called otherwise by now than in their table."""

import pytest

from desktop.document.edits.segments import edit_segment
from desktop.document.project import Join, Project, Response, Survey
from desktop.document.segments import implied
from desktop.method.figures import by_thing, comments, of_things, segments, series

ROWS = (
    Response(id="a", touchpoint="Bar", score=5.0, segment="Families", date="2026-05-02", comment="Good"),
    Response(id="b", touchpoint="Bar", score=1.0, segment="Couples", date="2026-05-03", comment="Bad"),
)
SURVEY = Survey(id="v", scale="1-5", joins=(Join(name="Bar", thing="t"),), responses=ROWS)
WHOLE = edit_segment(Project(id="p", surveys=(SURVEY,)), implied("Families").id, name="Kin")


def test_they_are_offered_by_the_name_of_today():
    assert segments(WHOLE) == ["Kin", "Couples"]


@pytest.mark.parametrize(("segment", "mean"), [("Kin", 5.0), ("Families", 5.0), ("Couples", 1.0), ("", 3.0)])
def test_they_count_by_either_name(segment, mean):
    assert by_thing(WHOLE, segment=segment)["t"].mean == mean
    assert of_things(WHOLE, {"t"}, segment=segment)[0].mean == mean
    assert series(WHOLE, "t", segment=segment)[0].summary.mean == mean


def test_comments_are_theirs_too():
    assert [one.comment for one in comments(WHOLE, "t", segment="Kin")] == ["Good"]


def test_a_trend_on_a_scale_that_was_asked_and_on_one_that_was_not():
    assert len(series(WHOLE, "t", scale="1-5")) == 1
    assert series(WHOLE, "t", scale="0-10") == ()
