"""A clean copy on the disk: atomic as every save, and none of the project's own business."""

import pytest

from desktop.document.clean import PARTS
from desktop.storage.errors import StorageError
from desktop.storage.handing import clean_bytes, clean_saving
from desktop.storage.reader import Opened, parse, read
from grids import card, lane, project

WHOLE = Opened(project(lane(card(1)), parking=(card(2, first="", last="", text="Later"),)), {}, unknown={"x_top": [1]})


def test_it_is_a_file_like_any_other(tmp_path):
    path = tmp_path / "clean.journey"
    clean_saving(WHOLE, (), path, None).run(lasting=False)
    assert path.read_bytes() == clean_bytes(WHOLE, ())
    assert read(path).project.maps[0].lanes == WHOLE.project.maps[0].lanes


def test_the_same_project_gives_the_same_bytes():
    assert clean_bytes(WHOLE, ()) == clean_bytes(WHOLE, ())


def test_fields_at_the_top_of_the_file_are_unknown_too():
    assert b"x_top" not in clean_bytes(WHOLE, ())
    assert parse(clean_bytes(WHOLE, {"unknown"}), "x").unknown == {"x_top": [1]}


def test_a_file_keeps_its_version():
    later = Opened(WHOLE.project, {}, minor=3)
    assert parse(clean_bytes(later, ()), "x").minor == 3


def test_with_everything_it_holds_what_the_project_holds():
    assert parse(clean_bytes(WHOLE, PARTS), "x").project == WHOLE.project


def test_what_stood_there_stays_when_the_disk_fails(tmp_path):
    path = tmp_path / "clean.journey"
    path.write_text("before")
    with pytest.raises(StorageError):
        clean_saving(WHOLE, (), tmp_path / "nowhere" / "clean.journey", None).run(lasting=False)
    assert path.read_text() == "before"
