import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.document.cards import Card
from desktop.drawing.lettering import PT, Lettering
from desktop.drawing.shapes import Box, Glyphs
from desktop.drawing.stickynotes import LARGEST, PAD, SMALLEST, NotePen, notes_of
from desktop.drawing.workwall import SLOT
from desktop.typeset.lines import UNITS

LETTERING = Lettering(resources.typesetter())
CARD = Card(id="c", kind="pain", text="Waits 27 minutes", first="s", last="s")


def notes(text):
    return notes_of(CARD, "C4 · Orders", text, LETTERING, "regular")


def figure(note):
    return NotePen(resources.style("print"), LETTERING, resources.words("en")).figure(note)


def lines(note):
    return [shape for shape in figure(note).shapes if isinstance(shape, Glyphs)]


def test_a_short_text_is_large():
    (note,) = notes("Waits")
    assert note.size == LARGEST


def test_a_long_text_is_smaller_and_whole():
    text = "Waits for a table although it was booked a week ago, " * 6
    (note,) = notes(text.strip())
    assert SMALLEST <= note.size < LARGEST
    assert " ".join(line.text.strip() for line in note.lines) == text.strip()


def test_a_very_long_text_goes_on_on_more_notes():
    text = " ".join(f"word{number}" for number in range(600))
    found = notes(text)
    assert [(note.part, note.parts) for note in found] == [(at, len(found)) for at in range(1, len(found) + 1)]
    assert " ".join(line.text.strip() for note in found for line in note.lines) == text
    assert lines(found[0])[-1].line.text == f"C4 · Orders · 1/{len(found)}"


@pytest.mark.parametrize(
    ("where", "said"),
    [
        ("C4 · Compares the menus of three restaurants nearby", "C4 · 1/2"),
        ("Compares the menus of three restaurants of the town", "1/2"),
    ],
)
def test_a_place_with_a_long_name_stays_on_the_note(where, said):
    first, _ = notes_of(CARD, where, "word " * 120, LETTERING, "regular")
    assert lines(first)[-1].line.text == said


def test_a_card_without_words_is_a_note_all_the_same():
    (note,) = notes("")
    assert [glyphs.line.text for glyphs in lines(note)] == ["Pain point", "C4 · Orders"]


@settings(max_examples=30)
@given(st.text(st.sampled_from("abc defghij\n klm"), max_size=700))
def test_all_words_stand_on_the_note(text):
    for note in notes(text):
        for glyphs in lines(note):
            assert glyphs.x >= 0
            assert glyphs.x + glyphs.line.width * glyphs.size / UNITS <= SLOT + 0.01
            assert 0 < glyphs.y <= SLOT


def test_lines_do_not_run_into_the_footer():
    note = notes("many words " * 200)[0]
    *_, last, footer = lines(note)
    assert last.y < footer.y - footer.size


def test_a_note_tells_its_kind_by_word_and_colour():
    pain = resources.style("print").kind("pain")
    shapes = figure(notes("Waits")[0]).shapes
    assert any(isinstance(shape, Box) and shape.fill == pain.edge for shape in shapes)
    assert lines(notes("Waits")[0])[0].line.text == "Pain point"


@pytest.mark.parametrize("size", [LARGEST, SMALLEST])
def test_the_room_for_words_is_what_is_left(size):
    assert size * PT * 3 < SLOT


def test_words_that_run_to_the_left_end_at_the_right_of_the_note():
    def right(glyphs):
        return glyphs.x + glyphs.line.width * glyphs.size / UNITS

    (note,) = notes("האורח מחפש מסעדה קרובה למקום העבודה")
    ends = {round(right(glyphs), 3) for glyphs in lines(note) if glyphs.line.rtl}
    assert ends == {SLOT - PAD}
