"""The real process: no display, no widgets, no traceback, whatever happens to its output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import resources
from desktop.cli import main

ROOT = Path(__file__).parent.parent.parent
SAMPLE = resources.root() / "samples" / "restaurant.journey"


def bare() -> dict[str, str]:
    """An environment without a display and without a choice of Qt's platform."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    return kept | {"PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "error", "PYTHONIOENCODING": "utf-8"}


def run(folder: Path, *words: object, **options) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "desktop", *map(str, words)]
    usual = {"cwd": folder, "env": bare(), "capture_output": True, "text": True, "encoding": "utf-8", "timeout": 60}
    return subprocess.run(command, check=False, **usual | options)


@pytest.mark.parametrize(
    ("words", "status"),
    [
        (["--version"], 0),
        (["check", SAMPLE], 0),
        (["check", "none"], 2),
        *(
            pytest.param(words, status, marks=pytest.mark.stress)
            for words, status in (
                (["templates"], 0),
                (["schema"], 0),
                (["new", "a.journey"], 0),
                (["export", SAMPLE, "a.doc"], 2),
            )
        ),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, list) else str(value),
)
def test_commands_end_as_they_should(tmp_path, words, status):
    done = run(tmp_path, *words)
    assert done.returncode == status
    assert "Traceback" not in done.stderr
    assert bool(done.stderr) == bool(status)


WATCH = """
import sys
from desktop.cli import main
for words in sys.argv[1:]:
    status = main(words.split("|"), None)
    unwanted = ("PySide6.QtWidgets", "desktop.canvas", "desktop.panels")
    loaded = [name for name in sys.modules if name.startswith(unwanted)]
    if status or loaded:
        sys.exit(f"{words}: status {status}, loaded {loaded}")
"""


def test_no_command_imports_widgets(tmp_path):
    """One after the other in one process: none of them, then."""
    commands = ["templates", "schema", f"check|{SAMPLE}", "new|a.journey", f"export|{SAMPLE}|a.pdf"]
    command = [sys.executable, "-c", WATCH, *commands]
    done = subprocess.run(command, cwd=tmp_path, env=bare(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_output_that_nobody_reads_is_no_traceback(tmp_path):
    reader, writer = os.pipe()
    os.close(reader)
    done = run(tmp_path, "schema", capture_output=False, stdout=writer, stderr=subprocess.PIPE)
    os.close(writer)
    assert done.stderr == ""
    assert done.returncode == 141


full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is always full")


@pytest.fixture
def small(tmp_path) -> Path:
    """A project that is quickly printed, beside the folder that commands run in."""
    assert main(["new", str(tmp_path / "small.journey")], None) == 0
    return tmp_path / "small.journey"


def sentence(done: subprocess.CompletedProcess, *words: str) -> None:
    """It failed with one sentence on standard error."""
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert done.stderr.startswith("journeywall: ")
    for word in words:
        assert word in done.stderr


def run_to_full(folder: Path, *words: object) -> subprocess.CompletedProcess:
    with Path("/dev/full").open("wb") as device:
        return run(folder, *words, capture_output=False, stdout=device, stderr=subprocess.PIPE)


@full
@pytest.mark.parametrize(
    "words",
    [
        ["schema"],
        ["--version"],
        ["check", SAMPLE, "--json"],
        *(pytest.param(words, marks=pytest.mark.stress) for words in (["templates"], ["--help"])),
    ],
)
def test_output_on_a_full_disk_is_told(tmp_path, words):
    sentence(run_to_full(tmp_path, *words), "The output cannot be printed (no space left on device).")


@full
def test_findings_on_a_full_disk_are_told(small):
    small.write_text(small.read_text("utf-8").replace('"kind":"actions"', '"kind":"holograms"'), "utf-8")
    sentence(run_to_full(small.parent, "check", small), "The output cannot be printed")


@full
def test_an_export_that_cannot_be_reported_is_no_failed_export(small):
    done = run_to_full(small.parent, "export", small, "a.svg", "--json")
    sentence(done, "“a.svg” is written, but what came out cannot be printed (no space left on device).")
    assert (small.parent / "a.svg").read_bytes().startswith(b"<?xml")


CLOSED = """
import os, sys
for number in map(int, sys.argv[1].split(",")):
    os.close(number)
os.execv(sys.executable, [sys.executable, "-m", "desktop", *sys.argv[2:]])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors of POSIX")
@pytest.mark.parametrize(
    ("closed", "words"),
    [
        ("1", ["schema"]),
        ("2", ["templates"]),
        ("1,2", ["check", SAMPLE, "--json"]),
        ("0,1,2", ["new", "a.journey"]),
        *(
            pytest.param(closed, words, marks=pytest.mark.stress)
            for closed in ("1", "2", "1,2", "0,1,2")
            for words in (["schema"], ["templates"], ["check", SAMPLE, "--json"], ["new", "a.journey"])
        ),
    ],
)
def test_closed_streams_are_no_traceback(tmp_path, closed, words):
    command = [sys.executable, "-c", CLOSED, closed, *map(str, words)]
    done = subprocess.run(command, cwd=tmp_path, env=bare(), capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors of POSIX")
def test_a_failure_that_nobody_hears_has_its_status(tmp_path):
    command = [sys.executable, "-c", CLOSED, "1,2", "check", "none.journey"]
    done = subprocess.run(command, cwd=tmp_path, env=bare(), capture_output=True, check=False, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="arguments of POSIX are bytes")
def test_a_title_that_is_no_text_is_told(tmp_path):
    sentence(
        run(tmp_path, "new", "a.journey", "--title", b"a\xff".decode("utf-8", "surrogateescape")), "The title is not"
    )
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_option_is_named(tmp_path):
    sentence(run(tmp_path, "--nope"), "There is no option “--nope”")


INTERRUPTED_IMPORT = """
import os, signal, sys
from importlib import import_module
from desktop import __main__ as start

module, handler = sys.argv[1:3]

class Interrupt:
    def find_spec(self, name, path=None, target=None):
        if name == module:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupt())
signal.signal(signal.SIGINT, getattr(signal, handler))
sys.argv[1:] = sys.argv[3:]
sys.exit(start.main())
"""


def interrupted(folder: Path, module: str, handler: str, *words: str) -> subprocess.CompletedProcess:
    """A process that is interrupted when it begins to import the module."""
    command = [sys.executable, "-c", INTERRUPTED_IMPORT, module, handler, *words]
    usual = {"cwd": folder, "env": bare(), "capture_output": True, "text": True, "encoding": "utf-8", "timeout": 60}
    return subprocess.run(command, check=False, **usual)


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("module", ["desktop.cli", "pydantic", "desktop.app", "PySide6.QtWidgets"])
def test_an_interruption_while_starting_is_silent(tmp_path, module):
    done = interrupted(tmp_path, module, "default_int_handler", "a.journey")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interruption_that_is_ignored_stays_ignored(tmp_path):
    done = interrupted(tmp_path, "pydantic", "SIG_IGN", "templates")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_plain_terminal_gets_what_it_can_show(tmp_path):
    done = run(tmp_path, "--help", env=bare() | {"PYTHONIOENCODING": "ascii"})
    assert done.returncode == 0
    assert "[FILE ?]" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX are bytes")
def test_a_name_that_is_no_text_is_told(tmp_path):
    done = run(tmp_path, "check", os.fsdecode(b"odd\xff\n.journey"))
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "odd�" in done.stderr


def test_a_file_over_64_megabytes_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "big.journey"
    path.touch()
    os.truncate(path, 2**40)
    done = run(tmp_path, "check", path)
    assert done.returncode == 2
    assert "files over 64 MB are not opened" in done.stderr


def test_a_file_of_the_disk_is_untouched_by_checking(tmp_path):
    path = tmp_path / "a.journey"
    path.write_bytes(SAMPLE.read_bytes())
    before = path.stat().st_mtime_ns
    assert run(tmp_path, "check", path, "--json").returncode == 0
    assert path.stat().st_mtime_ns == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.journey"]
