"""One test sheet before the whole poster: printed first, measured, looked at."""

from dataclasses import replace

from desktop.drawing.lettering import Lettering
from desktop.drawing.trial import Swatch, Trial, TrialPen
from desktop.layout.names import name_of
from desktop.layout.places import Rect
from desktop.plan.page import MM, Sheet, View
from desktop.plan.tiles import TilePlan
from desktop.poster.bleeds import points
from desktop.poster.press import Made, Press

A4 = (210.0, 297.0)
MOST = 450.0
"""mm: a longer sheet, and a strip of a roll, is tested on an A4."""

BEFORE = 6.0
"""mm of the poster beside the first stage's header in the window."""


def trial_sheet(press: Press, made: Made, plan: TilePlan | None = None) -> Sheet:
    """A sheet like the others (an A4 for a poster on one sheet): rulers, the printer's edges, colours, and a piece of
    the poster at the size at which it will be printed."""
    width, height = A4
    if plan and max(plan.sheet.width, plan.sheet.height) <= MOST:
        width, height = sorted((plan.sheet.width, plan.sheet.height))
    pen = TrialPen(_told(press, made, width, height), Lettering(press.typesetter), press.words)
    piece = (_piece(made, pen.window),) if pen.window.height else ()
    views = (*piece, View(pen.drawing(), 0.0, 0.0, MM))
    title = press.words("trial.title")
    return Sheet(width * MM, height * MM, views, label=title, title=title)


def _told(press: Press, made: Made, width: float, height: float) -> Trial:
    words = press.words
    used = {card.kind for row in made.layout.rows for card in row.lane.cards} if made.layout else set()
    swatches = tuple(
        Swatch(name_of("kind", kind, words), look.fill, look.edge)
        for kind, look in press.style.kinds.items()
        if kind in used
    )
    size = press.style.roles["card"].size * made.page.scale
    sample = words("trial.sample").format(size=f"{size:.0f}")
    return Trial(width, height, made.drawing.title, sample, swatches)


def _piece(made: Made, window: Rect) -> View:
    """The first stage with the first cards under it, at its true size."""
    page, clip = made.page, points(window)
    x, y = (made.layout.stages.x, made.layout.stages.y) if made.layout else (0.0, 0.0)
    left, top = clip.x + BEFORE * MM - x * page.scale, clip.y + BEFORE * MM - y * page.scale
    return View(replace(made.drawing, background=""), left, top, page.scale, clip=clip, artifact=True)
