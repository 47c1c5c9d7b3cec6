"""Stages and steps: made beside others, split, merged, named."""

from collections.abc import Callable, Sequence
from functools import reduce
from typing import Protocol

from desktop.desk.concern import behind, concern, first_of
from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.desk.drafts import draft_of
from desktop.desk.place import Place
from desktop.document.base import Identified, IdSource, in_order
from desktop.document.edits.stages import merge_stages, split_stage
from desktop.document.edits.steps import merge_steps, split_step
from desktop.document.errors import EditError
from desktop.document.locate import stage_of, steps_in_order
from desktop.document.project import Project


class Split(Protocol):
    """An edit of a map by its id that makes a new thing with a title at a step."""

    def __call__(self, project: Project, map_id: str, step_id: str, title: str, *, new_id: IdSource) -> Project: ...


Merge = Callable[[Project, str, str, str], Project]
"""An edit of a map by its id that merges two things, by theirs, into the left one."""


class Structure:
    """The verbs of columns, each one undo step; they are about what is selected or where the dashed slot stands.

    What is new is named at once: `write` opens the editor over it, and giving up there leaves nothing.
    """

    def __init__(self, desk: Desk, write: Callable[[Draft], object]) -> None:
        self._desk = desk
        self._write = write
        self._place = Place(desk)

    def add_stage_before(self) -> None:
        """A stage left of the concerned ones, else before all."""
        if (journey := self._desk.journey) is not None:
            before = first_of(concern(self._desk).stages or in_order(journey.stages))
            self._write(self._place.stage(before))

    def add_stage_after(self) -> None:
        """A stage right of the concerned ones, else behind all."""
        if (journey := self._desk.journey) is not None:
            row = in_order(journey.stages)
            self._write(self._place.stage(behind(row, concern(self._desk).stages or row)))

    def add_step_before(self) -> None:
        """A step left of the concerned ones, in the same stage; else before all."""
        if (journey := self._desk.journey) is not None:
            first = first_of(concern(self._desk).steps or steps_in_order(journey))
            home = stage_of(journey, first)
            if home is not None:
                self._write(self._place.step(home.id, first))

    def add_step_after(self) -> None:
        """A step right of the concerned ones, in the same stage; else behind all."""
        if (journey := self._desk.journey) is not None:
            last = (concern(self._desk).steps or steps_in_order(journey))[-1:]
            home = stage_of(journey, first_of(last))
            if home is not None:
                self._write(self._place.step(home.id, behind(in_order(home.steps), last)))

    def split_stage(self) -> None:
        """The concerned step and those that follow it in its stage become a stage of their own."""
        self._split("edit.stage_split", split_stage)

    def split_step(self) -> None:
        """A new step follows the concerned one; the cards stay with the first part."""
        self._split("edit.step_split", split_step)

    def merge_stages(self) -> None:
        """The concerned stages become one; a single one takes in the next."""
        if (journey := self._desk.journey) is not None:
            self._merge("edit.stages_merged", in_order(journey.stages), concern(self._desk).stages, merge_stages)

    def merge_steps(self) -> None:
        """The concerned steps become one; a single one takes in the next."""
        if (journey := self._desk.journey) is not None:
            self._merge("edit.steps_merged", steps_in_order(journey), concern(self._desk).steps, merge_steps)

    def rename(self) -> None:
        """Opens the title of the stage, step or lane that is selected."""
        chosen = self._desk.chosen
        draft = draft_of(self._desk, first_of(chosen.stages) or first_of(chosen.steps) or first_of(chosen.lanes))
        if draft is not None:
            self._write(draft)

    def _split(self, label: str, verb: Split) -> None:
        """Opens the title of what splitting at the concerned step will make; where that is impossible, says why."""
        desk, steps = self._desk, concern(self._desk).steps
        if not steps:
            return
        new, map_id, step = desk.new_id(), desk.map_id, steps[0].id

        def with_text(title: str) -> Project:
            return verb(desk.project, map_id, step, title, new_id=lambda: new)

        try:
            with_text("")
        except EditError as error:
            desk.said.emit(desk.sentence(error))
        else:
            self._write(Draft(new, "", with_text, desk.words(label), fresh=True, bare=True))

    def _merge(self, label: str, row: Sequence[Identified], chosen: Sequence[Identified], verb: Merge) -> None:
        """Merges the chosen ones of a row, or a single one with the next, into the leftmost."""
        ids = [each.id for each in chosen]
        if len(ids) == 1:
            ids += filter(None, [behind(row, chosen)])
        if ids:
            map_id, others = self._desk.map_id, ids[1:] or ids
            self._desk.attempt(
                self._desk.words(label),
                lambda project: reduce(lambda whole, other: verb(whole, map_id, ids[0], other), others, project),
                ids[:1],
            )
