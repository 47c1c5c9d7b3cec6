"""Dragging a card's edge over steps, with real mouse and key events."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.desk.lens import Lens
from desktop.document.base import in_order
from desktop.document.edits.cards import span_card
from desktop.document.edits.lanes import lock_lane
from desktop.document.locate import columns_of

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small(canvas, qapp):
    """All steps are seen."""
    canvas.fit()
    qapp.processEvents()  # the scroll bars go, which makes more room
    return canvas


def edge(hand, text, at_end=True):
    """A point on the edge of a card."""
    rect = hand.canvas.scene.hits.rect(hand.card(text))
    point = hand.point(rect.right if at_end else rect.x, rect.y + rect.height / 2)
    return point + QPoint(-2 if at_end else 2, 0)


def over(hand, title, share=0.5):
    """A point over a step, at the height of the pointer's row."""
    column = next(each for each in hand.canvas.scene.layout.columns if each.step.title == title)
    x, _ = hand.canvas.view.to_window(column.x + column.width * share, 0)
    return QPoint(round(x), hand.at.y())


def stretch(hand, text, title, at_end=True, share=0.5):
    hand.press(edge(hand, text, at_end))
    hand.move(over(hand, title, share))


def span(hand, text):
    """The titles of the first and last step of a card."""
    _, place = hand.canvas.scene.hits.find(hand.card(text))
    steps = {step.id: step.title for stage in hand.canvas.desk.journey.stages for step in stage.steps}
    return steps[place.card.first], steps[place.card.last]


def test_the_right_edge_spans_the_steps_that_it_comes_into(hand, small, session):
    stretch(hand, "Review site", "Finds the place")
    hand.release()
    assert span(hand, "Review site") == ("Compares", "Finds the place")
    assert session.undoable.label == "Span touchpoint"


def test_the_left_edge_spans_to_the_left(hand, small):
    stretch(hand, "Waiter", "Is welcomed", at_end=False)
    hand.release()
    assert span(hand, "Waiter") == ("Is welcomed", "Orders")


def test_it_is_shown_before_the_button_is_released(hand, small, session):
    stretch(hand, "Review site", "Finds the place")
    assert span(hand, "Review site") == ("Compares", "Finds the place")
    assert session.undoable is None
    small.viewport().grab()
    hand.key(Qt.Key.Key_Escape)
    assert span(hand, "Review site") == ("Compares", "Compares")


@pytest.mark.parametrize(("at_end", "beyond"), [(True, "Hears about it"), (False, "Eats")])
def test_a_card_keeps_one_step_and_is_never_turned_round(hand, small, session, at_end, beyond):
    stretch(hand, "Review site", beyond, at_end)
    hand.release()
    assert span(hand, "Review site") == ("Compares", "Compares")
    assert session.undoable is None


def test_a_card_shrinks_again(hand, small):
    stretch(hand, "Review site", "Finds the place")
    hand.release()
    stretch(hand, "Review site", "Books a table")
    hand.release()
    assert span(hand, "Review site") == ("Compares", "Books a table")


@pytest.mark.parametrize(("share", "last"), [(0.3, "Compares"), (0.45, "Books a table")])
def test_a_step_counts_from_two_fifths_on(hand, small, share, last):
    stretch(hand, "Review site", "Books a table", share=share)
    assert span(hand, "Review site") == ("Compares", last)
    hand.key(Qt.Key.Key_Escape)


def test_beside_the_map_the_edge_stays_at_the_last_step(hand, small):
    hand.press(edge(hand, "Review site"))
    last = small.scene.layout.columns[-1]
    hand.move(QPoint(round(small.view.to_window(last.x + last.width, 0)[0]) + 20, hand.at.y()))
    assert span(hand, "Review site")[1] == last.step.title
    hand.key(Qt.Key.Key_Escape)


def test_selected_cards_that_end_at_the_same_step_are_spanned_together(hand, small, session):
    for text in ("Review site", "Menu page", "Waiter"):
        hand.click(hand.on(text), CTRL)
    stretch(hand, "Review site", "Books a table")
    hand.release()
    ends = [span(hand, text)[1] for text in ("Review site", "Menu page", "Waiter")]
    assert ends == ["Books a table", "Books a table", "Orders"]
    assert session.undoable.label == "Span 2 cards"
    session.undo()
    assert session.undoable is None


def test_a_card_that_is_not_selected_is_spanned_alone(hand, small):
    hand.click(hand.on("Menu page"))
    stretch(hand, "Review site", "Books a table")
    hand.release()
    assert span(hand, "Menu page") == ("Compares", "Compares")
    assert small.desk.selected == hand.cards("Review site")


def test_shorter_ones_among_them_stop_at_their_own_step(hand, small, session):
    map_ = session.project.maps[0]
    steps = columns_of(map_).steps
    long = span_card(session.project, map_.id, hand.card("Word of mouth"), steps[0], steps[2])
    session.edit("Span", long, map_.id)
    for text in ("Word of mouth", "Review site"):
        hand.click(hand.on(text), CTRL)
    stretch(hand, "Word of mouth", "Hears about it")
    hand.release()
    assert span(hand, "Word of mouth") == ("Hears about it", "Hears about it")
    assert span(hand, "Review site") == ("Compares", "Compares")


@pytest.mark.parametrize(
    ("text", "at_end", "expected"),
    [
        ("Search result", True, ("Looks it up", "Books a table")),
        ("Street sign", False, ("Compares", "Finds the place")),
    ],
)
def test_a_folded_stage_is_covered_as_a_whole(hand, small, text, at_end, expected):
    stage = next(stage for stage in small.desk.journey.stages if stage.title == "Decide")
    small.desk.look(Lens(stages=frozenset([stage.id])))
    column = next(each for each in small.scene.layout.columns if each.folds)
    hand.press(edge(hand, text, at_end))
    hand.move(QPoint(round(small.view.to_window(column.x + column.width / 2, 0)[0]), hand.at.y()))
    hand.release()
    assert span(hand, text) == expected


def test_an_edge_that_returns_to_its_folded_stage_changes_nothing(hand, small, session):
    """The card ends within the folded stage, and stays ending there."""
    stage = next(stage for stage in small.desk.journey.stages if stage.title == "Decide")
    map_, first = session.project.maps[0], in_order(stage.steps)[0].id
    wide = span_card(session.project, map_.id, hand.card("Search result"), columns_of(map_).steps[1], first)
    session.edit("Span", wide, map_.id)
    small.desk.look(Lens(stages=frozenset([stage.id])))
    before = session.project
    start = edge(hand, "Search result")
    hand.press(start)
    hand.move(start + QPoint(60, 0))
    hand.move(start)
    hand.release()
    assert session.project is before


def test_the_edges_of_a_locked_lane_stay(hand, small, session):
    said = []
    small.desk.said.connect(said.append)
    map_ = session.project.maps[0]
    lane = next(lane for lane in map_.lanes if lane.kind == "touchpoints")
    session.edit("Lock", lock_lane(session.project, map_.id, lane.id, True), map_.id)
    stretch(hand, "Review site", "Finds the place")
    assert small.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    hand.release()
    assert (session.undoable.label, said) == ("Lock", ["The lane is locked; unlock it first."])


def test_a_click_on_an_edge_is_a_click_on_the_card(hand, small):
    hand.click(edge(hand, "Review site"))
    assert small.desk.selected == hand.cards("Review site")
    hand.click(edge(hand, "Menu page"), CTRL)
    assert small.desk.selected == hand.cards("Review site", "Menu page")
    hand.click(edge(hand, "Menu page"))
    assert small.desk.selected == hand.cards("Menu page")


def test_the_pointer_tells_an_edge(hand, small):
    hand.press(edge(hand, "Review site"))
    assert small.viewport().cursor().shape() == Qt.CursorShape.SizeHorCursor
    hand.release()


@pytest.mark.parametrize("end", ["escape", "focus", "hide"])
def test_a_span_that_is_given_up_leaves_no_trace(hand, small, session, bytes_of, end):
    scene, saved = small.scene, bytes_of()
    stretch(hand, "Review site", "Finds the place")
    assert small.scene is not scene
    ways = {"escape": lambda: hand.key(Qt.Key.Key_Escape), "focus": small.clearFocus, "hide": small.hide}
    ways[end]()
    assert (small.scene, bytes_of(), session.undoable, small.tool) == (scene, saved, None, None)
