"""Words inside an SVG file."""

from xml.sax.saxutils import escape, quoteattr

from desktop.paint.writing import printable


def clean(text: str) -> str:
    """Tabs as blanks, without control characters and whatever else XML forbids."""
    return printable(text.replace("\t", " "), "")


def words(text: str) -> str:
    """The content of an element."""
    return escape(clean(text))


def attribute(text: str) -> str:
    """The value of an attribute with its quotes; what is not printable becomes blanks."""
    return quoteattr(printable(text))
