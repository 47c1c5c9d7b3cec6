"""The disk fails while a version comes and another one goes: nothing is lost that was to stay."""

import pytest
from clocks import Clock

from desktop.storage.backups import SAVES, Backups, Reason
from faults import FAULTS, attempt, every_fault

every_way = pytest.mark.parametrize(("code", "for_ever"), FAULTS)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "maps" / "dinner.journey"


@pytest.fixture
def backups(tmp_path, path):
    """With as many versions as stay, so that the next one makes one go."""
    made = Backups(tmp_path / "backups", Clock())
    for number in range(SAVES):
        made.keep(path, "p1", b"%d" % number, Reason.SAVE)
    return made


@every_way
def test_whatever_fails_what_is_said_to_be_kept_is_kept(tmp_path, backups, path, code, for_ever):
    for number, disk in enumerate(every_fault(tmp_path, code, for_ever=for_ever)):
        data = b"new %d" % number
        with disk:
            said, version = attempt(backups.keep, path, "p1", data, Reason.SAVE)
        contents = [backups.content(each) for each in backups.versions(path)]
        assert contents[0] == data if version else f"{tmp_path / 'backups'}”: no backup can be kept there" in said
        assert len(contents) >= SAVES


@every_way
def test_asking_raises_nothing(tmp_path, backups, path, code, for_ever):
    version = backups.versions(path)[0]
    for disk in every_fault(tmp_path, code, for_ever=for_ever):
        with disk:
            held = backups.holds(path, version.fingerprint)
            found = backups.versions(path, "p1")
        assert held or disk.met
        assert version in found or disk.met
