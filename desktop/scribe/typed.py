"""A line while it is being typed: what was understood stands before it as chips, and can become text again."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace

from desktop.scribe.context import Context
from desktop.scribe.grammar import NAMES, Chip, Line, What, kind_of, offers, parse


@dataclass(frozen=True, slots=True)
class Typed:
    """`text` is what stands in the field, with its cursor; words in `refused` were chips and shall be text.

    `fresh` is the number of chips before the last blank made some: right behind it Backspace opens the last one.
    """

    text: str = ""
    cursor: int = 0
    chips: tuple[Chip, ...] = ()
    refused: frozenset[str] = field(default_factory=frozenset)
    fresh: bool = False

    @property
    def empty(self) -> bool:
        return not self.text.strip() and not self.chips

    def line(self, context: Context) -> Line:
        """What the line would say if it ended here."""
        return parse(self.text, context, self.chips, self.refused)

    def kind(self, context: Context) -> str:
        """The kind of note that the chips make it."""
        return kind_of(self.chips, context)

    def edited(self, text: str, cursor: int, context: Context) -> "Typed":
        """After a key: with a blank behind a word, all before it is looked through for signs."""
        refused = self.refused.intersection(text.split())
        if not text[:cursor][-1:].isspace():
            return Typed(text, cursor, self.chips, refused)
        found = parse(text[:cursor], context, self.chips, refused, ended=False)
        fresh = len(found.chips) > len(self.chips)
        return Typed(found.text + text[cursor:], len(found.text), found.chips, refused, fresh)

    def opened(self, index: int = -1) -> "Typed":
        """With a chip as text again, at the cursor where it was made just now, else at the beginning."""
        if not self.chips:
            return self
        chip = self.chips[index]
        at = self.cursor if self.fresh and index == -1 else 0
        rest = self.text[at:]
        gap = " " if rest and not rest[0].isspace() else ""
        text = f"{self.text[:at]}{chip.raw}{gap}{rest}"
        chips = tuple(one for one in self.chips if one is not chip)
        return Typed(text, at + len(chip.raw), chips, self.refused | {chip.raw})

    def without(self, whats: Collection[What]) -> "Typed":
        """Without the chips that say one of these."""
        chips = tuple(chip for chip in self.chips if chip.what not in whats)
        return self if len(chips) == len(self.chips) else replace(self, chips=chips, fresh=False)

    def offers(self, context: Context) -> list[Chip]:
        """What the word at the cursor may become, best first."""
        before = self.text[: self.cursor].split(" ")[-1]
        return offers(self.text, self.cursor, context)[1] if before[:1] in NAMES else []

    def taken(self, chip: Chip, context: Context) -> "Typed":
        """With the word at the cursor as this chip, one of its offers."""
        word, _ = offers(self.text, self.cursor, context)
        rest = self.text[word.end :]
        text = self.text[: word.start] + (rest[1:] if rest[:1].isspace() else rest)
        return Typed(text, word.start, (*self.chips, chip), self.refused)
