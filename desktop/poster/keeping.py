"""The next print of a pinned edition: everything where it stood, as far as it still fits, and what is other marked."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b

from pydantic import JsonValue

from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.drawing.changebadges import badges
from desktop.layout.places import Layout
from desktop.layout.style import Style, enlarged
from desktop.plan.page import MM, Page
from desktop.plan.roles import MOST
from desktop.plan.settings import Settings
from desktop.plan.tiles import TilePlan
from desktop.poster.pins import ROUGHLY, Changes, Pin, Pinned, changes, keeping, near_by, pinned, read_pin
from desktop.poster.press import Made, Press
from desktop.poster.refusals import PosterError

LEAST = 0.1
"""A title was set no smaller than this share of its usual size."""


def keeps(settings: Settings) -> bool:
    """Whether places are kept; for sheets that end between cards the map is laid out anew each time."""
    reflows = settings.tiling is not None and settings.tiling.seams == "reflow"
    return settings.keep and settings.content in ("map", "stickers") and not reflows


def pin_for(settings: Settings, map_id: str) -> Pin | None:
    """What this edition was printed with last, if it was printed as it is to be now."""
    if not keeps(settings):
        return None
    pin = read_pin(settings.pin)
    return pin if pin and pin.map == map_id and pin.settings == digest(settings) else None


def digest(settings: Settings) -> str:
    """Of all that decides where things stand; which sheets are printed does not."""
    tiling = settings.tiling and replace(settings.tiling, only=(), assembly=True, repeat=False, glue="left-top")
    plain = replace(settings, tiling=tiling, changed_only=False, content="map", crop_marks=False, bleed=0.0)
    plain = replace(plain, image_dpi=150, appendix=False, pin=None)
    told = sorted(asdict(plain).items())
    return blake2b(repr(told).encode(), digest_size=8).hexdigest()


def again(press: Press, project: Project, map_id: str, key: str, settings: Settings) -> Made | None:
    """The poster of this part on the page and in the type that it had; None when it was not printed, or the map does
    not fit them any more."""
    was = was_of(settings, map_id, key)
    if was is None:
        return None
    own = press.in_style(_as_large(press.style, was.sizes)).of(project)
    own.keeping = keeping(was)
    width, height, x, y = (side * MM for side in was.page)
    layout = _as_high(own, map_id, was)
    room = max(height - y - min(x, y), was.height * was.scale)
    if not near_by(layout.width, was.width) or layout.height * was.scale > room * (1 + ROUGHLY):
        return None
    return own.standing(layout, Page(width, height, x, y, was.scale), (width - 2 * x, room))


def _as_high(press: Press, map_id: str, was: Pinned) -> Layout:
    """The layout at the width that it had, its title block where it stood as far as there is room above it."""
    note = press.note(was.scale)
    layout = press.layout(map_id, was.asked, note, spans=was.again)
    white = was.height - layout.height
    if white <= ROUGHLY * was.height:
        return layout
    return press.layout(map_id, was.asked, replace(note, drop=white), spans=was.again)


def _as_large(style: Style, sizes: Mapping[str, float]) -> Style:
    """The style with titles and headers in the sizes that they had."""
    known = {role: sizes[role] / style.roles[role].size for role in MOST if role in sizes}
    others = {role: factor for role, factor in known.items() if not near_by(factor, 1.0)}
    return enlarged(style, {role: min(MOST[role], max(LEAST, factor)) for role, factor in others.items()})


def was_of(settings: Settings, map_id: str, key: str) -> Pinned | None:
    """The poster of this part as it was printed last."""
    pin = pin_for(settings, map_id)
    return next((each for each in pin.posters if each.key == key), None) if pin else None


@dataclass(frozen=True, slots=True)
class Compared:
    """For each poster what is other than on the print before, None when there was none; and what to remember now."""

    changes: tuple[Changes | None, ...]
    pin: JsonValue


def compare(journey: JourneyMap, settings: Settings, posters: Sequence[tuple[Made, TilePlan | None]]) -> Compared:
    """This print beside the one before; where single sheets are printed again, that one stays the one to compare with.

    Raises PosterError when only changes are wanted and there are none, or patches that would not fit.
    """
    wants_changes = settings.changed_only or settings.content == "stickers"
    if not keeps(settings):
        if wants_changes:
            raise PosterError("not_kept")
        return Compared((None,) * len(posters), None)
    repeat = settings.tiling is not None and settings.tiling.repeat
    held = [_held(made, plan, repeat=repeat) for made, plan in posters]
    befores = [was_of(settings, journey.id, made.key) for made, _ in posters]
    found = tuple(changes(was, now) if was and now else None for was, now in zip(befores, held, strict=True))
    if wants_changes:
        _check_changes(found, patched=settings.content == "stickers")
    kept = tuple(now.steadied(was) for was, now in zip(befores, held, strict=True) if now)
    pin = Pin(date=journey.date, map=journey.id, settings=digest(settings), posters=kept)
    is_partial = settings.tiling is not None and bool(settings.tiling.only)
    told = settings.pin if is_partial else pin.model_dump(mode="json")
    return Compared(found, told)


def _held(made: Made, plan: TilePlan | None, *, repeat: bool) -> Pinned | None:
    return pinned(made, made.layout, plan, repeat=repeat) if made.layout else None


def _check_changes(found: Sequence[Changes | None], *, patched: bool) -> None:
    if not any(found):
        raise PosterError("not_printed")
    if not any(each.any for each in found if each):
        raise PosterError("unchanged")
    if patched and any(each.refitted for each in found if each):
        raise PosterError("outgrown")


def badged(made: Made, found: Changes | None, press: Press) -> Made:
    """With a badge on every card and marker that is new or has changed."""
    if found is None or not found.inked:
        return made
    style: Style = made.style or press.style
    added = badges(made.drawing, found.inked, style, press.typesetter, press.words)
    return replace(made, drawing=replace(made.drawing, placed=(*made.drawing.placed, *added)))
