"""Shapes → QPainter, looked at pixel by pixel."""

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import resources
from desktop.canvas.painter import ShapePainter
from desktop.drawing.shapes import Box, Ellipse, Figure, Glyphs, Hyperlink, Image, Path, Placed
from desktop.typeset.lines import TextStyle
from pictures import png as png_of

RED, BLUE, WHITE = "#cf3f66", "#2f7dd1", "#ffffff"
PICTURE = Image(0, 0, 40, 40, "late", instead=lambda _: (Box(0, 0, 40, 40, fill=BLUE),))


@pytest.fixture(params=[False, True], ids=["screen", "exact"])
def shapes(qapp, request):
    return ShapePainter(resources.typesetter().fonts, lambda asset: None, exact=request.param)


@pytest.fixture
def painted(shapes):
    """Paints shapes as one figure at (10, 10) of 100 × 60 white pixels."""

    def paint(*drawn, zoom=1.0, letters=True):
        image = QImage(100, 60, QImage.Format.Format_RGB32)
        image.fill(QColor(WHITE))
        painter = QPainter(image)
        painter.scale(zoom, zoom)
        shapes.paint(painter, [Placed(10, 10, Figure("f", "card", "f", 80, 40, drawn))], letters)
        painter.end()
        return image

    return paint


def line(text, face="regular"):
    return resources.typesetter().lines(text, TextStyle(face), 10**6)[0]


def colour(image, x, y):
    return image.pixelColor(x, y).name()


def inked(image, area=None):
    """The smallest rectangle that holds everything that is not white."""
    area = area or image.rect()
    points = [(x, y) for y in range(area.height()) for x in range(area.width()) if colour(image, x, y) != WHITE]
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return QRect(min(xs), min(ys), max(xs) - min(xs) + 1, max(ys) - min(ys) + 1) if points else QRect()


def test_a_box_fills_exactly_its_pixels(painted):
    assert inked(painted(Box(5, 5, 20, 10, fill=RED))) == QRect(15, 15, 20, 10)


def test_what_stands_instead_of_a_picture_is_painted_with_the_reason(painted):
    blots = {"missing": Box(5, 5, 20, 10, fill=RED)}
    image = painted(Image(5, 5, 40, 30, "gone", instead=lambda code: (blots[code],)))
    assert inked(image) == QRect(15, 15, 20, 10)


def test_a_picture_that_comes_later_is_painted_then(qapp):
    there, red = {}, png_of(colour=RED)
    shapes = ShapePainter(resources.typesetter().fonts, there.get)
    seen = []
    for _ in range(2):
        image = QImage(40, 40, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        shapes.paint(painter, [Placed(0, 0, Figure("f", "card", "f", 40, 40, (PICTURE,)))])
        painter.end()
        seen.append(colour(image, 20, 20))
        there["late"] = red
    assert seen == [BLUE, RED]


def test_a_stroke_is_centred_on_the_edge(painted):
    image = painted(Box(5, 5, 20, 10, stroke=RED, stroke_width=2))
    assert inked(image) == QRect(14, 14, 22, 12)
    assert colour(image, 20, 19) == WHITE


def test_the_corners_of_a_stroked_box_are_mitred(painted):
    assert colour(painted(Box(5, 5, 20, 10, stroke=RED, stroke_width=4)), 13, 13) == RED


def test_a_round_corner_is_bare(painted):
    image = painted(Box(0, 0, 40, 40, fill=RED, radii=(20, 0, 0, 0)))
    assert colour(image, 11, 11) == WHITE
    assert colour(image, 49, 11) == RED


def test_dashes_are_lengths_not_widths(painted):
    image = painted(Path((("M", 0, 5), ("L", 60, 5)), stroke=RED, stroke_width=2, dash=(10, 10)))
    assert [colour(image, 10 + x, 15) for x in (4, 15, 24, 35)] == [RED, WHITE, RED, WHITE]


def test_a_single_dash_length_is_its_own_gap(painted):
    image = painted(Box(0, 0, 60, 30, stroke=RED, stroke_width=2, dash=(10,)))
    assert [colour(image, 10 + x, 10) for x in (4, 15, 24)] == [RED, WHITE, RED]


def test_a_path_is_filled_by_the_nonzero_rule(painted):
    square = (("M", 0, 0), ("L", 30, 0), ("L", 30, 30), ("L", 0, 30), ("Z",))
    inner = (("M", 10, 10), ("L", 20, 10), ("L", 20, 20), ("L", 10, 20), ("Z",))
    assert colour(painted(Path((*square, *inner), fill=RED)), 25, 25) == RED


def test_an_ellipse_is_round(painted):
    image = painted(Ellipse(20, 20, 10, 5, fill=RED, stroke=BLUE, stroke_width=2))
    assert colour(image, 30, 30) == RED
    assert colour(image, 20, 25) == WHITE
    assert inked(image).width() == 22


def test_later_shapes_lie_over_earlier_ones(painted):
    assert colour(painted(Box(0, 0, 20, 20, fill=RED), Box(5, 5, 5, 5, fill=BLUE)), 17, 17) == BLUE


@pytest.mark.parametrize(
    "empty", [Hyperlink(0, 0, 50, 50, "https://example.org"), Box(0, 0, 9, 9), Ellipse(9, 9, 9, 9)]
)
def test_without_a_colour_there_is_no_ink(painted, empty):
    assert inked(painted(empty)).isNull()


def test_text_stands_on_its_baseline(painted):
    image = painted(Glyphs(0, 20, 28, "#000000", line("H")))
    place, height = inked(image), 28 * 0.727
    assert place.bottom() + 1 == pytest.approx(30, abs=1)
    assert place.height() == pytest.approx(height, abs=1.5)


def test_text_grows_with_the_scale(painted):
    glyphs = Glyphs(0, 10, 10, "#000000", line("Hxg"))
    assert inked(painted(glyphs, zoom=2)).width() == pytest.approx(2 * inked(painted(glyphs)).width(), abs=3)


@pytest.mark.parametrize("zoom", [2.0, 3.0, 4.0])
def test_type_may_be_as_large_as_a_poster(painted, zoom):
    place = inked(painted(Glyphs(-9, 0, 24, "#000000", line("HH")), zoom=zoom))
    assert place.height() == pytest.approx(min(24 * 0.727, 10) * zoom, abs=2)


def test_very_large_type_stands_where_large_type_does(painted):
    small, large = (inked(painted(Glyphs(-8, 4, size, "#000000", line("H")), zoom=4.0)) for size in (14.9, 15.1))
    assert large.top() == pytest.approx(small.top(), abs=2)
    assert large.left() == pytest.approx(small.left(), abs=2)


def test_both_ways_of_drawing_text_agree(qapp):
    fonts, glyphs = resources.typesetter().fonts, Glyphs(2, 30, 18, "#000000", line("Waits 27′"))
    images = []
    for exact in (False, True):
        image = QImage(120, 50, QImage.Format.Format_RGB32)
        image.fill(QColor(WHITE))
        painter = QPainter(image)
        ShapePainter(fonts, lambda asset: None, exact).paint(
            painter, [Placed(0, 0, Figure("", "card", "", 9, 9, (glyphs,)))]
        )
        painter.end()
        images.append(image)
    grey = [sum(image.pixelColor(x, y).red() for x in range(120) for y in range(50)) for image in images]
    assert grey[0] == pytest.approx(grey[1], rel=0.01)
    assert inked(images[0]).center().x() == pytest.approx(inked(images[1]).center().x(), abs=1)


def test_text_can_be_left_out(painted):
    box, text = Box(0, 0, 10, 10, fill=RED), Glyphs(20, 20, 14, "#000000", line("Text"))
    assert inked(painted(box, text, letters=False)) == QRect(10, 10, 10, 10)


def test_emoji_have_their_colours(painted):
    image = painted(Glyphs(0, 30, 30, "#000000", line("🙂")))
    yellow = [image.pixelColor(x, y) for x in range(100) for y in range(60)]
    assert any(pixel.red() > 200 and pixel.green() > 150 and pixel.blue() < 100 for pixel in yellow)


def test_a_missing_picture_is_a_pale_box(painted):
    assert colour(painted(Image(0, 0, 20, 20, "0" * 64)), 15, 15) == "#eef0f4"


def test_a_picture_fills_its_box(qapp):
    red = QImage(4, 4, QImage.Format.Format_RGB32)
    red.fill(QColor(RED))
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    shapes = ShapePainter(resources.typesetter().fonts, lambda asset: png(red))
    shapes.paint(painter, [Placed(0, 0, Figure("", "card", "", 40, 40, (Image(0, 0, 40, 40, "a"),)))])
    painter.end()
    assert {colour(image, x, y) for x in (0, 20, 39) for y in (0, 20, 39)} == {RED}


def png(image):
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())


def test_on_a_screen_figures_begin_on_whole_pixels(qapp):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(WHITE))
    painter = QPainter(image)
    box = Figure("", "card", "", 10, 10, (Box(0, 0, 10, 10, fill=RED),))
    ShapePainter(resources.typesetter().fonts, lambda asset: None).paint(painter, [Placed(5.4, 7.6, box)])
    painter.end()
    assert inked(image) == QRect(5, 8, 10, 10)
    assert colour(image, 5, 8) == RED


def test_the_painters_transform_is_left_as_it_was(shapes):
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(3, 4)
    painter.scale(2, 2)
    before = painter.transform()
    shapes.paint(painter, [Placed(1, 1, Figure("", "card", "", 9, 9, (Box(0, 0, 9, 9, fill=RED),)))])
    after = painter.transform()
    painter.end()
    assert after == before


def test_a_figure_is_prepared_once_and_a_rule_never(shapes):
    card = Figure("", "card", "", 9, 9, (Box(0, 0, 9, 9, fill=RED), Ellipse(4, 4, 2, 2, fill=BLUE)))
    rule = Figure("", "rule", "", 9, 1, (Box(0, 0, 9, 1, fill=RED),))
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for _ in range(3):
        shapes.paint(painter, [Placed(0, 0, card), Placed(0, 0, rule)])
    painter.end()
    assert shapes._shared.find(card, True)
    assert shapes._shared.find(rule, True) is None
    shapes.forget()
    assert shapes._shared.find(card, True) is None


def test_painters_of_the_same_fonts_share_what_is_no_picture(qapp):
    fonts, image = resources.typesetter().fonts, QImage(40, 40, QImage.Format.Format_RGB32)
    mine, other, page = (ShapePainter(fonts, lambda asset: None, exact=exact) for exact in (False, False, True))
    card = Figure("", "card", "", 9, 9, (Ellipse(0, 0, 9, 9, fill=RED),))
    pictured = Figure("", "card", "", 9, 9, (Ellipse(0, 0, 9, 9, fill=RED), PICTURE))
    painter = QPainter(image)
    mine.paint(painter, [Placed(0, 0, card), Placed(0, 0, pictured)])
    painter.end()
    assert [one._shared.find(card, True) is not None for one in (mine, other, page)] == [True, True, False]
    assert [one._shared.find(pictured, True) or one._own.find(pictured, True) for one in (other, page)] == [None, None]
    assert mine._own.find(pictured, True)


def test_what_was_not_painted_for_long_is_forgotten_first(shapes, monkeypatch):
    shapes.forget()
    monkeypatch.setattr("desktop.canvas.painter.REMEMBERED", 2)
    cards = [Figure("", "card", "", 9, 9, (Ellipse(4, 4, 2, 2, fill=BLUE),)) for _ in range(3)]
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for number in (0, 1, 0, 2):
        shapes.paint(painter, [Placed(0, 0, cards[number])])
    painter.end()
    assert [shapes._shared.find(card, True) is not None for card in cards] == [True, False, True]
