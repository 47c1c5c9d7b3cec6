"""What stands before the tenths, by language."""

from desktop.layout.signs import point_of
from desktop.resources import words


def test_every_language_has_its_own():
    assert [point_of(words(language)) for language in ("en", "de")] == [".", ","]


def test_words_that_know_nothing_leave_a_full_stop():
    assert point_of(str) == "."
