"""One font of one look out of a file with several."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from desktop.typeset.fontcuts import alone
from desktop.typeset.fontfile import trouble
from typefaces import typeface


def collected():
    made = TTCollection()
    made.fonts = [TTFont(BytesIO(typeface("Lume Sans"))), TTFont(BytesIO(typeface("Lume Serif", width=700)))]
    out = BytesIO()
    made.save(out)
    return out.getvalue()


def test_a_plain_font_is_left_as_it_is():
    font = typeface()
    assert alone(font, 0, ()) is font


@pytest.mark.parametrize(("index", "family", "width"), [(0, "Lume Sans", 600), (1, "Lume Serif", 700)])
def test_a_font_of_a_collection_stands_alone(index, family, width):
    font = TTFont(BytesIO(alone(collected(), index, ())))
    assert font["name"].getBestFamilyName() == family
    assert font["hmtx"]["u0041" if "u0041" in font.getGlyphOrder() else font.getBestCmap()[0x41]][0] == width


def test_glyphs_keep_their_numbers():
    before = TTFont(BytesIO(typeface("Lume Sans")))
    after = TTFont(BytesIO(alone(collected(), 0, ())))
    assert {code: before.getGlyphID(name) for code, name in before.getBestCmap().items()} == {
        code: after.getGlyphID(name) for code, name in after.getBestCmap().items()
    }


def test_a_variable_font_is_cut_at_its_weight():
    font = TTFont(BytesIO(alone(typeface(variable=True), 0, (("wght", 700.0),))))
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == 700


def test_what_comes_out_is_sound():
    assert trouble(alone(collected(), 1, ())) == ""
    assert trouble(alone(typeface(variable=True), 0, (("wght", 400.0),))) == ""
