"""The menu's way to pictures: asked for, read, placed, cut."""

import random

import pytest

from desktop import resources
from desktop.desk.desk import Desk
from desktop.dialogs.crop import Cut
from desktop.document.ids import Ids, ids_of
from desktop.document.locate import card_at
from desktop.picturing import Picturing
from desktop.session import Session
from pictures import png
from windows import Script


@pytest.fixture
def desk(sample):
    session = Session(sample)
    return Desk(session, resources.words("en"), Ids(random.Random(7).getrandbits, ids_of(session.project)))


@pytest.fixture
def told(desk):
    sentences = []
    desk.said.connect(sentences.append)
    return sentences


@pytest.fixture
def script():
    return Script()


@pytest.fixture
def picturing(qapp, desk, script):
    return Picturing(desk, script)


@pytest.fixture
def files(tmp_path):
    for number, name in enumerate(("a.png", "b.png")):
        (tmp_path / name).write_bytes(png(60 + number, 40))
    return [tmp_path / "a.png", tmp_path / "b.png"]


def picture(desk):
    (card,) = desk.selected
    return card_at(desk.journey, card).card.picture


def test_chosen_files_become_cards(desk, script, picturing, files):
    script.pictures = files
    picturing.insert()
    assert len(desk.selected) == 2


def test_thinking_better_of_it_changes_nothing(desk, picturing):
    picturing.insert()
    assert desk.session.undoable is None


def test_a_selected_picture_is_exchanged(desk, script, picturing, files):
    script.pictures = files[:1]
    picturing.insert()
    before = picture(desk)
    script.pictures = files[1:]
    picturing.insert()
    assert picture(desk).asset != before.asset


def test_a_file_that_is_no_picture_is_named(desk, script, picturing, told, tmp_path):
    script.pictures = [tmp_path / "gone.png"]
    picturing.insert()
    assert "gone.png" in told[0]


def test_a_part_is_chosen(desk, script, picturing, files):
    script.pictures = files[:1]
    picturing.insert()
    script.cut = Cut((0.0, 0.0, 0.5, 1.0), "fill")
    picturing.crop()
    assert script.cropped == [(60, 40, Cut((0.0, 0.0, 1.0, 1.0), "fit"))]
    assert (picture(desk).crop, picture(desk).fit) == ((0.0, 0.0, 0.5, 1.0), "fill")


def test_without_a_picture_there_is_nothing_to_cut(desk, picturing, told):
    picturing.crop()
    assert told == ["Select one card with a picture first."]


def test_a_persona_gets_a_picture(desk, script, picturing, files):
    script.pictures = files
    picturing.portray(desk.project.personas[0].id)
    assert desk.project.personas[0].picture.asset in desk.session.assets
