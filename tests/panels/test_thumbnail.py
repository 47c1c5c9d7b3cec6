"""Small pictures of maps."""

import random
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from desktop import resources
from desktop.document.base import changed
from desktop.document.ids import Ids
from desktop.document.project import Project
from desktop.panels import thumbnail
from desktop.panels.thumbnail import SIZE, Album, Easel
from desktop.storage.assets import font_asset
from desktop.storage.reader import Opened
from desktop.storage.templates import from_template
from typefaces import typeface


@pytest.fixture
def easel(qapp):
    return Easel("en")


@pytest.fixture
def album(qapp, tmp_path):
    return Album(tmp_path / "pictures")


@pytest.fixture
def red(qapp):
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    picture.fill(QColor("#FF0000"))
    return picture


def blank():
    return from_template(resources.root() / "templates", "blank", "", Ids(random.Random(1).getrandbits))


def colours(picture):
    return {picture.pixelColor(x, y).name() for x in range(0, SIZE[0], 2) for y in range(0, SIZE[1], 2)}


def test_a_picture_shows_the_map_on_paper(easel, sample):
    picture = easel.picture(sample)
    assert (picture.width(), picture.height()) == SIZE
    assert picture.pixelColor(1, 1).name() == "#ffffff"
    assert {"#26356a", "#cf3f66"} <= {each.lower() for each in colours(picture)} or len(colours(picture)) > 500


def test_a_small_map_fills_the_picture_too(easel):
    picture = easel.picture(blank())
    right = [picture.pixelColor(SIZE[0] - 25, y).name() for y in range(SIZE[1])]
    assert set(right) != {"#ffffff"}


def test_many_cards_are_painted_as_boxes(easel, sample, monkeypatch):
    full = easel.picture(sample)
    monkeypatch.setattr(thumbnail, "FEW", 10)
    coarse = easel.picture(sample)
    assert coarse != full
    assert len(colours(coarse)) > 50


@pytest.mark.parametrize("few", [10, 400])
def test_any_part_of_a_map_can_be_painted(easel, sample, monkeypatch, few):
    monkeypatch.setattr(thumbnail, "FEW", few)
    scene = easel.scene(sample)
    whole, part = (QImage(*size, QImage.Format.Format_RGB32) for size in ((900, 600), (300, 200)))
    for image, left, top in ((whole, 0, 0), (part, 400, 300)):
        image.fill(QColor("white"))
        painter = QPainter(image)
        painter.translate(-left, -top)
        easel.paint(painter, scene, 900, sample.assets)
        painter.end()
    assert part == whole.copy(400, 300, 300, 200)


def test_a_project_without_maps_has_no_picture(easel):
    assert easel.picture(Opened(Project(id="p"), {})) is None


def test_a_scene_is_painted_as_wide_as_asked(easel):
    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(QColor("#FFFFFF"))
    painter = QPainter(image)
    easel.paint(painter, easel.scene(blank()), 200)
    painter.end()
    inked = [x for x in range(400) if any(image.pixelColor(x, y).name() != "#ffffff" for y in range(300))]
    assert 150 < max(inked) < 200


def test_a_kept_picture_comes_back(album, red, tmp_path):
    album.keep(tmp_path / "a.journey", red)
    assert album.picture(tmp_path / "a.journey").pixelColor(5, 5).name() == "#ff0000"


def test_every_file_has_its_own(album, red, tmp_path):
    album.keep(tmp_path / "a.journey", red)
    assert album.picture(tmp_path / "b.journey") is None


@pytest.mark.parametrize("damage", [b"", b"no picture", b"x" * (thumbnail.LARGEST + 1)])
def test_a_damaged_picture_is_none(album, red, tmp_path, damage):
    album.keep(tmp_path / "a.journey", red)
    next((tmp_path / "pictures").iterdir()).write_bytes(damage)
    assert album.picture(tmp_path / "a.journey") is None


def test_a_picture_of_another_size_is_not_unpacked(album, tmp_path, qapp):
    album.keep(tmp_path / "a.journey", QImage(5000, 5000, QImage.Format.Format_Mono))
    assert album.picture(tmp_path / "a.journey") is None


def test_pictures_of_forgotten_files_are_swept(album, red, tmp_path):
    for name in "abc":
        album.keep(tmp_path / name, red)
    album.sweep([tmp_path / "b"])
    assert [album.picture(tmp_path / name) is not None for name in "abc"] == [False, True, False]


def test_where_nothing_can_be_kept_there_is_none(red, tmp_path):
    (tmp_path / "file").write_text("in the way")
    album = Album(tmp_path / "file" / "pictures")
    album.keep(tmp_path / "a", red)
    album.sweep([])
    assert album.picture(tmp_path / "a") is None


def in_brand(opened, **fields):
    key, face = font_asset(typeface())
    brand = changed(opened.project.brand, **fields, text_font="Lume Sans", text_files=(key,))
    return replace(opened, project=changed(opened.project, brand=brand), assets={**opened.assets, key: face})


def test_a_small_picture_wears_the_projects_brand(easel, sample):
    plain, branded = easel.picture(sample), easel.picture(in_brand(sample))
    assert branded != plain
    assert easel.picture(in_brand(sample, accent="#0F766E")) != branded
    assert easel.picture(sample) == plain


def test_without_its_fonts_it_is_set_in_ours(easel, sample):
    bare = replace(in_brand(sample), assets=sample.assets)
    assert easel.picture(bare) == easel.picture(sample)
