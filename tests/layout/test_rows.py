from hypothesis import given

from desktop.document.base import changed
from desktop.document.journey import LaneGroup
from tests.grids import EM, STYLE, card, composer, lane, layouter, project, rows_of_cards, with_card, with_map

SPACE = STYLE.space
LAYOUTER = layouter()


def row(*cards, steps=(2, 2), **fields):
    return LAYOUTER.layout(project(lane(*cards, **fields), steps=steps), "m").rows[0].content


def ids(places):
    return [place.card.id for place in places]


def place_of(content, number):
    return next(place for place in content.cards if place.card.id == f"c{number}")


@given(rows_of_cards())
def test_no_two_cards_overlap(cards):
    places = row(*cards).cards
    assert len(places) == len(cards)
    pairs = [(one, other) for one in places for other in places if one.card.id < other.card.id]
    assert [(one.card.id, other.card.id) for one, other in pairs if one.rect.meets(other.rect)] == []


@given(rows_of_cards())
def test_every_card_stands_inside_its_row_and_its_columns(cards):
    whole = LAYOUTER.layout(project(lane(*cards)), "m")
    content = whole.rows[0].content
    for place in content.cards:
        left, right = whole.columns[place.first], whole.columns[place.last]
        assert left.step.id == place.card.first
        assert right.step.id == place.card.last
        assert abs(place.rect.x - left.x - SPACE["gutter"]) < 1e-6
        assert abs(place.rect.right - right.x - right.width + SPACE["gutter"]) < 1e-6
        assert SPACE["row-pad"] <= place.rect.y
        assert place.rect.bottom <= content.height - SPACE["row-pad"] + 1e-6


@given(rows_of_cards())
def test_cells_hold_their_cards_from_top_to_bottom(cards):
    content = row(*cards)
    for number, cell in enumerate(content.cells):
        assert set(ids(cell)) == {place.card.id for place in content.cards if place.first <= number <= place.last}
        assert [place.rect.y for place in cell] == sorted(place.rect.y for place in cell)
        assert [(place.card.rank, place.card.id) for place in cell] == sorted(
            (place.card.rank, place.card.id) for place in cell
        )


@given(rows_of_cards())
def test_the_order_in_the_file_does_not_matter(cards):
    tops = {place.card.id: place.rect for place in row(*cards).cards}
    assert {place.card.id: place.rect for place in row(*reversed(cards)).cards} == tops


@given(rows_of_cards())
def test_packing_again_after_a_change_gives_what_packing_afresh_gives(cards):
    whole = project(lane(*cards))
    keeper = layouter()
    keeper.layout(whole, "m")
    for old in cards[:2]:
        whole = with_card(whole, "l-actions", changed(old, text=old.text + " and so on, at some length"))
        again, afresh = keeper.layout(whole, "m"), layouter().layout(whole, "m")
        assert again.rows == afresh.rows


def test_cards_of_a_cell_stand_a_gap_apart_in_the_order_of_their_ranks():
    content = row(card(1, rank="z"), card(2, rank="A"))
    first, second = place_of(content, 2), place_of(content, 1)
    assert first.rect.y == SPACE["row-pad"]
    assert second.rect.y == first.rect.bottom + SPACE["gap"]


def test_a_spanning_card_stands_below_the_fullest_of_its_columns():
    content = row(card(1), card(2, step=0, rank="W"), card(3, step=0, last=2, rank="z"))
    assert place_of(content, 3).rect.y == place_of(content, 2).rect.bottom + SPACE["gap"]


def test_a_later_card_uses_the_room_beside_a_spanning_one():
    content = row(card(1, step=0, last=1, rank="1"), card(2, step=3, rank="V"))
    assert place_of(content, 2).rect.y == SPACE["row-pad"]


def test_a_row_without_cards_is_as_high_as_its_label():
    content = row(title="A lane whose title takes a good many lines", subtitle="And a second line")
    assert content.height >= content.label[-1].bottom + SPACE["row-pad"]
    assert len(content.label) == 2


def test_the_user_may_make_a_row_higher_but_not_lower_than_its_cards():
    assert row(card(1), height=5.0).height == 5.0 * SPACE["row"]
    tall = card(1, text="word " * 60)
    assert row(tall, height=0.1).height == row(tall).height


def test_the_title_stands_on_the_baseline_of_the_first_cards():
    content, lines = row(card(1)), composer()
    title, first = content.label[0], content.cards[0]
    text = first.rect.y + SPACE["pad"] + lines.setting("card").baseline
    assert abs(title.y + lines.setting("lane").baseline - text) < 1e-6


def test_a_lane_without_a_title_is_called_after_its_kind():
    assert row(kind="pains", title="").label[0].text == "Pain points"


def test_a_kind_of_lane_of_a_newer_version_is_named_as_the_file_names_it():
    assert row(kind="smells", title="").label[0].text == "smells"


def test_a_divider_is_a_thin_row_with_its_name():
    content = row(kind="visibility", title="")
    assert content.height == SPACE["divider"]
    assert [place.text for place in content.label] == ["Line of visibility"]


def test_cards_in_a_lane_that_became_a_divider_are_still_shown():
    content = row(card(1), kind="visibility")
    assert ids(content.cards) == ["c1"]
    assert content.cards[0].rect.y >= SPACE["divider"]


def test_cards_in_an_emotion_lane_stand_under_the_curve():
    bare, content = row(kind="emotions"), row(card(1), kind="emotions")
    assert content.cards[0].rect.y >= bare.height
    assert content.unit == bare.unit > 0


def test_a_card_that_names_one_missing_step_stands_at_the_other():
    content = row(
        card(1, step=1).model_copy(update={"last": "gone"}), card(2, step=2).model_copy(update={"first": "gone"})
    )
    assert [(place.first, place.last) for place in content.cards] == [(1, 1), (2, 2)]


def test_a_card_whose_steps_are_all_gone_is_left_out():
    assert row(card(1, step=9)).cards == ()


def test_steps_in_the_wrong_order_span_the_same_columns():
    assert [(place.first, place.last) for place in row(card(1, step=2, last=1)).cards] == [(1, 2)]


def test_a_group_stands_above_its_first_lane():
    lanes = [lane(kind=kind, group="g") for kind in ("actions", "notes")]
    whole = with_map(project(*lanes), groups=(LaneGroup(id="g", title="Front of house"),))
    first, second = (each.content for each in LAYOUTER.layout(whole, "m").rows)
    assert first.label[0].text == "FRONT OF HOUSE"
    assert second.label[0].text == "Notes"
    assert first.height > second.height


def test_narrow_columns_make_higher_cards():
    text = "Reads the menu and three reviews, the worst one first"
    whole = project(lane(card(1, text=text)))
    wide = LAYOUTER.layout(whole, "m").rows[0].content
    narrow = LAYOUTER.layout(whole, "m", 45 * EM).rows[0].content
    assert narrow.cards[0].rect.width < wide.cards[0].rect.width
    assert narrow.cards[0].rect.height > wide.cards[0].rect.height


def test_a_label_that_runs_to_the_left_ends_at_the_right_with_its_second_line():
    set_text = composer()
    title, second = row(card(1), title="ערוצים", subtitle="Front stage").label
    ends = []
    for place in (title, second):
        (x, _, line) = next(set_text.lines(place))
        ends.append(x + line.width * set_text.setting(place.role).scale)
    assert ends == [place.x + place.width for place in (title, second)]
