"""From settings to the sheets of a file: posters at their size, each whole or spread over sheets."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pydantic import JsonValue

from desktop.collector import resting_collector
from desktop.document.edits.parts import the_map
from desktop.document.project import Project
from desktop.plan.page import Document, Sheet, document_of
from desktop.plan.settings import LOOSE, Settings
from desktop.plan.tiles import TilePlan
from desktop.poster.appendix import marked, numbered, pages
from desktop.poster.keeping import Compared, badged, compare
from desktop.poster.patches import patches
from desktop.poster.pins import Changes
from desktop.poster.press import Made, Press
from desktop.poster.reading import grades, keywords
from desktop.poster.refusals import PosterError
from desktop.poster.sheets import tiled, whole
from desktop.poster.spreading import spread
from desktop.poster.topics import LISTS
from desktop.poster.workshop import Workshop
from desktop.typeset.entries import BrandFonts

Progress = Callable[[str, int, int], None]
"""Told what is being done (layout, sheets, write), how much of it, and of how much; may raise CancelledError."""


def silent(_stage: str, _done: int, _whole: int) -> None:
    """A progress that nobody follows."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The sheets of a file, the posters that they show, and for each poster its sheets, None where it is one.

    changes: what is other than on the print before, for each poster that was printed; pin: what the edition is to
    remember of this print, None where it keeps nothing.
    """

    document: Document
    made: tuple[Made, ...]
    plans: tuple[TilePlan | None, ...]
    press: Press
    changes: tuple[Changes | None, ...] = ()
    pin: JsonValue = None


def composed(
    project: Project,
    map_id: str,
    settings: Settings,
    progress: Progress = silent,
    *,
    fonts: BrandFonts | None = None,
    file: str = "",
    workshop: Workshop | None = None,
) -> Composed:
    """All sheets of an edition, in the fonts of the project's brand where there are any; `file` is the name of the
    project's file, which the title block says. With a workshop that has made it before, only what changed is made.

    Raises PosterError in one sentence, and whatever `progress` raises.
    """
    if settings.content in LOOSE:
        settings = replace(settings, tiling=None)  # notes are smaller than any sheet
    if settings.content in LISTS:
        settings = replace(settings, scope="whole", appendix=False)
    with resting_collector():
        press = Press(project, settings, fonts=fonts, workshop=workshop)
        press.file = file
        progress("layout", 0, 1)
        found = spread(press, project, map_id, settings)
        compared = compare(the_map(project, map_id), settings, found)
        numbers = numbered(each for each, _ in found) if settings.appendix else {}
        made = tuple(
            marked(badged(each, changes, press), press, numbers)
            for (each, _), changes in zip(found, compared.changes, strict=True)
        )
        plans = tuple(plan for _, plan in found)
        sheets = list(_sheets(press, made, plans, compared, progress))
        if not sheets:
            raise PosterError("blank")
        if numbers and len(sheets) >= len(made) and not _some(settings):
            sheets += pages(press, made, numbers, settings)
        told = keywords(grades(made[0], press, settings))
        document = replace(document_of(made[0].drawing, sheets, told), grey=settings.theme == "grey")
        return Composed(document, made, plans, press, compared.changes, compared.pin)


def _some(settings: Settings) -> bool:
    """Whether only some of the sheets are printed again."""
    return settings.changed_only or settings.content == "stickers" or bool(settings.tiling and settings.tiling.only)


def _sheets(
    press: Press, made: Sequence[Made], plans: Sequence[TilePlan | None], compared: Compared, progress: Progress
) -> Iterator[Sheet]:
    settings = press.settings
    if settings.content == "stickers":
        yield from patches(press, made, plans, compared)
        return
    for poster, plan, changes in zip(made, plans, compared.changes, strict=True):
        if settings.changed_only and changes is not None:
            yield from _changed_sheets(press, poster, plan, changes, progress)
        elif plan is None:
            yield whole(press, poster)
        else:
            yield from tiled(press, poster, plan, progress)


def _changed_sheets(
    press: Press, made: Made, plan: TilePlan | None, changes: Changes, progress: Progress
) -> Iterator[Sheet]:
    tiling = press.settings.tiling
    if plan is None or tiling is None:
        yield from [whole(press, made)] if changes.any else []
    elif changes.sheets:
        only = replace(press.settings, tiling=replace(tiling, only=changes.sheets))
        yield from tiled(press.asked(only), made, plan, progress)
