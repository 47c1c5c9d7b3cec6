"""Tables that nobody has asked for: pages of the web in cells, ragged and dense ones, lanes and steps in the way."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import resources
from desktop.desk.clipping import rows_of
from desktop.desk.desk import Desk
from desktop.desk.pasting import Pasting, count_ids
from desktop.desk.tableplan import Planner
from desktop.dialogs.paste.goals import GoalWords
from desktop.dialogs.paste.grid import CARDS, KIND, Cells
from desktop.dialogs.paste.preview import PastePreview
from desktop.document.base import changed
from desktop.document.checks import check
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import lock_lane
from desktop.document.edits.paste_table import NewLane, paste_cells, texts_of
from desktop.document.errors import EditError
from desktop.document.ids import Ids, ids_of
from desktop.document.locate import steps_in_order
from desktop.exchange.tables import squared, turned
from desktop.session import Session

WORDS = resources.words("en")
PAGE = '<b>fat</b><img src="file:///etc/hostname"><a href="x">y</a>'
NAMES = ("", "Pain points", "Actions", "Orders", "Compares", "Emotions", "Smells", "-1", "slow\nlate", PAGE)
TABLES = (
    st.lists(st.lists(st.sampled_from(NAMES), min_size=1, max_size=5), min_size=1, max_size=5).map(squared).filter(bool)
)
FEW = settings(max_examples=25, deadline=None)


@pytest.fixture(scope="module")
def journey(sample):
    return sample.project.maps[0]


@pytest.fixture(scope="module")
def planner(journey):
    lane = next(lane for lane in journey.lanes if lane.kind == "pains")
    return Planner(journey, Spot(lane.id, steps_in_order(journey)[0].id), WORDS)


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, WORDS, Ids(random.Random(3).getrandbits, ids_of(session.project)))


def shown(qtbot, desk, table):
    dialog = PastePreview(desk, desk.journey, Pasting(desk).planner(), table)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.grid.setFocus()
    return dialog


@FEW
@given(TABLES)
def test_every_plan_has_a_goal_for_every_row_and_column(planner, table):
    plan = planner.plan(table)
    assert len(plan.goals.lanes) == len(plan.body) == len(plan.lane_names)
    assert {len(row) for row in plan.body} <= {len(plan.goals.steps)}
    assert len(plan.step_names) == len(plan.goals.steps)


@FEW
@given(TABLES, st.booleans())
def test_as_many_come_as_were_told_and_nothing_is_lost(sample, planner, table, split):
    plan = planner.plan(table)
    plan = planner.read(plan.table, round_=False, steps_above=False, lanes_before=False, split=split)
    before = sample.project.maps[0]
    try:
        after = paste_cells(sample.project, before.id, plan.body, plan.goals, new_id=count_ids(), split=split).maps[0]
    except EditError:
        return
    came = sorted(card.text for lane in after.lanes for card in lane.cards if card.id.startswith("trial-"))
    wanted = [text for row in plan.body for cell in row for text in texts_of(cell, split)]
    felt = len(wanted) - len(came)
    assert felt >= 0
    assert felt == 0 or all(one in wanted for one in came)
    assert plan.count() >= len(came)


@FEW
@given(TABLES)
def test_what_comes_is_sound(sample, planner, table):
    plan, project = planner.plan(table), sample.project
    known = {(one.code, one.path) for one in check(project, ())}
    try:
        after = paste_cells(project, project.maps[0].id, plan.body, plan.goals, new_id=count_ids())
    except EditError:
        return
    assert not [one for one in check(after, ()) if "missing" in one.code and (one.code, one.path) not in known]


@FEW
@given(TABLES)
def test_the_other_way_round_and_back_is_the_same(planner, table):
    over = planner.read(table, round_=True, steps_above=False, lanes_before=False)
    assert turned(over.body) == planner.read(table, round_=False, steps_above=False, lanes_before=False).body


@FEW
@given(TABLES)
def test_no_page_of_the_web_is_shown_in_a_tooltip(journey, planner, table):
    cells = Cells(planner.plan(table), GoalWords(journey, WORDS))
    tips = [
        cells.headerData(at, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole) for at in range(cells.rowCount())
    ]
    tips += [
        cells.index(row, column).data(Qt.ItemDataRole.ToolTipRole)
        for row in range(cells.rowCount())
        for column in range(cells.columnCount())
    ]
    assert not any("<img" in one or "<a " in one for one in tips)


def test_a_long_heading_can_be_read_in_its_tooltip(journey, planner):
    long = "Compares and thinks for a long time whether it is worth it"
    cells = Cells(planner.plan([["", long, "Orders"], ["Pain points", "slow", "late"]]), GoalWords(journey, WORDS))
    assert long in cells.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)


def test_a_thousand_cells_are_shown_and_pasted(qtbot, desk):
    table = rows_of("\n".join("\t".join(f"cell {row} {column}" for column in range(10)) for row in range(100)))
    dialog = shown(qtbot, desk, table)
    before = desk.project
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    assert len(desk.chosen.cards) == 1_000
    desk.undo()
    assert desk.project is before


def test_a_map_on_which_all_is_locked_gets_a_lane(qtbot, desk):
    for lane in desk.journey.lanes:
        desk.attempt("lock", lambda p, one=lane.id: lock_lane(p, desk.map_id, one, True))
    dialog = shown(qtbot, desk, [["a", "b"], ["c", "d"]])
    assert all(isinstance(goal, NewLane) for goal in dialog.plan.goals.lanes)
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    assert {card.text for card in desk.chosen.cards} == {"a", "b", "c", "d"}


def test_a_file_that_is_only_read_takes_nothing(qtbot, desk):
    before, desk.session.read_only = desk.project, True
    dialog = shown(qtbot, desk, [["a", "b"], ["c", "d"]])
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    assert desk.project is before
    assert dialog.isHidden()


def test_a_bare_map_gets_stages_and_lanes_by_the_preview(qtbot, desk):
    bare = changed(desk.journey, stages=(), lanes=(), links=(), ballots=(), agenda=(), inbox=(), parking=())
    project = changed(desk.project, maps=(bare,))
    desk.attempt("bare", lambda _: project)
    dialog = shown(qtbot, desk, [["", "Enter", "Pay"], ["Pain points", "slow", "dear"]])
    QTest.keyClick(dialog.grid, Qt.Key.Key_Return)
    assert len(steps_in_order(desk.journey)) == 2
    assert {card.text for lane in desk.journey.lanes for card in lane.cards} == {"slow", "dear"}


def test_what_is_left_out_has_no_kind(journey, planner):
    plan = planner.plan([["a", "b"], ["c", "d"]])
    cells = Cells(plan.with_lane(0, "").with_step(1, ""), GoalWords(journey, WORDS))
    kinds = [[cells.index(row, column).data(KIND) for column in range(2)] for row in range(2)]
    assert (kinds[0], kinds[1][1]) == ([None, None], None)
    assert cells.index(1, 0).data(CARDS) == ["c"]
