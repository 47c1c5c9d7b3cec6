"""With which map a print of a comparison holds the one shown, and in which order."""

import random

import pytest

from desktop import resources
from desktop.dialogs.poster.compared import ComparedPage
from desktop.document.edits.maps import add_map, duplicate_map, rename_map
from desktop.document.ids import Ids
from desktop.plan.settings import Settings
from errands import pick

WORDS = resources.words("en")
COMPARISON = Settings(content="comparison", paper="A3")


@pytest.fixture
def project(sample):
    new_id = Ids(random.Random(2).getrandbits, ())
    derived = duplicate_map(sample.project, sample.project.maps[0].id, "Tomorrow", new_id=new_id, status="ideal")
    return add_map(derived, "Lunch", new_id=new_id)


@pytest.fixture
def ids(project):
    """By title the ids of the maps."""
    return {each.title: each.id for each in project.maps}


@pytest.fixture
def told():
    return []


@pytest.fixture
def page_of(qtbot, told):
    def make(project, settings=COMPARISON, number=0):
        page = ComparedPage(project.maps[number], project, WORDS)
        qtbot.addWidget(page)
        page.changed.connect(told.append)
        page.show()
        page.show_settings(settings)
        return page

    return make


@pytest.fixture
def page(page_of, project):
    return page_of(project)


def entries(box):
    return [box.itemText(row) for row in range(box.count())]


def test_the_map_that_belongs_to_it_is_chosen_at_first(page, ids):
    assert entries(page.against) == ["Tomorrow · ideal", "Lunch · current"]
    assert page.against.value == ids["Tomorrow"]
    assert entries(page.order) == ["current → ideal", "ideal → current"]
    assert page.order.value is False


def test_the_order_is_told_from_the_later_map_too(page_of, project, ids):
    later = next(at for at, each in enumerate(project.maps) if each.title == "Tomorrow")
    page = page_of(project, number=later)
    assert page.against.value == project.maps[0].id
    assert entries(page.order)[0] == "current → ideal"


def test_another_map_is_told_with_its_own_order(page, told, ids):
    pick(page.order, True)
    pick(page.against, ids["Lunch"])
    assert (told[-1].against, told[-1].turned) == (ids["Lunch"], False)
    assert entries(page.order) == ["An evening at Osteria Lume → Lunch", "Lunch → An evening at Osteria Lume"]


def test_the_other_way_round_is_told_and_shown_again(page, told):
    pick(page.order, True)
    assert told[-1].turned
    page.show_settings(told[-1])
    assert page.order.currentText() == "ideal → current"


def test_other_contents_do_not_ask(page):
    page.show_settings(Settings())
    assert not page.isVisible()
    page.show_settings(COMPARISON)
    assert page.isVisible()


def test_without_another_map_nothing_is_asked(page_of, sample):
    assert not page_of(sample.project).isVisible()


def test_in_what_state_a_map_is_stays_in_sight(page_of, project, ids):
    renamed = rename_map(project, ids["Tomorrow"], "An evening at Osteria Lume as it should be")
    page = page_of(renamed)
    assert entries(page.against)[0] == "An evening at Osteria… · ideal"


def test_a_map_that_has_gone_gives_way_to_the_one_that_belongs_to_it(page, ids):
    page.show_settings(Settings(content="comparison", against="gone"))
    assert page.against.value == ids["Tomorrow"]
