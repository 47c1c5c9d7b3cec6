"""Lines and cells of other programs on a desk: one undo step, and the dashed slot behind what came."""

from collections.abc import Callable, Sequence

from desktop.desk.desk import Desk
from desktop.document.edits.begin import first_spot
from desktop.document.edits.cards import Spot
from desktop.document.edits.inbox import add_notes
from desktop.document.edits.parts import the_map
from desktop.document.edits.paste_table import paste_rows
from desktop.document.errors import EditError
from desktop.document.locate import card_at
from desktop.document.project import Project


class Pasting:
    """Puts texts on the map shown or into its inbox; what makes it impossible is said."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, texts: Sequence[str], spot: Spot | None = None, inbox: bool = False) -> tuple[str, ...]:
        """A card for each text in the kind of its lane, at a spot, by default the dashed slot; or notes in the inbox.

        The ids of what came, in this order; () where it is impossible. The slot is behind the last then.
        """
        words, map_id = [text.strip() for text in texts if text.strip()], self._desk.map_id
        if inbox:
            return self._made("edit.note", lambda p, ids: add_notes(p, map_id, words, new_id=ids), aim=False)
        rows = [[text] for text in words]
        return self._made("edit.paste", lambda p, ids: paste_rows(p, map_id, rows, self.spot(p, spot), new_id=ids))

    def spot(self, project: Project, spot: Spot | None = None) -> Spot:
        """Where something lands when nobody says. EditError where the map has no place for it."""
        found = spot or self._desk.target or first_spot(the_map(project, self._desk.map_id))
        if found is None:
            raise EditError("map.no_cell")
        return found

    def _made(
        self, label: str, verb: Callable[[Project, Callable[[], str]], Project], *, aim: bool = True
    ) -> tuple[str, ...]:
        desk, came = self._desk, list[str]()

        def new_id() -> str:
            came.append(desk.new_id())
            return came[-1]

        if not desk.map_id or not desk.attempt(desk.words(label), lambda project: verb(project, new_id), came):
            return ()
        last = card_at(desk.journey, came[-1]) if desk.journey and came else None
        if aim and last is not None and last.lane is not None:
            desk.aim(Spot(last.lane.id, last.card.first, after=last.card.id))
        return tuple(came)
