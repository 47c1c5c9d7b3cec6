"""What photos of the wall show, kept as picture cards."""

import pytest

from desks import desk_on, small_map
from desktop.desk.album import Album
from desktop.desk.paperwalk import PaperWalk
from desktop.desk.snapping import Snapping
from desktop.document.edits.cards import Spot
from desktop.document.locate import card_at, cards_of
from desktop.storage.assets import is_sound
from desktop.storage.pictures import LONGEST
from walls import Hung, plan_of

PLAN = plan_of(small_map().maps[0])


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    album = Album(PLAN)
    album.add(Hung(PLAN).note("A1").save(tmp_path_factory.mktemp("photos") / "wall.png"))
    return album


@pytest.fixture
def desk():
    return desk_on()


@pytest.fixture
def walk(desk, album):
    return PaperWalk(desk, album)


def pictures(desk):
    return [card for card in cards_of(desk.journey) if card.kind == "picture"]


def kept(desk):
    """The one picture card, and its asset."""
    card = pictures(desk)[0]
    return card, desk.session.assets[card.picture.asset]


def test_the_cell_is_a_picture_card_at_its_step(walk, desk):
    walk.go(1)
    assert walk.keep()
    card, _ = kept(desk)
    assert card.first == walk.cell.step
    assert card_at(desk.journey, card.id).lane.kind == "images"


def test_it_is_what_the_walk_shows(walk, desk, album):
    walk.keep()
    card, asset = kept(desk)
    crop = album.crop(walk.cell)
    assert (asset.width, asset.height) == crop.size
    assert card.picture.aspect == pytest.approx(crop.width / crop.height)


def test_its_bytes_are_stored_as_those_of_pasted_pictures_are(walk, desk):
    walk.keep()
    card, asset = kept(desk)
    assert is_sound(card.picture.asset, asset)
    assert asset.type in ("image/jpeg", "image/png")
    assert max(asset.width, asset.height) <= LONGEST


def test_one_undo_step_takes_it_back(walk, desk):
    before = desk.project
    walk.keep()
    desk.undo()
    assert desk.project is before


def test_the_walk_and_the_slot_stay(walk, desk):
    walk.go(1)
    cell = walk.cell
    walk.keep()
    assert walk.cell == cell
    assert desk.target == Spot(cell.lane, cell.step)


def test_kept_twice_it_is_stored_once(walk, desk):
    walk.keep()
    walk.keep()
    assert len(pictures(desk)) == 2
    assert len({card.picture.asset for card in pictures(desk)}) == 1


def test_a_whole_photo_is_straightened_first(desk, album):
    shot = album.shots[0]
    assert Snapping(desk, album).photo(shot)
    card, asset = kept(desk)
    area = album.area(shot)
    assert max(asset.width, asset.height) <= LONGEST
    assert card.picture.aspect == pytest.approx((area.width + 8) / (area.height + 8), abs=0.02)


def test_a_photo_without_corners_is_kept_as_it_was_taken(desk, tmp_path):
    album = Album(PLAN, lambda _: (None,) * 4)
    shot = album.add(Hung(PLAN).save(tmp_path / "bare.png"))
    assert Snapping(desk, album).photo(shot)
    assert kept(desk)[0].picture.aspect == pytest.approx(shot.photo.width / shot.photo.height, abs=0.01)


def test_without_photos_there_is_nothing_to_keep(desk):
    assert not PaperWalk(desk, Album(PLAN)).keep()
    assert not pictures(desk)
