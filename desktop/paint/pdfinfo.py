"""What a file says of itself, in the short form that all readers know, and once more as XML."""

import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

from desktop.paint.pdfstrings import string
from desktop.paint.writing import printable
from desktop.plan.page import Document

PROGRAM = "Journeywall"

LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

XMP = (
    "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about=''"
    " xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
    " xmlns:pdf='http://ns.adobe.com/pdf/1.3/'>{}</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='r'?>"
)

JOIN = "; "
"""Between keywords."""


def language_of(document: Document) -> str:
    """Its language, "" when what it names is none."""
    return document.language if LANGUAGE.fullmatch(document.language) else ""


def info(document: Document) -> PDFDictionary:
    """Title, subject, author and keywords, and as dates only the map's own."""
    date = f"D:{document.date.replace('-', '')}" if document.date else ""
    entries = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Keywords": JOIN.join(document.keywords),
        "CreationDate": date,
        "ModDate": date,
        "Creator": PROGRAM,
        "Producer": PROGRAM,
    }
    return PDFDictionary({key: string(text) for key, text in entries.items() if text})


def metadata(document: Document) -> PDFStream:
    """The same facts as XML, for programs that file documents; not packed, so that they find it."""
    about = document.subject
    facts = {
        "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:title>": document.title,
        "<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{}</rdf:li></rdf:Alt></dc:description>": about,
        "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>": document.author,
        "<dc:language><rdf:Bag><rdf:li>{}</rdf:li></rdf:Bag></dc:language>": language_of(document),
        "<pdf:Keywords>{}</pdf:Keywords>": JOIN.join(document.keywords),
        "<xmp:CreateDate>{}</xmp:CreateDate>": document.date,
        "<xmp:ModifyDate>{}</xmp:ModifyDate>": document.date,
        "<xmp:CreatorTool>{}</xmp:CreatorTool>": PROGRAM,
        "<pdf:Producer>{}</pdf:Producer>": PROGRAM,
    }
    entries = "".join(tag.format(escape(printable(text))) for tag, text in facts.items() if text)
    entry: dict[str, Any] = {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}
    return PDFStream(PDFDictionary(entry), XMP.format(entries).encode())
