"""What is to be said of a poster's size where it is not, or not simply, what was asked for."""

from collections.abc import Iterator, Sequence

from desktop.layout.style import Words
from desktop.plan.page import MM
from desktop.plan.paper import MOST, PaperError, paper, turned
from desktop.plan.settings import Settings
from desktop.poster.panels import panel_title
from desktop.poster.press import Made, Press

CLOSE = 0.05
"""pt; type that misses its size by less is as was asked for."""

SLIGHT = 0.02
"""Type that shrinks by a smaller share is not spoken of."""

EXACT = 0.1
"""mm."""


def remarks(made: Sequence[Made], press: Press, settings: Settings) -> Iterator[str]:
    """A sentence each, without its full stop."""
    count = divided_into(made, press.words)
    if count:
        yield (
            f"the wall is longer than {MOST:.0f} mm, the longest page that every reader shows; "
            f"it is made as {count} panels that hang side by side"
        )
    yield from _smaller(made, settings)
    yield from _shrunk(made)
    if settings.sizing == "text" and settings.paper and not _lies_on(made[0], settings):
        width, height = made[0].page.millimetres
        yield f"with cards of this size the map does not fit {settings.paper}; its page is {width:g} × {height:g} mm"


def divided_into(made: Sequence[Made], words: Words) -> int:
    """On how many panels a wall that is too long for a page was divided; 0 when none was."""
    counts = (
        count
        for each in made
        for count in range(2, len(made) + 1)
        if each.title.endswith(panel_title(count, count, words))
    )
    return max(counts, default=0)


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
