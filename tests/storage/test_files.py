"""Bytes are only read from files, and never too many."""

import os
import sys
from pathlib import Path

import pytest

from desktop.storage import files
from desktop.storage.errors import ReadError, TooLargeError
from desktop.storage.files import HIGHEST_LIMIT, LIMIT, MEGABYTE, absolute, fingerprint, fingerprint_of, load


@pytest.fixture
def path(tmp_path):
    """A file of ten bytes."""
    path = tmp_path / "a.journey"
    path.write_bytes(b"0123456789")
    return path


def test_a_file_stays_the_same_wherever_the_program_goes(path, monkeypatch):
    monkeypatch.chdir(path.parent)
    found = absolute(Path("a.journey"))
    monkeypatch.chdir(path.anchor)
    assert load(found) == b"0123456789"


@pytest.mark.skipif(sys.platform == "win32", reason="a folder in which somebody stands stays there")
def test_where_the_current_folder_is_gone_a_name_means_nothing(tmp_path, monkeypatch):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    with pytest.raises(ReadError, match=r"^“a\.journey”: it cannot be read \(no such file or directory\); check"):
        absolute(Path("a.journey"))


def test_a_file_is_read(path):
    assert load(path) == b"0123456789"
    assert load(path, 10) == b"0123456789"


def test_a_file_over_the_limit_is_not_even_opened(path, monkeypatch):
    monkeypatch.setattr(files.os, "open", lambda *_args: pytest.fail("opened"))
    with pytest.raises(TooLargeError, match=r"has 0\.0 MB"):
        load(path, 9)


def test_a_sparse_file_of_a_terabyte_is_refused_by_its_size(path):
    os.truncate(path, 1024 * 1024 * MEGABYTE)
    with pytest.raises(TooLargeError, match="files over 64 MB are not opened"):
        load(path)


def test_the_limit_has_a_limit(path):
    os.truncate(path, HIGHEST_LIMIT + 1)
    with pytest.raises(TooLargeError, match="files over 256 MB"):
        load(path, 10 * HIGHEST_LIMIT)
    assert LIMIT == 64 * MEGABYTE


def test_a_file_that_grows_meanwhile_is_refused(path, monkeypatch):
    real = files.Path.stat

    def grown(self, **options):
        status = real(self, **options)
        path.write_bytes(b"x" * 100)
        return status

    monkeypatch.setattr(files.Path, "stat", grown)
    with pytest.raises(TooLargeError):
        load(path, 50)


@pytest.mark.parametrize(
    ("name", "words"),
    [("none.journey", "check the name"), ("", "it is a folder"), ("a.journey/b", "not a directory"), ("a\0b", "null")],
)
def test_what_cannot_be_read_is_said(path, name, words):
    with pytest.raises(ReadError, match=words):
        load(path.parent / name)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices of POSIX")
def test_pipes_and_devices_are_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", files.Path("/dev/zero")):
        with pytest.raises(ReadError, match="a device or a pipe"):
            load(path)


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
@pytest.mark.parametrize("reads", [load, fingerprint])
def test_a_file_that_becomes_a_pipe_meanwhile_is_not_waited_for(path, monkeypatch, reads):
    real = files.Path.stat

    def swapped(self, **options):
        status = real(self, **options)
        self.unlink()
        os.mkfifo(self)
        return status

    monkeypatch.setattr(files.Path, "stat", swapped)
    with pytest.raises(ReadError, match="a device or a pipe"):
        reads(path)


@pytest.mark.parametrize(
    ("size", "megabytes", "askable"),
    [(65 * MEGABYTE, 65, True), (HIGHEST_LIMIT, 256, True), (HIGHEST_LIMIT + 1, 256, False)],
)
def test_it_makes_sense_to_ask_about_up_to_256_mb(path, size, megabytes, askable):
    os.truncate(path, size)
    with pytest.raises(TooLargeError) as refused:
        load(path)
    assert (int(refused.value.megabytes), refused.value.askable) == (megabytes, askable)


def test_a_file_without_permission_is_refused(path, monkeypatch):
    def refused(*_args):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(files.os, "open", refused)
    with pytest.raises(ReadError, match=r"\(permission denied\); ask for permission"):
        load(path)


def test_a_file_has_the_fingerprint_of_its_bytes(tmp_path):
    path = tmp_path / "a.journey"
    path.write_bytes(b"abc")
    assert fingerprint(path) == fingerprint_of(b"abc") != fingerprint_of(b"abd")


def test_what_is_no_file_has_no_fingerprint(tmp_path):
    assert fingerprint(tmp_path) == fingerprint(tmp_path / "none") == ""


def test_what_is_larger_than_any_project_is_not_gone_through(path):
    os.truncate(path, HIGHEST_LIMIT + 1)
    assert fingerprint(path) == f"{HIGHEST_LIMIT + 1} bytes"


def test_a_file_that_cannot_be_read_has_no_fingerprint_either(tmp_path):
    with pytest.raises(ReadError):
        fingerprint(tmp_path / "a\0b")
