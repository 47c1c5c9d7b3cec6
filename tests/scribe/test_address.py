"""Typed addresses are printed ones."""

from desktop.layout import addresses as printed
from desktop.scribe import address


def test_both_are_one_function():
    assert address.cell is printed.cell
    assert address.addresses is printed.addresses
