"""The files of a print, made beside the window: pieces of work for the print's own thread."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pydantic import JsonValue

from desktop.dialogs.poster.proof import Order
from desktop.dialogs.poster.work import Progress
from desktop.document.base import in_order
from desktop.document.project import Project
from desktop.plan.settings import Settings
from desktop.poster.companions import companion
from desktop.poster.editions import map_of, pdf_names, settings_of
from desktop.poster.export import export
from desktop.storage.assets import Assets


@dataclass(frozen=True, slots=True)
class Copy:
    """A file, the size of its first page in mm, the type of its cards in pt, where everything stands on it, and which
    map it shows, "" for a list."""

    data: bytes
    size: tuple[float, float]
    card_pt: float
    pin: JsonValue = None
    map: str = ""


class Maker:
    """Makes what is asked for of one map in one way; every function raises PosterError and CancelledError."""

    def __init__(self, project: Project, assets: Assets, map_id: str, settings: Settings) -> None:
        self._order = Order(project, assets, map_id, settings)

    def copy(self, form: str, progress: Progress) -> Copy:
        """The print as a file of the form pdf, svg or png."""
        return _copied(self._order, form, progress)

    def ticket(self, progress: Progress) -> bytes:
        """The order for the copy shop, as a page."""
        return self._companion("ticket", progress)

    def test_sheet(self, progress: Progress) -> bytes:
        """A page that shows whether the printer leaves sizes as they are, and some of the print as it will be."""
        return self._companion("test-sheet", progress)

    def _companion(self, which: str, progress: Progress) -> bytes:
        order = self._order
        return companion(which, order.project, order.assets, order.map_id, order.settings, progress=progress)

    def names(self) -> Mapping[str, str]:
        """By edition of the project the name of its file."""
        return pdf_names(self._order.project)

    def all_editions(self, progress: Progress) -> Mapping[str, Copy]:
        """The PDF of every edition of the project by its id; one that names no map prints this one."""
        editions = in_order(self._order.project.editions)
        made: dict[str, Copy] = {}
        for number, edition in enumerate(editions):
            progress("editions", number, len(editions))
            journey = map_of(self._order.project, edition, self._order.map_id)
            own = replace(self._order, map_id=journey, settings=settings_of(edition))
            made[edition.id] = _copied(own, "pdf", _within(progress, number, len(editions)))
        return made


def _copied(order: Order, form: str, progress: Progress) -> Copy:
    data, report = export(order.project, order.assets, order.map_id, form, order.settings, progress=progress)
    shown = order.map_id if order.settings.content == "map" else ""
    return Copy(data, report.page_mm, report.text_pt["card"], report.pin, shown)


def _within(progress: Progress, number: int, whole: int) -> Progress:
    """Tells how many editions are done, but hears at all steps in between whether to go on."""
    return lambda _stage, _done, _of: progress("editions", number, whole)
