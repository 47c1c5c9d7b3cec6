"""Whichever call to the disk fails, once or for ever: the old file is whole, and somebody is told."""

import errno
from pathlib import Path

import pytest

from desktop.document.base import changed
from desktop.session import Session
from desktop.storage.atomic import write_file
from desktop.storage.errors import StorageError
from faults import CODES, every_fault

FAULTS = [
    pytest.param(code, for_ever, id=f"{errno.errorcode[code]} {'for ever' if for_ever else 'once'}")
    for code in CODES
    for for_ever in (False, True)
]
OLD, NEW = b"old" * 1000, b"new" * 50_000


@pytest.mark.parametrize(("code", "for_ever"), FAULTS)
def test_a_file_is_the_old_one_or_the_new_one(tmp_path, code, for_ever):
    path = tmp_path / "map.journey"
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        path.write_bytes(OLD)
        with disk:
            said = refusal(lambda: write_file(path, NEW))
        assert path.read_bytes() == (OLD if said else NEW)
        assert not said or f"“{path}”" in said
        forget_leftovers(tmp_path, for_ever=for_ever)


def refusal(deed) -> str:
    """What the deed said when it failed; "" when it did not."""
    try:
        deed()
    except StorageError as error:
        return str(error)
    return ""


def forget_leftovers(folder: Path, *, for_ever: bool) -> None:
    """Where nothing can be removed something may stay; the sweep of a later save takes it."""
    for left in folder.glob(".journeywall-*"):
        assert for_ever
        left.unlink()


@pytest.mark.parametrize(("code", "for_ever"), FAULTS)
def test_a_save_that_fails_keeps_the_file_and_the_work(sample, tmp_path, code, for_ever):
    path = tmp_path / "dinner.journey"
    opened = Session(sample)
    opened.save_as(path)
    old = path.read_bytes()
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        path.write_bytes(old)
        session = Session.open(path)
        session.edit("Rename", changed(session.project, title="Supper"))
        with disk:
            said = refusal(session.save)
        assert session.modified == bool(said)
        assert not said or f"“{path}”" in said
        assert path.read_bytes() == old if said else path.read_bytes() != old
        forget_leftovers(tmp_path, for_ever=for_ever)
        session.save()  # the disk is well again
        assert Session.open(path).project.title == "Supper"
