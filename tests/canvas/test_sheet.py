"""What the window shows: paper, headers in sight, detail near by and boxes from afar."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage, QPainter, QPalette

from desktop.canvas import sheet as sheets
from desktop.canvas.scene import header
from desktop.canvas.sheet import in_full
from desktop.canvas.shown import Shown
from desktop.canvas.sticky import PAD, bands
from desktop.canvas.view import MARGIN, View


@pytest.fixture
def scene(studio, session):
    return studio.scene(session.project, session.project.maps[0].id)


@pytest.fixture
def view(scene):
    return View((1000, 700), (scene.layout.width, scene.layout.height))


@pytest.fixture
def painted(sheet, scene):
    def paint(view, **shown):
        image = QImage(*view.window, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        sheet.paint(painter, Shown(scene, view, **shown))
        painter.end()
        return image

    return paint


def colours(image, points):
    return {image.pixelColor(point).name() for point in points}


def column(x, top, bottom):
    return [QPoint(x, y) for y in range(top, bottom)]


def test_headers_are_only_kept_when_their_own_have_gone(scene, view):
    top = round(header(scene.layout).y) + MARGIN
    assert bands(scene, view.scrolled(0, top - 1)).headers is None
    assert bands(scene, view.scrolled(0, top + 1)).headers is not None


def test_headers_are_kept_at_the_top(scene, view):
    band = bands(scene, view.scrolled(0, 500)).headers
    assert (band.top(), band.height()) == (0, round(header(scene.layout).height))


def test_headers_leave_with_the_last_lane(scene, view):
    end = round(scene.layout.labels.bottom + MARGIN)
    low = View((1000, 100), view.paper).scrolled(0, end - 10)
    tall = View((1000, 400), view.paper)
    assert bands(scene, low).headers is None, "too much of a low window"
    shown = View((1000, 400), (view.paper[0], 9_999.0)).scrolled(0, end - 10)
    assert bands(scene, shown).headers.bottom() == pytest.approx(10, abs=1)
    assert bands(scene, tall).headers is None


def test_labels_are_kept_at_the_left(scene, view):
    assert bands(scene, view).labels is None
    band = bands(scene, view.scrolled(400, 0)).labels
    assert (band.left(), band.width()) == (0, round(scene.layout.labels.width) + PAD)


def test_headers_stand_right_of_the_labels(scene, view):
    place = bands(scene, view.scrolled(400, 500))
    assert place.headers.left() == place.labels.right() + 2
    assert place.cover(5, 400)
    assert place.cover(500, 5)
    assert not place.cover(500, 400)


def test_a_band_that_would_take_the_window_is_left_out(scene, view):
    assert bands(scene, View((1000, 700), view.paper, zoom=4.0).scrolled(3000, 3000)).headers is None


def test_the_rule_of_the_stages_is_seen_at_the_top(painted, view):
    image = painted(view.scrolled(300, 600))
    assert "#26356a" in colours(image, [QPoint(x, 1) for x in range(200, 1000, 10)])


def test_the_title_of_a_cut_stage_moves_along(painted, scene, view):
    stage = next(place for place in scene.layout.stage_places if place.stage.title == "Dine")
    scrolled = view.scrolled(round(stage.rect.x) + 60, 600)
    image, left = painted(scrolled), bands(scene, scrolled).headers.left()
    text = [QPoint(x, y) for x in range(left + PAD, left + PAD + 60, 1) for y in range(12, 40)]
    assert "#1f2a52" in colours(image, text)


def test_lane_labels_are_seen_at_the_left(painted, scene, view):
    image = painted(view.scrolled(600, 0))
    row = scene.layout.rows[0]
    top = round(view.to_window(0, row.y)[1])
    assert "#1b1f2a" in colours(image, [QPoint(x, y) for x in range(PAD, 100) for y in range(top, top + 40)])


def test_few_cards_are_drawn_in_full_at_any_scale(scene, view):
    assert in_full(scene, view.fitted())


def test_many_cards_are_boxes_from_afar(scene, view, monkeypatch):
    monkeypatch.setattr(sheets, "FEW_CARDS", 50)
    assert not in_full(scene, View(view.window, view.paper, zoom=0.39))
    assert in_full(scene, View(view.window, view.paper, zoom=0.4))


def test_what_is_scrolled_away_does_not_count(scene, view, monkeypatch):
    monkeypatch.setattr(sheets, "FEW_CARDS", 50)
    assert in_full(scene, View((200, 200), view.paper, zoom=0.39).scrolled(0, 200))


def test_from_afar_a_card_is_a_box_of_its_colour(painted, scene, view, monkeypatch):
    monkeypatch.setattr(sheets, "FEW_CARDS", 0)
    far = View(view.window, view.paper, zoom=0.3)
    rect = scene.hits.rect(next(place.card.id for row in scene.layout.rows for place in row.content.cards))
    x, y = far.to_window(rect.x + rect.width / 2, rect.y + rect.height / 2)
    assert colours(painted(far), [QPoint(round(x), round(y))]) == {"#e9d8a7"}


def test_cards_in_the_hand_are_left_out_near_and_far(painted, scene, view, monkeypatch):
    place = scene.layout.rows[0].content.cards[0]
    rect = scene.hits.rect(place.card.id)
    for zoom, few in ((1.0, 300), (0.3, 0)):
        monkeypatch.setattr(sheets, "FEW_CARDS", few)
        shown = View(view.window, view.paper, zoom=zoom)
        x, y = (round(each) for each in shown.to_window(rect.x + 10, rect.y + rect.height / 2))
        image = painted(shown, without=frozenset((place.card.id,)))
        assert colours(image, [QPoint(x, y)]) == {"#ffffff"}


def test_scaled_tiles_look_like_the_map_at_rest(painted, view):
    painted(view.fitted())
    moving = painted(View(view.window, view.paper, view.fitted().zoom * 1.02), moving=True)
    resting = painted(View(view.window, view.paper, view.fitted().zoom * 1.02))
    points = [QPoint(x, y) for x in range(40, 960, 7) for y in range(40, 640, 7)]
    unlike = [at for at in points if abs(moving.pixelColor(at).lightness() - resting.pixelColor(at).lightness()) > 96]
    assert len(unlike) < len(points) * 0.02


def test_where_tiles_do_not_reach_there_are_boxes(painted, scene, view):
    painted(View(view.window, view.paper, zoom=1.0))
    moving = painted(View(view.window, view.paper, zoom=0.3), moving=True)
    last = scene.layout.rows[-1].content.cards[-1]
    rect = scene.hits.rect(last.card.id)
    x, y = View(view.window, view.paper, zoom=0.3).to_window(rect.x + rect.width / 2, rect.y + rect.height / 2)
    assert moving.pixelColor(round(x), round(y)).name() != "#ffffff"


@pytest.mark.parametrize(("ground", "seen"), [("#1e2129", "#1e2129"), ("#efefef", "#f4f5f8")])
def test_in_a_dark_interface_the_paper_lies_on_dark_ground(painted, view, qapp, ground, seen):
    before, palette = qapp.palette(), QPalette(QColor(ground))
    qapp.setPalette(palette)
    image = painted(view)
    qapp.setPalette(before)
    assert image.pixelColor(2, 2).name() == seen
    assert image.pixelColor(MARGIN + 5, MARGIN + 5).name() == "#ffffff"
