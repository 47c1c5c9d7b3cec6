"""The appendix: every card with details has a number on the map and its details behind it, in reading order."""

from dataclasses import replace
from functools import cache

import pypdfium2
import pytest

from desktop.document.cards import Comment
from desktop.drawing.reading import reading
from desktop.layout.places import Rect
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.appendix import marked, numbered, pages
from desktop.poster.composing import composed
from desktop.poster.export import export
from desktop.poster.press import Press
from desktop.poster.sizing import posters
from grids import card, lane, project
from printing import text_of

SAID = "Three guests said so.\nAsk again in May."
COMMENTS = tuple(Comment(id=f"n{number}", text="Really?") for number in range(12))


def whole(comments=()):
    """Two lanes, four steps; three cards have details."""
    return project(
        lane(card(1, step=2, details=SAID, text="Orders"), card(2, text="Waits")),
        lane(card(3, kind="pain", step=2, details="Often.", text="Slow"), kind="pains"),
        lane(card(4, step=0, last=3, details="All along.", text="Talks", comments=comments), kind="backstage"),
    )


def made(what=None, **wish):
    """Press, settings and posters."""
    what, settings = what or whole(), Settings(**{"paper": "A2", "appendix": True, **wish})
    press = Press(what, settings)
    return press, settings, posters(press, what, "m", settings)


def sheets(what=None, **wish):
    press, settings, posters_ = made(what, **wish)
    return pages(press, posters_, numbered(posters_), settings)


@cache
def file(**wish):
    what = whole()
    return export(what, {}, "m", "pdf", Settings(**{"paper": "A2", "appendix": True, **wish}))[0]


def texts(data):
    """The words of each page."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def marks(poster):
    return [each for each in poster.drawing.placed if each.figure.role == "note"]


def test_cards_with_details_are_numbered_column_by_column_from_the_top():
    assert numbered(made()[2]) == {"c4": 1, "c1": 2, "c3": 3}


def test_numbers_run_on_through_several_posters():
    assert numbered(made(scope="each-stage")[2]) == {"c4": 1, "c1": 2, "c3": 3}


def test_blank_details_have_no_number():
    assert numbered(made(project(lane(card(1, details=" \n "))))[2]) == {}


def test_numbers_stand_at_the_upper_right_corners_of_their_cards():
    press, _, (poster,) = made()
    done = marked(poster, press, numbered([poster]))
    cards = {each.figure.id: each for each in done.drawing.placed if each.figure.role == "card"}
    for mark, owner in zip(marks(done), ("c1", "c3", "c4"), strict=True):
        corner = cards[owner].x + cards[owner].figure.width, cards[owner].y
        assert mark.x < corner[0] < mark.x + mark.figure.width
        assert mark.y < corner[1] < mark.y + mark.figure.height


def test_a_number_follows_its_card_so_that_it_is_read_with_it():
    press, _, (poster,) = made()
    placed = marked(poster, press, numbered([poster])).drawing.placed
    before = [placed[at - 1].figure.id for at, each in enumerate(placed) if each.figure.role == "note"]
    assert sorted(before) == ["c1", "c3", "c4"]


def test_numbers_keep_clear_of_other_cards():
    several = project(lane(*(card(n, step=n % 4, details=SAID) for n in range(12))))
    press, _, (poster,) = made(several)
    done = marked(poster, press, numbered([poster]))
    cards = [each for each in done.drawing.placed if each.figure.role == "card"]
    for mark in marks(done):
        box = _box(mark)
        assert sum(box.meets(_box(each)) for each in cards) == 1


def _box(placed):
    return Rect(placed.x, placed.y, placed.figure.width, placed.figure.height)


def test_a_number_stands_beside_the_comments():
    press, _, (poster,) = made(whole(COMMENTS), comments=True)
    numbers = numbered([poster])
    found = [each for each in marks(marked(poster, press, numbers)) if each.figure.name == f"Details {numbers['c4']}"]
    plain = marks(marked(poster, Press(whole(), Settings()), numbers))
    assert found[0].x + found[0].figure.width < plain[-1].x + plain[-1].figure.width - press.style.text


def test_without_numbers_the_poster_is_the_same():
    press, _, (poster,) = made()
    assert marked(poster, press, {}) is poster
    assert marked(replace(poster, layout=None), press, {"c1": 1}).drawing is poster.drawing


def test_the_map_is_where_it_was():
    press, _, (poster,) = made()
    done = marked(poster, press, numbered([poster]))
    assert [each for each in done.drawing.placed if each.figure.role != "note"] == list(poster.drawing.placed)


def test_the_file_ends_with_the_details():
    poster, details = texts(file())
    assert "Three guests" not in poster
    assert details.startswith("Details Visit The numbers are those on the cards of the poster.")
    assert (
        details.index("All along.") < details.index("Three guests said so. Ask again in May.") < details.index("Often.")
    )


def test_each_says_where_its_card_stands():
    assert "2 Orders Stage 1 › Step 2 · Actions Three guests said so." in texts(file())[1]


def test_nothing_is_added_unless_it_is_asked_for():
    assert len(texts(file(appendix=False))) == 1
    assert "Details" not in text_of(file(appendix=False))


def test_a_map_without_details_has_no_appendix():
    assert sheets(project(lane(card(1)))) == ()
    assert len(composed(project(lane(card(1))), "m", Settings(appendix=True)).document.sheets) == 1


def test_a_sheet_that_is_printed_again_brings_no_appendix():
    tiling = Tiling(sheet="A4", only=("A1",))
    again = composed(whole(), "m", Settings(paper="A2", appendix=True, tiling=tiling)).document.sheets
    assert [sheet.label for sheet in again] == ["A1"]


@pytest.mark.parametrize(
    ("wish", "size"),
    [
        ({"paper": "A0"}, (210, 297)),
        ({"paper": "A4"}, (210, 297)),
        ({"paper": "A3"}, (297, 420)),
        ({"paper": "ANSI-E"}, (215.9, 279.4)),
        ({"paper": "Letter"}, (215.9, 279.4)),
        ({"paper": "roll-914mm", "sizing": "roll"}, (210, 297)),
        ({"paper": "A0", "tiling": Tiling(sheet="A3")}, (297, 420)),
        ({"paper": "", "sizing": "text", "card_text": 16.0}, (210, 297)),
    ],
)
def test_it_comes_on_paper_that_is_held_in_the_hand(wish, size):
    (sheet,) = sheets(**wish)
    assert (sheet.width / MM, sheet.height / MM) == pytest.approx(size, abs=0.1)


def test_its_pages_are_labelled_and_bookmarked_once():
    long = project(lane(*(card(n, step=n % 4, details="Said by guests. " * 60) for n in range(30))))
    found = sheets(long, paper="A4")
    assert [sheet.label for sheet in found] == [f"Details {number}" for number in range(1, len(found) + 1)]
    assert [sheet.title for sheet in found] == ["Details", *[""] * (len(found) - 1)]
    assert len(found) > 2


def test_details_are_set_in_ten_points():
    press, _, _ = made()
    (sheet,) = sheets()
    (view,) = sheet.views
    assert view.scale * press.style.roles["card"].size == pytest.approx(10.0)


def test_it_speaks_the_projects_language():
    german = whole().model_copy(update={"language": "de"})
    assert (
        "Die Nummern sind die auf den Karten des Posters."
        in texts(export(german, {}, "m", "pdf", Settings(paper="A2", appendix=True))[0])[1]
    )


def test_numbers_are_read_right_after_their_cards():
    press, _, (poster,) = made()
    done = marked(poster, press, numbered([poster])).drawing
    read = [done.placed[at].figure for at in reading(done)]
    after = {read[at - 1].id: figure.name for at, figure in enumerate(read) if figure.role == "note"}
    assert after == {"c4": "Details 1", "c1": "Details 2", "c3": "Details 3"}


def test_all_words_of_the_appendix_are_read_in_order():
    (sheet,) = sheets()
    drawing = sheet.views[0].drawing
    roles = [drawing.placed[at].figure.role for at in reading(drawing)]
    assert roles == ["heading", "legend", "legend", "details", "details", "details", "footer", "footer"]


def test_numbers_are_cut_with_the_poster_into_sheets():
    whole_ = composed(whole(), "m", Settings(paper="A2", appendix=True, tiling=Tiling(sheet="A4", assembly=False)))
    names = [each.figure.name for each in whole_.made[0].drawing.placed if each.figure.role == "note"]
    assert sorted(names) == ["Details 1", "Details 2", "Details 3"]
    assert whole_.document.sheets[-1].label == "Details 1"
    assert len(whole_.document.sheets) > 2
