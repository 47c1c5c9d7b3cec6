import math
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFilter

from desktop.plan.perspective import homography, rectangle
from desktop.storage.cornermarks import find_marks, placed

SIZE = (1200, 900)
CORNERS = ((100, 90), (1090, 110), (1080, 800), (120, 790))


def mark(picture, middle, side=42, ink="#202020", paper="#F4F4F0"):
    pen = ImageDraw.Draw(picture)
    for half, colour in ((side * 9 / 14, paper), (side / 2, ink), (side * 5 / 14, paper), (side * 3 / 14, ink)):
        x, y = middle
        pen.rectangle((x - half, y - half, x + half, y + half), fill=colour)


def wall(corners=CORNERS, ground="#F4F4F0", **look):
    picture = Image.new("RGB", SIZE, ground)
    for corner in corners:
        mark(picture, corner, **look)
    return picture


def apart(found, truth):
    return max(math.dist(one, other) for one, other in zip(found, truth, strict=True))


def leaning(picture, corners):
    """The picture as the camera sees it whose four corners come there, and where a point comes to."""
    whole = rectangle(0.0, 0.0, *map(float, picture.size))
    back = homography(corners, whole)
    seen = picture.transform(
        picture.size, Image.Transform.PERSPECTIVE, back.coefficients, Image.Resampling.BICUBIC, fillcolor="#7A746A"
    )
    return seen, homography(whole, corners)


def test_all_four_are_found_to_a_pixel():
    assert apart(find_marks(wall()), CORNERS) < 1.0


@pytest.mark.parametrize("gone", range(4))
def test_one_that_is_covered_is_told(gone):
    left = [corner for at, corner in enumerate(CORNERS) if at != gone]
    found = find_marks(wall(left))
    assert [at for at, each in enumerate(found) if each is None] == [gone]
    assert apart([each for each in found if each], left) < 1.0


@pytest.mark.parametrize(("seen", "gone"), [((0, 1), [2, 3]), ((2, 3), [0, 1]), ((0, 3), [1, 2]), ((0, 2), [1, 3])])
def test_two_say_which_they_are_by_where_they_stand(seen, gone):
    found = find_marks(wall([CORNERS[at] for at in seen]))
    assert [at for at, each in enumerate(found) if each is None] == gone


def test_a_wall_without_marks_has_none():
    assert find_marks(wall(())) == (None,) * 4


def test_letters_and_rings_are_no_marks():
    picture = wall(())
    pen = ImageDraw.Draw(picture)
    for at in range(12):
        pen.rectangle((60 + 90 * at, 100, 100 + 90 * at, 140), outline="#202020", width=6)
        pen.ellipse((60 + 90 * at, 300, 100 + 90 * at, 340), outline="#202020", width=4)
        pen.text((60 + 90 * at, 500), "BOE8", fill="#202020")
    assert find_marks(picture) == (None,) * 4


@pytest.mark.parametrize("sigma", [1.0, 2.0])
def test_blur_does_not_hide_them(sigma):
    assert apart(find_marks(wall().filter(ImageFilter.GaussianBlur(sigma))), CORNERS) < 1.0


def test_a_shadow_over_half_of_the_wall_does_not_either():
    picture = wall()
    dark = picture.crop((0, 0, 600, 900)).point(lambda value: value * 0.35)
    picture.paste(dark, (0, 0))
    assert apart(find_marks(picture.filter(ImageFilter.GaussianBlur(1))), CORNERS) < 1.0


def test_noise_is_not_taken_for_marks():
    noise = Image.effect_noise(SIZE, 60)
    assert find_marks(Image.merge("RGB", (noise, noise, noise))) == (None,) * 4


@pytest.mark.parametrize(
    "corners",
    [
        ((120.0, 60.0), (1010.0, 180.0), (990.0, 700.0), (90.0, 850.0)),
        ((60.0, 200.0), (1140.0, 40.0), (1030.0, 860.0), (170.0, 720.0)),
    ],
)
def test_they_are_found_at_an_angle(corners):
    seen, there = leaning(wall(), corners)
    assert apart(find_marks(seen), [there(*corner) for corner in CORNERS]) < 1.5


def test_a_little_askew_they_are_still_in_order():
    turned = wall().rotate(8, Image.Resampling.BICUBIC, fillcolor="#7A746A")
    found = find_marks(turned)
    assert None not in found
    assert found[0][0] < found[1][0]
    assert found[0][1] < found[3][1]


def test_they_may_be_of_any_ink():
    assert apart(find_marks(wall(ink="#5A5A5A", paper="#D8D2C0", ground="#D8D2C0")), CORNERS) < 1.0


def test_three_points_are_placed_with_the_fourth_missing():
    assert placed([(90.0, 10.0), (10.0, 90.0), (90.0, 90.0)], (100, 100)) == (
        None,
        (90.0, 10.0),
        (90.0, 90.0),
        (10.0, 90.0),
    )


@pytest.mark.parametrize(("point", "at"), [((10, 10), 0), ((90, 10), 1), ((90, 90), 2), ((10, 90), 3)])
def test_a_single_point_is_placed_by_its_quarter(point, at):
    assert placed([point], (100, 100)).index(point) == at


nudge = st.floats(-70.0, 70.0)


@given(st.tuples(*[st.tuples(nudge, nudge)] * 4))
@settings(max_examples=12)
def test_they_are_found_however_one_stands(nudges):
    frame = rectangle(110.0, 110.0, 980.0, 680.0)
    a, b, c, d = ((x + dx, y + dy) for (x, y), (dx, dy) in zip(frame, nudges, strict=True))
    seen, there = leaning(wall(), (a, b, c, d))
    assert apart(find_marks(seen), [there(*corner) for corner in CORNERS]) < 2.0


@pytest.mark.parametrize("quality", [40, 80])
def test_a_jpeg_keeps_them(quality):
    out = BytesIO()
    wall().save(out, "JPEG", quality=quality)
    assert apart(find_marks(Image.open(out)), CORNERS) < 1.0


@pytest.mark.parametrize("side", [30, 60, 110])
def test_they_are_found_small_and_large(side):
    assert apart(find_marks(wall(side=side)), CORNERS) < 1.5


def test_a_picture_of_nothing_has_none():
    assert find_marks(Image.new("RGB", (1, 1))) == (None,) * 4
    assert find_marks(Image.new("RGB", (900, 4), "#FFFFFF")) == (None,) * 4


def test_a_mark_at_the_very_edge_is_found_too():
    picture = wall(())
    mark(picture, (27, 27))
    assert find_marks(picture)[0] == pytest.approx((27, 27), abs=1.0)
