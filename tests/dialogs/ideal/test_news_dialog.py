"""What is new in the current map: ticked, brought over, passed over."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.dialogs.ideal.news import NewsDialog
from desktop.dialogs.ideal.newslist import kind_of, place_of, worded
from desktop.document.cards import Card, Marker
from desktop.document.edits.cards import Spot, add_card
from desktop.document.edits.stages import add_stage
from desktop.document.journey import Lane, Stage, Step
from desktop.document.keyed import find
from desktop.document.locate import cards_of
from desktop.resources import words

WORDS = words("en")


@pytest.fixture
def later(desk):
    """A stage and a pain point have come to the current map, too."""
    ids = iter(["after", "leave"])
    whole = add_stage(desk.project, "m", "After", new_id=lambda: next(ids))
    lane = next(one for one in find(whole.maps, "m").lanes if one.kind == "thoughts")
    whole = add_card(whole, "m", Spot(lane.id, "leave"), "thought", new_id=lambda: "sigh", text="Never\nagain")
    desk.edit("Later", whole)
    return desk


@pytest.fixture
def dialog(opened, later, ideal):
    return opened(NewsDialog(ideal, later.map_id))


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(dialog):
    items = [dialog.list.topLevelItem(number) for number in range(dialog.list.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items]


def test_everything_is_listed_with_its_place_and_ticked(dialog):
    assert rows(dialog) == [
        ["After", "Stage", ""],
        ["Step", "Step", "After"],
        ["Rings", "Action", "Doing · Step 1"],
        ["Never again", "Thought", "Thoughts · After"],
    ]
    assert dialog.list.chosen == ("after", "leave", "late", "sigh")
    assert dialog.told.text().startswith("4 things are new in ")


def test_bringing_all_over_ends_it(dialog, later):
    click(dialog.bring)
    assert {"Rings", "Never\nagain"} <= {card.text for card in cards_of(later.journey)}
    assert not dialog.isVisible()


def test_return_brings_over(dialog, later):
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    assert "Rings" in {card.text for card in cards_of(later.journey)}


def test_space_unticks_a_row(dialog):
    QTest.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.list.chosen == ("leave", "late", "sigh")
    assert dialog.bring.text() == "Bring over (3)"
    assert not dialog.all.isChecked()


def test_passing_some_over_leaves_the_others(dialog, later):
    click(dialog.all)
    assert dialog.list.chosen == ()
    assert not dialog.bring.isEnabled()
    row = dialog.list.topLevelItem(2)
    row.setCheckState(0, Qt.CheckState.Checked)
    click(dialog.pass_over)
    assert [row[0] for row in rows(dialog)] == ["After", "Step", "Never again"]
    assert "late" in later.journey.passed


def test_ticking_all_again(dialog):
    click(dialog.all)
    click(dialog.all)
    assert len(dialog.list.chosen) == 4


def test_whoever_may_not_edit_looks_only(later, ideal, opened):
    later.session.read_only = True
    other = opened(NewsDialog(ideal, later.map_id))
    assert not other.bring.isEnabled()
    assert not other.pass_over.isEnabled()


@pytest.mark.parametrize(
    ("thing", "said"),
    [
        (Card(id="c", kind="pain"), ("Pain point", "Pain point")),
        (Card(id="c", kind="pain", text=" Cold "), ("Cold", "Pain point")),
        (Marker(id="m", step="d", value=-1.5, label="lost"), ("−1.5 lost", "Emotion")),
        (Lane(id="l", kind="pains"), ("Pain points", "Lane")),
        (Stage(id="s", title="Pay"), ("Pay", "Stage")),
        (Step(id="d"), ("Step", "Step")),
    ],
)
def test_what_a_thing_is_called(thing, said):
    assert (worded(thing, WORDS), kind_of(thing, WORDS)) == said


def test_a_lane_has_no_place(later):
    journey = find(later.project.maps, "m")
    assert place_of(journey.lanes[0], journey, WORDS) == ""
