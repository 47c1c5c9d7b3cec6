"""In which order a map is read: head, lanes, curves, then step by step; and what of it is not read."""

from dataclasses import replace
from itertools import pairwise

import pytest

from desktop import resources
from desktop.document.base import changed
from desktop.document.journey import Link
from desktop.drawing.reading import has_words, reading
from desktop.drawing.shapes import Box, Image
from desktop.storage.reader import read
from printing import glyphs
from sheets import at, drawn
from tests.grids import artist, layouter


@pytest.fixture(scope="module")
def sample():
    return read(resources.root() / "samples" / "restaurant.journey").project


@pytest.fixture(scope="module")
def drawing(sample):
    style = resources.style("print")
    return artist(style).draw(sample, layouter(style).layout(sample, sample.maps[0].id))


@pytest.fixture(scope="module")
def found(drawing):
    return reading(drawing)


def roles(drawing, found):
    return [drawing.placed[at].figure.role for at in found]


def path_of(passage):
    return [section.title or section.key for section in passage.path]


def test_the_title_comes_first(drawing, found):
    first = next(iter(found))
    assert drawing.placed[first].figure.role == "header"
    assert found[first].tag == "H1"
    assert found[first].apart


def test_the_parts_come_in_their_order(drawing, found):
    told = roles(drawing, found)
    first = [
        told.index(role) for role in ("header", "lane", "curve", "stage", "step", "card", "link", "task", "legend")
    ]
    assert first == sorted(first)


def test_each_stage_and_each_step_heads_its_own(drawing, found):
    heads = [
        (drawing.placed[at].figure.role, drawing.placed[at].figure.name) for at in found if found[at].tag[0] == "H"
    ]
    assert heads[1:6] == [
        ("stage", "Discover"),
        ("step", "Hears about it"),
        ("step", "Looks it up"),
        ("stage", "Decide"),
        ("step", "Compares"),
    ]


def test_cards_are_read_step_by_step_from_the_top_lane_down(drawing, found):
    cards = [drawing.placed[at] for at in found if drawing.placed[at].figure.role == "card"]
    columns = [each.x for each in cards]
    assert columns == sorted(columns)
    for one, other in pairwise(cards):
        assert one.x < other.x or one.y < other.y


def test_a_card_says_where_it_stands(drawing, found):
    card = next(at for at in found if drawing.placed[at].figure.role == "card")
    assert path_of(found[card]) == ["Discover", "Hears about it", "Actions"]
    assert [section.tag for section in found[card].path] == ["Sect", "Sect", "Div"]


def test_a_marker_and_its_label_are_one(drawing, found):
    labels = [at for at in found if drawing.placed[at].figure.role == "marker-label"]
    assert labels
    for label in labels:
        same = [at for at in found if drawing.placed[at].figure.id == drawing.placed[label].figure.id]
        assert {found[at].element for at in same} == {found[label].element}
        assert len({found[at].path for at in same}) == 1


def test_curves_are_one_picture_in_words(drawing, found):
    curves = [passage for passage in found.values() if path_of(passage) == ["curves"]]
    assert len({passage.element for passage in curves}) == 1
    assert {passage.tag for passage in curves} == {"Figure"}
    assert curves[0].alt.startswith("Paolo: ")
    assert "Maya: Hears about it +0.6; " in curves[0].alt


def test_rules_grounds_and_scales_are_not_read(drawing, found):
    assert {"rule", "clearing", "divider", "scale"}.isdisjoint(roles(drawing, found))


def test_every_word_but_those_of_scales_is_read(drawing, found):
    unread = [
        each.figure.role for at, each in enumerate(drawing.placed) if at not in found and has_words(each.figure.shapes)
    ]
    assert set(unread) == {"scale"}


def test_arrows_are_pictures_that_say_from_where_to_where(sample):
    journey = sample.maps[0]
    cards = [card.id for lane in journey.lanes for card in lane.cards]
    link = Link(id="k1", kind="leads", source=cards[0], target=cards[1], label="then")
    whole = changed(sample, maps=(changed(journey, links=(link,)),))
    drawing = artist().draw(whole, layouter().layout(whole, journey.id))
    told = [passage for passage in reading(drawing).values() if path_of(passage) == ["links"]]
    assert [passage.tag for passage in told] == ["Figure", "P"]
    assert told[0].alt


def test_copies_of_labels_are_not_read(drawing, found):
    lane = next(each for each in drawing.placed if each.figure.role == "lane")
    copy = lane._replace(x=900.0, figure=lane.figure._replace(id=""))
    again = replace(drawing, placed=(*drawing.placed, copy))
    assert len(reading(again)) == len(found)


def test_another_drawing_is_read_as_it_was_drawn():
    plain = drawn(at(0, 90, glyphs("second in place")), at(0, 10, glyphs("first in place")))
    assert [(number, passage.tag) for number, passage in reading(plain).items()] == [(0, "P"), (1, "P")]


def test_of_it_grounds_and_rules_are_not_read():
    box = Box(0, 0, 9, 9, "#FF0000")
    plain = drawn(at(0, 0, box), at(0, 0, box, role="rule", id_="r", name="line"), at(0, 0, glyphs("x"), role="rule"))
    assert reading(plain) == {}


def test_of_it_pictures_and_what_has_a_name_are_figures():
    box, picture = Box(0, 0, 9, 9, "#FF0000"), Image(0, 0, 9, 9, "asset", alt="A dish")
    plain = drawn(at(0, 0, picture), at(0, 0, box, id_="b", name="A box"))
    assert [(passage.tag, passage.alt) for passage in reading(plain).values()] == [("Figure", ""), ("Figure", "A box")]


def test_an_empty_drawing_says_nothing():
    assert reading(drawn()) == {}
