"""Text in all scripts is found in a PDF as it was written, and painted where it was set."""

from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from desktop import resources
from desktop.drawing.shapes import Glyphs
from desktop.paint.pdf import pdf_bytes
from desktop.typeset.lines import TextStyle
from printing import NO_PICTURES, SHEET, drawing, glyphs, objects_of, operators_of, pdf, picture_of, text_of
from typefaces import typeface

TELUGU = "అఆఇ"

FOUND = (
    "العميل يبحث عن طاولة قريبة؟",
    "مُحَمَّد كَتَبَ السلام",
    "הלקוח מחפש שולחן ליד החלון",
    "שָׁלוֹם בְּרֵאשִׁית",
    "שולחן (חלון) “טוב” [א]",
    "ग्राहक खिड़की के पास क्षत्रिय प्रार्थना",
    "ลูกค้าหาโต๊ะริมหน้าต่าง น้ำ ผู้ใหญ่",
    "Հաճախորդը მომხმარებელი",
    "Mixed שלום and العميل ok",
    "Ѻѻ ∀ ☐ ♪ ⑩",
    "👨‍👩‍👧‍👦 👍🏽 🇩🇪 ⭐",
)


@pytest.mark.parametrize("text", FOUND)
@pytest.mark.parametrize("face", ["regular", "display"])
def test_text_is_found_as_it_was_written(text, face):
    assert text_of(pdf(glyphs(text, face=face))) == text


@pytest.mark.parametrize("text", ["น้ำ", "क्षि", "שָׁ", "x\u0323\u0302"])
def test_a_letter_with_its_marks_is_one_code(text):
    data = pdf(glyphs(text))
    with objects_of(data) as file:
        ((_, font),) = file.pages[0].Resources.Font.items()
        told = font.ToUnicode.read_bytes().decode()
    assert told.count("> <") == 2  # the range of codes, and the letter
    assert operators_of(data).count("(") == 1


def test_marks_have_the_colour_of_their_line():
    lines = (glyphs("น้ำ", size=40.0, y=60.0, colour="#CC0000"), glyphs("น้ำ", size=40.0, y=120.0, colour="#0000CC"))
    colours = {colour for _, colour in picture_of(pdf(*lines)).getcolors(100_000)}
    assert {(0xCC, 0, 0), (0, 0, 0xCC)} <= colours
    assert not any(red == green == blue < 100 for red, green, blue in colours)


def test_marks_are_painted_over_their_letters():
    bare, marked = (picture_of(pdf(glyphs(text, size=60.0, y=90.0)), 1.0) for text in ("ก", "ก้"))
    ink = [
        min(y for y in range(each.height) if min(each.crop((0, y, 600, y + 1)).tobytes()) < 128)
        for each in (bare, marked)
    ]
    assert ink[1] < ink[0]


def set_in(folder, name, data, text, size=20.0):
    """A line in a font of one's own, and the file that it is in."""
    path = folder / name
    path.write_bytes(data)
    typesetter = resources.typesetter(more=(path,))
    line = typesetter.lines(text, TextStyle(), 10**7)[0]
    shape = Glyphs(10.0, 40.0, size, "#000000", line)
    return pdf_bytes(drawing(shape), typesetter.fonts, NO_PICTURES, SHEET)


def collected(*fonts):
    made = TTCollection()
    made.fonts = [TTFont(BytesIO(font)) for font in fonts]
    out = BytesIO()
    made.save(out)
    return out.getvalue()


FILES = {
    "lume.ttf": lambda: typeface("Lume", letters=TELUGU),
    "lume.otf": lambda: typeface("Lume", letters=TELUGU, cff=True),
    "variable.ttf": lambda: typeface("Lume", letters=TELUGU, variable=True),
    "two.ttc": lambda: collected(typeface("Lume Other", letters="xy"), typeface("Lume", letters=TELUGU)),
    "two.otc": lambda: collected(typeface("Lume", cff=True), typeface("Lume T", letters=TELUGU, cff=True)),
}


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_font_file_is_set_and_found(tmp_path, name):
    data = set_in(tmp_path, name, FILES[name](), f"A {TELUGU} b")
    assert text_of(data) == f"A {TELUGU} b"


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_font_file_is_painted(tmp_path, name):
    """Each letter is a block: where they stand there is ink, and of all kinds about as much."""
    picture = picture_of(set_in(tmp_path, name, FILES[name](), TELUGU, size=60.0)).convert("L")
    dark = sum(picture.histogram()[:128])
    assert dark > 2_000


def test_postscript_outlines_are_keyed_by_code(tmp_path):
    with objects_of(set_in(tmp_path, "lume.otf", FILES["lume.otf"](), TELUGU)) as file:
        ((_, font),) = file.pages[0].Resources.Font.items()
        inner = font.DescendantFonts[0]
        assert inner.Subtype == "/CIDFontType0"
        assert inner.FontDescriptor.FontFile3.Subtype == "/CIDFontType0C"
        assert "/CIDToGIDMap" not in inner
