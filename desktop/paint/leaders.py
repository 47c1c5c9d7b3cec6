"""Which glyph of a cluster says the cluster's text in a PDF; the others are drawn as pictures beside the text.

Readers tear lines apart at raised letters and take each mark for a letter of its own. So a cluster of several glyphs is
one letter for them, with the whole cluster's text and room.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple, Protocol

from desktop.paint.clusters import Cluster, clusters
from desktop.paint.fonts import Fonts
from desktop.typeset.lines import GlyphRun, TextLine

FACE = "😀"

_PARTS = re.compile(
    "[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]+|.",
    re.DOTALL,
)
"""Marks that follow each other, or one letter."""

_PAIRS = "()[]{}<>«»‹›“”‘’≤≥《》〈〉「」『』【】〔〕（）［］｛｝"
_MIRRORED = str.maketrans(
    _PAIRS, "".join(second + first for first, second in zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
)


class Measures(Protocol):
    """What is to be known of a font: the advance of a glyph, 0 for marks, and the glyph of a character."""

    def width(self, glyph: int) -> int: ...

    def glyph(self, character: str) -> int: ...


class Leader(NamedTuple):
    """The glyph that stands for a cluster of so many: its place in the run, its number, what it says."""

    at: int
    glyph: int
    text: str
    glyphs: int
    unseen: bool = False


def leaders(run: GlyphRun, line: TextLine, fonts: Fonts, measures: Measures) -> list[Leader]:
    """One for each cluster of a run, from left to right."""
    return [_leader(run, cluster, fonts, measures) for cluster in clusters(run, line)]


def others(run: GlyphRun, found: Sequence[Leader]) -> list[int]:
    """The places in the run of the glyphs that are not set as text."""
    set_ = {leader.at for leader in found if not leader.unseen}
    return [at for at in range(len(run.glyphs)) if at not in set_]


def _leader(run: GlyphRun, cluster: Cluster, fonts: Fonts, measures: Measures) -> Leader:
    """The first glyph with room on the baseline. Where none is, or it is a picture, one is set unseen: for a picture a
    full round face, because readers pass over text without an outline, and begin a line after a low one."""
    first, last, text = cluster
    said, glyphs = _as_seen(text) if run.rtl else text, last - first
    for at in range(first, last):
        layers = fonts.layers(run.font, run.glyphs[at])
        if layers:
            full = fonts.layers(run.font, measures.glyph(FACE)) or layers
            return Leader(first, full[0][0], text, glyphs, unseen=True)
    level = [at for at in range(first, last) if not run.ys[at]]
    if not level:
        return Leader(first, run.glyphs[first], said, glyphs, unseen=True)
    at = next((at for at in level if measures.width(run.glyphs[at])), level[0])
    return Leader(at, run.glyphs[at], said, glyphs)


def _as_seen(text: str) -> str:
    """Text that runs to the left as PDFium wants it in one code, which takes it for what is seen from left to right:
    marks, which have no direction, before their letter and in their own order; brackets mirrored."""
    parts = reversed(_PARTS.findall(text)) if len(text) > 1 else text
    return "".join(parts).translate(_MIRRORED)
