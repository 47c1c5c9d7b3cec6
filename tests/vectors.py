"""SVG files of drawings, read back by an XML parser."""

import re
from xml.etree import ElementTree

from desktop.paint.svg import svg_bytes
from printing import NO_PICTURES, SHEET, drawing, fonts

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def svg_data(*shapes, page=SHEET, pictures=NO_PICTURES, outlines=False, **fields):
    return svg_bytes(drawing(*shapes, **fields), fonts(), pictures, page, outlines=outlines)


def svg(*shapes, **options):
    """The root element."""
    return ElementTree.fromstring(svg_data(*shapes, **options))


def elements(root, *names):
    """Every element of one of these names, in the order of the file."""
    return [each for each in root.iter() if each.tag in {SVG + name for name in names}]


def only(root, name):
    (found,) = elements(root, name)
    return found


def content(element):
    """All text in an element."""
    return "".join(element.itertext())


def places(root):
    """The x of every cluster, from each text and span."""
    return [float(x) for each in elements(root, "text", "tspan") for x in each.get("x", "").split()]


def links(root):
    return [each.get(HREF) for each in root.iter() if HREF in each.attrib]


def attributes(element, *names):
    """Numbers by their names, as a tuple."""
    return tuple(float(element.get(name, "nan")) for name in names)


def matrix(element):
    """The six numbers of a transform."""
    return [float(number) for number in re.findall(r"-?[\d.]+", element.get("transform"))]
