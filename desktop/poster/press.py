"""The press: a project laid out and drawn at the size at which it is printed, in its own language and brand."""

from collections.abc import Callable, Mapping
from copy import copy
from dataclasses import dataclass, replace

from desktop import resources
from desktop.document.project import Project
from desktop.drawing.shapes import Drawing
from desktop.layout.keeping import FRESH, Keeping
from desktop.layout.places import Layout
from desktop.layout.stretch import USUAL, Stretch
from desktop.layout.style import Style, Words
from desktop.layout.titleblock import Plate
from desktop.plan.area import Area, area
from desktop.plan.distance import HELD, LEGIBLE, needed, reach
from desktop.plan.fit import GOOD, orient
from desktop.plan.lengths import spans
from desktop.plan.page import MM, Page
from desktop.plan.paper import PAPERS, Paper
from desktop.plan.settings import Margin, Settings
from desktop.poster.airing import aired
from desktop.poster.figures import rounded
from desktop.poster.workshop import Workshop
from desktop.typeset.entries import BrandFonts
from desktop.typeset.lines import UNITS
from desktop.typeset.typesetter import Typesetter

MANY, GOOD_FOR_MANY = 2_000, 0.95
"""With so many cards, each of which is wrapped anew at every width tried, less of the page will do."""

LARGEST, LARGEST_OF_ALL = 14.0, 40.0
"""pt; cards are never larger on a small sheet, and on an A0, than this: they need more words, not more ink."""

SPARE = 0.15
"""Of a lane's height, kept free for what comes until the next print where places are kept."""

AFAR = 1.01
"""Type that is to be read from afar is a little larger than it must be, so that rounding does not spoil it."""

SCREEN = 72 / 96
"""pt per layout unit where no paper is given: a unit is a pixel of 1/96 inch."""

PANEL = " "
"""In a poster's key before the number of a panel."""

Choose = Callable[[Layout, Drawing], Drawing]


@dataclass(frozen=True, slots=True)
class Made:
    """A drawing and the page it stands on: a whole poster, or one of several.

    `title` says which part of the map it is ("" for all of it), `broken` which words had to be broken to fit.
    """

    drawing: Drawing
    page: Page
    fill: float
    broken: tuple[str, ...] = ()
    layout: Layout | None = None
    title: str = ""
    style: Style | None = None
    """The style that it is set in, which is the press's own or an enlarged one."""

    shrunk: float = 1.0
    """Its type as a share of what it had before it was re-flowed to sheets."""

    key: str = ""
    """By which it is known again on the next print, whatever its part is called then; a panel's ends in its number."""


class Press:
    """Makes posters of one project in its own language and brand, as the settings say; `style` instead of theirs,
    the brand's fonts as `desktop.storage.brandfonts` found them, the tools of a workshop that keeps them."""

    def __init__(
        self,
        project: Project,
        settings: Settings | None = None,
        style: Style | None = None,
        fonts: BrandFonts | None = None,
        workshop: Workshop | None = None,
    ) -> None:
        self.settings = settings or Settings()
        self.file = ""
        """The name of the project's file, as it stands in the title block."""
        self.keeping: Keeping = Keeping(spare=SPARE) if self.settings.keep else FRESH
        """Where things stood on the print before."""
        self.numbers: Mapping[str, int] | None = None
        """Those of the whole map, where a part of it is printed: a card has one number on all posters of a series."""

        self._project = project
        self._fonts = fonts
        self._workshop = workshop or Workshop()
        self._typesetter: Typesetter = resources.typesetter(brand=fonts, language=project.language)
        self.style: Style = style or resources.style("print", project.brand.accent, self.settings.theme)
        tools = self._workshop.tools(self._typesetter, self.style, project.language, comments=self.settings.comments)
        self.words: Words = tools.words
        self._layouter, self._artist = tools.layouter, tools.artist

    @property
    def project(self) -> Project:
        return self._project

    @property
    def typesetter(self) -> Typesetter:
        return self._typesetter

    def in_style(self, style: Style) -> "Press":
        """A press for the same project that sets it in another style."""
        if style == self.style:
            return self
        other = Press(self._project, self.settings, style, self._fonts, self._workshop)
        other.file, other.keeping, other.numbers = self.file, self.keeping, self.numbers
        return other

    def of(self, project: Project, numbers: Mapping[str, int] | None = None) -> "Press":
        """This press with another state of the project on it, or with a part of it whose cards have these numbers:
        what it remembers is shared."""
        other = copy(self)
        other._project = project
        other.numbers = self.numbers if numbers is None else numbers
        return other

    def asked(self, settings: Settings) -> "Press":
        """This press for other settings of the same type and size."""
        other = copy(self)
        other.settings = settings
        return other

    def natural(self, map_id: str) -> Made:
        """The map at its own size, one layout unit being 1/96 inch."""
        layout = self.layout(map_id, None)
        page = Page(layout.width * SCREEN, layout.height * SCREEN, scale=SCREEN)
        return Made(self._draw(layout), page, 1.0, self._broken(layout), layout, style=self.style)

    def fitted(self, map_id: str, sheets: tuple[Paper, ...], margin: Margin | None = None) -> Made:
        """The map with the largest type that fits one of the sheets; `margin` is what is kept white at its edges."""
        rooms = {each.room: each for each in (area(sheet, margin) for sheet in sheets)}
        again = self.spans(max(each.width for each in rooms.values()), 0.0)
        natural = self.layout(map_id, self.usual_width(map_id), spans=again)
        note = self.note(SCREEN)  # as long as the one that will be printed
        found = orient(
            tuple(rooms),
            lambda wish: _size(self.layout(map_id, wish, note, spans=again)),
            _size(natural),
            GOOD if _cards(natural) < MANY else GOOD_FOR_MANY,
            self.largest(sheets[0].shortest),
            legible=self.legible,
        )
        ground = rooms[found.page]
        note, again = self.note(found.scale), self.spans(ground.width, 0.0)
        layout = self.layout(map_id, found.wish, note, spans=again)
        # the note may have made the foot a line higher than the fit reckoned with
        scale = min(found.scale, found.page[1] / layout.height, found.page[0] / layout.width)
        if self.settings.tiling is None:  # what is cut into sheets is not spread over more of them
            high = found.page[1] / scale
            stretch = aired(layout, high - layout.height, curves=not self.settings.keep)
            if stretch is not USUAL:
                layout = self.layout(map_id, found.wish, note, spans=again, stretch=stretch)
            note = replace(note, drop=max(0.0, high - layout.height))
            layout = self.layout(map_id, found.wish, note, spans=again, stretch=stretch)
            scale = min(scale, found.page[1] / layout.height)
        return self.made(layout, ground, scale)

    def made(self, layout: Layout, ground: Area, scale: float, title: str = "", drop: float = 0.0) -> Made:
        """The layout drawn on a page at this scale, `drop` pt below the top of its room."""
        return self.standing(layout, ground.page(layout.width, scale, drop), ground.room, title)

    def standing(self, layout: Layout, page: Page, room: tuple[float, float], title: str = "") -> Made:
        """The layout drawn where the page says; `room`, in pt, is what it could take of it."""
        fill = layout.width * (layout.height - layout.footing.drop) * page.scale**2 / (room[0] * room[1])
        return Made(self._draw(layout), page, fill, self._broken(layout), layout, title, self.style)

    def largest(self, side: float) -> float:
        """The largest scale that is wanted on a sheet whose short side is so many mm long: type grows with it, and with
        the distance from which it is read."""
        role, metres = self.style.roles["card"], self.settings.read_from.get("cards", 0.0)
        afar = needed(metres, self._typesetter.metrics(role.style).cap_height / UNITS)
        return max(LARGEST, LARGEST_OF_ALL * side / PAPERS["A0"][0], afar * AFAR) / role.size

    @property
    def legible(self) -> float:
        """The scale from which on cards are legible from the distance that the settings give, else in one's hands."""
        role, metres = self.style.roles["card"], self.settings.read_from.get("cards", HELD)
        return needed(metres, self._typesetter.metrics(role.style).cap_height / UNITS, LEGIBLE) / role.size

    def part(self, map_id: str, choose: Choose) -> Drawing:
        """Some of the map at its own size: `choose` cuts it out of the layout and its figures."""
        layout = self.layout(map_id, None)
        return choose(layout, self._draw(layout))

    def note(self, scale: float) -> Plate:
        """For the title block: “cards 23 pt, comfortable to 1 m”, the paper and the file."""
        size = self.style.roles["card"].size * scale
        said = self.words("foot.print")
        type_ = said.format(size=f"{size:.0f}", distance=rounded(self.reach(scale), self.words))
        return Plate(type_, self._sheet(), self.file)

    def _sheet(self) -> str:
        """“A0”, “A0 on A4” when it is spread over smaller sheets, “A4” when these or the type decide its size."""
        settings = self.settings
        paper = "" if settings.sizing == "sheets" else settings.paper
        if settings.tiling is None or not paper:
            return paper or (settings.tiling.sheet if settings.tiling else "")
        return self.words("plate.tiled").format(paper=paper, sheet=settings.tiling.sheet)

    def reach(self, scale: float) -> float:
        """From how far cards are comfortable to read, in metres."""
        role = self.style.roles["card"]
        return reach(role.size * scale, self._typesetter.metrics(role.style).cap_height / UNITS)

    def layout(
        self,
        map_id: str,
        width: float | None,
        note: str | Plate = "",
        *,
        spans: int = 0,
        numbers: Mapping[str, int] | None = None,
        stretch: Stretch = USUAL,
    ) -> Layout:
        """The map at this width in layout units, None for the usual columns; `note` ends its last line, `spans` is how
        many times the lane labels stand once more, `numbers` are those of a whole map of which this is a part.

        `stretch` makes some columns wider and some rows higher."""
        return self._layouter.layout(
            self._project,
            map_id,
            width,
            note,
            spans=spans,
            numbers=self.numbers if numbers is None else numbers,
            stretch=stretch,
            keeping=self.keeping,
        )

    def spans(self, width: float, scale: float) -> int:
        """How many times lane labels stand once more on a poster of this width in mm: never where every sheet of it
        names its lanes."""
        tiling = self.settings.tiling
        return 0 if tiling is not None and tiling.repeat else spans(width, self.style.space["label-width"] * scale / MM)

    def usual_width(self, map_id: str) -> float | None:
        """What to ask for so that the columns are as usual, or as wide as words need when that is more."""
        return 0.0 if self._layouter.least(self._project, map_id) > self.style.space["column"] else None

    def usual(self, map_id: str) -> Layout:
        """The usual columns, or as wide as words need when that is more: a layout that has its own width when asked."""
        return self.layout(map_id, self.usual_width(map_id))

    def _broken(self, layout: Layout) -> tuple[str, ...]:
        return self._layouter.broken(self._project, layout)

    def _draw(self, layout: Layout) -> Drawing:
        return self._artist.draw(self._project, layout)


def _cards(layout: Layout) -> int:
    return sum(len(row.lane.cards) for row in layout.rows)


def _size(layout: Layout) -> tuple[float, float]:
    return layout.width, layout.height
