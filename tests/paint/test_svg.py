"""An SVG file is well-formed whatever people write, has named groups, and leads nowhere by itself."""

from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from desktop import resources
from desktop.drawing.shapes import Box, Figure, Hyperlink, Placed
from desktop.paint.pdf import pdf_bytes
from desktop.paint.svg import svg_bytes
from desktop.plan.page import MM, Page
from desktop.poster.press import Press
from desktop.storage.reader import read
from printing import NO_PICTURES, figure, fonts, glyphs, picture_of
from vectors import HREF, SVG, attributes, content, elements, links, only, svg, svg_data

any_text = st.text(st.characters(exclude_categories=()), max_size=20)
INK = Box(0.0, 0.0, 10.0, 10.0, "#123456")


def named(root, kind):
    return [each for each in elements(root, "g") if each.get("class") == kind]


def title(group):
    found = group.find(f"{SVG}title")
    return None if found is None else found.text


def thing(id_, role="card", name="", lane="", step=""):
    return Placed(0.0, 0.0, Figure(id_, role, name, 10.0, 10.0, (INK,)), lane, step)


@given(any_text, any_text, any_text, any_text)
def test_whatever_people_write_the_file_is_sound(id_, role, name, language):
    placed = (Placed(1.0, 2.0, figure(INK, Hyperlink(0, 0, 9, 9, name), id_=id_, role=role, name=name), id_, role),) * 2
    root = svg(placed=placed, title=name, subject=id_, author=role, language=language)
    ids = [each.get("id") for each in root.iter() if each.get("id") is not None]
    assert len(set(ids)) == len(ids)
    assert all(id_.replace("_", "-").replace("-", "a").isalnum() and id_.isascii() for id_ in ids)


def test_a_figure_is_a_group_named_after_its_thing():
    (group,) = named(svg(placed=(Placed(12.5, 7.25, figure(INK, id_="c12", name="Action: Walks")),)), "card")
    assert group.get("id") == "card-c12"
    assert title(group) == "Action: Walks"
    assert group.get("transform") == "translate(12.5 7.25)"


def test_ornament_has_neither_id_nor_title():
    (group,) = named(svg(placed=(thing("", "rule"),)), "rule")
    assert (group.get("id"), title(group)) == (None, None)


def test_a_second_figure_of_a_thing_has_no_id():
    groups = named(svg(placed=(thing("c1"), thing("c1"))), "card")
    assert [group.get("id") for group in groups] == ["card-c1", None]


def test_cards_stand_in_groups_of_their_lane_and_step():
    placed = (
        thing("", "rule"),
        thing("c1", lane="l1", step="s1"),
        thing("c2", lane="l1", step="s1"),
        thing("c3", lane="l1", step="s2"),
        thing("c4", lane="l2", step="s1"),
        thing("l1", "lane", "Actions"),
        thing("s1", "step", "Pays"),
    )
    root = svg(placed=placed)
    rows = named(root, "row")
    assert [(row.get("id"), title(row)) for row in rows] == [("row-l1", "Actions"), ("row-l2", None)]
    cells = named(rows[0], "cell")
    assert [(cell.get("id"), title(cell)) for cell in cells] == [("cell-l1-s1", "Pays"), ("cell-l1-s2", None)]
    assert [[card.get("id") for card in named(cell, "card")] for cell in cells] == [["card-c1", "card-c2"], ["card-c3"]]


def test_what_has_no_step_stands_in_its_lane():
    (row,) = named(svg(placed=(thing("m1", "marker", lane="l1"),)), "row")
    assert [child.get("class") for child in row] == ["marker"]


def test_groups_never_change_what_lies_over_what():
    placed = tuple(thing(f"c{number}", lane=f"l{number % 3 // 2}", step=f"s{number % 2}") for number in range(9))
    assert [card.get("id") for card in named(svg(placed=placed), "card")] == [f"card-c{number}" for number in range(9)]


def test_the_page_has_its_size_in_millimetres():
    root = svg(page=Page(297 * MM, 210 * MM, 20.0, 10.0, 2.0))
    assert (root.get("width"), root.get("height")) == ("297mm", "210mm")
    left, top, width, height = map(float, root.get("viewBox").split())
    assert (left, top) == (-10.0, -5.0)
    assert (width, height) == pytest.approx((297 * MM / 2, 210 * MM / 2), abs=1e-3)


def test_the_ground_covers_the_page():
    ground = only(svg(placed=(), background="#FAFBFC"), "rect")
    assert attributes(ground, "x", "y", "width", "height") == (-5.0, -10.0, 300.0, 150.0)
    assert ground.get("fill") == "#FAFBFC"
    assert elements(svg(placed=(), background=""), "rect") == []


def test_the_file_says_what_it_is():
    root = svg(title="An <evening>", subject="First & last", language="de")
    assert root[0].text == "An <evening>"
    assert only(root, "desc").text == "First & last"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "de"


def test_a_file_without_title_says_nothing():
    root = svg(placed=())
    assert elements(root, "title", "desc") == []


@pytest.mark.parametrize("address", ["https://example.org/a?b=1&c=<d>", "http://example.org", "mailto:a@example.org"])
def test_a_link_leads_to_its_address(address):
    link = only(svg(Hyperlink(1, 2, 30, 10, address)), "a")
    assert link.get(HREF) == address
    assert attributes(link[0], "x", "y", "width", "height") == (1.0, 2.0, 30.0, 10.0)


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc", " https://a", "https://a\nb", ""],
)
def test_a_link_leads_nowhere_else(address):
    assert elements(svg(Hyperlink(1, 2, 30, 10, address)), "a") == []


@pytest.mark.parametrize("outlines", [False, True])
def test_nothing_is_fetched_and_nothing_runs(outlines):
    data = svg_data(glyphs("<script>alert(1)</script> 😀"), outlines=outlines)
    root = ElementTree.fromstring(data)
    assert elements(root, "script", "foreignObject", "iframe", "animate") == []
    assert not [name for each in root.iter() for name in each.attrib if name.startswith("on")]
    assert all(link.startswith("#") for link in links(root))
    assert b"<!" not in data
    assert b"url(" not in data


@pytest.mark.parametrize("outlines", [False, True])
def test_the_same_drawing_is_the_same_bytes(outlines):
    once, again = (svg_data(glyphs("Té 😀 →"), INK, outlines=outlines) for _ in range(2))
    assert once == again


def test_browsers_are_told_to_keep_blanks():
    root = svg(glyphs("a b"))
    assert root.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
    assert content(only(root, "style")) == "text{white-space:pre}"


def sample():
    """The sample's own drawing and page."""
    project = read(resources.root() / "samples" / "restaurant.journey").project
    return Press(project).natural(project.maps[0].id)


def test_the_sample_has_a_group_for_every_lane_and_card():
    made, project = sample(), read(resources.root() / "samples" / "restaurant.journey").project
    root = ElementTree.fromstring(svg_bytes(made.drawing, fonts(), NO_PICTURES, made.page))
    cards = {card.id: lane.id for lane in project.maps[0].lanes for card in lane.cards}
    found = {card.get("id"): row.get("id") for row in named(root, "row") for card in named(row, "card")}
    assert found == {f"card-{card}": f"row-{lane}" for card, lane in cards.items()}


def painted(data, width, height):
    """An SVG as Qt paints it, which knows nothing of our PDF."""
    image = QImage(width, height, QImage.Format.Format_RGB888)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(data)).render(painter)
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(height, image.bytesPerLine())
    return rows[:, : 3 * width].reshape(height, width, 3).astype(int)


def test_outlines_look_like_the_pdf(qapp):
    made, page = sample(), Page(1800.0, 1100.0, 0.0, 0.0, 0.75)
    pdf = picture_of(pdf_bytes(made.drawing, fonts(), NO_PICTURES, page), 2)
    outlines = svg_bytes(made.drawing, fonts(), NO_PICTURES, page, outlines=True)
    apart = np.abs(painted(outlines, *pdf.size) - np.asarray(pdf, int)).max(axis=2)
    assert (apart > 96).mean() < 0.002  # of letters, whose edges two rasterisers soften differently


def test_both_forms_are_small():
    made = sample()
    text, outlines = (svg_bytes(made.drawing, fonts(), NO_PICTURES, made.page, outlines=each) for each in (False, True))
    assert len(text) < 250_000
    assert len(outlines) < 500_000
