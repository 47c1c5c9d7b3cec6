"""Columns counted in letters, as spreadsheets do."""


def column_letters(index: int) -> str:
    """A for 0 to Z for 25, then AA …"""
    text = ""
    rest = index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        text = chr(ord("A") + letter) + text
    return text
