"""Locks are written from the project file."""

import pytest

from tools.lock import render, requirements

PROJECT = {
    "build-system": {"requires": ["maker"]},
    "project": {"dependencies": ["one>=1", "two"], "optional-dependencies": {"dev": ["checker"]}},
}


def test_requirements():
    assert requirements(PROJECT) == (["maker", "one>=1", "two"], ["checker"])


def test_a_project_without_dependencies_is_refused():
    with pytest.raises(ValueError, match="names no dependencies"):
        requirements({"project": {}})


def test_render_sorts_regardless_of_capitals():
    assert render("# head\n", {"b": "2", "C": "3", "a": "1"}) == "# head\na==1\nb==2\nC==3\n"
