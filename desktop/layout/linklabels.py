"""The words on arrows: each on its arrow's longest horizontal stretch, where there is room for it."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from desktop.layout.compose import Composer
from desktop.layout.places import LinkPlace, Rect, TextPlace

LABEL = "meta"
"""The role in which links are labelled, in the regular face."""


def labelled(places: Iterable[LinkPlace], composer: Composer) -> tuple[LinkPlace, ...]:
    """The arrows with their labels, which keep clear of each other."""
    taken: list[Rect] = []
    return tuple(_with_label(place, taken, composer) if place.link.label else place for place in places)


def _with_label(place: LinkPlace, taken: list[Rect], composer: Composer) -> LinkPlace:
    setting, space, words = composer.setting(LABEL, "regular"), composer.style.space, place.link.label
    width = composer.width(words, LABEL, "regular")
    for x, y in _spots_for(place.points, width + 2 * space["link-label"] + 2 * space["gutter"]):
        top = y - setting.role.leading / 2
        text = composer.place(words, LABEL, x - width / 2, top, width, face="regular")
        box = ground_of(text, composer)
        if text.lines == 1 and not any(box.meets(other) for other in taken):
            taken.append(box)
            return place._replace(label=text)
    return place


def _spots_for(points: Sequence[tuple[float, float]], width: float) -> Iterator[tuple[float, float]]:
    """Middles of places for a label so wide on the longest horizontal run: in its middle, else near an end."""
    runs = [(abs(one[0] - other[0]), one, other) for one, other in pairwise(points) if one[1] == other[1]]
    if runs:
        length, one, other = max(runs, key=lambda run: run[0])
        middle, spare = (one[0] + other[0]) / 2, (length - width) / 2
        if spare >= 0:
            yield from ((middle + shift * spare, one[1]) for shift in (0.0, -0.9, 0.9))


def ground_of(text: TextPlace, composer: Composer) -> Rect:
    """The paper under a link's label."""
    setting, clear = composer.setting(text.role, text.face), composer.style.space["link-label"]
    top = text.y + setting.baseline - setting.cap_height
    return Rect(text.x - clear, top - clear / 2, text.width + 2 * clear, setting.cap_height + clear)
