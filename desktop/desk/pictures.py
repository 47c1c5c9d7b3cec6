"""Pictures on the map: placed as cards, exchanged, cut to a part, given to personas."""

from collections.abc import Iterator, Sequence
from itertools import repeat

from desktop.desk.desk import Desk
from desktop.desk.place import Place
from desktop.desk.telling import noun
from desktop.document.base import changed
from desktop.document.cards import Card, Picture
from desktop.document.edits.cards import Spot, add_card, convert_cards, edit_cards
from desktop.document.edits.parts import the_map
from desktop.document.edits.people import edit_persona
from desktop.document.locate import card_at, columns_of
from desktop.document.project import Project
from desktop.layout.crops import Crop
from desktop.storage.assets import Asset

MOST = 200
"""How many pictures are taken at once."""

Ready = tuple[str, Asset]
"""A picture that was read: its key and its asset."""


class Pictures:
    """Verbs of a desk for pictures that were read by `desktop.storage.pictures`. The assets themselves are outside what
    undo takes back, so that an edit done again finds its picture."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self, pictures: Sequence[Ready], spot: Spot | None = None) -> bool:
        """One picture card after another on successive steps, from a spot on, by default the dashed slot."""
        draft = Place(self._desk).draft("picture", spot) if pictures else None
        if draft is None:
            return False
        self._keep(pictures)
        came = [draft.thing]

        def added(_: Project) -> Project:
            project = self._shown(draft.with_text(""), draft.thing, pictures[0])
            for ready, target in zip(pictures[1:], self._after(project, draft.thing), strict=False):
                came.append(self._desk.new_id())
                project = self._with_card(project, target, came[-1], ready)
            return project

        return self._desk.attempt(self._label("edit.place"), added, came)

    def replace(self, card: str, picture: Ready) -> bool:
        """Another picture on a card, which becomes a picture card if it is none; shown whole."""
        self._keep([picture])
        return self._desk.attempt(
            self._label("edit.change"), lambda project: self._shown(project, card, picture), (card,)
        )

    def cut(self, card: str, crop: Crop, fit: str) -> bool:
        """Another part of a card's picture; `fit`: "fit" in its own shape, or "fill" a frame of three to two."""
        shown = self._picture(card)
        if shown is None:
            return False
        new = changed(shown, crop=crop, fit=fit)
        return self._desk.attempt(
            self._label("edit.crop"), lambda p: edit_cards(p, self._desk.map_id, [card], picture=new)
        )

    def chosen(self) -> Card | None:
        """The one selected card that has a picture."""
        cards = self._desk.chosen.cards
        return cards[0] if len(cards) == 1 and cards[0].picture and cards[0].kind == "picture" else None

    def portray(self, persona: str, picture: Ready | None) -> bool:
        """A persona's picture; None takes it away."""
        self._keep([picture] if picture else [])
        shown = shown_whole(picture) if picture else None
        return self._desk.attempt(
            self._label("edit.portray"), lambda project: edit_persona(project, persona, picture=shown)
        )

    def _keep(self, pictures: Sequence[Ready]) -> None:
        for key, asset in pictures:
            self._desk.session.add_asset(key, asset)

    def _picture(self, card: str) -> Picture | None:
        found = card_at(self._desk.journey, card) if self._desk.journey else None
        return found.card.picture if found else None

    def _shown(self, project: Project, card: str, picture: Ready) -> Project:
        found = card_at(the_map(project, self._desk.map_id), card)
        old = found.card.picture if found else None
        new = changed(shown_whole(picture), fit=old.fit, alt=old.alt) if old else shown_whole(picture)
        project = convert_cards(project, self._desk.map_id, [card], "picture")
        return edit_cards(project, self._desk.map_id, [card], picture=new)

    def _with_card(self, project: Project, target: Spot, card: str, picture: Ready) -> Project:
        shown = shown_whole(picture)
        return add_card(project, self._desk.map_id, target, "picture", new_id=lambda: card, picture=shown)

    def _after(self, project: Project, card: str) -> Iterator[Spot]:
        """The cells right of a card, then that of the last step again and again."""
        journey = the_map(project, self._desk.map_id)
        found, steps = card_at(journey, card), columns_of(journey).steps
        if found is not None and found.lane is not None:
            rest = steps[steps.index(found.card.last) + 1 :]
            yield from (Spot(found.lane.id, step) for step in (*rest, *repeat(steps[-1], MOST)))

    def _label(self, code: str) -> str:
        return self._desk.words(code).format(kind=noun(self._desk.words, "picture"))


def shown_whole(ready: Ready) -> Picture:
    """The picture in its own shape."""
    key, asset = ready
    return Picture(asset=key, aspect=min(max(asset.width / asset.height, 0.01), 100.0))
