"""Work beside the window: in turn, the last wish wins, and nothing is told of what was given up."""

from threading import Event, current_thread, get_ident, main_thread

import pytest

from desktop.dialogs.poster.work import Job, Latest
from desktop.poster.refusals import CancelledError

LONG = 20.0
"""Seconds after which a test that hangs fails."""


def test_work_is_done_beside_the_window():
    job = Job(lambda progress: current_thread() is main_thread())
    assert job.wait(LONG)
    assert (job.done, job.result()) == (True, False)


def test_all_work_is_done_in_one_thread():
    jobs = [Job(lambda progress: get_ident()) for _ in range(3)]
    assert all(job.wait(LONG) for job in jobs)
    assert len({job.result() for job in jobs}) == 1


def test_it_tells_how_far_it_is():
    told, go_on = Event(), Event()

    def work(progress):
        progress("write", 3, 7)
        told.set()
        go_on.wait(LONG)

    job = Job(work)
    assert told.wait(LONG)
    assert (job.news, job.done) == (("write", 3, 7), False)
    go_on.set()
    assert job.wait(LONG)


def test_what_it_raises_is_raised_to_whoever_asks_for_the_result():
    job = Job(lambda progress: 1 // 0)
    assert job.wait(LONG)
    with pytest.raises(ZeroDivisionError):
        job.result()


def test_what_is_given_up_ends_at_its_next_news():
    begun, go_on, reached = Event(), Event(), []

    def work(progress):
        begun.set()
        go_on.wait(LONG)
        progress("write", 1, 2)
        reached.append("the end")

    job = Job(work)
    assert begun.wait(LONG)
    job.cancel()
    go_on.set()
    assert job.wait(LONG)
    assert reached == []
    with pytest.raises(CancelledError):
        job.result()


def test_what_is_given_up_before_it_begins_never_does():
    go_on, ran = Event(), []
    first, second = Job(lambda progress: go_on.wait(LONG)), Job(lambda progress: ran.append(1))
    second.cancel()
    go_on.set()
    assert first.wait(LONG)
    assert second.wait(LONG)
    assert (ran, second.given_up) == ([], True)


def test_who_does_not_wait_long_is_told_that_it_is_not_done():
    go_on = Event()
    job = Job(lambda progress: go_on.wait(LONG))
    assert not job.wait(0.01)
    go_on.set()
    assert job.wait(LONG)


def test_only_the_last_wish_is_told(qtbot):
    latest, told, go_on = Latest(), [], Event()
    latest.ended.connect(lambda job: told.append(job.result()))
    latest.ask(lambda progress: go_on.wait(LONG) and "first")
    latest.ask(lambda progress: "second")
    go_on.set()
    with qtbot.waitSignal(latest.ended):
        pass
    assert (told, latest.busy) == (["second"], False)


def test_nothing_is_told_of_what_was_given_up(qtbot):
    latest, told = Latest(), []
    latest.ended.connect(told.append)
    latest.ask(lambda progress: "first")
    latest.give_up()
    assert not latest.busy
    latest.ask(lambda progress: "second")
    with qtbot.waitSignal(latest.ended):
        pass
    assert [job.result() for job in told] == ["second"]
