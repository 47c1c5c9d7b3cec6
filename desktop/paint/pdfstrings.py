"""Words in the objects of a PDF."""

from codecs import BOM_UTF16_BE

from reportlab.pdfbase.pdfdoc import PDFString

from desktop.paint.writing import printable


def string(text: str) -> PDFString:
    """In UTF-16 unless it is plain ASCII: ReportLab's table of the other 8-bit characters has mistakes."""
    said = printable(text)
    return PDFString(said.encode() if said.isascii() else BOM_UTF16_BE + said.encode("utf-16-be"), enc="raw")


def literal(text: str) -> bytes:
    """The same as it stands in a file: in brackets, or in hexadecimal digits."""
    said = printable(text)
    if said.isascii():
        return b"(%s)" % said.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)").encode()
    return b"<FEFF%s>" % said.encode("utf-16-be").hex().upper().encode()
