"""Files of several sheets to print in tests, and what is found in their structure."""

import pikepdf

from desktop.drawing.shapes import Drawing, Figure, Placed
from desktop.paint.pdf import document_bytes
from desktop.plan.page import Document, Sheet, View
from pdfreading import ACTIONS, Reader, face_of
from printing import NO_PICTURES, fonts, objects_of


def thing(*shapes, id_="", role="note", name="", size=(100.0, 50.0), over=0.0):
    return Figure(id_, role, name, *size, shapes, over)


def drawn(*placed, background="", **fields):
    """A drawing of 400 × 200 units."""
    return Drawing(400.0, 200.0, background, tuple(placed), **fields)


def at(x, y, *shapes, lane="", step="", **fields):
    """A figure placed there."""
    return Placed(x, y, thing(*shapes, **fields), lane, step)


def sheet(*views, size=(400.0, 200.0), **fields):
    return Sheet(*size, views, **fields)


def view(drawing, x=0.0, y=0.0, scale=1.0, **fields):
    return View(drawing, x, y, scale, **fields)


def printed(*sheets, tagged=True, pictures=NO_PICTURES, about=None, **options):
    document = Document(sheets, **(about or {}))
    return document_bytes(document, fonts(), pictures, tagged=tagged, **options)


def structure(data):
    """The tree as (type, title or alt, parts), marks as numbers; "" where nothing is said."""
    with objects_of(data) as file:
        return node(file.Root.StructTreeRoot.K)


def node(element):
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    said = str(element.get("/T", element.get("/Alt", "")))
    return str(element.S)[1:], said, [part(kid) for kid in kids]


def part(kid):
    if isinstance(kid, int):
        return kid
    return "link" if kid.get("/Type") == "/OBJR" else node(kid)


def types(tree):
    """Only the types, nested."""
    tag, _, kids = tree
    return tag, *(types(kid) for kid in kids if isinstance(kid, tuple))


def spoken(data):
    """(type, words) for each element that has marked words, in the order in which the tree names them."""
    with objects_of(data) as file:
        said = [marked_words(page) for page in file.pages]
        pages = {page.objgen: number for number, page in enumerate(file.pages)}
        return list(words_of(file.Root.StructTreeRoot.K, said, pages))


def words_of(element, said, pages):
    kids = element.get("/K", [])
    kids = kids if isinstance(kids, pikepdf.Array) else [kids]
    own = [said[pages[element.Pg.objgen]].get(kid, "") for kid in kids if isinstance(kid, int)]
    if own:
        yield str(element.S)[1:], "".join(own)
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from words_of(kid, said, pages)


def marked_words(page):
    """The words of each marked piece of a page by its number."""
    reader = Reader({str(name): face_of(font) for name, font in page.Resources.get("/Font", {}).items()})
    found, marks, start = {}, [], 0
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            marks.append(mark_of(operands))
            start = start if marks[-1] == "span" else len(reader.found)
        spans = name in {"BDC", "EMC"} and marks[-1] == "span"
        if name in ACTIONS and (spans or name not in {"BDC", "EMC"}):
            ACTIONS[name](reader, *operands)
        if name == "EMC":
            marks.pop()
        current = next((mark for mark in reversed(marks) if isinstance(mark, int)), None)
        if current is not None:
            found[current] = "".join(each.text for each in reader.found[start:])
    return found


def mark_of(operands):
    """The number of a marked piece, "span" for one that only says its text, None for others."""
    if len(operands) < 2 or isinstance(operands[1], pikepdf.Name):
        return None
    return operands[1].get("/MCID", "span")
