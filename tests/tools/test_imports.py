"""Imports are read as Python would resolve them."""

from pathlib import Path

import pytest

from tools.imports import cycles, modules, reachable, read


@pytest.fixture
def package(tmp_path):
    """Makes a package “desktop” with one room from sources by path."""

    def make(sources: dict[str, str]) -> Path:
        for name, text in {"__init__": "", "room/__init__": "", **sources}.items():
            path = tmp_path / "desktop" / f"{name}.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path / "desktop"

    return make


def imported(folder) -> list[tuple[str, bool]]:
    return [(one.imported, one.eager) for one in read(folder)]


def test_modules(package):
    assert set(modules(package({"a": "", "room/b": ""}))) == {"desktop", "desktop.a", "desktop.room", "desktop.room.b"}


@pytest.mark.parametrize(
    ("statement", "target"),
    [
        ("import desktop.room.b", "desktop.room.b"),
        ("from desktop.room import b", "desktop.room.b"),
        ("from desktop.room.b import name", "desktop.room.b"),
        ("from desktop import room", "desktop.room"),
        ("from . import c", "desktop.room.c"),
        ("from .b import name", "desktop.room.b"),
        ("from ..room import b", "desktop.room.b"),
        ("from os import path", "os.path"),
        ("import os.path as p", "os.path"),
    ],
)
def test_targets(package, statement, target):
    assert imported(package({"room/b": "", "room/c": statement})) == [(target, True)]


@pytest.mark.parametrize(
    ("source", "eager"),
    [
        ("import os", True),
        ("try:\n    import os\nexcept ImportError:\n    pass", True),
        ("class A:\n    import os", True),
        ("def f():\n    import os", False),
        ("if TYPE_CHECKING:\n    import os", False),
        ("if typing.TYPE_CHECKING:\n    import os", False),
    ],
)
def test_eagerness(package, source, eager):
    assert imported(package({"a": source})) == [("os", eager)]


def test_line(package):
    assert [one.line for one in read(package({"a": "x = 1\n\nimport os\n"}))] == [3]


def test_cycle_of_three(package):
    folder = package(
        {"a": "import desktop.b", "b": "import desktop.c", "c": "import desktop.a", "d": "import desktop.a"}
    )
    assert cycles(read(folder)) == [["desktop.a", "desktop.b", "desktop.c"]]


def test_a_cycle_through_a_room(package):
    folder = package({"a": "import desktop.room.b", "room/b": "", "room/__init__": "import desktop.a"})
    assert cycles(read(folder)) == [["desktop.a", "desktop.room"]]


def test_a_room_may_load_its_own_modules(package):
    assert cycles(read(package({"room/b": "import os", "room/__init__": "import desktop.room.b"}))) == []


def test_reachable_follows_lazy_imports(package):
    folder = package({"a": "def f():\n    import desktop.b", "b": "from PySide6 import QtWidgets"})
    assert reachable("desktop.a", read(folder)) >= {"desktop.a", "desktop.b", "PySide6.QtWidgets"}
