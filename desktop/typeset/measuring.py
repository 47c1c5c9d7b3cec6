"""A paragraph measured once, so that it can be broken at any width."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import accumulate

from desktop.typeset import clusters, shaping
from desktop.typeset.glue import kept_together
from desktop.typeset.paragraph import SOFT_HYPHEN, UNSAFE, WEAK, Plain, Record, ink_end
from desktop.typeset.sample import Paragraph
from desktop.typeset.shaping import Shaped
from desktop.typeset.words import Word


def record(paragraph: Paragraph, after: int, breaks: Sequence[int]) -> Record:
    """The record of a paragraph whose lines may begin at `breaks`; the next paragraph begins at `after`.

    No line begins inside a grapheme cluster, whatever the breaks say.
    """
    words = paragraph.words
    ends = list(accumulate(len(word.text) for word in words))
    if words and ends[:-1] == list(breaks):
        return _of_words(paragraph, after, words, ends)
    return of_glyphs(paragraph, after, breaks)


def _of_words(paragraph: Paragraph, after: int, words: Sequence[Word], ends: Sequence[int]) -> Record:
    """The same out of words behind each of which a line may begin, and nowhere else."""
    together = kept_together(paragraph.source)
    numbers: list[int] = []
    pen = 0
    for word, end in zip(words, ends, strict=True):
        numbers += (end, pen + word.ink, pen + word.width, WEAK if end in together else 0)
        pen += word.width
    inks = numbers[1::4]
    steady = together.isdisjoint(ends) and inks == sorted(inks)
    return Record(paragraph.start, paragraph.start + ends[-1], after, array("i", numbers), None, steady, tuple(words))


def of_glyphs(paragraph: Paragraph, after: int, breaks: Sequence[int]) -> Record:
    """The same of any paragraph."""
    length = len(paragraph.text)
    shaped = paragraph.shaped(paragraph.items, length)
    pens = shaping.pens(shaped)
    plain = _plain(shaped, pens)
    if not plain:
        breaks = sorted(set(clusters.starts(paragraph.text)).intersection(breaks))
    flags = dict.fromkeys(breaks, 0) | {length: 0}
    for place in kept_together(paragraph.source):
        if place in flags:
            flags[place] = WEAK
    for place in _unsafe(paragraph, breaks, shaped):
        flags[place] |= UNSAFE
    numbers = _numbers(paragraph, shaped, pens, flags)
    inks = numbers[1::4].tolist()
    steady = not any(flags.values()) and inks == sorted(inks)
    return Record(paragraph.start, paragraph.start + length, after, numbers, plain, steady)


def _numbers(
    paragraph: Paragraph, shaped: Sequence[Shaped], pens: Sequence[int], flags: Mapping[int, int]
) -> "array[int]":
    """Four numbers a place; the ink before it ends without tracking, but with what the last glyph overhangs."""
    overhang = _overhang(shaped)
    text, tracking = paragraph.text, paragraph.tracking
    numbers: list[int] = []
    for place, flag in flags.items():
        inked = ink_end(text, 0, place)
        ink = pens[inked] - tracking + overhang(inked) if inked else 0
        numbers += (place, ink, pens[place], flag)
    return array("i", numbers)


def _overhang(shaped: Sequence[Shaped]) -> Callable[[int], int]:
    """Gives the overhang of the glyph before an offset; by a short way for plain glyphs, which are nearly all."""
    if len(shaped) != 1 or not shaped[0].one_each or shaped[0].item.level:
        return partial(shaping.overhang, shaped)
    overhang, numbers = shaped[0].item.font.overhang, shaped[0].numbers
    return lambda end: overhang(numbers[end - 1])


def _unsafe(paragraph: Paragraph, breaks: Sequence[int], shaped: Sequence[Shaped]) -> list[int]:
    """The places whose lines are to be measured anew: where shapes depend on each other, and after soft hyphens."""
    unsafe = [place for piece in shaped for place in piece.unsafe(breaks)]
    if SOFT_HYPHEN in paragraph.text:
        unsafe += [place for place in breaks if paragraph.text[place - 1] == SOFT_HYPHEN]
    return unsafe


def _plain(shaped: Sequence[Shaped], pens: Sequence[int]) -> Plain | None:
    if len(shaped) != 1 or not shaped[0].plain:
        return None
    return Plain(shaped[0].item.font.key, array("H", shaped[0].numbers), array("i", pens))
