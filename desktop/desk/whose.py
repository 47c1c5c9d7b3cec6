"""Whose journey one looks at: personas as filters of what is seen."""

from dataclasses import replace

from desktop.desk.desk import Desk
from desktop.document.base import in_order
from desktop.document.keyed import find
from desktop.document.project import Persona


class Whose:
    """Lets through what belongs to chosen personas: their feelings, their cards, tactics for their segments, and all
    that is about everybody."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def people(self) -> tuple[Persona, ...]:
        """All that may be chosen, in their order."""
        return tuple(in_order(self._desk.project.personas))

    @property
    def chosen(self) -> frozenset[str]:
        """The ids of those whose things are let through; none where everybody's are."""
        return self._desk.lens.personas & {persona.id for persona in self._desk.project.personas}

    def toggle(self, persona_id: str) -> None:
        """Chooses a persona besides those who are chosen, or no longer; and says what is seen by now.

        Tactics for other segments pass, too, as long as somebody is chosen of whom no segment is known.
        """
        desk = self._desk
        if find(desk.project.personas, persona_id) is None:
            return
        chosen = self.chosen ^ {persona_id}
        people = [persona for persona in self.people if persona.id in chosen]
        known = all(persona.segment for persona in people)
        segments = frozenset(persona.segment for persona in people if known)
        desk.look(replace(desk.lens, personas=chosen, segments=segments))
        names = ", ".join(persona.name or desk.words("project.untitled") for persona in people)
        desk.said.emit(desk.words("said.whose" if people else "said.whose_all").format(names=names))
