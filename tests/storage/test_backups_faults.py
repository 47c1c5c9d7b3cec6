"""The disk fails while a version is kept: it is kept whole, or somebody hears of it, and the others stay."""

import pytest
from clocks import Clock

from desktop.storage.backups import SAVES, Backups, Reason
from desktop.storage.errors import StorageError
from faults import CODES, every_fault


@pytest.fixture
def path(tmp_path):
    return tmp_path / "maps" / "dinner.journey"


def filled(folder, path):
    """With as many versions as stay, so that the next one makes one go."""
    backups = Backups(folder, Clock())
    for number in range(SAVES):
        backups.keep(path, "p1", b"%d" % number, Reason.SAVE)
    return backups


def attempted(deed, *args):
    """What a deed returned, and what it said where it could not be done."""
    try:
        return deed(*args), ""
    except StorageError as error:
        return None, str(error)


@pytest.mark.parametrize("for_ever", [False, True])
@pytest.mark.parametrize("code", CODES)
def test_whatever_fails_what_is_said_to_be_kept_is_kept(tmp_path, path, code, for_ever):
    backups = filled(tmp_path / "backups", path)
    for number, disk in enumerate(every_fault(tmp_path, code, for_ever=for_ever)):
        data = b"new %d" % number
        with disk:
            version, said = attempted(backups.keep, path, "p1", data, Reason.SAVE)
        contents = [backups.content(each) for each in backups.versions(path)]
        assert contents[0] == data if version else f"{tmp_path / 'backups'}”: no backup can be kept there" in said
        assert len(contents) >= SAVES


@pytest.mark.parametrize("code", CODES)
def test_asking_on_a_failing_disk_raises_nothing_unknown(tmp_path, path, code):
    backups = filled(tmp_path / "backups", path)
    version = backups.versions(path)[0]
    for disk in every_fault(tmp_path, code, for_ever=True):
        with disk:
            backups.holds(path, version.fingerprint)
            backups.versions(path, "p1")
            data, said = attempted(backups.content, version)
        assert data == b"9" or str(version.place) in said
