"""What is read out of a file: its structure, checked against the map and not against how it was made."""

import re

import pikepdf
import pytest
from test_pdfimages import quarters, saved

from desktop import resources
from desktop.document.base import in_order
from desktop.drawing.headers import initials
from desktop.drawing.shapes import Box, Hyperlink, Image
from desktop.layout.places import Rect
from desktop.paint.pdf import document_bytes
from desktop.plan.page import Page, document_of, sheet_of
from desktop.storage.reader import read
from printing import fonts, glyphs, objects_of, text_of
from sheets import at, drawn, marked_words, printed, sheet, spoken, structure, types, view
from tests.grids import artist, layouter

TEXT = glyphs("words", y=30.0)
BOX = Box(0, 0, 50, 20, "#FF0000")


@pytest.fixture(scope="module")
def project():
    return read(resources.root() / "samples" / "restaurant.journey").project


@pytest.fixture(scope="module")
def poster(project):
    style = resources.style("print")
    drawing = artist(style).draw(project, layouter(style).layout(project, project.maps[0].id))
    page = Page(drawing.width, drawing.height)
    return document_bytes(document_of(drawing, [sheet_of(drawing, page)]), fonts(), {}.get)


@pytest.fixture(scope="module")
def told(poster):
    return spoken(poster)


def plain(text):
    """In one line; a hyphen at a line's end has a blank behind it, which no reader hears."""
    return re.sub(r"[\s\u00a0]+", " ", text).replace("- ", "-").strip()


def test_the_file_says_that_it_is_tagged(poster):
    with objects_of(poster) as file:
        assert bool(file.Root.MarkInfo.Marked)
        assert file.Root.StructTreeRoot.Type == pikepdf.Name("/StructTreeRoot")
        assert str(file.Root.Lang) == "en"
        assert file.pages[0].Tabs == pikepdf.Name("/S")


def test_the_title_is_the_first_heading(told, project):
    assert told[0] == ("H1", project.maps[0].title)


def test_the_initials_are_for_the_eye_only(told, poster, project):
    """The name that they stand for is read out beside them."""
    letters = initials(project.personas[0].name)
    assert letters in text_of(poster).split()
    assert letters not in [words for _, words in told]
    assert any(project.personas[0].name in words for _, words in told)


def test_muted_words_are_an_artifact_among_paragraphs_apart():
    figure = at(0, 0, glyphs("title", size=20.0), glyphs("T", y=40.0)._replace(mute=True), TEXT, id_="m", role="header")
    assert [said for _, said in spoken(printed(sheet(view(drawn(figure)))))] == ["title", "words"]


def test_headings_are_stages_and_steps_in_order(told, project):
    stages = in_order(project.maps[0].stages)
    wanted = [("H2", stage.title, [step.title for step in in_order(stage.steps)]) for stage in stages]
    heads = [(tag, plain(words)) for tag, words in told if tag in {"H2", "H3"}]
    meant = [head for tag, title, steps in wanted for head in ((tag, title), *(("H3", step) for step in steps))]
    assert heads[: len(meant)] == meant


def test_every_card_is_read_in_the_maps_order(told, project):
    journey = project.maps[0]
    steps = [step.id for stage in in_order(journey.stages) for step in in_order(stage.steps)]
    cards = [
        card
        for step in steps
        for lane in in_order(journey.lanes)
        for card in in_order(lane.cards)
        if card.first == step
    ]
    words = " ".join(plain(said) for tag, said in told if tag == "P")
    places = []
    for card in cards:
        place = words.find(plain(card.text), places[-1] if places else 0)
        assert place >= 0, card.text
        places.append(place)
    assert len(places) == sum(len(lane.cards) for lane in journey.lanes)


def test_lines_do_not_run_into_each_other(told):
    assert ("P", "A colleague tells her about the pasta") in told


def test_nothing_is_said_twice(poster):
    with objects_of(poster) as file:
        marked = marked_words(file.pages[0])
    assert sorted(marks_in(structure(poster))) == list(range(len(marked)))


def marks_in(tree):
    for kid in tree[2]:
        yield from marks_in(kid) if isinstance(kid, tuple) else [kid]


def test_all_text_is_marked_or_an_artifact(poster):
    with objects_of(poster) as file:
        depth = 0
        for _, operator in pikepdf.parse_content_stream(file.pages[0]):
            depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(str(operator), 0)
            assert str(operator) not in {"TJ", "Tj", "f", "S", "B", "Do"} or depth == 1 or str(operator) == "TJ"
            assert depth >= 0
    assert depth == 0


def test_feelings_are_pictures_with_words(poster):
    figures = [said for tag, said in flat(structure(poster)) if tag == "Figure"]
    assert any(said.startswith("Paolo: Hears about it") for said in figures)
    assert any(said.startswith("Maya, Hears about it, ") for said in figures)
    assert all(figures)


def flat(tree):
    tag, said, kids = tree
    yield tag, said
    for kid in kids:
        if isinstance(kid, tuple):
            yield from flat(kid)


def test_each_mark_leads_back_to_its_element(poster):
    with objects_of(poster) as file:
        number, owners = file.Root.StructTreeRoot.ParentTree.Nums
        assert number == file.pages[0].StructParents == 0
        for mark, owner in enumerate(owners):
            kids = owner.K if isinstance(owner.K, pikepdf.Array) else [owner.K]
            assert mark in [kid for kid in kids if isinstance(kid, int)]
            assert owner.Pg.objgen == file.pages[0].objgen


def test_every_element_knows_its_parent(poster):
    with objects_of(poster) as file:
        parents(file.Root.StructTreeRoot.K, file.Root.StructTreeRoot)


def parents(element, above):
    assert element.P.objgen == above.objgen
    kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
    for kid in kids:
        if isinstance(kid, pikepdf.Dictionary):
            parents(kid, element)


def test_without_tags_nothing_is_marked():
    with objects_of(printed(sheet(view(drawn(at(0, 0, TEXT)))), tagged=False)) as file:
        assert "/StructTreeRoot" not in file.Root
        assert b"BDC" not in file.pages[0].Contents.read_bytes()


def test_a_picture_among_words_has_its_own_text():
    picture = Image(0, 0, 40, 20, "asset", alt="A plate")
    data = printed(sheet(view(drawn(at(0, 0, BOX, picture, TEXT)))), pictures={"asset": saved(quarters())}.get)
    tag, _, (paragraph,) = structure(data)
    assert (tag, paragraph[0]) == ("Document", "P")
    assert paragraph[2] == [0, ("Figure", "A plate", [1]), 2]


def test_the_largest_type_of_a_head_is_its_heading():
    head = at(0, 0, glyphs("Small", y=10, size=9.0), glyphs("Large", y=40, size=30.0), BOX, role="header", id_="m")
    data = printed(sheet(view(drawn(head))))
    assert spoken(data) == [("P", "Large"), ("P", "Small")] or spoken(data) == [("P", "Small"), ("P", "Large")]


def test_several_sheets_are_sections():
    data = printed(*(sheet(view(drawn(at(0, 0, TEXT))), label=name) for name in ("A1", "B1")))
    assert structure(data) == (
        "Document",
        "",
        [("Sect", "A1", [("P", "", [0])]), ("Sect", "B1", [("P", "", [0])])],
    )


def test_a_sheet_says_only_what_is_seen_on_it():
    whole = drawn(at(0, 0, TEXT), at(0, 100, glyphs("below", y=30.0)))
    data = printed(sheet(view(whole, clip=Rect(0, 0, 400, 90))), sheet(view(whole, clip=Rect(0, 100, 400, 90))))
    assert [words for _, words in spoken(data)] == ["words", "below"]


def test_marks_are_not_read():
    data = printed(
        sheet(view(drawn(at(0, 0, TEXT))), view(drawn(at(0, 0, glyphs("B2"))), artifact=True, layer="Marks"))
    )
    assert [words for _, words in spoken(data)] == ["words"]
    with objects_of(data) as file:
        assert b"/Artifact BMC" in file.pages[0].Contents.read_bytes()


def test_neighbours_that_are_not_read_are_one_artifact():
    data = printed(sheet(view(drawn(at(0, 0, BOX), at(0, 50, BOX), at(0, 90, TEXT), at(0, 99, BOX)))))
    with objects_of(data) as file:
        assert file.pages[0].Contents.read_bytes().count(b"/Artifact BMC") == 2


def test_two_views_count_their_marks_together():
    data = printed(sheet(view(drawn(at(0, 0, TEXT))), view(drawn(at(0, 60, glyphs("more"))))))
    assert [words for _, words in spoken(data)] == ["words", "more"]


def test_a_link_is_an_element_that_leads_there():
    data = printed(sheet(view(drawn(at(0, 0, TEXT, Hyperlink(0, 0, 50, 20, "https://example.org"))))))
    assert types(structure(data)) == ("Document", ("P",), ("Link",))
    with objects_of(data) as file:
        nums = list(file.Root.StructTreeRoot.ParentTree.Nums)
        assert file.pages[0].Annots[0].StructParent == nums[2] == 1
        assert str(nums[3].S) == "/Link"


@pytest.mark.parametrize("text", ["(a\\b)", "Größe – 大", "a\x00b\ud800", ")"])
def test_titles_and_alternatives_may_be_anything(text):
    data = printed(sheet(view(drawn(at(0, 0, BOX, id_="b", name=text))), title=text), sheet(view(drawn())))
    with objects_of(data) as file:
        assert file.check_pdf_syntax() == []
    said = [said for _, said in flat(structure(data)) if said]
    assert said == [text.replace("\x00", " ").replace("\ud800", " ")] * 2
