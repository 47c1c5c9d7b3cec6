"""What a line in the scribe bar says: chips for what is understood, and the rest as it was typed.

A sign counts only as a word of its own, and only where what it says is known: the letter is in the table of kinds, the
step, lane, channel or persona is on the map, the number means something to the kind. All else is text.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum

from desktop.document.kinds import CARD_KINDS, OTHER_KINDS
from desktop.scribe.context import Context, Named, meant, offered


class What(Enum):
    """What a chip says."""

    KIND = "kind"
    PLACE = "place"
    CELL = "cell"
    LANE = "lane"
    CHANNEL = "channel"
    SEVERITY = "severity"
    FEELING = "feeling"
    PERSONA = "persona"
    STAR = "star"
    INBOX = "inbox"


@dataclass(frozen=True, slots=True)
class Chip:
    """A word that was understood. `value` is a key, an id or a number, of a cell lane and step with a blank between;
    `raw` is the word, `at` where it began in the line it was typed in."""

    what: What
    value: str
    name: str
    raw: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """The text of a note and its chips in the order in which they were typed; a later chip outdoes an earlier one."""

    text: str
    chips: tuple[Chip, ...] = ()

    def said(self, what: What) -> str:
        """What the chips say of one thing; "" when they say nothing."""
        return next((chip.value for chip in reversed(self.chips) if chip.what is what), "")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the line with where it stands: `first` behind nothing but chips, `last` before nothing."""

    raw: str
    start: int
    end: int
    first: bool = False
    last: bool = False


KIND_OF_LETTER = {kind.letter: kind.key for kind in (*CARD_KINDS, *OTHER_KINDS) if kind.letter}
STRUCTURE = frozenset(("stage", "step", "lane"))
GRADED = frozenset(("pain",))
"""Kinds that have a severity."""

NAMES = {"@": What.PLACE, ">": What.LANE, "#": What.CHANNEL, "~": What.PERSONA}
"""Signs that a name follows."""

_WORD = re.compile(r"\S+")
_FEELING = re.compile(r"[+\-−](?:[01](?:[.,]\d)?|2(?:[.,]0)?)")
_SEVERITY = re.compile(r"![1-5]")


def parse(
    raw: str, context: Context, chips: Sequence[Chip] = (), refused: Collection[str] = (), *, ended: bool = True
) -> Line:
    """A line with the chips that were understood before. Words in `refused` stay text whatever they look like.

    While a line is being typed it has not `ended`: its last word may go on, and only what a blank follows is
    understood; `text` is then all the rest as it stands, blanks and all. Of a line that has ended the text is what
    was typed but for outer blanks, and signs typed twice stand once.
    """
    words = _words(raw, ended)
    kind = _kind(words, context, chips, refused)
    found = dict(_found(words, context, kind, bool(chips), refused))
    gone = [(word, "") for word in words if word.start in found]
    if ended:
        left = (word for word in words if word.start not in found and word.raw not in refused)
        doubled = (word for word in left if word.raw[0] == word.raw[1:2] or word.raw.endswith("::"))
        gone += [(word, single) for word in doubled if (single := _single(word, context, kind, bool(chips)))]
    text = _without(raw, sorted(gone, key=lambda pair: pair[0].start))
    return Line(text.strip() if ended else text, (*chips, *found.values()))


def offers(raw: str, cursor: int, context: Context) -> tuple[Word, list[Chip]]:
    """What the word at the cursor may become, best first; nothing where it has no sign that a name follows."""
    word = next((word for word in _words(raw, True) if word.start < cursor <= word.end), Word("", cursor, cursor))
    what = NAMES.get(word.raw[:1])
    if what is None or word.raw[1:2] == word.raw[:1]:
        return word, []
    return word, [
        Chip(what, one.key, one.name, word.raw, word.start) for one in offered(word.raw[1:], _of(what, context))
    ]


def kind_of(chips: Iterable[Chip], context: Context) -> str:
    """The kind of a note with these chips: as said, else that of the lane it is for."""
    line = Line("", tuple(chips))
    lane = line.said(What.CELL).partition(" ")[0] or line.said(What.LANE)
    return line.said(What.KIND) or context.lane_kinds.get(lane, "") or context.kind


def _words(raw: str, ended: bool) -> list[Word]:
    found = [Word(match[0], match.start(), match.end()) for match in _WORD.finditer(raw)]
    if found:
        found[0] = replace(found[0], first=True)
        found[-1] = replace(found[-1], last=ended)
    return found if ended or not found or found[-1].end < len(raw) else found[:-1]


def _kind(words: Sequence[Word], context: Context, chips: Sequence[Chip], refused: Collection[str]) -> str:
    """The kind of the whole line, wherever in it something says so."""
    said = list(chips)
    head = True
    for word in words:
        if _is_plain(word, head and context.paper):
            head = False
            continue
        placed = replace(word, first=head)
        chip = None if word.raw in refused else _lane_or_kind(placed, context)
        said += [chip] if chip else []
        head = head and word.raw not in refused and _is_sign(placed, context)
    return kind_of(said, context)


def _lane_or_kind(word: Word, context: Context) -> Chip | None:
    chip = _of_kind(word) or _of_address(word, context) or _of_name(word, context)
    return chip if chip and chip.what in (What.KIND, What.CELL, What.LANE) else None


def _is_plain(word: Word, addressed: bool) -> bool:
    """Whether it is seen at once that a word is no sign; nearly all words are none."""
    return word.raw[0].isalnum() and word.raw[-1] != ":" and not addressed


def _is_sign(word: Word, context: Context) -> bool:
    """Whether some kind of note has such a chip."""
    return any(_understood(word, context, kind, True) for kind in ("pain", "emotion"))


def _found(
    words: Sequence[Word], context: Context, kind: str, after_chips: bool, refused: Collection[str]
) -> Iterator[tuple[int, Chip]]:
    head = True
    for word in words:
        if _is_plain(word, head and context.paper):
            head = False
            continue
        placed = replace(word, first=head)
        chip = None if word.raw in refused else _understood(placed, context, kind, after_chips)
        if chip:
            after_chips = True
            yield word.start, chip
        else:
            head = False


def _understood(word: Word, context: Context, kind: str, after_chips: bool) -> Chip | None:
    """The chip that a word is in a note of a kind."""
    if chip := _of_kind(word) or _of_address(word, context):
        return chip
    if kind in STRUCTURE:
        return _fitting(_of_name(word, context), {What.PLACE})
    felt = {What.PLACE, What.CELL, What.LANE, What.PERSONA}
    return (
        _fitting(_of_name(word, context), felt if kind == "emotion" else {*felt, What.CHANNEL})
        or _of_number(word, kind)
        or _of_position(word, kind, after_chips)
    )


def _fitting(chip: Chip | None, whats: Collection[What]) -> Chip | None:
    return chip if chip and chip.what in whats else None


def _of_kind(word: Word) -> Chip | None:
    key = KIND_OF_LETTER.get(word.raw[:-1]) if word.first and word.raw.endswith(":") else None
    return Chip(What.KIND, key, key, word.raw, word.start) if key else None


def _of_address(word: Word, context: Context) -> Chip | None:
    """A cell, with its sign or, at the beginning of a line from paper, without."""
    bare = word.raw.removeprefix("@")
    if bare == word.raw and not (context.paper and word.first):
        return None
    cell = context.cell(bare)
    return Chip(What.CELL, " ".join(cell), bare.upper(), word.raw, word.start) if cell else None


def _of_name(word: Word, context: Context) -> Chip | None:
    what = NAMES.get(word.raw[0])
    one = meant(word.raw[1:], _of(what, context)) if what else None
    return Chip(what, one.key, one.name, word.raw, word.start) if what and one else None


def _of(what: What, context: Context) -> tuple[Named, ...]:
    return {
        What.PLACE: context.places,
        What.LANE: context.lanes,
        What.CHANNEL: context.channels,
        What.PERSONA: context.personas,
    }[what]


def _of_number(word: Word, kind: str) -> Chip | None:
    if kind in GRADED and _SEVERITY.fullmatch(word.raw):
        return Chip(What.SEVERITY, word.raw[1], word.raw[1], word.raw, word.start)
    if kind == "emotion" and _FEELING.fullmatch(word.raw):
        value = f"{float(word.raw.replace('−', '-').replace(',', '.')):+g}"
        return Chip(What.FEELING, value, value.replace("-", "−"), word.raw, word.start)
    return None


def _of_position(word: Word, kind: str, after_chips: bool) -> Chip | None:
    """A star behind chips or at the very end, a slash at either end: elsewhere both are punctuation."""
    if word.raw == "*" and (after_chips if word.first else word.last):
        return Chip(What.STAR, "*", "", word.raw, word.start)
    if word.raw == "/" and kind != "emotion" and (word.first or word.last):
        return Chip(What.INBOX, "/", "", word.raw, word.start)
    return None


def _single(word: Word, context: Context, kind: str, after_chips: bool) -> str:
    """The word with its doubled sign once, where that would be a chip; else ""."""
    single = word.raw[:-1] if word.raw.endswith("::") else word.raw[1:]
    return single if _understood(replace(word, raw=single), context, kind, after_chips) else ""


def _without(raw: str, changes: Sequence[tuple[Word, str]]) -> str:
    """The line with other words in place of some; where one goes, so does the blank after it, else that before."""
    kept, done = "", 0
    for word, instead in changes:
        kept += raw[done : word.start]
        done = word.end
        if not instead:
            kept, done = _closed(kept, raw, done)
        kept += instead
    return kept + raw[done:]


def _closed(kept: str, raw: str, done: int) -> tuple[str, int]:
    """Without one of the blanks round the place where a word was."""
    if done < len(raw):
        return kept, done + 1
    return kept[:-1] if kept[-1:].isspace() else kept, done
