import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from desktop.panels.photos.images import ImageView, to_qimage


@pytest.fixture
def view(qtbot):
    view = ImageView(QSize(100, 80))
    qtbot.addWidget(view)
    view.resize(300, 300)
    return view


def picture(width=60, height=30, colour="#3366CC"):
    return to_qimage(Image.new("RGB", (width, height), colour))


@pytest.mark.parametrize("width", [1, 3, 61])
def test_pixels_stay_what_they_are_at_any_width(width):
    image = Image.new("RGB", (width, 2), "#102030")
    image.putpixel((width - 1, 1), (200, 100, 50))
    shown = to_qimage(image)
    assert shown.pixelColor(width - 1, 1) == QColor(200, 100, 50)
    assert shown.pixelColor(0, 0) == QColor("#102030")


def test_a_picture_keeps_its_shape_in_the_middle(view):
    view.show_image(picture(), "a cell")
    assert (view.area.width(), view.area.height()) == (300, 150)
    assert view.area.center().y() == pytest.approx(150)
    assert view.grab().toImage().pixelColor(150, 150) == QColor("#3366CC")


def test_it_asks_for_the_height_of_its_picture(view):
    view.show_image(picture(), "a cell")
    assert view.heightForWidth(200) == 100
    view.show_image(QImage(), "a cell")
    assert view.heightForWidth(200) == 80


def test_it_is_named_for_those_who_do_not_see_it(view):
    view.show_image(picture(), "Cell A1 in the photo")
    assert view.accessibleName() == "Cell A1 in the photo"


def test_where_there_is_no_picture_words_stand(view):
    before = view.grab().toImage()
    view.show_image(QImage(), "nothing", "Once all four points are set")
    assert view.image.isNull()
    assert view.grab().toImage() != before
