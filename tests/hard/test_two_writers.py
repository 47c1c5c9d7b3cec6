"""Two people with one file, in every order of opening, editing and saving: nobody's saved work is lost unseen."""

import sys
from itertools import permutations

import pytest
from forked import keeping_in
from forks import Forks
from person import Person

from desktop.document.project import Project
from desktop.storage.reader import parse, read
from desktop.storage.writer import dump

DEEDS = ("open", "edit", "save")
ORDERS = sorted({"".join(order) for order in permutations("aaabbb")})
"""Each does the three deeds in their order; the letters say whose turn it is."""

every_order = pytest.mark.parametrize("order", ORDERS)


@pytest.fixture
def path(tmp_path):
    """A file with an empty title."""
    path = tmp_path / "map.journey"
    path.write_bytes(dump(Project(id="p"), {}))
    return path


@pytest.fixture
def own(tmp_path):
    return tmp_path / "own"


@pytest.fixture
def ada(path, own):
    """Works in this process."""
    ada = Person(path, keeping_in(own))
    yield ada
    ada.leaves()


@pytest.fixture
def window(path, own):
    """Somebody in another window of the same process."""
    person = Person(path, keeping_in(own))
    yield person
    person.leaves()


@pytest.fixture(scope="module")
def forks():
    forks = Forks()
    yield forks
    forks.close()


@pytest.fixture
def process(forks, path, own):
    """Somebody in a process of their own."""
    if sys.platform == "win32":
        pytest.skip("Windows has no fork")
    child = forks.begin("obey", path, own, 0)
    yield child
    child.kill()


def play(order, how, **people) -> dict[str, list[str]]:
    """What came of each one's deeds."""
    said = {name: [] for name in people}
    for name in order:
        deed = DEEDS[len(said[name])]
        word = {"open": how, "edit": name, "save": ""}[deed]
        said[name].append(people[name].does(deed, word))
    return said


def versions(path, own) -> list[str]:
    """The titles of what is in the backups."""
    backups = keeping_in(own).backups
    return [parse(backups.content(version)).project.title for version in backups.versions(path)]


def check(order, said, path, own) -> None:
    """Whoever was told “saved” finds the work in the file; only a person who had seen it may have built upon it."""
    title = read(path).project.title
    for name, (_, _, save) in said.items():
        assert save != "done" or name in title
        assert save == "done" or name not in title
    assert any(save == "done" for _, _, save in said.values())
    assert versions(path, own)[0] == title


@every_order
def test_two_windows_with_locks(ada, window, path, own, order):
    said = play(order, "", a=ada, b=window)
    check(order, said, path, own)
    assert [said[name][0] for name in dict.fromkeys(order)] == ["done", "held"]
    assert said[order[0]][2] == "done"


@every_order
def test_two_windows_when_the_lock_is_taken_over(ada, window, path, own, order):
    check(order, play(order, "over", a=ada, b=window), path, own)


@every_order
def test_two_processes_with_locks(ada, process, path, own, order):
    said = play(order, "", a=ada, b=process)
    check(order, said, path, own)
    assert [said[name][0] for name in dict.fromkeys(order)] == ["done", "held"]


@every_order
def test_two_processes_when_the_lock_is_taken_over(ada, process, path, own, order):
    """As on a network drive where locks do not work."""
    said = play(order, "over", a=ada, b=process)
    check(order, said, path, own)
    assert said["a"][0] == said["b"][0] == "done"


def test_who_saves_second_may_say_that_theirs_counts(ada, window, path, own):
    play("abab", "over", a=ada, b=window)
    assert (ada.does("save"), window.does("save")) == ("done", "ChangedOnDiskError")
    window.session.keep_mine()
    assert read(path).project.title == "b"
    assert "a" in versions(path, own)
