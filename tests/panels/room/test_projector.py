"""The projector's window: the map without tools, where the group is, and what is asked."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from desktop.canvas.scene import Studio
from desktop.desk.focus import Extent
from desktop.document.base import changed
from desktop.document.cards import Comment
from desktop.document.edits.cards import edit_cards
from desktop.panels.room.glide import LASTS
from desktop.panels.room.projector import other_screen
from desktop.panels.room.strip import Whereabouts
from desktop.plan.projection import Projection

F11 = Qt.Key.Key_F11
EXTENTS = {
    Qt.Key.Key_1: Extent("whole"),
    Qt.Key.Key_2: Extent("stage"),
    Qt.Key.Key_3: Extent("lane"),
    Qt.Key.Key_4: Extent("cell"),
}
CTRL, ALT, SHIFT = (getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("Control", "Alt", "Shift"))


class Seat:
    """A screen that need not be there."""

    def __init__(self, x, y=0, width=1920, height=1080):
        self._place = QRect(x, y, width, height)

    def geometry(self):
        return self._place


@pytest.fixture
def open_projector(qtbot):
    """Opens it for whoever stands before the group; its window is as large as most projectors show."""

    def open_projector(host, size=(1600, 900)):
        host.key(F11, SHIFT)
        shown = host.room.projector
        shown.resize(*size)
        qtbot.waitUntil(lambda: shown.size().toTuple() == size and rests(shown))
        host.window.activateWindow()
        qtbot.waitUntil(host.window.isActiveWindow)
        host.canvas.setFocus()
        host.projector = shown
        return shown

    return open_projector


@pytest.fixture
def shown(host, open_projector):
    """At the pain points of “Books a table”."""
    host.aim("pains", "Books a table")
    return open_projector(host)


def rests(shown):
    busy = (shown._settling.isActive(), shown._trailing.isActive())
    return not any(busy) and shown._gliding.state() is not shown._gliding.State.Running


def go(host):
    host.qtbot.waitUntil(lambda: rests(host.projector))


def least(host):
    return host.room._legible.scale(host.canvas.studio, host.projector)


def cards_at(host, kind, title):
    return [each.id for each in host.lane(kind).cards if each.first == host.step(title).id]


def sees(shown, card):
    return shown.viewer.scene.hits.rect(card).meets(shown.viewer.view.seen)


def picture(shown):
    image = QImage(shown.viewer.viewport().size(), QImage.Format.Format_RGB32)
    shown.viewer.viewport().render(image)
    return image


def ground(shown, card):
    """The colour of a card near its right bottom corner."""
    rect = shown.viewer.scene.hits.rect(card)
    at = shown.viewer.view.to_window(rect.right - 4, rect.bottom - 4)
    return picture(shown).pixelColor(QPoint(*map(round, at)))


def test_one_screen_is_no_other():
    assert other_screen([Seat(0)], QRect(0, 0, 800, 600)) is None
    assert other_screen([], QRect()) is None


@pytest.mark.parametrize(("left", "chosen"), [(100, 1920), (2000, 0), (1700, 0), (1100, 1920)])
def test_the_other_screen_is_the_one_with_less_of_the_window(left, chosen):
    place = other_screen([Seat(0), Seat(1920)], QRect(left, 100, 1000, 700))
    assert place.x() == chosen


def test_of_three_screens_it_is_the_first_other_one():
    assert other_screen([Seat(0), Seat(1920), Seat(3840)], QRect(2000, 0, 900, 600)).x() == 0


def test_with_a_second_screen_it_fills_that_without_one_it_is_a_window_and_says_so_and_it_goes_with_the_window(host):
    heard = []
    host.desk.said.connect(heard.append)
    host.key(F11, SHIFT)
    assert not host.room.projector.isFullScreen()
    assert "only one screen" in heard[-1]
    host.key(F11, SHIFT)
    host.room._screens = lambda: [Seat(-300, -200, 5000, 4000), Seat(8000, 0, 640, 480)]
    host.key(F11, SHIFT)
    assert host.room.projector.isFullScreen()
    shown = host.room.projector
    host.window.depart()
    assert not shown.isVisible()


def test_nothing_can_be_done_to_it_f11_in_it_fills_the_screen_it_is_on_and_escape_closes_it(shown, qtbot):
    assert shown.cursor().shape() == Qt.CursorShape.BlankCursor
    assert shown.viewer.viewport().cursor().shape() == Qt.CursorShape.BlankCursor
    assert not any(widget.toolTip() for widget in (shown, shown.viewer, shown.strip, shown.board))
    before = shown.viewer.view
    QTest.mouseClick(shown.viewer.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(700, 400))
    QTest.keyClick(shown.viewer, Qt.Key.Key_Right)
    assert shown.viewer.view == before
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    for full in (True, False):
        QTest.keyClick(shown, F11)
        assert shown.isFullScreen() is full
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_it_shows_the_canvas_own_scene_and_an_edit_at_once_laid_out_once_and_opened_again_is_up_to_date(
    host, shown, open_projector, monkeypatch
):
    before = shown.viewer.scene
    assert before is host.canvas.scene
    host.key(F11, SHIFT)
    assert not shown.isVisible()
    host.note("deposit never comes back")
    assert shown.viewer.scene is before
    host.canvas.setFocus()
    open_projector(host)
    assert shown.viewer.scene is host.canvas.scene is not before
    assert shown.viewer.scene is host.canvas.scene
    made = []
    lay_out = Studio.scene
    monkeypatch.setattr(Studio, "scene", lambda *args: made.append(args) or lay_out(*args))
    host.note("deposit never comes back")
    assert shown.viewer.scene is host.canvas.scene
    assert len(made) == 1


def test_title_and_strip_say_where_the_group_is_the_slot_is_followed_and_what_is_only_tried_out_is_not_shown(
    host, shown
):
    assert host.desk.journey.title in shown.windowTitle()
    where = shown.strip.where
    assert where.stages[where.current] == "Decide"
    assert (where.step, where.lane) == ("Books a table", "Pain points")
    assert shown.viewer.zoom >= least(host) * 0.999
    before = shown.viewer.scene
    card = cards_at(host, "pains", "Books a table")[0]
    tried = edit_cards(host.desk.project, host.desk.map_id, [card], text="maybe")
    host.canvas.show_candidate(tried, frozenset())
    host.aim("opportunities", "Waits")
    go(host)
    assert all(sees(shown, card) for card in cards_at(host, "opportunities", "Waits"))
    assert shown.viewer.scene.project is before.project
    host.canvas.show_candidate(None, frozenset())


def test_told_to_stay_it_stays_with_the_whole_map_or_what_was_asked_for_and_else_goes_where_the_editor_looks(
    host, shown
):
    host.canvas.zoom_actual()
    host.canvas.scroll_to(10**6, 10**6)
    host.canvas.setFocus()
    go(host)
    middle = host.canvas.view.seen
    assert shown.viewer.view.seen.right > middle.x
    assert shown.viewer.view.seen.x > shown.viewer.scene.layout.width / 3
    assert shown.viewer.spot == host.desk.target
    host.key(F11, CTRL, SHIFT)
    assert shown.viewer.spot is None
    go(host)
    assert shown.viewer.view.seen.width >= shown.viewer.scene.layout.width
    before = shown.viewer.view
    host.aim("opportunities", "Waits")
    go(host)
    assert shown.viewer.view == before
    host.key(Qt.Key.Key_3, CTRL, ALT)
    go(host)
    assert shown.viewer.zoom >= least(host) * 0.999


def test_keys_of_the_window_say_what_it_is_about_and_the_rest_is_dimmed(host, shown):
    near, beside = cards_at(host, "pains", "Books a table")[0], cards_at(host, "opportunities", "Books a table")[0]
    bright = ground(shown, beside)
    host.key(Qt.Key.Key_3, CTRL, ALT)
    go(host)
    assert ground(shown, beside).lightness() > bright.lightness()
    assert ground(shown, near).saturation() > 150
    for key, extent in EXTENTS.items():
        host.key(key, CTRL, ALT)
        assert (host.focus.extent, shown.viewer.meant) == (extent, (host.focus.here, extent))
        go(host)


def test_a_larger_room_asks_for_larger_type_and_in_a_small_one_the_whole_map_is_read(host, shown):
    zoom, high = shown.viewer.zoom, shown.strip.height()
    host.room._keep(Projection(2.0, 9.0))
    go(host)
    assert shown.viewer.zoom > zoom
    assert shown.strip.sizeHint().height() > high
    host.room._keep(Projection(20.0, 1.0))
    go(host)
    assert shown.viewer.view.seen.height >= shown.viewer.scene.layout.height


def test_comments_are_no_business_of_the_room_votes_lie_over_it_when_they_are_shown_and_another_accent_is_worn(
    host, shown
):
    card = cards_at(host, "pains", "Books a table")[0]
    before = picture(shown)
    comments = (Comment(id="k1", author="Ada", text="I doubt it"),)
    held = next(each for each in host.lane("pains").cards if each.id == card)
    lane = changed(host.lane("pains"), cards=tuple(changed(each, comments=comments) if each is held else each
                                                   for each in host.lane("pains").cards))  # fmt: skip
    lanes = tuple(lane if each.id == lane.id else each for each in host.desk.journey.lanes)
    maps = tuple(changed(each, lanes=lanes) if each.id == host.desk.map_id else each for each in host.desk.project.maps)
    host.desk.edit("c", changed(host.desk.project, maps=maps))
    go(host)
    assert shown.viewer.scene is host.canvas.scene
    assert picture(shown) == before
    votes = host.window.workshop.voting.votes
    card = cards_at(host, "pains", "Books a table")[0]
    votes.open([card, cards_at(host, "opportunities", "Books a table")[0]])
    votes.cast(card)
    hidden = picture(shown)
    votes.show_result()
    go(host)
    assert picture(shown) != hidden
    sheet = shown.viewer._sheet
    brand = changed(host.desk.project.brand, accent="#00695C")
    host.desk.edit("b", changed(host.desk.project, brand=brand))
    host.aim("pains", "Waits")
    go(host)
    assert shown.viewer._sheet is not sheet


def test_a_run_of_show_has_its_board(planned, open_projector):
    shown = open_projector(planned)
    assert not shown.board.isVisible()
    planned.show.start()
    planned.qtbot.waitUntil(shown.board.isVisible)
    planned.show.stop()
    planned.qtbot.waitUntil(lambda: not shown.board.isVisible())


def test_another_map_is_followed_but_whoever_stays_keeps_the_map_as_long_as_it_is_there(host, shown):
    host.window.maps.duplicate()
    go(host)
    assert shown.viewer.scene.map_id == host.desk.map_id
    host.key(F11, CTRL, SHIFT)
    before = shown.viewer.scene.map_id
    host.window.maps.duplicate()
    go(host)
    assert shown.viewer.scene.map_id == before != host.desk.map_id
    host.desk.edit("m", changed(host.desk.project, maps=()))
    go(host)
    assert not shown.viewer.has_scene
    assert shown.strip.where == Whereabouts()


def test_it_never_takes_longer_than_a_fifth_of_a_second_to_get_there():
    assert LASTS <= 200
