"""Lines of a text editor or a word processor: a list loses its bullets, a text keeps every letter.

A list has the same sort of bullet before most of its lines; what is indented is a list of its own and is asked for
itself. A dash before a number is a minus sign, and numbers that do not follow each other are no numbering.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_MOST = 2 / 3
"""The share of lines from which on a bullet is one."""

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_DASHES = "-–—−"
_SORTS = {
    "dot": r"[•◦▪▫●○■□‣⁃·∙\uf0b7\uf0a7]",
    "tick": r"[☐☑☒✓✔]",
    "star": r"\*",
    "plus": r"\+",
    "circle": r"o(?=\t)",
    **{dash: re.escape(dash) for dash in _DASHES},
    "number.": r"\d{1,3}\.",
    "number)": r"\(?\d{1,3}\)",
    "letter.": r"[a-z]{1,4}\.",
    "letter)": r"\(?(?:[a-z]{1,4}|[A-Z])\)",
}
_BULLET = re.compile("|".join(f"(?P<s{at}>{form})" for at, form in enumerate(_SORTS.values())))
_NAMES = tuple(_SORTS)
_BOX = re.compile(r"\[[ xX✓✔]?\](?:[ \t\xa0]+|$)")
_INDENT = re.compile(r"[ \t\xa0]*")
_BLANKS = re.compile(r"[ \t\xa0]+")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line without its blanks at both ends; `sort` of the bullet before `rest`, "" for none, and what it counts."""

    indent: int
    whole: str
    sort: str = ""
    mark: str = ""
    rest: str = ""


def lines(text: str) -> list[str]:
    """The lines that say something, without the bullets of a list. Line feeds are bare; a stray tab is a blank."""
    read = [_read(line) for line in text.split("\n") if line.strip()]
    plain = _bare_levels(read)
    shown = (line.rest if line.indent in plain.get(line.sort, ()) else line.whole for line in read)
    return [" ".join(line.split("\t")).strip() for line in shown if line.strip()]


def is_list(text: str) -> bool:
    """Whether most of the lines have the same sort of bullet, and no tab behind it."""
    read = [_read(line) for line in text.split("\n") if line.strip()]
    plain = _bare_levels(read)
    bare = [line for line in read if line.indent in plain.get(line.sort, ())]
    return len(bare) >= _MOST * max(len(read), 1) and not any("\t" in line.rest for line in bare)


def _read(line: str) -> _Line:
    found = _INDENT.match(line)
    indent = len(found[0].expandtabs(4)) if found else 0
    whole = line.strip()
    mark = _BULLET.match(whole)
    if mark is None:
        box = _BOX.match(whole)
        return _Line(indent, whole, "box", box[0], whole[box.end() :]) if box else _Line(indent, whole)
    rest = whole[mark.end() :]
    if rest and not _BLANKS.match(rest):
        return _Line(indent, whole)
    rest = _BOX.sub("", rest.strip(), count=1) if _BOX.match(rest.strip()) else rest.strip()
    return _Line(indent, whole, _NAMES[(mark.lastindex or 1) - 1], mark[0].strip("().").lower(), rest)


def _bare_levels(read: Sequence[_Line]) -> dict[str, set[int]]:
    """By sort of bullet the indents at which it is one."""
    levels: dict[int, list[_Line]] = {}
    for line in read:
        levels.setdefault(line.indent, []).append(line)
    found: dict[str, set[int]] = {}
    for indent, level in levels.items():
        sort, count = Counter(line.sort for line in level).most_common(1)[0]
        marked = [line for line in level if line.sort == sort]
        if sort and count >= _MOST * len(level) and _means_it(sort, marked, alone=len(read) == 1):
            found.setdefault(sort, set()).add(indent)
    return found


def _means_it(sort: str, marked: Sequence[_Line], *, alone: bool) -> bool:
    """Whether these are bullets and not the beginnings of sentences."""
    if sort.startswith(("number", "letter")):
        return not alone and _counts(sort, [line.mark for line in marked])
    if sort in _DASHES or sort == "plus":
        return not all(line.rest[:1].isdigit() for line in marked)
    return True


def _counts(sort: str, marks: Sequence[str]) -> bool:
    """Whether each is the one after the one before it; a list that begins with the first may begin anew, and all may
    be the first. Only numbers may begin later, as in the rest of a list."""
    places = [(int(mark),) if sort.startswith("number") else _places(mark) for mark in marks]
    anew = 1 in places[0]
    if not anew and not sort.startswith("number"):
        return False
    return all((anew and 1 in now) or any(one - 1 in before for one in now) for before, now in pairwise(places))


def _places(mark: str) -> tuple[int, ...]:
    """What a letter counts, in the alphabet and as a Roman number."""
    found = [ord(mark) - ord("a") + 1] if len(mark) == 1 else []
    return (*found, *([_ROMAN.index(mark) + 1] if mark in _ROMAN else []))
