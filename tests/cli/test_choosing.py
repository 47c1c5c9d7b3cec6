"""Which map of a project a command is about."""

from pathlib import Path

import pytest

from desktop.cli.choosing import chosen_map
from desktop.cli.speech import CommandError
from desktop.document.journey import JourneyMap
from desktop.document.project import Project

FILE = Path("dinner.journey")
MAPS = Project(
    id="p",
    maps=(JourneyMap(id="a", title="Later", rank="z"), JourneyMap(id="b", title="First"), JourneyMap(id="c", rank="k")),
)


def refused(project, wanted):
    with pytest.raises(CommandError) as told:
        chosen_map(project, wanted, FILE)
    return str(told.value)


def test_the_first_that_people_see_where_none_is_named():
    assert chosen_map(MAPS, None, FILE).id == "b"


@pytest.mark.parametrize("wanted", ["a", "Later", "LATER"])
def test_by_id_or_by_title_whatever_its_capitals(wanted):
    assert chosen_map(MAPS, wanted, FILE).id == "a"


def test_one_that_is_not_there_is_refused():
    assert refused(MAPS, "Nowhere") == "“dinner.journey” has no map “Nowhere”."


def test_a_project_without_maps_is_refused():
    assert refused(Project(id="p"), None) == "“dinner.journey” has no map."


def test_a_title_that_two_maps_have_is_refused():
    twins = Project(id="p", maps=(JourneyMap(id="a", title="Visit"), JourneyMap(id="b", title="visit")))
    assert refused(twins, "Visit") == "“dinner.journey” has 2 maps “Visit”; name one by its id."
