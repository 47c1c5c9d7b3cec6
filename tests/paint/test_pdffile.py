"""The file around the objects: small ones packed, places right, nothing left to chance."""

import re
import zlib

import pikepdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from desktop.drawing.shapes import Box
from desktop.paint.pdffile import PACKED, PdfFile
from printing import glyphs, objects_of, pdf


def small(**entries):
    return PDFDictionary({"Kind": PDFName("Test"), **entries})


def catalogue(file, **entries):
    tree = PDFDictionary({"Type": PDFName("Pages"), "Kids": "[]", "Count": 0})
    return PDFDictionary({"Type": PDFName("Catalog"), "Pages": file.refer(tree), **entries})


def test_an_object_has_one_number():
    file, thing = PdfFile(), small()
    assert file.number(thing) == file.number(thing)
    assert file.number(small()) == file.number(thing) + 1


def test_reserved_numbers_are_given_to_nobody_else():
    file = PdfFile()
    before = file.number(small())
    first = file.reserve(3)
    assert first == before + 1
    assert file.number(small()) == first + 3


def test_objects_that_are_handed_in_stand_as_they_are():
    file = PdfFile()
    first = file.reserve(2)
    file.fill(first, [b"<</Name(one)>>", b"<</Name(two)>>"])
    with objects_of(file.written(catalogue(file, First=f"{first} 0 R"), small())) as found:
        assert str(found.Root.First.Name) == "one"
        assert str(found.get_object(first + 1, 0).Name) == "two"


@pytest.mark.parametrize("count", [0, 1, PACKED - 1, PACKED, 3 * PACKED + 1])
def test_any_number_of_objects_is_found_again(count):
    file = PdfFile()
    first = file.reserve(count)
    file.fill(first, [b"<</At %d>>" % at for at in range(count)])
    with objects_of(file.written(catalogue(file), small())) as found:
        assert found.check_pdf_syntax() == []
        assert [found.get_object(first + at, 0).At for at in range(count)] == list(range(count))


def test_small_objects_are_packed_and_streams_are_not():
    file = PdfFile()
    stream = PDFStream(PDFDictionary({}), b"content of a stream")
    data = file.written(catalogue(file, Stream=file.refer(stream), Small=file.refer(small(Secret="(hidden)"))), small())
    assert b"content of a stream" in data
    assert b"hidden" not in data
    assert data.count(b"/Type/ObjStm") == 1


def test_objects_named_while_writing_are_written_too():
    file = PdfFile()
    inner = PDFStream(PDFDictionary({}), b"inner")
    outer = small(Inner=inner)
    with objects_of(file.written(catalogue(file, Outer=file.refer(outer)), small())) as found:
        assert found.Root.Outer.Inner.read_bytes() == b"inner"


def test_the_table_lies_where_the_end_says():
    data = pdf(glyphs("text"))
    start = int(re.search(rb"startxref\n(\d+)\n%%EOF\n$", data).group(1))
    assert re.match(rb"\d+ 0 obj\n<</Type/XRef", data[start:])


def test_streams_lie_where_the_table_says():
    data = pdf(glyphs("text"), Box(0, 0, 9, 9, "#FF0000"))
    start = int(re.search(rb"startxref\n(\d+)", data).group(1))
    rows = table(data[start:])
    assert rows[0] == (0, 0, 0xFFFF)
    for number, (kind, place, _) in enumerate(rows):
        if kind == 1:
            assert data[place:].startswith(b"%d 0 obj\n" % number)


def table(content):
    """The rows of a cross-reference stream, read without a library."""
    packed = content[content.index(b"stream\n") + 7 :]
    raw, rows, above = zlib.decompressobj().decompress(packed), [], bytes(7)
    for at in range(0, len(raw), 8):
        assert raw[at] == 2
        above = bytes((one + other) & 0xFF for one, other in zip(above, raw[at + 1 : at + 8], strict=True))
        rows.append((above[0], int.from_bytes(above[1:5], "big"), int.from_bytes(above[5:7], "big")))
    return rows


def test_the_fingerprint_is_that_of_the_content():
    with objects_of(pdf(glyphs("one"))) as one, objects_of(pdf(glyphs("one"))) as same:
        assert list(one.trailer.ID) == list(same.trailer.ID)
        assert one.trailer.ID[0] == one.trailer.ID[1]
        assert len(bytes(one.trailer.ID[0])) == 16


def test_every_object_is_used():
    """What nothing leads to would only be weight."""
    with objects_of(pdf(glyphs("text 😀"), title="T")) as file:
        seen = set()
        walk(file.trailer, seen)
        loose = [each for each in file.objects if each.objgen not in seen and type_of(each) not in {"/ObjStm", "/XRef"}]
    assert len(loose) <= 1, "ReportLab's own empty list of fonts, which ours take the place of"


def type_of(each):
    return str(each.get("/Type", "")) if isinstance(each, pikepdf.Dictionary | pikepdf.Stream) else ""


def walk(thing, seen):
    if isinstance(thing, pikepdf.Array | pikepdf.Dictionary | pikepdf.Stream):
        if thing.objgen != (0, 0):
            if thing.objgen in seen:
                return
            seen.add(thing.objgen)
        for kid in thing if isinstance(thing, pikepdf.Array) else thing.values():
            walk(kid, seen)
