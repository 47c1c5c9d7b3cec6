from desktop.drawing.memory import Memory


class Maker:
    """Counts how often something was made."""

    def __init__(self):
        self.made = 0

    def __call__(self):
        self.made += 1
        return self.made


def test_the_same_sources_give_the_same_value():
    memory, maker, source = Memory(4), Maker(), object()
    assert memory.get("a", (source,), maker) == memory.get("a", (source,), maker) == 1


def test_another_source_gives_a_new_value():
    memory, maker = Memory(4), Maker()
    assert [memory.get("a", ([],), maker), memory.get("a", ([],), maker)] == [1, 2]


def test_equal_is_not_the_same():
    memory, maker = Memory(4), Maker()
    memory.get("a", ((1, [2]),), maker)
    assert memory.get("a", ((1, [2]),), maker) == 2


def test_a_different_number_of_sources_is_different():
    memory, maker, source = Memory(4), Maker(), object()
    memory.get("a", (source,), maker)
    assert memory.get("a", (source, source), maker) == 2


def test_names_do_not_share():
    memory, maker, source = Memory(4), Maker(), object()
    assert [memory.get(name, (source,), maker) for name in "abab"] == [1, 2, 1, 2]


def test_the_least_recently_used_goes():
    memory, maker, source = Memory(2), Maker(), object()
    for name in "abac":
        memory.get(name, (source,), maker)
    assert maker.made == 3
    memory.get("a", (source,), maker)
    assert maker.made == 3
    memory.get("b", (source,), maker)
    assert maker.made == 4
