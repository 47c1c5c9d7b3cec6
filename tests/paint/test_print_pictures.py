"""Pictures at the resolution of print: as many pixels as are seen, and no more."""

from io import BytesIO

import numpy as np
import pikepdf
import pytest
from PIL import Image as Pillow
from test_pdfimages import saved

from desktop.drawing.shapes import Image
from desktop.paint import pdfpixels
from desktop.paint.pdfimages import largest
from printing import objects_of, picture_of
from sheets import at, drawn, printed, sheet, view

INCH = Image(0.0, 0.0, 72.0, 36.0, "asset")
"""One inch by half an inch at a scale of 1."""


def photo(width=600, height=300, mode="RGB"):
    """A picture in which every pixel is another."""
    return Pillow.radial_gradient("L").resize((width, height)).convert(mode)


def pictures_of(data):
    with objects_of(data) as file:
        found = {raw.objgen: raw for page in file.pages for raw in page.Resources.get("/XObject", {}).values()}
        return [(int(raw.Width), int(raw.Height), str(raw.Filter), str(raw.ColorSpace)) for raw in found.values()]


def sizes(data):
    return [(width, height) for width, height, _, _ in pictures_of(data)]


def made(data, *shapes, scale=1.0, **options):
    whole = drawn(at(0.0, 0.0, *(shapes or (INCH,))))
    return printed(sheet(view(whole, scale=scale)), pictures={"asset": data}.get, **options)


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_pixels_that_nobody_sees_are_left_out(form):
    assert sizes(made(saved(photo(), form))) == [(150, 75)]


@pytest.mark.parametrize("dpi", [100, 150, 300])
def test_there_are_as_many_as_were_asked_for(dpi):
    assert sizes(made(saved(photo(), "JPEG"), image_dpi=dpi)) == [(dpi, dpi // 2)]


def test_up_to_half_as_many_again_a_photograph_passes_as_it_is():
    data = saved(photo(225, 112), "JPEG")
    with objects_of(made(data)) as file:
        ((_, raw),) = file.pages[0].Resources.XObject.items()
        assert raw.read_raw_bytes() == data


def test_a_small_picture_is_not_made_larger():
    assert sizes(made(saved(photo(40, 20), "PNG"))) == [(40, 20)]


def test_the_size_on_paper_decides():
    assert sizes(made(saved(photo(), "JPEG"), scale=2.0)) == [(300, 150)]


def test_the_largest_place_decides():
    small = Image(100.0, 0.0, 18.0, 9.0, "asset")
    assert sizes(made(saved(photo(), "JPEG"), small, INCH)) == [(150, 75)]


def test_a_place_on_another_sheet_counts_too():
    one, other = drawn(at(0.0, 0.0, Image(0, 0, 18, 9, "asset"))), drawn(at(0.0, 0.0, INCH))
    data = printed(sheet(view(one)), sheet(view(other)), pictures={"asset": saved(photo(), "JPEG")}.get)
    assert sizes(data) == [(150, 75)]


def test_of_a_crop_the_whole_picture_is_reckoned():
    part = Image(0.0, 0.0, 72.0, 36.0, "asset", (0.25, 0.25, 0.75, 0.75))
    assert sizes(made(saved(photo(), "JPEG"), part)) == [(300, 150)]


def test_a_turned_photograph_is_reckoned_as_it_is_seen():
    exif = Pillow.Exif()
    exif[274] = 6
    data = saved(photo(300, 600), "JPEG", exif=exif)
    assert sizes(made(data)) == [(75, 150)]


def test_largest_is_by_either_side():
    wide, high = Image(0, 0, 90, 10, "a"), Image(0, 0, 10, 40, "a")
    assert largest([(wide, 1.0), (high, 2.0), (Image(0, 0, 9, 9, "b", (1, 0, 0, 1)), 1.0)]) == {"a": (90, 80)}


def test_what_is_seen_through_keeps_its_mask():
    clear = photo().convert("RGBA")
    clear.putalpha(Pillow.linear_gradient("L").resize(clear.size))
    with objects_of(made(saved(clear))) as file:
        ((_, raw),) = file.pages[0].Resources.XObject.items()
        assert (raw.SMask.Width, raw.SMask.Height) == (raw.Width, raw.Height) == (150, 75)
        assert str(raw.SMask.ColorSpace) == "/DeviceGray"


@pytest.mark.parametrize(("mode", "space"), [("L", "/DeviceGray"), ("RGB", "/DeviceRGB")])
@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_a_picture_without_colours_stays_one(mode, space, form):
    assert pictures_of(made(saved(photo(mode=mode), form)))[0][3] == space


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_in_grey_no_picture_has_colours(form):
    red = Pillow.new("RGB", (60, 30), (200, 30, 30))
    data = made(saved(red, form), about={"grey": True})
    assert pictures_of(data)[0][3] == "/DeviceGray"
    assert len(set(picture_of(data).getpixel((30, 15)))) == 1


def test_a_png_lies_in_the_file_as_it_is():
    data = saved(photo(100, 50), "PNG")
    packed = pdfpixels.packed_png(data).picture
    assert packed.content in data
    assert sizes(made(data)) == [(100, 50)]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_packed_pictures_look_as_they_did(mode):
    plain = photo(100, 50, "RGB").quantize(16) if mode == "P" else photo(100, 50, mode)
    assert pdfpixels.packed_png(saved(plain)) is not None
    seen, meant = picture_of(made(saved(plain), scale=100 / 72)).crop((0, 0, 100, 50)), plain.convert("RGB")
    apart = abs(np.asarray(seen, dtype=int) - np.asarray(meant, dtype=int))
    assert apart.mean() < 3


@pytest.mark.parametrize("mode", ["RGBA", "LA"])
def test_what_pdf_cannot_read_is_packed_anew(mode):
    assert pdfpixels.packed_png(saved(photo(20, 10, mode))) is None
    assert pdfpixels.drawn(photo(20, 10, mode)).mask is not None


def test_an_unknown_mode_is_refused():
    with pytest.raises(ValueError, match="mode I;16"):
        pdfpixels.drawn(Pillow.new("I;16", (4, 4)))


def test_a_print_photograph_is_read_with_ink_of_four_colours():
    data = made(saved(photo(60, 30, "CMYK"), "JPEG"))
    assert pictures_of(data)[0][3] == "/DeviceRGB"


def test_the_same_picture_gives_the_same_bytes():
    data = saved(photo(), "JPEG")
    assert made(data) == made(data)


def test_a_smaller_picture_is_a_smaller_file():
    data = saved(Pillow.effect_noise((800, 400), 80), "JPEG", quality=95)
    assert len(made(data)) < len(made(data, image_dpi=800)) / 4


def test_objects_of_pictures_are_sound():
    out = BytesIO()
    photo().save(out, "PNG")
    with objects_of(made(out.getvalue())) as file:
        assert file.check_pdf_syntax() == []
        ((_, raw),) = file.pages[0].Resources.XObject.items()
        assert pikepdf.PdfImage(raw).as_pil_image().size == (150, 75)
