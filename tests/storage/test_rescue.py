"""Work that a fault might cost."""

import os

import pytest

from desktop.storage.errors import WriteError
from desktop.storage.rescue import KEPT, rescue


class Work:
    """Something with a file that can be written elsewhere."""

    def __init__(self, path=None, fails=False):
        self.path = path
        self.fails = fails

    def save_copy(self, path):
        if self.fails:
            raise WriteError("the disk is full", path=path)
        path.write_text("work", "utf-8")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "state" / "rescued"


def test_every_piece_of_work_gets_a_file_of_its_own(folder, tmp_path):
    made = rescue(folder, [Work(tmp_path / "Dinner.journey"), Work(), Work(tmp_path / "x" / "Dinner.journey")])
    assert [place.read_text() for place in made] == ["work"] * 3
    assert [place.name.split()[0] for place in made] == ["Dinner", "untitled", "Dinner"]
    assert {place.suffix for place in made} == {".journey"}


def test_one_that_fails_does_not_keep_the_others_from_it(folder):
    assert len(rescue(folder, [Work(fails=True), Work()])) == 1


def test_nothing_to_rescue_is_nothing(folder):
    assert rescue(folder, []) == []


def test_old_ones_make_room(folder):
    folder.mkdir(parents=True)
    for number in range(KEPT + 5):
        place = folder / f"{number}.journey"
        place.write_text("old")
        os.utime(place, (number, number))
    (made,) = rescue(folder, [Work()])
    names = {place.name for place in folder.iterdir()}
    assert len(names) == KEPT
    assert made.name in names
    assert "0.journey" not in names


def test_a_folder_that_cannot_be_made_rescues_nothing(tmp_path):
    (tmp_path / "file").write_text("in the way")
    work = Work(fails=True)
    assert rescue(tmp_path / "file" / "rescued", [work]) == []
