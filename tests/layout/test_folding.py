"""Folded stages: one narrow column, without the cards within, under those that span it."""

import pytest

from desktop.document.cards import Marker
from desktop.document.journey import AgendaPoint
from desktop.layout.columns import FOLDED, FOLDED_AT_MOST
from desktop.layout.slots import slot_at
from tests.grids import STYLE, artist, card, lane, layouter, project, stages, with_map

SPACE = STYLE.space
LAYOUTER = layouter()
MIDDLE = {"s1": "3 cards"}


def folded(*cards, folds=MIDDLE, **fields):
    """A map of three stages, d0 d1 | d2 d3 | d4 d5, the middle one folded."""
    return LAYOUTER.layout(project(lane(*cards, **fields), steps=(2, 2, 2)), "m", folds=folds)


def shown(layout):
    return {place.card.id: (place.first, place.last) for place in layout.rows[0].content.cards}


def test_a_folded_stage_is_one_column():
    columns = folded().columns
    assert [column.step.id for column in columns] == ["d0", "d1", "d2", "d4", "d5"]
    assert columns[2].folds == ("d2", "d3")
    assert not any(column.folds for column in columns if column is not columns[2])


def test_the_column_is_narrow_and_the_others_are_as_wide_as_ever():
    widths = [column.width / SPACE["column"] for column in folded().columns]
    assert widths[:2] == widths[3:] == [1.0, 1.0]
    assert FOLDED <= widths[2] < 0.7


def test_a_long_title_widens_the_column_as_far_as_a_usual_one():
    (one,) = stages(1)
    long = one.model_copy(update={"title": "W" * 40})
    layout = LAYOUTER.layout(with_map(project(), stages=(long,)), "m", folds={"s0": "1 card"})
    assert layout.columns[0].width == FOLDED_AT_MOST * SPACE["column"]


def test_the_header_tells_what_is_inside():
    layout = folded()
    assert layout.step_places[2].text.text == "3 cards"
    assert [place.stage.id for place in layout.stage_places] == ["s0", "s1", "s2"]


def test_the_title_of_a_folded_stage_is_set_smaller():
    assert [place.text.role for place in folded().stage_places] == ["stage", "step", "stage"]


def test_cards_within_are_not_shown():
    assert shown(folded(card(1, step=2), card(2, step=3), card(3, step=2, last=3), card(4, step=4))) == {"c4": (3, 3)}


@pytest.mark.parametrize(
    ("first", "last", "columns"), [(0, 2, (0, 2)), (1, 3, (1, 2)), (3, 4, (2, 3)), (2, 5, (2, 4)), (0, 5, (0, 4))]
)
def test_spanning_cards_begin_and_end_on_the_column(first, last, columns):
    own = card(1, step=first, last=last)
    layout = folded(own)
    assert shown(layout) == {"c1": columns}
    assert layout.rows[0].content.cards[0].card is own


def test_a_card_over_two_folded_stages_is_shown():
    assert shown(folded(card(1, step=1, last=3), card(2, step=0, last=3), folds={"s0": "1", "s1": "0"})) == {
        "c1": (0, 1),
        "c2": (0, 1),
    }


def test_markers_within_are_not_shown_and_the_curve_goes_on():
    markers = tuple(Marker(id=f"e{step}", step=f"d{step}", value=1.0) for step in range(6))
    layout = folded(kind="emotions", markers=markers)
    places = layout.rows[0].content.markers
    assert [place.marker.step for place in places] == ["d0", "d1", "d4", "d5"]
    assert len(layout.rows[0].content.curves[0].segments) == 3


def test_what_is_dropped_on_the_column_comes_to_its_first_step():
    layout = folded(card(1, step=2))
    column, row = layout.columns[2], layout.rows[0]
    slot = slot_at(layout, column.x + column.width / 2, row.y + 5)
    assert (slot.step, slot.after, slot.before) == ("d2", "", "")


def test_unfolding_gives_the_same_rows_again():
    before = folded(card(1, step=2), folds={})
    folded(card(1, step=2))
    again = folded(card(1, step=2), folds={})
    assert again == before


def test_a_lane_is_not_laid_out_again_while_nothing_changes():
    whole = project(lane(card(1, step=2), card(2, step=4)), steps=(2, 2, 2))
    before = LAYOUTER.layout(whole, "m", folds=MIDDLE)
    after = LAYOUTER.layout(with_map(whole, agenda=(AgendaPoint(id="a"),)), "m", folds=dict(MIDDLE))
    assert after.rows[0].content is before.rows[0].content
    assert after.columns is before.columns


def test_every_stage_can_be_folded():
    layout = folded(card(1, step=2), folds={"s0": "0", "s1": "1", "s2": "0"}, kind="emotions")
    assert len(layout.columns) == 3
    assert shown(layout) == {}


def test_empty_cells_of_a_folded_stage_show_nothing():
    whole = project(lane(card(1, step=0), empty="?"), steps=(2, 2, 2))
    layout = LAYOUTER.layout(whole, "m", folds=MIDDLE)
    marks = [each.step for each in artist().draw(whole, layout).placed if each.figure.role == "empty"]
    assert marks == ["d1", "d4", "d5"]
