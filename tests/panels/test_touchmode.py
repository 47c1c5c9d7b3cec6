"""Touch mode in the real window: what is tapped is large enough, and the first touch begins it."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSlider,
    QTabBar,
    QWidget,
)

from desktop.canvas import grips
from desktop.canvas.pick import Where
from desktop.panels import theme
from desktop.panels.inspector.dots import Dots
from desktop.panels.scribe.chips import ChipRow
from desktop.panels.scribe.offers import Offers
from desktop.preferences import Appearance
from desktop.session import Session
from fingers import Fingers

TAPPED = (QAbstractButton, QComboBox, QAbstractSpinBox, QLineEdit, QPlainTextEdit, QSlider, Dots)
INNER = (QComboBox, QAbstractSpinBox, QAbstractItemView, QTabBar)


@pytest.fixture
def dressed(qapp):
    """As the program is; the light look again afterwards."""
    theme.wear(qapp, Appearance.LIGHT)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else the closed window is dressed once more
    theme.wear(qapp, Appearance.LIGHT)


@pytest.fixture
def touched(dressed, window):
    """The window in touch mode."""
    window.acts["touch_mode"].trigger()
    QTest.qWait(0)
    return window


def inner(widget):
    """Whether a widget is a part of another one that is tapped as a whole, or of a row of tabs."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, INNER):
        parent = parent.parentWidget()
    return parent is not None


def small(window):
    """What is tapped and seen in a window and is smaller than a finger."""
    seen = [widget for kind in TAPPED for widget in window.findChildren(kind) if widget.isVisible()]
    short = [widget for widget in seen if min(widget.width(), widget.height()) < theme.FINGER and not inner(widget)]
    return sorted({f"{type(one).__name__} {one.accessibleName()} {one.width()} × {one.height()}" for one in short})


def own_clicks(widget):
    """Whether a widget of the program's own does something by itself when it is clicked."""
    made = [sort.__dict__ for sort in type(widget).__mro__ if sort.__module__.startswith("desktop")]
    return any({"mousePressEvent", "mouseReleaseEvent"} & names.keys() for names in made)


def targets(widget):
    """Where a widget is tapped, as boxes in px; none where it is not."""
    if isinstance(widget, ChipRow):
        return widget.boxes
    if isinstance(widget, Offers):
        return [widget.row_box(at) for at in range(len(widget.rows))]
    if isinstance(widget, Dots):
        return [widget.reach(grade) for grade in range(1, 6)]
    if isinstance(widget, QTabBar):
        return [widget.tabRect(at) for at in range(widget.count())]
    if isinstance(widget, QAbstractItemView):
        rows = [widget.visualRect(widget.model().index(at, 0)) for at in range(widget.model().rowCount())]
        return [box for box in rows if not box.isEmpty()]
    return [widget.rect()] if isinstance(widget, TAPPED) or own_clicks(widget) else []


def under(window):
    """What is seen in a window and tapped, and is smaller than a finger anywhere.

    Not among it: scroll bars and the edges between panels, which fingers scroll and leave alone, and the parts of what
    is tapped as a whole.
    """
    seen = [widget for widget in window.findChildren(QWidget) if widget.isVisible() and not inner(widget)]
    boxes = [(widget, box) for widget in seen for box in targets(widget)]
    short = [(widget, box) for widget, box in boxes if min(box.width(), box.height()) < theme.FINGER]
    return sorted({f"{type(one).__name__} {one.objectName()} {one.accessibleName()} {box}" for one, box in short})


def select(window, sort):
    journey = window.desk.journey
    felt = [marker.id for lane in journey.lanes for marker in lane.markers]
    cards = [card.id for lane in journey.lanes for card in lane.cards if card.kind == sort]
    window.desk.select({(felt if sort == "emotion" else cards)[0]})
    window.docks.show_inspector(True)
    QTest.qWait(0)


def test_everything_that_is_tapped_is_large_enough_whatever_is_selected_or_shown(touched):
    touched.desk.select({pain(touched)})
    assert small(touched) == []
    for sort in ("touchpoint", "emotion", "pain", "opportunity"):
        select(touched, sort)
        assert (sort, under(touched)) == (sort, [])
    for panel in ("tray", "votes", "run_show", "show_outline", "history", "photos"):
        touched.acts[panel].trigger()
        QTest.qWait(0)
        assert (panel, small(touched), under(touched)) == (panel, [], [])
    tabs = [touched.tabs.tabRect(index) for index in range(touched.tabs.count())]
    assert min(min(rect.width(), rect.height()) for rect in tabs) >= theme.FINGER


def test_chips_and_offers_of_the_scribe_bar_are(touched, qtbot):
    bar = touched.workshop.scribe
    bar.take_focus()
    QTest.keyClicks(bar.field, "p: @books !4 card details before")
    qtbot.waitUntil(bar.offers.isVisible)
    assert len(bar.chips.boxes) == 3
    assert bar.offers.rows
    assert under(touched) == []


def test_every_dot_of_a_grade_takes_a_tap_and_without_it_grades_stand_side_by_side_again(touched):
    select(touched, "pain")
    first, second = [each for each in touched.findChildren(Dots) if each.isVisible()][:2]
    assert first.mapTo(touched, QPoint()).x() == second.mapTo(touched, QPoint()).x()
    for grade in (1, 3, 5, 4):
        QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=first.reach(grade).center().toPoint())
        assert first.grade == grade
    touched.acts["touch_mode"].trigger()
    QTest.qWait(0)
    assert first.mapTo(touched, QPoint()).y() == second.mapTo(touched, QPoint()).y()


def test_without_it_they_are_as_small_as_they_were(dressed, window):
    before = {entry: entry.height() for entry in window.palette_panel.shown}
    window.acts["touch_mode"].trigger()
    assert {entry.height() for entry in window.palette_panel.shown} == {theme.FINGER}
    window.acts["touch_mode"].trigger()
    QTest.qWait(0)
    assert {entry: entry.height() for entry in window.palette_panel.shown} == before


def pain(window):
    return next(card.id for lane in window.desk.journey.lanes for card in lane.cards if card.kind == "pain")


def test_handles_are_large_enough_and_every_point_of_them_takes_hold(touched):
    journey, card = touched.desk.journey, pain(touched)
    for thing in (journey.stages[0].steps[0].id, journey.lanes[0].id, card):
        touched.desk.select({thing})
        touched.canvas.show_slot()
        sizes = [min(box.width(), box.height()) for _, _, box in grips.grips(touched.canvas)]
        assert (thing, min(sizes) >= theme.FINGER) == (thing, True)
    touched.canvas.zoom_actual()
    touched.canvas.point_out([card])
    for where, thing, box in grips.grips(touched.canvas):
        inside = box.adjusted(1, 1, -1, -1)
        hits = [touched.canvas.hit(at) for at in (inside.topLeft(), inside.center(), inside.bottomRight())]
        assert {(hit.where, hit.id) for hit in hits} == {(where, thing)}


def test_a_marker_is_found_a_finger_away_and_edges_belong_to_what_is_selected(touched):
    row, place = next((row, each) for row in touched.canvas.scene.layout.rows for each in row.content.markers)
    touched.canvas.zoom_actual()
    x, y = touched.canvas.view.to_window(place.x, row.y + place.y)
    at = QPoint(round(x), round(y) - 20).toPointF()
    assert touched.canvas.hit(at).where in (Where.MARKER, Where.CELL, Where.NOTHING)
    assert touched.canvas.hit(QPoint(round(x) + 12, round(y) + 12).toPointF()).where is Where.MARKER
    card = pain(touched)
    touched.canvas.point_out([card])
    rect = touched.canvas.scene.hits.rect(card)
    edge = QPoint(*map(round, touched.canvas.view.to_window(rect.right - 2, rect.y + rect.height / 2))).toPointF()
    assert touched.canvas.hit(edge).where is Where.CARD
    touched.desk.select({card})
    assert touched.canvas.hit(edge).where is Where.CARD_END


def test_the_first_touch_begins_it(dressed, window, home):
    assert not window.workshop.touch.on
    Fingers(window.canvas.viewport()).tap(QPoint(300, 300))
    assert window.workshop.touch.on
    assert theme.for_fingers()
    assert home.habits.touch


def test_a_touch_elsewhere_begins_it_too_and_a_mouse_does_not_end_it(dressed, window):
    Fingers(window.palette_panel).tap(QPoint(20, 20))
    assert window.workshop.touch.on
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert window.workshop.touch.on


def test_the_keys_turn_it_on_and_off_and_who_has_ended_it_is_not_asked_again(dressed, window, home):
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for on in (True, False):
        QTest.keyClick(window, Qt.Key.Key_Y, keys)
        assert window.workshop.touch.on is on
    Fingers(window.canvas.viewport()).tap(QPoint(300, 300))
    assert not window.workshop.touch.on
    assert not home.habits.touch


def test_other_windows_follow(dressed, open_window, sample):
    first, second = open_window(Session(sample)), open_window(Session(sample))
    first.acts["touch_mode"].trigger()
    QTest.qWait(0)
    assert second.workshop.touch.on
    assert second.canvas.touched
