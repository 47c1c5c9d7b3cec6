"""The colour profile: what other programs make of it."""

import hashlib
import struct
from io import BytesIO

import pytest
from PIL import Image as Pillow
from PIL import ImageCms

from desktop.paint.pdfprofile import profile
from printing import glyphs, objects_of, pdf

COLOURS = [(255, 0, 0), (0, 255, 0), (0, 0, 255), (207, 63, 102), (31, 122, 80), (1, 2, 3), (128, 128, 128)]


def lab(one, colour):
    """A colour of a profile as Lab, in eighths of a bit as Pillow has it."""
    way = ImageCms.buildTransform(one, ImageCms.createProfile("LAB"), "RGB", "LAB")
    return ImageCms.applyTransform(Pillow.new("RGB", (1, 1), colour), way).getpixel((0, 0))


@pytest.fixture(scope="module")
def ours():
    return ImageCms.getOpenProfile(BytesIO(profile()))


def test_it_is_a_display_profile_that_says_its_name(ours):
    assert ours.profile.profile_description == "sRGB IEC61966-2.1"
    assert ours.profile.device_class == "mntr"
    assert ours.profile.xcolor_space == "RGB "
    assert ours.profile.version == pytest.approx(4.2)


@pytest.mark.parametrize("colour", COLOURS)
def test_colours_mean_what_they_mean_in_srgb(ours, colour):
    theirs = lab(ImageCms.createProfile("sRGB"), colour)
    assert all(abs(a - b) <= 1 for a, b in zip(lab(ours, colour), theirs, strict=True))


def test_its_parts_lie_within_it_and_its_length_is_told():
    data = profile()
    assert struct.unpack(">I", data[:4])[0] == len(data) < 700
    (count,) = struct.unpack(">I", data[128:132])
    for at in range(count):
        name, place, length = struct.unpack(">4sII", data[132 + 12 * at : 144 + 12 * at])
        assert name.isalpha()
        assert place % 4 == 0
        assert place + length <= len(data)


def test_its_mark_is_that_of_its_content():
    data = profile()
    bare = data[:84] + bytes(16) + data[100:]
    assert hashlib.md5(bare, usedforsecurity=False).digest() == data[84:100]


def test_every_file_says_what_its_colours_mean():
    with objects_of(pdf(glyphs("text"))) as file:
        (intent,) = file.Root.OutputIntents
        assert str(intent.OutputConditionIdentifier) == "sRGB IEC61966-2.1"
        assert intent.DestOutputProfile.read_bytes() == profile()
        assert intent.DestOutputProfile.N == 3
