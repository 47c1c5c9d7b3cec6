"""What will come out, in one line: size, sheets, seams, type."""

from collections.abc import Iterator

from desktop.dialogs.poster.choices import ROLL, medium
from desktop.dialogs.poster.papers import told_paper, told_size
from desktop.dialogs.poster.proof import Proof
from desktop.layout.style import Words
from desktop.plan.settings import LOOSE
from desktop.poster.figures import rounded

_CUT = {0: "uncut", 1: "cut_one"}
"""Words for so many cut cards."""


def summary(found: Proof, words: Words) -> str:
    """“1,189 × 841 mm · 21 sheets of A4, 1 card cut instead of 24 · cards 23 pt, comfortable to 1 m”."""
    return " · ".join(_parts(found, words))


def _parts(found: Proof, words: Words) -> Iterator[str]:
    panels, settings = found.panels, found.order.settings
    sizes = list(dict.fromkeys(told_size(panel.size, "mm") for panel in panels))
    if len(panels) > 1:
        code = "poster.told_several" if len(sizes) == 1 else "poster.told_different"
        code = "poster.told_pages" if settings.content in LOOSE else code
        yield words(code).format(count=len(panels), size=sizes[0])
    else:
        yield sizes[0]
    if settings.tiling is not None:
        yield from _sheets(found, told_paper(settings.tiling.sheet, words), words)
    elif medium(settings) == ROLL:
        yield words("poster.told_roll").format(roll=told_paper(settings.paper, words))
    cards = next((each for each in found.grades if each.role == "card"), None)
    if cards is not None:
        reach = rounded(cards.comfortable_m, words)
        yield words("poster.told_cards").format(size=f"{cards.size_pt:.0f}", distance=reach)


def _sheets(found: Proof, paper: str, words: Words) -> Iterator[str]:
    """Of a print of what changed, how many of them come out; patches lie on sheets of their own."""
    settings = found.order.settings
    again = words("poster.told_again").format(count=len(found.sheets))
    if settings.content == "stickers":
        yield _count(len(found.sheets), paper, words)
        return
    some = settings.changed_only or bool(settings.tiling and settings.tiling.only)
    plans = [panel.tiles for panel in found.panels if panel.tiles is not None]
    blank = sum(tile.blank for plan in plans for tile in plan.tiles)
    count = sum(len(plan.tiles) for plan in plans) - blank
    left_out = words("poster.told_blank").format(count=blank) if blank else ""
    yield _count(count, paper, words) + (again if some else left_out)
    cut, plain = sum(len(plan.cut) for plan in plans), sum(plan.plain_cut for plan in plans)
    if plain or cut:
        yield words(f"poster.told_{_CUT.get(cut, 'cut')}").format(cut=cut, plain=plain)


def _count(count: int, paper: str, words: Words) -> str:
    return words("poster.told_sheet" if count == 1 else "poster.told_sheets").format(count=count, paper=paper)
