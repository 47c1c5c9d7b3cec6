"""Pictures in a PDF: each once, photographs as they are, upright, cropped."""

from io import BytesIO

import pytest
from PIL import Image as Pillow
from PIL import ImageOps

from desktop.drawing.shapes import MISSING, Box, Image
from printing import objects_of, operators_of, pdf, picture_of

RED, GREEN, BLUE, YELLOW = (255, 0, 0), (0, 128, 0), (0, 0, 255), (255, 255, 0)
GREY = tuple(bytes.fromhex(MISSING[1:]))
FRAME = Image(10.0, 20.0, 40.0, 20.0, "asset")


def quarters(mode="RGB", size=(40, 20)):
    """Red, green, blue and yellow from the top left in reading order."""
    picture = Pillow.new("RGB", size)
    width, height = size[0] // 2, size[1] // 2
    for at, colour in enumerate((RED, GREEN, BLUE, YELLOW)):
        picture.paste(colour, (at % 2 * width, at // 2 * height, (at % 2 + 1) * width, (at // 2 + 1) * height))
    return picture.convert(mode)


def saved(picture, form="PNG", **options):
    out = BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def printed(data, *shapes):
    return pdf(*(shapes or (FRAME,)), pictures={"asset": data}.get)


def corners(data):
    """What is seen in the middle of each quarter of the frame."""
    picture = picture_of(data)
    places = [(10 + 2 * (5 + 10 + x), 20 + 2 * (5 + 20 + y)) for y in (5, 15) for x in (10, 30)]
    return [picture.getpixel(place) for place in places]


def near(seen, meant):
    return all(abs(a - b) < 24 for one, other in zip(seen, meant, strict=True) for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF"])
def test_a_picture_fills_its_frame(form):
    options = {"quality": 95} if form in {"JPEG", "WEBP"} else {}
    assert near(corners(printed(saved(quarters(), form, **options))), [RED, GREEN, BLUE, YELLOW])


@pytest.mark.parametrize("mode", ["P", "RGBA", "L", "1", "LA"])
def test_all_kinds_of_png_can_be_printed(mode):
    seen = corners(printed(saved(quarters(mode))))
    assert GREY not in seen


def test_what_is_transparent_shows_the_paper():
    clear = quarters("RGBA")
    clear.putalpha(0)
    assert corners(printed(saved(clear))) == [(255, 255, 255)] * 4


def test_two_pictures_with_the_same_mask():
    clear = quarters("RGBA")
    other = ImageOps.mirror(clear)
    stored = {"one": saved(clear), "two": saved(other)}
    data = pdf(Image(0, 0, 9, 9, "one"), Image(20, 0, 9, 9, "two"), pictures=stored.get)
    with objects_of(data) as file:
        assert file.check_pdf_syntax() == []
        assert len(file.pages[0].Resources.XObject) == 2


def test_a_photograph_passes_as_it_is():
    data = saved(quarters(), "JPEG", quality=90)
    with objects_of(printed(data)) as file:
        ((_, image),) = file.pages[0].Resources.XObject.items()
        assert image.read_raw_bytes() == data


def test_a_picture_is_stored_once_however_often_it_stands():
    data = printed(saved(quarters(), "JPEG"), FRAME, Image(60.0, 20.0, 40.0, 20.0, "asset"), FRAME)
    with objects_of(data) as file:
        assert len(file.pages[0].Resources.XObject) == 1
    assert operators_of(data).count(" Do") == 3


@pytest.mark.parametrize("orientation", range(1, 9))
def test_photographs_stand_upright(orientation):
    size = (20, 40) if orientation >= 5 else (40, 20)
    exif = Pillow.Exif()
    exif[274] = orientation
    data = saved(quarters(size=size), "JPEG", quality=95, exif=exif)
    upright = ImageOps.exif_transpose(Pillow.open(BytesIO(data))).convert("RGB")
    meant = [upright.getpixel(place) for place in ((10, 5), (30, 5), (10, 15), (30, 15))]
    assert near(corners(printed(data)), meant)


def test_a_crop_shows_its_part_only():
    data = saved(quarters())
    right = Image(10.0, 20.0, 40.0, 20.0, "asset", (0.5, 0.0, 1.0, 0.5))
    assert near(corners(printed(data, right)), [GREEN] * 4)


def test_a_crop_does_not_reach_over_its_frame():
    picture = picture_of(printed(saved(quarters()), Image(50.0, 50.0, 20.0, 10.0, "asset", (0.25, 0.25, 0.75, 0.75))))
    box = ImageOps.invert(picture).getbbox()
    assert box == (10 + 2 * 55, 20 + 2 * 55, 10 + 2 * 75, 20 + 2 * 65)


@pytest.mark.parametrize("crop", [(0.5, 0.0, 0.5, 1.0), (0.8, 0.0, 0.2, 1.0), (0.0, 1.0, 1.0, 0.0)])
def test_a_crop_of_nothing_is_grey(crop):
    assert corners(printed(saved(quarters()), Image(10.0, 20.0, 40.0, 20.0, "asset", crop))) == [GREY] * 4


@pytest.mark.parametrize(
    "data", [None, b"", b"no picture", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"<svg/>", b"GIF89a"]
)
def test_what_cannot_be_read_is_grey(data):
    assert corners(printed(data)) == [GREY] * 4


def blot(code):
    """Green for a damaged picture, else blue."""
    return (Box(10.0, 20.0, 40.0, 20.0, "#008000" if code == "damaged" else "#0000FF"),)


def test_what_stands_instead_knows_the_reason():
    shape, good = Image(10.0, 20.0, 40.0, 20.0, "asset", instead=blot), saved(quarters(size=(400, 200)))
    assert corners(printed(good[: len(good) // 2], shape)) == [GREEN] * 4
    assert corners(printed(b"words", shape)) == [BLUE] * 4
    assert near(corners(printed(good, shape)), [RED, GREEN, BLUE, YELLOW])


@pytest.mark.parametrize("form", ["PNG", "GIF"])
def test_a_picture_cut_short_is_grey(form):
    data = saved(quarters(size=(400, 200)), form)
    assert corners(printed(data[: len(data) // 2])) == [GREY] * 4
