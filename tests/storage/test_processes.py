"""Which process this is, and which others live."""

import os
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from desktop.storage import processes


@pytest.fixture
def child():
    """A process that does nothing."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as running:
        yield running
        running.kill()


def test_this_process_lives():
    assert processes.lives(os.getpid(), processes.own_start())


def test_it_lives_whenever_it_started():
    assert processes.lives(os.getpid(), None)


def test_one_that_started_at_another_time_is_another():
    assert not processes.lives(os.getpid(), processes.own_start() + 10)


def test_clocks_may_differ_a_little():
    assert processes.lives(os.getpid(), processes.own_start() + processes.SAME / 2)


def test_a_child_lives_until_it_ends(child):
    since = processes.started(child.pid)
    assert processes.lives(child.pid, since)
    child.kill()
    child.wait()
    assert not processes.lives(child.pid, since)


def test_a_dead_process_has_no_start(child):
    child.kill()
    child.wait()
    assert processes.started(child.pid) is None


def test_a_later_process_started_later(child):
    assert processes.started(child.pid) > processes.own_start()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems note the time of the clock")
def test_setting_the_clock_makes_nobody_another_process(monkeypatch):
    before, booted, created = processes.own_start(), psutil.boot_time(), psutil.Process.create_time
    monkeypatch.setattr(psutil, "boot_time", lambda: booted + 7200)
    monkeypatch.setattr(psutil.Process, "create_time", lambda process: created(process) + 7200)
    assert processes.own_start() == pytest.approx(before)


def test_who_may_not_be_asked_lives(monkeypatch):
    def secret(_process):
        raise psutil.AccessDenied(1)

    monkeypatch.setattr(psutil.Process, "create_time", secret)
    assert processes.lives(os.getpid(), 5.0)
    assert processes.own_start() is None


def test_the_account_has_a_name(monkeypatch):
    monkeypatch.setenv("LOGNAME", "ada")
    assert processes.user() == "ada"


def test_an_account_may_have_no_name(monkeypatch):
    def nobody():
        raise KeyError("uid not found")

    monkeypatch.setattr(processes.getpass, "getuser", nobody)
    assert processes.user() == ""


def test_the_computer_has_a_name():
    assert processes.host()
    assert processes.host() == processes.host()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems count processes once")
def test_processes_are_counted_somewhere(child):
    assert processes.space() == str(Path(f"/proc/{child.pid}/ns/pid").readlink())


def test_a_system_without_such_spaces_has_none(monkeypatch):
    def missing(*_args, **_kwargs):
        raise FileNotFoundError(2, "No such file")

    monkeypatch.setattr(os, "readlink", missing)
    assert processes.space() == ""


def test_the_library_is_loaded_only_when_a_process_is_asked_for():
    code = "import sys; from desktop.storage import locks, processes; processes.host(); print('psutil' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
