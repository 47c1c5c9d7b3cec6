"""The file as a whole: its page, what it says of itself, its bookmarks and links, what it must not hold."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from desktop.drawing.shapes import Bookmark, Box, Drawing, Hyperlink, Placed
from desktop.paint.pdf import document_bytes, pdf_bytes
from desktop.plan.page import MM, Page, document_of, sheet_of
from desktop.plan.paper import PAPERS
from printing import NO_PICTURES, drawing, figure, fonts, glyphs, objects_of, operators_of, pdf, picture_of, text_of

ROOT = Path(__file__).parents[2]
FORBIDDEN = ("/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/OpenAction", "/AA", "/SubmitForm", "/RichMedia")
MARKS = (Bookmark("Dine – später", 10.0, 20.0, 100.0, 80.0), Bookmark("Лист", 120.0, 20.0, 50.0, 80.0))


@pytest.mark.parametrize("name", PAPERS)
def test_the_media_box_is_the_paper(name):
    width, height = PAPERS[name]
    with objects_of(pdf(page=Page(width * MM, height * MM))) as file:
        box = [float(side) / MM for side in file.pages[0].MediaBox]
    assert box == pytest.approx([0, 0, width, height], abs=0.001)


def test_the_longest_page_keeps_its_size():
    with objects_of(pdf(page=Page(5080 * MM, 914 * MM))) as file:
        assert float(file.pages[0].MediaBox[2]) == pytest.approx(14_400, abs=0.01)


def test_the_file_is_sound():
    data = pdf(glyphs("sound 😀"), Box(0, 0, 10, 10, "#FF0000"), bookmarks=MARKS)
    with objects_of(data) as file:
        assert file.check_pdf_syntax() == []


def test_title_subject_author_and_language_are_given():
    data = pdf(title="Café <&>", subject="Søren’s visit", author="Яна", language="de-AT")
    with objects_of(data) as file:
        assert (str(file.docinfo.Title), str(file.docinfo.Subject), str(file.docinfo.Author)) == (
            "Café <&>",
            "Søren’s visit",
            "Яна",
        )
        assert str(file.Root.Lang) == "de-AT"


def test_the_same_stands_in_the_xml():
    data = pdf(title="Café <&>", subject="Visit", author="Ana", date="2026-05")
    with objects_of(data) as file, file.open_metadata() as meta:
        assert meta["dc:title"] == "Café <&>"
        assert meta["dc:description"] == "Visit"
        assert meta["dc:creator"] == ["Ana"]
        assert meta["xmp:CreateDate"] == "2026-05"


@pytest.mark.parametrize("text", ["a\x00b", "\ud800", "]]>", "\x1b[0m", "<?xpacket end='r'?>", "a" * 500])
def test_hostile_words_about_a_map_do_no_harm(text):
    data = pdf(title=text, subject=text, author=text, bookmarks=(Bookmark(text, 0, 0, 10, 10),))
    with objects_of(data) as file, file.open_metadata() as meta:
        assert file.check_pdf_syntax() == []
        assert "dc:title" in meta


@pytest.mark.parametrize("language", ["", "no good", "en)/JS(", "é"])
def test_what_is_no_language_is_left_out(language):
    with objects_of(pdf(language=language)) as file:
        assert "/Lang" not in file.Root


@pytest.mark.parametrize("date", ["2026", "2026-11", "2026-11-22"])
def test_the_date_is_the_maps(date):
    with objects_of(pdf(date=date)) as file:
        assert str(file.docinfo.CreationDate) == f"D:{date}".replace("-", "")


def test_a_map_without_a_date_makes_a_file_without_one():
    with objects_of(pdf(glyphs("text"))) as file:
        assert "/CreationDate" not in file.docinfo
        assert "/ModDate" not in file.docinfo


def test_printers_are_asked_not_to_scale():
    with objects_of(pdf()) as file:
        assert file.Root.ViewerPreferences.PrintScaling == pikepdf.Name("/None")


def test_bookmarks_show_their_stage():
    data = pdf(bookmarks=MARKS)
    document = pypdfium2.PdfDocument(data)
    assert [mark.get_title() for mark in document.get_toc()] == ["Dine – später", "Лист"]
    document.close()
    with objects_of(data) as file, file.open_outline() as outline:
        place = outline.root[0].to_dictionary_object(file)
        named = file.Root.Dests[str(outline.root[0].destination)] if "/Dest" not in place else place.Dest
        kind, *sides = list(named)[1:]
    assert kind == pikepdf.Name("/FitR")
    assert [float(side) for side in sides] == [30.0, 80.0, 230.0, 240.0]


@pytest.mark.parametrize("title", ["\u00ad", "a\u00adb", "€ – “x”", "(a\\b)", "😀"])
def test_every_character_of_a_bookmark_comes_back(title):
    document = pypdfium2.PdfDocument(pdf(bookmarks=(Bookmark(title, 0, 0, 10, 10),)))
    assert [mark.get_title() for mark in document.get_toc()] == [title]
    document.close()


def test_a_map_without_stages_has_no_outline():
    document = pypdfium2.PdfDocument(pdf())
    assert list(document.get_toc()) == []
    document.close()


def test_links_lead_where_they_say():
    with objects_of(pdf(Hyperlink(10, 20, 30, 40, "https://example.org/ä?q=1&r=(2)"))) as file:
        (link,) = file.pages[0].Annots
        assert str(link.A.URI) == "https://example.org/%C3%A4?q=1&r=(2)"
        assert [float(side) for side in link.Rect] == [40.0, 150.0, 100.0, 230.0]


@pytest.mark.parametrize("address", ["mailto:ana@example.org", "HTTP://example.org"])
def test_mail_and_plain_http_are_links_too(address):
    with objects_of(pdf(Hyperlink(0, 0, 10, 10, address))) as file:
        assert str(file.pages[0].Annots[0].A.URI) == address


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///a", "ftp://x", "", "https://a\nb", " http:"])
def test_other_addresses_are_no_links(address):
    with objects_of(pdf(Hyperlink(0, 0, 10, 10, address))) as file:
        assert "/Annots" not in file.pages[0]


def test_nothing_in_the_file_can_run():
    data = pdf(glyphs("text"), Hyperlink(0, 0, 9, 9, "https://example.org"), bookmarks=MARKS)
    with objects_of(data) as file:
        told = " ".join(repr(each) for each in file.objects)
    assert [word for word in FORBIDDEN if word in told] == []


def test_all_fonts_are_embedded_subsets():
    data = pdf(glyphs("Plain"), glyphs("bold", face="bold"), glyphs("😀"))
    with objects_of(data) as file:
        found = list(file.pages[0].Resources.Font.values())
        names = [str(font.BaseFont) for font in found]
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in found)
    assert len(names) == 3
    assert all(name[7] == "+" and name[1:7].isupper() for name in names)


def test_no_font_of_the_reader_is_named():
    assert b"Helvetica" not in pdf(glyphs("text"))
    assert b"Times" not in pdf(glyphs("text"))


def test_figures_stand_where_they_are_placed():
    red = figure(Box(0, 0, 20, 10, "#FF0000"))
    whole = Drawing(290.0, 140.0, "#FFFFFF", (Placed(50.0, 30.0, red), Placed(100.0, 60.0, red)))
    picture = picture_of(pdf_bytes(whole, fonts(), NO_PICTURES, Page(600.0, 300.0, 10.0, 20.0, 2.0)))
    assert picture.getpixel((115, 85)) == picture.getpixel((215, 145)) == (255, 0, 0)
    assert picture.getpixel((105, 85)) == picture.getpixel((155, 85)) == picture.getpixel((115, 75)) == (255, 255, 255)


def test_later_figures_lie_on_top():
    whole = Drawing(
        290.0,
        140.0,
        "",
        tuple(Placed(10.0, 10.0, figure(Box(0, 0, 20, 10, colour))) for colour in ("#FF0000", "#0000FF")),
    )
    assert picture_of(pdf_bytes(whole, fonts(), NO_PICTURES, Page(300.0, 150.0))).getpixel((20, 15)) == (0, 0, 255)


def test_the_background_covers_the_page():
    picture = picture_of(pdf(background="#F4F5F8"))
    assert picture.getcolors() == [(600 * 300, (0xF4, 0xF5, 0xF8))]


def test_an_empty_drawing_is_a_white_page():
    assert picture_of(pdf(placed=())).getcolors() == [(600 * 300, (255, 255, 255))]
    assert text_of(pdf(placed=())) == ""


def test_a_colour_does_not_leak_into_the_next_figure():
    assert operators_of(pdf(glyphs("one"), placed=drawing(glyphs("one")).placed * 2)).count(" rg") == 2


SCRIPT = """
import hashlib, sys
sys.path.insert(0, "tests")
from printing import *
from desktop.drawing.shapes import *
shapes = glyphs("AVATAR 😀 é"), Box(0, 0, 9, 9, "#FF0000")
data = pdf(*shapes, title="T", date="2026", bookmarks=(Bookmark("b", 0, 0, 1, 1),))
print(hashlib.sha256(data).hexdigest())
"""


def test_the_same_input_gives_the_same_bytes_in_every_process():
    seen = {_digest(PYTHONHASHSEED="1"), _digest(PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="86400", TZ="Asia/Tokyo")}
    assert len(seen) == 1


def _digest(**environment):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    command = [sys.executable, "-c", SCRIPT]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True).stdout


def test_no_search_for_garbage_goes_through_a_growing_file():
    searching = []
    whole = drawing(glyphs("Ada"))
    document = document_of(whole, [sheet_of(whole, Page(300.0, 150.0))])
    document_bytes(document, fonts(), NO_PICTURES, told=lambda *_: searching.append(gc.isenabled()))
    assert searching == [False, False]
    assert gc.isenabled()
