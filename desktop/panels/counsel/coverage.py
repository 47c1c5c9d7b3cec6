"""The panel of what is known: in all, by lane and by stage, and what to find out next."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QHBoxLayout, QToolButton

from desktop.canvas.canvas import Canvas
from desktop.desk.coaching import singular
from desktop.desk.knowing import Knowing
from desktop.document.base import in_order
from desktop.document.journey import JourneyMap
from desktop.layout.names import lane_name
from desktop.method.coverage import NOTHING, STATES, Coverage, Share
from desktop.method.unknowns import Unknown
from desktop.panels.counsel.board import Board
from desktop.panels.counsel.rows import Row, Sort

MOST = 12
"""Things to find out that are listed: nobody works through more."""


class CoveragePanel(Board):
    """Shares in bars, each a way to its lane or stage."""

    def __init__(self, knowing: Knowing, canvas: Canvas) -> None:
        super().__init__("coverage", knowing.desk, canvas)
        self._knowing = knowing
        self.only = self._switch("only")
        self.draw = self._switch("draw")
        self.only.toggled.connect(self._show_only)
        self.draw.toggled.connect(self._draw)
        row = QHBoxLayout()
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self.only)
        row.addWidget(self.draw)
        row.addStretch(1)
        self.column.insertLayout(1, row)

    def refresh(self) -> None:
        super().refresh()
        for button, on in ((self.only, self._knowing.only_known), (self.draw, self._knowing.drawn)):
            button.blockSignals(True)
            button.setChecked(on)
            button.blockSignals(False)

    def rows(self) -> Sequence[Row]:
        counted, journey, words = self._knowing.coverage, self._desk.journey, self._desk.words
        if counted is None or journey is None or not counted.whole.total:
            open_ = self._next() if self._knowing.unknowns else ()
            return (Row(Sort.QUIET, words("coverage.empty")), *open_)
        return (*self._whole(counted.whole), *self._parts(counted, journey), *self._next())

    def _whole(self, share: Share) -> Iterator[Row]:
        words = self._desk.words
        said = singular(words, "coverage.summary", share.total)
        yield Row(Sort.QUIET, said.format(share=_percent(share), count=share.total))
        for state in STATES:
            if share.counts.get(state):
                name = words(f"evidence.{state}") if state else words("coverage.unsaid")
                yield Row(Sort.STATE, name, str(share.counts[state]), state)

    def _parts(self, counted: Coverage, journey: JourneyMap) -> Iterator[Row]:
        words = self._desk.words
        yield Row(Sort.HEADING, words("coverage.stages"))
        for stage in in_order(journey.stages):
            yield from self._share(stage.id, stage.title or words("thing.stage"), counted.by_stage.get(stage.id))
        yield Row(Sort.HEADING, words("coverage.lanes"))
        for lane in in_order(journey.lanes):
            yield from self._share(lane.id, lane_name(lane, words), counted.by_lane.get(lane.id))

    def _share(self, thing: str, name: str, share: Share | None) -> Iterator[Row]:
        """Where nothing is stated there is nothing to know."""
        if share is not None:
            percent, words = _percent(share), self._desk.words
            spoken = words("coverage.row").format(name=name, share=percent, count=share.total)
            yield Row(Sort.SHARE, name, words("coverage.share").format(share=percent), thing, (thing,), share, spoken)

    def _next(self) -> Iterator[Row]:
        words, found = self._desk.words, self._knowing.unknowns
        yield Row(Sort.HEADING, words("coverage.next"))
        for unknown in found[:MOST]:
            yield self._unknown(unknown)
        if not found:
            yield Row(Sort.QUIET, words("coverage.next.none"))

    def _unknown(self, unknown: Unknown) -> Row:
        words = self._desk.words
        why = singular(words, f"unknown.{unknown.code}", unknown.numbers.get("count", 0)).format(**unknown.numbers)
        text = unknown.text or words("unknown.untitled")
        return Row(Sort.FINDING, text, why, f"{unknown.code} {unknown.things[0]}", unknown.things)

    def _switch(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("boardswitch")
        button.setCheckable(True)
        button.setText(self._desk.words(f"coverage.{name}"))
        button.setToolTip(self._desk.words(f"coverage.{name}.tip"))
        return button

    def _show_only(self, on: bool) -> None:
        self._knowing.show_only_known(on)

    def _draw(self, on: bool) -> None:
        self._knowing.draw(on)


def _percent(share: Share = NOTHING) -> int:
    return round(100 * share.known)
