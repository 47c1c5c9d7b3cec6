"""What is drawn on a map of what was done to it."""

from collections.abc import Iterable, Mapping

from desktop.canvas.changemark import ORDER, Mark
from desktop.dialogs.differences import named, placed
from desktop.document.difference import Difference
from desktop.layout.style import Words

INSIDE = ("comment",)
"""Things that are told of but stand in others, and have no place of their own on the map."""


def marks_of(differences: Iterable[Difference], words: Words) -> Mapping[str, Mark]:
    """By the ids of things: “new”, “changed”, “moved from Book · Actions”, “gone”, or several of them."""
    found: dict[str, dict[str, str]] = {}
    arrows = set()
    for each in differences:
        if each.thing.what not in INSIDE and each.thing.what != "map":
            found.setdefault(each.thing.id, {})[each.code] = _said(each, words)
            arrows |= {each.thing.id} if each.thing.what == "link" else set()
    return {thing: _mark(said, quiet=thing in arrows) for thing, said in found.items()}


def ghost_marks(differences: Iterable[Difference], words: Words) -> Mapping[str, Mark]:
    """By the ids of things that no longer stand where they stood: “gone: Calls at noon”, “was here: …”."""
    elsewhere = (each for each in differences if each.code in ("removed", "moved"))
    return {
        each.thing.id: Mark((each.code,), words(f"snapshots.was_{each.code}").format(title=_titled(each, words)))
        for each in elsewhere
        if each.thing.what in ("card", "marker")
    }


def _titled(difference: Difference, words: Words) -> str:
    """What people call the thing, on one line."""
    return " ".join(difference.thing.title.split()) or named(difference.thing, words)


def _mark(said: Mapping[str, str], *, quiet: bool) -> Mark:
    codes = tuple(code for code in ORDER if code in said)
    return Mark(codes, " · ".join(said[code] for code in codes), quiet)


def _said(difference: Difference, words: Words) -> str:
    place = placed(difference.where, words) if difference.code == "moved" else ""
    return (
        words("snapshots.mark_moved_from").format(place=place) if place else words(f"snapshots.mark_{difference.code}")
    )
