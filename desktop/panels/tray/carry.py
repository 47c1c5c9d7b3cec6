"""Where notes come in when they are dropped on the tray: before a card, into a group, a new one, or the parking lot."""

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QPoint

from desktop.desk.desk import Desk
from desktop.desk.tray import Tray
from desktop.document.edits.inbox import park_cards, send_to_inbox
from desktop.document.project import Project
from desktop.panels.tray.faces import ROW
from desktop.panels.tray.rows import PARKING, Line

NEW = "/new"
"""A group that is made for what is dropped."""

STRIP = 44
"""Px at the foot of the tray where a new group is made of what is dropped."""


@dataclass(frozen=True, slots=True)
class Landing:
    """A section, or NEW, "" for the loose notes; and the card before which notes come in, "" at the end.

    `row` is the line above which that is, for the eye.
    """

    section: str
    before: str = ""
    row: int = -1


def landing_at(lines: list[Line], at: QPoint, scrolled: int, height: int) -> Landing:
    """What is meant by a point of the viewport (px), which is so high and scrolled so far."""
    row, within = divmod(at.y() + scrolled, ROW)
    if not lines:
        return Landing("")
    if at.y() >= height - STRIP or row >= len(lines):
        return Landing(NEW)
    line = lines[row]
    if line.section == PARKING:
        return Landing(PARKING)
    goal = row if line.card is not None and within <= ROW / 2 else row + 1
    there = lines[goal] if goal < len(lines) else None
    inside = there is not None and there.section == line.section and there.card is not None
    return Landing(line.section, there.card.id if inside and there and there.card else "", goal)


def dropped(desk: Desk, project: Project, ids: Collection[str], landing: Landing) -> Project:
    """The project with cards dropped there. EditError where they are locked."""
    if landing.section == PARKING:
        return park_cards(project, desk.map_id, ids)
    if landing.section == NEW:
        return send_to_inbox(project, desk.map_id, ids, desk.words("tray.new_title"), new_id=desk.new_id)
    return Tray(desk).gathered(project, ids, landing.section, landing.before)
