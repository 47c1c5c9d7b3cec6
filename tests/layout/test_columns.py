import pytest

from desktop.document.base import changed
from desktop.layout.columns import NARROWEST, columns, stage_band, step_band
from tests.grids import EM, STYLE, composer, stages

SET = composer()
SPACE = STYLE.space


def wider(counts, **widths):
    """Stages in which the steps named have other widths."""
    return tuple(
        changed(stage, steps=tuple(changed(step, width=widths.get(step.id, 1.0)) for step in stage.steps))
        for stage in stages(*counts)
    )


def test_columns_stand_side_by_side():
    across = columns(stages(2, 1), 100.0, None, SET)
    assert [column.step.id for column in across] == ["d0", "d1", "d2"]
    assert [column.index for column in across] == [0, 1, 2]
    assert [column.x for column in across] == [100.0 + number * SPACE["column"] for number in range(3)]


def test_a_steps_width_is_relative():
    across = columns(wider((3,), d1=2.0), 0.0, None, SET)
    assert [column.width / SPACE["column"] for column in across] == [1.0, 2.0, 1.0]


def test_columns_share_the_room():
    across = columns(wider((3,), d1=2.0), 50.0, 800.0, SET)
    assert [column.width for column in across] == [200.0, 400.0, 200.0]
    assert across[-1].x + across[-1].width == 850.0


def test_columns_stay_wide_enough_to_read():
    assert columns(stages(4), 0.0, 10.0, SET)[0].width == NARROWEST * EM


def test_ranks_decide_not_the_file():
    shuffled = tuple(reversed(stages(1, 2)))
    assert [column.step.id for column in columns(shuffled, 0.0, None, SET)] == ["d0", "d1", "d2"]


def test_no_stages_no_columns():
    assert columns((), 0.0, 500.0, SET) == ()
    assert stage_band((), 7.0, SET) == ((), 0.0)
    assert step_band((), 7.0, SET)[0] == ()


def test_a_stage_reaches_over_its_cards_and_leaves_a_gap():
    across = columns(stages(2, 1), 0.0, None, SET)
    (first, second), _ = stage_band(across, 0.0, SET)
    assert (first.rect.x, first.rect.right) == (SPACE["gutter"], 2 * SPACE["column"] - SPACE["gutter"])
    assert second.rect.x - first.rect.right == pytest.approx(2 * SPACE["gutter"])


def test_the_stage_band_is_as_high_as_its_fullest_header():
    long = tuple(changed(stage, title="A stage with a long name" * (stage.id == "s1")) for stage in stages(2, 1))
    places, height = stage_band(columns(long, 0.0, None, SET), 10.0, SET)
    assert places[1].text.lines > 1
    assert height == places[1].text.bottom - 10.0
    assert {place.rect.height for place in places} == {height}


def test_steps_stand_on_the_same_foot():
    long = changed(
        stages(2)[0], steps=tuple(changed(s, title="Compares many menus" * (s.id == "d0")) for s in stages(2)[0].steps)
    )
    places, height = step_band(columns((long,), 0.0, None, SET), 10.0, SET)
    assert places[0].text.lines > places[1].text.lines == 1
    assert places[0].text.bottom == pytest.approx(places[1].text.bottom)
    assert places[0].text.bottom + SPACE["step-rule-gap"] + SPACE["step-rule"] == pytest.approx(10.0 + height)


def test_step_titles_keep_inside_their_columns():
    places, _ = step_band(columns(stages(3), 0.0, None, SET), 0.0, SET)
    for place in places:
        assert place.text.x == place.column.x + SPACE["gutter"]
        assert place.text.width == place.column.width - 2 * SPACE["gutter"]
