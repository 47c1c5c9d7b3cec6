"""Work beside the window."""

import threading
import time
from concurrent.futures import Future

import pytest

from desktop.panels.errand import Errand

LONG = 30.0


@pytest.fixture
def errand(qapp):
    errand = Errand()
    yield errand
    errand.leave()


@pytest.fixture
def ends():
    """What the ends of work were."""
    return []


def test_what_is_quick_has_ended_when_run_returns(errand, ends):
    done = []
    errand.run(lambda: done.append(threading.current_thread()), ends.append, LONG)
    assert ends == [None]
    assert done != [threading.main_thread()]
    assert not errand.busy


def test_what_takes_longer_ends_in_the_thread_of_the_window(errand, qtbot):
    gate, where = threading.Event(), []
    errand.run(gate.wait, lambda _: where.append(threading.current_thread()), 0)
    assert (errand.busy, where) == (True, [])
    gate.set()
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.main_thread()]


def test_an_end_is_told_once(errand, ends, qtbot):
    errand.run(lambda: time.sleep(0.01), ends.append, 0)
    errand.settle()
    qtbot.wait(30)
    assert ends == [None]


def test_what_was_raised_is_told(errand, ends):
    errand.run(lambda: 1 / 0, ends.append, LONG)
    assert [type(error) for error in ends] == [ZeroDivisionError]


def test_what_is_raised_at_the_end_of_quick_work_reaches_whoever_asked(errand, monkeypatch):
    def submit(work):
        running = Future()
        running.set_result(work())
        return running

    monkeypatch.setattr(errand._threads, "submit", submit)
    with pytest.raises(ZeroDivisionError):
        errand.run(lambda: None, lambda _: 1 / 0, LONG)
    assert not errand.busy


def test_the_next_waits_for_the_one_before(errand, ends):
    order = []
    errand.run(lambda: (time.sleep(0.02), order.append(1)), lambda _: order.append("first"), 0)
    errand.run(lambda: order.append(2), lambda _: order.append("second"), LONG)
    assert order == [1, "first", 2, "second"]


def test_leaving_waits_and_tells(errand, ends):
    errand.run(lambda: time.sleep(0.02), ends.append, 0)
    errand.leave()
    assert ends == [None]


def test_the_end_of_work_that_was_overtaken_is_not_told_again(errand, qtbot):
    told = []
    for number in range(20):
        errand.run(lambda: None, lambda _, number=number: told.append(number), 0)
    errand.settle()
    qtbot.wait(20)
    assert told == list(range(20))
