"""The small map of `desks` with many things wrong with it, and a file of it.

errors: c2 stands at no step · warnings: a view names no lane, c1 a persona that is not there, c4 has no text, c3 shows
a missing picture, the divider holds c9, an arrow from c3 leads nowhere · notes: the status is unknown
"""

from desks import small_map
from desktop.document.base import by_id, changed
from desktop.document.cards import Card, Picture
from desktop.document.journey import Lane, Link, View
from desktop.storage.writer import dump

MISSING = Picture(asset="a" * 64, alt="the door")
WRONG: dict[str, dict[str, object]] = {
    "c1": {"persona": "zoe"},
    "c2": {"first": "gone", "last": "gone"},
    "c3": {"picture": MISSING},
    "c4": {"text": ""},
}
STRAY = Card(id="c9", kind="action", first="d1", last="d1", text="Stray")


def ailing():
    """The project."""
    whole = small_map(
        title="Dinner",
        status="dreamt",
        links=(Link(id="a1", kind="leads", source="c3", target="gone"),),
        views=(View(id="v1", title="For the kitchen", lanes=("gone",)),),
    )
    map_ = whole.maps[0]
    lanes = tuple(_with_wrong_cards(lane) for lane in map_.lanes)
    return changed(whole, maps=(changed(map_, lanes=lanes),))


def _with_wrong_cards(lane: Lane) -> Lane:
    cards = [changed(card, **WRONG.get(card.id, {})) for card in lane.cards]
    return changed(lane, cards=by_id((*cards, STRAY) if lane.kind == "visibility" else cards))


def ailing_file(path, assets=None, twins=False):
    """The same in a file, with a card's id given to a marker too where there shall be twins."""
    data = dump(ailing(), assets or {})
    path.write_bytes(data.replace(b'"id":"m3"', b'"id":"c5"') if twins else data)
    return path
