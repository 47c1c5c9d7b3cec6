"""The canvas of a window."""

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.document.cards import Picture
from desktop.document.edits.cards import edit_cards
from desktop.document.edits.facts import edit_project
from desktop.panels.easel import canvas_on
from desktop.session import Session
from desktop.storage.assets import Asset
from desktop.storage.reader import Opened

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
