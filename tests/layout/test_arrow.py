"""An arrow keeps its place as long as nothing of it is other."""

import pytest
from waycases import end, routed

from desktop.document.journey import Link
from desktop.layout.arrow import Arrow, box_of
from desktop.layout.gutters import Change, Level
from desktop.layout.places import Rect
from tests.grids import card

SPOTS = ((90.0, Level(0, 26.0)), (110.0, Level(1, 30.0)))


def link(label=""):
    return Link(id="k", kind="leads", source="c1", target="c2", label=label)


@pytest.fixture
def arrow():
    made = Arrow(link(), 0, routed("k", end(1, 0), end(2, 1)))
    made.source, made.target = card(1), card(2)
    return made


def test_its_points_follow_the_heights_of_rows(arrow):
    place = arrow.placed(SPOTS, [100.0, 200.0])
    assert place.points == ((90.0, 126.0), (110.0, 230.0))
    assert place.rect == Rect(90.0, 126.0, 20.0, 104.0)


def test_it_stays_the_same_object_while_its_rows_stay_where_they_are(arrow):
    place = arrow.placed(SPOTS, [100.0, 200.0, 300.0])
    assert arrow.placed(SPOTS, [100.0, 200.0, 350.0]) is place
    assert arrow.placed(SPOTS, [100.0, 210.0, 350.0]) is not place


def test_another_card_makes_another_place(arrow):
    place = arrow.placed(SPOTS, [100.0, 200.0])
    arrow.target = card(2, text="Other")
    assert arrow.placed(SPOTS, [100.0, 200.0]).target is not place.target


def test_without_ends_it_has_no_place():
    with pytest.raises(ValueError, match="route"):
        Arrow(link(), 0).placed(SPOTS, [0.0, 1.0])


@pytest.mark.parametrize(
    ("row", "columns", "depends"),
    [
        (0, None, False),
        (1, None, True),
        (2, (0,), True),
        (2, (1, 4), True),
        (2, (2, 4), False),
        (2, (), False),
        (3, (0,), False),
    ],
)
def test_what_it_depends_on(arrow, row, columns, depends):
    assert arrow.depends_on([Change(row, columns)]) is depends


def test_what_is_not_known_has_to_be_looked_at():
    assert Arrow(link(), 0).depends_on([])


def test_what_is_known_is_kept_for_the_same_link_alone(arrow):
    assert Arrow.of(arrow.link, 0, arrow) is arrow
    assert Arrow.of(arrow.link, 1, arrow) is not arrow
    assert Arrow.of(link("new"), 0, arrow) is not arrow
    assert Arrow.of(arrow.link, 0, None).route is None


def test_the_box_round_points():
    assert box_of([(3.0, 1.0), (1.0, 5.0)]) == Rect(1.0, 1.0, 2.0, 4.0)
