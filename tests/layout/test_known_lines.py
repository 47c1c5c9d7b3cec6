"""Headings with how much is known: only where the map shows it, clear of the words above, and made anew in time."""

import pytest

from desktop.document.base import changed
from desktop.document.cards import Evidence
from desktop.layout.known import HEIGHT, SHOWN, WIDE, known_line, lane_share
from desktop.method.coverage import Share
from tests.grids import EM, card, composer, lane, layouter, project, with_card, with_map

SET = composer()
HALF = Share({"research": 1, "": 1})
PROVEN = Evidence(state="research")


def covered(**fields):
    cards = lane(card(1, evidence=PROVEN), card(2, step=1))
    return project(cards, lane(kind="visibility"), lane(kind="notes"), **{"shows": (SHOWN,), **fields})


def laid_out(whole, before=None):
    return (before or layouter()).layout(whole, "m")


def test_a_bar_stands_before_its_figure():
    line = known_line(HALF, 10.0, 50.0, 20 * EM, SET)
    assert line.text.text == "50\u00a0%"
    assert (line.bar.rect.x, line.bar.rect.width, line.bar.rect.height) == (10.0, WIDE * EM, HEIGHT * EM)
    assert line.bar.rect.right < line.text.x
    assert 50.0 < line.bar.rect.y < line.bar.rect.bottom < line.bottom


def test_in_a_narrow_heading_the_bar_gives_way():
    line = known_line(HALF, 0.0, 0.0, 5 * EM, SET)
    assert EM <= line.bar.rect.width < WIDE * EM
    assert line.text.x + line.text.width <= 5 * EM + 1e-6


@pytest.mark.parametrize("share", [None, Share()])
def test_where_nothing_is_stated_there_is_no_line(share):
    assert known_line(share, 0.0, 0.0, 100.0, SET) is None


def test_a_lane_is_counted_by_itself():
    assert lane_share(lane(card(1, evidence=PROVEN), card(2), card(3, "note"))).counts == {"research": 1, "": 1}


def test_lanes_and_stages_show_what_is_known_of_them():
    layout = laid_out(covered())
    assert [row.content.bar and row.content.bar.share.known for row in layout.rows] == [0.5, None, None]
    assert [place.bar and place.bar.share.known for place in layout.stage_places] == [0.5, None]


def test_without_the_wish_nothing_is_shown():
    layout = laid_out(covered(shows=()))
    assert not any(row.content.bar for row in layout.rows)
    assert not any(place.bar or place.figure for place in layout.stage_places)


def test_bars_keep_clear_of_words_and_steps():
    layout = laid_out(covered())
    first, stage = layout.rows[0].content, layout.stage_places[0]
    assert first.bar.rect.y >= first.label[-2].bottom
    assert first.height >= first.label[-1].bottom
    assert stage.rect.bottom <= stage.bar.rect.y < stage.figure.bottom <= layout.stages.bottom + 1e-6


def test_the_headers_are_higher_by_the_bars():
    bare, shown = (laid_out(covered(shows=shows)) for shows in ((), (SHOWN,)))
    assert shown.steps.y > bare.steps.y
    assert shown.stage_places[0].rect == bare.stage_places[0].rect


def test_an_edit_shows_in_both():
    keep, whole = layouter(), covered()
    laid_out(whole, keep)
    layout = laid_out(with_card(whole, "l-actions", card(2, step=1, evidence=PROVEN)), keep)
    assert (layout.rows[0].content.bar.share.known, layout.stage_places[0].bar.share.known) == (1.0, 1.0)


def test_switching_them_off_and_on_again_is_noticed():
    keep, whole = layouter(), covered()
    for shows in ((SHOWN,), (), (SHOWN,)):
        layout = laid_out(with_map(whole, shows=shows), keep)
        assert bool(layout.rows[0].content.bar) is bool(layout.stage_places[0].bar) is bool(shows)


def test_an_edit_that_changes_no_share_keeps_the_headers():
    keep, whole = layouter(), covered()
    before = laid_out(whole, keep).stage_places
    assert laid_out(with_card(whole, "l-actions", card(2, step=1, text="Waits")), keep).stage_places is before


def test_a_stage_that_is_folded_shows_what_is_within():
    layout = layouter().layout(covered(), "m", folds={"s0": "2 cards"})
    assert layout.stage_places[0].bar.share.known == 0.5


def test_bars_are_in_the_layout_of_a_renamed_stage():
    whole = covered()
    stages = (changed(whole.maps[0].stages[0], title="Arrive"), whole.maps[0].stages[1])
    assert laid_out(with_map(whole, stages=stages)).stage_places[0].bar.share.total == 2
