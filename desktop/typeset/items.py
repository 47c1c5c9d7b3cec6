"""Paragraphs cut into pieces that one font can shape at once: one font, one script, one direction each."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

import uharfbuzz as hb

from desktop.typeset import bidi, clusters
from desktop.typeset.fonts import Font, FontSet

FontFinder = Callable[..., Font]
"""Gives the font of a cluster, and may be told that of the cluster before it in the same direction."""

_COMMON = (
    " -@\\[-`{-~\u00a0-\u00a8\u00ab-\u00ac\u00af-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
)
_PLAIN = {
    "Latn": re.compile(f"[{_COMMON}A-Za-z\u00aa\u00ba\u00c0-\u024f\u1e00-\u1eff]*"),
    "Cyrl": re.compile(f"[{_COMMON}\u0400-\u0482\u048a-\u052f]*"),
    "Grek": re.compile(f"[{_COMMON}\u0370-\u0373\u0375-\u037d\u0384\u0386-\u03e1\u03f0-\u03ff]*"),
}
_REGIONS = {
    "JP": re.compile("[\u3041-\u30ff\uff66-\uff9d]"),
    "KR": re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]"),
    "TC": re.compile("[\u3105-\u312f\u31a0-\u31bf]"),
}
"""Letters that only one of those writes who write Chinese characters each in their own way."""

_IGNORABLE = re.compile(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff]"
)
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
_NO_GLYPH, _INVISIBLE = "\U0010ffff", "\u2060"
_PICTURE = re.compile(
    "[\ufe0f\u20e3\U0001f000-\U0001faff\u231a\u231b\u23e9-\u23ec\u23f0\u23f3\u25fd\u25fe\u2614\u2615\u2648-\u2653\u267f"
    "\u2693\u26a1\u26aa\u26ab\u26bd\u26be\u26c4\u26c5\u26ce\u26d4\u26ea\u26f2\u26f3\u26f5\u26fa\u26fd\u2705\u270a\u270b"
    "\u2728\u274c\u274e\u2753-\u2755\u2757\u2795-\u2797\u27b0\u27bf\u2b1b\u2b1c\u2b50\u2b55]"
)
"""Marks of an emoji sequence, the pictographs, and what else is an emoji unless told otherwise (UTS 51)."""


class Item(NamedTuple):
    """A span of a paragraph for one call of the shaper; `script` as in ISO 15924; odd levels run right to left.

    `apart`: its words have the same glyphs wherever they stand.
    """

    start: int
    end: int
    font: Font
    script: str
    level: int = 0
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Itemised:
    """A paragraph's items in text order and the level of the paragraph itself."""

    items: tuple[Item, ...]
    base: int = 0


def printable(text: str) -> str:
    """The text as it is shaped, character for character: tabs are spaces, control characters invisible, lone surrogates
    have no glyph."""
    return text if text.isprintable() else _ODD.sub(_stand_in, text)


def itemise(text: str, fonts: FontSet, face: str) -> Itemised:
    """The items of one paragraph of printable text."""
    font = fonts.chain(face)[0]
    if text and font.has_words_apart(text):
        return Itemised((Item(0, len(text), font, "Latn", apart=True),))
    if font.covers.issuperset(text):
        for script, plain in _PLAIN.items():
            if plain.fullmatch(text):
                return Itemised((Item(0, len(text), font, script),) if text else ())
    base, levels = bidi.levels(text)
    find = font_finder(fonts, face, region_of(text) if fonts.regional else "")
    return Itemised(tuple(_merge(text, levels, find)), base)


def region_of(text: str) -> str:
    """Whose Chinese characters those of a paragraph are, by the other letters in it; "" when they do not tell."""
    return next((region for region, letters in _REGIONS.items() if letters.search(text)), "")


def font_finder(fonts: FontSet, face: str, region: str = "") -> FontFinder:
    """Chooses the font of a cluster: the first of the chain that has all of it, of the emoji chain if it is an emoji;
    else the first that has its base; else the face's own, which draws a box. A blank goes with the words before it."""
    chain, emoji = fonts.chain(face, region), fonts.emoji_chain(face, region)

    def find(cluster: str, before: Font | None = None) -> Font:
        if cluster == " " and before and not before.emoji and " " in before.covers:
            return before
        asked = emoji if is_emoji(cluster) else chain
        return covering(cluster, asked) or covering(cluster[:1], asked) or chain[0]

    return find


def covering(cluster: str, fonts: Sequence[Font]) -> Font | None:
    """The first font with glyphs for a whole cluster, composed if it likes; what is never seen needs none."""
    needed = _IGNORABLE.sub("", cluster)
    for font in fonts:
        if font.covers.issuperset(needed) or font.covers.issuperset(normalize("NFC", needed)):
            return font
    return None


def uncovered(text: str, fonts: Sequence[Font]) -> str:
    """The characters, each once, that are to be seen and that no font has."""
    needed = dict.fromkeys(_IGNORABLE.sub("", printable(re.sub(r"\s", "", text))))
    return "".join(character for character in needed if not covering(character, fonts))


def is_emoji(cluster: str) -> bool:
    """Whether a cluster asks for its coloured picture: by its nature or a variation selector (UTS 51)."""
    return clusters.TEXT_LOOK not in cluster and _PICTURE.search(cluster) is not None


def _stand_in(match: re.Match[str]) -> str:
    if match[0] == "\t":
        return " "
    return _NO_GLYPH if match[0] >= "\ud800" else _INVISIBLE


def _merge(text: str, levels: Sequence[int], find: FontFinder) -> list[Item]:
    """Clusters of one font, script and level put together; signs and spaces take the script before them."""
    starts = clusters.starts(text)
    scripts = _scripts(text, starts)
    items: list[Item] = []
    for (start, end), script in zip(pairwise([*starts, len(text)]), scripts, strict=True):
        level, last = levels[start], items[-1] if items else None
        font = find(text[start:end], last.font if last and last.level == level else None)
        if last and last.font is font and last.script == script and last.level == level:
            items[-1] = Item(last.start, end, font, script, level)
        else:
            items.append(Item(start, end, font, script, level))
    return items


def _scripts(text: str, starts: Sequence[int]) -> list[str]:
    """The script of each cluster; what belongs to no script follows the one before, at the start the first found."""
    found = [script_of(text[start]) for start in starts]
    script = next(filter(None, found), "Latn")
    resolved: list[str] = []
    for own in found:
        script = own or script
        resolved.append(script)
    return resolved


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """A character's script by its ISO 15924 code, "" when it is common to several."""
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(character)])
    buffer.guess_segment_properties()
    return buffer.script or ""
