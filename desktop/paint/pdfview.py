"""A view of a drawing as operators of its sheet; what is read out is marked, and all else as being for the eye only."""

from collections.abc import Iterable, Iterator, Sequence

from desktop.drawing.reading import Passage, Reading
from desktop.layout.places import Rect
from desktop.paint.numbers import number, numbers
from desktop.paint.pdfcolours import fill_colour
from desktop.paint.pdffigures import FigureWriter, Ink
from desktop.paint.pdftags import Piece
from desktop.paint.survey import Survey
from desktop.plan.page import Sheet, View


class ViewWriter:
    """Paints one view. `first` is the number of its first marked piece on the page, None when nothing is marked."""

    def __init__(self, view: View, sheet: Sheet, survey: Survey, figures: FigureWriter, first: int | None) -> None:
        self._view = view
        self._sheet = sheet
        self._survey = survey
        self._figures = figures
        self._tagged = first is not None
        self._next = first or 0
        self._pieces: list[tuple[tuple[int, bool], Piece]] = []

    def operators(self, layer: str) -> str:
        """All of the view; `layer` is what its page calls the layer that it lies on, "" for none."""
        view = self._view
        clip = view.clip or Rect(0.0, 0.0, self._sheet.width, self._sheet.height)
        frame = f"{numbers(clip.x, self._sheet.height - clip.bottom, clip.width, clip.height)} re"
        parts = [f"q {frame} W n"] if view.clip else []
        if layer:
            parts.append(f"/OC /{layer} BDC")
        parts += self._marked(frame) if self._tagged else self._plain(frame)
        if layer:
            parts.append("EMC")
        if view.clip:
            parts.append("Q")
        return "\n".join(parts)

    @property
    def pieces(self) -> list[Piece]:
        """What was marked, in the order in which it is read."""
        return [piece for _, piece in sorted(self._pieces, key=lambda ranked: ranked[0])]

    def _plain(self, frame: str) -> Iterator[str]:
        yield from self._ground(frame)
        for at, inks in self._seen({}):
            yield self._placed(at, (ink.operators for ink in inks))

    def _marked(self, frame: str) -> Iterator[str]:
        """Neighbouring figures that are not read are one artifact."""
        silent = list(self._ground(frame))
        passages = {} if self._view.artifact else self._survey.passages
        for at, inks in self._seen(passages):
            passage = passages.get(at)
            if passage is None:
                silent.append(self._placed(at, (ink.operators for ink in inks)))
                continue
            yield from _artifact(silent)
            silent = []
            yield self._placed(at, self._read(at, passage, inks))
        yield from _artifact(silent)

    def _read(self, at: int, passage: Passage, inks: Sequence[Ink]) -> Iterator[str]:
        """The parts of a figure, each marked; of paragraphs apart the one in the largest type is the heading."""
        largest = max(ink.size for ink in inks) if passage.apart else 0.0
        for ink in inks:
            tag, alt = passage.tag, ""
            if ink.image:
                tag, alt = "Figure", ink.image.alt
            elif passage.apart and not ink.size:
                yield from _artifact([ink.operators])
                continue
            elif ink.size != largest:
                tag = "P"
            heading = passage.apart and tag == passage.tag
            self._pieces.append(((self._survey.ranks[at], not heading), Piece(self._next, passage, tag, alt)))
            yield f"/{tag}<</MCID {self._next}>>BDC\n{ink.operators}\nEMC"
            self._next += 1

    def _seen(self, passages: Reading) -> Iterator[tuple[int, list[Ink]]]:
        """The numbers and the ink of the figures that are seen."""
        placed, window = self._survey.drawing.placed, window_of(self._view, self._sheet)
        for at, whole in self._survey.seen(window) if self._view.clip else self._survey.all():
            x, y, figure, _, _ = placed[at]
            apart = at in passages and passages[at].apart
            if whole:
                inks = self._figures.whole(figure, apart=apart)
            else:
                rect = Rect(window.x - x, window.y - y, window.width, window.height)
                inks = self._figures.within(figure, rect, apart=apart)
            if inks:
                yield at, inks

    def _ground(self, frame: str) -> Iterator[str]:
        if self._survey.drawing.background:
            yield f"{fill_colour(self._survey.drawing.background)} {frame} f"

    def _placed(self, at: int, operators: Iterable[str]) -> str:
        """Ink with its origin moved to that of its figure."""
        view, placed = self._view, self._survey.drawing.placed[at]
        x, y = view.x + placed.x * view.scale, self._sheet.height - view.y - placed.y * view.scale
        return "\n".join((f"q 1 0 0 1 {number(x, 3)} {number(y, 3)} cm", *operators, "Q"))


def window_of(view: View, sheet: Sheet) -> Rect:
    """What a view shows, in units of its drawing."""
    clip, scale = view.clip or Rect(0.0, 0.0, sheet.width, sheet.height), view.scale
    return Rect((clip.x - view.x) / scale, (clip.y - view.y) / scale, clip.width / scale, clip.height / scale)


def _artifact(parts: Sequence[str]) -> Iterator[str]:
    if parts:
        yield "/Artifact BMC"
        yield from parts
        yield "EMC"
