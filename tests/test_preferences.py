"""What is remembered between starts."""

import errno
import json
import os
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.plan.printers import PrinterProfile
from desktop.preferences import (
    RECENT,
    USUAL_SHARES,
    Appearance,
    Folders,
    Habits,
    Place,
    Preferences,
    Recent,
    folders,
    load,
    store,
)
from desktop.storage.errors import ReadError, WriteError

PLACE = Place(geometry="abc=", layout="def=", map="m1", zoom=0.5, scroll=(12, 34))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings" / "preferences.json"


def written(path, text):
    path.parent.mkdir()
    path.write_bytes(text if isinstance(text, bytes) else json.dumps(text).encode())
    return path


def names(kept):
    return [each.path for each in kept.recent]


def test_without_a_file_there_are_the_usual_values(path):
    assert load(path) == Preferences()


def test_what_was_stored_is_loaded(path, tmp_path):
    chosen = Preferences(language="de", appearance=Appearance.DARK, author="Ana")
    kept = chosen.opened(tmp_path / "a.journey", "2026-11-22T10:00:00").left(tmp_path / "a.journey", PLACE)
    store(path, kept)
    assert load(path) == kept
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize("damage", [b"", b"{", b"[1]", b'{"author": 5}', b'{"place": {"zoom": "big"}}', b"\xff"])
def test_a_damaged_file_is_set_aside(path, damage):
    written(path, damage)
    assert load(path) == Preferences()
    assert not path.exists()
    assert path.with_name("preferences.json.bad").read_bytes() == damage


def test_fields_of_a_later_version_do_no_harm(path):
    written(path, {"author": "Ana", "font": "Comic"})
    assert load(path) == Preferences(author="Ana")


def test_a_file_of_the_first_version_is_understood(path):
    written(path, {"geometry": "abc=", "recent": ["/maps/a.journey"]})
    assert names(load(path)) == ["/maps/a.journey"]


@pytest.mark.parametrize("bad", [5, None, {}, {"path": ""}, {"path": "b", "place": {"scroll": [1]}}, ["b"]])
def test_a_damaged_record_costs_only_itself(path, bad):
    written(path, {"recent": [{"path": "a"}, bad, {"path": "c"}], "author": "Ana"})
    assert (names(load(path)), load(path).author) == (["a", "c"], "Ana")


@pytest.mark.parametrize("bad", [5, "files", {"a": 1}, None])
def test_recent_files_that_are_no_list_are_none(path, bad):
    written(path, {"recent": bad})
    assert load(path) == Preferences()


@given(st.binary(max_size=200))
def test_whatever_the_file_holds_the_program_starts(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("settings") / "preferences.json"
    path.write_bytes(data)
    assert load(path) == Preferences()


def test_a_folder_in_its_place_does_no_harm(path):
    path.mkdir(parents=True)
    assert load(path) == Preferences()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes have no names here")
def test_a_pipe_in_its_place_holds_nobody_up(path):
    path.parent.mkdir()
    os.mkfifo(path)
    assert load(path) == Preferences()


@pytest.mark.skipif(sys.platform == "win32", reason="not everybody may make links there")
def test_a_file_that_is_kept_elsewhere_stays_there(path, tmp_path):
    path.parent.mkdir()
    path.symlink_to(tmp_path / "elsewhere.json")
    store(path, Preferences(author="Ana"))
    assert path.is_symlink()
    assert load(tmp_path / "elsewhere.json").author == "Ana"


def test_what_cannot_be_stored_leaves_nothing_behind(path, monkeypatch):
    store(path, Preferences(author="Ana"))
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="space"):
        store(path, Preferences(author="Ben"))
    assert load(path).author == "Ana"
    assert [each.name for each in path.parent.iterdir()] == ["preferences.json"]


def full(_descriptor):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def homeless():
    raise RuntimeError("Could not determine home directory.")


def test_without_a_home_it_says_what_to_do(monkeypatch):
    monkeypatch.setattr(Path, "home", homeless)
    with pytest.raises(ReadError, match=r"^Your home folder is not known; set the variable HOME to .*\.$"):
        folders()


def test_the_latest_file_comes_first_and_once(tmp_path):
    kept = Preferences()
    for time, name in enumerate(("a", "b", "a")):
        kept = kept.opened(tmp_path / name, str(time))
    assert names(kept) == [str(tmp_path / "a"), str(tmp_path / "b")]
    assert kept.recent[0].opened == "2"


@pytest.mark.parametrize("name", [os.fsdecode(b"old \xff disk"), "n" * 5_000])
def test_a_name_that_is_no_text_is_not_kept(tmp_path, name):
    kept = Preferences().opened(tmp_path / "a", "")
    assert kept.opened(tmp_path / name, "") == kept


def test_only_so_many_files_are_kept(tmp_path):
    kept = Preferences()
    for number in range(RECENT + 5):
        kept = kept.opened(tmp_path / str(number), "")
    assert len(kept.recent) == RECENT


def test_a_file_can_be_forgotten(tmp_path):
    kept = Preferences().opened(tmp_path / "a", "").opened(tmp_path / "b", "")
    assert names(kept.forgotten(tmp_path / "b")) == [str(tmp_path / "a")]


def test_each_file_remembers_how_its_window_was_left(tmp_path):
    kept = Preferences().opened(tmp_path / "a", "").opened(tmp_path / "b", "").left(tmp_path / "a", PLACE)
    assert kept.of(tmp_path / "a").place == PLACE
    assert kept.of(tmp_path / "b").place == Place()
    assert kept.place == PLACE


def test_opening_again_keeps_the_place(tmp_path):
    kept = Preferences().opened(tmp_path / "a", "1").left(tmp_path / "a", PLACE).opened(tmp_path / "a", "2")
    assert kept.of(tmp_path / "a") == Recent(path=str(tmp_path / "a"), opened="2", place=PLACE)


def test_a_window_without_a_file_leaves_its_place_for_the_next():
    kept = Preferences().left(None, PLACE)
    assert (kept.place, kept.recent) == (PLACE, ())


def test_nothing_is_remembered_of_an_unknown_file(tmp_path):
    assert Preferences().of(tmp_path / "a") is None


def test_the_places_are_the_platforms_own():
    places = [getattr(folders(), field.name) for field in fields(Folders)]
    assert folders().preferences.name == "preferences.json"
    assert all("journeywall" in str(place).lower() for place in places)
    assert len(set(places)) == len(places)


def test_habits_of_printing_are_kept(tmp_path):
    ours = PrinterProfile("Ours", bottom=17.0)
    habits = Habits(printers=(ours,), papers=("900x1400mm",), wall=(3000, 2400), unit="in")
    store(tmp_path / "p.json", Preferences(habits=habits))
    assert load(tmp_path / "p.json").habits == habits


@pytest.mark.parametrize(
    "raw", [7, {"unit": "yards"}, {"wall": [1, 2]}, {"printers": [{"name": ""}]}, {"papers": ["A0"] * 99}]
)
def test_habits_that_cannot_be_understood_are_the_usual_ones(raw):
    preferences = Preferences.model_validate({"author": "Ana", "habits": raw})
    assert (preferences.author, preferences.habits) == ("Ana", Habits())


def test_papers_of_one_s_own_come_latest_first():
    habits = Habits()
    for number in range(20):
        habits = habits.using(f"{500 + number}x700mm")
    habits = habits.using("515x700mm")
    assert habits.papers[:2] == ("515x700mm", "519x700mm")
    assert len(habits.papers) == len(set(habits.papers)) == 12


def test_a_comparison_is_parted_as_it_was_left():
    assert Habits.model_validate_json('{"parted": [0.6, 0.4]}').parted == (0.6, 0.4)
    assert Habits().parted == USUAL_SHARES


@pytest.mark.parametrize("parted", ["[0.0, 0.5]", "[0.5]", "[0.5, 1e999]", '"wide"'])
def test_a_comparison_parted_in_no_way_is_parted_as_usual(parted):
    told = Preferences.model_validate_json(f'{{"habits": {{"parted": {parted}}}}}')
    assert told.habits.parted == USUAL_SHARES
