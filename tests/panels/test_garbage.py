"""Circular garbage is found in the window's thread and in no other."""

import gc
import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QGraphicsScene

from desktop.panels import garbage as module
from desktop.panels.garbage import Garbage


class Loop(QGraphicsScene):
    """What must not be deleted in another thread, and only the search finds."""

    def __init__(self, gone):
        super().__init__()
        self.itself = self
        self.timer = QTimer()
        self.sign = Sign(gone)


class Sign:
    """Says in which thread it went."""

    def __init__(self, gone):
        self.gone = gone

    def __del__(self):
        self.gone.append(threading.current_thread().name)


@pytest.fixture
def garbage(qapp, monkeypatch):
    monkeypatch.setattr(module, "EVERY", 1)
    garbage = Garbage()
    garbage.begin()
    yield garbage
    garbage.end()


def made_elsewhere() -> list[list[int]]:
    """More values than make a search due, made in another thread."""
    made = []
    thread = threading.Thread(target=lambda: made.extend([] for _ in range(50_000)))
    thread.start()
    thread.join()
    return made


def test_another_thread_finds_nothing(garbage):
    gone = []
    Loop(gone)
    assert len(made_elsewhere()) == 50_000
    assert gone == []


def test_the_windows_thread_does(garbage, qtbot):
    gone = []
    Loop(gone)
    made = made_elsewhere()
    qtbot.waitUntil(lambda: bool(gone))
    assert gone == ["MainThread"]
    assert len(made) == 50_000


def test_afterwards_all_is_as_before(qapp):
    gc.set_threshold(700, 10, 10)
    garbage = Garbage()
    garbage.begin()
    assert gc.get_threshold() == (0, 10, 10)
    garbage.end()
    assert gc.get_threshold() == (700, 10, 10)
