"""Pages that go to the printer beside a print, each a file of its own: the order for the copy shop, the test sheet."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop.collector import resting_collector
from desktop.document.project import Project
from desktop.paint.pdf import document_bytes
from desktop.plan.page import Sheet
from desktop.plan.settings import Settings
from desktop.poster.composing import Composed, Progress, composed, silent
from desktop.poster.ticket import ticket, ticket_sheet
from desktop.poster.trial import trial_sheet
from desktop.storage.assets import Asset, bytes_of
from desktop.storage.brandfonts import wardrobe


def _order(whole: Composed) -> Sheet:
    posters = list(zip(whole.made, whole.plans, strict=True))
    return ticket_sheet(whole.press, ticket(whole.press, posters))


def _trial(whole: Composed) -> Sheet:
    return trial_sheet(whole.press, whole.made[0], whole.plans[0])


COMPANIONS: Mapping[str, Callable[[Composed], Sheet]] = {"ticket": _order, "test-sheet": _trial}
"""The order for the copy shop; a page that shows whether the printer leaves sizes as they are, and some of the print
as it will be."""


def companion(
    which: str,
    project: Project,
    assets: Mapping[str, Asset],
    map_id: str,
    settings: Settings,
    *,
    progress: Progress = silent,
    file: str = "",
) -> bytes:
    """The PDF of one of COMPANIONS, for what `export` prints with the same settings. Raises PosterError."""
    whole = composed(project, map_id, settings, progress, fonts=wardrobe(project.brand, assets).fonts, file=file)
    document = replace(whole.document, sheets=(COMPANIONS[which](whole),), subject="", keywords=())
    with resting_collector():
        fonts = whole.press.typesetter.fonts
        return document_bytes(document, fonts, bytes_of(assets), image_dpi=settings.image_dpi)
