"""What is to be said of a poster's size where it is not, or not simply, what was asked for."""

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.plan.page import MM
from desktop.plan.paper import MOST, PaperError, paper, turned
from desktop.plan.settings import LOOSE, Settings
from desktop.poster.press import PANEL, Made

CLOSE = 0.05
"""pt; type that misses its size by less is as was asked for."""

SLIGHT = 0.02
"""Type that shrinks by a smaller share is not spoken of."""

EXACT = 0.1
"""mm."""


def remarks(made: Sequence[Made], settings: Settings) -> Iterator[str]:
    """A sentence each, without its full stop."""
    count = divided_into(made)
    if count:
        yield (
            f"the wall is longer than {MOST:.0f} mm, the longest page that every reader shows; "
            f"it is made as {count} panels that hang side by side"
        )
    yield from _passed_over(settings)
    yield from _smaller(made, settings)
    yield from _shrunk(made)
    if settings.sizing == "text" and settings.paper and not _lies_on(made[0], settings):
        width, height = made[0].page.millimetres
        yield f"with cards of this size the map does not fit {settings.paper}; its page is {width:g} × {height:g} mm"


def divided_into(made: Sequence[Made]) -> int:
    """On how many panels a wall that is too long for a page was divided; 0 when none was."""
    panels = Counter(part for part, panel, _ in (each.key.partition(PANEL) for each in made) if panel)
    return max(panels.values(), default=0)


def _passed_over(settings: Settings) -> Iterator[str]:
    """Wishes that are of no use for sheets that are put together."""
    if settings.tiling is None or settings.content in LOOSE:
        return
    if settings.bleed or settings.crop_marks:
        yield "sheets that are put together have no bleed and no crop marks"
    if settings.keep and settings.tiling.seams == "reflow":
        yield "places are not kept, for sheets that end between cards are laid out anew each time"


def _smaller(made: Sequence[Made], settings: Settings) -> Iterator[str]:
    """Where the height of a roll allows no cards of the size that was asked for, however wide the columns."""
    if settings.card_text is None or settings.sizing not in ("text", "roll"):
        return
    least = min(each.style.roles["card"].size * each.page.scale for each in made if each.style)
    if least < settings.card_text - CLOSE:
        yield f"cards are {least:.1f} pt, not {settings.card_text:g}, for the map would be too high; use a wider roll"


def _shrunk(made: Sequence[Made]) -> Iterator[str]:
    least = min(made, key=lambda each: each.shrunk)
    if least.shrunk < 1 - SLIGHT:
        size = least.style.roles["card"].size * least.page.scale if least.style else 0.0
        yield (
            f"so that sheets end between cards, type has {100 * least.shrunk:.0f} % of its size: "
            f"cards have {size:.1f} pt instead of {size / least.shrunk:.1f}"
        )


def _lies_on(made: Made, settings: Settings) -> bool:
    try:
        sheets = turned(paper(settings.paper), settings.orientation)
    except PaperError:
        return True
    width, height = made.page.width / MM, made.page.height / MM
    return any(
        sheet.height is None or (abs(sheet.width - width) < EXACT and abs(sheet.height - height) < EXACT)
        for sheet in sheets
    )
