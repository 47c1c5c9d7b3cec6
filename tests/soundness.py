"""Whether a print is sound: what other programs say of the file, and whether it says all that it should."""

from collections import Counter
from io import BytesIO

import pikepdf
import pypdfium2
import pytest

from desktop.drawing.shapes import Glyphs
from desktop.plan.page import MM
from desktop.poster.scopes import parts
from desktop.typeset.lines import UNITS
from pdfreading import ACTIONS, Reader, face_of
from sheets import mark_of

UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f"
"""Letters that have no ink of their own: a text is whole without them."""


def check_refusal(said):
    """One sentence that can be shown as it is."""
    assert said
    assert said == said.strip()
    assert "\n" not in said
    assert said.endswith(".")
    assert len(said) < 400
    assert "Error" not in said


def check_file(data, whole, project, settings):
    """Sound for qpdf and PDFium, each page as large as promised, no letter of a card lost."""
    document = pypdfium2.PdfDocument(data)
    try:
        assert len(document) == len(whole.document.sheets)
    finally:
        document.close()
    with pikepdf.open(BytesIO(data)) as file:
        assert file.check_pdf_syntax() == []
        for page, sheet in zip(file.pages, whole.document.sheets, strict=True):
            check_size(page, sheet)
        if not (settings.changed_only or (settings.tiling and settings.tiling.only)):
            check_words(Counter("".join(map(words_on, file.pages))), project, settings)


def words_on(page):
    """All that is said on a page, marked as content or not."""
    reader = Reader({str(name): face_of(font) for name, font in page.Resources.get("/Font", {}).items()})
    marks = []
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name in {"BDC", "BMC"}:
            marks.append(mark_of(operands))
        spans = name in {"BDC", "EMC"} and marks[-1] == "span"
        if name in ACTIONS and (spans or name not in {"BDC", "EMC"}):
            ACTIONS[name](reader, *operands)
        if name == "EMC":
            marks.pop()
    return "".join(said.text for said in reader.found)


def check_size(page, sheet):
    x0, y0, x1, y1 = (float(each) for each in page.MediaBox)
    assert (x1 - x0, y1 - y0) == pytest.approx((sheet.width, sheet.height), abs=0.1 * MM)
    assert max(x1 - x0, y1 - y0) <= 14_400


def check_words(found, project, settings):
    """All letters of the cards that are shown stand somewhere on the sheets, as often as the cards have them."""
    wanted = Counter()
    for text in texts(project, settings):
        wanted += Counter(letter for letter in text if not letter.isspace() and letter not in UNSEEN)
    assert wanted - found == Counter()


def texts(project, settings):
    """The words of all cards that the print is to show of the first map."""
    if settings.content in {"working", "stickers", "backlog", "matrix", "comparison", "persona"}:
        return
    if settings.content in {"parking", "inbox"}:
        journey = project.maps[0]
        gathered = [one for each in journey.inbox for one in each.cards]
        waiting = journey.parking if settings.content == "parking" else gathered
        yield from (card.text for card in waiting)
        return
    if settings.content == "agenda":
        yield from (text for point in project.maps[0].agenda for text in (point.title, point.prompt))
        return
    for part in parts(project, project.maps[0].id, settings):
        lanes = [lane for lane in part.project.maps[0].lanes if not lane.hidden]
        yield from (card.text for lane in lanes for card in lane.cards if is_shown(card, part.project.maps[0]))


def is_shown(card, journey):
    """Whether it stands on steps that are there."""
    steps = {step.id for stage in journey.stages for step in stage.steps}
    return {card.first, card.last} <= steps


def check_inside(whole):
    """Nothing that a poster shows lies outside its page."""
    for made in whole.made:
        page = made.page
        for placed in made.drawing.placed:
            for shape in (each for each in placed.figure.shapes if isinstance(each, Glyphs)):
                left = page.x + (placed.x + shape.x) * page.scale
                right = left + shape.line.width * shape.size / UNITS * page.scale
                base = page.y + (placed.y + shape.y) * page.scale
                assert left >= -0.5, (placed.figure.name, left)
                assert right <= page.width + 0.5, (placed.figure.name, right, page.width)
                assert 0 <= base <= page.height + 0.5, (placed.figure.name, base, page.height)
