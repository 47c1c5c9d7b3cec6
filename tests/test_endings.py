"""What the system asks for: signals at any moment, a logout, Quit."""

import os
import signal
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.endings import SIGNALS, Endings, Logout

posix = pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")


@pytest.fixture
def endings(qapp):
    for number in SIGNALS:
        if signal.getsignal(number) is signal.SIG_IGN:  # whoever starts the tests in the background may say so
            signal.signal(number, signal.SIG_DFL)
    endings = Endings()
    endings.install()
    yield endings
    endings.remove()


def send(number):
    os.kill(os.getpid(), number)


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_asks(qtbot, endings, name):
    with qtbot.waitSignal(endings.asked):
        send(getattr(signal, name))


@posix
def test_nothing_happens_in_the_middle_of_something(qtbot, endings):
    asked = []
    endings.asked.connect(lambda: asked.append(1))
    send(signal.SIGTERM)
    assert sum(range(1000)) == 499_500
    assert asked == []
    qtbot.waitUntil(lambda: asked == [1])


@posix
def test_a_signal_wakes_a_program_that_does_nothing(qtbot, endings):
    """From another process, while Qt waits and no timer of ours runs."""
    child = os.fork()
    if child == 0:
        os.kill(os.getppid(), signal.SIGTERM)
        os._exit(0)
    with qtbot.waitSignal(endings.asked):
        pass
    os.waitpid(child, 0)


@posix
def test_many_signals_are_no_trouble(qtbot, endings):
    with qtbot.waitSignal(endings.asked):
        for _ in range(100):
            send(signal.SIGTERM)


@posix
def test_what_is_ignored_stays_ignored(qapp):
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    endings = Endings()
    endings.install()
    assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    endings.remove()
    signal.signal(signal.SIGHUP, before)


def descriptors():
    """How many files this process holds open, where the system says so."""
    folder = Path("/proc/self/fd")
    return len(list(folder.iterdir())) if folder.is_dir() else 0


@posix
def test_afterwards_all_is_as_before(qapp):
    before = [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)]
    opened = descriptors()
    endings = Endings()
    endings.install()
    endings.remove()
    assert [signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)] == before
    assert signal.set_wakeup_fd(-1) == -1
    assert descriptors() == opened


def test_removing_twice_does_no_harm(endings):
    endings.remove()
    endings.remove()
    assert signal.set_wakeup_fd(-1) == -1


def manager(talks=True):
    """A session manager: whether it lets a question be asked, and in `done` what became of the logout."""
    done = []
    return SimpleNamespace(
        allowsInteraction=lambda: talks,
        cancel=lambda: done.append("cancelled"),
        release=lambda: done.append("released"),
        done=done,
    )


@pytest.mark.parametrize(
    ("kept", "talks", "closed", "done", "asked"),
    [
        (True, True, True, [], 0),
        (False, True, True, ["released"], 1),
        (False, True, False, ["cancelled", "released"], 1),
        (False, False, False, [], 0),
    ],
)
def test_a_logout_is_stopped_only_by_somebody_who_wants_to(qapp, kept, talks, closed, done, asked):
    system, questions = manager(talks), []
    logout = Logout(lambda: kept, lambda: questions.append(1) or closed)
    logout.commit(system)
    assert (system.done, len(questions)) == (done, asked)


def test_a_session_that_is_kept_keeps_the_work(qapp):
    kept = []
    Logout(lambda: kept.append(1) or True, lambda: True).save_state(manager())
    assert kept == [1]


def test_a_logout_is_followed(qapp):
    logout = Logout(lambda: True, lambda: True)
    logout.follow(qapp)
    assert qapp.commitDataRequest.disconnect(logout.commit) is not False
    assert qapp.saveStateRequest.disconnect(logout.save_state) is not False
