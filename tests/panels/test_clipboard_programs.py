"""The same few notes as each program writes them on the clipboard, and what must not go astray on the way."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QImage
from test_clipboard import board, desk, lane, step, texts, told

from desktop.desk.clipping import MOST_CELLS, MOST_TEXT
from desktop.desk.pasting import Pasting
from desktop.document.edits.cards import Spot
from desktop.document.edits.lanes import lock_lane
from desktop.panels.clipboard import Clipboard

__all__ = ["board", "desk", "told"]

LINES = {
    "Excel, a column": ("slow\r\nlate\r\n", True),
    "Excel, cells with breaks": ('"slow\nlate"\r\n', True),
    "LibreOffice, a column": ("slow\nlate", True),
    "Google Sheets, cells with breaks": ('"slow\nlate"', False),
    "Word, a list": ("•\tslow\r\n•\tlate\r\n", True),
    "Word, a numbered list": ("1.\tslow\r\n2.\tlate\r\n", True),
    "Word, a break within a paragraph": ("slow\r\nlate\r\n\r\n", True),
    "Notepad": ("slow\r\nlate", False),
    "an old Mac": ("slow\rlate\r", False),
    "Miro, two notes": ("slow\nlate", False),
    "Markdown": ("- [ ] slow\n- [x] late\n", False),
    "a page with hard blanks": ("•\xa0slow\n•\xa0late", False),
}

RANGES = {
    "Excel": "\tCompares\tOrders\r\nPain points\tslow\t\r\nOpportunities\t\tlate\r\n",
    "LibreOffice": "\tCompares\tOrders\nPain points\tslow\t\nOpportunities\t\tlate",
    "Google Sheets": "\tCompares\tOrders\nPain points\tslow\t\nOpportunities\t\tlate",
    "Word, a table": "\tCompares\tOrders\r\nPain points\tslow\t\r\nOpportunities\t\tlate\r\n",
    "Numbers, with an empty rim": "\t\t\t\n\t\tCompares\tOrders\n\tPain points\tslow\t\n\tOpportunities\t\tlate\n",
}


def fill(text, pictured=False):
    """With a page, and with a picture of it as Office brings along."""
    data = QMimeData()
    data.setText(text)
    data.setHtml("<p>not read</p>")
    if pictured:
        image = QImage(8, 8, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        data.setImageData(image)
    QGuiApplication.clipboard().setMimeData(data)


@pytest.fixture
def shown(qapp, desk):
    """A clipboard that only keeps the ranges which it is to show."""
    tables = []
    yield tables, Clipboard(desk, tables.append)
    QGuiApplication.clipboard().setText("")


def aim(desk, kind, at=0):
    desk.aim(Spot(lane(desk, kind).id, step(desk, at)))


@pytest.mark.parametrize("program", LINES)
def test_two_notes_are_two_cards(desk, board, program):
    before = texts(desk, "pains")
    fill(*LINES[program])
    aim(desk, "pains")
    board.paste()
    came = sorted(set(texts(desk, "pains")) - set(before))
    assert came in (["late", "slow"], ["slow\nlate"])
    assert not any(one.kind == "images" for one in desk.journey.lanes)
    desk.undo()
    assert texts(desk, "pains") == before


@pytest.mark.parametrize("program", RANGES)
def test_a_range_comes_to_its_cells(desk, shown, program):
    tables, board = shown
    fill(RANGES[program], pictured=True)
    board.paste()
    (table,) = tables
    Pasting(desk).cells(Pasting(desk).planner().plan(table))
    cards = {card.text: card for kind in ("pains", "opportunities") for card in lane(desk, kind).cards}
    titles = {s.id: s.title for stage in desk.journey.stages for s in stage.steps}
    assert (titles[cards["slow"].first], titles[cards["late"].first]) == ("Compares", "Orders")
    assert (cards["slow"].kind, cards["late"].kind) == ("pain", "opportunity")


def test_a_row_for_a_locked_lane_is_shown_and_not_put_elsewhere(desk, shown):
    tables, board = shown
    desk.attempt("lock", lambda p: lock_lane(p, desk.map_id, lane(desk, "pains").id, True))
    before = desk.project
    aim(desk, "pains")
    fill("here\tthere\tbeyond")
    board.paste()
    assert tables == [[["here", "there", "beyond"]]]
    assert desk.project is before


def test_words_for_the_lane_of_feelings_are_shown_first(desk, shown):
    tables, board = shown
    aim(desk, "emotions")
    fill("here\tthere\tbeyond")
    board.paste()
    assert len(tables) == 1
    fill("-1\t0.5\t2")
    board.paste()
    assert len(tables) == 1
    assert [marker.value for marker in lane(desk, "emotions").markers if marker.value == 0.5]


@pytest.mark.parametrize("text", ["note\n" * (MOST_CELLS + 1), "a\tb\n" * MOST_CELLS, "w " * MOST_TEXT])
def test_what_is_left_out_is_said(desk, shown, told, text):
    fill(text)
    aim(desk, "pains")
    shown[1].paste()
    assert told[-1] == "That was too much at once: only the first 5,000 cells came."


def test_as_many_as_are_taken_come_without_a_word(desk, shown, told):
    fill("\n".join(f"note {at}" for at in range(MOST_CELLS)))
    aim(desk, "pains")
    before = len(texts(desk, "pains"))
    shown[1].paste()
    assert len(texts(desk, "pains")) == before + MOST_CELLS
    assert not any("too much" in sentence for sentence in told)
