"""Fonts besides the bundled ones: further files behind them, a brand's before them."""

import pytest

from desktop.typeset.entries import BrandFonts, FontFile, described
from desktop.typeset.fonts import FontSet
from desktop.typeset.lines import TextStyle
from desktop.typeset.typesetter import Typesetter
from typefaces import typeface

TELUGU = "అఆఇ"


@pytest.fixture
def making(folder, catalogue):
    """Makes a font set with further files by their names."""

    def make(files=(), brand=None, region=""):
        held = dict(files)
        entries = [entry for name, data in files for entry in described(FontFile(name, data), name)]
        return FontSet(catalogue, lambda name: held.get(name) or (folder / name).read_bytes(), entries, brand, region)

    return make


def fonts_of(fonts, text, face="regular"):
    (line,) = Typesetter(fonts, lambda _: []).lines(text, TextStyle(face), 10**7)
    return [run.font for run in line.runs]


def test_further_fonts_are_asked_last(making):
    fonts = making([("more", typeface("Lume Telugu", letters=TELUGU + "A"))])
    assert fonts.chain("bold")[-1].key == "more-1"
    assert fonts_of(fonts, "Aఅ") == ["inter-regular", "more-1"]


def test_what_only_they_have_is_no_longer_missing(making, typesetter):
    fonts = making([("more", typeface("Lume Telugu", letters=TELUGU))])
    assert typesetter.missing(TELUGU) == TELUGU
    assert Typesetter(fonts, lambda _: []).missing(TELUGU) == ""


def test_of_a_family_the_weight_nearest_to_the_face_is_taken(making):
    weights = [(f"w{weight}", typeface("Lume Telugu", weight=weight, letters=TELUGU)) for weight in (400, 700)]
    fonts = making(weights)
    assert fonts_of(fonts, "అ", "regular") == ["w400-1"]
    assert fonts_of(fonts, "అ", "display") == ["w700-1"]


def test_a_variable_font_is_set_in_the_weight_of_the_face(making):
    fonts = making([("more", typeface("Lume Telugu", letters=TELUGU, variable=True))])
    chosen = {face: fonts.css(fonts_of(fonts, "అ", face)[0])[0] for face in ("regular", "semibold", "bold")}
    assert chosen == {"regular": 400, "semibold": 600, "bold": 700}


HAN = "漢字"


@pytest.fixture
def regional(making):
    return lambda region="": making(
        [(name.lower(), typeface(f"Lume {name}", letters=f"{HAN}かㄅ한")) for name in ("JP", "KR", "SC", "TC")],
        region=region,
    )


@pytest.mark.parametrize(("text", "key"), [("漢か", "jp-1"), ("한漢", "kr-1"), ("ㄅ漢", "tc-1")])
def test_the_letters_beside_them_tell_whose_characters_they_are(regional, text, key):
    assert set(fonts_of(regional("SC"), text)) == {key}


@pytest.mark.parametrize("region", ["SC", "TC", "JP", "KR"])
def test_else_the_region_of_the_set_does(regional, region):
    assert fonts_of(regional(region), HAN) == [f"{region.lower()}-1"]


def test_a_brands_text_font_comes_before_ours(making):
    brand = BrandFonts(text=(FontFile("Lume.ttf", typeface("Lume", letters="ABC")),))
    fonts = making(brand=brand)
    assert fonts_of(fonts, "ABω") == ["brand-text-0-1", "inter-regular"]
    assert fonts_of(fonts, "AB", "display") == ["brand-text-0-1"]


def test_a_brands_title_font_is_for_titles_alone(making):
    fonts = making(brand=BrandFonts(title=(FontFile("Lume.ttf", typeface("Lume", letters="ABC")),)))
    assert fonts_of(fonts, "AB", "display") == ["brand-title-0-1"]
    assert fonts_of(fonts, "AB", "bold") == ["inter-bold"]


def test_without_a_brand_titles_are_bold(fonts):
    assert [font.key for font in fonts.chain("display")] == [font.key for font in fonts.chain("bold")]


def test_a_brand_may_have_the_name_of_a_bundled_family(making):
    brand = BrandFonts(text=(FontFile("Inter.ttf", typeface("Inter", letters="ABC")),))
    assert [font.key for font in making(brand=brand).chain("regular")][:2] == ["brand-text-0-1", "inter-regular"]


def test_a_font_is_open_once_something_was_set_in_it(making):
    fonts = making([("more", typeface("Lume Telugu", letters=TELUGU))])
    assert not fonts.font("more-1").opened
    fonts_of(fonts, "అ")
    assert fonts.font("more-1").opened
