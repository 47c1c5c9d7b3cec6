from io import BytesIO

import pytest
from PIL import Image

from desktop.plan.perspective import homography, rectangle
from desktop.storage import photos
from desktop.storage.errors import StorageError
from desktop.storage.photos import LONGEST, Darkroom, photo, read_photo


def packed(image, form="PNG", **how):
    out = BytesIO()
    image.save(out, form, **how)
    return out.getvalue()


def quarters():
    """Red, green, blue and white from the top left clockwise, 40 × 20 px."""
    image = Image.new("RGB", (40, 20), "#FF0000")
    image.paste("#00FF00", (20, 0, 40, 10))
    image.paste("#0000FF", (20, 10, 40, 20))
    image.paste("#FFFFFF", (0, 10, 20, 20))
    return image


def test_a_photo_knows_its_size(tmp_path):
    path = tmp_path / "wall.png"
    path.write_bytes(packed(quarters()))
    read = read_photo(path)
    assert (read.name, read.width, read.height) == ("wall.png", 40, 20)


def test_a_photo_is_the_right_way_up():
    exif = Image.Exif()
    exif[274] = 6
    turned = photo(packed(quarters(), "JPEG", exif=exif, quality=95))
    assert (turned.width, turned.height) == (20, 40)


def test_a_large_photo_is_made_smaller():
    large = photo(packed(Image.new("L", (LONGEST + 800, 1200), 128), "JPEG"))
    assert max(large.width, large.height) <= LONGEST


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jpg", b"", "damaged"),
        ("a.jpg", b"no picture at all", "PNG, JPEG, WebP or GIF"),
        ("a.heic", b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40, "HEIC cannot be read; save it as JPEG"),
        ("a.heif", b"\x00\x00\x00\x18ftypmif1" + b"\x00" * 40, "HEIC"),
    ],
)
def test_what_is_no_photo_is_told_in_one_sentence(tmp_path, name, data, said):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(StorageError, match=said) as caught:
        read_photo(path)
    assert str(path) in str(caught.value)


def test_two_hundred_megapixels_are_refused_unopened():
    head = packed(Image.new("1", (20_000, 10_000)))
    with pytest.raises(StorageError, match="too many pixels"):
        photo(head)


def test_a_photo_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StorageError, match="choose another picture"):
        read_photo(tmp_path / "gone.jpg")


def test_a_photo_that_is_cut_short_is_told():
    data = packed(Image.effect_noise((300, 300), 50), "JPEG")
    with pytest.raises(StorageError, match="damaged"):
        photo(data[: len(data) // 2])


def test_a_quarter_to_the_right():
    turned, room = photo(packed(quarters())).turned(), Darkroom()
    image = room.image(turned)
    assert image.size == (turned.width, turned.height) == (20, 40)
    assert image.getpixel((15, 5)) == (255, 0, 0)
    assert image.getpixel((15, 35)) == (0, 255, 0)


def test_four_quarters_are_none():
    once = photo(packed(quarters()))
    again = once.turned().turned().turned().turned()
    assert Darkroom().image(again).tobytes() == Darkroom().image(once).tobytes()


def test_a_piece_is_cut_out_and_straightened():
    room, shown = Darkroom(), photo(packed(quarters()))
    seen = homography(rectangle(0.0, 0.0, 4.0, 2.0), rectangle(0.0, 0.0, 40.0, 20.0))
    piece = room.piece(shown, seen, (2.2, 0.2, 1.6, 0.6), 20.0)
    assert piece.size == (32, 12)
    assert piece.getcolors() == [(32 * 12, (0, 255, 0))]


def test_a_piece_of_many_pixels_is_smoothed():
    stripes = Image.new("L", (400, 400), 255)
    for x in range(0, 400, 2):
        stripes.paste(0, (x, 0, x + 1, 400))
    room, shown = Darkroom(), photo(packed(stripes))
    seen = homography(rectangle(0.0, 0.0, 10.0, 10.0), rectangle(0.0, 0.0, 400.0, 400.0))
    piece = room.piece(shown, seen, (2.0, 2.0, 6.0, 6.0), 5.0)
    low, high = piece.convert("L").getextrema()
    assert 100 < low <= high < 160


def test_what_lies_outside_the_photo_is_grey():
    room, shown = Darkroom(), photo(packed(quarters()))
    seen = homography(rectangle(0.0, 0.0, 4.0, 2.0), rectangle(0.0, 0.0, 40.0, 20.0))
    assert room.piece(shown, seen, (10.0, 10.0, 1.0, 1.0), 10.0).getcolors() == [(100, photos.AROUND)]


def test_only_the_last_photos_stay_unpacked():
    room, shown = Darkroom(), [photo(packed(quarters())) for _ in range(4)]
    first = room.image(shown[0])
    assert room.image(shown[0]) is first
    for each in shown[1:]:
        room.image(each)
    assert room.image(shown[0]) is not first
