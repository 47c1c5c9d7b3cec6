"""Patches of cards that are larger than a sheet: in pieces, so that the others are not kept from being printed."""

from dataclasses import replace

import pytest

from desktop.document.edits.cards import edit_cards
from desktop.paint.pdf import document_bytes
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.patches import CAPTION, EDGE
from grids import card, lane, project
from printing import NO_PICTURES, objects_of
from sheets import spoken

LONG = card(1, last=3, text="Reads the menu and three reviews, the worst one first")
WHOLE = project(lane(LONG, card(2, kind="pain", text="Waits")), steps=(2, 2))
SETTINGS = Settings(sizing="text", paper="", card_text=40.0, tiling=Tiling("A4"), keep=True)


@pytest.fixture(scope="module")
def pin():
    return composed(WHOLE, "m", SETTINGS).pin


@pytest.fixture(scope="module")
def patched(pin):
    """Both cards have changed."""
    edited = edit_cards(edit_cards(WHOLE, "m", ["c1"], text=LONG.text.upper()), "m", ["c2"], text="Sits")
    return composed(edited, "m", replace(SETTINGS, pin=pin, content="stickers"))


def placed(view):
    return [each for each in view.drawing.placed if each.figure.id]


def pieces(whole):
    """The sheets of a card in pieces."""
    return [sheet for sheet in whole.document.sheets if len(sheet.views) == 2]


def size(each, scale):
    """In mm, with its edge."""
    return tuple(side * scale / MM + 2 * EDGE for side in (each.figure.width, each.figure.height))


def test_small_cards_are_printed_though_another_one_is_larger_than_a_sheet(patched):
    first = patched.document.sheets[0]
    assert [each.figure.id for view in first.views for each in placed(view)] == ["c2"]


def test_a_card_larger_than_a_sheet_comes_in_equal_pieces(patched):
    views = [sheet.views[1] for sheet in pieces(patched)]
    assert {each.figure.id for view in views for each in placed(view)} == {"c1"}
    width, height = size(placed(views[0])[0], views[0].scale)
    assert width > 210.0
    assert sum(view.clip.width for view in views) / MM == pytest.approx(width)
    assert {round(view.clip.height / MM, 6) for view in views} == {round(height, 6)}


def test_each_piece_goes_on_where_the_one_before_ended(patched):
    one, two = (sheet.views[1] for sheet in pieces(patched)[:2])
    shift = (placed(one)[0].x - placed(two)[0].x) * one.scale
    assert shift == pytest.approx(one.clip.width)
    assert (one.clip.x, one.clip.y) == (two.clip.x, two.clip.y)


def test_pieces_stay_within_what_the_printer_reaches(patched):
    for sheet in pieces(patched):
        clip = sheet.views[1].clip
        assert clip.x >= 3 * MM
        assert clip.right <= sheet.width - 3 * MM
        assert clip.bottom + CAPTION * MM <= sheet.height - 3 * MM


def test_pieces_are_numbered_and_hold_only_their_own_words(patched):
    data = document_bytes(patched.document, patched.press.typesetter.fonts, NO_PICTURES)
    words = " ".join(said for _, said in spoken(data))
    count = len(pieces(patched))
    assert all(f"{number}/{count}" in words for number in range(1, count + 1))
    assert words.count("MENU") == 1
    with objects_of(data) as file:
        assert file.check_pdf_syntax() == []


def test_a_card_as_high_as_many_sheets_comes_in_rows(pin):
    tall = edit_cards(WHOLE, "m", ["c2"], text="One word after the other. " * 60)
    first = composed(tall, "m", SETTINGS)
    again = edit_cards(tall, "m", ["c2"], text="One word after another. " * 60)
    whole = composed(again, "m", replace(SETTINGS, pin=first.pin, content="stickers"))
    tops = {placed(sheet.views[1])[0].y for sheet in pieces(whole)}
    assert len(tops) > 1
