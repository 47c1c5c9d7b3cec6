"""What is to be done has a status in the inspector, and an experiment its dates."""

import pytest

from desktop.method.backlog import PROGRESS
from desktop.panels.inspector import options
from desktop.panels.inspector.card import DONE, REST, TOP


def spec(rows, path):
    return next(one for row in rows for one in row if one.path == path)


def test_the_status_begins_as_an_idea_and_ends_done_or_dropped(desk):
    found = options.progress(desk)
    assert tuple(key for key, _ in found) == PROGRESS
    assert [name for _, name in found] == ["Idea", "Planned", "Under way", "Done", "Dropped"]


def test_only_what_is_to_be_done_has_a_status():
    assert spec(REST, "status").kinds == DONE == ("opportunity", "tactic", "experiment")


@pytest.mark.parametrize("path", ["experiment.start", "experiment.end"])
def test_an_experiment_has_its_dates(path):
    assert spec(TOP, path).kinds == ("experiment",)
