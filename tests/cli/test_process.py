"""The real process: no display, no widgets, no traceback, whatever happens to its output."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import resources

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
        (["templates"], 0),
        (["schema"], 0),
        (["check", SAMPLE], 0),
        (["new", "a.journey"], 0),
        (["check", "none"], 2),
        (["export", SAMPLE, "a.doc"], 2),
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
status = main(sys.argv[1:], None)
loaded = [name for name in sys.modules if name.startswith(("PySide6.QtWidgets", "desktop.canvas", "desktop.panels"))]
sys.exit(f"status {status}, loaded {loaded}" if status or loaded else 0)
"""


@pytest.mark.parametrize(
    "words",
    [["templates"], ["schema"], ["check", str(SAMPLE)], ["new", "a.journey"], ["export", str(SAMPLE), "a.pdf"]],
    ids=lambda words: words[0],
)
def test_no_command_imports_widgets(tmp_path, words):
    command = [sys.executable, "-c", WATCH, *words]
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
