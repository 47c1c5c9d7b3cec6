"""What may be wrong with a poster before it is printed: where, how bad, and the figures to say it with."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from math import floor
from typing import Protocol
from weakref import WeakKeyDictionary

from desktop.document.project import Project
from desktop.drawing.shapes import Glyphs, Image, Placed
from desktop.layout.colour import MARK, TEXT, contrast
from desktop.layout.places import CardPlace, Layout, Rect
from desktop.layout.style import Style
from desktop.paint.clusters import clusters
from desktop.plan.page import MM, Page
from desktop.plan.paper import MOST
from desktop.plan.roles import CARDS, GROUPS, leads
from desktop.plan.settings import Settings
from desktop.poster.press import Made, Press
from desktop.poster.reading import ILLEGIBLE, RoleGrade, failing, grades, shown
from desktop.poster.room import budget, long_cards
from desktop.storage.assets import Asset, Assets, bytes_of
from desktop.storage.brandfonts import wardrobe
from desktop.storage.picturehead import fault

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = (ERROR, WARNING, NOTE)

SMALLEST = 7.0
"""pt; smaller type is too small for any reader."""

COARSE = 2 / 3
"""Pictures with less than this share of the dots an inch that are asked for look blurred; above it they are soft."""

FEW = 40
"""So many broken words or missing characters are told one by one."""

UNKNOWN = "UNNAMED CHARACTER"


@dataclass(frozen=True, slots=True)
class Problem:
    """`card` is the id of the card, marker or header that it is about, "" for none; `rect` where on the poster, in mm.

    Codes: small, tiny, low-resolution, missing-picture, missing-glyph, missing-font, damaged-font, refused-font,
    broken-word, cut, contrast, over-budget, too-long. Severities: error (it will not come out as meant), warning, note.
    `arguments` fill in the words.
    """

    code: str
    severity: str
    card: str = ""
    rect: Rect | None = None
    arguments: Mapping[str, str] = field(default_factory=dict, hash=False)


class Cuts(Protocol):
    """What of a plan of tiles matters here: the ids of the cards, and of the headers and the like, that seams cut."""

    @property
    def cut(self) -> tuple[str, ...]: ...

    @property
    def spoilt(self) -> tuple[str, ...]: ...


def problems(
    project: Project,
    assets: Assets,
    press: Press,
    made: Made,
    tiles: Cuts | None = None,
    *,
    settings: Settings | None = None,
) -> tuple[Problem, ...]:
    """All that may be wrong, the worst first and each kind from top to bottom; none when all is well.

    `tiles` says what the seams cut; without settings those of the press count.
    """
    whole = _Poster(project, assets, press, made, settings or press.settings)
    found = [
        *(whole.too_long() if tiles is None else ()),
        *whole.pictures(),
        *whole.fonts(),
        *whole.characters(),
        *whole.cuts(tiles),
        *whole.small_type(),
        *whole.broken_words(),
        *whole.contrasts(),
        *whole.long_cards(),
    ]
    return tuple(sorted(found, key=lambda problem: SEVERITIES.index(problem.severity)))


@dataclass(frozen=True)
class _Poster:
    """One poster under inspection."""

    project: Project
    assets: Assets
    press: Press
    made: Made
    settings: Settings

    @cached_property
    def places(self) -> dict[str, Rect]:
        """Where cards, markers and headers stand, in mm, by id."""
        return places_mm(self.made.layout, self.made.page) if self.made.layout else {}

    @cached_property
    def cards(self) -> list[CardPlace]:
        return [place for row in self.made.layout.rows for place in row.content.cards] if self.made.layout else []

    def too_long(self) -> Iterator[Problem]:
        """A page that not every reader shows, where the poster is one."""
        longest = max(self.made.page.millimetres)
        if longest > MOST:
            yield Problem("too-long", ERROR, arguments={"length": f"{longest:.0f}", "most": f"{MOST:.0f}"})

    def pictures(self) -> Iterator[Problem]:
        for placed, image in self._images():
            asset = self.assets.get(image.asset)
            wrong = _fault(asset, self.assets, image.asset)
            named = {"picture": image.alt or image.asset[:8]}
            if wrong or asset is None:
                yield self._at("missing-picture", ERROR, placed.figure.id, named | {"reason": wrong})
                continue
            dpi = resolution(image, asset, self.made.page.scale)
            if round(dpi) < self.settings.image_dpi:
                severity = WARNING if dpi < COARSE * self.settings.image_dpi else NOTE
                told = named | {"dpi": f"{dpi:.0f}", "wanted": str(self.settings.image_dpi)}
                yield self._at("low-resolution", severity, placed.figure.id, told)

    def _images(self) -> Iterator[tuple[Placed, Image]]:
        for placed in self.made.drawing.placed:
            for shape in placed.figure.shapes:
                if isinstance(shape, Image):
                    yield placed, shape

    def fonts(self) -> Iterator[Problem]:
        """The brand's typefaces that are not there, or may not be used."""
        for lack in wardrobe(self.project.brand, self.assets).faults:
            told = {"font": lack.family, "part": lack.part, "reason": lack.code}
            yield Problem(f"{lack.kind}-font", WARNING if lack.replaced else NOTE, arguments=told)

    def characters(self) -> Iterator[Problem]:
        """Every character that no font has, by its name and where it stands first."""
        found: dict[str, list[str]] = {}
        for owner, text in missing_glyphs(self.made.drawing.placed):
            found.setdefault(text, []).append(owner)
        for text, owners in list(found.items())[:FEW]:
            told = {"character": text, "name": character_names(text), "count": str(len(owners))}
            yield self._at("missing-glyph", ERROR, owners[0], told)

    def cuts(self, tiles: Cuts | None) -> Iterator[Problem]:
        titles = {place.card.id: place.card.text for place in self.cards}
        for each in tiles.cut if tiles else ():
            yield self._at("cut", WARNING, each, {"text": titles.get(each, "")})
        for each in tiles.spoilt if tiles else ():
            yield self._at("cut", ERROR, each, {"text": ""})

    def small_type(self) -> Iterator[Problem]:
        """Per group the role that cannot be read from where the settings say, or that is too small for any reader: the
        one that leads the group, else its smallest."""
        weak = next(iter(failing(self.made, self.press, self.settings)), "")
        graded = grades(self.made, self.press, self.settings)
        for group in GROUPS:
            asked = group in self.settings.read_from
            small = [each for each in graded if each.group == group and _is_small(each, asked=asked)]
            if small:
                worst = min(small, key=lambda each: (not leads(each.role), each.size_pt))
                owner = weak if group == CARDS and asked else ""
                yield self._at("small" if asked else "tiny", WARNING, owner, _told(worst))

    def broken_words(self) -> Iterator[Problem]:
        for word in self.made.broken[:FEW]:
            owner = next((place.card.id for place in self.cards if word in place.card.text), "")
            yield self._at("broken-word", WARNING, owner, {"word": word})

    def contrasts(self) -> Iterator[Problem]:
        style = self.made.style or self.press.style
        present = shown(self.made.layout) if self.made.layout else set()
        for code, thing, ratio, least in weak_contrasts(style, present, {place.card.kind for place in self.cards}):
            group = "role" if thing in style.roles else "kind"
            told = {"what": code, group: thing, "thing": thing, "ratio": f"{ratio:.1f}", "least": f"{least:g}"}
            yield Problem("contrast", WARNING, arguments=told)

    def long_cards(self) -> Iterator[Problem]:
        """Cards over the budget that alone make their lane higher, by as much as is said."""
        if self.made.layout is None:
            return
        words = budget(self.press, self.made)
        for long in long_cards(self.made, self.press, words):
            told = {"words": str(long.words), "budget": str(long.budget)}
            height = f"{long.excess * self.made.page.scale / MM:.0f}"
            yield self._at("over-budget", NOTE, long.card.id, told | {"height": height})

    def _at(self, code: str, severity: str, owner: str, arguments: Mapping[str, str]) -> Problem:
        return Problem(code, severity, owner, self.places.get(owner), arguments)


def places_mm(layout: Layout, page: Page) -> dict[str, Rect]:
    """Cards, markers, stages, steps and lanes by id: their boxes on the poster in mm."""
    found: dict[str, Rect] = {}
    for row in layout.rows:
        found[row.lane.id] = Rect(layout.labels.x, row.y, layout.labels.width, row.height)
        for place in row.content.cards:
            found[place.card.id] = place.rect._replace(y=row.y + place.rect.y)
        for spot in row.content.markers:
            side = 2 * spot.radius
            found[spot.marker.id] = Rect(spot.x - spot.radius, row.y + spot.y - spot.radius, side, side)
    for stage in layout.stage_places:
        found[stage.stage.id] = stage.rect
    for step in layout.step_places:
        text = step.text
        found[step.column.step.id] = Rect(text.x, text.y, text.width, text.height)
    return {name: on_page(rect, page) for name, rect in found.items()}


def on_page(rect: Rect, page: Page) -> Rect:
    """A box of the layout in mm on the poster."""
    share = page.scale / MM
    return Rect(page.x / MM + rect.x * share, page.y / MM + rect.y * share, rect.width * share, rect.height * share)


def resolution(image: Image, asset: Asset, scale: float) -> float:
    """Dots an inch of a picture as it is placed; `scale` is in pt per layout unit."""
    left, top, right, bottom = image.crop
    across = asset.width * (right - left) / (image.width * scale / 72)
    down = asset.height * (bottom - top) / (image.height * scale / 72)
    return min(across, down)


_FAULTS: WeakKeyDictionary[Asset, str] = WeakKeyDictionary()


def _fault(asset: Asset | None, assets: Assets, key: str) -> str:
    """Why a picture cannot be shown, looked at once per picture."""
    if asset is None:
        return fault(None)
    if asset not in _FAULTS:
        _FAULTS[asset] = fault(bytes_of(assets)(key), whole=True)
    return _FAULTS[asset]


def missing_glyphs(placed: Iterable[Placed]) -> Iterator[tuple[str, str]]:
    """The id of the figure and the text for everything that is drawn as a box, because no font has it."""
    for each in placed:
        for shape in each.figure.shapes:
            if isinstance(shape, Glyphs):
                for run in shape.line.runs:
                    if 0 in run.glyphs:
                        spans = clusters(run, shape.line)
                        yield from (
                            (each.figure.id, one.text) for one in spans if 0 in run.glyphs[one.first : one.last]
                        )


def character_names(text: str) -> str:
    """“U+0C05 TELUGU LETTER A”, joined with “ + ” where they form one sign."""
    return " + ".join(f"U+{ord(letter):04X} {unicodedata.name(letter, UNKNOWN)}" for letter in text)


def weak_contrasts(style: Style, present: set[str], kinds: set[str]) -> Iterator[tuple[str, str, float, float]]:
    """What of the roles and kinds that are used does not stand out enough: text or mark, its role or kind, the
    contrast it has and the one that it needs."""
    paper = style.colours["paper"]
    on_paper = sorted(present - {"badge"})
    pairs = [("text", role, style.roles[role].colour, style.ground(role), TEXT) for role in on_paper]
    for kind in sorted(kinds):
        look = style.kind(kind)
        ground = paper if look.form == "plain" else look.fill
        pairs += [("text", kind, look.ink, ground, TEXT), ("mark", kind, look.edge, ground, MARK)]
    pairs.append(("mark", "stage", style.colours["stage"], paper, MARK))
    for what, thing, colour, ground, least in pairs:
        ratio = contrast(colour, ground) if colour and ground else least
        if ratio < least:
            yield what, thing, ratio, least


def _is_small(each: RoleGrade, *, asked: bool) -> bool:
    return each.grade == ILLEGIBLE if asked else each.size_pt < SMALLEST


def _told(each: RoleGrade) -> dict[str, str]:
    told = {"role": each.role, "group": each.group, "size": f"{each.size_pt:.1f}"}
    return told | {"legible": f"{floor(each.legible_m * 10) / 10:.1f}", "distance": f"{each.distance_m:g}"}


def worst(found: Sequence[Problem], which: Callable[[Problem], bool] = bool) -> str:
    """The worst severity among the problems, "" for none."""
    severities = {problem.severity for problem in found if which(problem)}
    return next((severity for severity in SEVERITIES if severity in severities), "")
