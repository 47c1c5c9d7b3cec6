"""From one place of the map to another."""

import pytest
from PySide6.QtCore import QVariantAnimation

from desktop import resources
from desktop.canvas.painter import ShapePainter
from desktop.canvas.scene import Studio
from desktop.canvas.sheet import Sheet
from desktop.canvas.view import View
from desktop.canvas.viewer import Viewer
from desktop.panels.room.glide import LASTS, Glide, still


@pytest.fixture
def viewer(qtbot, sample):
    studio = Studio(resources.typesetter(), resources.style("screen"), resources.words("en"))
    viewer = Viewer(Sheet(studio, ShapePainter(resources.typesetter().fonts, lambda asset: None)))
    qtbot.addWidget(viewer)
    viewer.resize(900, 600)
    viewer.show_scene(studio.scene(sample.project, sample.project.maps[0].id))
    viewer.show()
    viewer.stand_at((1.0, (0, 0)))
    return viewer


@pytest.fixture
def glide(viewer):
    return Glide(viewer)


def there(viewer, zoom=1.0, scroll=(700, 300)):
    return View(viewer.view.window, viewer.view.paper, zoom).scrolled(*scroll)


def running(glide):
    return glide.state() is QVariantAnimation.State.Running


def test_it_gets_there(qtbot, viewer, glide):
    glide.to(there(viewer))
    qtbot.waitUntil(lambda: not running(glide))
    assert viewer.standpoint == (1.0, (700, 300))


def test_on_the_way_it_is_between_both(viewer, glide):
    glide.to(there(viewer))
    glide.setCurrentTime(LASTS // 3)
    assert 0 < viewer.view.scroll[0] < 700
    glide.stop()


def test_another_scale_is_come_to_evenly(viewer, glide):
    glide.to(there(viewer, 2.0))
    zooms = []
    for at in (20, 60, 120, LASTS):
        glide.setCurrentTime(at)
        zooms.append(viewer.zoom)
    assert zooms == sorted(zooms)
    assert zooms[-1] == 2.0


def test_a_second_goal_takes_the_place_of_the_first(qtbot, viewer, glide):
    glide.to(there(viewer))
    glide.setCurrentTime(60)
    between = viewer.view.scroll
    glide.to(there(viewer, scroll=(100, 50)))
    assert viewer.view.scroll == pytest.approx(between, abs=2)
    qtbot.waitUntil(lambda: not running(glide))
    assert viewer.view.scroll == (100, 50)


def test_where_it_is_already_nothing_moves(viewer, glide):
    glide.to(viewer.view)
    assert not running(glide)


def test_eyes_begin_where_they_were(viewer, glide):
    before = viewer.view
    viewer.scroll_to(600, 200)
    glide.to(there(viewer), since=before)
    assert viewer.view.scroll == before.scroll
    glide.stop()


def test_with_animations_turned_off_it_is_there_at_once(viewer, glide):
    viewer.setStyleSheet("* { widget-animation-duration: 0 }")  # as the style of such a desktop says
    glide.to(there(viewer))
    assert still(viewer)
    assert not running(glide)
    assert viewer.view.scroll == (700, 300)


def test_what_nobody_sees_does_not_move(viewer, glide):
    viewer.hide()
    glide.to(there(viewer))
    assert viewer.view.scroll == (700, 300)
    assert not running(glide)
