"""The collector rests while much is made, and is as it was afterwards."""

import gc

import pytest

from desktop.collector import collect_due, manual_collector, resting_collector


class Loop:
    """Refers to itself, so that only the collector can find it."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def collections():
    """What was collected, by generation, while the test ran."""
    seen = []

    def note(phase, info):
        if phase == "start":
            seen.append(info["generation"])

    gc.callbacks.append(note)
    yield seen
    gc.callbacks.remove(note)


@pytest.fixture
def _alone():
    """What all other tests have left behind is not searched: that takes seconds."""
    gc.freeze()
    yield
    gc.unfreeze()


def test_nothing_is_searched_meanwhile(collections):
    with resting_collector():
        loops = [Loop() for _ in range(10_000)]
        assert not collections
    assert len(loops) == 10_000


def test_it_is_on_again():
    with resting_collector():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_after_an_error():
    with pytest.raises(ValueError, match="wrong"), resting_collector():
        raise ValueError("wrong")
    assert gc.isenabled()


def test_it_stays_off_where_it_was_off():
    gc.disable()
    try:
        with resting_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_was_made_counts_as_old():
    with resting_collector():
        loops = [Loop() for _ in range(100)]
    young = {id(thing) for thing in gc.get_objects(0) + gc.get_objects(1)}
    assert not young.intersection(map(id, loops))


def test_nothing_is_kept_for_ever():
    with resting_collector():
        del Loop().itself
        Loop()
    assert gc.get_freeze_count() == 0
    assert any(isinstance(thing, Loop) for thing in gc.get_objects())
    gc.collect()
    assert not any(isinstance(thing, Loop) for thing in gc.get_objects())


def test_by_hand_no_search_starts_by_itself(collections):
    with manual_collector():
        loops = [Loop() for _ in range(10_000)]
        assert gc.isenabled()
        assert not collections
    assert len(loops) == 10_000


def test_by_hand_ends_after_an_error():
    limits = gc.get_threshold()
    with pytest.raises(ValueError, match="wrong"), manual_collector():
        raise ValueError("wrong")
    assert gc.get_threshold() == limits


@pytest.mark.usefixtures("_alone")
def test_what_is_due_is_searched_as_python_would(collections):
    with manual_collector():
        gc.collect()
        collections.clear()
        for _ in range(200):
            loops = [Loop() for _ in range(1_000)]
            collect_due()
    assert len(loops) == 1_000
    assert collections.count(0) == 200 - collections.count(1) - collections.count(2)
    assert collections.count(1) > 10
    assert collections.count(2) >= 1


@pytest.mark.usefixtures("_alone")
def test_what_is_not_due_is_not_searched(collections):
    with manual_collector():
        gc.collect()
        collections.clear()
        collect_due()
    assert not collections
