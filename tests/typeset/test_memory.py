from hypothesis import given
from hypothesis import strategies as st

from desktop.typeset.memory import Memory


def test_what_was_put_is_found():
    memory = Memory(2)
    memory.put("a", 1)
    assert memory.get("a") == 1
    assert memory.get("b") is None


def test_the_last_things_asked_for_stay():
    memory = Memory(2)
    for key in "abc":
        memory.put(key, key)
    memory.get("a")
    memory.put("d", "d")
    memory.put("e", "e")
    assert memory.get("a") == "a"
    assert memory.get("b") is None


def test_everything_can_be_forgotten():
    memory = Memory(2)
    for key in "abc":
        memory.put(key, key)
    memory.forget()
    assert (len(memory), memory.get("c")) == (0, None)


@given(st.lists(st.integers(0, 40)), st.integers(1, 9))
def test_it_never_holds_more_than_two_generations(keys, limit):
    memory = Memory(limit)
    for key in keys:
        if memory.get(key) is None:
            memory.put(key, key)
        assert memory.get(key) == key
        assert len(memory) <= 2 * limit


@given(st.lists(st.integers(0, 40), min_size=1), st.integers(1, 9))
def test_as_many_as_asked_are_there_in_order_of_use(keys, limit):
    memory = Memory(limit)
    for key in keys:
        if memory.get(key) is None:
            memory.put(key, key)
    latest = list(dict.fromkeys(reversed(keys)))[:limit]
    assert [memory.get(key) for key in latest] == latest
