"""The maps of a project, as a person orders them: added, named, moved, copied, taken away."""

import re
from collections.abc import Callable, Collection, Iterable
from itertools import chain, count

from desktop.desk.desk import Desk
from desktop.document.base import IdSource, by_id, in_order
from desktop.document.edits.begin import first_spot
from desktop.document.edits.facts import edit_map
from desktop.document.edits.maps import add_map, duplicate_map, move_map, remove_map, rename_map
from desktop.document.journey import Lane
from desktop.document.project import Project
from desktop.layout.style import Words

Make = Callable[[Project, IdSource], Project]


class Maps:
    """The verbs of maps; each is one undo step. They are about the map shown unless they are told of another."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add(self) -> None:
        """A new map behind the one shown, with its lanes and its persona; shown from now on, its first cell lit."""
        desk, shown = self._desk, self._desk.journey
        title = desk.words("maps.new")
        before = self._beside(desk.map_id, 1)

        def make(project: Project, new_id: IdSource) -> Project:
            fields = {"lanes": _bare(shown.lanes, new_id), "persona": shown.persona} if shown else {}
            return add_map(project, title, new_id=new_id, before=before, **fields)

        self._show_new("edit.map_added", make)
        if desk.journey is not None and desk.journey is not shown:
            desk.aim(first_spot(desk.journey))

    def rename(self, map_id: str, title: str) -> None:
        """Another title, without blanks around it."""
        self._attempt("edit.map_renamed", lambda project: rename_map(project, map_id, title.strip()))

    def call(self, status: str) -> None:
        """Says whether the map shown is current, ideal or a hypothesis."""
        map_id = self._desk.map_id
        self._attempt("edit.map_status", lambda project: edit_map(project, map_id, status=status))

    def duplicate(self) -> None:
        """A copy beside the map shown, named as one."""
        desk = self._desk
        self._copy(_copy_title(self._title(), desk.words, {each.title for each in desk.project.maps}), "")

    def duplicate_as_ideal(self) -> None:
        """A copy beside the map shown in which the journey is to become better."""
        self._copy(self._title(), "ideal")

    def remove(self) -> None:
        """Takes the map shown away and shows its neighbour; undo brings it back."""
        desk, map_id = self._desk, self._desk.map_id
        neighbour = self._beside(map_id, 1) or self._beside(map_id, -1)
        title = desk.journey.title if desk.journey else ""
        if self._attempt("edit.map_removed", lambda project: remove_map(project, map_id)):
            desk.show_map(neighbour)
            desk.said.emit(desk.words("status.map_removed").format(title=title or desk.words("project.untitled")))

    def move(self, map_id: str, before: str) -> None:
        """Before another map, "" for the end."""
        self._attempt("edit.map_moved", lambda project: move_map(project, map_id, before))

    def move_left(self) -> None:
        """One place to the left."""
        left = self._beside(self._desk.map_id, -1)
        if left:
            self.move(self._desk.map_id, left)

    def move_right(self) -> None:
        """One place to the right."""
        right = self._beside(self._desk.map_id, 1)
        if right:
            self.move(self._desk.map_id, self._beside(right, 1))

    def show_next(self) -> None:
        """The map to the right, after the last the first."""
        self._show_another(1)

    def show_previous(self) -> None:
        """The map to the left, before the first the last."""
        self._show_another(-1)

    def _show_another(self, way: int) -> None:
        order = self._order()
        if order:
            at = order.index(self._desk.map_id)
            self._desk.show_map(order[(at + way) % len(order)])

    def _title(self) -> str:
        """What the map shown is called."""
        journey = self._desk.journey
        return (journey.title if journey else "") or self._desk.words("project.untitled")

    def _copy(self, title: str, status: str) -> None:
        journey = self._desk.journey
        if journey is None:
            return
        beside = self._beside(journey.id, 1)

        def make(project: Project, new_id: IdSource) -> Project:
            known = {each.id for each in project.maps}
            copied = duplicate_map(project, journey.id, title, new_id=new_id, status=status)
            return move_map(copied, next(each.id for each in copied.maps if each.id not in known), beside)

        self._show_new("edit.map_copied", make)

    def _show_new(self, label: str, make: Make) -> None:
        """Makes a map and shows it."""
        desk, known = self._desk, {each.id for each in self._desk.project.maps}
        if self._attempt(label, lambda project: make(project, desk.new_id)):
            desk.show_map(next(each.id for each in desk.project.maps if each.id not in known))

    def _attempt(self, label: str, verb: Callable[[Project], Project]) -> bool:
        return self._desk.attempt(self._desk.words(label), verb)

    def _order(self) -> list[str]:
        return [each.id for each in in_order(self._desk.project.maps)]

    def _beside(self, map_id: str, way: int) -> str:
        """The map one place to the right (1) or to the left (-1); "" where there is none."""
        order = self._order()
        at = order.index(map_id) + way if map_id in order else len(order)
        return order[at] if 0 <= at < len(order) else ""


def _copy_title(name: str, words: Words, taken: Collection[str]) -> str:
    """“Visit (copy)”, then “Visit (copy 2)” and on; that of a copy is called like another of the original."""
    first, further = words("maps.copy"), words("maps.copy_again")
    copied = (_written(form).fullmatch(name) for form in (first, further))
    base = next((found[1] for found in copied if found), name)
    titles = (further.format(name=base, number=number) for number in count(2))
    return next(title for title in chain((first.format(name=base),), titles) if title not in taken)


def _written(form: str) -> re.Pattern[str]:
    """Finds what has this form; the name is its group."""
    return re.compile(re.escape(form).replace(r"\{name\}", "(.+)").replace(r"\{number\}", r"\d+"))


def _bare(lanes: Iterable[Lane], new_id: IdSource) -> tuple[Lane, ...]:
    """The lanes once more, open and with nothing in them."""
    nothing = {"cards": (), "markers": (), "group": "", "hidden": False, "locked": False}
    return by_id(lane.model_copy(update={"id": new_id(), **nothing}) for lane in lanes)
