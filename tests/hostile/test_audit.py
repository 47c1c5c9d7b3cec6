"""The program opens no file that nobody named, and no way to the network, watched from within and from without."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from baits import baited
from desktop import resources
from desktop.document.answers import digest_of, file_of, packed
from desktop.document.base import changed
from desktop.document.project import Response, Survey
from desktop.storage.reader import read
from desktop.storage.responses import Tables
from desktop.storage.writer import dump
from pictures import png

ROOT = Path(__file__).parents[2]
AUDITED = Path(__file__).with_name("audited.py")
SAMPLE = resources.root() / "samples" / "restaurant.journey"
FOLDERS = ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME")

TRAPS = (".reportlab_settings", ".reportlab_mods", "reportlab_settings.py", "reportlab_mods.py", "sitecustomize.py")
"""Files that libraries would run if they looked for them."""

BESIDE = re.compile(
    r"(dinner|hostile)\.journey|\.~lock\.(dinner|hostile)\.journey#|\.journeywall-[0-9a-f]{16}\.tmp"
    r"|(dinner|hostile)\.files|responses-[0-9a-f]{16}\.jsonl"
)
"""The projects, what stands beside them for a while, and the large tables of responses in their own folders."""

TABLE = packed([Response(id="r1", touchpoint="Waiter", score=4.0)])
GUESTS = Survey(id="guests", title="Guests", digest=digest_of(TABLE), file=file_of(digest_of(TABLE)), people=1)

ITSELF = ("/proc", "/dev/null")
SYSTEM = (*ITSELF, "/usr", "/lib", "/etc", "/sys", "/var/cache/fontconfig", "/dev/shm", "/dev/urandom")
"""What anybody reads: fonts, dictionaries, what the system tells of itself."""

FINDERS = tuple(f"subprocess.Popen ('{program}" for program in ("/sbin/ldconfig", "gcc", "cc", "ld", "/usr/bin/"))
"""What Python asks where a library is: that with the dictionaries."""

CALLS = "openat,socket,connect,stat,newfstatat"
NETWORK = re.compile(r"AF_INET|AF_NETLINK|AF_PACKET|AF_BLUETOOTH|sin6?_addr")

pytestmark = [
    pytest.mark.xdist_group("audit"),
    pytest.mark.skipif(sys.platform != "linux", reason="folders and names of Linux"),
]
needs_strace = pytest.mark.skipif(not shutil.which("strace"), reason="there is no strace here")


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Two projects, a picture, and files beside them that nobody should touch."""
    place = tmp_path_factory.mktemp("audit")
    for name in ("work", "named", "home", "kept"):
        (place / name).mkdir()
    dinner = place / "work" / "dinner.journey"
    dinner.write_bytes(dump(changed(read(SAMPLE).project, surveys=(GUESTS,)), read(SAMPLE).assets))
    Tables((dinner,)).keep({GUESTS.digest: TABLE})
    elsewhere = changed(GUESTS, file="../../work/secret.json", digest="ab" * 32)
    hostile = changed(baited(read(SAMPLE).project), language="../../work/secret", surveys=(elsewhere,))
    (place / "work" / "hostile.journey").write_bytes(dump(hostile, {}))
    (place / "work" / "secret.json").write_text("{}")
    (place / "named" / "photo.png").write_bytes(png())
    for folder in ("work", "home"):
        for name in TRAPS:
            (place / folder / name).write_text("raise SystemExit('a trap was run')")
    return place


@pytest.fixture(scope="module")
def watched(place):
    """What the program did, and the log of its calls of the system; None where nothing can write one."""
    log = place / "calls.txt"
    look_on = ["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={CALLS}", "-o", str(log)]
    command = [*(look_on if shutil.which("strace") else []), sys.executable, str(AUDITED), str(place)]
    kept = {name: str(place / "kept" / name.lower()) for name in FOLDERS}
    kept |= {"HOME": str(place / "home"), "QT_QPA_PLATFORM": "offscreen"}
    environment = {**os.environ, **kept, "PYTHONPATH": os.pathsep.join(map(str, (ROOT, ROOT / "tests")))}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, cwd=place / "work", timeout=300
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1]), log.read_text() if log.exists() else None


def is_own(place, path):
    """The project with its folder and what stands beside it, what the user named, what the program keeps, its code."""
    if path.parent in (place / "work", place / "work" / "dinner.files"):
        return bool(BESIDE.fullmatch(path.name))
    code = (sys.prefix, sys.base_prefix, ROOT / "desktop", ROOT / "resources", place / "kept", place / "named")
    return path == place / "work" or any(path.is_relative_to(one) for one in (*code, *ITSELF))


def test_no_file_is_opened_that_nobody_named(place, watched):
    done, _ = watched
    paths = [Path(os.path.normpath(place / "work" / name)) for name in done["opened"]]
    assert place / "work" / "dinner.journey" in paths
    assert place / "named" / "photo.png" in paths
    assert [path for path in paths if not is_own(place, path)] == []


def test_nothing_else_is_asked_of_the_system(watched):
    assert [said for said in watched[0]["others"] if not said.startswith(FINDERS)] == []


def test_what_it_made_is_there_and_nothing_else(place, watched):
    assert watched[0]["status"] == 0
    assert {path.name for path in (place / "named").iterdir()} == {
        "photo.png",
        "poster.pdf",
        "poster.svg",
        "poster.png",
    }
    left = {path.name for path in (place / "work").iterdir()}
    assert left == {"dinner.journey", "dinner.files", "hostile.journey", "secret.json", *TRAPS}
    assert [path.name for path in (place / "work" / "dinner.files").iterdir()] == [GUESTS.file]
    assert {path.name for path in (place / "home").iterdir()} == set(TRAPS)


@needs_strace
def test_no_way_to_the_network_is_opened(watched):
    _, log = watched
    assert "openat(" in log
    assert [line for line in log.splitlines() if NETWORK.search(line)] == []


@needs_strace
def test_libraries_open_no_file_that_nobody_named_either(place, watched):
    """Once the window is there."""
    since = watched[1].split("the-program-has-begun", 1)[1]
    names = set(re.findall(r'openat\((?:AT_FDCWD|\d+), "([^"]+)"', since))
    paths = {Path(os.path.normpath(place / "work" / name)) for name in names}
    others = {path for path in paths if path.is_relative_to(place) or not any(map(path.is_relative_to, SYSTEM))}
    assert place / "work" / "dinner.journey" in others
    assert {path for path in others if path.is_file() and not is_own(place, path)} == set()
    assert Path("/dev/zero") not in paths
