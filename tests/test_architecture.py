"""The table of rooms holds for the real package, and every rule of it bites."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.architecture import LEVELS, breaches, rooms

ROOT = Path(__file__).parent.parent


@pytest.fixture
def package(tmp_path):
    """A small package of the same name with a module in every room, each importing the room below it."""
    names = [level[0] for level in LEVELS]
    for level, below in zip(LEVELS, [*names[1:], ""], strict=True):
        for room in level:
            write(tmp_path, f"{room}/__init__.py", f"import desktop.{below}\n" if below else "")
    write(tmp_path, "__init__.py", "")
    return tmp_path / "desktop"


def write(folder: Path, name: str, text: str) -> None:
    path = folder / "desktop" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_the_real_package_is_sound():
    assert breaches(ROOT / "desktop") == []


def test_a_sound_package_is_sound(package):
    assert breaches(package) == []


BROKEN = [
    ("document/m.py", "import desktop.layout", "document may not import layout"),
    ("typeset/m.py", "from desktop.drawing import Box", "typeset may not import drawing"),
    ("layout/m.py", "from desktop import drawing", "layout may not import drawing"),
    ("layout/m.py", "from ..drawing import Box", "layout may not import drawing"),
    ("drawing/m.py", "import desktop.plan", "drawing may not import plan"),
    ("plan/m.py", "import desktop.storage", "plan may not import storage"),
    ("storage/m.py", "import desktop.exchange", "storage may not import exchange"),
    ("storage/m.py", "import desktop.session", "storage may not import session"),
    ("session/m.py", "import desktop.canvas", "session may not import canvas"),
    ("canvas/m.py", "import desktop.paint", "canvas may not import paint"),
    ("paint/m.py", "import desktop.canvas", "paint may not import canvas"),
    ("canvas/m.py", "import desktop.panels", "canvas may not import panels"),
    ("panels/m.py", "import desktop.dialogs", "panels may not import dialogs"),
    ("poster/m.py", "import desktop.cli", "poster may not import cli"),
    ("cli/m.py", "import desktop.window", "cli may not import window"),
    ("document/m.py", "def f():\n    import desktop.app", "document may not import app"),
    ("document/m.py", "if TYPE_CHECKING:\n    import desktop.plan", "document may not import plan"),
    ("document/m.py", "import PySide6.QtCore", "document may not import PySide6.QtCore"),
    ("storage/m.py", "from PySide6.QtCore import QSaveFile", "storage may not import PySide6.QtCore.QSaveFile"),
    ("paint/m.py", "from PySide6 import QtGui", "paint may not import PySide6.QtGui"),
    ("layout/m.py", "import time", "layout is pure and may not import time"),
    ("layout/m.py", "from os import environ", "layout is pure and may not import os.environ"),
    ("drawing/m.py", "import reportlab.pdfgen", "drawing is pure and may not import reportlab.pdfgen"),
    ("plan/m.py", "from random import random", "plan is pure and may not import random.random"),
    ("exchange/m.py", "def f():\n    import uuid", "exchange is pure and may not import uuid"),
    ("window/m.py", "import urllib.request", "no network code: urllib.request"),
    ("app/m.py", "from PySide6 import QtNetwork", "no network code: PySide6.QtNetwork"),
]


@pytest.mark.parametrize(("name", "text", "rule"), BROKEN, ids=lambda value: str(value).partition("\n")[0])
def test_each_rule_bites(package, name, text, rule):
    write(package.parent, name, text)
    assert rule in [breach.rule for breach in breaches(package)]


def test_a_breach_names_module_and_line(package):
    write(package.parent, "canvas/m.py", "import math\nimport desktop.paint\n")
    (breach,) = breaches(package)
    assert breach.place == "desktop.canvas.m:2"


def test_a_cycle_inside_a_room_is_found(package):
    write(package.parent, "layout/a.py", "import desktop.layout.b")
    write(package.parent, "layout/b.py", "from desktop.layout import a")
    assert [breach.place for breach in breaches(package)] == ["desktop.layout.a → desktop.layout.b"]


def test_a_lazy_import_makes_no_cycle(package):
    write(package.parent, "layout/a.py", "import desktop.layout.b")
    write(package.parent, "layout/b.py", "def f():\n    from desktop.layout import a")
    assert breaches(package) == []


@pytest.mark.parametrize("room", ["cli", "poster", "session"])
def test_widgets_are_found_behind_other_rooms(package, room):
    write(package.parent, "resources/m.py", "from PySide6.QtWidgets import QWidget")
    write(package.parent, f"{room}/m.py", "import desktop.resources.m")
    write(package.parent, f"{room}/__init__.py", f"import desktop.{room}.m")
    assert f"{room} leads to PySide6.QtWidgets" in [breach.rule for breach in breaches(package)]


def test_a_room_that_the_table_does_not_name(package):
    write(package.parent, "attic/__init__.py", "")
    assert [(breach.place, breach.rule) for breach in breaches(package)] == [
        ("attic", "the table does not name this room")
    ]


def test_a_room_of_the_table_that_does_not_exist(package):
    (package / "linebreaks" / "__init__.py").unlink()
    assert [(breach.place, breach.rule) for breach in breaches(package)] == [
        ("linebreaks", "the table names a room that does not exist")
    ]


def test_modules_count_as_rooms(package):
    assert rooms(package) == {room for level in LEVELS for room in level}


@pytest.mark.parametrize("module", ["desktop.cli", "desktop.poster.export"])
def test_no_widgets_are_loaded_in_truth(module):
    code = f"import sys, {module}; raise SystemExit('PySide6.QtWidgets' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
