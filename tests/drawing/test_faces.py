"""Five faces that differ in more than colour."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.drawing.faces import MOODS, FaceInk, face, mood
from desktop.drawing.shapes import Ellipse, Figure, Path, Placed
from tests.goldens import agree

INK = FaceInk(radius=100.0, stroke=12.0, colour="#CF3F66", paper="#FFFFFF")


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (-2.0, "very sad"),
        (-1.5, "very sad"),
        (-1.4, "sad"),
        (-0.5, "sad"),
        (-0.4, "neutral"),
        (0.0, "neutral"),
        (0.4, "neutral"),
        (0.5, "happy"),
        (1.4, "happy"),
        (1.5, "very happy"),
        (2.0, "very happy"),
    ],
)
def test_a_value_has_its_face(value, name):
    assert MOODS[mood(value)] == name


@given(st.integers(-20, 20).map(lambda tenths: tenths / 10))
def test_moods_are_the_same_on_both_sides_of_zero(value):
    assert mood(value) + mood(-value) == 4


def test_moods_rise_with_the_value():
    moods = [mood(tenths / 10) for tenths in range(-20, 21)]
    assert all(a <= b for a, b in pairwise(moods))
    assert set(moods) == set(range(5))


def test_every_face_has_features_of_its_own():
    features = {tuple(commands_of(face(value, 0.0, 0.0, INK))) for value in (-2, -1, 0, 1, 2)}
    assert len(features) == 5


def commands_of(shapes):
    return [shape.commands for shape in shapes if isinstance(shape, Path)]


@pytest.mark.parametrize("value", [-2, 2])
def test_the_extreme_faces_open_their_mouths(value):
    mouth = face(value, 0.0, 0.0, INK)[-1]
    assert mouth.fill == INK.colour


@pytest.mark.parametrize("value", [-1, 0, 1])
def test_the_others_keep_them_closed(value):
    assert face(value, 0.0, 0.0, INK)[-1].fill == ""


@pytest.mark.parametrize("value", [-2, -1, 0, 1, 2])
def test_the_features_stay_inside_the_ring(value):
    inner = INK.radius - INK.stroke / 2
    for commands in commands_of(face(value, 0.0, 0.0, INK)):
        for _, *numbers in commands:
            assert all(x * x + y * y < inner * inner for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def test_the_ring_is_white_inside_and_in_the_curves_colour():
    ring = face(1.0, 30.0, 40.0, INK)[0]
    assert ring == Ellipse(30.0, 40.0, 100.0, 100.0, "#FFFFFF", "#CF3F66", 12.0)


def test_a_face_scales_with_its_radius():
    small = face(1.0, 0.0, 0.0, FaceInk(10.0, 1.2, "#000000", "#FFFFFF"))
    assert small[-1].commands[0] == ("M", pytest.approx(-4.0), pytest.approx(2.2))
    assert small[-1].stroke_width == pytest.approx(1.3)


def test_the_faces_are_drawn_as_agreed():
    figures = (Figure("", "face", MOODS[mood(value)], 0, 0, face(value, 0.0, 0.0, INK)) for value in (-2, -1, 0, 1, 2))
    agree("faces", [Placed(0, 0, figure) for figure in figures])
