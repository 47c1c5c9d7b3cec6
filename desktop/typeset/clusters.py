"""Grapheme clusters: what a reader takes for one character (UAX 29, extended grapheme clusters)."""

import re
from functools import lru_cache
from itertools import pairwise
from unicodedata import category, combining

ZWJ = "\u200d"
TEXT_LOOK = "\ufe0e"

_PLAIN = re.compile("[ -~\u00a0-\u02ff\u0370-\u0482\u048a-\u058f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*")
_CONTROL, _EXTEND, _MARK, _JOINER, _FLAG, _PREFIX, _OTHER = (
    "control",
    "extend",
    "mark",
    "joiner",
    "flag",
    "prefix",
    "other",
)
_LEADING, _VOWEL, _TRAILING, _OPEN_SYLLABLE, _CLOSED_SYLLABLE = "L", "V", "T", "LV", "LVT"
_HANGUL = {
    _LEADING: {_LEADING, _VOWEL, _OPEN_SYLLABLE, _CLOSED_SYLLABLE},
    _VOWEL: {_VOWEL, _TRAILING},
    _OPEN_SYLLABLE: {_VOWEL, _TRAILING},
    _TRAILING: {_TRAILING},
    _CLOSED_SYLLABLE: {_TRAILING},
}
_EXTENDERS = re.compile("[\u200c\uff9e\uff9f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_PREFIXES = re.compile("[\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\u0d4e\U000110bd\U000110cd\U000111c2\U000111c3]")
_SPACING_MARKS = re.compile("[\u0e33\u0eb3]")
_PICTURES = re.compile("[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u3299\U0001f000-\U0001f1e5\U0001f200-\U0001faff]")
_CONJOINING = re.compile("[\u0904-\u0939\u0958-\u09b9\u0a95-\u0ab9\u0b15-\u0b39\u0c15-\u0c39\u0d15-\u0d3a]")


def starts(text: str) -> list[int]:
    """The offsets at which grapheme clusters begin, 0 included unless the text is empty."""
    if _PLAIN.fullmatch(text):
        return list(range(len(text)))
    kinds = [_kind(character) for character in text]
    offsets = [0] if text else []
    flags = 0
    for place, (before, after) in enumerate(pairwise(kinds), 1):
        flags = flags + 1 if before == _FLAG else 0
        if not _joined(before, after, flags) and not _picture_joined(text, place) and not _conjunct(text, place):
            offsets.append(place)
    return offsets


def split(text: str) -> list[str]:
    """The clusters themselves."""
    return [text[start:end] for start, end in pairwise([*starts(text), len(text)])]


def _joined(before: str, after: str, flags: int) -> bool:
    """Rules GB4 to GB9b and GB12: whether two neighbours belong together by their kinds alone."""
    if _CONTROL in {before, after}:
        return False
    if before == _PREFIX or after in {_EXTEND, _JOINER, _MARK}:
        return True
    if before == after == _FLAG:
        return flags % 2 == 1
    return after in _HANGUL.get(before, ())


def _picture_joined(text: str, place: int) -> bool:
    """Rule GB11: a joiner after a pictograph and its extenders takes in the next pictograph."""
    if text[place - 1] != ZWJ or not _PICTURES.match(text[place]):
        return False
    base = place - 2
    while base > 0 and _kind(text[base]) == _EXTEND:
        base -= 1
    return base >= 0 and _PICTURES.match(text[base]) is not None


def _conjunct(text: str, place: int) -> bool:
    """Rule GB9c: a consonant after a consonant with a virama, in the Indic scripts that stack them."""
    if not _CONJOINING.match(text[place]):
        return False
    linked = False
    for base in range(place - 1, -1, -1):
        if _kind(text[base]) not in {_EXTEND, _JOINER}:
            return linked and _CONJOINING.match(text[base]) is not None
        linked = linked or combining(text[base]) == 9
    return False


@lru_cache(maxsize=4096)
def _kind(character: str) -> str:
    code = ord(character)
    if character == ZWJ:
        return _JOINER
    if 0x1F1E6 <= code <= 0x1F1FF:
        return _FLAG
    for kind, members in ((_EXTEND, _EXTENDERS), (_MARK, _SPACING_MARKS), (_PREFIX, _PREFIXES)):
        if members.match(character):
            return kind
    return _hangul(code) or _by_category(character)


def _by_category(character: str) -> str:
    kinds = {"Mn": _EXTEND, "Me": _EXTEND, "Mc": _MARK, "Cc": _CONTROL, "Cf": _CONTROL, "Zl": _CONTROL, "Zp": _CONTROL}
    return kinds.get(category(character), _OTHER)


def _hangul(code: int) -> str:
    """The part that a Korean letter or syllable plays, "" for others (Unicode 16, Hangul_Syllable_Type)."""
    if 0xAC00 <= code <= 0xD7A3:
        return _CLOSED_SYLLABLE if (code - 0xAC00) % 28 else _OPEN_SYLLABLE
    if 0x1100 <= code <= 0x115F or 0xA960 <= code <= 0xA97C:
        return _LEADING
    if 0x1160 <= code <= 0x11A7 or 0xD7B0 <= code <= 0xD7C6:
        return _VOWEL
    if 0x11A8 <= code <= 0x11FF or 0xD7CB <= code <= 0xD7FB:
        return _TRAILING
    return ""
