"""Which text each glyph of a run stands for."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from desktop.typeset.lines import GlyphRun, TextLine


class Cluster(NamedTuple):
    """Neighbouring glyphs `first` to `last` (exclusive) of a run that stand for one piece of text."""

    first: int
    last: int
    text: str


def clusters(run: GlyphRun, line: TextLine) -> Iterator[Cluster]:
    """The clusters of one of the line's runs, from left to right."""
    starts = sorted(set(run.clusters))
    ends = dict(pairwise([*starts, run.end]))
    edges = [index for index, cluster in enumerate(run.clusters) if not index or cluster != run.clusters[index - 1]]
    for first, last in pairwise([*edges, len(run.clusters)]):
        start = run.clusters[first]
        yield Cluster(first, last, line.text[start - line.start : ends[start] - line.start])


def is_plain(run: GlyphRun) -> bool:
    """Whether every character has one glyph, in order and on the baseline: nearly all Latin, Greek and Cyrillic."""
    return bool(run.words) or (run.clusters == range(run.start, run.end) and not any(run.ys))
