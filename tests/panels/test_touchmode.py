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
    QPushButton,
    QScrollArea,
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


def test_everything_that_is_tapped_is_large_enough_whatever_is_typed_selected_or_shown(touched, qtbot):
    bar = touched.workshop.scribe
    bar.take_focus()
    QTest.keyClicks(bar.field, "p: @books !4 card details before")
    qtbot.waitUntil(bar.offers.isVisible)
    assert len(bar.chips.boxes) == 3
    assert bar.offers.rows
    assert under(touched) == []
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
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


def test_the_fields_of_the_map_are_no_wider_than_their_panel(touched):
    touched.desk.select(())
    touched.docks.show_inspector(True)
    QTest.qWait(0)
    (area,) = (one for one in touched.inspector.findChildren(QScrollArea) if one.isVisible())
    assert area.widget().width() <= area.viewport().width()


def test_fields_and_buttons_are_a_finger_high_and_no_higher(touched):
    touched.acts["personas"].trigger()
    dialog = touched.improvement.people.dialog
    QTest.qWait(0)
    tapped = [one for kind in (QPushButton, QLineEdit, QComboBox) for one in dialog.findChildren(kind)]
    heights = {one.height() for one in tapped if one.isVisible() and not inner(one)}
    dialog.close()
    assert heights == {theme.FINGER + 2}


def test_handles_markers_and_dots_are_found_a_finger_away_and_without_it_grades_stand_side_by_side_again(touched):
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
    row, place = next((row, each) for row in touched.canvas.scene.layout.rows for each in row.content.markers)
    touched.canvas.zoom_actual()
    x, y = touched.canvas.view.to_window(place.x, row.y + place.y)
    at = QPoint(round(x), round(y) - 20).toPointF()
    assert touched.canvas.hit(at).where in (Where.MARKER, Where.CELL, Where.NOTHING)
    assert touched.canvas.hit(QPoint(round(x) + 12, round(y) + 12).toPointF()).where is Where.MARKER
    touched.desk.select(())
    touched.canvas.point_out([card])
    rect = touched.canvas.scene.hits.rect(card)
    edge = QPoint(*map(round, touched.canvas.view.to_window(rect.right - 2, rect.y + rect.height / 2))).toPointF()
    assert touched.canvas.hit(edge).where is Where.CARD
    touched.desk.select({card})
    assert touched.canvas.hit(edge).where is Where.CARD_END
    select(touched, "pain")
    first, second = [each for each in touched.findChildren(Dots) if each.isVisible()][:2]
    assert first.mapTo(touched, QPoint()).x() == second.mapTo(touched, QPoint()).x()
    for grade in (1, 3, 5, 4):
        QTest.mouseClick(first, Qt.MouseButton.LeftButton, pos=first.reach(grade).center().toPoint())
        assert first.grade == grade
    touched.acts["touch_mode"].trigger()
    QTest.qWait(0)
    assert first.mapTo(touched, QPoint()).y() == second.mapTo(touched, QPoint()).y()


def test_the_keys_turn_it_on_and_off_as_small_as_it_was_and_who_has_ended_it_is_not_asked_again(dressed, window, home):
    before = {entry: entry.height() for entry in window.palette_panel.shown}
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    for on, heights in ((True, dict.fromkeys(before, theme.FINGER)), (False, before)):
        QTest.keyClick(window, Qt.Key.Key_Y, keys)
        QTest.qWait(0)
        assert window.workshop.touch.on is on
        assert {entry: entry.height() for entry in window.palette_panel.shown} == heights
    Fingers(window.canvas.viewport()).tap(QPoint(300, 300))
    assert not window.workshop.touch.on
    assert not home.habits.touch


def pain(window):
    return next(card.id for lane in window.desk.journey.lanes for card in lane.cards if card.kind == "pain")


def test_the_first_touch_begins_it_and_other_windows_follow(dressed, open_window, window, home, sample):
    other = open_window(Session(sample))
    assert not window.workshop.touch.on
    Fingers(window.canvas.viewport()).tap(QPoint(300, 300))
    assert window.workshop.touch.on
    assert theme.for_fingers()
    assert home.habits.touch
    QTest.qWait(0)
    assert other.workshop.touch.on
    assert other.canvas.touched


def test_a_touch_elsewhere_begins_it_too_and_a_mouse_does_not_end_it(dressed, window):
    Fingers(window.palette_panel).tap(QPoint(20, 20))
    assert window.workshop.touch.on
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    assert window.workshop.touch.on
