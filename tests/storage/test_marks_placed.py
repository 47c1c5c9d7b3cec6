"""Which corner a mark is, however many of them are seen."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop.storage.cornermarks import Likeness, find_marks, placed
from desktop.storage.ink import paper_of, whitened_by, written

SOUND = settings(max_examples=25)
SIZE = 1200, 900
SHIFT = st.integers(-40, 40)
CORNERS = st.lists(st.tuples(SHIFT, SHIFT), min_size=4, max_size=4).map(
    lambda shifts: tuple(
        (x + dx, y + dy)
        for (x, y), (dx, dy) in zip(((100, 90), (1100, 90), (1100, 810), (100, 810)), shifts, strict=True)
    )
)
COLOURS = st.tuples(*[st.integers(120, 255)] * 3)


@SOUND
@given(CORNERS, st.permutations(range(4)), st.integers(3, 4))
def test_three_or_four_are_known_by_each_other(corners, order, count):
    seen = order[:count]
    found = placed([corners[at] for at in seen], SIZE)
    assert found == tuple(corners[at] if at in seen else None for at in range(4))


@SOUND
@given(CORNERS, st.integers(0, 3))
def test_one_is_known_by_its_quarter(corners, at):
    assert placed([corners[at]], SIZE).index(corners[at]) == at


@SOUND
@given(CORNERS, st.permutations(range(4)))
def test_two_are_known_by_their_quarters(corners, order):
    found = placed([corners[at] for at in order[:2]], SIZE)
    assert {found.index(corners[at]) for at in order[:2]} == set(order[:2])


def test_none_is_nowhere():
    assert placed([], SIZE) == (None,) * 4


@pytest.mark.parametrize(("x", "found"), [((100, 400), (0, 1)), ((700, 1100), (0, 1))])
def test_two_beside_each_other_are_left_and_right_wherever_they_are(x, found):
    points = [(x[0], 100), (x[1], 100)]
    assert tuple(placed(points, SIZE).index(point) for point in points) == found


@pytest.mark.parametrize("colour", ["#FFFFFF", "#000000", "#8C8478"])
def test_on_an_empty_photo_there_are_none(colour):
    assert find_marks(Image.new("RGB", (400, 300), colour)) == (None,) * 4


@pytest.mark.parametrize(
    ("x", "y", "same"), [(0.0, 0.0, True), (5.0, 5.0, True), (9.0, 0.0, False), (0.0, -9.0, False), (7.9, -7.9, True)]
)
def test_what_is_nearer_than_two_sevenths_is_the_same_mark(x, y, same):
    assert Likeness(0.0, 0.0, 4.0, 4.0).is_at(Likeness(x, y, 4.0, 4.0)) is same


@SOUND
@given(st.lists(st.tuples(*[st.floats(1.0, 50.0)] * 4), min_size=1, max_size=6))
def test_a_mark_that_is_seen_again_is_the_mean_of_what_was_seen(seen):
    first, *others = (Likeness(*each) for each in seen)
    for other in others:
        first = first.and_again(other)
    assert first.rows == len(seen)
    means = [sum(column) / len(seen) for column in zip(*seen, strict=True)]
    assert [first.x, first.y, first.across, first.down] == pytest.approx(means)


@SOUND
@given(COLOURS)
def test_bare_paper_of_any_colour_is_white_in_its_own_light(colour):
    piece = Image.new("RGB", (20, 20), colour)
    paper = paper_of(piece, [(0, 0, 20, 20)])
    assert paper == colour
    assert whitened_by(piece, paper).getpixel((9, 9)) == (255, 255, 255)
    assert written(piece, paper, (0, 0, 20, 20)) == 0.0


@SOUND
@given(COLOURS, st.integers(2, 18))
def test_the_share_that_is_written_on_is_that_of_the_ink(colour, high):
    piece = Image.new("RGB", (20, 20), colour)
    piece.paste("#000000", (0, 0, 20, high))
    assert written(piece, colour, (0, 0, 20, 20)) == pytest.approx(high / 20, abs=0.06)


@SOUND
@given(COLOURS, st.integers(1, 40))
def test_what_is_darker_never_becomes_lighter_than_what_was_lighter(colour, darker):
    piece = Image.new("RGB", (2, 1), colour)
    piece.putpixel((1, 0), tuple(one - darker for one in colour))
    white = whitened_by(piece, colour)
    assert all(one >= other for one, other in zip(white.getpixel((0, 0)), white.getpixel((1, 0)), strict=True))
