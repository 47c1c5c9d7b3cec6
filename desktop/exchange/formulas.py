"""Cells that a spreadsheet would run, made into mere text, and back.

A spreadsheet takes a cell for a formula that begins with = + - or @, also in their wide forms, behind blanks, quotes, a
byte order mark or a tab (CWE-1236). An apostrophe before it makes it text, as people do by hand. Numbers stay numbers.
"""

import re

_BREAKS = "\n\r\v\f\t\x1c-\x1e\x85\u2028\u2029"
"""What may begin another cell: programs differ in what they take for the end of a line."""

_BLANKS = " \xa0\u1680\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff"
_NUMBER = rf"[+-]?[{_BLANKS}]*[\d.,]*\d[\d.,]*(?:[eE][+-]?\d+)?[{_BLANKS}]*%?[{_BLANKS}]*(?:$|[{_BREAKS}])"
_RUN = rf"(?!{_NUMBER})'*[{_BLANKS}\"]*[=+\-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b]"
_DEFUSE = re.compile(rf"(^|[{_BREAKS}])(?={_RUN})")
_RESTORE = re.compile(rf"(^|[{_BREAKS}])'(?={_RUN})")


def defused(text: str) -> str:
    """The text with an apostrophe before whatever a spreadsheet would run, in each of its lines."""
    return _DEFUSE.sub(r"\1'", text)


def restored(text: str) -> str:
    """The text that was defused; any other text, unless somebody wrote such an apostrophe by hand, as it is."""
    return _RESTORE.sub(r"\1", text)
