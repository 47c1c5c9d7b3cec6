"""Lanes: made beside others, hidden, locked, grouped, and how their empty cells show."""

from collections.abc import Collection

from desktop.desk.concern import behind, concern, first_of
from desktop.desk.desk import Desk, ForOne
from desktop.document.base import in_order
from desktop.document.edits.lanes import add_lane, edit_lane, group_lanes, hide_lane, lock_lane, ungroup_lanes
from desktop.document.journey import Lane


class Rows:
    """The verbs of lanes, each one undo step; they are about the lanes that are selected, those of the selected cards,
    or the one where the dashed slot stands."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def add_above(self, kind: str) -> None:
        """A lane of a kind above the concerned ones, else above all."""
        row = self._lanes()
        self._add(kind, first_of(concern(self._desk).lanes or row))

    def add_below(self, kind: str) -> None:
        """A lane of a kind below the concerned ones, else below all."""
        row = self._lanes()
        self._add(kind, behind(row, concern(self._desk).lanes or row))

    def hide(self) -> None:
        """Leaves the concerned lanes out of the picture, on screen and in print."""
        ids = {lane.id for lane in concern(self._desk).lanes}
        self._each("edit.lanes_hidden", ids, lambda project, map_id, lane: hide_lane(project, map_id, lane, True))

    def lock(self, locked: bool) -> None:
        """Keeps the cards and markers of the concerned lanes from edits, or frees them."""
        ids = {lane.id for lane in concern(self._desk).lanes}
        label = "edit.lanes_locked" if locked else "edit.lanes_unlocked"
        self._each(label, ids, lambda project, map_id, lane: lock_lane(project, map_id, lane, locked))

    def group(self) -> None:
        """Puts the concerned lanes under one name."""
        desk, ids = self._desk, [lane.id for lane in concern(self._desk).lanes]
        title = desk.words("lane.group")
        desk.attempt(
            desk.words("edit.lanes_grouped"),
            lambda project: group_lanes(project, desk.map_id, ids, title, new_id=desk.new_id),
            ids,
        )

    def ungroup(self) -> None:
        """Takes the names of the concerned lanes' groups away."""
        groups = {lane.group for lane in concern(self._desk).lanes if lane.group}
        self._each("edit.lanes_ungrouped", groups, ungroup_lanes)

    def mark_empty(self, mark: str) -> None:
        """How empty cells of the concerned lanes show: “–” (nothing there), “?” (not asked yet) or "" (not at all)."""
        ids = {lane.id for lane in concern(self._desk).lanes}
        self._each("edit.cells_marked", ids, lambda project, map_id, lane: edit_lane(project, map_id, lane, empty=mark))

    def _add(self, kind: str, before: str) -> None:
        desk, lane = self._desk, self._desk.new_id()
        desk.attempt(
            desk.words("edit.lane_added"),
            lambda project: add_lane(project, desk.map_id, kind, "", new_id=lambda: lane, before=before),
            (lane,),
        )

    def _each(self, label: str, ids: Collection[str], verb: ForOne) -> None:
        self._desk.attempt_each(self._desk.words(label), verb, ids)

    def _lanes(self) -> list[Lane]:
        journey = self._desk.journey
        return in_order(journey.lanes) if journey else []
