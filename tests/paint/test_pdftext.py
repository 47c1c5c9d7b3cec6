"""What readers find in a PDF is what was typeset: ligatures, marks, kerning, other scripts, emoji."""

import ctypes
import random
from dataclasses import replace

import pypdfium2
import pytest
from pypdfium2 import raw as pdfium

from desktop import resources
from desktop.drawing.shapes import Glyphs
from desktop.paint.pdf import pdf_bytes
from desktop.typeset.lines import TextStyle
from printing import NO_PICTURES, SHEET, drawing, fonts, glyphs, objects_of, operators_of, pdf, picture_of, text_of

LINES = (
    "AVATAR To Ty office fluffy affine",
    "Voilà, “quoted” – 4.1 % → done",
    "Ελληνικά: Καλημέρα κόσμε",
    "Привет, как дела? ДОВЕРИЕ",
    "Read (10:30) [x] {y} \\ a@b.c <tag> & 100 €",
    "a\u0301e\u0308 x\u0323\u0302 cafe\u0301",
    "Zażółć gęślą jaźń – Größe – İstanbul",
)
EMOJI = ("😀", "👍🏽", "👩‍💻", "🇩🇪", "❤️", "⭐", "1️⃣")


@pytest.mark.parametrize("text", LINES)
@pytest.mark.parametrize("face", ["regular", "bold", "italic"])
def test_readers_find_what_was_typeset(text, face):
    assert text_of(pdf(glyphs(text, face=face))) == text


@pytest.mark.parametrize("emoji", EMOJI)
def test_readers_find_emoji_as_whole_sequences(emoji):
    text = f"I {emoji} it"
    assert text_of(pdf(glyphs(text))) == text


def test_an_emoji_alone_is_found_and_seen():
    data = pdf(glyphs("⭐", size=60.0, x=10.0, y=70.0))
    assert text_of(data) == "⭐"
    assert len(picture_of(data).getcolors(10_000)) > 5


def test_lines_are_read_in_the_order_of_the_figures():
    data = pdf(glyphs("first", y=60.0), glyphs("second", y=20.0), glyphs("third", y=40.0))
    assert text_of(data).split("\n") == ["first", "second", "third"]


def test_spaces_between_words_are_found():
    assert text_of(pdf(glyphs("one two three"))) == "one two three"


def test_a_hyphen_at_the_end_of_a_line_stays():
    found = text_of(pdf(glyphs("Gets a thank-"), glyphs("you mail", y=40.0)))
    assert found.split() == ["Gets", "a", "thank-", "you", "mail"]


def test_wide_tracking_puts_no_spaces_between_letters():
    line = resources.typesetter().lines("PERSONA", TextStyle("semibold", 123), 10**7)[0]
    assert text_of(pdf(Glyphs(10.0, 20.0, 10.0, "#000000", line))) == "PERSONA"


def test_a_thousand_random_words_come_back():
    chance = random.Random(7)
    letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüßéèñç0123456789.,;:!?()/&%+'\"éАБВгдеαβγδ"
    for _ in range(20):
        text = " ".join("".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(10))
        assert text_of(pdf(glyphs(text, size=4.0))) == text


@pytest.mark.parametrize("text", ["at 19:30, for 12 guests", "AVATAR Yo. To", "one"])
def test_known_words_are_written_as_others_are(text):
    line = glyphs(text)
    assert line.line.runs[0].words
    unknown = line._replace(line=line.line._replace(runs=(line.line.runs[0]._replace(words=()),)))
    assert operators_of(pdf(line, line)) == operators_of(pdf(unknown, unknown))


def test_text_is_painted_in_its_colour():
    data = pdf(glyphs("▇ HHHH", size=40.0, y=60.0, colour="#CF3F66", face="bold"))
    assert (0xCF, 0x3F, 0x66) in {colour for _, colour in picture_of(data, 2.0).getcolors(100_000)}


def test_the_colour_is_named_once_for_lines_of_one_colour():
    data = pdf(glyphs("one"), glyphs("two", y=40.0))
    assert operators_of(data).count(" rg") == 1


def test_a_font_is_named_once_for_lines_of_one_size():
    data = pdf(glyphs("one"), glyphs("two", y=40.0), glyphs("three", y=60.0, size=12.0))
    assert operators_of(data).count(" Tf") == 2


def test_no_text_at_all_needs_no_font():
    with objects_of(pdf()) as file:
        assert "/Font" not in file.pages[0].Resources or not file.pages[0].Resources.Font.keys()


def test_widths_are_whole_numbers_because_readers_cut_fractions_off():
    with objects_of(pdf(glyphs("AVATAR office"))) as file:
        ((_, font),) = file.pages[0].Resources.Font.items()
        widths = list(font.DescendantFonts[0].W[1])
    assert all(int(width) == width for width in widths)


def test_places_within_a_line_are_exact_to_a_thousandth_of_an_em():
    text = "AVATAR To Ty Voilà, 11:45 KAYAK AVA WAW"
    shape = glyphs(text, size=100.0)
    line = shape.line
    wide = replace(SHEET, width=6000.0)
    found = _origins(pdf_bytes(drawing(shape), fonts(), NO_PICTURES, wide), len(text))
    meant = [10.0 + (5.0 + 10.0 + x / 2048 * 100.0) * 2.0 for x in line.runs[0].xs]
    assert max(abs(a - b) for a, b in zip(found, meant, strict=True)) < 0.2 + 0.01


def _origins(data, count):
    """The x of each character's origin as PDFium has it, in pt."""
    document = pypdfium2.PdfDocument(data)
    text = document[0].get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    found = []
    for index in range(count):
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        found.append(x.value)
    document.close()
    return found
