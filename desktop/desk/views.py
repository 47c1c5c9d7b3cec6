"""Ways to look at the map: filtering, folding, and views saved in the file under a name."""

from collections.abc import Collection
from dataclasses import replace

from desktop.desk.concern import concern
from desktop.desk.desk import Desk, ForOne
from desktop.desk.lens import CLEAR, FACETS, Lens, alive, lens_of, saved, values
from desktop.document.base import in_order
from desktop.document.cards import Card, Marker
from desktop.document.edits.lanes import edit_group, hide_lane
from desktop.document.edits.views import add_view, edit_view, move_view, remove_view, rename_view
from desktop.document.journey import View
from desktop.document.keyed import find
from desktop.document.project import Project
from desktop.method import coverage
from desktop.session import Signal


class Views:
    """What one looks through, and what of it is kept. Only saved views, hidden lanes and folded groups are in the file.

    asked(what): somebody wants to choose: “filter” what is seen, one of the saved “views”, or a “name” for a new one.
    applied_changed(): another saved view is looked at, or none; what is seen may be the same.
    """

    def __init__(self, desk: Desk) -> None:
        self.asked: Signal[[str]] = Signal()
        self.applied_changed: Signal[[]] = Signal()
        self._desk = desk
        self._applied: dict[str, str] = {}

    @property
    def saved(self) -> list[View]:
        """The saved views of the map, in order."""
        journey = self._desk.journey
        return in_order(journey.views) if journey else []

    @property
    def applied(self) -> View | None:
        """The saved view that was last looked at, though the lens may have changed since."""
        journey = self._desk.journey
        return find(journey.views, self._applied.get(journey.id, "")) if journey else None

    @property
    def faithful(self) -> bool:
        """Whether the map is seen just as the applied view has it."""
        view = self.applied
        return view is not None and lens_of(view) == self._lens

    @property
    def _lens(self) -> Lens:
        """What one looks through, as far as it is about something that is still there."""
        desk, journey = self._desk, self._desk.journey
        return alive(desk.lens, desk.project, journey) if journey else CLEAR

    @property
    def active(self) -> bool:
        """Whether anything of the map is not seen as usual."""
        return self._lens != CLEAR or bool(self.hidden)

    @property
    def hidden(self) -> list[str]:
        """The ids of the lanes that are not shown, by the lens or by the map itself, from the top."""
        journey, lens = self._desk.journey, self._desk.lens
        return [lane.id for lane in in_order(journey.lanes) if lane.hidden or lane.id in lens.lanes] if journey else []

    def ask_filter(self) -> None:
        """Lets people choose what is seen."""
        self.asked.emit("filter")

    def ask_view(self) -> None:
        """Lets people choose a saved view."""
        self.asked.emit("views")

    def ask_name(self) -> None:
        """Lets people name what they see as a new view."""
        self.asked.emit("name")

    def only(self, facet: str) -> None:
        """Lets through what is like the selected cards and markers in this respect, and whatever passed otherwise."""
        chosen = self._desk.chosen
        things: tuple[Card | Marker, ...] = (*chosen.cards, *chosen.markers)
        found = frozenset(value for thing in things for value in _said(thing, facet))
        if found:
            self._look(**{facet: found})

    def let(self, facet: str, value: str, through: bool) -> None:
        """Adds a value to those that a facet lets through, or takes it away; without any, all cards pass again."""
        known: frozenset[str] = getattr(self._desk.lens, facet)
        self._look(**{facet: known | {value} if through else known - {value}})

    def free(self, facet: str) -> None:
        """Filters by a facet no longer."""
        self._look(**{facet: frozenset()})

    def leave_out(self, out: bool) -> None:
        """Whether what does not pass is left out, or only dimmed."""
        self._desk.look(replace(self._desk.lens, leave_out=out))

    def show_lane(self, lane: str, shown: bool) -> None:
        """Whether a lane is seen; the file keeps it as it is, unless it hides the lane itself."""
        known = self._desk.lens.lanes
        self._look(lanes=known - {lane} if shown else known | {lane})
        journey = self._desk.journey
        if shown and journey and any(each.hidden for each in journey.lanes if each.id == lane):
            self._each("edit.lanes_shown", [lane], _show)

    def show_lanes(self) -> None:
        """Shows every lane again."""
        journey = self._desk.journey
        self._look(lanes=frozenset())
        self._each("edit.lanes_shown", [lane.id for lane in journey.lanes if lane.hidden] if journey else [], _show)

    def fold(self, stage: str, folded: bool) -> None:
        """Whether a stage is one narrow column."""
        known = self._desk.lens.stages
        self._look(stages=known | {stage} if folded else known - {stage})

    def unfold_stages(self) -> None:
        """Shows all stages with their steps again."""
        self._look(stages=frozenset())

    def fold_stages(self) -> None:
        """Folds the concerned stages; unfolds them when all of them are folded."""
        ids, known = {stage.id for stage in concern(self._desk).stages}, self._desk.lens.stages
        self._look(stages=known - ids if ids <= known else known | ids)

    def fold_groups(self) -> None:
        """Folds the groups of the concerned lanes to a row each; unfolds them when all of them are folded."""
        journey = self._desk.journey
        ids = {lane.group for lane in concern(self._desk).lanes}
        groups = [group for group in journey.groups if group.id in ids] if journey else []
        fold = not all(group.folded for group in groups)
        label = "edit.groups_folded" if fold else "edit.groups_unfolded"
        self._each(label, [group.id for group in groups], _folding(fold))

    def unfold_group(self, group: str) -> None:
        """Shows the lanes of a group again."""
        self._each("edit.groups_unfolded", [group], _folding(fold=False))

    def unfold_all(self) -> None:
        """Unfolds all stages and groups."""
        journey = self._desk.journey
        self.unfold_stages()
        folded = [group.id for group in journey.groups if group.folded] if journey else []
        self._each("edit.groups_unfolded", folded, _folding(fold=False))

    def clear(self) -> None:
        """Nothing is filtered, folded or hidden by the lens any more; lanes that the map hides stay hidden."""
        self._desk.look(CLEAR)
        self._apply("")

    def save_as(self, title: str) -> str:
        """Keeps what is seen as a view; its id, "" when it could not be kept."""
        desk, view = self._desk, self._desk.new_id()
        made = desk.attempt(
            desk.words("edit.view_saved").format(title=title),
            lambda project: add_view(project, desk.map_id, title, new_id=lambda: view, **saved(self._lens)),
        )
        if made:
            self._apply(view)
        return view if made else ""

    def apply(self, view: str) -> None:
        """Looks at the map as a saved view has it."""
        journey = self._desk.journey
        found = find(journey.views, view) if journey else None
        if journey is not None and found is not None:
            self._desk.look(lens_of(found))
            self._apply(view)

    def apply_next(self) -> None:
        """The next of the saved views, after the last one the first."""
        ids, applied = [view.id for view in self.saved], self.applied
        at = ids.index(applied.id) + 1 if applied else 0
        if ids:
            self.apply(ids[at % len(ids)])

    def update(self, view: str) -> None:
        """Keeps what is seen in a view that there is already."""
        seen = saved(self._lens)
        self._attempt("edit.view_updated", view, lambda project, here, one: edit_view(project, here, one, **seen))

    def rename(self, view: str, title: str) -> None:
        self._attempt("edit.view_renamed", view, lambda project, here, one: rename_view(project, here, one, title))

    def move(self, view: str, before: str = "") -> None:
        """Before another view, or to the end."""
        self._attempt("edit.view_moved", view, lambda project, here, one: move_view(project, here, one, before))

    def remove(self, view: str) -> None:
        """Forgets a saved view; what is seen stays."""
        self._attempt("edit.view_removed", view, remove_view)

    def _apply(self, view: str) -> None:
        if self._applied.get(self._desk.map_id, "") != view:
            self._applied[self._desk.map_id] = view
            self.applied_changed.emit()

    def _attempt(self, label: str, view: str, verb: ForOne) -> None:
        desk, journey = self._desk, self._desk.journey
        found = find(journey.views, view) if journey else None
        said = desk.words(label).format(title=found.title if found else "")
        desk.attempt(said, lambda project: verb(project, desk.map_id, view))

    def _look(self, **changes: frozenset[str]) -> None:
        self._desk.look(_with(self._desk.lens, changes))

    def _each(self, label: str, ids: Collection[str], verb: ForOne) -> None:
        self._desk.attempt_each(self._desk.words(label), verb, ids)


def _with(lens: Lens, changes: dict[str, frozenset[str]]) -> Lens:
    known = {name: getattr(lens, name) for name in ("lanes", "stages", *FACETS)}
    return Lens(**known | changes, leave_out=lens.leave_out)


def _said(thing: Card | Marker, facet: str) -> tuple[str, ...]:
    """What a card or a marker says of a facet."""
    if isinstance(thing, Card):
        return values(thing)[facet]
    own = {"personas": (thing.persona,) if thing.persona else (), "evidence": (coverage.state_of(thing),)}
    return own.get(facet, ())


def _show(project: Project, map_id: str, lane: str) -> Project:
    return hide_lane(project, map_id, lane, hidden=False)


def _folding(fold: bool) -> ForOne:
    return lambda project, map_id, group: edit_group(project, map_id, group, folded=fold)
