"""What seams should not go through is where the poster shows it, in millimetres."""

from collections import Counter

import pytest

from desktop.drawing.shapes import Box, Figure, Path, Placed
from desktop.plan.page import MM, Page
from desktop.poster.obstacles import blocks, obstacles
from desktop.poster.press import Made
from tests.printing import drawing, glyphs
from tests.sheeting import pressed

PAGE = Page(600.0, 400.0, 10 * MM, 20 * MM, 2 * MM)
"""One unit is 2 mm, the drawing's corner at (10, 20) mm."""


@pytest.fixture(scope="module")
def usual():
    return pressed(paper="A1")[1]


@pytest.fixture(scope="module")
def found(usual):
    return obstacles(usual)


def of(role, *shapes, id_="x", size=(40.0, 20.0), overhang=0.0):
    """The obstacles of one figure at (5, 5)."""
    placed = (Placed(5.0, 5.0, Figure(id_, role, "", *size, shapes, overhang)),)
    return obstacles(Made(drawing(placed=placed), PAGE, 1.0))


def rects(found, kind):
    return [tuple(each.rect) for each in found if each.kind == kind]


def test_a_card_is_where_it_stands_on_the_poster():
    (card,) = of("card", Box(0, 0, 40, 20, "#000000"))
    assert (card.id, card.kind) == ("x", "card")
    assert tuple(card.rect) == pytest.approx((20, 30, 80, 40))


def test_every_card_is_in_the_way(usual, found):
    cards = {place.card.id for row in usual.layout.rows for place in row.content.cards}
    assert {each.id for each in found if each.kind == "card"} == cards


def test_titles_headers_and_markers(usual, found):
    count = Counter(each.kind for each in found)
    assert count["title"] == 2
    assert count["header"] >= len(usual.layout.stage_places) + len(usual.layout.step_places) + len(usual.layout.rows)
    assert {each.id for each in found if each.kind == "marker"} == {
        place.marker.id for row in usual.layout.rows for place in row.content.markers
    }


def test_everything_lies_on_the_poster(usual, found):
    width, height = usual.page.millimetres
    assert all(each.rect.x > -1 and each.rect.right < width + 1 for each in found)
    assert all(each.rect.y > -1 and each.rect.bottom < height + 1 for each in found)


def test_of_a_header_only_the_words_are_in_the_way():
    found = of("stage", Box(0, 0, 400, 2, "#26356A"), glyphs("Dine", x=0.0, y=10.0, size=10.0), size=(400.0, 30.0))
    (words,) = rects(found, "header")
    assert words[2] < 100
    assert rects(found, "ink") == [pytest.approx((20, 30, 800, 60))]


def test_letters_lie_within_their_words():
    found = of("step", glyphs("Ångström", x=0.0, y=10.0, size=10.0))
    ((_, top, _, height),) = rects(found, "header")
    assert top <= 30 + 2 * (10 - 7.3)
    assert top + height >= 30 + 2 * (10 + 2)


def test_lines_of_one_paragraph_are_a_block():
    lines = [glyphs("one", y=10.0, size=10.0), glyphs("and the other", y=23.0, size=10.0)]
    (block,) = blocks(Figure("x", "lane", "", 1, 1, tuple(lines)))
    assert block.height == pytest.approx(13 + 9.8)


def test_lines_far_apart_are_two():
    lines = [glyphs("+2", y=10.0, size=10.0), glyphs("0", y=60.0, size=10.0)]
    assert len(blocks(Figure("x", "scale", "", 1, 1, tuple(lines)))) == 2


def test_lines_of_another_size_are_two():
    lines = [glyphs("title", y=20.0, size=20.0), glyphs("subtitle", y=32.0, size=10.0)]
    assert len(blocks(Figure("x", "header", "", 1, 1, tuple(lines)))) == 2


def test_words_side_by_side_are_one():
    lines = [glyphs("Maya,", x=0.0, size=10.0), glyphs("34", x=30.0, size=10.0)]
    assert len(blocks(Figure("x", "header", "", 1, 1, tuple(lines)))) == 1


def test_columns_of_words_are_two():
    lines = [glyphs("Maya", x=0.0, size=10.0), glyphs("books", x=90.0, size=10.0)]
    assert len(blocks(Figure("x", "header", "", 1, 1, tuple(lines)))) == 2


def test_the_star_belongs_to_its_marker():
    star = Path((("M", 4.0, -12.0), ("L", 8.0, -12.0), ("L", 6.0, -6.0), ("Z",)), "#E0A100")
    (marker,) = of("marker", Box(0, 0, 12, 12, "#000000"), star, size=(12.0, 12.0), overhang=14.0)
    assert tuple(marker.rect) == pytest.approx((20, 30 - 24, 24, 48))


def test_a_marker_and_its_label_have_one_id(found):
    labels = [each for each in found if each.kind == "marker"]
    assert len(labels) > len({each.id for each in labels})


def test_a_rule_is_centred_on_its_place():
    assert rects(of("rule", Box(0, -1, 40, 2, "#000000"), size=(40.0, 2.0)), "ink") == [
        pytest.approx((20, 28, 80, 4)),
    ]
    assert rects(of("rule", Box(-1, 0, 2, 40, "#000000"), size=(2.0, 40.0)), "ink") == [
        pytest.approx((18, 30, 4, 80)),
    ]


def test_other_words_are_labels():
    assert len(rects(of("legend", glyphs("Action")), "label")) == 1


def test_all_words_of_a_head_without_a_layout_are_titles():
    assert len(rects(of("header", glyphs("A wall")), "title")) == 1


def test_facts_in_the_head_are_labels(usual, found):
    facts = [each for each in found if each.kind == "label" and each.id == usual.layout.map.id]
    assert len(facts) >= 3


def test_a_figure_without_ink_is_in_nobodys_way():
    assert of("group") == ()
