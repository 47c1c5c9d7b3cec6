import pytest

from desks import small_map
from desktop.desk.album import Album, Shot, guessed
from desktop.storage.errors import StorageError
from walls import ASIDE, SCALE, Hung, plan_of, px

PLAN = plan_of(small_map().maps[0])


@pytest.fixture(scope="module")
def hung():
    """Notes in A1 and D3, a thin line in B1, a cross in C2."""
    return Hung(PLAN).note("A1").note("D3", "#A9D6FF").pen("B1").tick("C2", -1)


@pytest.fixture(scope="module")
def path(hung, tmp_path_factory):
    return hung.save(tmp_path_factory.mktemp("photos") / "wall.jpg", quality=85)


@pytest.fixture(scope="module")
def album(path):
    album = Album(PLAN)
    album.add(path)
    return album


def fresh(path):
    album = Album(PLAN)
    album.add(path)
    return album


def cell(address):
    return PLAN.cell(address)


def test_marks_are_found_while_a_photo_is_added(album):
    (shot,) = album.shots
    assert shot.found == (True,) * 4
    assert album.fault(shot) == ""
    assert shot.corners[0] == pytest.approx(px(PLAN.marks[0]), abs=1.0)


def test_a_point_of_the_wall_is_where_it_is_in_the_photo(album):
    seen = album.seen(album.shots[0])
    assert seen(200.0, 150.0) == pytest.approx(px((200.0, 150.0)), abs=1.5)


def test_all_cells_are_in_a_photo_of_the_whole_wall(album):
    assert album.cells() == PLAN.cells


def test_a_crop_shows_the_cell_with_a_border(album):
    crop = album.crop(cell("A1"))
    rect = cell("A1").rect
    assert crop.width / crop.height == pytest.approx((rect.width + 8) / (rect.height + 8), abs=0.01)
    assert crop.getpixel((crop.width // 2, crop.height // 2)) == pytest.approx((255, 228, 92), abs=12)


def test_what_was_written_on_looks_so(album):
    written = {each.address for each in PLAN.cells if not album.looks_empty(each)}
    assert written == {"A1", "D3", "B1", "C2"}


def test_a_cross_is_read_as_its_value(album):
    assert album.ticked(cell("C2")) == -1
    assert album.ticked(cell("A2")) is None
    assert album.ticked(cell("A1")) is None


def test_two_crosses_are_not_read(tmp_path):
    album = fresh(Hung(PLAN).tick("A2", 1).tick("A2", 2).save(tmp_path / "two.png"))
    assert album.ticked(cell("A2")) is None


def test_what_was_stuck_is_lifted_off_white_paper(album):
    lifted = album.lifted(cell("A1"), 2.0)
    assert lifted.getpixel((1, 1)) == (255, 255, 255)
    assert lifted.getpixel((lifted.width // 2, lifted.height - 20))[2] < 140
    assert album.lifted(cell("C1"), 2.0) is None


def test_what_is_straightened_has_the_shape_of_the_wall(album):
    (shot,) = album.shots
    whole, area = album.straightened(shot, 400), album.area(shot)
    assert whole.width / whole.height == pytest.approx((area.width + 8) / (area.height + 8), abs=0.02)


def test_a_missing_mark_is_waited_for(tmp_path):
    album = fresh(Hung(PLAN, marks=(0, 1, 3)).save(tmp_path / "three.png"))
    (shot,) = album.shots
    assert shot.missing == (2,)
    assert album.fault(shot) == "missing"
    assert album.cells() == ()
    assert album.straightened(shot, 300) is None


def test_it_is_put_by_hand(tmp_path):
    album = fresh(Hung(PLAN, marks=(0, 1, 3)).save(tmp_path / "three.png"))
    a, b, _, d = album.shots[0].corners
    album.set_corners(0, (a, b, px(PLAN.marks[2]), d))
    assert album.shots[0].found == (True, True, False, True)
    assert album.cells() == PLAN.cells


def test_points_that_cannot_be_are_told(path):
    album = fresh(path)
    a, b, c, d = album.shots[0].corners
    album.set_corners(0, (a, c, b, d))
    assert album.fault(album.shots[0]) == "hollow"
    assert album.cells() == ()


def test_the_corners_of_a_block_of_slots_do_as_well(path):
    album, block = fresh(path), PLAN.between(cell("B1"), cell("C3"))
    album.set_extent(0, ("B1", "C3"))
    corners = [(block.x, block.y), (block.right, block.y), (block.right, block.bottom), (block.x, block.bottom)]
    a, b, c, d = map(px, corners)
    album.set_corners(0, (a, b, c, d))
    assert album.seen(album.shots[0])(200.0, 150.0) == pytest.approx(px((200.0, 150.0)), abs=0.01)
    assert album.area(album.shots[0]) == block


def test_of_a_part_of_the_wall_only_whole_cells_are_walked_to(hung, tmp_path):
    right = px((cell("C1").rect.x, 0.0))[0] - 2
    hung.image.crop((0, 0, round(right), hung.image.height)).save(tmp_path / "left.png")
    album = fresh(tmp_path / "left.png")
    block = PLAN.between(cell("A1"), cell("B3"))
    album.set_extent(0, ("A1", "B3"))
    corners = [(block.x, block.y), (block.right, block.y), (block.right, block.bottom), (block.x, block.bottom)]
    a, b, c, d = map(px, corners)
    album.set_corners(0, (a, b, c, d))
    assert {each.address[0] for each in album.cells()} == {"A", "B"}


def test_the_larger_of_two_photos_is_taken(hung, path, tmp_path):
    album = fresh(path)
    small = hung.image.resize((hung.image.width // 2, hung.image.height // 2))
    small.save(tmp_path / "small.png")
    album.add(tmp_path / "small.png")
    assert album.best(cell("A1")) is album.shots[0]
    album.remove(0)
    assert album.best(cell("A1")) is album.shots[0]
    assert album.shots[0].photo.name == "small.png"


def test_a_photo_on_its_side_is_turned_until_its_marks_are_right(hung, tmp_path):
    hung.image.rotate(90, expand=True).save(tmp_path / "lying.png")
    album = fresh(tmp_path / "lying.png")
    album.turn(0)
    seen = album.seen(album.shots[0])
    assert seen(200.0, 150.0) == pytest.approx(px((200.0, 150.0)), abs=1.5)


def test_what_cannot_be_read_leaves_the_album_as_it_was(tmp_path):
    (tmp_path / "broken.jpg").write_bytes(b"broken")
    album = Album(PLAN)
    with pytest.raises(StorageError):
        album.add(tmp_path / "broken.jpg")
    assert album.shots == []


def test_without_photos_nothing_is_known():
    album = Album(PLAN)
    assert album.crop(cell("A1")) is None
    assert album.best(cell("A1")) is None
    assert not album.looks_empty(cell("A1"))
    assert album.ticked(cell("A2")) is None


def test_unknown_points_are_guessed_inside_the_photo(album):
    photo = album.shots[0].photo
    assert Shot(photo).quad == guessed(photo.width, photo.height)
    assert all(0 < x < photo.width and 0 < y < photo.height for x, y in Shot(photo).quad)


def test_the_picture_of_the_tests_is_true():
    assert px((10.0, 20.0)) == (10 * SCALE + ASIDE, 20 * SCALE + ASIDE)
