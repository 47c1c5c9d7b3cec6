import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.document.base import changed
from desktop.document.cards import Measure
from desktop.document.project import Metric
from desktop.layout.interior import interior
from desktop.layout.longest import WIDEST, Longest
from desktop.layout.numbers import NOTHING
from desktop.resources import root
from desktop.storage.reader import read
from tests.grids import EM, STYLE, card, composer, lane, layouter, project, stages

SET = composer()
SPACE = STYLE.space
INSETS = 2 * SPACE["gutter"] + SPACE["edge"] + 2 * SPACE["inset"]
ICON = SPACE["icon"] + SPACE["icon-gap"]
ENDLESS = "x" * 400
PLAIN = st.text(alphabet="abcdefgilmnopw", min_size=1, max_size=12)


def longest(*cards, steps=(2,), metrics=()):
    """The words of cards below headers that are short."""
    bare = tuple(
        changed(stage, title="", steps=tuple(changed(step, title="") for step in stage.steps))
        for stage in stages(*steps)
    )
    return Longest(bare, [lane(*cards)], {metric.id: metric for metric in metrics}, SET)


def needs(word, role="card", face=""):
    """The column in which a word has room that is not beside its card's icon."""
    return SET.width(word, role, face) + INSETS


def texts_of(layout):
    """The texts of all cards as they are set."""
    for row in layout.rows:
        for place in row.content.cards:
            yield from interior(place.card, place.rect.width, NOTHING, SET).texts


def broken_texts(layout):
    """The texts of a layout in which a word is broken, found by setting every one."""
    places = [*texts_of(layout), *(each.text for each in (*layout.stage_places, *layout.step_places))]
    return [place.text for place in places if is_broken(place)]


def is_broken(place):
    setting = SET.setting(place.role, place.face)
    return SET.typesetter.words_over(place.text, setting.style, int((place.width + 1e-6) // setting.scale))


def test_the_longest_word_decides():
    assert longest(card(1, text="a neighbourhood in an hour")).unit == pytest.approx(needs("neighbourhood"))


def test_the_first_word_stands_beside_the_icon():
    assert longest(card(1, text="Neighbours in it")).unit == pytest.approx(needs("Neighbours") + ICON)


def test_a_pills_icon_stands_beside_every_line():
    pill = SPACE["channel-icon"] + SPACE["icon-gap"] + 2 * (SPACE["pill-inset"] + SPACE["gutter"])
    found = longest(card(1, kind="touchpoint", text="a neighbourhood"))
    assert found.unit == pytest.approx(SET.width("neighbourhood", "card") + pill)


def test_a_face_of_its_own_is_measured():
    found = longest(card(1, kind="thought", text="a neighbourhood"))
    assert found.unit == pytest.approx(needs("neighbourhood", face="italic"))


def test_a_wide_card_needs_less_of_each_column():
    assert longest(card(1, text="a neighbourhood", step=0, last=1)).unit == pytest.approx(needs("neighbourhood") / 2)


def test_a_card_that_names_its_steps_backwards_is_as_wide():
    assert longest(card(1, text="a neighbourhood", step=1, last=0)).unit == pytest.approx(needs("neighbourhood") / 2)


def test_a_card_off_the_map_has_no_say():
    assert longest(card(1, text="a neighbourhood", step=9)).unit == 0.0


def test_no_words_need_no_room():
    assert longest(card(1, text=" ")).unit == 0.0
    assert longest(card(1, text="")).broken(1.0) == ()


def test_a_word_may_part_at_its_hyphens():
    assert longest(card(1, text="a neighbour-to-neighbour")).unit == pytest.approx(needs("neighbour-"))


def test_ideographs_part_anywhere():
    assert longest(card(1, text="a 夕食の予約をする" * 20)).unit < 5 * EM


def test_a_metrics_own_words_count():
    metric = Metric(id="m", name="Net recommendation")
    shown = card(1, kind="metric", text="", measure=Measure(metric="m"))
    face = STYLE.kinds["metric"].face
    wanted = SET.width("recommendation", "card", face) + 2 * SPACE["gutter"]
    assert longest(shown, metrics=(metric,)).unit == pytest.approx(wanted)


@pytest.mark.parametrize("endless", [ENDLESS, f"a {ENDLESS}"])
def test_an_endless_word_does_not_decide_and_is_told(endless):
    found = longest(card(1, text=endless), card(2, text="a neighbourhood"))
    assert found.unit == pytest.approx(needs("neighbourhood"))
    assert found.broken(found.unit) == (ENDLESS,)


def test_a_narrow_steps_word_does_not_blow_up_the_others():
    narrow = tuple(
        changed(stage, title="", steps=tuple(changed(step, width=0.01) for step in stage.steps)) for stage in stages(1)
    )
    assert Longest(narrow, [], {}, SET).unit <= WIDEST * EM


def test_headers_count_in_their_own_size():
    (stage,) = stages(1)
    found = Longest([changed(stage, title="Neighbourly")], [], {}, SET)
    assert found.unit == pytest.approx(SET.width("Neighbourly", "stage") + 2 * SPACE["gutter"])


@given(st.lists(PLAIN, min_size=1, max_size=8))
def test_nothing_is_broken_at_the_least_width(words):
    what = project(lane(card(1, text=" ".join(words)), card(2, kind="quote", text=" ".join(reversed(words)))))
    assert broken_texts(layouter().layout(what, what.maps[0].id, 0.0)) == []


def test_the_sample_is_whole_at_the_least_width():
    what = read(root() / "samples" / "restaurant.journey").project
    layout = layouter().layout(what, what.maps[0].id, 0.0)
    assert len(list(texts_of(layout))) > 90
    assert broken_texts(layout) == []
    assert layouter().broken(what, layout) == ()


def test_many_steps_keep_their_words():
    what = project(lane(card(1)), steps=(1,) * 40)
    assert broken_texts(layouter().layout(what, what.maps[0].id, 0.0)) == []


def test_the_usual_columns_stay_as_they_are():
    what = project(lane(card(1, text=f"a {'m' * 15}")))
    assert {column.width for column in layouter().layout(what, what.maps[0].id).columns} == {SPACE["column"]}


def test_what_the_usual_columns_break_is_told():
    what = project(lane(card(1, text=f"a {'m' * 15}")))
    alone = layouter()
    assert alone.broken(what, alone.layout(what, what.maps[0].id)) == ("m" * 15,)
    assert alone.broken(what, alone.layout(what, what.maps[0].id, 0.0)) == ()


def test_a_changed_map_is_gathered_anew():
    alone = layouter()
    short, long = (project(lane(card(1, text=text))) for text in ("a", "a neighbourhood"))
    assert alone.least(short, short.maps[0].id) < alone.least(long, long.maps[0].id)
