"""Outlines as Qt paths."""

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt

from desktop.canvas.paths import box_path, ellipse_path, path_of
from desktop.drawing.shapes import Box, Ellipse


def test_a_path_follows_its_commands():
    path = path_of((("M", 0, 0), ("L", 10, 0), ("C", 10, 5, 5, 10, 0, 10), ("Z",)))
    assert path.boundingRect() == QRectF(0, 0, 10, 10)
    assert path.fillRule() == Qt.FillRule.WindingFill


def test_a_closed_path_ends_where_it_began():
    assert path_of((("M", 3, 4), ("L", 10, 0), ("Z",))).currentPosition() == QPointF(3, 4)


def test_an_unknown_command_is_refused():
    with pytest.raises(ValueError, match="'Q'"):
        path_of((("Q", 1, 2, 3, 4),))


def test_a_box_without_radii_is_a_rectangle():
    path = box_path(Box(1, 2, 30, 40))
    assert path.elementCount() == 5
    assert path.boundingRect() == QRectF(1, 2, 30, 40)


def test_each_corner_has_its_own_radius():
    path = box_path(Box(0, 0, 100, 100, radii=(0, 20, 0, 40)))
    corners = [QPointF(1, 1), QPointF(99, 1), QPointF(99, 99), QPointF(1, 99)]
    assert [path.contains(corner) for corner in corners] == [True, False, True, False]


def test_a_round_corner_is_a_quarter_circle():
    path = box_path(Box(0, 0, 100, 100, radii=(50, 50, 50, 50)))
    middle = 50 - 50 / 2**0.5
    assert path.contains(QPointF(middle + 0.1, middle + 0.1))
    assert not path.contains(QPointF(middle - 0.1, middle - 0.1))


def test_radii_that_do_not_fit_are_cut():
    path = box_path(Box(0, 0, 40, 20, radii=(99, 99, 99, 99)))
    assert path.boundingRect() == QRectF(0, 0, 40, 20)


def test_an_ellipse_reaches_its_radii():
    assert ellipse_path(Ellipse(10, 20, 5, 3)).boundingRect() == QRectF(5, 17, 10, 6)
