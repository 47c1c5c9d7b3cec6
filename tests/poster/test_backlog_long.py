"""The printed backlog and matrix with very long texts, very many opportunities, and none that anybody judged."""

import pytest

from desktop.document.base import changed
from desktop.document.cards import Pain, Promise
from desktop.document.journey import Link
from desktop.plan.settings import Settings
from desktop.poster.composing import composed
from desktop.poster.refusals import PosterError
from grids import card, lane, project

LONG = "Everybody who waits is told how long it will take. " * 100
KINDS = ("backlog", "matrix")


def idea(number, impact=3, ease=3, **fields):
    promise = Promise(impact=impact, ease=ease)
    return card(number, "opportunity", promise=promise, **{"text": f"Idea {number}", **fields})


def pages(content, *cards, language="en", **fields):
    whole = changed(project(lane(*cards, kind="opportunities"), **fields), language=language)
    return composed(whole, "m", Settings(content=content, paper="A4")).made


def told(page, role="details"):
    return [each.figure.name for each in page.drawing.placed if each.figure.role == role]


def inside(page):
    """Whether all figures stand on the page."""
    drawing = page.drawing
    return all(
        each.x >= 0 and each.y >= 0 and each.y + each.figure.height <= drawing.height + 0.01 for each in drawing.placed
    )


LONGS = {
    "text": {"text": LONG},
    "word": {"text": "x" * 4_000},
    "owner": {"owner": "Everybody in the house " * 20},
    "blank": {"text": ""},
}


@pytest.mark.parametrize("content", KINDS)
@pytest.mark.parametrize("fields", LONGS.values(), ids=LONGS)
def test_all_stays_on_its_page(content, fields):
    found = pages(content, idea(1, **fields), idea(2))
    assert all(map(inside, found))


@pytest.mark.parametrize("content", KINDS)
def test_a_long_title_of_the_map_leaves_room(content):
    found = pages(content, idea(1), title="An evening at the restaurant " * 15)
    assert all(map(inside, found))
    assert any("Idea 1" in name for name in told(found[0]))


@pytest.mark.parametrize("content", KINDS)
def test_a_pain_point_in_many_words_goes_on_over_pages(content):
    pain = card(9, "pain", text=LONG, pain=Pain(severity=5))
    links = (Link(id="k", kind="answers", source="c1", target="c9"),)
    assert all(map(inside, pages(content, pain, idea(1), links=links)))


def test_a_full_cell_is_followed_by_the_backlog():
    found = pages("matrix", *(idea(number, text=LONG) for number in range(3)))
    assert len(found) > 1
    assert "Backlog" in {name for page in found for name in told(page, "heading")}


def test_two_hundred_are_all_on_the_matrix():
    found = pages("matrix", *(idea(number, number % 5 + 1, number // 5 % 5 + 1) for number in range(200)))
    named = {each.figure.id for each in found[0].drawing.placed if each.figure.role == "details"}
    assert len(named) == 200


def test_two_hundred_are_all_in_the_list():
    found = pages("backlog", *(idea(number) for number in range(200)))
    assert len({name.split(",")[0] for page in found for name in told(page)}) == 200


def test_two_hundred_that_nobody_judged_are_followed_by_the_list():
    found = pages("matrix", *(idea(number, 0, 0, text=LONG[:90]) for number in range(200)))
    assert len(found) > 1
    assert all(map(inside, found))


@pytest.mark.parametrize("content", KINDS)
def test_without_opportunities_nothing_is_printed(content):
    with pytest.raises(PosterError):
        pages(content, card(1, "pain", text="Waits"))


def test_the_list_says_how_it_is_ranked():
    (page,) = pages("backlog", idea(1), idea(2, status="done"))
    everything = {each.figure.name for each in page.drawing.placed}
    assert any("1 to be done, 1 done or dropped; ranked by impact × ease" in name for name in everything)


@pytest.mark.parametrize("content", KINDS)
def test_pages_speak_german(content):
    (page,) = pages(content, idea(1), language="de")
    everything = " ".join(each.figure.name for each in page.drawing.placed)
    assert "Wirkung" in everything
    assert "backlog." not in everything
