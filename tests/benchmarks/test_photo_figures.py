import pytest

from benchmarks import photos, snaps
from desktop import resources
from desktop.storage.reader import read


@pytest.fixture(scope="module")
def print_of():
    project = read(resources.root() / "samples" / "restaurant.journey").project
    return snaps.printed(project, project.maps[0].id)


@pytest.mark.parametrize(
    "stand",
    [photos.STANDS[0], *(pytest.param(stand, marks=pytest.mark.stress) for stand in photos.STANDS[1:])],
)
def test_cells_of_a_photographed_wall_are_cut_out_within_three_millimetres(print_of, stand, tmp_path):
    result = photos.measured(*print_of, stand, tmp_path)
    assert result.worst <= photos.MOST_MM


def test_all_of_the_wall_is_in_every_picture(print_of):
    _, plan = print_of
    for stand in photos.STANDS:
        seen = stand.seen([(0.0, 0.0), (plan.width, 0.0), (plan.width, plan.height)], plan.width, plan.height)
        assert all(0 <= x <= snaps.SIZE[0] and 0 <= y <= snaps.SIZE[1] for x, y in seen)


def test_from_the_front_a_wall_keeps_its_shape(print_of):
    _, plan = print_of
    a, b, c, _ = snaps.Stand().seen(plan.marks, plan.width, plan.height)
    (x0, y0), (x1, _), (_, y2) = a, b, c
    assert (x1 - x0) / (y2 - y0) == pytest.approx((plan.width - 24) / (plan.height - 24))
