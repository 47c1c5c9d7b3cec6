"""How a table was read is kept, and found again for the next one."""

from dataclasses import replace

import pytest
from pydantic import JsonValue

from desktop.document.project import Project, Survey
from desktop.exchange.columns import Shape
from desktop.exchange.grids import read_grid
from desktop.exchange.guessing import shape_of
from desktop.exchange.mappings import known_from, recalled, recorded
from desktop.storage.reader import parse
from desktop.storage.writer import dump

TABLE = "When,What,Stars,Why\n2026-03-05,Waiter,4,slow\n"
TURNED = "Why,Stars,What,Extra,WHEN\nslow,4,Waiter,x,2026-03-05\n"
SHAPE = Shape(
    {"date": 0, "touchpoint": 1, "score": 2}, scale="1-7", words={"fine": 6.0}, order="mdy", question="Happy?"
)


def grid(text):
    return read_grid(text.encode(), "table.csv")


def again(shape, before, after):
    found = grid(after)
    return recalled(recorded(shape, grid(before)), found, shape_of(found))


def test_the_same_table_is_read_the_same_way():
    assert again(SHAPE, TABLE, TABLE) == SHAPE


def test_columns_are_known_by_their_heads_wherever_they_stand():
    assert again(SHAPE, TABLE, TURNED).columns == {"date": 4, "touchpoint": 2, "score": 1}


def test_columns_of_touchpoints_are_known_as_well():
    wide = Shape({"date": 0}, wide=(1, 2), scales={2: "0-10"})
    found = again(wide, "Day,A,B\n2026-03-05,4,9\n", "B,A,Day\n9,4,2026-03-05\n")
    assert (found.wide, found.scales, found.columns) == ((1, 0), {0: "0-10"}, {"date": 2})


QUESTIONS = "What,Asked,Stars\nWaiter,Fine?,4\nWaiter,Again?,9\n"
ASKED = Shape({"touchpoint": 0, "question": 1, "score": 2}, scale="1-10", asked={"Fine?": "1-7", "Again?": "0-10"})


def test_scales_of_questions_are_known_as_well():
    assert again(ASKED, QUESTIONS, QUESTIONS) == ASKED


def test_a_question_that_is_new_has_the_scale_that_is_likely():
    found = again(ASKED, QUESTIONS, QUESTIONS + "Waiter,How easy was it?,6\n")
    assert found.asked == {"Fine?": "1-7", "Again?": "0-10", "How easy was it?": "ces"}


def test_what_words_mean_in_answers_to_a_question_is_known_as_well():
    spoken = replace(ASKED, spoken={"Fine?": {"well": 6.0}})
    assert again(spoken, QUESTIONS, QUESTIONS) == spoken


def test_a_new_question_is_heard_in_its_own_words():
    found = again(ASKED, QUESTIONS, QUESTIONS + "Waiter,How easy was it?,very easy\nWaiter,How easy was it?,easy\n")
    assert (found.asked["How easy was it?"], found.words["easy"]) == ("words", 4)


def test_a_table_once_read_on_one_scale_is_read_so_again():
    found = again(replace(ASKED, asked={}), QUESTIONS, QUESTIONS)
    assert found.asked == {"Fine?": "1-10", "Again?": "1-10"}


def test_columns_without_heads_are_known_by_their_numbers():
    bare = "2026-03-05,Waiter,4\n2026-03-06,Menu,5\n"
    shape = Shape({"date": 0, "touchpoint": 1, "score": 2}, header=-1)
    assert recorded(shape, grid(bare))["columns"] == {"date": "#1", "touchpoint": "#2", "score": "#3"}
    assert again(shape, bare, bare).columns == shape.columns


def test_a_table_without_one_of_the_columns_is_another():
    assert again(SHAPE, TABLE, "When,What\n2026-03-05,Waiter\n") is None


@pytest.mark.parametrize("mapping", [None, 3, [], {}, {"columns": 5}, {"columns": {"score": 2}}, {"wide": "a"}])
def test_what_is_no_mapping_says_nothing(mapping: JsonValue):
    assert recalled(mapping, grid(TABLE), Shape()) is None


def test_a_mapping_of_a_stranger_does_no_harm():
    odd = {"columns": {"score": "Stars", "fly": "What"}, "words": {"a": "b", "c": 2}, "scale": 7, "scales": {"x": 1}}
    found = recalled(odd, grid(TABLE), Shape())
    assert (found.columns, found.words, found.scale, found.scales) == ({"score": 2}, {"c": 2.0}, "", {})


def test_a_mapping_outlives_the_file():
    project = Project(id="p", surveys=(Survey(id="s", mapping=recorded(SHAPE, grid(TABLE))),))
    kept = parse(dump(project, {})).project.surveys[0].mapping
    assert recalled(kept, grid(TABLE), Shape()) == SHAPE


def survey(name, title, rank, shape=SHAPE, text=TABLE):
    return Survey(id=name, title=title, rank=rank, mapping=recorded(shape, grid(text)))


def found(*surveys):
    known = known_from(Project(id="p", surveys=surveys), grid(TABLE), Shape())
    return known and (known[0].id, known[1].scale)


def test_the_latest_survey_with_these_columns_says_how():
    later = survey("b", "Later", "b", Shape({"score": 2}, scale="1-5"))
    assert found(survey("a", "First", "a"), later) == ("b", "1-5")


def test_what_else_was_asked_comes_in_by_the_first_title():
    assert found(survey("a", "Guests", "a"), survey("b", "Guests – Happy?", "b")) == ("a", "1-7")


def test_surveys_of_other_tables_are_not_meant():
    assert found(survey("a", "Guests", "a", Shape({"score": 0}), "Other\n4\n"), Survey(id="b")) is None
