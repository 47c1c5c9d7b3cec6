"""The choices behind the dialog's questions, as functions from settings to settings; nothing here is shown."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from desktop.document.journey import JourneyMap
from desktop.plan.paper import PaperError, paper
from desktop.plan.printers import PrinterProfile
from desktop.plan.roles import CARDS, STAGES, TITLE, USUAL
from desktop.plan.settings import LOOSE, Margin, Settings, Tiling, usual_paper

SHEET, ROLL, TILES = "sheet", "roll", "tiles"
MEDIA = (SHEET, ROLL, TILES)
"""One sheet; a piece of a roll; sheets that are glued together."""

USUAL_ROLL = "roll-914mm"
SLOTS = "A3"
"""Sheets of which a working wall of any size can be put together; its slots are never made smaller."""

USUAL_TEXT = 16.0
"""pt: the least that museums set on a wall."""

USUAL_SHAPE = (4, 4)
"""A4 sheets across and down: about an A0."""

DISTANCES = (0.6, 1.0, 1.5, 2.0, 3.0, 5.0)
"""Metres that are offered; any other can be typed."""

WAYS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    SHEET: ("paper", "text"),
    ROLL: ("roll", "text"),
    TILES: ("paper", "sheets", "text"),
})  # fmt: skip
"""How the size of a poster is decided, by what it is printed on."""

LAID = ("paper", "sizing", "orientation", "across", "down", "card_text", "tiling", "margin")
"""The settings that say on what something is printed, and how large."""

PRESETS: Mapping[str, Settings] = MappingProxyType({
    "wall": Settings(read_from=dict(USUAL)),
    "office": Settings(tiling=Tiling()),
    "working": Settings(content="working", tiling=Tiling(SLOTS)),
    "executive": Settings(paper="A3", orientation="landscape"),
    "handout": Settings(scope="each-stage", paper="A4"),
    "notes": Settings(content="notes", paper="A4"),
    "parking": Settings(content="parking", paper="A4"),
    "agenda": Settings(content="agenda", paper="A4"),
    "backlog": Settings(content="backlog", paper="A4"),
    "matrix": Settings(content="matrix", paper="A3"),
    "tactics": Settings(content="tactics", paper="A4"),
    "comparison": Settings(content="comparison", paper="A3"),
    "persona": Settings(content="persona", paper="A4"),
})  # fmt: skip
"""Editions to begin with, by the code of their name."""


FREE = ""
"""The name of a paper that is as large as the map needs."""


def is_roll(name: str) -> bool:
    """Whether this is the name of a roll."""
    try:
        return paper(name).is_roll
    except PaperError:
        return False


def medium(settings: Settings) -> str:
    """What it is printed on; lists always on sheets, one by one."""
    if settings.content in LOOSE:
        return SHEET
    if settings.tiling is not None:
        return TILES
    return ROLL if settings.sizing == "roll" or is_roll(settings.paper) else SHEET


def put_on(settings: Settings, wanted: str) -> Settings:
    """Printed on something else, the rest as it was as far as that goes."""
    if wanted == medium(settings):
        return settings
    size = settings.paper if is_roll(settings.paper) == (wanted == ROLL) and settings.paper != FREE else ""
    way = settings.sizing if settings.sizing in WAYS[wanted] else WAYS[wanted][0]
    return replace(
        settings,
        paper=size or (USUAL_ROLL if wanted == ROLL else usual_paper(settings.content)),
        sizing=way,
        tiling=Tiling() if wanted == TILES else None,
        margin=None,
    )


def sized(settings: Settings, way: str) -> Settings:
    """With its size decided in another way, which begins with usual figures."""
    changed = replace(settings, sizing=way)
    if way == "text":
        loose = FREE if medium(settings) == SHEET else settings.paper
        return replace(changed, card_text=settings.card_text or USUAL_TEXT, paper=loose)
    if settings.paper == FREE:
        changed = replace(changed, paper=usual_paper(settings.content))
    if way == "sheets" and not (settings.across and settings.down):
        return replace(changed, across=USUAL_SHAPE[0], down=USUAL_SHAPE[1])
    return changed


def read_from(settings: Settings, group: str, distance: float | None) -> Settings:
    """With a group of text read from so many metres; None when nobody says from how far."""
    others = {each: metres for each, metres in settings.read_from.items() if each != group}
    found = others if distance is None else {**others, group: distance}
    return replace(settings, read_from={each: found[each] for each in (CARDS, STAGES, TITLE) if each in found})


def margin(settings: Settings) -> Margin | None:
    """What the printer leaves white: of the sheets when there are several, else of the paper."""
    return settings.margin if settings.tiling is None else settings.tiling.margin


def put_margin(settings: Settings, white: Margin | None) -> Settings:
    """With other margins, of whatever goes through the printer."""
    if settings.tiling is None:
        return replace(settings, margin=white)
    return replace(settings, tiling=replace(settings.tiling, margin=white))


def printer_of(settings: Settings, printers: Sequence[PrinterProfile]) -> str:
    """The name of the first printer with these margins, "" where they are the usual ones, “own” for any others."""
    white = margin(settings)
    if white is None:
        return ""
    return next((each.name for each in printers if each.margin == white), "own")


def filled(settings: Settings, content: str) -> Settings:
    """With something else printed, on its usual paper where that is another. A working wall, which is as large as its
    slots, comes on as many sheets as it takes."""
    usual = usual_paper(content)
    if usual != usual_paper(settings.content):
        settings = _laid(settings, Settings(content, paper=usual))
    loose = content == "working" and medium(settings) == SHEET
    return replace(settings, content=content, tiling=Tiling(SLOTS) if loose else settings.tiling)


def _laid(settings: Settings, like: Settings) -> Settings:
    """With the content, the paper and the size of others."""
    return replace(settings, **{name: getattr(like, name) for name in ("content", *LAID)})


class Grounds:
    """On what the map and the lists were printed last: each is found there again, as long as the dialog is open."""

    def __init__(self) -> None:
        self._known: dict[str, Settings] = {}
        self._spread = False

    def filled(self, settings: Settings, content: str) -> Settings:
        """With something else printed. What a working wall was spread over goes with it."""
        if self._spread and settings.tiling == Tiling(SLOTS):
            settings = replace(settings, tiling=None)
        before, after = usual_paper(settings.content), usual_paper(content)
        self._known[before] = settings
        known = self._known.get(after)
        if known is not None and after != before:
            settings = _laid(settings, known)
        found = filled(settings, content)
        self._spread = content == "working" and found.tiling != settings.tiling
        return found


def narrowed(settings: Settings, scope: str, stages: tuple[str, ...] = (), lanes: tuple[str, ...] = ()) -> Settings:
    """With another part of the map printed; ids of stages and lanes count only for a chosen part."""
    chosen = scope == "chosen"
    return replace(settings, scope=scope, stages=stages if chosen else (), lanes=lanes if chosen else ())


def fits(settings: Settings, journey: JourneyMap) -> bool:
    """Whether the stages and lanes that are chosen are some of this map's."""
    known = {stage.id for stage in journey.stages} | {lane.id for lane in journey.lanes}
    return known.issuperset((*settings.stages, *settings.lanes))
