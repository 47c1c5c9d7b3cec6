"""Arrows of a laid-out map: they run where nothing stands, from card to card, and step aside from each other."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Pain
from desktop.document.journey import Link
from desktop.layout.links import Links, grown, link_at
from desktop.layout.places import Rect
from effort import examples
from tests.emotion_lanes import marker
from tests.grids import EM, card, lane, layouter, project, rows_of_cards, with_card, with_map

KINDS = ("leads", "loops", "answers", "tests", "unheard-of")
SLACK = 1e-6


def link(number, source, target, kind="leads", label=""):
    return Link(id=f"k{number:02}", kind=kind, source=f"c{source}", target=f"c{target}", label=label)


def laid(whole, *links, keeper=None):
    return (keeper or layouter()).layout(with_map(whole, links=links), "m")


def arrow(whole, *links):
    """The corners of the first link's arrow, to one decimal."""
    return [(round(x, 1), round(y, 1)) for x, y in laid(whole, *links).links[0].points]


def boxes(layout):
    return {
        place.card.id: Rect(place.rect.x, row.y + place.rect.y, place.rect.width, place.rect.height)
        for row in layout.rows
        for place in row.content.cards
    }


def stretches(place):
    """The boxes of an arrow's stretches, which have no width or no height."""
    for one, other in pairwise(place.points):
        assert one[0] == other[0] or one[1] == other[1]
        x, y = min(one[0], other[0]), min(one[1], other[1])
        yield Rect(x, y, abs(one[0] - other[0]), abs(one[1] - other[1]))


def is_on_edge(point, box):
    across = box.x - SLACK <= point[0] <= box.right + SLACK
    down = box.y - SLACK <= point[1] <= box.bottom + SLACK
    return across and down and not grown(box, -SLACK).contains(*point)


@st.composite
def maps(draw):
    """Three lanes of cards over four steps, an emotion lane or a divider between, and any links among the cards."""
    lanes = []
    for number, kind in enumerate(("actions", "pains", "notes")):
        cards = draw(rows_of_cards(most=7))
        lanes.append(lane(*(changed(each, id=f"{kind}{each.id}") for each in cards), kind=kind))
        if number == 0:
            kept = st.sampled_from((lane(kind="visibility"), changed(lane(kind="emotions"), markers=(marker(1, 1.0),))))
            lanes.append(draw(kept))
    ids = [each.id for one in lanes for each in one.cards] or ["none"]
    ends = st.tuples(st.sampled_from(KINDS), st.sampled_from(ids), st.sampled_from(ids))
    drawn = draw(st.lists(ends, max_size=12))
    links = tuple(
        Link(id=f"k{number:02}", kind=kind, source=source, target=target, label=draw(st.sampled_from(("", "then"))))
        for number, (kind, source, target) in enumerate(drawn)
    )
    return with_map(project(*lanes), links=links)


@given(maps())
@examples(30)
def test_no_arrow_crosses_a_card(whole):
    layout = layouter().layout(whole, "m")
    cards = boxes(layout)
    for place in layout.links:
        for stretch in stretches(place):
            across = [key for key, box in cards.items() if grown(stretch, SLACK).meets(grown(box, -2 * SLACK))]
            assert across == []


@given(maps())
@examples(20)
def test_arrows_touch_their_cards_and_stay_on_the_map(whole):
    layout = layouter().layout(whole, "m")
    cards, paper = boxes(layout), Rect(0.0, 0.0, layout.width, layout.height)
    for place in layout.links:
        assert is_on_edge(place.points[0], cards[place.link.source])
        assert is_on_edge(place.points[-1], cards[place.link.target])
        assert all(paper.contains(x, y) for x, y in place.points)
        assert all(one != other for one, other in pairwise(place.points))


@given(maps())
@examples(10)
def test_there_is_an_arrow_for_every_link_between_two_cards(whole):
    layout = layouter().layout(whole, "m")
    cards = boxes(layout)
    wanted = [each for each in whole.maps[0].links if each.source in cards and each.source != each.target]
    assert [place.link for place in layout.links] == wanted


@given(maps(), st.randoms())
@examples(10)
def test_the_order_of_links_does_not_matter(whole, chance):
    links = list(whole.maps[0].links)
    chance.shuffle(links)
    assert layouter().layout(with_map(whole, links=tuple(links)), "m").links == layouter().layout(whole, "m").links


@given(st.lists(maps(), min_size=2, max_size=3))
@examples(10)
def test_what_is_remembered_never_shows(wholes):
    keeper = layouter()
    for whole in (*wholes, wholes[0]):
        assert keeper.layout(whole, "m").links == layouter().layout(whole, "m").links


@given(maps())
@examples(10)
def test_labels_lie_on_their_arrow(whole):
    for place in layouter().layout(whole, "m").links:
        if place.label:
            middle = place.label.y + place.label.height / 2
            run = max((each for each in stretches(place) if each.height == 0), key=lambda each: each.width)
            assert abs(run.y - middle) < SLACK
            assert run.x < place.label.x < place.label.x + place.label.width < run.right


def test_a_neighbour_is_reached_straight():
    start, end = arrow(project(lane(card(1), card(2, step=1))), link(1, 1, 2))
    assert start[1] == end[1]
    assert end[0] - start[0] == EM  # two halves of a gutter


def test_straight_arrows_stand_at_the_first_line_of_text():
    tall = project(lane(card(1, text="word " * 40), card(2, step=1)))
    layout = laid(tall, link(1, 1, 2))
    top = boxes(layout)["c1"].y
    assert 0 < layout.links[0].points[0][1] - top < 1.5 * EM


def test_below_each_other_cards_are_linked_straight():
    (x1, y1), (x2, y2) = arrow(project(lane(card(1), card(2))), link(1, 1, 2))
    assert x1 == x2
    assert y1 < y2


def test_through_empty_cells_one_runs_straight():
    whole = project(lane(card(1)), lane(card(9, step=2), kind="notes"), lane(card(2, "pain"), kind="pains"))
    assert len(arrow(whole, link(1, 1, 2))) == 2


def test_a_cell_with_a_mark_is_not_empty():
    whole = project(lane(card(1)), lane(kind="notes", empty="?"), lane(card(2, "pain"), kind="pains"))
    assert len(arrow(whole, link(1, 1, 2))) == 4


def test_marked_cells_are_not_run_across():
    whole = project(lane(card(1), card(2, step=2), empty="–"))
    assert len(arrow(whole, link(1, 1, 2))) > 2


def test_the_curve_is_passed_beside_the_steps():
    feelings = changed(lane(kind="emotions"), markers=(marker(0, 1.0), marker(1, -1.0)))
    whole = project(lane(card(1)), feelings, lane(card(2, "pain"), kind="pains"))
    layout = laid(whole, link(1, 1, 2))
    gutters = {round(column.x + side * EM / 5, 3) for column in layout.columns for side in (-1, 0, 1)}
    down = [each for each in stretches(layout.links[0]) if each.height > 50]
    assert {round(each.x, 3) for each in down} <= gutters


def test_over_a_card_between_one_goes_round():
    points = arrow(project(lane(card(1), card(2, step=1), card(3, step=2))), link(1, 1, 3))
    assert len(points) == 6


def test_a_spanning_card_in_the_way_is_gone_round():
    rows = lane(card(1)), lane(card(2, "note", last=3), kind="notes"), lane(card(3, "pain", step=1), kind="pains")
    layout = laid(project(*rows), link(1, 1, 3))
    assert min(x for x, _ in layout.links[0].points) < boxes(layout)["c2"].x


def test_a_loop_back_runs_along_a_strip():
    whole = project(lane(card(1), card(2, step=1)))
    layout = laid(whole, link(1, 2, 1, "loops"))
    longest = max(stretches(layout.links[0]), key=lambda each: each.width)
    assert longest.y > max(box.bottom for box in boxes(layout).values())


def test_a_way_back_that_is_no_loop_is_short():
    assert len(arrow(project(lane(card(1), card(2, step=1))), link(1, 2, 1))) == 2


def test_two_between_the_same_cards_do_not_lie_on_each_other():
    whole = project(lane(card(1), card(2, step=1)))
    one, other = laid(whole, link(1, 1, 2), link(2, 2, 1)).links
    assert abs(one.points[0][1] - other.points[0][1]) > 5


def test_in_one_gutter_arrows_have_tracks_of_their_own():
    cards = [card(number, text="Asks") for number in (1, 2, 3)]
    pains = [card(number, "pain", text="Waits") for number in (4, 5, 6)]
    whole = project(lane(*cards), lane(*pains, kind="pains"))
    found = laid(whole, link(1, 1, 5), link(2, 2, 6)).links
    assert len({place.points[1][0] for place in found}) == 2


def test_more_than_there_is_room_for_share_tracks():
    whole = project(lane(*(card(number) for number in range(8))), lane(*(card(n, "pain") for n in range(8, 16))))
    found = laid(whole, *(link(n, n, n + 8) for n in range(8))).links
    assert len({place.points[1][0] for place in found}) <= 6


def test_arrows_to_one_side_lie_within_each_other():
    lanes = [lane(card(1))] + [lane(card(n, "pain", step=1), kind=f"k{n}") for n in (2, 3)]
    near, far = laid(project(*lanes), link(1, 1, 2), link(2, 1, 3)).links
    assert far.points[0][1] < near.points[0][1]


def test_cards_that_are_not_shown_have_no_arrows():
    hidden = lane(card(2, "pain"), kind="pains", hidden=True)
    assert list(laid(project(lane(card(1)), hidden), link(1, 1, 2), link(2, 1, 9), link(3, 1, 1)).links) == []


def test_a_map_without_links_or_columns():
    assert list(laid(project(lane(card(1)))).links) == []
    assert list(laid(with_map(project(lane(card(1))), stages=()), link(1, 1, 1)).links) == []


def test_answers_with_the_same_number_are_quiet():
    pains = lane(card(1, "pain", pain=Pain(severity=4)), card(2, "pain", step=1), kind="pains")
    whole = project(pains, lane(card(3, "opportunity"), card(4, "opportunity", step=1), kind="opportunities"))
    found = laid(whole, link(1, 3, 1, "answers"), link(2, 4, 2, "answers"), link(3, 3, 1)).links
    assert [place.quiet for place in found] == [True, False, False]


def test_quiet_arrows_do_not_push_others_aside():
    pains = lane(card(1, "pain", pain=Pain(severity=4)), kind="pains")
    whole = project(pains, lane(card(3, "opportunity"), kind="opportunities"))
    alone = laid(whole, link(2, 1, 3)).links[0]
    assert alone in list(laid(whole, link(1, 3, 1, "answers"), link(2, 1, 3)).links)


def test_a_label_stands_where_there_is_room():
    whole = project(lane(card(1), card(2, step=3)))
    assert laid(whole, link(1, 1, 2, label="then")).links[0].label.text == "then"
    assert laid(whole, link(1, 1, 2, label="then " * 40)).links[0].label is None
    assert laid(project(lane(card(1), card(2, step=1))), link(1, 1, 2, label="then")).links[0].label is None


def test_labels_keep_clear_of_each_other():
    whole = project(lane(card(1), card(2, step=1), card(3, step=2), card(4, step=3)))
    one, other = laid(whole, link(1, 4, 1, "loops", "again"), link(2, 3, 2, "loops", "again")).links
    assert one.label is None or other.label is None or abs(one.label.x - other.label.x) > one.label.width


def test_links_are_looked_for_when_they_are_asked_for():
    layout = laid(project(lane(card(1), card(2, step=1))), link(1, 1, 2))
    assert isinstance(layout.links, Links)
    assert layout.links.found is layout.links.found
    assert layout.links[0:1] == (layout.links[0],)
    assert hash(layout.links) == hash(laid(project(lane(card(1), card(2, step=1))), link(1, 1, 2)).links)


def test_a_row_that_grows_moves_the_arrows_below_it():
    whole = project(lane(card(0)), lane(card(1, "note"), card(2, "note", step=1), kind="notes"))
    links, keeper = (link(1, 1, 2),), layouter()
    before = laid(whole, *links, keeper=keeper)
    after = laid(with_card(whole, "l-actions", card(0, text="word " * 60)), *links, keeper=keeper)
    down = after.rows[1].y - before.rows[1].y
    assert down > 0
    pairs = zip(before.links[0].points, after.links[0].points, strict=True)
    assert all(abs(new[1] - old[1] - down) < SLACK and new[0] == old[0] for old, new in pairs)


def test_what_did_not_change_is_the_same_place():
    whole = project(lane(card(1), card(2, step=1)), lane(card(3, "note"), kind="notes"))
    links, keeper = (link(1, 1, 2),), layouter()
    before = laid(whole, *links, keeper=keeper).links[0]
    after = laid(with_card(whole, "l-notes", card(3, "note", text="Other")), *links, keeper=keeper).links[0]
    assert before is after


def test_the_nearest_arrow_at_a_point():
    layout = laid(project(lane(card(1), card(2, step=2))), link(1, 1, 2))
    (x1, y), (x2, _) = layout.links[0].points
    middle = (x1 + x2) / 2
    assert link_at(layout, middle, y + 4, 5) == "k01"
    assert link_at(layout, middle, y + 6, 5) == ""
    assert link_at(layout, x1 - 6, y, 5) == ""
