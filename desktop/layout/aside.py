"""Words at the head and at the foot of a map step aside where a seam between two sheets would go through them."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from desktop.layout.compose import Composer
from desktop.layout.heading import Head
from desktop.layout.places import EntryPlace, Foot, HeadPlace, Rect, TaskPlace, TextPlace

HAIR = 0.01
"""What a measured width is made wider by, so that rounding breaks no line."""

Span = tuple[float, float]
"""Left and right end."""


def shifts(spans: Sequence[Span], seams: Sequence[float], pad: float, limit: float) -> list[float]:
    """How much further right each of these has to stand so that no seam comes nearer than `pad`.

    What does not fit between two seams stays; so do the last ones where there is no room for them before `limit`.
    """
    for many in range(len(spans), 0, -1):
        found = _shifts(spans, seams, pad, many)
        if spans[-1][1] + found[-1] <= limit:
            return found
    return [0.0] * len(spans)


def _shifts(spans: Sequence[Span], seams: Sequence[float], pad: float, many: int) -> list[float]:
    """When the first so many step aside, and the others only make room."""
    found, edge = [], float("-inf")
    for number, (left, right) in enumerate(spans):
        x = max(left, edge)
        for seam, after in pairwise((*seams, float("inf"))) if number < many else ():
            if x < seam + pad and seam - pad < x + right - left and right - left <= after - seam - 2 * pad:
                x = seam + pad
        found.append(x - left)
        edge = x + right - left + (2 * pad if x > left else 0.0)
    return found


def title_room(head: Head, most: float, composer: Composer) -> float:
    """`most`, or as much as the longest word of title and subtitle needs: words are not broken for a seam."""
    titles = (("title", head.title), ("subtitle", head.subtitle))
    words = [composer.width(word, role) + HAIR for role, text in titles for word in text.split()]
    return max([most, *words])


def foot_aside(foot: Foot, seams: Sequence[float], composer: Composer) -> Foot:
    """The foot with tasks, legend and title block between the seams, which are told from its own left edge."""
    pad, wide = composer.style.space["gutter"], foot.width

    def lines(things: Sequence[Rect]) -> list[float]:
        """The shifts of things that stand side by side in lines."""
        found = [0.0] * len(things)
        for top in sorted({round(rect.y, 3) for rect in things}):
            line = [number for number, rect in enumerate(things) if round(rect.y, 3) == top]
            spans = [(things[number].x, things[number].right) for number in line]
            for number, shift in zip(line, shifts(spans, seams, pad, wide), strict=True):
                found[number] = shift
        return found

    pairs = list(zip(foot.block[::2], foot.block[1::2], strict=True))
    tasks = lines([_box(place.circle, place.texts, composer) for place in foot.tasks])
    legend = lines([_box(place.sample._replace(y=place.text.y), [place.text], composer) for place in foot.legend])
    block = lines([_box(Rect(pair[0].x, pair[0].y, 0.0, 0.0), pair, composer) for pair in pairs])
    return replace(
        foot,
        tasks=tuple(_task(place, by) for place, by in zip(foot.tasks, tasks, strict=True)),
        legend=tuple(_entry(place, by) for place, by in zip(foot.legend, legend, strict=True)),
        block=tuple(_right(text, by) for pair, by in zip(pairs, block, strict=True) for text in pair),
    )


def head_aside(head: HeadPlace, left: float, seams: Sequence[float], composer: Composer) -> HeadPlace:
    """The head with its facts between the seams: further left, but right of the title and of `left`."""
    first = next((number for number, text in enumerate(head.texts) if text.role == "caption"), len(head.texts))
    titles, facts = head.texts[:first], head.texts[first:]
    groups = _groups(facts)
    spans = [_fact_span(group, head.portrait) for group in groups]
    top = min((text.y for text in facts), default=0.0)
    beside = [text.x + composer.widest(text) for text in titles if text.bottom > top]
    limit = max([left, *(edge + composer.style.space["fact-gap"] for edge in beside)])
    mirrored = [(-b, -a) for a, b in reversed(spans)]
    back = [-seam for seam in reversed(seams)]
    by = [-each for each in reversed(shifts(mirrored, back, composer.style.space["gutter"], -limit))]
    texts = tuple(_right(text, each) for group, each in zip(groups, by, strict=True) for text in group)
    portrait = head.portrait
    for (start, _), each in zip(spans, by, strict=True):
        if portrait is not None and head.portrait is not None and start == head.portrait.x:
            portrait = portrait._replace(x=portrait.x + each)
    return replace(head, texts=(*titles, *texts), portrait=portrait)


def _groups(facts: Sequence[TextPlace]) -> list[list[TextPlace]]:
    """Each caption with what stands under it."""
    groups: list[list[TextPlace]] = []
    for text in facts:
        if text.role == "caption":
            groups.append([])
        groups[-1].append(text)
    return groups


def _fact_span(group: Sequence[TextPlace], portrait: Rect | None) -> Span:
    left, right = group[0].x, max(text.x + text.width for text in group)
    if portrait is not None and 0.0 <= left - portrait.x < 2 * portrait.width:
        left = portrait.x
    return left, right


def _box(sample: Rect, texts: Sequence[TextPlace], composer: Composer) -> Rect:
    """From a sample's left edge to where the words beside it end."""
    right = max(text.x + composer.widest(text) for text in texts)
    return sample._replace(width=right - sample.x)


def _right(text: TextPlace, by: float) -> TextPlace:
    return text._replace(x=text.x + by)


def _task(place: TaskPlace, by: float) -> TaskPlace:
    circle = place.circle._replace(x=place.circle.x + by)
    return replace(place, circle=circle, texts=tuple(_right(text, by) for text in place.texts))


def _entry(place: EntryPlace, by: float) -> EntryPlace:
    return replace(place, sample=place.sample._replace(x=place.sample.x + by), text=_right(place.text, by))
