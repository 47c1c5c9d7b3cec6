"""The canvas of a window."""

import gc
import weakref

import pytest
from PySide6.QtTest import QTest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.base import changed
from desktop.document.cards import Picture
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_project
from desktop.panels.easel import canvas_on, studio_of
from desktop.session import Session
from desktop.storage.assets import Asset, font_asset
from desktop.storage.reader import Opened
from typefaces import typeface

KEY = "ab" * 32


@pytest.fixture
def make(qtbot):
    def make(project, assets=None):
        desk = Desk(Session(Opened(project, assets or {})), resources.words("en"), lambda: "x")
        canvas = canvas_on(desk)
        qtbot.addWidget(canvas)
        canvas.resize(900, 600)
        canvas.show()
        return canvas

    return make


def test_the_map_is_shown_in_the_projects_language(make, sample):
    canvas = make(edit_project(sample.project, language="de"))
    assert canvas.scene.project.language == "de"
    assert canvas.viewport().grab().toImage() != make(sample.project).viewport().grab().toImage()


def test_the_brands_accent_is_worn(make, sample):
    brand = sample.project.brand.model_copy(update={"accent": "#0F766E"})
    plain, branded = make(sample.project), make(edit_project(sample.project, brand=brand))
    assert plain.viewport().grab().toImage() != branded.viewport().grab().toImage()


@pytest.mark.parametrize(
    "assets", [{}, {KEY: Asset(type="image/png", width=10, height=10, data="not base64")}], ids=["missing", "damaged"]
)
def test_a_picture_that_cannot_be_had_is_shown_as_missing(make, sample, assets):
    card = sample.project.maps[0].lanes[0].cards[0]
    project = edit_cards(sample.project, sample.project.maps[0].id, [card.id], picture=Picture(asset=KEY))
    canvas = make(project, assets)
    assert canvas.scene.hits.rect(card.id) is not None
    assert not canvas.viewport().grab().toImage().isNull()


def test_canvases_that_look_alike_share_what_is_drawn(make, sample):
    one, other = make(sample.project), make(sample.project)
    accent = sample.project.brand.model_copy(update={"accent": "#0F766E"})
    assert one.studio is other.studio
    for project in (edit_project(sample.project, language="de"), edit_project(sample.project, brand=accent)):
        assert make(project).studio is not one.studio


def test_a_studio_goes_with_its_last_canvas():
    setter = resources.typesetter()
    gone = weakref.ref(studio_of(setter, "#123456", "en"))
    gc.collect()
    assert gone() is None
    kept = studio_of(setter, "#123456", "en")
    assert studio_of(setter, "#123456", "en") is kept


FONT, FACE = font_asset(typeface(width=700))


def shot(canvas):
    return canvas.viewport().grab().toImage()


def wear(canvas, **fields):
    project = canvas.desk.project
    after = edit_project(project, brand=changed(project.brand, **fields))
    assert canvas.desk.edit("Brand", after)


def test_a_new_accent_is_seen_at_once_and_undone(make, sample):
    canvas = make(sample.project)
    before = shot(canvas)
    wear(canvas, accent="#0F766E")
    assert shot(canvas) != before
    canvas.desk.undo()
    assert shot(canvas) == before


def test_the_map_is_set_in_the_brands_font_and_again_in_ours(make, sample):
    canvas = make(sample.project, {FONT: FACE})
    fonts = canvas.studio.composer.typesetter.fonts
    wear(canvas, text_font="Lume Sans", text_files=(FONT,))
    assert canvas.studio.composer.typesetter.fonts.family(_first(canvas)) == "Lume Sans"
    canvas.desk.undo()
    assert canvas.studio.composer.typesetter.fonts is fonts


def _first(canvas):
    return canvas.studio.composer.typesetter.fonts.chain("regular")[0].key


def test_a_font_that_is_not_there_is_replaced_by_ours(make, sample):
    canvas = make(sample.project)
    studio = canvas.studio
    wear(canvas, text_font="Lume Sans", text_files=(FONT,))
    assert canvas.studio is studio


def test_a_name_alone_keeps_all_that_is_remembered(make, sample):
    canvas = make(sample.project)
    studio = canvas.studio
    wear(canvas, name="Lume")
    assert canvas.studio is studio


def test_what_is_being_written_is_handed_in_before_the_font_changes(make, sample):
    canvas = make(sample.project, {FONT: FACE})
    card = sample.project.maps[0].lanes[0].cards[0]
    canvas.desk.select((card.id,))
    canvas.keyboard.write()
    QTest.keyClicks(canvas.writer, " soon")
    wear(canvas, text_font="Lume Sans", text_files=(FONT,))
    assert canvas.writer is None


@pytest.mark.parametrize("look", [{"cff": True}, {"variable": True}, {"letters": "An"}], ids=["cff", "variable", "few"])
def test_every_kind_of_font_is_seen_on_the_canvas(make, sample, look):
    key, face = font_asset(typeface("Odd Sans", **look))
    canvas = make(sample.project, {key: face})
    before = shot(canvas)
    wear(canvas, title_font="Odd Sans", title_files=(key,))
    assert shot(canvas) != before
