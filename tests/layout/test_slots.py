from hypothesis import given
from hypothesis import strategies as st

from desktop.layout.slots import card_at, column_at, row_at, slot_at
from tests.grids import STYLE, card, lane, layouter, project, rows_of_cards

LAYOUTER = layouter()
SPACE = STYLE.space


def lay(*lanes):
    return LAYOUTER.layout(project(*lanes), "m")


def middle(layout, number=0, column=0):
    """The middle of a cell."""
    row, across = layout.rows[number], layout.columns[column]
    return across.x + across.width / 2, row.y + row.height / 2


def below(place):
    return place.rect.y + place.rect.height * 0.75


@given(rows_of_cards(), st.floats(0, 1), st.floats(0, 1))
def test_a_slot_lies_between_its_neighbours(cards, across, down):
    layout = lay(lane(*cards))
    row = layout.rows[0]
    x = layout.columns[0].x + across * (4 * SPACE["column"] - 1)
    slot = slot_at(layout, x, row.y + down * (row.height - 1))
    cell = [place.card.id for place in row.content.cells[column_at(layout, x).index]]
    assert ["", *cell, ""][cell.index(slot.after) + 1 if slot.after else 0 :][:2][-1] == (slot.before or "")
    assert slot.lane == "l-actions"


@given(rows_of_cards())
def test_dropping_just_below_a_cards_middle_lands_after_it(cards):
    layout = lay(lane(*cards))
    row = layout.rows[0]
    for column in layout.columns:
        cell = row.content.cells[column.index]
        for number, place in enumerate(cell):
            slot = slot_at(layout, column.x + 1, row.y + below(place))
            following = cell[number + 1].card.id if number + 1 < len(cell) else ""
            assert (slot.step, slot.after, slot.before) == (column.step.id, place.card.id, following)


def test_an_empty_cell_has_no_neighbours():
    layout = lay(lane())
    slot = slot_at(layout, *middle(layout))
    assert (slot.after, slot.before) == ("", "")


def test_above_the_first_cards_middle_lands_before_it():
    layout = lay(lane(card(1)))
    slot = slot_at(layout, middle(layout)[0], layout.rows[0].y + 1)
    assert (slot.after, slot.before) == ("", "c1")


def test_below_the_last_card_lands_after_it():
    layout = lay(lane(card(1), height=4.0))
    row = layout.rows[0]
    slot = slot_at(layout, middle(layout)[0], row.y + row.height - 1)
    assert (slot.after, slot.before) == ("c1", "")


def test_outside_the_cells_there_is_no_slot():
    layout = lay(lane(card(1)))
    x, y = middle(layout)
    assert slot_at(layout, layout.labels.x + 1, y) is None
    assert slot_at(layout, layout.columns[-1].x + layout.columns[-1].width + 1, y) is None
    assert slot_at(layout, x, layout.rows[0].y - 1) is None
    assert slot_at(layout, x, layout.labels.bottom + 1) is None


def test_a_divider_takes_no_cards():
    layout = lay(lane(kind="visibility"), lane(kind="notes"))
    assert slot_at(layout, *middle(layout, 0)) is None
    assert slot_at(layout, *middle(layout, 1)).lane == "l-notes"


def test_an_emotion_lane_is_a_slot_that_the_tool_may_redirect():
    layout = lay(lane(kind="emotions"))
    assert slot_at(layout, *middle(layout)).lane == "l-emotions"


@given(rows_of_cards())
def test_every_card_is_found_in_its_middle(cards):
    layout = lay(lane(*cards), lane(kind="notes"))
    row = layout.rows[0]
    for place in row.content.cards:
        x, y = place.rect.x + place.rect.width / 2, row.y + place.rect.y + place.rect.height / 2
        assert card_at(layout, x, y) is place


def test_between_cards_there_is_none():
    layout = lay(lane(card(1)))
    place = layout.rows[0].content.cards[0]
    assert card_at(layout, place.rect.x - 1, layout.rows[0].y + place.rect.y + 1) is None
    assert card_at(layout, place.rect.x + 1, layout.rows[0].y + place.rect.bottom + 1) is None
    assert card_at(layout, 0.0, 0.0) is None


def test_rows_and_columns_are_half_open():
    layout = lay(lane(), lane(kind="notes"))
    first, second = layout.rows
    assert row_at(layout, first.y) is first
    assert row_at(layout, second.y) is second
    assert row_at(layout, second.y + second.height) is None
    assert column_at(layout, layout.columns[1].x) is layout.columns[1]
    assert column_at(layout, layout.columns[0].x - 0.01) is None


def test_a_map_without_steps_has_no_slots():
    layout = LAYOUTER.layout(project(lane(), steps=()), "m")
    assert slot_at(layout, 200.0, layout.rows[0].y + 1) is None
    assert row_at(layout, layout.rows[0].y + 1) is layout.rows[0]
