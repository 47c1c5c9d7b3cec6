"""Fonts from outside: known by their families, and refused by name where they must not be embedded."""

import pytest

from desktop import resources
from desktop.storage.assets import key_of
from desktop.storage.errors import ReadError
from desktop.storage.fontfiles import MOST_BYTES, MOST_TOGETHER, FontError, check_together, read_font, typeface
from typefaces import typeface as made


def refused(code):
    return pytest.raises(FontError, check=lambda error: error.code == code)


def test_a_font_is_known_by_its_family_its_weight_and_its_slope():
    found = typeface(made("Lume Sans", weight=700, italic=True))
    assert (found.family, found.looks) == ("Lume Sans", ((700, True),))
    assert found.key == key_of(found.asset.content())


def test_the_family_is_the_one_that_holds_all_weights():
    assert typeface(made("Lume Sans SemiBold", weight=600, typographic="Lume Sans")).family == "Lume Sans"


def test_opentype_outlines_are_fonts_too():
    assert typeface(made(cff=True)).asset.type == "font/otf"
    assert typeface(made()).asset.type == "font/ttf"


def test_a_variable_font_has_every_weight():
    assert typeface(made(variable=True)).looks == ((400, False), (600, False), (700, False))


def test_the_bundled_fonts_could_be_chosen():
    found = read_font(resources.root() / "fonts" / "JWInter-Bold.ttf")
    assert (found.family, found.looks, found.printing_only) == ("JW Inter", ((700, False),), False)


@pytest.mark.parametrize("permission", [0x0000, 0x0008, 0x000C, 0x000A, 0x0001])
def test_these_permissions_are_enough(permission):
    assert not typeface(made(permission=permission)).printing_only


@pytest.mark.parametrize("permission", [0x0004, 0x0006])
def test_some_fonts_are_only_for_print(permission):
    assert typeface(made(permission=permission)).printing_only


@pytest.mark.parametrize(
    ("permission", "code"), [(0x0002, "restricted"), (0x0100, "whole"), (0x0108, "whole"), (0x0200, "bitmaps")]
)
def test_these_permissions_are_not_and_the_font_is_named(permission, code):
    with refused(code) as error:
        typeface(made("Secret Grotesk", permission=permission))
    assert "“Secret Grotesk”" in str(error.value)
    assert "choose another font" in str(error.value)


@pytest.mark.parametrize("data", [b"", b"wOF2 and more", b"ttcf" + bytes(40), b"<svg/>", b"\x89PNG"])
def test_what_is_no_font_is_refused(data):
    with refused("format"):
        typeface(data)


@pytest.mark.parametrize("cut", [12, 100, 700, -1])
def test_a_font_cut_short_is_refused(cut):
    with refused("damaged"):
        typeface(made()[:cut])


def test_a_font_with_another_byte_in_it_is_refused():
    data = bytearray(made())
    data[-40] ^= 1
    with refused("damaged"):
        typeface(bytes(data))


def test_a_font_that_is_too_large_is_refused_before_it_is_looked_at(tmp_path):
    file = tmp_path / "huge.ttf"
    with file.open("wb") as out:
        out.truncate(MOST_BYTES + 1)
    with refused("bytes") as error:
        read_font(file)
    assert "huge.ttf" in str(error.value)
    with refused("bytes"):
        typeface(bytes(MOST_BYTES + 1))


def test_all_fonts_of_a_brand_have_a_limit_together():
    check_together([bytes(MOST_TOGETHER)])
    with refused("together"):
        check_together([bytes(MOST_TOGETHER), b"x"])


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ReadError, match="choose another font"):
        read_font(tmp_path / "gone.ttf")


def test_a_name_over_several_lines_becomes_one_line():
    assert typeface(made("Lume\n\x07 Sans")).family == "Lume Sans"
