"""Earlier versions of files: kept outside their folders, found again by path, let go of when there are enough."""

import gzip
import json
import os
import random
import subprocess
import sys
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest
from clocks import Clock

from desktop.storage.backups import GUARDS, SAVES, Backups, Reason, Version
from desktop.storage.errors import DamagedError, ReadError, TooLargeError, WriteError
from desktop.storage.files import fingerprint_of

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="links and pipes of POSIX")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def backups(tmp_path, clock):
    """In a folder that is not there yet."""
    return Backups(tmp_path / "data" / "backups", clock)


@pytest.fixture
def path(tmp_path):
    """A project's file."""
    return tmp_path / "maps" / "dinner.journey"


def folders(backups, tmp_path):
    return sorted((tmp_path / "data" / "backups").iterdir())


def saved(backups, clock, path, *contents, project_id="p1", reason=Reason.SAVE):
    """Keeps one after the other, a minute apart."""
    made = []
    for content in contents:
        clock.go_on(minutes=1)
        made.append(backups.keep(path, project_id, content, reason))
    return made


def contents(backups, path, **more):
    return [backups.content(version) for version in backups.versions(path, **more)]


def test_what_is_kept_can_be_had_again(backups, clock, path):
    version = backups.keep(path, "p1", b"one", Reason.SAVE)
    assert version == Version(version.place, clock.now, Reason.SAVE, 3, fingerprint_of(b"one"), 1)
    assert backups.versions(path) == [version]
    assert backups.content(version) == b"one"


def test_one_that_holds_more_than_its_name_says_is_not_unpacked(backups, path, monkeypatch):
    version, packed = backups.keep(path, "p1", b"one", Reason.SAVE), gzip.compress(bytes(50_000_000), 9)
    monkeypatch.setattr("desktop.storage.backups.load", lambda *_: packed)
    tracemalloc.start()
    with pytest.raises(DamagedError):
        backups.content(version)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000


def test_the_latest_comes_first(backups, clock, path):
    saved(backups, clock, path, b"one", b"two", b"three")
    assert contents(backups, path) == [b"three", b"two", b"one"]


def test_asking_makes_no_folder(backups, path, tmp_path):
    assert backups.versions(path) == []
    assert not backups.holds(path, fingerprint_of(b""))
    assert list(tmp_path.iterdir()) == []


def test_nothing_comes_into_the_project_s_folder(backups, path):
    path.parent.mkdir()
    backups.keep(path, "p1", b"one", Reason.SAVE)
    assert list(path.parent.iterdir()) == []


def test_other_files_have_other_versions(backups, path):
    backups.keep(path, "p1", b"one", Reason.SAVE)
    backups.keep(path.with_name("copy.journey"), "p1", b"two", Reason.SAVE)
    assert contents(backups, path) == [b"one"]


def test_another_project_in_the_same_file_is_a_version_of_it(backups, clock, path):
    saved(backups, clock, path, b"mine")
    saved(backups, clock, path, b"theirs", project_id="p2")
    saved(backups, clock, path, b"damaged", project_id="", reason=Reason.OVERWRITE)
    assert contents(backups, path) == [b"damaged", b"theirs", b"mine"]
    assert [version.number for version in backups.versions(path)] == [3, 2, 1]


def test_what_is_the_newest_already_is_not_kept_again(backups, clock, path):
    first, again = saved(backups, clock, path, b"one", b"one")
    assert again is None
    assert backups.versions(path) == [first]


def test_what_comes_back_is_kept_again(backups, clock, path):
    assert all(saved(backups, clock, path, b"one", b"two", b"one"))


def test_what_is_kept_as_a_save_only_is_kept_again_before_something_risky(backups, clock, path):
    saved(backups, clock, path, b"one")
    (guard,) = saved(backups, clock, path, b"one", reason=Reason.REPAIR)
    assert backups.versions(path)[0] == guard
    assert saved(backups, clock, path, b"one", b"one", reason=Reason.OVERWRITE) == [None, None]
    assert saved(backups, clock, path, b"one") == [None]


def test_a_damaged_newest_one_does_not_count(backups, clock, path):
    (first,) = saved(backups, clock, path, b"one")
    first.place.write_bytes(first.place.read_bytes()[:-12])
    assert not backups.holds(path, first.fingerprint)
    (second,) = saved(backups, clock, path, b"one")
    assert backups.content(second) == b"one"
    assert backups.holds(path, first.fingerprint)


def test_it_knows_what_it_holds(backups, clock, path):
    saved(backups, clock, path, b"one", b"two")
    assert backups.holds(path, fingerprint_of(b"one"))
    assert not backups.holds(path, fingerprint_of(b"three"))
    assert not backups.holds(path.with_name("other.journey"), fingerprint_of(b"one"))


def test_only_the_last_saves_of_a_day_stay(backups, clock, path):
    saved(backups, clock, path, *(b"%d" % number for number in range(25)))
    assert contents(backups, path) == [b"%d" % number for number in range(24, 24 - SAVES, -1)]


def test_what_was_kept_before_something_risky_outlives_the_saves(backups, clock, path):
    for reason in (Reason.MIGRATION, Reason.REPAIR, Reason.OVERWRITE):
        saved(backups, clock, path, reason.value.encode(), reason=reason)
    saved(backups, clock, path, *(b"%d" % number for number in range(25)))
    assert contents(backups, path)[-3:] == [b"overwrite", b"repair", b"migration"]


def test_but_not_for_ever(backups, clock, path):
    saved(backups, clock, path, b"risky", reason=Reason.REPAIR)
    clock.go_on(days=31)
    saved(backups, clock, path, b"one")
    assert contents(backups, path) == [b"one"]


def test_and_not_in_any_number(backups, clock, path):
    saved(backups, clock, path, *(b"%d" % number for number in range(GUARDS + 5)), reason=Reason.OVERWRITE)
    assert len(backups.versions(path)) == GUARDS


def test_the_last_of_each_day_stays_for_two_weeks(backups, clock, path):
    for day in range(20):
        saved(backups, clock, path, b"morning %d" % day, b"evening %d" % day)
        clock.go_on(days=1)
    kept = contents(backups, path)
    assert [content for content in kept if content.startswith(b"evening")] == [
        b"evening %d" % n for n in range(19, 5, -1)
    ]
    assert [content for content in kept if content.startswith(b"morning")] == [
        b"morning %d" % n for n in range(19, 14, -1)
    ]


def test_a_clock_that_was_wrong_costs_nothing(backups, clock, path):
    clock.now = datetime(2035, 1, 1, tzinfo=UTC)
    saved(backups, clock, path, *(b"future %d" % number for number in range(SAVES)))
    clock.now = datetime(2026, 3, 12, tzinfo=UTC)
    saved(backups, clock, path, b"now", b"and now")
    assert contents(backups, path)[:3] == [b"and now", b"now", b"future 9"]


@pytest.mark.parametrize("year", [1970, 1601, 2999])
def test_any_time_that_a_clock_may_say_can_be_kept(backups, clock, path, year):
    clock.now = datetime(year, 1, 1, tzinfo=UTC)
    saved(backups, clock, path, b"one")
    assert contents(backups, path) == [b"one"]


def test_times_are_told_whole(backups, clock, path):
    clock.now = datetime(2026, 3, 12, 23, 30, 0, 42, tzinfo=timezone(timedelta(hours=-5)))
    backups.keep(path, "p1", b"one", Reason.SAVE)
    assert backups.versions(path)[0].time == clock.now


def test_the_usual_clock_knows_its_zone(tmp_path, path):
    version = Backups(tmp_path).keep(path, "p1", b"one", Reason.SAVE)
    assert abs(version.time - datetime.now(UTC)) < timedelta(minutes=1)


@pytest.mark.parametrize("data", [b"", b"\0" * 100, b"\xff\xfe", random.Random(1).randbytes(200_000)])
def test_any_bytes_are_kept(backups, path, data):
    version = backups.keep(path, "p1", data, Reason.OVERWRITE)
    assert backups.content(version) == data
    assert version.size == len(data)


def test_projects_take_less_room_than_their_files(backups, path):
    version = backups.keep(path, "p1", b'{"id": "c1", "text": "Waits"},\n' * 5_000, Reason.SAVE)
    assert version.place.stat().st_size < version.size / 10


@pytest.mark.parametrize("project_id", ["", "../../away", "a" * 300, "a/b", "..", "\ud800", "Ä"])
def test_any_id_makes_a_folder_in_the_folder(backups, path, tmp_path, project_id):
    version = backups.keep(path, project_id, b"one", Reason.SAVE)
    assert version.place.parent.parent == tmp_path / "data" / "backups"
    assert backups.versions(path) == [version]


@pytest.mark.parametrize(
    "name", ["dinner.journey", "Ä ö.journey", "x" * 250, "new\nline.journey", "broken\udcff.journey"]
)
def test_any_path_has_versions(backups, path, name):
    version = backups.keep(path.with_name(name), "p1", b"one", Reason.SAVE)
    assert backups.versions(path.with_name(name)) == [version]


def test_a_relative_path_is_the_same_file(backups, path, monkeypatch):
    path.parent.mkdir()
    monkeypatch.chdir(path.parent)
    version = backups.keep(path, "p1", b"one", Reason.SAVE)
    assert backups.versions(type(path)(path.name)) == [version]


@POSIX
def test_a_link_leads_to_the_versions_of_its_file(backups, path):
    path.parent.mkdir()
    path.write_bytes(b"one")
    link = path.with_name("link.journey")
    link.symlink_to(path.name)
    version = backups.keep(link, "p1", b"one", Reason.SAVE)
    assert backups.versions(path) == [version]


def test_the_folder_says_in_words_whose_it_is(backups, path, tmp_path):
    backups.keep(path, "p1", b"one", Reason.SAVE)
    (folder,) = folders(backups, tmp_path)
    assert folder.name.endswith("-p1")
    assert json.loads((folder / "about.json").read_text("utf-8")) == {"path": str(path)}


def test_after_a_file_was_renamed_its_versions_are_found_by_the_project(backups, clock, path):
    saved(backups, clock, path, b"one", b"two")
    renamed = path.with_name("supper.journey")
    saved(backups, clock, renamed, b"three")
    assert contents(backups, renamed) == [b"three"]
    assert contents(backups, renamed, project_id="p1") == [b"three", b"two", b"one"]
    assert contents(backups, renamed, project_id="p2") == [b"three"]


def test_versions_of_a_file_that_is_still_there_are_its_own(backups, clock, path):
    path.parent.mkdir()
    path.write_bytes(b"one")
    saved(backups, clock, path, b"one")
    assert contents(backups, path.with_name("copy.journey"), project_id="p1") == []


@pytest.mark.parametrize("about", [b"", b"[]", b"{", b'{"path": 3}', b"[" * 5_000, b" " * 70_000])
def test_a_folder_that_says_nothing_sound_belongs_to_its_own_path_only(backups, clock, path, tmp_path, about):
    saved(backups, clock, path, b"one")
    (folders(backups, tmp_path)[0] / "about.json").write_bytes(about)
    assert contents(backups, path.with_name("new.journey"), project_id="p1") == []
    assert contents(backups, path) == [b"one"]


def litter(folder):
    """What other programs, synchronisers and people leave behind."""
    (folder / "Thumbs.db").write_bytes(b"\0")
    (folder / "notes.gz").write_bytes(gzip.compress(b"notes"))
    (folder / f"000009-20261345T000000.000000Z-save-3-{'0' * 64}.gz").write_bytes(b"month 13")
    (folder / f"000009-20260312T000000.000000Z-whim-3-{'0' * 64}.gz").write_bytes(b"another reason")
    (folder / f"000009-20260312T000000.000000Z-save-3-{'0' * 64}.gz").mkdir()
    (folder / f"٠٠٠٠٠٩-20260312T000000.000000Z-save-3-{'0' * 64}.gz").write_bytes(b"other digits")
    (folder / ".journeywall-0123456789abcdef.tmp").write_bytes(b"cut sho")


def test_what_else_lies_there_is_left_alone(backups, clock, path, tmp_path):
    saved(backups, clock, path, b"one")
    folder = folders(backups, tmp_path)[0]
    litter(folder)
    litter(folder.parent)
    before = {entry.name for entry in folder.iterdir()}
    saved(backups, clock, path, b"two")
    assert contents(backups, path) == [b"two", b"one"]
    assert before < {entry.name for entry in folder.iterdir()}


@POSIX
def test_links_and_pipes_are_no_versions(backups, clock, path, tmp_path):
    (first,) = saved(backups, clock, path, b"one")
    os.mkfifo(first.place.with_name(first.place.name.replace("000001", "000002")))
    first.place.with_name(first.place.name.replace("000001", "000003")).symlink_to("/dev/zero")
    (tmp_path / "data" / "backups" / "link").symlink_to(first.place.parent)
    assert backups.versions(path) == [first]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[:-10],
        lambda data: data[: len(data) // 2],
        lambda data: b"\0" * len(data),
        lambda data: data[:20] + bytes([data[20] ^ 1]) + data[21:],
        lambda data: gzip.compress(b"something else"),
    ],
)
def test_a_spoilt_version_is_named_and_not_taken(backups, clock, path, spoil):
    (version,) = saved(backups, clock, path, b"one, two, three" * 20)
    version.place.write_bytes(spoil(version.place.read_bytes()))
    with pytest.raises(DamagedError, match=r"the backup is damaged; choose another version\.$"):
        backups.content(version)


def test_a_bomb_in_place_of_a_version_is_not_unpacked(backups, clock, path, monkeypatch):
    monkeypatch.setattr("desktop.storage.backups.HIGHEST_LIMIT", 10_000)
    (version,) = saved(backups, clock, path, b"one")
    version.place.write_bytes(gzip.compress(bytes(50_000_000)))
    with pytest.raises((DamagedError, TooLargeError)):
        backups.content(version)


def test_a_version_that_is_gone_cannot_be_had(backups, clock, path):
    (version,) = saved(backups, clock, path, b"one")
    version.place.unlink()
    with pytest.raises(ReadError):
        backups.content(version)
    assert not backups.holds(path, version.fingerprint)


def test_a_folder_that_cannot_be_made_is_named(tmp_path, path):
    (tmp_path / "file").write_bytes(b"in the way")
    with pytest.raises(WriteError, match="no backup can be kept there") as caught:
        Backups(tmp_path / "file" / "backups").keep(path, "p1", b"one", Reason.SAVE)
    assert caught.value.path == tmp_path / "file" / "backups"
    assert Backups(tmp_path / "file" / "backups").versions(path) == []


def test_threads_get_in_each_other_s_way_in_nothing(backups, path):
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda n: backups.keep(path, "p1", b"%d" % n, Reason.REPAIR), range(GUARDS)))
    assert {backups.content(version) for version in made} == {b"%d" % number for number in range(GUARDS)}
    assert set(backups.versions(path)) == set(made)


KEEPER = """
import sys
from pathlib import Path
from desktop.storage.backups import Backups, Reason
folder, path, who = sys.argv[1:]
backups = Backups(Path(folder))
sys.stdin.readline()
for number in range(30):
    backups.keep(Path(path), "p1", f"{who} {number}".encode() * 500, Reason.SAVE)
"""


def test_two_processes_may_keep_at_the_same_time(backups, path, tmp_path):
    folder = tmp_path / "data" / "backups"
    keepers = [
        subprocess.Popen(
            [sys.executable, "-c", KEEPER, folder, path, who], stdin=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for who in ("one", "two")
    ]
    said = [keeper.communicate(b"go\n", timeout=60)[1] for keeper in keepers]
    kept = contents(backups, path)
    assert said == [b"", b""]
    assert SAVES <= len(kept) <= 2 * SAVES
    assert {b"one 29" * 500, b"two 29" * 500} & set(kept[:2])
