import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.linebreaks import line_breaks
from desktop.typeset import shaping
from desktop.typeset.items import Item
from desktop.typeset.lines import UNITS, TextStyle
from desktop.typeset.measuring import of_glyphs, record
from desktop.typeset.paragraph import UNSAFE, WEAK
from desktop.typeset.sample import Paragraph


@pytest.fixture
def paragraph(fonts):
    def make(text, style=None):
        return Paragraph(text, 0, style or TextStyle(), fonts)

    return make


@pytest.fixture
def shaped(paragraph):
    """The shaped items of a text."""

    def make(text, tracking=0):
        made = paragraph(text, TextStyle("regular", tracking))
        return made.shaped(made.items, len(text))

    return make


@pytest.fixture
def recorded(paragraph):
    def make(text):
        return record(paragraph(text), len(text), line_breaks(text))

    return make


def test_plain_text_has_one_glyph_per_character(shaped):
    (menu,) = shaped("menu")
    assert menu.plain
    assert menu.clusters == [0, 1, 2, 3]
    assert len(menu.numbers) == len(menu.advances) == 4


@pytest.mark.parametrize("text", ["q\u0301", "אב", "👍🏽"])
def test_other_text_is_not_plain(shaped, text):
    assert not shaped(text)[0].plain


def test_advances_are_those_of_the_font_where_nothing_is_kerned(shaped, fonts):
    (menu,) = shaped("nn")
    font = fonts.font("inter-regular").shaper
    assert list(menu.advances) == [font.get_glyph_h_advance(glyph) for glyph in menu.numbers]


def test_pens_begin_at_nought_and_end_at_the_full_advance(shaped):
    pieces = shaped("go 👍🏽 אב")
    pens = shaping.pens(pieces)
    assert pens[0] == 0
    assert pens[-1] == sum(sum(piece.advances) for piece in pieces)
    assert len(pens) == len("go 👍🏽 אב") + 1


def test_pens_read_hebrew_in_text_order(shaped):
    (piece,) = shaped("אבג")
    assert shaping.pens([piece]) == [0, *(sum(piece.advances[-count:]) for count in (1, 2, 3))]


def test_inside_a_cluster_the_pen_is_at_its_end(shaped):
    assert shaping.pens(shaped("👍🏽"))[1:] == [UNITS, UNITS]


def test_tracking_is_in_the_advances(shaped):
    plain, wide = shaped("menu")[0].advances, shaped("menu", 100)[0].advances
    assert [after - before for before, after in zip(plain, wide, strict=True)] == [100] * 4


def test_what_takes_no_room_gets_no_tracking(shaped):
    assert shaping.pens(shaped("\u200b", 100)) == [0, 0]


def test_parts_are_the_clusters_in_text_order(shaped):
    (piece,) = shaped("אב")
    assert [offset for offset, _ in piece.parts()] == [0, 1]
    assert sum(advance for _, advance in piece.parts()) == sum(piece.advances)


def test_between_words_it_is_safe_to_cut(shaped):
    assert list(shaped("brings the menu")[0].unsafe([7, 11])) == []


def test_within_a_kerned_pair_it_is_not_safe_to_cut(shaped):
    assert list(shaped("AV")[0].unsafe([1])) == [1]


def test_within_a_cluster_it_is_not_safe_to_cut(shaped):
    assert list(shaped("q\u0301n")[0].unsafe([1])) == [1]


def test_the_ends_of_an_item_are_safe(shaped):
    assert list(shaped("AV")[0].unsafe([0, 2])) == []


def test_the_overhang_is_that_of_the_last_glyph(paragraph, fonts):
    made = paragraph("if", TextStyle("italic"))
    pieces = made.shaped(made.items, 2)
    expected = fonts.font("inter-italic").overhang(pieces[0].numbers[1])
    assert shaping.overhang(pieces, 2) == expected > shaping.overhang(pieces, 1)


def test_there_is_no_overhang_where_text_runs_to_the_left(shaped):
    assert shaping.overhang(shaped("אב"), 2) == 0


def test_a_span_is_measured_without_its_trailing_spaces(paragraph):
    made = paragraph("the menu  ")
    assert made.measure(4, 10) == made.measure(4, 8) > 0
    assert made.measure(8, 10) == 0


def test_a_prefix_fits_and_a_longer_one_does_not(paragraph):
    made = paragraph("Donaudampfschiff")
    for room in range(2_000, 20_000, 1_111):
        end, _ = made.prefix(0, 16, room)
        assert made.measure(0, end) <= room
        assert end == 16 or made.measure(0, end + 1) > room


def test_a_prefix_is_at_least_one_cluster(paragraph):
    assert paragraph("👍🏽👍🏽").prefix(0, 4, 0)[0] == 2


def test_a_prefix_that_reaches_the_end_takes_the_trailing_spaces(paragraph):
    assert paragraph("abc  d").prefix(2, 5, 0)[0] == 5


def test_clipping_cuts_the_items_at_both_ends(paragraph):
    made = paragraph("go мир on")
    assert [(item.start, item.end, item.script) for item in made.clip(1, 5)] == [(1, 3, "Latn"), (3, 5, "Cyrl")]
    assert list(made.clip(0, 9)) == list(made.items)
    assert list(made.clip(4, 4)) == []


def test_a_record_has_the_places_with_pens_and_flags(recorded, paragraph):
    known = recorded("The 5 km")
    numbers = list(zip(*[iter(known.places)] * 4, strict=True))
    pens = shaping.pens(paragraph("The 5 km").shaped(paragraph("The 5 km").items, 8))
    assert numbers == [(4, pens[3], pens[4], 0), (6, pens[5], pens[6], WEAK), (8, pens[8], pens[8], 0)]


def test_a_record_of_plain_text_holds_its_glyphs(recorded, shaped):
    known = recorded("The menu: ")
    assert known.plain.font == "inter-regular"
    assert list(known.plain.numbers) == shaped("The menu: ")[0].numbers
    assert known.plain.pens[-1] == known.places[2 - 4]


def test_a_record_of_words_that_do_not_depend_on_each_other_holds_these(recorded):
    known = recorded("The menu, 5 km ")
    assert [word.text for word in known.words] == ["The ", "menu, ", "5 ", "km "]
    assert list(known.offsets()) == [4, 10, 12, 15]
    assert known.plain is None


@given(text=st.text(st.sampled_from("aT1Vo,. %€km"), min_size=1, max_size=40), tracking=st.sampled_from([0, -51, 123]))
def test_a_record_of_words_is_that_of_their_glyphs(fonts, text, tracking):
    made = Paragraph(text, 3, TextStyle("bold", tracking), fonts)
    known = record(made, 99, line_breaks(text))
    wholly = of_glyphs(made, 99, line_breaks(text))
    assert (known.start, known.end, known.after, known.places) == (3, 3 + len(text), 99, wholly.places)
    assert known.steady == wholly.steady


def test_a_word_knows_its_width_and_its_ink(fonts):
    first, second = shaping.words("to go", Item(0, 5, fonts.font("inter-regular"), "Latn", apart=True), 100)
    assert first.width == sum(first.advances) == first.bare.width + first.advances[-1]
    assert (first.bare.text, first.bare.glyphs, first.bare.ink) == ("to", first.glyphs[:2], first.ink)
    assert second.bare is second
    assert first.ink == first.bare.width - 100


@pytest.mark.parametrize("text", ["go 👍🏽", "to go"])
def test_words_are_told_where_they_are_apart_alone(fonts, text):
    assert shaping.words(text, Item(0, len(text), fonts.font("inter-regular"), "Latn"), 0) == []


def test_a_tab_is_no_blank_between_words(paragraph):
    assert [word.text for word in paragraph("to go").words] == ["to ", "go"]
    assert paragraph("to\tgo").words == []


def test_a_record_of_other_text_holds_no_glyphs(recorded):
    assert recorded("go 👍🏽").plain is None
    assert recorded("go 👍🏽").words == ()


def test_a_soft_hyphen_is_measured_anew(recorded):
    assert recorded("a\u00adb").flags() == {2: UNSAFE, 3: 0}


def test_no_place_is_inside_a_cluster(recorded):
    text = "a \u0301b"
    assert 1 in range(len(text))
    assert set(recorded(text).flags()) <= {3, 4}
