"""Pictures of parts of a map hold what was chosen, at its place and size."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image
from PySide6.QtGui import QImageReader

from desktop.excerpt import DPI, MARGIN, MOST_PIXELS, excerpt
from desktop.storage.assets import Asset


def journey(sample):
    return sample.project.maps[0]


def lane(sample, kind):
    return next(lane for lane in journey(sample).lanes if lane.kind == kind)


def svg(sample, *ids):
    data = excerpt(sample.project, sample.assets, journey(sample).id, ids, "svg")
    return ElementTree.fromstring(data.decode())


def said(root):
    return " ".join("".join(root.itertext()).split())


def test_chosen_cards_are_alone(sample):
    card = next(c for c in lane(sample, "pains").cards if "27 minutes" in c.text)
    root = svg(sample, card.id)
    assert "27 minutes" in said(root)
    assert "Allergy" not in said(root)
    assert "Dine" not in said(root)


def test_a_stage_comes_with_its_headers_and_lanes(sample):
    stage = next(stage for stage in journey(sample).stages if stage.title == "Decide")
    text = said(svg(sample, stage.id))
    for words in ("Decide", "Compares", "Books a table", "Booking form", "annoyed"):
        assert words in text
    assert "Word of mouth" not in text


def test_a_lane_comes_with_its_label(sample):
    text = said(svg(sample, lane(sample, "pains").id))
    assert "What hurts" in text
    assert "Card details before a free" in text
    assert "Booking form" not in text


def test_arrows_between_chosen_cards_come_along(sample):
    link = next(link for link in journey(sample).links if link.kind == "tests")
    whole, part = svg(sample), svg(sample, link.source, link.target)
    assert said(part)
    assert float(part.get("viewBox").split()[2]) < float(whole.get("viewBox").split()[2])


def test_without_a_choice_it_is_the_whole_map(sample):
    assert journey(sample).title in said(svg(sample))


@pytest.mark.parametrize("kind", ["pains", "emotions"])
def test_a_picture_has_two_pixels_a_unit(sample, kind):
    data = excerpt(sample.project, sample.assets, journey(sample).id, [lane(sample, kind).id], "png")
    picture = Image.open(BytesIO(data))
    width = float(svg(sample, lane(sample, kind).id).get("viewBox").split()[2])
    assert abs(picture.width - width * DPI / 96) <= 2
    assert picture.getpixel((2, 2)) == (255, 255, 255)
    assert width > MARGIN * 2


def test_a_large_picture_has_as_many_pixels_as_other_programs_take(sample, monkeypatch):
    monkeypatch.setattr("desktop.excerpt.MOST_PIXELS", 1_000_000)
    picture = Image.open(BytesIO(excerpt(sample.project, sample.assets, journey(sample).id, (), "png")))
    assert 950_000 < picture.width * picture.height < 1_010_000
    assert QImageReader.allocationLimit() * 2**20 > MOST_PIXELS * 4


def test_a_damaged_picture_is_no_trouble(sample):
    broken = {"a" * 64: Asset(type="image/png", width=1, height=1, data="?")}
    assert excerpt(sample.project, broken, journey(sample).id, (), "png").startswith(b"\x89PNG")
