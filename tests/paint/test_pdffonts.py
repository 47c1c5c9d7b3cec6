"""Subset fonts: codes, the glyphs they hold, the text they stand for."""

import re
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont

from desktop import resources
from desktop.drawing.shapes import Glyphs
from desktop.paint.pdf import pdf_bytes
from desktop.paint.pdffonts import SPECIAL, SubsetFont, utf16
from desktop.typeset.entries import BrandFonts, FontFile
from desktop.typeset.lines import TextStyle
from printing import NO_PICTURES, SHEET, drawing, fonts, glyphs, objects_of, pdf
from typefaces import typeface

OURS = "brand-title-0-1"
"""What we call the first cut of a brand's font for titles."""


@pytest.fixture
def subset():
    return SubsetFont("inter-regular", fonts().data("inter-regular"), 1)


def font_of(*shapes):
    """The first font of the page, its file opened, and its map to text."""
    with objects_of(pdf(*shapes)) as file:
        ((_, font),) = file.pages[0].Resources.Font.items()
        inner = font.DescendantFonts[0]
        opened = TTFont(BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
        numbers = inner.CIDToGIDMap.read_bytes()
        widths = [int(width) for width in inner.W[1]]
        return opened, numbers, widths, font.ToUnicode.read_bytes().decode()


def test_a_code_is_kept_for_its_glyph_and_text(subset):
    assert subset.code(40, "A") == subset.code(40, "A")
    assert len({subset.code(40, "A"), subset.code(40, "Α"), subset.code(41, "A"), 0}) == 4


def test_no_code_needs_escaping(subset):
    codes = [subset.code(number % 1000, str(number)) for number in range(3000)]
    assert len(set(codes)) == 3000
    assert not SPECIAL & {byte for code in codes for byte in code.to_bytes(2, "big")}


def test_a_letter_is_the_code_in_two_characters(subset):
    for number in range(600):
        letter = subset.letter(number, "x")
        assert int.from_bytes(letter.encode("latin-1"), "big") == subset.code(number, "x")


def test_widths_are_rounded_to_whole_thousandths(subset):
    face = TTFont(BytesIO(fonts().data("inter-regular")))
    glyph = face.getGlyphID("A")
    assert subset.width(glyph) == round(face["hmtx"]["A"][0] * 1000 / face["head"].unitsPerEm)


def test_the_blank_is_known(subset):
    assert subset.space == TTFont(BytesIO(fonts().data("inter-regular"))).getGlyphID("space")


def test_only_the_emoji_font_has_colours(subset):
    assert not subset.coloured
    assert SubsetFont("emoji", fonts().data("emoji"), 2).coloured


def test_the_file_holds_only_the_glyphs_in_use():
    opened, *_ = font_of(glyphs("abcabc"))
    assert opened["maxp"].numGlyphs == 4  # .notdef besides
    assert "GSUB" not in opened
    assert "cmap" not in opened


def test_every_code_leads_to_a_glyph_with_its_width():
    opened, numbers, widths, _ = font_of(glyphs("Wavy ill"))
    order, scale = opened.getGlyphOrder(), 1000 / opened["head"].unitsPerEm
    places = [int.from_bytes(numbers[at : at + 2], "big") for at in range(0, len(numbers), 2)]
    assert len(places) == len(widths)
    for place, width in list(zip(places, widths, strict=True))[1:]:
        assert width == round(opened["hmtx"][order[place]][0] * scale) or place == 0


def test_the_map_to_text_lists_every_code_once():
    *_, told = font_of(glyphs("abc ä"))
    pairs = re.findall(r"^<(\w{4})> <(\w+)>$", told, re.MULTILINE)
    assert sorted(bytes.fromhex(text).decode("utf-16-be") for _, text in pairs) == sorted("abc ä")
    assert len({code for code, _ in pairs}) == 5


def test_the_map_has_blocks_of_a_hundred_at_most():
    letters = "".join(filter(str.isalpha, map(chr, (*range(0x41, 0x7B), *range(0x391, 0x3C9), *range(0x410, 0x430)))))
    *_, told = font_of(glyphs(letters))
    counts = [int(count) for count in re.findall(r"(\d+) beginbfchar", told)]
    assert sum(counts) == len(letters) > 100
    assert max(counts) <= 100


def test_names_tell_subsets_apart():
    with objects_of(pdf(glyphs("abc"))) as one, objects_of(pdf(glyphs("xyz"))) as two:
        names = {str(file.pages[0].Resources.Font.F1.BaseFont) for file in (one, two)}
    assert len(names) == 2
    assert all(re.fullmatch(r"/[A-Z]{6}\+JWInter-Regular", name) for name in names)


def test_capital_height_and_ascent_are_told():
    with objects_of(pdf(glyphs("abc"))) as file:
        told = file.pages[0].Resources.Font.F1.DescendantFonts[0].FontDescriptor
        assert 700 < int(told.CapHeight) < 760
        assert int(told.Descent) < 0 < int(told.CapHeight) < int(told.Ascent)


@pytest.mark.parametrize(("text", "digits"), [("A", "0041"), ("😀", "D83DDE00"), ("a\ud800", "0061FFFD"), ("", "")])
def test_text_is_told_in_utf_16(text, digits):
    assert utf16(text) == digits


def renamed(name):
    """A font file whose PostScript name is this one; None for none at all."""
    font = TTFont(BytesIO(typeface()))
    font["name"].removeNames(nameID=6)
    if name is not None:
        font["name"].setName(name, 6, 3, 1, 0x409)
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def base_name(data):
    """What a brand's font for titles is called in a file, without the six letters before it."""
    brand = resources.typesetter(brand=BrandFonts(title=(FontFile("lume.ttf", data),)))
    (line,) = brand.lines("abc", TextStyle("display"), 10**7)
    ink = drawing(Glyphs(10.0, 20.0, 10.0, "#000000", line))
    with objects_of(pdf_bytes(ink, brand.fonts, NO_PICTURES, SHEET)) as file:
        ((_, font),) = file.pages[0].Resources.Font.items()
        names = {str(font.BaseFont), str(font.DescendantFonts[0].FontDescriptor.FontName)}
    (name,) = names
    return re.fullmatch(r"/[A-Z]{6}\+(.*)", name)[1]


@pytest.mark.parametrize("cff", [False, True])
def test_a_brands_font_has_its_own_name(cff):
    assert base_name(typeface("Lume Display", weight=700, cff=cff)) == "LumeDisplay-Bold"


@pytest.mark.parametrize(
    ("name", "known"),
    [("Lüme (Display)/Bold", "LmeDisplayBold"), ("x" * 200, "x" * 63), ("宋体", OURS), (None, OURS), ("%", OURS)],
)
def test_a_name_is_made_of_letters_that_every_reader_takes(name, known):
    assert base_name(renamed(name)) == known
