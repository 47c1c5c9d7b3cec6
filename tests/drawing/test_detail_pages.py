"""Pages of details: all words are there, inside the margins, in columns that read on."""

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from desktop.drawing.detailpages import COLUMN, Entry, Ground, Titles, detail_pages
from desktop.drawing.shapes import Box, Glyphs
from desktop.typeset.lines import UNITS
from grids import EM, STYLE, composer

A4 = Ground(830.0, 1180.0, 60.0)
TITLES = Titles("Details", "An evening", "The numbers are those on the cards.", "{page} of {pages}", "de")
SAID = "Three guests said so, and nobody asked them. "


def entry(number, times=2, **fields):
    known = {"kind": "pain", "text": f"Card {number}", "where": "Dine › Orders · Pains", "details": SAID * times}
    return Entry(id=f"c{number}", number=number, **{**known, **fields})


def drawn(*entries, ground=A4):
    return detail_pages(entries, ground, TITLES, composer())


def figures(*entries, ground=A4):
    """The pieces of entries, page by page."""
    return [[each for each in page.placed if each.figure.role == "details"] for page in drawn(*entries, ground=ground)]


def words(placed):
    return "".join(shape.line.text for shape in placed.figure.shapes if isinstance(shape, Glyphs))


def lefts(pages):
    return sorted({round(each.x, 3) for page in pages for each in page})


def test_nothing_gives_no_pages():
    assert drawn() == ()


def test_a_page_says_what_it_is():
    (page,) = drawn(entry(1))
    said = [words(each) for each in page.placed if each.figure.role in {"heading", "legend", "footer"}]
    assert said == ["Details", "An evening", "The numbers are those on the cards.", "1 of 1", "An evening"]
    assert (page.width, page.height, page.language, page.title) == (830.0, 1180.0, "de", "Details: An evening")


def test_an_entry_has_its_words_its_place_its_details_and_its_number():
    ((piece,),) = figures(entry(7, 1))
    assert words(piece) == f"7Card 7Dine › Orders · Pains{SAID}"
    assert piece.figure.id == "c7"
    assert piece.figure.name == "7: Card 7"


def test_a_card_without_words_is_named_by_its_place():
    ((piece,),) = figures(entry(1, 1, text=""))
    assert words(piece).count("Dine") == 1


def test_the_bar_has_the_colour_of_the_kind():
    ((piece,),) = figures(entry(1))
    fills = {shape.fill for shape in piece.figure.shapes if isinstance(shape, Box)}
    assert STYLE.kind("pain").edge in fills


def test_a_page_of_a4_has_two_columns_and_a_wide_one_more():
    many = [entry(number, 20) for number in range(1, 16)]
    assert len(lefts(figures(*many))) == 2
    assert len(lefts(figures(*many, ground=Ground(1240.0, 900.0, 60.0)))) == 3
    assert len(lefts(figures(*many, ground=Ground(COLUMN * EM, 900.0, 10.0)))) == 1


def test_only_the_first_page_has_a_heading():
    pages = drawn(*(entry(number, 20) for number in range(1, 16)))
    assert [sum(each.figure.role == "heading" for each in page.placed) for page in pages] == [
        1,
        *[0] * (len(pages) - 1),
    ]
    assert [words(each) for page in pages for each in page.placed if each.figure.role == "footer"][::2] == [
        f"{number} of {len(pages)}" for number in range(1, len(pages) + 1)
    ]


def test_a_long_entry_goes_on_without_its_number():
    pieces = [piece for page in figures(entry(1, 200)) for piece in page]
    assert len(pieces) > 1
    numbered = [any(isinstance(shape, Box) for shape in piece.figure.shapes) for piece in pieces]
    assert numbered == [True, *[False] * (len(pieces) - 1)]


def test_wide_numbers_move_all_words_alike():
    def left(number):
        ((piece, *_),) = figures(entry(number), entry(8))
        return min(
            shape.x for shape in piece.figure.shapes if isinstance(shape, Glyphs) and shape.line.text[:4] == "Card"
        )

    assert left(1234) > left(1)


entries = st.lists(
    st.builds(lambda times, text: (times, text), st.integers(1, 90), st.sampled_from(["", "Waits", "Asks " * 30])),
    min_size=1,
    max_size=8,
)


@examples(max_examples=25)
@given(entries, st.sampled_from([A4, Ground(500.0, 700.0, 30.0), Ground(1600.0, 900.0, 60.0)]))
def test_all_is_there_and_inside_the_margins(listed, ground):
    given_ = [entry(number, times, text=text) for number, (times, text) in enumerate(listed, 1)]
    pieces = [piece for page in figures(*given_, ground=ground) for piece in page]
    for each in given_:
        own = "".join(words(piece) for piece in pieces if piece.figure.id == each.id)
        assert own.count("nobody") == each.details.count("nobody")
    for piece in pieces:
        assert ground.margin - 0.01 <= piece.x
        assert piece.x + piece.figure.width <= ground.width - ground.margin + 0.01
        assert piece.y + piece.figure.height <= ground.height - ground.margin + 0.01


@pytest.mark.parametrize(
    "language", ["Ein sehr langes Wort: Donaudampfschifffahrtsgesellschaft", "שלום", "日本語のテキスト"]
)
def test_other_scripts_are_set_too(language):
    ((piece,),) = figures(entry(1, details=language))
    assert language in words(piece)


def test_an_entry_that_runs_to_the_left_has_number_and_bar_at_the_right():
    def ends(placed):
        boxes = {bool(each.stroke): each.x for each in placed.figure.shapes if isinstance(each, Box)}
        words = (each for each in placed.figure.shapes if isinstance(each, Glyphs) and each.line.text != "1")
        return boxes[True], boxes[False], min(each.x for each in words)

    ((english,),), ((hebrew,),) = figures(entry(1)), figures(entry(1, text="שואל", details="מחפש"))
    assert ends(english)[0] < ends(english)[1] < ends(english)[2]
    assert ends(hebrew)[0] > ends(hebrew)[1] > ends(hebrew)[2]


def test_the_place_of_such_a_card_begins_at_the_same_side():
    ((piece,),) = figures(entry(1, text="שואל"))
    lines = [each for each in piece.figure.shapes if isinstance(each, Glyphs) and each.line.text != "1"]
    rights = [each.x + each.line.width * each.size / UNITS for each in lines[:2]]
    assert rights[0] == pytest.approx(rights[1])
