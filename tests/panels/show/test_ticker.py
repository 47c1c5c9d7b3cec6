"""What makes a run of show go on by the second."""

import pytest

from desktop.panels.show.ticker import LATE, Ticker
from shows import Clock, Ear, desk_with, show_on


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def show(clock):
    return show_on(desk_with(), clock)


@pytest.fixture
def ticker(qtbot, show):
    ticker = Ticker(show)
    yield ticker
    ticker.stop()


def test_nothing_ticks_before_it_runs(ticker):
    assert not ticker.ticking


def test_it_ticks_while_it_runs(ticker, show):
    show.start()
    assert ticker.ticking
    show.stop()
    assert not ticker.ticking


def test_it_ticks_in_a_rest_as_well_for_the_end_goes_on(ticker, show):
    show.start()
    show.pause()
    assert ticker.ticking


@pytest.mark.parametrize(("passed", "wait"), [(0, 1000), (0.25, 750), (0.999, 1), (600, 1000), (601.5, 500)])
def test_it_waits_for_the_next_whole_second(ticker, show, clock, passed, wait):
    show.start()
    clock.on(seconds=passed)
    ticker._tick()
    assert ticker._timer.interval() == pytest.approx(wait + LATE, abs=1)


def test_it_tells_the_seconds(qtbot, ticker, show, clock):
    heard = Ear(show.ticked)
    show.start()
    clock.on(seconds=0.95)
    show.extend(0)
    qtbot.waitUntil(lambda: len(heard.heard) >= 1, timeout=3000)
    assert ticker.ticking
