import pytest

from desktop.document.base import changed
from desktop.document.cards import Measure, Pain, Reading
from desktop.document.project import Metric
from desktop.drawing.rows import RowPen, meets, shown_cards
from desktop.drawing.shapes import Box, Figure, Glyphs, Path, Placed
from desktop.layout.places import Rect
from tests.emotion_lanes import marker
from tests.grids import STYLE, card, composer, lane, layouter, project

SPACE = STYLE.space


@pytest.fixture
def pen():
    return RowPen(composer())


def lay(*lanes, **fields):
    whole = changed(project(*lanes), **fields)
    return whole, layouter().layout(whole, "m")


def drawn(pen, whole, layout, number=0, columns=None, rect=None):
    across = layout.columns if columns is None else [layout.columns[each] for each in columns]
    whole_map = Rect(0.0, 0.0, layout.width, layout.height)
    return list(pen.row(whole, layout, layout.rows[number], across, rect or whole_map))


def ids(placed):
    return [each.figure.id for each in placed]


def test_cards_stand_at_their_row(pen):
    whole, layout = lay(lane(), lane(card(1, step=2), kind="notes"))
    (placed,) = drawn(pen, whole, layout, 1)
    assert placed.x == layout.columns[2].x + SPACE["gutter"]
    assert placed.y == layout.rows[1].y + SPACE["row-pad"]


def test_only_cards_of_the_columns_shown(pen):
    whole, layout = lay(lane(*(card(number, step=number) for number in range(4))))
    assert ids(drawn(pen, whole, layout, columns=[1, 2])) == ["c1", "c2"]


def test_a_spanning_card_is_shown_once_from_any_of_its_columns(pen):
    whole, layout = lay(lane(card(1, step=0, last=2)))
    for columns in ([0], [1], [2], [0, 1, 2], [2, 3]):
        assert ids(drawn(pen, whole, layout, columns=columns)) == ["c1"]
    assert drawn(pen, whole, layout, columns=[3]) == []


def test_cards_above_and_below_the_view_are_left_out(pen):
    whole, layout = lay(lane(card(1, rank="1"), card(2, rank="V"), card(3, rank="z")))
    second = layout.rows[0].content.cards[1].rect
    rect = Rect(0.0, layout.rows[0].y + second.y + 1, layout.width, second.height - 2)
    assert ids(drawn(pen, whole, layout, rect=rect)) == ["c2"]


def test_no_columns_no_cards(pen):
    _, layout = lay(lane(card(1)))
    assert list(shown_cards(layout.rows[0], [])) == []


def test_the_same_card_is_the_same_figure_after_other_edits(pen):
    whole, layout = lay(lane(card(1), card(2, step=1)))
    before = drawn(pen, whole, layout)
    edited, after = lay(lane(card(1, text="Other"), whole.maps[0].lanes[0].cards[1]))
    found = drawn(pen, edited, after)
    assert found[1].figure is before[1].figure
    assert found[0].figure is not before[0].figure


def test_another_width_is_another_figure(pen):
    whole, layout = lay(lane(card(1)))
    narrow = layouter().layout(whole, "m", 700.0)
    assert drawn(pen, whole, narrow)[0].figure.width < drawn(pen, whole, layout)[0].figure.width


def test_numbers_come_from_the_layout(pen):
    whole, layout = lay(lane(card(1, "pain", pain=Pain(severity=4)), kind="pains"))
    fill = next(shape for shape in drawn(pen, whole, layout)[0].figure.shapes if isinstance(shape, Box))
    assert fill.fill == STYLE.kind("pain").edge


def test_metrics_come_from_the_project(pen):
    readings = (Reading(date="2026-01", value=1.0), Reading(date="2026-02", value=2.0))
    metric = Metric(id="m", name="CSAT", readings=readings)
    whole, layout = lay(
        lane(card(1, "metric", text="", measure=Measure(metric="m")), kind="metrics"), metrics=(metric,)
    )
    (placed,) = drawn(pen, whole, layout)
    told = [shape.line.text for shape in placed.figure.shapes if isinstance(shape, Glyphs)]
    assert told == ["CSAT 2"]
    assert any(isinstance(shape, Path) and len(shape.commands) == 2 for shape in placed.figure.shapes)


def test_an_emotion_row_is_placed_at_its_y(pen):
    feelings = changed(lane(kind="emotions"), markers=(marker(0, 1.0), marker(1, -1.0)))
    whole, layout = lay(lane(card(1)), feelings)
    placed = drawn(pen, whole, layout, 1)
    marks = [each for each in placed if each.figure.role == "marker"]
    assert len(marks) == 2
    assert all(layout.rows[1].y < each.y < layout.labels.bottom for each in marks)


def test_emotions_out_of_view_are_left_out(pen):
    feelings = changed(lane(kind="emotions"), markers=(marker(0, 1.0), marker(3, -1.0)))
    whole, layout = lay(feelings)
    left = Rect(0.0, layout.rows[0].y, layout.columns[1].x, layout.rows[0].height)
    assert [each.figure.role for each in drawn(pen, whole, layout, rect=left)].count("marker") == 1


def test_a_divider_runs_over_all_columns(pen):
    whole, layout = lay(lane(kind="interaction", title=""))
    (placed,) = drawn(pen, whole, layout)
    assert (placed.figure.role, placed.figure.name) == ("divider", "Line of interaction")
    assert (placed.x, placed.figure.width) == (layout.stages.x, layout.stages.width)


def test_empty_cells_are_only_marked_where_asked(pen):
    whole, layout = lay(lane(card(1, step=1)), lane(card(2, step=1), kind="notes", empty="–"))
    assert [each.figure.role for each in drawn(pen, whole, layout, 0)] == ["card"]
    marks = [each for each in drawn(pen, whole, layout, 1) if each.figure.role == "empty"]
    assert [each.x - SPACE["gutter"] for each in marks] == [layout.columns[number].x for number in (0, 2, 3)]


def test_marks_of_empty_cells_share_a_figure(pen):
    whole, layout = lay(lane(empty="?"))
    assert len({id(each.figure) for each in drawn(pen, whole, layout)}) == 1


@pytest.mark.parametrize(
    ("rect", "seen"),
    [
        (Rect(0, 0, 9, 100), False),
        (Rect(0, 0, 11, 100), True),
        (Rect(21, 0, 50, 100), False),
        (Rect(0, 41, 100, 10), False),
        (Rect(0, 52, 100, 10), False),
        (Rect(0, 39, 100, 3), True),
    ],
)
def test_meeting_counts_what_overhangs(rect, seen):
    placed = Placed(12.0, 12.0, Figure("", "rule", "", 6.0, 26.0, (), 2.0))
    assert meets(placed, rect) is seen


def test_meeting_further_down():
    placed = Placed(0.0, 0.0, Figure("", "rule", "", 10.0, 10.0, ()))
    assert not meets(placed, Rect(0, 100, 10, 10))
    assert meets(placed, Rect(0, 100, 10, 10), 95.0)
