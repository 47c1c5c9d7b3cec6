"""An installation with a damaged font says so in one sentence, with and without windows."""

import os
import shutil
import subprocess
import sys

import pytest

from desktop import resources

START = """
import sys
from pathlib import Path

from desktop import app, cli, resources

resources.root = lambda: Path(sys.argv[1])
app.tell = lambda _parent, sentence: print("shown:", sentence)
sys.exit(cli.main(sys.argv[2:], app.run))
"""


@pytest.fixture
def damaged(tmp_path):
    """The program's resources with one wrong byte in a font."""
    root = shutil.copytree(resources.root(), tmp_path / "resources")
    font = root / "fonts" / "JWInter-Bold.ttf"
    data = bytearray(font.read_bytes())
    data[len(data) // 2] ^= 1
    font.write_bytes(data)
    return root


def start(root, *words):
    command = [sys.executable, "-c", START, str(root), *map(str, words)]
    environment = {**os.environ, "HOME": str(root.parent), "XDG_STATE_HOME": str(root.parent / "state")}
    return subprocess.run(command, check=False, capture_output=True, text=True, timeout=60, env=environment)


def test_the_program_says_so_and_ends(damaged):
    done = start(damaged)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "JWInter-Bold.ttf”: this font cannot be used (its bytes are not those" in done.stderr
    assert "install journeywall again" in done.stderr
    assert done.stdout.startswith("shown: “")


def test_an_export_says_so_and_writes_nothing(damaged, tmp_path):
    (damaged / "fonts" / "JWInter-Bold.ttf").unlink()
    out = tmp_path / "out.pdf"
    done = start(damaged, "export", damaged / "samples" / "restaurant.journey", out)
    assert done.returncode == 2
    assert "it cannot be read (no such file or directory); install journeywall again." in done.stderr
    assert done.stderr.count("\n") == 1
    assert not out.exists()
