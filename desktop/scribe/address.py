"""Cells by the addresses that the working wall prints."""

from desktop.layout.addresses import addresses, cell

__all__ = ["addresses", "cell"]
