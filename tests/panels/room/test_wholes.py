"""No card is cut where what a room is shown ends."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage

from desktop.desk.focus import Extent
from desktop.panels.room.wholes import Span, around, clear_of, columns_of, kept, lengths, rows_of, start

TRACKS = [Span(0, 100), Span(100, 200), Span(200, 350), Span(350, 450)]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
F11 = Qt.Key.Key_F11


def test_a_part_that_has_room_begins_where_a_track_does():
    assert start(TRACKS, TRACKS[1], TRACKS[1], 310, 1) == 0


def test_what_leaves_least_bare_is_chosen():
    assert start(TRACKS, TRACKS[2], TRACKS[2], 250, 1) in (100, 200)


def test_of_a_part_too_long_the_track_of_the_anchor_is_whole():
    begin = start(TRACKS, Span(0, 450), Span(210, 220), 200, 1)
    assert begin <= 200
    assert begin + 200 >= 350


def test_a_track_that_has_no_room_itself_is_in_sight_round_the_anchor():
    assert start(TRACKS, Span(0, 450), Span(260, 270), 100, 1) == 215


def test_a_pixel_over_the_edge_is_still_whole():
    assert start(TRACKS, Span(0, 101), Span(0, 101), 100, 1) == 0


def test_runs_of_tracks_hold_the_part():
    assert list(lengths(TRACKS, TRACKS[1], 350)) == [200, 350, 100, 250, 350]


def test_runs_are_no_longer_than_asked_for():
    assert list(lengths(TRACKS, TRACKS[0], 199)) == [100]


def test_an_anchor_is_in_the_tracks_it_touches():
    assert around(TRACKS, Span(150, 220)) == Span(100, 350)
    assert around(TRACKS, Span(500, 520)) == Span(500, 520)


@pytest.fixture
def shown(host, qtbot):
    """The projector's window at the pain points of “Books a table”."""
    host.aim("pains", "Books a table")
    host.key(F11, SHIFT)
    yield host.room.projector
    host.room.projector.close()


def settled(shown, size, qtbot):
    shown.resize(*size)
    gliding = shown._gliding
    qtbot.waitUntil(lambda: shown.viewer.width() == size[0] and not shown._settling.isActive())
    qtbot.waitUntil(lambda: gliding.state() is not gliding.State.Running)
    return SimpleNamespace(scene=shown.viewer.scene, view=shown.viewer.view)


def ends(tracks, begin, end):
    """Whether both are where a track begins or ends."""
    return any(abs(begin - each.begin) < 1 for each in tracks) and any(abs(end - each.end) < 1 for each in tracks)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720)])
def test_what_is_left_in_sight_is_whole(host, shown, qtbot, size):
    for extent in (Extent.LANE, Extent.STAGE, Extent.CELL):
        host.focus.show(extent)
        now = settled(shown, size, qtbot)
        left = kept(now.scene, now.view, shown.viewer.trim._framed[1])
        whole = (
            ends(columns_of(now.scene.layout), left.x, left.right),
            ends(rows_of(now.scene.layout), left.y, left.bottom),
        )
        assert (extent, whole) == (extent, (True, True))
        assert left.width * now.view.zoom > size[0] * 0.5


def test_beside_it_the_paper_is_bare_and_headers_and_labels_of_what_is_left_are_clear(host, shown, qtbot):
    host.focus.show(Extent.LANE)
    now = settled(shown, (1280, 720), qtbot)
    left = kept(now.scene, now.view, shown.viewer.trim._framed[1])
    image = QImage(shown.viewer.viewport().size(), QImage.Format.Format_RGB32)
    shown.viewer.viewport().render(image)
    below = round(now.view.to_window(0, left.bottom)[1]) + 3
    assert {image.pixelColor(QPoint(x, below)).name() for x in range(0, image.width(), 3)} == {"#ffffff"}
    host.focus.show(Extent.CELL)
    now = settled(shown, (1280, 720), qtbot)
    left = kept(now.scene, now.view, shown.viewer.trim._framed[1])
    clear = clear_of(now.scene, now.view, left)
    x, y = (round(each) for each in now.view.to_window(left.x + left.width / 2, left.y + left.height / 2))
    assert clear.contains(QPoint(x, 3))
    assert clear.contains(QPoint(3, y))


def test_in_room_mode_what_is_cut_comes_back_when_somebody_scrolls(host):
    host.aim("pains", "Books a table")
    host.enter()
    trimmed = host.canvas.grab().toImage()
    host.canvas.scroll_to(host.canvas.view.scroll[0] + 1, host.canvas.view.scroll[1])
    row = trimmed.height() - 4
    assert len(ink(host.canvas.grab().toImage(), row)) > len(ink(trimmed, row))


def ink(image, row):
    """The colours of a row of px, right of the labels."""
    return {image.pixelColor(x, row).name() for x in range(image.width() // 3, image.width())}


def test_after_room_mode_nothing_is_trimmed(host):
    before = list(host.canvas.veils)
    host.enter()
    host.key(F11)
    assert host.canvas.veils == before
