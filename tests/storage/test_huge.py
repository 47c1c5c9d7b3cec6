"""Huge and hostile files: refused or read within 2 s and 500 MB, each in a process of its own, to be measured."""

import json
import subprocess
import sys
from collections.abc import Callable

import pytest

HEAD = '{"format":"journeywall","version":[1,0],"project":{"id":"p","maps":[{"id":"m","lanes":[{"id":"l","kind":"k"'
TAIL = "}]}]%s}}"
MANY = 690_000
READ = """
import json, sys, time
from pathlib import Path
from desktop.storage.errors import StorageError
from desktop.storage.reader import read

start = time.process_time()
try:
    read(Path(sys.argv[1]))
    said = ""
except StorageError as error:
    said = str(error)
seconds = time.process_time() - start
peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
print(json.dumps([said, seconds, int(peak.split()[1]) / 1024]))
"""


def with_cards(cards: str) -> str:
    return HEAD + ',"cards":[' + cards + "]" + TAIL % ""


def with_field(field: str) -> str:
    return HEAD + TAIL % ("," + field)


HUGE: dict[str, tuple[Callable[[], str], str]] = {
    "bad cards": (lambda: with_cards(",".join(['{"id":1}'] * MANY)), "cards[1] › id: must be text"),
    "empty cards": (lambda: with_cards(",".join(["{}"] * MANY)), "cards[1] › id: is missing"),
    "numbers for cards": (lambda: with_cards(",".join(["1"] * MANY)), "cards[1]: must be an object"),
    "too many cards": (lambda: with_cards(",".join(f'{{"id":"c{n}","kind":"k"}}' for n in range(100_002))), "100000"),
    "unknown names": (lambda: with_field('"x":{' + ",".join(f'"key{n}":{{}}' for n in range(MANY)) + "}"), ""),
    "unknown texts": (lambda: with_field('"x":[' + ",".join(f'"text{n}"' for n in range(MANY)) + "]"), ""),
    "values without end": (lambda: with_field('"x":[' + "1," * 20_000_000 + "1]"), "more than 700,000 values"),
    "a text of 60 MB": (lambda: with_field('"title":"' + "a" * 60_000_000 + '"'), "title: is longer than"),
    "a wide text of 60 MB": (lambda: with_field('"title":"😀' + "a" * 60_000_000 + '"'), "title: is longer than"),
    "a text of 100 MB": (lambda: with_field('"title":"' + "a" * 100_000_000 + '"'), "over 64 MB are not opened"),
    "60000000 lists": (lambda: "[" * 60_000_000, "nested more than 200"),
}


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured as Linux tells it")
@pytest.mark.parametrize("name", HUGE)
def test_a_huge_file_ends_soon_and_needs_little_memory(tmp_path, name):
    build, words = HUGE[name]
    path = tmp_path / "huge.journey"
    path.write_text(build(), "utf-8")
    done = subprocess.run([sys.executable, "-c", READ, path], capture_output=True, check=True, text=True)
    path.unlink()
    said, seconds, megabytes = json.loads(done.stdout)
    assert words in said
    assert bool(said) == bool(words)
    assert seconds < 2  # of the processor, for the machine may be busy otherwise
    assert megabytes < 500
