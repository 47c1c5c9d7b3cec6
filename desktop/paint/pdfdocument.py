"""The container: a ReportLab canvas that adds no font, no date and no fingerprint of its own."""

import hashlib
import re
import zlib
from codecs import BOM_UTF16_BE
from collections.abc import Callable
from io import BytesIO
from typing import Any
from urllib.parse import quote
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import (
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFPage,
    PDFStream,
    PDFString,
)
from reportlab.pdfgen.canvas import Canvas

from desktop.drawing.shapes import Drawing
from desktop.paint.pdffonts import SubsetFont
from desktop.paint.writing import is_safe, printable
from desktop.plan.page import Page

PROGRAM = "Journeywall"

BRISK = 5
"""How hard a page is packed: 6 % more bytes than usual in two thirds of the time."""

KEPT = "%/:=&?~#+!$,;'@()*[]"
"""What has a meaning in an address and is not to be escaped."""

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


Sides = tuple[float, float, float, float]
"""Left, bottom, right and top in pt."""

XMP = (
    "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
    " xmlns:pdf='http://ns.adobe.com/pdf/1.3/'>{}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='r'?>"
)


class PosterCanvas(Canvas):
    """One file of pages. Coordinates are in pt from the page's left and bottom edge."""

    _doc: Any  # a PDFDocument; ReportLab types neither its attributes nor its methods
    _code: list[str]
    _formsinuse: list[str]

    def __init__(self, drawing: Drawing, page: Page) -> None:
        rl_config.useA85 = 0  # text encoding of binary streams makes files a quarter larger
        language = drawing.language if LANGUAGE.fullmatch(drawing.language) else ""
        size = (round(page.width, 4), round(page.height, 4))
        super().__init__(BytesIO(), size, pageCompression=1, invariant=1, pdfVersion=(1, 7), lang=language or None)
        self._doc.signature = hashlib.sha256()  # ReportLab's own takes in the time
        self._doc.info = Info(drawing)
        self._doc.Catalog.Metadata = _xmp(drawing, language)
        self.setViewerPreference("PrintScaling", "None")
        self.setViewerPreference("DisplayDocTitle", "true")

    def _make_preamble(self) -> None:
        """Nothing: ReportLab would name its own Helvetica here, which is not embedded."""
        self._preamble = ""

    def add_picture(self, name: str, picture: Any) -> None:
        """Holds a picture and its mask from now on; `picture_name` is what operators call it."""
        mask = getattr(picture, "_smask", None)
        if mask:
            picture.smask = self._doc.Reference(mask, f"mask.{name}")
            del picture._smask
        self.add_form(name, picture)
        self._currentPageHasImages = 1

    def add_form(self, name: str, form: Any) -> None:
        """Holds a drawing of its own from now on; its name, too, is given by `picture_name`."""
        self._doc.addForm(name, form)
        self._formsinuse.append(name)

    def picture_name(self, name: str) -> str:
        return str(self._doc.getXObjectName(name))

    def bookmark(self, key: str, title: str, sides: Sides) -> None:
        """An entry of the outline that shows this rectangle."""
        left, bottom, right, top = sides
        self.bookmarkPage(key, "FitR", left=left, bottom=bottom, right=right, top=top)
        self.addOutlineEntry(_string(title), key)

    def link(self, address: str, sides: Sides) -> None:
        """A place that leads to an address; one that is not for the web or for mail is left out."""
        if is_safe(address):
            self.linkURL(quote(address, safe=KEPT), sides)

    def finished(self, operators: str, fonts: list[SubsetFont]) -> bytes:
        """The whole file, with these operators (a character for each byte) on its page."""
        content = operators.encode("latin-1")
        for font in fonts:
            font.register(self._doc)
        self._doc.updateSignature(hashlib.sha256(content).digest())
        self._doc.addPage = self._add_page(self._doc.addPage, content)
        self.showPage()
        return bytes(self._doc.GetPDFData(self))

    def _add_page(self, add: Callable[[PDFPage], None], content: bytes) -> Callable[[PDFPage], None]:
        """ReportLab joins and encodes texts to make a page's content; ours is made already."""

        def add_with_content(page: PDFPage) -> None:
            page.Contents = PDFStream(PDFDictionary({"Filter": PDFName("FlateDecode")}), zlib.compress(content, BRISK))
            add(page)

        return add_with_content


class Info(PDFInfo):
    """Title, subject and author, and as dates only the map's own."""

    def __init__(self, drawing: Drawing) -> None:
        super().__init__()
        self.title, self.author, self.subject = map(printable, (drawing.title, drawing.author, drawing.subject))
        self._date = drawing.date.replace("-", "")

    def format(self, document: PDFDocument) -> bytes:
        date = f"D:{self._date}" if self._date else ""
        texts = {"Title": self.title, "Author": self.author, "Subject": self.subject}
        entries = {**texts, "CreationDate": date, "ModDate": date, "Creator": PROGRAM, "Producer": PROGRAM}
        return bytes(PDFDictionary({key: _string(text) for key, text in entries.items() if text}).format(document))


def _string(text: str) -> PDFString:
    """In UTF-16 unless it is plain ASCII: ReportLab's table of the other 8-bit characters has mistakes."""
    said = printable(text)
    return PDFString(said.encode() if said.isascii() else BOM_UTF16_BE + said.encode("utf-16-be"), enc="raw")


def _xmp(drawing: Drawing, language: str) -> PDFStream:
    """The same facts once more as XML, for programs that file documents."""
    facts = {
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:title>": drawing.title,
        "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:description>": drawing.subject,
        "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>": drawing.author,
        "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>": language,
        "<xmp:CreateDate>{}</xmp:CreateDate>": drawing.date,
        "<xmp:ModifyDate>{}</xmp:ModifyDate>": drawing.date,
        "<xmp:CreatorTool>{}</xmp:CreatorTool>": PROGRAM,
        "<pdf:Producer>{}</pdf:Producer>": PROGRAM,
    }
    entries = "".join(tag.format(escape(printable(text))) for tag, text in facts.items() if text)
    entry = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return PDFStream(PDFDictionary(entry), XMP.format(entries).encode())
