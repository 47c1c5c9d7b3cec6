from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import resources
from desktop.document.base import changed
from desktop.document.cards import Measure, Pain, Reading
from desktop.document.journey import Link
from desktop.document.project import Metric, Persona
from desktop.drawing.shapes import Glyphs
from desktop.layout.places import Rect
from desktop.storage.reader import read
from effort import examples
from tests.emotion_lanes import marker
from tests.grids import SENTENCES, artist, card, lane, layouter, project, with_card, with_map
from tests.strategies import projects

STAGES = (3, 4, 5)


def wide_map():
    """Twelve steps with cards of one and of three steps, an emotion lane, a divider, and pains with their answers."""
    actions = lane(*(card(number, step=number % 12, text=SENTENCES[2 + number % 3]) for number in range(30)))
    spans = lane(*(card(100 + n, "note", step=3 * n, last=3 * n + 2) for n in range(4)), kind="notes", empty="–")
    feelings = changed(lane(kind="emotions"), markers=tuple(marker(n, 1.0) for n in range(4)))
    pains = lane(card(200, "pain", pain=Pain(severity=4)), kind="pains", empty="?")
    answers = lane(card(201, "opportunity"), kind="opportunities")
    whole = project(actions, spans, feelings, lane(kind="visibility"), pains, answers, steps=STAGES)
    link = Link(id="k", kind="answers", source="c201", target="c200")
    return with_map(changed(whole, personas=(Persona(id="maya", name="Maya"),)), links=(link,), subtitle="First")


WHOLE = wide_map()
LAYOUT = layouter().layout(WHOLE, "m")
ARTIST = artist()


def named(placed, role):
    return [each for each in placed if each.figure.role == role]


def keys(placed):
    return [(each.figure.role, each.figure.id, round(each.x, 3), round(each.y, 3)) for each in placed]


def box(placed):
    return Rect(placed.x, placed.y, placed.figure.width, placed.figure.height)


def test_a_drawing_holds_every_card_once():
    drawing = ARTIST.draw(WHOLE, LAYOUT)
    expected = {each.id for one in WHOLE.maps[0].lanes for each in one.cards}
    found = [each.figure.id for each in named(drawing.placed, "card")]
    assert len(found) == len(expected)
    assert set(found) == expected


def test_a_drawing_holds_headers_labels_head_and_foot():
    drawing = ARTIST.draw(WHOLE, LAYOUT)
    assert len(named(drawing.placed, "stage")) == len(STAGES)
    assert len(named(drawing.placed, "step")) == sum(STAGES)
    assert len(named(drawing.placed, "lane")) == len(LAYOUT.rows)
    assert len(named(drawing.placed, "divider")) == 1
    assert len(named(drawing.placed, "header")) == 1
    assert named(drawing.placed, "marker")


def test_cards_stand_where_the_layout_puts_them():
    found = {each.figure.id: each for each in named(ARTIST.draw(WHOLE, LAYOUT).placed, "card")}
    for row in LAYOUT.rows:
        for place in row.content.cards:
            each = found[place.card.id]
            assert (each.x, each.y) == (place.rect.x, row.y + place.rect.y)
            assert (each.figure.width, each.figure.height) == (place.rect.width, pytest.approx(place.rect.height))


def test_a_drawing_says_what_it_is():
    whole = with_map(changed(WHOLE, language="de"), owner="Ana", date="2026-11-22")
    drawing = ARTIST.draw(whole, layouter().layout(whole, "m"))
    assert (drawing.title, drawing.subject, drawing.author) == ("Visit", "First", "Ana")
    assert (drawing.language, drawing.date) == ("de", "2026-11-22")
    assert drawing.background == "#FFFFFF"


def test_bookmarks_are_the_stages():
    marks = [mark for mark in ARTIST.bookmarks(LAYOUT) if not mark.level]
    assert [mark.title for mark in marks] == ["Stage 0", "Stage 1", "Stage 2"]
    assert all(mark.y + mark.height == pytest.approx(LAYOUT.labels.bottom) for mark in marks)
    assert all(one.x + one.width < other.x for one, other in pairwise(marks))


def test_below_a_stage_are_its_steps():
    marks = ARTIST.bookmarks(LAYOUT)
    found = [mark.title for mark in marks[: [mark.title for mark in marks].index("Stage 1")]]
    assert found == [
        "Stage 0",
        *(each.column.step.title for each in LAYOUT.step_places if each.column.stage.id == "s0"),
    ]
    assert len(found) > 1


def test_rules_lie_under_cards_and_headers_over_them():
    roles = [each.figure.role for each in ARTIST.draw(WHOLE, LAYOUT).placed]
    assert roles.index("card") > roles.index("rule")
    assert roles.index("stage") > len(roles) - 1 - roles[::-1].index("card")


@given(st.floats(0, 1), st.floats(0, 1), st.floats(1, 900), st.floats(1, 900))
def test_what_is_visible_is_what_meets_the_rectangle(across, down, width, height):
    rect = Rect(across * LAYOUT.width, down * LAYOUT.height, width, height)
    shown = [each for each in ARTIST.visible(WHOLE, LAYOUT, rect) if each.figure.role == "card"]
    everything = named(ARTIST.draw(WHOLE, LAYOUT).placed, "card")
    assert keys(shown) == keys(each for each in everything if box(each).meets(rect))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(1, 900), st.floats(1, 900))
def test_nothing_far_away_is_given_and_nothing_near_is_missed(across, down, width, height):
    rect = Rect(across * LAYOUT.width, down * LAYOUT.height, width, height)
    shown = set(keys(ARTIST.visible(WHOLE, LAYOUT, rect)))
    everything = [each for each in ARTIST.draw(WHOLE, LAYOUT).placed if each.figure.role != "rule"]
    assert {key for each in everything if box(each).meets(rect) for key in keys([each])} <= shown


def test_outside_the_map_there_is_nothing():
    assert list(ARTIST.visible(WHOLE, LAYOUT, Rect(0, LAYOUT.height + 50, 100, 100))) == []


def test_frames_after_the_first_bring_the_same_figures():
    rect = Rect(0, 0, 1600, 1000)
    one, other = list(ARTIST.visible(WHOLE, LAYOUT, rect)), list(ARTIST.visible(WHOLE, LAYOUT, rect))
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a.figure.role != "rule"]
    assert all(a.figure is b.figure for a, b in pairs)


def test_an_edit_makes_one_new_card_figure():
    painter, keeper = artist(), layouter()
    before = {
        each.figure.id: each.figure for each in named(painter.draw(WHOLE, keeper.layout(WHOLE, "m")).placed, "card")
    }
    edited = with_card(WHOLE, "l-actions", card(4, step=4, text="Something else"))
    after = {
        each.figure.id: each.figure for each in named(painter.draw(edited, keeper.layout(edited, "m")).placed, "card")
    }
    assert {key for key in after if after[key] is not before[key]} == {"c4"}


def test_answers_carry_the_number_of_their_pain_point():
    found = {each.figure.id: each.figure for each in named(ARTIST.draw(WHOLE, LAYOUT).placed, "card")}
    for each in ("c200", "c201"):
        assert "1" in [shape.line.text for shape in found[each].shapes if isinstance(shape, Glyphs)]


def test_empty_cells_are_marked_where_the_lane_says_so():
    marks = named(ARTIST.draw(WHOLE, LAYOUT).placed, "empty")
    assert [each.figure.name for each in marks] == ["?"] * 11
    assert {each.x for each in marks} == {column.x + LAYOUT.cell_space.gutter for column in LAYOUT.columns[1:]}


def test_a_new_reading_is_drawn():
    measured = project(lane(card(1, "metric", text="", measure=Measure(metric="m")), kind="metrics"))
    readings = tuple(Reading(date=f"2026-0{n}", value=float(n)) for n in range(1, 4))
    one = changed(measured, metrics=(Metric(id="m", name="CSAT", readings=readings[:2]),))
    two = changed(measured, metrics=(Metric(id="m", name="CSAT", readings=readings),))
    painter, keeper = artist(), layouter()
    drawn = [named(painter.draw(each, keeper.layout(each, "m")).placed, "card")[0].figure for each in (one, two)]
    assert drawn[0] != drawn[1]


def test_headers_and_labels_can_be_had_alone():
    assert {each.figure.role for each in ARTIST.headers(LAYOUT)} == {"stage", "step"}
    labels = list(ARTIST.lanes(LAYOUT, Rect(0, 0, LAYOUT.width, LAYOUT.height)))
    assert [each.figure.id for each in labels] == [row.lane.id for row in LAYOUT.rows]
    assert list(ARTIST.lanes(LAYOUT, Rect(LAYOUT.labels.right + 1, 0, 500, LAYOUT.height))) == []


@examples(10)
@given(projects())
def test_any_project_can_be_drawn(whole):
    painter, keeper = artist(), layouter()
    for journey in whole.maps:
        drawing = painter.draw(whole, keeper.layout(whole, journey.id))
        lines = [shape for each in drawing.placed for shape in each.figure.shapes if isinstance(shape, Glyphs)]
        assert all(line.size > 0 for line in lines)


def test_the_sample_holds_all_its_words():
    sample = read(resources.root() / "samples" / "restaurant.journey").project
    drawing = artist().draw(sample, layouter().layout(sample, sample.maps[0].id))
    ink = "".join(
        shape.line.text for each in drawing.placed for shape in each.figure.shapes if isinstance(shape, Glyphs)
    )
    told = "".join(ink.split())
    cards = [each for one in sample.maps[0].lanes if not one.hidden for each in one.cards]
    assert [each.text for each in cards if "".join(each.text.split()) not in told] == []


def test_a_warm_frame_makes_no_card_anew():
    rect = Rect(0, 0, 1600, 1000)
    frames = (ARTIST.visible(WHOLE, LAYOUT, rect) for _ in range(2))
    first, second = ([each.figure for each in frame if each.figure.role == "card"] for frame in frames)
    assert first
    assert all(one is other for one, other in zip(first, second, strict=True))
