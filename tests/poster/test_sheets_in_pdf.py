"""What the file of a tiled or trimmed poster says of its pages: sizes, boxes, names, layers, and what is read out."""

import pytest

from desktop.paint.pdf import document_bytes
from desktop.plan.page import MM, Document
from desktop.plan.settings import Tiling
from desktop.poster.bleeds import MARKS
from desktop.poster.sheets import tiled, whole
from printing import objects_of
from tests.sheeting import painted, planned, pressed, texts_of


def made(press, sheets, **options):
    return document_bytes(Document(tuple(sheets), title="Osteria"), press.typesetter.fonts, {}.get, **options)


@pytest.fixture(scope="module")
def tiles():
    press, poster = pressed(paper="A2", tiling=Tiling(sheet="A4"))
    return press, tiled(press, poster, planned(press, poster))


@pytest.fixture(scope="module")
def file(tiles):
    with objects_of(made(*tiles)) as opened:
        yield opened


@pytest.fixture(scope="module")
def shop():
    press, poster = pressed(paper="A2", bleed=3.0, crop_marks=True)
    with objects_of(made(press, [whole(press, poster)])) as opened:
        yield opened


def millimetres(box):
    left, bottom, right, top = (float(each) / MM for each in box)
    return left, bottom, right - left, top - bottom


def test_pages_are_as_large_as_paper(file):
    for page in file.pages:
        width, height = sorted(millimetres(page.MediaBox)[2:])
        assert abs(width - 210.0) <= 0.1
        assert abs(height - 297.0) <= 0.1


def test_the_finished_size_is_in_the_file(shop):
    left, bottom, width, height = millimetres(shop.pages[0].TrimBox)
    assert (width, height) == pytest.approx((594.0, 420.0), abs=0.1)
    assert (left, bottom) == pytest.approx((12.0, 12.0), abs=0.1)


def test_the_bleed_is_in_the_file(shop):
    left, bottom, width, height = millimetres(shop.pages[0].BleedBox)
    assert (left, bottom, width, height) == pytest.approx((9.0, 9.0, 600.0, 426.0), abs=0.1)


@pytest.mark.parametrize("name", ["file", "shop"])
def test_marks_can_be_switched_off(name, request):
    layers = request.getfixturevalue(name).Root.OCProperties.OCGs
    assert [str(layer.Name) for layer in layers] == [MARKS]


def test_each_sheet_has_a_bookmark(tiles, file):
    with file.open_outline() as outline:
        titles = {entry.title for entry in outline.root}
    assert {sheet.title for sheet in tiles[1]} <= titles


def test_pages_are_labelled(tiles, file):
    assert [page.label for page in file.pages] == [sheet.label for sheet in tiles[1]]


def test_printers_are_told_not_to_scale(file):
    assert str(file.Root.ViewerPreferences.PrintScaling) == "/None"


def test_marks_are_not_read_out(tiles):
    press, sheets = tiles
    with objects_of(made(press, sheets[1:2])) as opened:
        content = opened.pages[0].Contents.read_bytes().decode("latin-1")
    layer = content[content.index("/OC ") :]
    assert "/Artifact" in layer
    assert "/MCID" not in layer


def test_the_same_sheet_printed_again_says_the_same(tiles):
    press, sheets = tiles
    again, poster = pressed(paper="A2", tiling=Tiling(sheet="A4", only=("B1",)))
    (sheet,) = tiled(again, poster, planned(again, poster))
    first = next(each for each in sheets if each.label == "B1")
    assert painted(again, [sheet]) == painted(press, [first])


def test_the_assembly_map_is_words(tiles):
    press, sheets = tiles
    (text,) = texts_of(painted(press, sheets[:1]))
    assert "Finished size" in text
    assert "594 × 420 mm" in text


def test_tiles_are_not_much_larger_than_the_poster():
    press, poster = pressed(paper="A1", tiling=Tiling(sheet="A4"))
    one = len(painted(press, [whole(press, poster)]))
    sheets = tiled(press, poster, planned(press, poster))
    assert len(painted(press, sheets)) < one + 4_500 * len(sheets)
