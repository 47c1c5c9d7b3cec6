"""Pictures travel inside the SVG, each once, upright, in formats that every reader knows."""

import base64
from io import BytesIO

import pytest
from PIL import Image as Pillow

from desktop.drawing.shapes import MISSING, Box, Image
from desktop.paint.svgimages import PictureStore
from vectors import HREF, attributes, elements, only, svg, svg_data

FRAME = Image(10.0, 20.0, 30.0, 40.0, "asset")


def file(form, size=(6, 4), orientation=1, mode="RGB"):
    """The bytes of a picture whose left half is red."""
    picture = Pillow.new(mode, size, "blue")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    exif = Pillow.Exif()
    exif[274] = orientation
    out = BytesIO()
    picture.save(out, form, **({"exif": exif} if orientation != 1 else {}))
    return out.getvalue()


def shown(data, *shapes):
    return svg(*(shapes or (FRAME,)), pictures={"asset": data}.get)


def carried(root):
    """Media type and bytes of the one picture in the file."""
    head, _, body = only(root, "image").get(HREF).partition(";base64,")
    return head, base64.b64decode(body)


def pixels(data):
    with Pillow.open(BytesIO(data)) as picture:
        return picture.format, picture.size, dict(picture.getexif()), picture.convert("RGB").getpixel((0, 0))


@pytest.mark.parametrize(("form", "media"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_an_upright_picture_passes_as_it_is(form, media):
    data = file(form)
    assert carried(shown(data)) == (f"data:{media}", data)


@pytest.mark.parametrize("form", ["GIF", "WEBP"])
def test_a_rare_format_becomes_png(form):
    head, data = carried(shown(file(form)))
    assert head == "data:image/png"
    kind, size, _, (red, _, blue) = pixels(data)
    assert (kind, size) == ("PNG", (6, 4))
    assert red > 200 > 100 > blue


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_turned_photograph_is_set_upright(orientation):
    kind, size, exif, (red, _, blue) = pixels(carried(shown(file("JPEG", (32, 16), orientation)))[1])
    assert kind == "JPEG"
    assert size == ((16, 32) if orientation >= 5 else (32, 16))
    assert exif.get(274, 1) == 1
    assert (red > blue) == (orientation in {4, 5, 6})  # those whose upper left corner comes from the left half


def test_a_picture_is_stored_once():
    root = shown(file("PNG"), FRAME, Image(0, 0, 5, 5, "asset"))
    assert len(elements(root, "image")) == 1
    assert [use.get(HREF) for use in elements(root, "use")] == ["#p1", "#p1"]


def frame_of(root):
    """The inner svg that shows the picture."""
    return elements(root, "svg")[1]


def test_a_picture_fills_its_frame():
    frame = frame_of(shown(file("PNG")))
    assert attributes(frame, "x", "y", "width", "height") == (10.0, 20.0, 30.0, 40.0)
    assert (frame.get("viewBox"), frame.get("preserveAspectRatio")) == ("0 0 1 1", "none")


def test_a_crop_is_the_part_that_is_seen():
    frame = frame_of(shown(file("PNG"), Image(0, 0, 9, 9, "asset", (0.25, 0.1, 0.75, 1.0))))
    assert frame.get("viewBox") == "0.25 0.1 0.5 0.9"
    assert frame.get("overflow") == "hidden"


def test_a_picture_says_what_it_shows():
    frame = frame_of(shown(file("PNG"), Image(0, 0, 9, 9, "asset", alt="The <open> kitchen")))
    assert (frame.get("role"), frame.get("aria-label")) == ("img", "The <open> kitchen")


@pytest.mark.parametrize(
    "data",
    [None, b"", b"no picture", file("PNG")[:40], file("JPEG", (64, 64))[:-200], file("TIFF")],
    ids=["absent", "empty", "text", "png cut", "jpeg cut", "tiff"],
)
def test_what_cannot_be_shown_is_a_grey_box(data):
    root = shown(data)
    box = only(root, "rect")
    assert box.get("fill") == MISSING
    assert attributes(box, "x", "y", "width", "height") == (10.0, 20.0, 30.0, 40.0)
    assert elements(root, "image", "use") == []


def test_what_stands_instead_knows_the_reason():
    shape = Image(0, 0, 9, 9, "asset", instead=lambda code: (Box(1, 2, 3, 4, f"#{code}"),))
    assert [only(shown(data, shape), "rect").get("fill") for data in (None, b"x")] == ["#missing", "#format"]
    assert elements(shown(file("PNG"), shape), "rect") == []


@pytest.mark.parametrize("crop", [(0.5, 0, 0.5, 1), (0, 0.9, 1, 0.1)])
def test_a_crop_of_nothing_is_a_grey_box(crop):
    assert only(shown(file("PNG"), Image(0, 0, 9, 9, "asset", crop)), "rect").get("fill") == MISSING


def test_the_same_picture_is_the_same_bytes():
    picture = {"asset": file("JPEG", (32, 16), 6)}.get
    assert svg_data(FRAME, pictures=picture) == svg_data(FRAME, pictures=picture)


@pytest.mark.parametrize(("form", "mode"), [("JPEG", "RGB"), ("PNG", "RGB"), ("PNG", "RGBA")])
def test_without_hue_it_keeps_its_lightness_and_its_form(form, mode):
    (stored,) = _stored(file(form, mode=mode))
    with Pillow.open(BytesIO(stored)) as picture:
        assert (picture.format, picture.mode in {"L", "LA"}) == (form, True)
        assert picture.convert("L").getpixel((0, 0)) == pytest.approx(76, abs=2)


def test_without_hue_it_is_upright_too():
    (stored,) = _stored(file("JPEG", orientation=6))
    with Pillow.open(BytesIO(stored)) as picture:
        assert picture.size == (4, 6)


def test_without_hue_it_is_seen_through_where_it_was():
    out = BytesIO()
    Pillow.new("RGBA", (2, 2), (255, 0, 0, 0)).save(out, "PNG")
    (stored,) = _stored(out.getvalue())
    with Pillow.open(BytesIO(stored)) as picture:
        assert picture.getpixel((0, 0))[-1] == 0


def _stored(data):
    """What a grey store holds of a picture."""
    store = PictureStore({"asset": data}.get, grey=True)
    store.element(FRAME)
    return [base64.b64decode(each.partition(";base64,")[2].partition('"')[0]) for each in store.definitions()]
