"""Text that is being written on the map and is no edit yet."""

from collections.abc import Callable
from dataclasses import dataclass

from desktop.document.project import Project


@dataclass(frozen=True, slots=True)
class Draft:
    """`with_text` makes the project in which the thing says another text: one that is there already, or a new one.

    It is asked anew for every key, always from the settled project, and must give the thing the same id each time.
    What is handed in at last is one undo step under `label`. EditError where it is impossible.
    `fresh`: the thing is not on the map yet, so that Escape without a letter leaves nothing, and neither does handing
    in no text, unless `bare`, which says that the thing may stand without any.
    """

    thing: str
    text: str
    with_text: Callable[[str], Project]
    label: str
    fresh: bool = False
    bare: bool = False
