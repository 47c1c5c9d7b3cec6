"""Files that are too large: the command line refuses them in one sentence, and reads nothing of them."""

import os

import pytest

from desktop import cli
from desktop.storage.files import HIGHEST_LIMIT, MEGABYTE


@pytest.fixture(params=[65 * MEGABYTE, HIGHEST_LIMIT + 1, 2**40], ids=["65 MB", "over 256 MB", "a terabyte"])
def large(tmp_path, request):
    """So many zeros, which take no room on the disk."""
    path = tmp_path / "large.journey"
    path.touch()
    os.truncate(path, request.param)
    return path


@pytest.mark.parametrize("words", [["check"], ["check", "--json"], ["export"]])
def test_the_command_line_refuses_a_large_file(capsys, large, words):
    out = [large.with_name("out.pdf")] if "export" in words else []
    assert cli.main([words[0], str(large), *map(str, out), *words[1:]], pytest.fail) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "files over 64 MB are not opened; move its pictures out or split it." in said
    assert not any(path.exists() for path in out)
