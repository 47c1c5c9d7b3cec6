"""Errors are one sentence that names file, place, reason and remedy."""

from pathlib import Path

import pytest

from desktop.storage import errors
from desktop.storage.errors import DamagedError, InvalidError, Problem, SaveAsError, StorageError


def test_all_parts_stand_in_one_sentence():
    error = StorageError("it broke", path=Path("a.journey"), place="line 3", remedy="mend it")
    assert str(error) == "“a.journey”, line 3: it broke; mend it."


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (StorageError("it broke"), "It broke."),
        (StorageError("it broke", place="line 3"), "line 3: it broke."),
        (StorageError("it broke", path=Path("a")), "“a”: it broke."),
        (StorageError("it broke", remedy="mend it"), "It broke; mend it."),
    ],
)
def test_parts_may_be_missing(error, said):
    assert str(error) == said


def test_a_hostile_name_cannot_break_the_line():
    said = str(StorageError("it broke", path=Path("a\nb\x1b[31m\ud800")))
    assert said.isprintable()
    assert "a�b�[31m�" in said


@pytest.mark.parametrize(
    ("more", "tail"), [(0, "is odd."), (1, "is odd (and 1 more problem)."), (9, "9 more problems).")]
)
def test_the_first_problem_is_told_and_the_others_counted(more, tail):
    error = InvalidError((Problem("card", "is odd"),), more)
    assert str(error).startswith("card: is odd")
    assert str(error).endswith(tail)


def test_a_problem_is_a_line():
    assert str(Problem("card", "is odd")) == "card: is odd"
    assert str(Problem("", "is odd")) == "is odd"


def test_they_are_one_family():
    family = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)]
    assert len(family) >= 10
    assert all(issubclass(kind, StorageError) for kind in family)
    assert issubclass(errors.NewerFileError, SaveAsError)
    assert not issubclass(DamagedError, SaveAsError)
