"""Fitting a made-up map of wrapped columns, against trying a thousand widths."""

from dataclasses import dataclass, field
from math import ceil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.plan.fit import TRIES, fit

A0 = (3296.0, 2296.0)
SIDES = st.floats(100.0, 20_000.0)


@dataclass
class Columns:
    """A made-up map: `fixed` units high, with cards of `words` units of text in columns; counts its layouts."""

    fixed: float = 300.0
    words: tuple[float, ...] = (900.0, 500.0, 1300.0, 700.0, 400.0)
    columns: int = 10
    line: float = 18.0
    narrowest: float = 70.0
    asked: list[float] = field(default_factory=list)

    def measure(self, wish):
        self.asked.append(wish)
        return self.size(wish)

    def size(self, wish):
        column = max((wish - 150.0) / self.columns, self.narrowest)
        lines = sum(ceil(words / (column - 10.0)) for words in self.words)
        return 150.0 + column * self.columns, self.fixed + lines * self.line

    @property
    def natural(self):
        return self.size(2_000.0)

    def best(self, page):
        """The largest scale, by trying a thousand widths."""
        wishes = [self.narrowest * self.columns * 1.004**step for step in range(1_000)]
        return max(min(page[0] / width, page[1] / height) for width, height in map(self.size, wishes))


MAPS = st.builds(
    Columns,
    fixed=st.floats(10.0, 2_000.0),
    words=st.lists(st.floats(50.0, 20_000.0), min_size=1, max_size=40).map(tuple),
    columns=st.integers(1, 60),
    line=st.floats(5.0, 60.0),
)


@given(MAPS, SIDES, SIDES)
@settings(max_examples=200)
def test_it_always_fits(columns, width, height):
    found = fit((width, height), columns.measure, columns.natural)
    assert found.width * found.scale <= width * (1 + 1e-9)
    assert found.height * found.scale <= height * (1 + 1e-9)


@given(MAPS, SIDES, SIDES)
@settings(max_examples=200)
def test_one_side_is_full(columns, width, height):
    found = fit((width, height), columns.measure, columns.natural)
    assert max(found.width * found.scale / width, found.height * found.scale / height) == pytest.approx(1)


@given(MAPS, st.floats(0.5, 2.0))
@settings(max_examples=60)
def test_no_width_would_give_much_larger_type(columns, shape):
    page = (2_000.0 * shape, 2_000.0)
    found = fit(page, columns.measure, columns.natural)
    assert found.scale >= 0.9 * columns.best(page)


@given(MAPS, SIDES, SIDES)
@settings(max_examples=200)
def test_few_layouts_are_made(columns, width, height):
    fit((width, height), columns.measure, columns.natural)
    assert len(columns.asked) <= TRIES
    assert len(set(columns.asked)) == len(columns.asked)


def test_a_large_map_needs_one_layout_when_less_will_do():
    columns = Columns(fixed=20.0, words=tuple(300.0 + 7 * number for number in range(900)), line=3.0)
    found = fit(A0, columns.measure, columns.natural, good=0.93)
    assert len(columns.asked) <= 2
    assert found.fill >= 0.93


def test_one_high_step_in_the_way_is_stepped_over():
    found = fit(A0, lambda wish: (wish, 3_000.0 if wish < 2_400.0 else 1_200.0), (2_000.0, 3_000.0))
    assert found.scale == pytest.approx(A0[0] / 2_400.0, rel=0.01)


def test_type_is_no_larger_than_wanted_and_the_width_is_used():
    columns = Columns(words=(60.0,))
    found = fit(A0, columns.measure, columns.natural, most=1.2)
    assert found.scale == pytest.approx(1.2)
    assert found.width * found.scale == pytest.approx(A0[0])
