"""The container: sheets and what they are made of. It adds no font, date or chance of its own."""

import re
import zlib
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple
from urllib.parse import quote

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString

from desktop.layout.places import Rect
from desktop.paint.numbers import number
from desktop.paint.pdffile import PdfFile
from desktop.paint.pdffonts import SubsetFont
from desktop.paint.pdfinfo import info, language_of, metadata
from desktop.paint.pdfoutline import Mark, outline
from desktop.paint.pdfpixels import Pixels
from desktop.paint.pdfprofile import output_intent
from desktop.paint.pdfstrings import string
from desktop.paint.writing import is_safe
from desktop.plan.page import Document, Sheet

BRISK, USUAL = 5, 6
"""How hard a page is packed: with 6 % more bytes than usual in two thirds of the time; of several, which share no
words, each as is usual: what is left to gain is 1 % in twice the time."""

KEPT = "%/:=&?~#+!$,;'@()*[]"
"""What has a meaning in an address and is not to be escaped."""

DRAWN = re.compile(r"/(X\d+) Do")
"""Where a page draws a picture or a form."""

Sides = tuple[float, float, float, float]
"""Left, bottom, right and top in pt from a sheet's left and bottom edge."""


class Link(NamedTuple):
    """A place on a sheet that leads to an address."""

    address: str
    sides: Sides


class Container:
    """One file of sheets. Coordinates are in pt from a sheet's left and bottom edge."""

    def __init__(self, document: Document) -> None:
        self.file = PdfFile()
        self.pages: list[PDFDictionary] = []
        self.marks: list[Mark] = []
        self._document = document
        self._tree = PDFDictionary({"Type": PDFName("Pages")})
        self._tree_reference = self.file.refer(self._tree)
        self._fonts = PDFDictionary({})
        self._names: dict[str, str] = {}
        self._drawn: dict[str, Any] = {}
        self._layers: dict[str, Any] = {}

    def add_picture(self, name: str, pixels: Pixels) -> None:
        """Holds a picture and its mask from now on; `picture_name` is what operators call it."""
        if pixels.mask:
            pixels.picture.dictionary["SMask"] = self.file.refer(pixels.mask)
        self.add_form(name, pixels.picture)

    def add_form(self, name: str, form: Any) -> None:
        """Holds a drawing of its own from now on; its name, too, is given by `picture_name`."""
        short = self._names[name] = f"X{len(self._names) + 1}"
        self._drawn[short] = self.file.refer(form, short)

    def picture_name(self, name: str) -> str:
        return self._names[name]

    def layer(self, name: str) -> str:
        """What operators call the layer of this name, which readers can hide."""
        if name not in self._layers:
            group = {"Type": PDFName("OCG"), "Name": string(name)}
            self._layers[name] = self.file.refer(PDFDictionary(group), f"layer.{name}")
        return f"L{list(self._layers).index(name) + 1}"

    def add_sheet(self, sheet: Sheet, operators: str, links: Iterable[Link]) -> tuple[Any, list[Any]]:
        """A page with these operators (a character for each byte), and its links; returned for more entries."""
        level = BRISK if len(self._document.sheets) == 1 else USUAL
        content = zlib.compress(operators.encode("latin-1"), level)
        page = PDFDictionary(
            {
                "Type": PDFName("Page"),
                "Parent": self._tree_reference,
                "MediaBox": _array(0, 0, round(sheet.width, 4), round(sheet.height, 4)),
                "Resources": self._resources(operators),
                "Contents": PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), content),
            }
        )
        for name, rect in (("TrimBox", sheet.trim), ("BleedBox", sheet.bleed)):
            if rect:
                page[name] = _array(*sides_of(rect, sheet.height, 4))
        led = [_annotation(link) for link in links if is_safe(link.address)]
        if led:
            page["Annots"] = PDFArray([self.file.refer(each) for each in led])
        self.file.refer(page)
        self.pages.append(page)
        return page, led

    def finished(self, fonts: Iterable[SubsetFont], catalogue: dict[str, Any]) -> bytes:
        """The whole file; `catalogue` is what else its root says."""
        for font in fonts:
            font.register(self.file.registry)
        self._fonts.dict.update(self.file.registry.idToObject["BasicFonts"].dict)
        self._tree["Kids"] = PDFArray([self.file.refer(page) for page in self.pages])
        self._tree["Count"] = len(self.pages)
        root = PDFDictionary({**self._root(), **catalogue})
        return self.file.written(root, info(self._document))

    def _resources(self, operators: str) -> PDFDictionary:
        found = dict.fromkeys(DRAWN.findall(operators))
        entries: dict[str, Any] = {"Font": self.file.refer(self._fonts, "Fonts")}
        drawn = {name: self._drawn[name] for name in found if name in self._drawn}
        if drawn:
            entries["XObject"] = PDFDictionary(drawn)
        if self._layers:
            names = {f"L{at}": group for at, group in enumerate(self._layers.values(), 1)}
            entries["Properties"] = PDFDictionary(names)
        return PDFDictionary(entries)

    def _root(self) -> dict[str, Any]:
        """The catalogue's entries, in as far as there is something to say."""
        language = language_of(self._document)
        entries: dict[str, Any] = {
            "Type": PDFName("Catalog"),
            "Pages": self._tree_reference,
            "Metadata": self.file.refer(metadata(self._document)),
            "OutputIntents": PDFArray([output_intent(self.file)]),
            "ViewerPreferences": PDFDictionary({"PrintScaling": PDFName("None"), "DisplayDocTitle": "true"}),
        }
        if language:
            entries["Lang"] = PDFString(language)
        if self.marks:
            entries["Outlines"] = outline(self.file, self.marks)
            entries["PageMode"] = PDFName("UseOutlines")
        if any(sheet.label for sheet in self._document.sheets):
            entries["PageLabels"] = PDFDictionary({"Nums": PDFArray(_labels(self._document.sheets))})
        if self._layers:
            groups = PDFArray(list(self._layers.values()))
            entries["OCProperties"] = PDFDictionary({"OCGs": groups, "D": PDFDictionary({"Order": groups})})
        return entries


def sides_of(rect: Rect, height: float, places: int = 2) -> Sides:
    """A rectangle from a sheet's top as PDF counts it, from the foot of a sheet of this height."""
    left, bottom, right, top = rect.x, height - rect.bottom, rect.right, height - rect.y
    return round(left, places), round(bottom, places), round(right, places), round(top, places)


def _array(*values: float) -> PDFArray:
    """Numbers to four places: ReportLab would keep two of those over a hundred."""
    return PDFArray([number(value, 4) for value in values])


def _annotation(link: Link) -> PDFDictionary:
    address = quote(link.address, safe=KEPT)
    action = PDFDictionary({"Type": PDFName("Action"), "S": PDFName("URI"), "URI": PDFString(address)})
    return PDFDictionary(
        {
            "Type": PDFName("Annot"),
            "Subtype": PDFName("Link"),
            "Rect": _array(*link.sides),
            "Border": _array(0, 0, 0),
            "F": 4,  # it stays when the page is printed
            "Contents": string(address),
            "A": action,
        }
    )


def _labels(sheets: Sequence[Sheet]) -> list[Any]:
    """A range of one page for every sheet; one without a label goes by its number."""
    numbered = enumerate(sheets, 1)
    ranges = ({"P": string(each.label)} if each.label else {"S": PDFName("D"), "St": at} for at, each in numbered)
    return list(chain.from_iterable(enumerate(map(PDFDictionary, ranges))))
