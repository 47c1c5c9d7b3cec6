"""Names of sheets as on a map or in a spreadsheet: letters for the column, a number for the row (“B2”)."""

from desktop.layout.letters import column_letters


def tile_name(column: int, row: int) -> str:
    """The name of the sheet in a column and a row, both from 0."""
    return f"{column_letters(column)}{row + 1}"
