"""The parking lot and the inbox printed as lists with room to write."""

import pypdfium2 as pdfium
import pytest

from desktop import resources
from desktop.document.base import by_id, changed
from desktop.document.cards import Card
from desktop.document.journey import Cluster
from desktop.drawing.shapes import Glyphs
from desktop.plan.page import MM
from desktop.plan.settings import Settings, Tiling
from desktop.poster.composing import composed
from desktop.poster.export import export
from desktop.poster.reading import grades, parse
from desktop.poster.refusals import PosterError
from typefaces import typeface

LONG = "What a guest who came for the third time told us about the coats, the tables and the light. " * 40


def topic(number, text="A topic", **fields):
    return Card(id=f"k{number:03}", kind="note", text=text, rank=f"A{number:03}1", **fields)


@pytest.fixture(scope="module")
def project(sample):
    def make(parking=(), inbox=()):
        journey = changed(sample.project.maps[0], parking=by_id(parking), inbox=by_id(inbox))
        return changed(sample.project, maps=(journey,))

    return make


def printed(project, **wish):
    return composed(project, project.maps[0].id, Settings(**{"content": "parking", "paper": "A4", **wish})).made


def named(made, role):
    return [each.figure.name for each in made.drawing.placed if each.figure.role == role]


def test_every_topic_is_numbered_in_its_order(project):
    (page,) = printed(project([topic(2, "Later"), topic(1, "Sooner")]))
    assert named(page, "details") == ["1: Sooner", "2: Later"]
    assert named(page, "heading") == ["Parking lot"]


def test_beside_each_is_room_to_write(project):
    (page,) = printed(project([topic(1)]))
    topics = next(each for each in page.drawing.placed if each.figure.role == "details")
    lines = [
        each
        for each in page.drawing.placed
        if each.figure.role == "rule" and topics.y < each.y < topics.y + topics.figure.height - 1
    ]
    assert len({round(line.x) for line in lines}) == 2
    assert all(line.x > topics.x + topics.figure.width for line in lines)
    assert len({line.y for line in lines}) >= 2


def test_many_topics_go_over_pages_and_none_is_cut(project):
    pages = printed(project([topic(number, f"Topic {number}") for number in range(30)]))
    assert len(pages) > 2
    told = [name for page in pages for name in named(page, "details")]
    assert told == [f"{n + 1}: Topic {n}" for n in range(30)]
    for page in pages:
        bottoms = [each.y + each.figure.height for each in page.drawing.placed]
        assert max(bottoms) <= page.drawing.height


def test_a_topic_longer_than_a_page_goes_on_and_loses_no_line(project):
    short, long = (printed(project([topic(1, "x", details=LONG * times)])) for times in (1, 3))
    assert len(long) > 1
    assert _lines(long) > 2 * _lines(short)
    assert "1: x" in named(long[0], "details")


def _lines(pages):
    details = [each.figure for page in pages for each in page.drawing.placed if each.figure.role == "details"]
    return sum(isinstance(shape, Glyphs) for figure in details for shape in figure.shapes)


def test_the_inbox_goes_by_its_groups(project):
    groups = (
        Cluster(id="g1", title="", rank="A", cards=(topic(1, "loose"),)),
        Cluster(id="g2", title="Phone", rank="B", cards=(topic(2, "small type"),)),
    )
    (page,) = printed(project(inbox=groups), content="inbox")
    assert named(page, "heading") == ["Inbox", "Notes", "Phone"]
    assert named(page, "details") == ["1: loose", "2: small type"]


def test_a_groups_title_never_stands_alone_at_the_foot(project):
    groups = tuple(Cluster(id=f"g{n:02}", title=f"Group {n}", cards=(topic(n),)) for n in range(24))
    for page in printed(project(inbox=groups), content="inbox"):
        roles = [each.figure.role for each in page.drawing.placed if each.figure.role in ("heading", "details")]
        assert roles[-1] == "details"


@pytest.mark.parametrize("content", ["parking", "inbox"])
def test_with_nothing_in_it_there_is_nothing_to_print(project, content):
    with pytest.raises(PosterError, match="could be printed"):
        printed(project(), content=content)


def test_larger_paper_shows_it_larger(project):
    (small,), (large,) = (printed(project([topic(1)]), paper=paper) for paper in ("A4", "A2"))
    assert large.page.scale == pytest.approx(2 * small.page.scale, rel=0.01)
    assert small.page.width == pytest.approx(210 * MM)


def test_rolls_and_tiles_are_of_no_use_for_a_list(project):
    (page,) = printed(project([topic(1)]), paper="roll-914mm", sizing="roll")
    assert page.page.width == pytest.approx(210 * MM)
    assert len(printed(project([topic(1)]), tiling=Tiling())) == 1


def test_a_list_comes_on_its_usual_paper_where_none_is_named(project):
    (page,) = printed(project([topic(1)]), paper="")
    assert page.page.millimetres == pytest.approx((210, 297), abs=0.1)
    (page,) = printed(project(), content="matrix", paper="")
    assert page.page.millimetres == pytest.approx((420, 297), abs=0.1)


def test_no_type_of_cards_is_told_of_a_list(project):
    whole = project([topic(1)])
    made = composed(whole, whole.maps[0].id, Settings(content="parking", paper="A4"))
    assert grades(made.made[0], made.press, made.press.settings) == ()
    assert parse(" ".join(made.document.keywords)) == ()


def test_a_list_may_lie(project):
    (page,) = printed(project([topic(1)]), orientation="landscape")
    assert page.page.width > page.page.height


def test_it_is_of_the_whole_map_whatever_part_is_chosen(project):
    assert len(printed(project([topic(1)]), scope="each-stage")) == 1


def test_the_pdf_says_it(project):
    whole = project([topic(1, "Terrace in winter")])
    data, _ = export(whole, {}, whole.maps[0].id, "pdf", Settings(content="parking", paper="A4"))
    with pdfium.PdfDocument(data) as document:
        said = document[0].get_textpage().get_text_bounded()
    assert "Parking lot" in said
    assert "Terrace in winter" in said


def test_a_group_goes_on_in_the_language_of_the_project(project):
    whole = project(inbox=(Cluster(id="g1", title="Küche", cards=tuple(topic(n) for n in range(20))),))
    alone = Cluster(id="g2", title="Saal", rank="Z", cards=(topic(30),))
    journey = changed(whole.maps[0], inbox=by_id((*whole.maps[0].inbox, alone)))
    pages = printed(changed(whole, maps=(journey,), language="de"), content="inbox")
    assert named(pages[1], "heading")[0] == "Küche, Fortsetzung"


@pytest.fixture
def far_east(tmp_path):
    """Chinese characters and kana for all that is set from now on."""
    path = tmp_path / "East.ttf"
    path.write_bytes(typeface("East Sans", letters="客厨房か"))
    assert resources.use_fonts([path]) == []
    yield
    resources.use_fonts([])


@pytest.mark.parametrize("content", ["inbox", "parking"])
def test_letters_that_the_usual_fonts_have_not_are_set_as_on_the_poster(project, far_east, content):
    cards = tuple(topic(n, "客 か", details="厨") for n in range(12))
    whole = project(cards, inbox=(Cluster(id="g1", title="厨房", cards=cards), Cluster(id="g2", rank="Z")))
    for page in printed(whole, content=content):
        runs = [run for each in page.drawing.placed for shape in each.figure.shapes if isinstance(shape, Glyphs)
                for run in shape.line.runs]  # fmt: skip
        assert any(run.font.startswith("more-1") for run in runs)
        assert all(0 not in run.glyphs for run in runs)
