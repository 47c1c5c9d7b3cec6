"""The bundled fonts and the typesetter over them."""

import json

import pytest

from desktop import resources
from desktop.linebreaks import line_breaks
from desktop.typeset.fonts import FontSet
from desktop.typeset.lines import TextStyle
from desktop.typeset.typesetter import Typesetter


@pytest.fixture(scope="session")
def folder():
    return resources.root() / "fonts"


@pytest.fixture(scope="session")
def catalogue(folder):
    return json.loads((folder / "fonts.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def fonts(folder, catalogue):
    return FontSet(catalogue, lambda name: (folder / name).read_bytes())


@pytest.fixture(scope="session")
def typesetter(fonts):
    return Typesetter(fonts, line_breaks)


@pytest.fixture
def fresh(fonts):
    """A typesetter that remembers nothing."""
    return Typesetter(fonts, line_breaks)


@pytest.fixture(scope="session")
def regular():
    return TextStyle("regular")
