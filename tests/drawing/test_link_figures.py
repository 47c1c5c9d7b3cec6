"""Arrows as ink."""

import pytest

from desktop import resources
from desktop.document.base import changed
from desktop.document.journey import Link
from desktop.drawing.links import head_length, rounded
from desktop.drawing.shapes import Box, Glyphs, Path
from desktop.layout.colour import MARK, contrast
from desktop.layout.places import Rect
from desktop.storage.reader import read
from tests.goldens import agree
from tests.grids import EM, STYLE, artist, card, lane, layouter, project, with_card, with_map

FLOW = lane(card(1), card(2, step=1), card(3, step=2), card(4, step=3))
REST = lane(card(5, "pain", step=1), kind="pains"), lane(card(6, "opportunity", step=2), kind="opportunities")


def link(one, kind, source, target, label=""):
    return Link(id=one, kind=kind, source=f"c{source}", target=f"c{target}", label=label)


LINKS = (
    link("k1", "leads", 1, 2),
    link("k2", "loops", 4, 1, "asks again"),
    link("k3", "answers", 6, 5),
    link("k4", "leads", 2, 5),
)
WHOLE = with_map(project(FLOW, *REST), links=LINKS)


def drawn(whole=WHOLE, painter=None, keeper=None):
    painter, keeper = painter or artist(), keeper or layouter()
    return painter.draw(whole, keeper.layout(whole, "m")).placed


def arrows(placed, role="link"):
    return {each.figure.id: each for each in placed if each.figure.role == role}


def line_and_head(one):
    line, head = arrows(drawn())[one].figure.shapes
    return line, head


def test_arrows_of_every_kind():
    placed = drawn()
    agree("links", [*arrows(placed).values(), *arrows(placed, "link-words").values()])


def test_arrows_of_the_sample():
    sample = read(resources.root() / "samples" / "restaurant.journey").project
    placed = artist().draw(sample, layouter().layout(sample, sample.maps[0].id)).placed
    agree("links-sample", arrows(placed).values())


def test_an_arrow_is_named_for_who_cannot_see_it():
    whole = with_card(WHOLE, "l-actions", card(2, step=1, text="Waits"))
    assert arrows(drawn(whole))["k1"].figure.name == "Arrow from “Asks” to “Waits”"


def test_arrows_lie_over_rules_and_under_cards():
    roles = [each.figure.role for each in drawn()]
    first, last = roles.index("link"), len(roles) - 1 - roles[::-1].index("link")
    assert last < roles.index("card")
    assert first > roles.index("rule")


def test_words_lie_over_all_arrows_on_a_ground_of_paper():
    roles = [each.figure.role for each in drawn()]
    assert roles.index("link-words") > len(roles) - 1 - roles[::-1].index("link")
    ground, text = arrows(drawn(), "link-words")["k2"].figure.shapes
    assert isinstance(ground, Box)
    assert ground.fill == STYLE.colours["paper"]
    assert isinstance(text, Glyphs)
    assert text.line.text == "asks again"


@pytest.mark.parametrize(("one", "dashes"), [("k1", 0), ("k2", 2), ("k3", 2)])
def test_ways_back_are_dashed_and_answers_dotted(one, dashes):
    assert len(line_and_head(one)[0].dash) == dashes


def test_answers_have_the_colour_of_opportunities():
    line, head = line_and_head("k3")
    assert line.stroke == head.fill == STYLE.kind("opportunity").edge
    assert line.stroke_width < line_and_head("k1")[0].stroke_width


@pytest.mark.parametrize("one", ["k1", "k2", "k3"])
def test_arrows_can_be_seen_on_paper(one):
    assert contrast(line_and_head(one)[1].fill, STYLE.colours["paper"]) >= MARK


@pytest.mark.parametrize("one", [each.id for each in LINKS])
def test_the_head_touches_its_card(one):
    placed = arrows(drawn())[one]
    place = next(each for each in layouter().layout(WHOLE, "m").links if each.link.id == one)
    tip = placed.figure.shapes[1].commands[0]
    assert (placed.x + tip[1], placed.y + tip[2]) == pytest.approx(place.points[-1], abs=1e-3)


def test_all_ink_lies_in_the_box_of_the_figure_and_its_overhang():
    for placed in arrows(drawn()).values():
        figure, over = placed.figure, placed.figure.overhang
        points = [command[at : at + 2] for path in figure.shapes for command in path.commands for at in (1, 3, 5)]
        for x, y in (point for point in points if len(point) == 2):
            assert -over <= x <= figure.width + over
            assert -over <= y <= figure.height + over


def test_what_numbers_say_is_not_drawn():
    pains = lane(card(5, "pain", step=1, pain={"severity": 4}), kind="pains")
    whole = with_map(project(pains, REST[1]), links=(link("k3", "answers", 6, 5),))
    assert arrows(drawn(whole)) == {}


def test_an_arrow_that_only_moved_is_the_same_figure():
    painter, keeper = artist(), layouter()
    below = with_map(project(lane(card(9), kind="notes"), FLOW, *REST), links=LINKS)
    before = arrows(drawn(below, painter, keeper))
    after = arrows(drawn(with_card(below, "l-notes", card(9, text="word " * 60)), painter, keeper))
    assert after["k1"].y > before["k1"].y
    assert all(after[one].figure is before[one].figure for one in before)


def test_another_label_or_kind_is_another_figure():
    painter, keeper = artist(), layouter()
    before = arrows(drawn(WHOLE, painter, keeper))
    other = with_map(WHOLE, links=(changed(LINKS[0], kind="loops"), *LINKS[1:]))
    after = arrows(drawn(other, painter, keeper))
    assert [one for one in before if after[one].figure is not before[one].figure] == ["k1"]


def test_only_arrows_near_a_rectangle_are_given():
    layout, painter = layouter().layout(WHOLE, "m"), artist()
    place = layout.links[0]
    seen = {each.figure.id for each in painter.links(layout, place.rect)}
    assert place.link.id in seen
    assert list(painter.links(layout, Rect(0, 0, 10, 10))) == []


STAIRS = [(0.0, 0.0), (40.0, 0.0), (40.0, 30.0), (90.0, 30.0)]


def test_corners_are_quarters_of_circles():
    letters = [command[0] for command in rounded(STAIRS, 4.0)]
    assert letters == ["M", "L", "C", "L", "C", "L"]
    first_arc = rounded(STAIRS, 4.0)[2]
    assert first_arc[5:] == (40.0, 4.0)
    assert rounded(STAIRS, 4.0)[1] == ("L", 36.0, 0.0)


def test_corners_that_are_close_get_smaller_arcs():
    close = [(0.0, 0.0), (2.0, 0.0), (2.0, 6.0), (50.0, 6.0)]
    assert [command[-2:] for command in rounded(close, 4.0)][1:] == [
        (0.0, 0.0),
        (2.0, 2.0),
        (2.0, 3.0),
        (5.0, 6.0),
        (50.0, 6.0),
    ]


def test_a_line_without_corners():
    assert rounded([(0.0, 0.0), (9.0, 0.0)], 4.0) == (("M", 0.0, 0.0), ("L", 9.0, 0.0))


def test_a_head_leaves_something_of_a_short_arrow():
    assert head_length([(0.0, 0.0), (0.0, 3.0)], EM) == 2.0
    assert head_length([(0.0, 0.0), (0.0, 90.0)], EM) == EM


def test_shapes_of_an_arrow_are_paths():
    assert all(isinstance(shape, Path) for shape in line_and_head("k1"))
