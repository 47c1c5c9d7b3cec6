"""What was mapped on another laptop, brought into this project."""

from dataclasses import dataclass

from desktop.desk.desk import Desk
from desktop.document.edits.locks import keep_locked
from desktop.document.errors import EditError
from desktop.document.merge.conflicts import Choice, Choices
from desktop.document.merge.settling import Titles
from desktop.document.merge.whole import Merged, merge
from desktop.document.project import Project
from desktop.storage.reader import Opened


@dataclass(frozen=True, slots=True)
class Guest:
    """Another project, and what its file is called."""

    opened: Opened
    name: str


class Adding:
    """Nobody knows what both began with, so nothing that is here is taken away for not being there."""

    def __init__(self, desk: Desk, guest: Guest, titles: Titles) -> None:
        self.desk = desk
        self.guest = guest
        self._titles = titles
        self._asked: tuple[Project, Choices | None, Choice] = (desk.project, None, "both")

    def proposed(self, choices: Choices | None = None, otherwise: Choice = "both") -> Merged:
        """This project with what the other has besides; EditError where both are too much for one."""
        self._asked = self.desk.project, choices, otherwise
        return merge(
            None,
            self.desk.project,
            self.guest.opened.project,
            new_id=self.desk.new_id,
            choices=choices,
            otherwise=otherwise,
            titles=self._titles,
        )

    def take(self, merged: Merged) -> bool:
        """Makes what was proposed last this project, as one undo step; what came is selected as far as it is on the map
        shown. Where the project has become another since, it is proposed anew, with the same choices.

        Pictures come first: they are no part of what undo takes back. EditError where both are too much by now, or
        where a locked lane would say something else.
        """
        desk, (asked, choices, otherwise) = self.desk, self._asked
        if asked is not desk.project:
            merged = self.proposed(choices, otherwise)
        keep_locked(desk.project, merged.project)
        if merged.project != desk.project and not desk.session.read_only:
            desk.session.take_in(self.guest.opened)
        return desk.edit(desk.words("edit.add_file").format(name=self.guest.name), merged.project, merged.came)

    def refusal(self, error: EditError) -> str:
        """Why it cannot be done."""
        return self.desk.sentence(error)
