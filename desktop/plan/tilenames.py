"""Names of sheets as on a map or in a spreadsheet: a letter for the column, a number for the row (“B2”)."""

import re

_NAME = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,3})", re.ASCII)


def tile_name(column: int, row: int) -> str:
    """The name of the sheet in a column and a row, both from 0; after Z comes AA."""
    letters = ""
    rest = column + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row + 1}"


def tile_place(name: str) -> tuple[int, int] | None:
    """Column and row, both from 0, of a name in small or capital letters; None when it is no name."""
    found = _NAME.fullmatch(name.strip().upper())
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column - 1, int(found[2]) - 1
