import pytest
from PIL import Image, ImageDraw

from desktop.storage.ink import paper_of, whitened_by, written

PAPER = (230, 222, 205)
WHOLE = (0, 0, 100, 100)


def piece(*, box=None, colour="#1B1F2A", noise=0.0):
    image = Image.new("RGB", (100, 100), PAPER)
    if box:
        ImageDraw.Draw(image).rectangle(box, fill=colour)
    if noise:
        grain = Image.merge("RGB", [Image.effect_noise((100, 100), noise)] * 3)
        image = Image.blend(image, grain, 0.1)
    return image


def test_bare_paper_is_bare():
    assert written(piece(), PAPER, WHOLE) == 0.0


def test_noise_is_not_writing():
    noisy = piece(noise=80.0)
    assert written(noisy, paper_of(noisy, [WHOLE]), WHOLE) < 0.002


def test_a_thin_line_is_writing():
    assert written(piece(box=(20, 50, 80, 50)), PAPER, WHOLE) > 0.005


@pytest.mark.parametrize("colour", ["#FFE45C", "#FFB3C1", "#A9D6FF", "#B9E8B0"])
def test_a_sticky_note_is_not_paper(colour):
    assert written(piece(box=(10, 10, 89, 89), colour=colour), PAPER, WHOLE) > 0.5


def test_only_the_box_counts():
    assert written(piece(box=(0, 0, 40, 99)), PAPER, (60, 0, 100, 100)) == 0.0


def test_paper_is_the_lighter_of_the_places_beside():
    half = piece(box=(0, 0, 49, 99), colour="#304050")
    assert paper_of(half, [(0, 0, 50, 100), (50, 0, 100, 100)]) == PAPER


def test_paper_under_a_few_letters_is_still_paper():
    assert paper_of(piece(box=(0, 0, 30, 99)), [WHOLE]) == PAPER


def test_in_its_light_paper_is_white_and_ink_stays_dark():
    white = whitened_by(piece(box=(20, 20, 40, 40)), PAPER)
    assert white.getpixel((80, 80)) == (255, 255, 255)
    assert max(white.getpixel((30, 30))) < 60


def test_a_box_without_a_size_is_a_pixel():
    assert written(piece(), PAPER, (10.0, 10.0, 10.0, 10.0)) == 0.0
