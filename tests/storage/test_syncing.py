"""Making what was written last."""

import errno
import os
import sys
from types import SimpleNamespace

import pytest

from desktop.storage import syncing
from desktop.storage.syncing import sync, sync_folder

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="folders are flushed on POSIX")


@pytest.fixture
def synced(monkeypatch):
    """The descriptors that fsync was asked for."""
    asked = []
    monkeypatch.setattr(os, "fsync", asked.append)
    return asked


@pytest.fixture
def mac(monkeypatch):
    """A Mac whose disk flushes itself; what it answers can be set."""
    answers = SimpleNamespace(error=None, asked=[])

    def control(descriptor, command):
        answers.asked.append((descriptor, command))
        if answers.error:
            raise OSError(answers.error, os.strerror(answers.error))

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(syncing, "fcntl", SimpleNamespace(fcntl=control, F_FULLFSYNC=51), raising=False)
    return answers


def failing(code):
    def fail(descriptor):
        raise OSError(code, os.strerror(code))

    return fail


def test_a_file_is_synced(synced):
    sync(7)
    assert synced == [7]


def test_a_file_that_cannot_be_synced_is_an_error(monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(OSError, match="rror"):
        sync(7)


def test_a_mac_flushes_the_disk_itself(synced, mac):
    sync(7)
    assert mac.asked == [(7, 51)]
    assert synced == []


@pytest.mark.parametrize("code", [errno.ENOTSUP, errno.EINVAL, errno.ENOTTY])
def test_a_mac_whose_drive_does_not_know_how_does_what_it_can(synced, mac, code):
    mac.error = code
    sync(7)
    assert synced == [7]


def test_a_mac_whose_disk_fails_says_so(synced, mac):
    mac.error = errno.EIO
    with pytest.raises(OSError, match="rror"):
        sync(7)
    assert synced == []


@POSIX
def test_a_folder_is_synced_and_closed(tmp_path, synced):
    sync_folder(tmp_path)
    (descriptor,) = synced
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(descriptor)


@POSIX
@pytest.mark.parametrize("code", [errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES])
def test_a_folder_that_needs_no_syncing_is_no_error(tmp_path, monkeypatch, code):
    monkeypatch.setattr(os, "fsync", failing(code))
    sync_folder(tmp_path)


@POSIX
def test_a_folder_on_a_failing_disk_is_an_error(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", failing(errno.EIO))
    with pytest.raises(OSError, match="rror"):
        sync_folder(tmp_path)


def test_windows_needs_no_syncing_of_folders(tmp_path, synced, monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    sync_folder(tmp_path / "none")
    assert synced == []
