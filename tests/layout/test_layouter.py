from itertools import pairwise

import pytest
from hypothesis import given

from desktop.document.base import changed
from desktop.document.cards import Measure, Pain
from desktop.document.journey import LaneGroup, Link, Task
from desktop.document.project import Metric, Persona
from desktop.layout.places import Rect
from effort import examples
from tests.grids import EM, STYLE, card, lane, layouter, project, with_card, with_map
from tests.strategies import projects

SPACE = STYLE.space


@pytest.fixture
def keeper():
    return layouter()


def two_lanes():
    return project(lane(card(1), card(2, step=1)), lane(card(3, "note"), kind="notes"))


def bands(layout):
    return [
        layout.head,
        layout.stages,
        layout.steps,
        *(Rect(0, row.y, 1, row.height) for row in layout.rows),
        layout.foot,
    ]


def test_an_unknown_map_is_an_error(keeper):
    with pytest.raises(KeyError, match="nowhere"):
        keeper.layout(two_lanes(), "nowhere")


def test_head_headers_rows_and_foot_stand_under_each_other(keeper):
    layout = keeper.layout(with_map(two_lanes(), tasks=(Task(id="t", text="Drop the form"),)), "m")
    found = bands(layout)
    assert all(upper.bottom <= lower.y + 1e-9 for upper, lower in pairwise(found))
    assert layout.height == layout.foot.bottom + SPACE["page-margin"]


def test_rows_follow_each_other_without_a_gap(keeper):
    layout = keeper.layout(two_lanes(), "m")
    assert layout.rows[0].y == layout.steps.bottom == layout.labels.y
    assert layout.rows[1].y == layout.rows[0].y + layout.rows[0].height
    assert layout.labels.bottom == layout.rows[1].y + layout.rows[1].height


def test_the_usual_width_follows_from_the_columns(keeper):
    layout = keeper.layout(two_lanes(), "m")
    assert {column.width for column in layout.columns} == {SPACE["column"]}
    cards_end = layout.columns[-1].x + layout.columns[-1].width - SPACE["gutter"]
    assert layout.width == pytest.approx(cards_end + SPACE["page-margin"])


def test_columns_share_a_given_width(keeper):
    layout = keeper.layout(two_lanes(), "m", 1200.0)
    assert layout.width == pytest.approx(1200.0)
    assert len({round(column.width, 6) for column in layout.columns}) == 1


def test_a_width_that_is_too_small_gives_a_wider_map(keeper):
    assert keeper.layout(two_lanes(), "m", 10.0).width > 4 * 5 * EM


def test_a_map_without_anything_is_still_a_map(keeper):
    layout = keeper.layout(project(steps=(), title=""), "m")
    assert (layout.rows, layout.columns) == ((), ())
    assert layout.width >= SPACE["map-least"]


def test_hidden_lanes_are_left_out(keeper):
    whole = project(lane(card(1), hidden=True), lane(kind="notes"))
    assert [row.lane.kind for row in keeper.layout(whole, "m").rows] == ["notes"]


def test_an_unchanged_project_gives_the_same_rows(keeper):
    whole = two_lanes()
    one, other = keeper.layout(whole, "m"), keeper.layout(whole, "m")
    assert all(a.content is b.content for a, b in zip(one.rows, other.rows, strict=True))
    assert one.footing is other.footing
    assert one.stage_places is other.stage_places


def test_an_edit_leaves_the_rows_of_other_lanes_alone(keeper):
    whole = two_lanes()
    before = keeper.layout(whole, "m")
    after = keeper.layout(with_card(whole, "l-actions", card(1, text="Asks what is without nuts, twice")), "m")
    assert after.rows[1].content is before.rows[1].content
    assert after.rows[1].y > before.rows[1].y
    assert after.rows[0].content is not before.rows[0].content


def test_an_edit_leaves_the_places_of_other_cards_alone(keeper):
    whole = two_lanes()
    before = keeper.layout(whole, "m").rows[0].content
    after = keeper.layout(with_card(whole, "l-actions", card(1, text="Other")), "m").rows[0].content
    assert after.cells[1][0] is before.cells[1][0]
    assert after.cells[0][0] is not before.cells[0][0]


def test_going_back_gives_the_rows_of_before(keeper):
    whole = two_lanes()
    before = keeper.layout(whole, "m")
    keeper.layout(with_card(whole, "l-actions", card(1, text="Other")), "m")
    assert keeper.layout(whole, "m").rows[0].content is before.rows[0].content


def test_a_new_title_of_a_step_keeps_the_rows(keeper):
    whole = two_lanes()
    before = keeper.layout(whole, "m")
    stage = whole.maps[0].stages[0]
    renamed = changed(stage, steps=(changed(stage.steps[0], title="Hears about it"), *stage.steps[1:]))
    after = keeper.layout(with_map(whole, stages=(renamed, *whole.maps[0].stages[1:])), "m")
    assert after.step_places[0].text.text == "Hears about it"
    assert after.rows[0].content is before.rows[0].content


def test_another_width_is_another_row(keeper):
    whole = two_lanes()
    assert keeper.layout(whole, "m").rows[0].content is not keeper.layout(whole, "m", 1200.0).rows[0].content


def pains_and_answers(severity):
    pains = lane(card(1, "pain", pain=Pain(severity=severity)), card(2, "pain", pain=Pain(severity=3)), kind="pains")
    answers = lane(card(3, "opportunity"), kind="opportunities")
    link = Link(id="k", kind="answers", source="c3", target="c1")
    return project(pains, answers, lane(card(4), kind="notes"), links=(link,))


def test_numbers_are_those_of_the_worst(keeper):
    assert keeper.layout(pains_and_answers(5), "m").numbers == {"c1": 1, "c3": 1, "c2": 2}


def test_a_new_number_touches_only_rows_that_carry_one(keeper):
    whole = pains_and_answers(5)
    before = keeper.layout(whole, "m")
    after = keeper.layout(with_card(whole, "l-pains", card(1, "pain", pain=Pain(severity=1))), "m")
    assert after.numbers == {"c2": 1, "c1": 2, "c3": 2}
    assert after.rows[1].content is not before.rows[1].content
    assert after.rows[2].content is before.rows[2].content


def test_a_metrics_reading_touches_only_rows_that_show_it(keeper):
    shown = lane(card(1, "metric", text="", measure=Measure(metric="m1")), kind="metrics")
    whole = changed(project(shown, lane(card(2))), metrics=(Metric(id="m1", name="CSAT"), Metric(id="m2", name="NPS")))
    before = keeper.layout(whole, "m")
    other = keeper.layout(changed(whole, metrics=(whole.metrics[0], changed(whole.metrics[1], name="CES"))), "m")
    assert all(a.content is b.content for a, b in zip(before.rows, other.rows, strict=True))
    renamed = changed(
        whole, metrics=(changed(whole.metrics[0], name="Customer satisfaction, all of it"), whole.metrics[1])
    )
    after = keeper.layout(renamed, "m")
    assert after.rows[0].content is not before.rows[0].content
    assert after.rows[1].content is before.rows[1].content


def test_a_persona_touches_only_the_emotion_lanes(keeper):
    whole = changed(project(lane(kind="emotions"), lane(card(1))), personas=(Persona(id="maya", name="Maya"),))
    before = keeper.layout(whole, "m")
    after = keeper.layout(changed(whole, personas=(Persona(id="maya", name="Mia"),)), "m")
    assert after.rows[0].content is not before.rows[0].content
    assert after.rows[1].content is before.rows[1].content


def test_the_foot_follows_what_it_speaks_of(keeper):
    whole = two_lanes()
    before = keeper.layout(whole, "m").footing
    assert keeper.layout(with_card(whole, "l-actions", card(1, text="Other")), "m").footing is before
    pain = with_card(whole, "l-actions", card(1, "pain"))
    assert "Pain point" in {place.text.text for place in keeper.layout(pain, "m").footing.legend}
    assert keeper.layout(with_map(whole, owner="Ana"), "m").footing is not before


def test_groups_are_brackets_beside_neighbouring_lanes(keeper):
    lanes = [
        lane(kind="actions", group="g"),
        lane(kind="notes", group="g"),
        lane(kind="pains"),
        lane(kind="quotes", group="g"),
    ]
    whole = with_map(project(*lanes), groups=(LaneGroup(id="g", title="Front"),))
    layout = keeper.layout(whole, "m")
    rows = layout.rows
    assert [(place.rect.y, place.rect.bottom) for place in layout.groups] == [
        (rows[0].y, pytest.approx(rows[1].y + rows[1].height)),
        (rows[3].y, pytest.approx(rows[3].y + rows[3].height)),
    ]


def test_groups_move_the_labels_to_the_right(keeper):
    grouped = with_map(project(lane(group="g")), groups=(LaneGroup(id="g", title="Front"),))
    alone = keeper.layout(project(lane()), "m").columns[0].x
    assert keeper.layout(grouped, "m").columns[0].x == alone + SPACE["group"]


def test_a_group_that_is_not_there_makes_no_bracket(keeper):
    assert keeper.layout(project(lane(group="gone")), "m").groups == ()


@examples(10)
@given(projects())
def test_any_project_can_be_laid_out(whole):
    keeper = layouter()
    for journey in whole.maps:
        layout = keeper.layout(whole, journey.id)
        assert layout.width > 0
        assert all(row.height > 0 for row in layout.rows)
        for row in layout.rows:
            assert all(place.rect.bottom <= row.height + 1e-6 for place in row.content.cards)


def many_lanes(lanes, cards, steps):
    text = "reads three reviews and the menu on the phone before the table is booked"
    made = [
        lane(
            *(card(f"{n}-{c}", step=c % steps, text=text[: 20 + (n * 7 + c * 3) % 50]) for c in range(cards)),
            kind=f"kind{n}",
        )
        for n in range(lanes)
    ]
    return project(*made, steps=(5,) * (steps // 5))


def test_an_edit_among_thousands_of_cards_makes_one_row_anew(keeper):
    whole = many_lanes(20, 100, 25)
    before = keeper.layout(whole, "m")
    after = keeper.layout(with_card(whole, "l-kind3", card("3-50", text="another text")), "m")
    pairs = zip(before.rows, after.rows, strict=True)
    assert [new.lane.kind for old, new in pairs if old.content is not new.content] == ["kind3"]


@pytest.mark.stress
def test_twenty_thousand_cards(keeper):
    whole = many_lanes(50, 400, 100)
    layout = keeper.layout(whole, "m")
    assert sum(len(row.content.cards) for row in layout.rows) == 20_000


def test_a_note_ends_the_last_line(keeper):
    whole = with_map(two_lanes(), owner="Ana")
    plain, noted = keeper.layout(whole, "m"), keeper.layout(whole, "m", note="cards 23 pt")
    assert noted.footing.line.text.endswith("cards 23 pt")
    assert not plain.footing.line.text.endswith("cards 23 pt")
    assert all(a.content is b.content for a, b in zip(plain.rows, noted.rows, strict=True))
