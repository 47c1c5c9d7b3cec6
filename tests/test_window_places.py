"""How a window is left and comes back."""

import pytest

from desktop.document.edits.cards import Spot
from desktop.document.edits.maps import add_map
from desktop.preferences import Place
from desktop.session import Session
from desktop.standing import place_of, put, take_over
from desktop.window import Window
from windows import Home, Script


@pytest.fixture
def make(qtbot, sample):
    """Windows on the restaurant visit with a second map."""
    made = []

    def make():
        session = Session(sample)
        session.edit("Add", add_map(session.project, "Lunch", new_id=iter(("m2", "s2", "d2")).__next__))
        window = Window(session, Home(), Script())
        made.append(window)
        return window

    yield make
    for window in made:
        window.dismiss()


def second(window):
    return next(each.id for each in window.session.project.maps if each.title == "Lunch")


def test_a_window_comes_back_with_its_map_and_its_scale(make):
    one, two = make(), make()
    put(one, Place())
    one.desk.show_map(second(one))
    one.canvas.zoom_to(0.75)
    place = place_of(one)
    put(two, place.model_copy(update={"map": second(two)}))
    assert two.desk.journey.title == "Lunch"
    assert two.canvas.zoom == 0.75


def test_the_scroll_position_comes_back(make):
    one, two = make(), make()
    put(one, Place())
    one.canvas.zoom_to(2.0)
    one.canvas.scroll_to(300, 200)
    put(two, place_of(one))
    assert two.canvas.standpoint == (2.0, (300, 200))


def test_panels_come_back_as_they_were(make):
    one, two = make(), make()
    put(one, Place())
    one.docks.show_palette(False)
    put(two, place_of(one))
    assert two.docks.docks["palette"].isHidden()


def test_a_fitted_map_is_no_scale(make):
    window = make()
    put(window, Place())
    assert (place_of(window).zoom, place_of(window).scroll) == (None, (0, 0))


@pytest.mark.parametrize(
    "place",
    [
        Place(geometry="no base64!", layout="no base64!", map="gone"),
        Place(geometry="AAAA", layout="AAAA"),
        Place(zoom=99.0, scroll=(10**9, -(10**9))),
        Place(geometry="ä", layout="ü"),
    ],
)
def test_nonsense_does_no_harm(make, place):
    window = make()
    put(window, place)
    assert window.isVisible()
    assert window.desk.journey is not None


def test_a_place_survives_being_written(make):
    window = make()
    put(window, Place())
    place = place_of(window)
    assert Place.model_validate_json(place.model_dump_json()) == place


def test_the_same_work_goes_on_in_another_window(make):
    one, two = make(), make()
    put(one, Place())
    put(two, Place())
    journey = one.desk.journey
    lane = next(lane for lane in journey.lanes if lane.cards)
    one.desk.select([lane.cards[0].id])
    one.desk.aim(Spot(lane.id, journey.stages[0].steps[0].id))
    take_over(two, one)
    assert two.desk.selected == one.desk.selected
    assert two.desk.target == one.desk.target
