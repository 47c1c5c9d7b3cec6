"""The program from its start to its end, again and again: by itself, and killed at any instant."""

import os
import shutil
import subprocess
import sys
import time
from random import Random

import pytest
from driven import HOMES
from forks import HERE, ROOT, Forks

from desktop import resources
from desktop.storage.reader import read
from desktop.storage.recoveries import recover, recoveries

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="runs without a display, in folders of its own")

SAMPLE = resources.root() / "samples" / "restaurant.journey"


@pytest.fixture(scope="module")
def forks():
    """The process whose children are programs."""
    forks = Forks("driven.py")
    yield forks
    forks.close()


@pytest.fixture
def path(tmp_path):
    """The restaurant visit in a folder of its own."""
    (tmp_path / "work").mkdir()
    return shutil.copy(SAMPLE, tmp_path / "work" / "dinner.journey")


def offered(home) -> list:
    """The unsaved work that the next start finds."""
    return recoveries(home / "journeywall" / "journals")


def assert_it_left_all_in_order(path, home, heard: list[str], saves: bool) -> None:
    assert heard[-2:] == ["copied 1", "modified True"]
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    assert read(path).project.title == ("0" if saves else "Osteria Lume")
    (recovery,) = offered(home)
    texts = [card.text for lane in recover(recovery).steps[-1].after.maps[0].lanes for card in lane.cards]
    assert "A new card" in texts


@pytest.mark.parametrize("number", range(6))
def test_start_edit_copy_quit(forks, path, tmp_path, number):
    home, saves = tmp_path / "home", number % 2 == 1
    child = forks.begin("save" if saves else "copy", path, home)
    assert child.end() == 0
    assert_it_left_all_in_order(path, home, child.heard, saves)


@pytest.mark.stress
@pytest.mark.parametrize("number", range(100))
def test_start_edit_copy_quit_in_a_process_of_its_own(path, tmp_path, number):
    home, saves = tmp_path / "home", number % 2 == 1
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT), **dict.fromkeys(HOMES, home)}
    command = [sys.executable, HERE / "driven.py", "save" if saves else "copy", path]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    assert_it_left_all_in_order(path, home, done.stdout.splitlines(), saves)


def kill_a_program_that_saves(forks, path, home, chance: Random) -> None:
    before = read(path).project.title
    child = forks.begin("saves", path, home)
    child.go_on_until("saved ", chance.randint(0, 2))
    time.sleep(chance.uniform(0, 0.05))
    child.kill()
    title, said = read(path).project.title, child.last("saved ") or 0
    assert title in (before, "1") if said == 0 else int(title) in (said, said + 1)


def kill_a_program_that_edits(forks, path, home, chance: Random) -> None:
    child = forks.begin("edits", path, home)
    child.go_on_until("kept ", chance.choice((0, 1, 20)))
    time.sleep(chance.uniform(0, 0.05))
    child.kill()
    kept = child.last("kept ") or 0
    titles = [recover(one).steps[-1].after.title for one in offered(home)]
    assert int(titles[0]) >= kept if kept else len(titles) <= 1


def test_a_killed_program_leaves_its_work(forks, path, tmp_path):
    chance = Random(1)
    for number in range(2):
        kill_a_program_that_edits(forks, path, tmp_path / f"editing {number}", chance)
        kill_a_program_that_saves(forks, path, tmp_path / f"saving {number}", chance)


@pytest.mark.stress
def test_500_kills_of_a_program_that_saves(forks, path, tmp_path):
    chance = Random(500)
    for _ in range(500):
        kill_a_program_that_saves(forks, path, tmp_path / "home", chance)
        shutil.rmtree(tmp_path / "home" / "journeywall" / "journals", ignore_errors=True)


@pytest.mark.stress
def test_200_kills_of_a_program_that_edits(forks, path, tmp_path):
    chance = Random(200)
    for number in range(200):
        kill_a_program_that_edits(forks, path, tmp_path / f"{number}", chance)
