"""A long title shrinks as far as it can be read before it takes many lines, and is never cut off."""

from dataclasses import replace

import pytest

from desktop import resources
from desktop.document.edits.cards import edit_cards
from desktop.plan.distance import LEGIBLE, grade, needed
from desktop.plan.settings import Settings
from desktop.poster.composing import composed
from desktop.poster.press import Press
from desktop.poster.reading import capitals
from desktop.poster.sizing import posters
from desktop.poster.titles import AHEAD, FEW
from desktop.storage.reader import read
from grids import with_map

SAMPLE = read(resources.root() / "samples" / "restaurant.journey").project
SENTENCE = "How young professionals in large cities find, choose, book, visit and recommend a restaurant for a birthday"
STORY = f"{SENTENCE} dinner with eight friends, and what we learnt about their worries, hopes and habits on the way"
FAR = {"title": 3.0}


def poster(title, **wish):
    settings = Settings(**wish)
    whole = with_map(SAMPLE, title=title)
    press = Press(whole, settings)
    return posters(press, whole, whole.maps[0].id, settings)[0]


def title(made):
    (found,) = (text for text in made.layout.heading.texts if text.role == "title")
    return found


def size(made, role="title"):
    return made.style.roles[role].size * made.page.scale


def capital(role="title"):
    return capitals(Press(SAMPLE))(role)


def test_a_short_title_keeps_its_size():
    press = Press(SAMPLE)
    assert poster("Visit", paper="A0").style.roles["title"] == press.style.roles["title"]


@pytest.mark.parametrize("wish", [{"paper": "A0"}, {"paper": "A3"}, {"paper": "A2", "orientation": "portrait"}])
def test_a_long_title_takes_two_lines(wish):
    made = poster(SENTENCE, **wish)
    assert title(made).lines <= FEW
    assert title(made).text == SENTENCE


def test_it_shrinks_no_more_than_it_must():
    made = poster(SENTENCE, paper="A0")
    usual = Press(SAMPLE).style.roles["title"].size
    assert 0.7 * usual < made.style.roles["title"].size < usual


@pytest.mark.parametrize("words", [SENTENCE, STORY])
@pytest.mark.parametrize("wish", [{}, {"read_from": FAR}])
def test_it_can_still_be_read_from_its_distance(words, wish):
    assert grade(size(poster(words, paper="A0", **wish)), 3.0, capital()) != "illegible"


@pytest.mark.parametrize("wish", [{"paper": "A0"}, {"paper": "A1", "read_from": FAR}])
def test_even_a_story_takes_three_lines_at_most(wish):
    assert title(poster(STORY, **wish)).lines <= 3


def test_where_nothing_is_gained_it_stays_large():
    """Two lines would be illegible, so that three may be as large as they are comfortable to read."""
    made = poster(STORY, paper="A1", read_from=FAR)
    assert title(made).lines == 3
    assert size(made) > 1.2 * needed(3.0, capital(), LEGIBLE)


def test_on_a_small_page_it_stays_ahead_of_the_stages():
    made = poster(f"{STORY} {STORY}", paper="A4")
    assert size(made) >= AHEAD * size(made, "stage") * 0.999


def test_headers_are_as_large_as_their_distance_asks_for():
    made = poster(SENTENCE, paper="A0", read_from={"stages": 2.0, "title": 3.0})
    assert grade(size(made, "stage"), 2.0, capital("stage")) == "comfortable"


def test_a_kept_title_keeps_its_size():
    whole = with_map(SAMPLE, title=SENTENCE)
    settings = Settings(paper="A1", keep=True)
    first = composed(whole, whole.maps[0].id, settings)
    card = next(lane for lane in whole.maps[0].lanes if lane.kind == "backstage").cards[0]
    edited = edit_cards(whole, whole.maps[0].id, [card.id], text=f"{card.text} soon")
    second = composed(edited, whole.maps[0].id, replace(settings, pin=first.pin))
    assert title(first.made[0]).lines == title(second.made[0]).lines == FEW
    assert size(second.made[0]) == pytest.approx(size(first.made[0]))
    assert second.changes[0].of == {card.id: "changed"}
