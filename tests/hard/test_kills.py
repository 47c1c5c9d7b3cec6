"""Killed at any instant, while it saves or edits: no file is harmed, and no edit that was called kept is lost."""

import sys
import time
from random import Random

import pytest
from forked import LARGE, keeping_in, titled
from forks import Forks

from desktop.document.base import changed
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.reader import read
from desktop.storage.recoveries import recover, recoveries
from desktop.storage.writer import dump
from stories import Story

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")


@pytest.fixture(scope="module")
def forks():
    """The process whose children are killed."""
    forks = Forks()
    yield forks
    forks.close()


def kill_while_saving(forks, folder, times: int) -> None:
    path, own, last = folder / "map.journey", folder / "own", 0
    path.write_bytes(dump(titled(LARGE, 0), {}))
    chance = Random(times)
    for _ in range(times):
        child = forks.begin("save", path, own, last + 1)
        child.go_on_until("saved ", last + chance.randint(0, 2))
        time.sleep(chance.uniform(0, 0.02))
        child.kill()
        acknowledged = child.last("saved ")
        said = acknowledged or last
        last = said + (path.read_bytes() != dump(titled(LARGE, said), {}))
        assert path.read_bytes() == dump(titled(LARGE, last), {})
        if acknowledged:
            assert dump(titled(LARGE, said), {}) in backups(path, own)
    assert leftovers(folder) <= times


def backups(path, own) -> list[bytes]:
    """The last two; a save that was not acknowledged may have left one."""
    kept = keeping_in(own).backups
    return [kept.content(version) for version in kept.versions(path)[:2]]


def leftovers(folder) -> int:
    """How many files there are besides the project and its lock; the sweep takes them an hour later."""
    return len([one for one in folder.iterdir() if one.name.startswith(".journeywall-")])


def test_50_kills_while_saving_leave_a_whole_file(forks, tmp_path):
    kill_while_saving(forks, tmp_path, 50)


@pytest.mark.stress
def test_500_kills_while_saving_leave_whole_files(forks, tmp_path):
    kill_while_saving(forks, tmp_path, 500)


def kill_while_editing(forks, folder, seed: int, path=None) -> None:
    """path: where it saves now and then."""
    own = folder / f"own{seed}"
    chance, child = Random(seed), forks.begin("edit", path or "", own, seed)
    child.go_on_until("kept ", chance.choice((0, 0, 1, 10, 100, 250)))
    time.sleep(chance.uniform(0, 0.02))
    child.kill()
    kept, saved = child.last("kept ") or 0, child.last("saved ") or 0
    value, edits = found(own / "journals", path)
    reached = story_to(value, seed, kept)
    assert dump(reached.project, {}) == dump(value, {}) if kept or value else edits is None
    if path:  # a journal that has not heard yet of a save may offer what was there before: the file has what is newer
        written = read(path).project
        assert story_to(written, seed, saved).project == written


def story_to(value: Project | None, seed: int, least: int) -> Story:
    """The story when it has come to this value, after so many edits at least; far beyond them where it never does."""
    story = Story(seed)
    while story.number < least or (story.project != value and story.number < least + 1_000):
        story.go_on()
    return story


def found(journals, path) -> tuple[Project | None, int | None]:
    """What the next start offers, or what the file holds when there is nothing unsaved; how many edits that is."""
    offered = recoveries(journals)
    if not offered:
        return (read(path).project if path else None), None
    (recovery,) = offered
    recovered = recover(recovery)
    assert recovered.trouble == ""
    done = [step.after for step in recovered.steps if step.label]
    return done[-1] if done else recovered.opened.project, recovery.edits


def test_20_kills_while_editing_lose_nothing_that_was_kept(forks, tmp_path):
    for seed in range(20):
        kill_while_editing(forks, tmp_path, seed, tmp_path / f"{seed}.journey" if seed % 2 else None)


@pytest.mark.stress
def test_200_kills_while_editing_lose_nothing_that_was_kept(forks, tmp_path):
    for seed in range(100, 300):
        kill_while_editing(forks, tmp_path, seed, tmp_path / f"{seed}.journey" if seed % 2 else None)


def test_the_lock_of_a_killed_program_is_nobodys(forks, tmp_path):
    path, own = tmp_path / "map.journey", tmp_path / "own"
    path.write_bytes(dump(LARGE, {}))
    child = forks.begin("obey", path, own, 0)
    assert child.does("open") == "done"
    child.kill()
    assert (tmp_path / ".~lock.map.journey#").exists()
    session = Session.open(path, keeping_in(own))
    session.edit("Rename", changed(session.project, title="Mine"))
    session.save()
    session.close(keep=False)
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["map.journey"]
