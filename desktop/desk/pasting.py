"""Lines and cells of other programs on a desk: one undo step, and the dashed slot behind what came."""

from collections.abc import Callable, Sequence
from itertools import count

from desktop.desk.desk import Desk
from desktop.desk.tableplan import Plan, Planner
from desktop.document.base import IdSource
from desktop.document.edits.begin import first_spot
from desktop.document.edits.cards import Spot
from desktop.document.edits.inbox import add_notes
from desktop.document.edits.parts import the_map
from desktop.document.edits.paste_table import paste_cells, paste_column
from desktop.document.errors import EditError
from desktop.document.locate import cards_at
from desktop.document.project import Project

Made = Callable[[Project, IdSource], Project]
"""Puts something into a project, with the ids for it."""


class Pasting:
    """Puts texts on the map shown or into its inbox; what makes it impossible is said."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def lines(self, texts: Sequence[str], spot: Spot | None = None, inbox: bool = False) -> tuple[str, ...]:
        """A card for each text in the kind of its lane, at a spot, by default the dashed slot; or notes in the inbox.

        The ids of the cards, in this order; () where it is impossible. The slot is behind the last then.
        """
        words, map_id = [text.strip() for text in texts if text.strip()], self._desk.map_id
        if inbox:
            return self._made("edit.note", lambda p, ids: add_notes(p, map_id, words, new_id=ids), aim=False)
        return self._made("edit.paste", lambda p, ids: paste_column(p, map_id, words, self.spot(p, spot), new_id=ids))

    def cells(self, plan: Plan) -> tuple[str, ...]:
        """What a plan says of a table. The ids of the cards that came; () where it is impossible."""
        return self._made("edit.paste", self._verb(plan))

    def refusal(self, plan: Plan) -> str:
        """Why a plan cannot be carried out, "" when it can."""
        try:
            self._verb(plan)(self._desk.project, count_ids())
        except EditError as error:
            return self._desk.sentence(error)
        return ""

    def planner(self, spot: Spot | None = None) -> Planner | None:
        """What reads tables for the map shown; None without a map. Where there is no lane or step yet they are made."""
        desk, journey = self._desk, self._desk.journey
        if journey is None:
            return None
        return Planner(journey, spot or desk.target or first_spot(journey) or Spot("", ""), desk.words)

    def _verb(self, plan: Plan) -> Made:
        map_id, rows = self._desk.map_id, plan.body
        return lambda project, ids: paste_cells(project, map_id, rows, plan.goals, new_id=ids, split=plan.split)

    def spot(self, project: Project, spot: Spot | None = None) -> Spot:
        """Where something lands when nobody says. EditError where the map has no place for it."""
        found = spot or self._desk.target or first_spot(the_map(project, self._desk.map_id))
        if found is None:
            raise EditError("map.no_cell")
        return found

    def _made(self, label: str, verb: Made, *, aim: bool = True) -> tuple[str, ...]:
        desk, came = self._desk, list[str]()

        def new_id() -> str:
            came.append(desk.new_id())
            return came[-1]

        if not desk.map_id or not desk.attempt(
            desk.words(label), lambda project: verb(project, new_id), came if aim else None
        ):
            return ()
        there = {at.card.id: at for at in cards_at(desk.journey, came)} if desk.journey else {}
        stand = [one for one in came if one in there]
        last = there[stand[-1]] if aim and stand else None
        if last is not None and last.lane is not None:
            desk.aim(Spot(last.lane.id, last.card.first, after=last.card.id))
        return tuple(stand)


def count_ids() -> IdSource:
    """Ids for what is only tried."""
    numbers = count(1)
    return lambda: f"trial-{next(numbers)}"
