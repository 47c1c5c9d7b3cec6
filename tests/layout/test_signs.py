"""Numbers with a sign have a true minus."""

import pytest

from desktop.layout.signs import signed


@pytest.mark.parametrize(("value", "said"), [(1.5, "+1.5"), (-1.1, "−1.1"), (2, "+2"), (0, "0"), (-0.0, "0")])
def test_a_value_is_said_with_its_sign(value, said):
    assert signed(value) == said


def test_decimals_and_zero_are_those_asked_for():
    assert [signed(value, "+.1f", "0.0") for value in (2, 0, -0.5)] == ["+2.0", "0.0", "−0.5"]
