"""How far work is, and its end where nobody wants the rest."""

import pytest

from desktop.document.progress import AT_ONCE, CancelledError, Progress, followed, step


def test_nobody_listens():
    step(None, 0.5)
    assert list(followed("ab", None, float)) == ["a", "b"]


def test_a_share_lies_between_nothing_and_all():
    told = []
    for share in (-1.0, 0.5, 7.0):
        step(lambda value: told.append(value) or True, share)
    assert told == [0.0, 0.5, 1.0]


def test_nobody_wants_the_rest():
    with pytest.raises(CancelledError) as ended:
        step(lambda _share: False, 0.5)
    assert ended.value.code == "cancelled"


def test_it_is_told_now_and_then():
    told = []
    rows = range(2 * AT_ONCE + 1)
    assert list(followed(rows, lambda share: told.append(share) or True, lambda at: at / len(rows))) == list(rows)
    assert told == [0.0, AT_ONCE / len(rows), 2 * AT_ONCE / len(rows)]


def test_work_in_two_parts_goes_on_where_the_first_ended():
    told = []
    progress = Progress(lambda share: told.append(share) or True, 4)
    assert [*progress.of("ab"), *progress.of("cd")] == list("abcd")
    assert told == [0.0, 0.5]
