"""Tools that are kept from one print to the next: less is done, and the same comes out."""

from itertools import accumulate

import pytest

from desktop import resources
from desktop.document.edits.cards import edit_cards, remove_cards, span_card
from desktop.layout.style import enlarged
from desktop.paint.pdf import document_bytes
from desktop.plan.settings import Settings, Tiling
from desktop.poster import workshop
from desktop.poster.composing import composed
from desktop.poster.press import Press
from desktop.poster.workshop import Workshop
from desktop.storage.assets import bytes_of
from grids import card, lane, project

WHOLE = project(lane(card(1), card(2, step=3)), steps=(2, 2))
STYLE = resources.style("print", "", "colour")
AFAR = {"cards": 1.5, "stages": 3.0, "title": 5.0}


def tools(kept, style=STYLE, language="en", comments=False):
    return kept.tools(resources.typesetter(), style, language, comments=comments)


@pytest.fixture
def kept():
    return Workshop()


def test_the_same_wish_gets_the_same_tools(kept):
    assert tools(kept) is tools(kept)
    assert tools(kept, style=enlarged(STYLE, {})) is tools(kept)


@pytest.mark.parametrize("wish", [{"style": enlarged(STYLE, {"title": 2.0})}, {"language": "de"}, {"comments": True}])
def test_another_wish_gets_others(kept, wish):
    usual = tools(kept)
    assert tools(kept, **wish) is not usual
    assert tools(kept) is usual


def test_tools_speak_the_language(kept):
    assert tools(kept, language="de").words("kind.pain") != tools(kept).words("kind.pain")


def test_the_least_recently_used_go(kept):
    usual = tools(kept)
    for times in range(2, 2 * workshop.KEPT):
        tools(kept, style=enlarged(STYLE, {"title": float(times)}))
        assert tools(kept) is usual
    first = tools(kept, style=enlarged(STYLE, {"title": 2.0}))
    for times in range(3, 3 + workshop.KEPT):
        tools(kept, style=enlarged(STYLE, {"title": float(times)}))
    assert tools(kept, style=enlarged(STYLE, {"title": 2.0})) is not first


def test_presses_of_one_workshop_share_rows_and_figures(kept):
    one, other = Press(WHOLE, workshop=kept).natural("m"), Press(WHOLE, workshop=kept).natural("m")
    assert one.layout.rows[0].content is other.layout.rows[0].content
    assert shown(one, "c1") is shown(other, "c1")
    assert Press(WHOLE).natural("m").layout.rows[0].content is not one.layout.rows[0].content


def shown(made, id_):
    return next(placed.figure for placed in made.drawing.placed if placed.figure.id == id_)


def test_an_enlarged_style_is_of_the_same_workshop(kept):
    grown = enlarged(Press(WHOLE).style, {"title": 2.0})
    one, other = (Press(WHOLE, workshop=kept).in_style(grown).layout("m", None) for _ in range(2))
    assert one.rows[0].content is other.rows[0].content


@pytest.fixture(scope="module")
def states(sample):
    """The restaurant as it is edited, undo at the end."""
    map_id = sample.project.maps[0].id
    first, second, *_ = sample.project.maps[0].lanes[2].cards
    edits = [
        lambda before: edit_cards(before, map_id, [first.id], text=f"{first.text} and a good deal more than before"),
        lambda before: span_card(before, map_id, first.id, first.first, second.last),
        lambda before: remove_cards(before, map_id, [second.id]),
        lambda before: sample.project,
    ]
    return list(accumulate(edits, lambda before, edit: edit(before), initial=sample.project))


@pytest.mark.parametrize(
    "settings",
    [
        Settings(paper="A1"),
        Settings(paper="A1", tiling=Tiling()),
        Settings(paper="A1", read_from=AFAR),
        Settings(paper="A2", tiling=Tiling(sheet="A3", seams="reflow")),
    ],
    ids=["whole", "sheets", "from afar", "re-flowed"],
)
def test_what_is_printed_is_what_a_fresh_press_prints(sample, states, settings, kept):
    for state in states:
        assert printed(sample, state, settings, kept) == printed(sample, state, settings, None)


def printed(sample, state, settings, kept):
    whole = composed(state, state.maps[0].id, settings, workshop=kept)
    return document_bytes(whole.document, whole.press.typesetter.fonts, bytes_of(sample.assets), tagged=False)
