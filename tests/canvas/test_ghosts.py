"""Places of an earlier layout, found again in the one that is shown now."""

import pytest
from hypothesis import given, settings

from desks import marker
from desktop.canvas.ghosts import ghosts, placed
from desktop.canvas.hits import Hits
from desktop.document.base import changed
from desktop.document.edits.lanes import remove_lane
from desktop.document.edits.steps import remove_step, set_step_width
from desktop.layout.columns import NONE
from grids import card, lane, layouter, project, rows_of_cards, with_map

LAYOUTER = layouter()
FELT = (marker(1, 0), marker(2, 2))
VISIT = project(
    lane(card(1), card(2), card(3, step=1, last=2), card(4, step=3)), lane(kind="thoughts"), lane(kind="emotions")
)
VISIT = with_map(
    VISIT,
    lanes=tuple(changed(each, markers=FELT) if each.kind == "emotions" else each for each in VISIT.maps[0].lanes),
)


def laid(whole):
    return LAYOUTER.layout(whole, "m", folds=NONE)


def there(whole, things, now=None):
    """The boxes of things as they stood in one map, on another."""
    before = Hits(laid(whole))
    return dict(placed(ghosts(before, things), laid(now or whole)))


@pytest.mark.parametrize("thing", ["c1", "c2", "c3", "c4", "m1", "m2"])
def test_on_the_same_map_a_place_is_where_it_was(thing):
    box, ghost = Hits(laid(VISIT)).rect(thing), there(VISIT, [thing])[thing]
    assert tuple(ghost) == pytest.approx(tuple(box))


def test_things_without_a_place_have_no_ghost():
    assert there(VISIT, ["nowhere", "d1", "l-actions"]) == {}


def test_a_wider_column_takes_cards_along_and_markers_in_its_middle():
    now = set_step_width(VISIT, "m", "d0", 2.0)
    before, after = there(VISIT, ["c1", "m1", "c4"]), there(VISIT, ["c1", "m1", "c4"], now)
    assert after["c1"].width > before["c1"].width
    assert after["m1"].width == pytest.approx(before["m1"].width)
    assert after["m1"].x > before["m1"].x
    assert after["c4"].x > before["c4"].x


def test_a_span_whose_end_has_gone_has_no_place():
    now = remove_step(VISIT, "m", "d2", new_id=lambda: "new")
    assert set(there(VISIT, ["c3", "c4", "m2"], now)) == {"c4"}


def test_a_lane_that_has_gone_takes_its_places_along():
    now = remove_lane(VISIT, "m", "l-actions", new_id=lambda: "new")
    assert set(there(VISIT, ["c1", "m1"], now)) == {"m1"}


def test_a_place_stays_within_a_row_that_has_become_low():
    tall = project(lane(*(card(number) for number in range(8))), lane(kind="thoughts"))
    low = with_map(tall, lanes=(changed(tall.maps[0].lanes[0], cards=()), *tall.maps[0].lanes[1:]))
    row = next(row for row in laid(low).rows if row.lane.id == "l-actions")
    box = there(tall, ["c7"], low)["c7"]
    assert row.y <= box.y
    assert box.bottom <= row.y + row.height + 0.01


@settings(max_examples=20, deadline=None)
@given(rows_of_cards(), rows_of_cards())
def test_every_place_lies_on_the_map_whatever_it_has_become(before, after):
    old, new = project(lane(*before)), project(lane(*after))
    layout = laid(new)
    for box in there(old, [each.id for each in before], new).values():
        assert layout.labels.right <= box.x
        assert box.right <= layout.width + 0.01
        assert layout.rows[0].y <= box.y + 0.01
