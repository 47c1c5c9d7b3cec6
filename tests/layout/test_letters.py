"""Columns are counted in letters."""

import pytest

from desktop.layout.letters import column_letters


@pytest.mark.parametrize(
    ("index", "text"), [(0, "A"), (1, "B"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (701, "ZZ"), (702, "AAA")]
)
def test_after_z_comes_aa(index, text):
    assert column_letters(index) == text


def test_longer_ones_come_later():
    found = [column_letters(index) for index in range(2_000)]
    assert found == sorted(found, key=lambda text: (len(text), text))
    assert len(set(found)) == len(found)
