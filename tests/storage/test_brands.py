"""A brand in a file of its own: written as a project is, and read without trusting anything in it."""

import json
from random import Random

import pytest
from projects import ASSET, KEY

from desktop.document.base import changed
from desktop.document.cards import Picture
from desktop.document.project import Brand, Project
from desktop.storage.assets import font_asset
from desktop.storage.brands import Branding, branding, dump_brand, parse_brand, read_brand, write_brand
from desktop.storage.errors import DamagedError, InvalidError, NotAProjectError, StorageError, TooNewError
from desktop.storage.fontfiles import FontError
from desktop.storage.picturehead import PictureError
from desktop.storage.writer import dump
from typefaces import typeface as made

FONT, FACE = font_asset(made())
BRAND = Brand(
    name="Lume",
    logo=Picture(asset=KEY, aspect=1.0, alt="Lume"),
    accent="#7A1F5C",
    text_font="Lume Sans",
    text_files=(FONT,),
)
LOOK = Branding(BRAND, {KEY: ASSET, FONT: FACE})


def raw():
    return json.loads(dump_brand(LOOK))


def parsed(content):
    return parse_brand(json.dumps(content).encode())


def test_a_brand_comes_back_as_it_was(tmp_path):
    file = tmp_path / "lume.brand"
    write_brand(file, LOOK)
    assert read_brand(file) == LOOK


def test_the_file_is_readable_lines_in_the_same_order_every_time():
    text = dump_brand(LOOK)
    assert text == dump_brand(Branding(BRAND, {FONT: FACE, KEY: ASSET}))
    assert text.startswith(b'{\n "format": "journeywall-brand",\n "version": [1, 0],\n "brand": {"name":"Lume",')
    assert text.endswith(b"}\n")
    assert list(raw()) == ["format", "version", "brand", "assets", "fonts"]


def test_only_what_the_brand_names_goes_along():
    other = font_asset(made("Other"))
    assert branding(BRAND, {**LOOK.assets, other[0]: other[1]}).assets == LOOK.assets
    assert branding(Brand(name="Bare"), LOOK.assets).assets == {}


def test_a_brand_is_found_in_a_project_too():
    data = dump(Project(id="p", brand=BRAND), LOOK.assets)
    assert parse_brand(data) == LOOK


def test_fields_of_a_later_version_are_kept():
    later = raw()
    later["version"] = [1, 7]
    later["brand"]["pattern"] = {"dots": 3}
    assert json.loads(dump_brand(parsed(later)))["brand"]["pattern"] == {"dots": 3}


def test_a_newer_major_is_refused_by_name():
    with pytest.raises(TooNewError, match="format 2, and this program reads up to 1"):
        parsed(raw() | {"version": [2, 0]})


@pytest.mark.parametrize("data", [b"{}", b'{"format": "other"}', b"%PDF-1.7", b"[]", b"\x89PNG\r\n"])
def test_what_is_no_brand_is_refused(data):
    with pytest.raises(NotAProjectError, match=r"not a Journeywall brand; choose a file that ends in \.brand"):
        parse_brand(data)


@pytest.mark.parametrize("data", [b"", b"\0\0\0", dump_brand(LOOK)[:-9], dump_brand(LOOK)[:200]])
def test_what_was_not_written_completely_is_refused(data):
    with pytest.raises(DamagedError):
        parse_brand(data)


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("accent", "red", "accent"),
        ("name", "x" * 501, "longer than 500"),
        ("name", 5, "must be text"),
        ("text_files", ["short"], "form that is not allowed"),
        ("text_files", ["ab" * 32] * 13, "more than 12"),
        ("logo", {"asset": "ab" * 32, "aspect": 0}, "aspect"),
    ],
)
def test_values_that_a_brand_cannot_have_are_told_with_their_place(field, value, said):
    odd = raw()
    odd["brand"][field] = value
    with pytest.raises(InvalidError, match=said):
        parsed(odd)


@pytest.mark.parametrize("version", ["1.0", [1], None, [1, -1]])
def test_a_version_must_be_two_numbers(version):
    with pytest.raises(InvalidError, match="version"):
        parsed(raw() | {"version": version})


@pytest.mark.parametrize("part", ["assets", "fonts"])
def test_other_bytes_than_were_put_in_are_refused(part):
    odd = raw()
    (key,) = odd[part]
    odd[part][key]["data"] = "AAAA"
    with pytest.raises(DamagedError, match="logo or a font in it is damaged"):
        parsed(odd)


def test_a_font_that_must_not_be_embedded_is_refused_by_name():
    key, face = font_asset(made("Secret", permission=2))
    with pytest.raises(FontError, match="“Secret”"):
        parse_brand(dump_brand(Branding(changed(BRAND, text_files=(key,)), {KEY: ASSET, key: face})))


def test_a_logo_that_is_no_picture_is_refused():
    key, face = font_asset(b"no picture at all")
    odd = raw()
    odd["brand"]["logo"]["asset"] = key
    odd["assets"] = {key: {"type": "image/png", "width": 1, "height": 1, "data": face.data}}
    with pytest.raises(PictureError):
        parsed(odd)


@pytest.mark.parametrize(
    "text",
    [
        b'{"format": "journeywall-brand", "format": 1}',
        b'{"format": "journeywall-brand", "version": [1, 0], "brand": {"x": NaN}}',
        b'{"format": "journeywall-brand", "brand": ' + b"[" * 5_000 + b"]" * 5_000 + b"}",
        b'{"format": "journeywall-brand", "version": [1, 0], "brand": {"name": "\\ud800"}}',
    ],
    ids=["twice", "no number", "deep", "half a character"],
)
def test_hostile_text_is_refused_in_a_sentence(text, tmp_path):
    file = tmp_path / "odd.brand"
    file.write_bytes(text)
    with pytest.raises(StorageError) as error:
        read_brand(file)
    assert str(error.value).startswith(f"“{file}”")


def spoilt(seed):
    """The file with a few bytes of it changed, left out or said twice, always the same for a seed."""
    chance, text = Random(seed), bytearray(dump_brand(LOOK))
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        match chance.randrange(3):
            case 0:
                text[at] = chance.randrange(256)
            case 1:
                del text[at : at + chance.randint(1, 60)]
            case _:
                text[at:at] = text[at : at + chance.randint(1, 60)]
    return bytes(text)


def outcome(data):
    """The brand in these bytes, or the sentence by which they are refused."""
    try:
        return parse_brand(data)
    except StorageError as error:
        return str(error)


@pytest.mark.parametrize("first", range(0, 300, 100))
def test_whatever_becomes_of_a_file_it_is_read_or_refused(first):
    for seed in range(first, first + 100):
        match outcome(spoilt(seed)):
            case Branding() as look:
                assert parse_brand(dump_brand(look)) == look, seed
            case said:
                assert said.isprintable(), seed


@pytest.mark.parametrize("share", range(10))
def test_a_file_that_was_cut_short_is_refused(share):
    text = dump_brand(LOOK)
    with pytest.raises(StorageError):
        parse_brand(text[: len(text) * share // 10])
