"""What is said of sizes that could not simply be had."""

import pytest

from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.press import Press
from desktop.poster.remarks import divided_into, remarks
from desktop.poster.sizing import posters
from desktop.resources import root
from desktop.storage.reader import read
from grids import card, lane, project

SMALL = project(lane(card(1), card(2, step=3)), steps=(2, 2))
LONG = project(lane(*(card(at, step=at) for at in range(24))), steps=(8, 8, 8))
SAMPLE = read(root() / "samples" / "restaurant.journey").project


def said(what, **wish):
    settings = Settings(**wish)
    press = Press(what, settings)
    return list(remarks(posters(press, what, what.maps[0].id, settings), settings))


@pytest.mark.parametrize(
    "wish",
    [
        {},
        {"paper": ""},
        {"paper": "roll-36in", "card_text": 16.0},
        {"sizing": "text", "paper": "A0", "card_text": 12.0},
        {"sizing": "text", "paper": "", "card_text": 30.0},
        {"scope": "each-stage"},
    ],
)
def test_of_what_is_as_was_asked_for_nothing_is_said(wish):
    assert said(SMALL, **wish) == []


def test_panels_are_told_with_their_number():
    (sentence,) = said(LONG, sizing="text", paper="", card_text=100.0)
    assert sentence.startswith("the wall is longer than 5080 mm")
    assert "3 panels" in sentence


def test_a_wall_on_sheets_is_one_wall():
    assert said(LONG, sizing="text", paper="", card_text=100.0, tiling=Tiling()) == []


def test_type_that_is_smaller_than_asked_for_is_told():
    (sentence,) = said(SAMPLE, sizing="roll", paper="roll-24in", card_text=60.0)
    assert "pt, not 60" in sentence
    assert sentence.endswith("use a wider roll")


def test_a_page_larger_than_the_paper_is_told():
    (sentence,) = said(SAMPLE, sizing="text", paper="A4", card_text=16.0)
    assert "does not fit A4" in sentence


@pytest.mark.parametrize("language", ["en", "de"])
def test_panels_are_counted_in_every_language(language):
    what = LONG.model_copy(update={"language": language})
    settings = Settings(sizing="text", paper="", card_text=100.0)
    press = Press(what, settings)
    assert divided_into(posters(press, what, "m", settings)) == 3


def test_a_stage_that_is_called_like_a_panel_is_none():
    what = project(lane(card(1)), steps=(1, 1))
    stages = tuple(stage.model_copy(update={"title": "1 of 2"}) for stage in what.maps[0].stages)
    named = what.model_copy(update={"maps": (what.maps[0].model_copy(update={"stages": stages}),)})
    assert said(named, scope="each-stage") == []


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ({"bleed": 3.0, "tiling": Tiling()}, "no bleed"),
        ({"crop_marks": True, "tiling": Tiling()}, "no crop marks"),
        ({"keep": True, "tiling": Tiling(seams="reflow")}, "places are not kept"),
    ],
)
def test_wishes_that_cannot_be_had_together_are_told(wish, words):
    (sentence,) = said(SMALL, **wish)
    assert words in sentence


@pytest.mark.parametrize("wish", [{"bleed": 3.0, "crop_marks": True}, {"keep": True, "tiling": Tiling()}])
def test_wishes_that_can_be_had_are_not_spoken_of(wish):
    assert said(SMALL, **wish) == []


def test_type_that_shrinks_for_sheets_is_told():
    settings = Settings(tiling=Tiling("A4", seams="reflow"))
    whole = composed(SAMPLE, SAMPLE.maps[0].id, settings)
    (told,) = remarks(whole.made, settings)
    assert told.startswith(f"so that sheets end between cards, type has {100 * whole.made[0].shrunk:.0f} %")


def test_sheets_that_end_anywhere_shrink_nothing():
    settings = Settings(tiling=Tiling("A4"))
    whole = composed(SAMPLE, SAMPLE.maps[0].id, settings)
    assert whole.made[0].shrunk == 1.0
    assert list(remarks(whole.made, settings)) == []
