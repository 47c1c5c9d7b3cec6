"""Personas of whom much or little is told, in any script: each page as ink."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.document.project import Persona
from desktop.drawing.lettering import Lettering
from desktop.drawing.listframe import FOOT, MARGIN
from desktop.drawing.personasheet import PAIRS, PORTRAIT, Look, Sayings, persona_sheet
from desktop.drawing.shapes import Box, Ellipse, Glyphs, Image
from tests.pageink import collisions, faults, texts, wide

A4, LYING = (210.0, 297.0), (297.0, 210.0)
FIELDS = tuple(name for pair in PAIRS for name in pair)
LOOK = Look("#B02F54", "#FFFFFF", "#EEF0F5")
SETTER = Lettering(resources.typesetter())
LONG = "Reads every review from the worst to the best before she calls anybody. "
ARABIC = "تقرأ كل المراجعات قبل أن تتصل"
TEXTS = st.sampled_from(("", "Rest", "Kundenzufriedenheitsmessungsverfahren", ARABIC, "客人在门口等候服务员", LONG * 3))


def sheet(size=A4, project="Osteria", **facts):
    sayings = Sayings({name: name for name in (*FIELDS, "demographics")}, project, "Page {page} of {pages}")
    return persona_sheet(Persona(id="p", **facts), size, LOOK, sayings, SETTER)


def parts(page, role):
    return [each for each in page.placed if each.figure.role == role]


def lines(placed):
    return [shape for shape in placed.figure.shapes if isinstance(shape, Glyphs)]


def bottom(page):
    return max(each.y + each.figure.height for each in page.placed if each.figure.role != "footer")


def dots(page):
    return [each for part in parts(page, "details") for each in part.figure.shapes if isinstance(each, Ellipse)]


@pytest.mark.parametrize("size", [A4, LYING, (210.0, 210.0)])
def test_a_head_longer_than_a_page_goes_on_above_the_foot(size):
    found = sheet(size, name="Maya " * 60, summary=(LONG * 9)[:500], role=(LONG * 9)[:500])
    assert len(found) > 1
    assert max(map(bottom, found)) <= size[1] - MARGIN - FOOT + 1e-6


def test_no_word_of_a_long_head_is_lost():
    found = sheet(LYING, name="Maya " * 60, summary=LONG * 6)
    told = " ".join(word for page in found for word in texts(page))
    assert told.count("Maya") == 60
    assert told.count("anybody.") == 6


def test_a_quote_begins_a_page_where_a_long_head_leaves_no_room():
    found = sheet(
        A4, name="Maya", summary=(LONG * 9)[:500], role=(LONG * 9)[:500], segment=(LONG * 9)[:500], quote=LONG
    )
    assert max(map(bottom, found)) <= A4[1] - MARGIN - FOOT + 1e-6
    assert " ".join(texts(found[-1])).count("anybody.") >= 1


def test_a_short_head_stands_about_the_middle_of_the_portrait():
    (page,) = sheet(name="Maya")
    (head,), (portrait,) = parts(page, "header"), parts(page, "portrait")
    assert head.y + head.figure.height / 2 == pytest.approx(portrait.y + PORTRAIT / 2)


def test_a_long_head_begins_level_with_the_portrait():
    page = sheet(name="Maya " * 30)[0]
    assert parts(page, "header")[0].y == parts(page, "portrait")[0].y


def test_the_portrait_stands_on_the_first_page_alone():
    found = sheet(LYING, name="Maya " * 60, summary=LONG * 6)
    assert [len(parts(page, "portrait")) for page in found] == [1] + [0] * (len(found) - 1)


def test_a_project_named_from_the_right_keeps_clear_of_the_page_number():
    found = sheet(name="Maya", goals=(LONG,) * 50, project=ARABIC)
    assert len(found) > 1
    assert [pair for page in found for pair in collisions(page)] == []


def test_a_project_named_from_the_right_begins_at_the_left():
    (page,) = sheet(project=ARABIC)
    (foot,) = parts(page, "footer")
    assert foot.x + lines(foot)[0].x == MARGIN


def test_dots_stand_where_the_words_begin():
    (left,), (right,) = sheet(goals=("Rest",)), sheet(goals=(ARABIC,))
    assert dots(left)[0].cx < 1.0
    (part,) = parts(right, "details")
    ends = [shape.x + wide(shape) for shape in lines(part) if shape.line.rtl]
    assert max(ends) < dots(right)[0].cx


def test_words_from_the_right_stay_in_their_column():
    (page,) = sheet(goals=(ARABIC * 6,), needs=(ARABIC * 6,))
    one, other = parts(page, "details")
    assert max(one.x + shape.x + wide(shape) for shape in lines(one)) < other.x
    assert faults(page) == []


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_fields_fill_the_rows_from_the_left(count):
    (page,) = sheet(**dict.fromkeys(FIELDS[:count], ("Rest",)))
    found = parts(page, "details")
    assert [each.x == MARGIN for each in found] == [number % 2 == 0 for number in range(count)]


def test_a_field_alone_at_the_left_is_as_narrow_as_others():
    (page,) = sheet(goals=(LONG * 3,))
    (part,) = parts(page, "details")
    assert max(shape.x + wide(shape) for shape in lines(part)) <= A4[0] / 2


def test_where_she_lives_takes_the_whole_width():
    (page,) = sheet(demographics=LONG * 3)
    (part,) = parts(page, "details")
    assert max(shape.x + wide(shape) for shape in lines(part)) > A4[0] / 2


def test_demographics_of_blanks_are_none():
    assert texts(sheet(demographics=" \n ")[0]) == texts(sheet()[0])


def test_initials_are_not_read_out():
    (page,) = sheet(name="Ida Berg")
    (portrait,) = parts(page, "portrait")
    assert [shape.mute for shape in lines(portrait)] == [True]
    assert not any(isinstance(shape, Image) for shape in portrait.figure.shapes)


@pytest.mark.parametrize("name", ["", "M", "Ida Berg", ARABIC, "王小明", "Ødegård-Ñandú von und zu Hohenlohe"])
def test_any_name_has_its_initials_within_the_circle(name):
    (page,) = sheet(name=name)
    (portrait,) = parts(page, "portrait")
    assert all(shape.x >= 0 and shape.x + wide(shape) <= PORTRAIT for shape in lines(portrait))


def test_the_stroke_beside_a_quote_has_her_colour():
    (page,) = sheet(quote="One evening")
    (part,) = parts(page, "details")
    assert [shape.fill for shape in part.figure.shapes if isinstance(shape, Box)] == [LOOK.colour]


@pytest.mark.parametrize("series", range(5))
@pytest.mark.parametrize("theme", ["white", "colour", "grey"])
def test_initials_read_on_their_ground_in_every_theme(theme, series):
    style = resources.style("print", theme=theme)
    look = Look(style.curve(series).colour, style.colours["paper"], style.kind("action").fill)
    sayings = Sayings({}, "Osteria", "{page}")
    (page,) = persona_sheet(Persona(id="p", name="Ida"), A4, look, sayings, SETTER)
    assert faults(page) == []


def test_a_hundred_goals_come_in_their_order():
    found = sheet(goals=tuple(f"goal {number}" for number in range(100)))
    told = [word for page in found for word in texts(page) if word.startswith("goal ")]
    assert told == [f"goal {number}" for number in range(100)]


@settings(max_examples=25)
@given(st.fixed_dictionaries({name: st.lists(TEXTS, max_size=6).map(tuple) for name in FIELDS}), TEXTS, TEXTS)
def test_any_persona_is_legible(lists, name, quote):
    for page in sheet(name=name, summary=name, quote=quote, demographics=quote, **lists):
        assert faults(page) == []
