"""What is remembered between starts."""

import json

import pytest

from desktop.preferences import RECENT, Preferences, load, preferences_path, store


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings" / "preferences.json"


def test_without_a_file_there_are_the_usual_values(path):
    assert load(path) == Preferences()


def test_what_was_stored_is_loaded(path, tmp_path):
    kept = Preferences().opened(tmp_path / "a.journey").placed("abc=")
    store(path, kept)
    assert load(path) == kept
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[1]", b'{"recent": 5}', b'{"geometry": "' + b"x" * 20_000 + b'"}', b"\xff"]
)
def test_a_damaged_file_is_set_aside(path, damage):
    path.parent.mkdir()
    path.write_bytes(damage)
    assert load(path) == Preferences()
    assert not path.exists()
    assert path.with_name("preferences.json.bad").read_bytes() == damage


def test_fields_of_a_later_version_do_no_harm(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"geometry": "abc=", "theme": "dark"}))
    assert load(path) == Preferences(geometry="abc=")


def test_a_folder_in_its_place_does_no_harm(path):
    path.mkdir(parents=True)
    assert load(path) == Preferences()


def test_the_latest_file_comes_first_and_once(tmp_path):
    kept = Preferences()
    for name in ("a", "b", "a"):
        kept = kept.opened(tmp_path / name)
    assert kept.recent == (str(tmp_path / "a"), str(tmp_path / "b"))


def test_only_so_many_files_are_kept(tmp_path):
    kept = Preferences()
    for number in range(RECENT + 5):
        kept = kept.opened(tmp_path / str(number))
    assert len(kept.recent) == RECENT


def test_the_place_is_the_platforms_own():
    assert preferences_path().name == "preferences.json"
    assert "journeywall" in str(preferences_path()).lower()
