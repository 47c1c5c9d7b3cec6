"""The backlog and the matrix of impact and ease, printed."""

import pypdfium2 as pdfium
import pytest

from desktop.document.base import changed
from desktop.document.cards import Pain, Promise
from desktop.document.journey import Link
from desktop.drawing.shapes import Ellipse, Glyphs
from desktop.plan.settings import Settings
from desktop.poster.composing import composed
from desktop.poster.export import export
from desktop.poster.refusals import PosterError
from grids import card, lane, project
from pageink import collisions, wide

LONG = "Tell every guest who waits how long it will still take and bring bread "


def idea(number, impact=3, ease=3, **fields):
    promise = Promise(impact=impact, ease=ease)
    return card(number, "opportunity", promise=promise, rank=f"A{number:03}1", **{"text": f"Idea {number}", **fields})


def made(*cards, content="backlog", **wish):
    links = wish.pop("links", ())
    whole = project(lane(*cards, kind="opportunities"), links=links)
    return composed(whole, "m", Settings(**{"content": content, "paper": "A4", **wish})).made


def named(page, role="details"):
    return [each.figure.name for each in page.drawing.placed if each.figure.role == role]


def of(page, card):
    return next(each for each in page.drawing.placed if each.figure.id == card)


def sizes(page, card):
    return {shape.size for shape in of(page, card).figure.shapes if isinstance(shape, Glyphs)}


def test_the_best_comes_first_with_all_that_is_known():
    found = idea(2, 5, 4, owner="Kitchen", due="2026-12-01", status="doing")
    (page,) = made(idea(1), found)
    assert named(page) == [
        "1: Idea 2, Impact 5, Ease 4, Kitchen, by 1 December 2026, Under way",
        "2: Idea 1, Impact 3, Ease 3",
    ]


def test_a_backlog_says_what_is_answered_and_tested():
    pain = card(1, "pain", text="Long wait", pain=Pain(severity=5))
    links = Link(id="k", kind="answers", source="c3", target="c1"), Link(id="x", kind="tests", source="c2", target="c3")
    (page,) = made(pain, card(2, "experiment", text="Two weeks"), idea(3), links=links)
    assert "Answers 1: Long wait, Experiments: Two weeks" in named(page)[0]


def test_only_what_answers_a_worst_pain_point_has_a_full_disc():
    links = (Link(id="k", kind="answers", source="c3", target="c1"),)
    (page,) = made(card(1, "pain", pain=Pain(severity=5)), idea(2), idea(3), links=links)
    first = {one: next(s for s in of(page, one).figure.shapes if isinstance(s, Ellipse)) for one in ("c2", "c3")}
    assert first["c3"].fill
    assert not first["c2"].fill


def test_grades_are_dots():
    (page,) = made(idea(1, 4, 2))
    dots = [shape for shape in of(page, "c1").figure.shapes if isinstance(shape, Ellipse)][1:]
    assert [bool(dot.fill) for dot in dots] == [True] * 4 + [False] + [True] * 2 + [False] * 3


def test_what_nobody_judged_stands_last_without_a_disc():
    (page,) = made(idea(1, 0, 0), idea(2))
    assert named(page)[-1] == "Idea 1"
    assert not isinstance(of(page, "c1").figure.shapes[0], Ellipse)


def test_many_opportunities_fill_several_pages_none_twice():
    pages = made(*(idea(number) for number in range(1, 61)))
    told = [name.split(",")[0] for page in pages for name in named(page)]
    assert told == [f"{number}: Idea {number}" for number in range(1, 61)]
    assert len(pages) > 2


def test_rows_never_lie_over_the_foot():
    for page in made(*(idea(number, text=LONG * number) for number in range(1, 12))):
        rows = [each for each in page.drawing.placed if each.figure.role == "details"]
        assert max(each.y + each.figure.height for each in rows) <= page.drawing.height - 12


@pytest.mark.parametrize("content", ["backlog", "matrix"])
def test_without_opportunities_there_is_nothing_to_print(content):
    with pytest.raises(PosterError, match="no opportunity that could be printed"):
        made(card(1), content=content)


def test_impact_goes_up_and_ease_to_the_right():
    (page,) = made(idea(1, 5, 5), idea(2, 1, 1), idea(3, 5, 1), content="matrix")
    best, worst, hard = (of(page, one) for one in ("c1", "c2", "c3"))
    assert best.x > worst.x
    assert best.y < worst.y
    assert (hard.x, hard.y) == (worst.x, pytest.approx(best.y))


def test_the_matrix_lies_unless_it_is_to_stand():
    (lying,), (standing,) = made(idea(1), content="matrix"), made(idea(1), content="matrix", orientation="portrait")
    assert lying.drawing.width > lying.drawing.height
    assert standing.drawing.width < standing.drawing.height


def test_every_word_stays_in_its_cell():
    (page,) = made(*(idea(number, 3, 3, text=LONG) for number in range(1, 3)), content="matrix")
    grid = next(each for each in page.drawing.placed if each.figure.role == "rule")
    wide, high = grid.figure.width / 5, grid.figure.height / 5
    for one in ("c1", "c2"):
        place = of(page, one)
        assert grid.x + 2 * wide <= place.x <= place.x + place.figure.width <= grid.x + 3 * wide
        assert grid.y + 2 * high <= place.y <= place.y + place.figure.height <= grid.y + 3 * high


def test_words_are_as_large_as_the_fullest_cell_allows():
    few, many = made(idea(1), content="matrix"), made(*(idea(n, text=LONG) for n in range(1, 3)), content="matrix")
    assert max(sizes(few[0], "c1")) > max(sizes(many[0], "c1"))


def test_where_not_all_fit_the_places_stand_and_the_backlog_follows():
    pages = made(*(idea(number, text=LONG * 2) for number in range(1, 21)), content="matrix")
    assert len(pages) > 1
    assert [name[:2] for name in named(pages[0])[:3]] == ["1:", "2:", "3:"]
    assert named(pages[1], "heading") == ["Backlog"]


def test_discs_never_leave_their_cell():
    pages = made(*(idea(number, text=LONG) for number in range(1, 200)), content="matrix")
    grid = next(each for each in pages[0].drawing.placed if each.figure.role == "rule")
    discs = [each for each in pages[0].drawing.placed if each.figure.role == "details"]
    assert max(each.y + each.figure.height for each in discs) <= grid.y + grid.figure.height * 3 / 5
    assert len(discs) == 199


def test_what_nobody_judged_stands_below_the_matrix():
    (page,) = made(idea(1, 0, 3), idea(2), content="matrix")
    assert named(page)[-1] == "Not judged yet: Idea 1"


def test_too_many_that_nobody_judged_are_told_in_the_backlog():
    pages = made(*(idea(number, 0, 0, text=LONG * 3) for number in range(1, 30)), content="matrix")
    assert len(pages) > 1


def test_in_grey_no_cell_is_tinted():
    (page,) = made(idea(1), content="matrix", theme="grey")
    grid = next(each for each in page.drawing.placed if each.figure.role == "rule")
    assert not any(getattr(shape, "fill", "") for shape in grid.figure.shapes)


@pytest.mark.parametrize("content", ["backlog", "matrix"])
def test_a_pdf_says_all_words(content):
    whole = project(lane(idea(1, text="Say the waiting time"), kind="opportunities"))
    data, _ = export(whole, {}, "m", "pdf", Settings(content=content, paper="A4"))
    pdf = pdfium.PdfDocument(data)
    text = pdf[0].get_textpage().get_text_bounded()
    pdf.close()
    assert "waiting time" in " ".join(text.split())


@pytest.mark.parametrize("language", ["en", "de"])
def test_grades_and_captions_keep_clear_of_each_other_in_every_language(language):
    whole = changed(project(lane(idea(1, owner="Ada", due="2026-11-30"), kind="opportunities")), language=language)
    (page,) = composed(whole, "m", Settings(content="backlog", paper="A4")).made
    assert collisions(page.drawing) == []
    shapes = of(page, "c1").figure.shapes
    _, *dots = (shape.cx - shape.rx for shape in shapes if isinstance(shape, Ellipse))
    _, *names = (shape.x + wide(shape) for shape in shapes if isinstance(shape, Glyphs))
    assert max(names[:2]) < min(dots)
