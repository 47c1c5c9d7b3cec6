"""The words on a sheet: where they find room, and what they say there."""

import pytest

from desktop import resources
from desktop.drawing.lettering import Lettering
from desktop.drawing.shapes import Box, Glyphs
from desktop.drawing.sheetlabels import LabelPen, has_room
from desktop.layout.places import Rect
from tests.drawing.test_sheetmarks import leaf
from tests.sheeting import bounds, moved, words

PEN = Lettering(resources.typesetter())


def label(sheet, language="en"):
    """All that is drawn, the ruler too."""
    found = LabelPen(sheet, PEN, resources.words(language)).label()
    ruler = [moved(shape, found.ruler.x, found.ruler.y) for shape in found.ruler.figure.shapes] if found.ruler else []
    return [*found.ink, *ruler]


def glue(sheet):
    return list(LabelPen(sheet, PEN, resources.words("en")).glued())


def said(sheet, language="en"):
    return " ".join(words(label(sheet, language)))


def place(sheet):
    """The rectangle around the name."""
    return next(bounds(shape) for shape in label(sheet) if isinstance(shape, Glyphs))


def test_a_sheet_says_its_name_and_its_neighbours():
    assert said(leaf()).startswith("B2 left: X1 · above: X2 · right: X3 · below: X4 · print at 100\u00a0%")


def test_a_sheet_says_which_of_how_many_it_is():
    assert "sheet 5 of 12" in said(leaf(neighbours={"left": "A2", "top": "B1"}, number=5, count=12))


def test_the_title_is_told_where_it_fits():
    few = {"left": "A2", "top": "B1"}
    assert said(leaf(neighbours=few, title="Osteria")).count("Osteria") == 1
    assert "x" * 200 not in said(leaf(neighbours=few, title="x" * 200))


def test_one_poster_of_several_says_which_it_is():
    assert said(leaf(part="Discover")).startswith("B2 Discover · left: X1")
    assert "Discover" in said(leaf(neighbours={"left": "A1"}, part="Discover"))


def test_words_are_the_projects():
    assert "mit 100\u00a0% drucken" in said(leaf(), "de")


def test_words_stand_in_the_strip_that_a_neighbour_covers():
    sheet = leaf()
    assert place(sheet).bottom <= sheet.inner.y


def test_without_a_strip_they_stand_where_the_sheet_is_cut_off():
    sheet = leaf(neighbours={"right": "B1", "bottom": "A2"}, spare=12.0)
    assert place(sheet).y >= sheet.inner.bottom


def test_where_only_a_side_has_room_they_stand_one_below_the_other():
    sheet = leaf(neighbours={"left": "A1"})
    texts = [shape for shape in label(sheet) if isinstance(shape, Glyphs)]
    assert len({round(shape.x) for shape in texts}) <= 3
    assert all(bounds(shape).right <= sheet.inner.x for shape in texts)


def test_a_sheet_has_a_ruler_of_100_millimetres():
    lying, standing = words(label(leaf(title=""))), words(label(leaf(neighbours={"left": "A1"})))
    assert "100\u00a0mm" in lying or "mm" in lying
    assert {"0", "100", "mm"} <= set(standing)


def test_the_ruler_stands_where_the_words_leave_no_room_beside_them():
    narrow = leaf(room=Rect(5.0, 5.0, 140.0, 287.0), inner=Rect(13.0, 13.0, 130.0, 270.0))
    found = label(narrow)
    assert {"0", "100", "mm"} <= set(words(found))


def test_the_ruler_is_the_same_figure_on_every_sheet():
    one, other = (
        LabelPen(leaf(name=name, spare=spare), PEN, resources.words("en")).label()
        for name, spare in (("B2", 0.0), ("C3", 7.0))
    )
    assert one.ruler.figure == other.ruler.figure
    assert one.ruler.x != other.ruler.x


def test_words_lie_on_white():
    sheet = leaf()
    plates = [bounds(shape) for shape in label(sheet) if isinstance(shape, Box) and shape.fill == "#FFFFFF"]
    texts = [bounds(shape) for shape in label(sheet) if isinstance(shape, Glyphs)]
    assert all(any(plate.meets(text) for plate in plates) for text in texts)


def test_the_other_strip_says_glue_and_for_whom():
    assert words(glue(leaf())) == ["glue", "X1"]


def test_a_narrow_strip_says_nothing():
    assert glue(leaf(overlap=5.0)) == []


def test_what_is_cut_off_is_no_place_for_glue():
    assert glue(leaf("butt")) == []


@pytest.mark.parametrize(("sheet", "room"), [(leaf(), True), (leaf(neighbours={}), False), (leaf(overlap=2.0), False)])
def test_room_for_words_is_known(sheet, room):
    assert has_room(sheet) is room


def test_without_room_the_words_are_small_on_blank_paper():
    blank = Rect(20.0, 20.0, 70.0, 3.6)
    texts = [shape for shape in label(leaf(neighbours={}, blank=blank)) if isinstance(shape, Glyphs)]
    assert texts[0].line.text == "B2"
    assert all(bounds(shape).right <= blank.right and shape.size < 2.5 for shape in texts)


def test_a_full_sheet_has_only_its_name():
    assert words(label(leaf(neighbours={}))) == ["B2"]


def test_in_a_narrow_blank_place_there_is_only_the_name():
    assert words(label(leaf(neighbours={}, blank=Rect(20.0, 20.0, 12.0, 3.6)))) == ["B2"]


def test_on_the_poster_there_are_no_plates():
    assert not [
        shape for shape in label(leaf(neighbours={}, blank=Rect(20.0, 20.0, 70.0, 3.6))) if isinstance(shape, Box)
    ]
