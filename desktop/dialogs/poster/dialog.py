"""Print on the wall: the questions, the print as it will be, and the ways out to a file or a printer."""

from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.desk.budget import rest_to_details
from desktop.dialogs.buttons import press_focused
from desktop.dialogs.poster.checks import Advice, Checks, advice, checks
from desktop.dialogs.poster.choices import fits
from desktop.dialogs.poster.editionrow import EditionRow, preset_of
from desktop.dialogs.poster.errands import Errands
from desktop.dialogs.poster.fields import ROW
from desktop.dialogs.poster.marks import Mark
from desktop.dialogs.poster.naming import named
from desktop.dialogs.poster.pages import Pages, rule
from desktop.dialogs.poster.papers import is_own
from desktop.dialogs.poster.problems import MOST, Line, ProblemPage, cost_line, offer_words, problem_line
from desktop.dialogs.poster.proof import Order, Proof
from desktop.dialogs.poster.showing import POSTER, SHEETS, Showing
from desktop.dialogs.poster.since import lasting
from desktop.dialogs.poster.summary import summary
from desktop.dialogs.poster.work import Job, Latest
from desktop.document.journey import JourneyMap
from desktop.panels.onscreen import open_at
from desktop.panels.plaintext import plain
from desktop.plan.settings import Settings, tiled
from desktop.plan.wall import Wall
from desktop.poster.costs import Costly
from desktop.poster.offers import Offer
from desktop.poster.preflight import Problem
from desktop.poster.refusals import CancelledError
from desktop.storage.errors import StorageError

SIZE = (1240, 800)
PAUSE = 30
"""Ms without a change after which the print is made anew."""

CALM = 500
"""Ms after which other ways to print are laid out, which takes longer than the print itself."""


class PosterDialog(QDialog):
    """Follows the desk while it is open: what is changed there is seen here."""

    def __init__(self, errands: Errands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("poster")
        self._errands = errands
        self._desk = desk = errands.desk
        self._words = words = desk.words
        self.setWindowTitle(words("poster.title"))
        habits = errands.habits
        self.editions = EditionRow(desk)
        self.settings = self._begin()
        self.pages = Pages(desk.journey or JourneyMap(id="none"), desk.project, words, habits)
        self._take_wish()
        self.showing = Showing(words, habits)
        self.problems = ProblemPage(words)
        self.facts = plain("", "told", wrapped=True)
        self._lines: list[Line] = []
        self._weak: tuple[Mark, ...] = ()
        self._offers: tuple[Offer, ...] = ()
        self._cut = False
        self._checking = Latest(self)
        self._advising = Latest(self)
        self._soon = QTimer(self, singleShot=True, interval=PAUSE)
        self._soon.timeout.connect(self._make_proof)
        self._later = QTimer(self, singleShot=True, interval=CALM)
        self._later.timeout.connect(self._seek_advice)
        self._make_buttons()
        self._arrange()
        self._follow()
        self._show_settings()
        open_at(self, *SIZE)

    def _begin(self) -> Settings:
        """As it was left; else the first edition of the map."""
        latest, journey = self._errands.latest, self._desk.journey
        if latest is None or journey is None or not fits(latest, journey):
            return self.editions.begin()
        self.editions.resume(self._errands.edition)
        return lasting(latest)

    def _take_wish(self) -> None:
        """Something else than what was printed last, on the paper for it."""
        wish = self._errands.wish
        if wish is not None:
            other = self.pages.what.grounds.filled(self.settings, wish.content)
            self.settings = replace(other, against=wish.against, turned=wish.turned)
            self.editions.resume(preset_of(wish.content))

    @property
    def wanted(self) -> Settings:
        """What is printed, with what the edition remembers of the print before."""
        return replace(self.settings, pin=self.editions.pin)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_proof()
        self.pages.medium.medium.button(self.pages.medium.medium.value).setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is still being made is for nobody."""
        self._rest()
        self.showing.give_up()
        super().hideEvent(event)

    def done(self, result: int) -> None:
        self._desk.shown.disconnect(self._follow_desk)
        self._errands.keep_settings(self.settings, self.editions.current)
        super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

    def take(self, settings: Settings) -> None:
        """Another edition, or the one that an offer makes."""
        self.settings = settings
        self._show_settings()
        self._make_soon()

    def _make_buttons(self) -> None:
        words = self._words
        self.buttons: dict[str, QPushButton] = {}
        for name in ("save_all", "ticket", "test", "print", "save", "close"):
            button = QPushButton(words(f"poster.do_{name}"))
            button.setToolTip(words(f"poster.do_{name}_tip"))
            button.setAutoDefault(False)
            self.buttons[name] = button
        self.buttons["save"].setObjectName("strong")

    def _arrange(self) -> None:
        head, foot = QFrame(), QFrame()
        head.setObjectName("head")
        foot.setObjectName("foot")
        row = QHBoxLayout(head)
        row.setContentsMargins(24, 10, 16, 10)
        row.addWidget(self.editions)
        row.addStretch(1)
        row.addWidget(self.buttons["save_all"])
        row = QHBoxLayout(foot)
        row.setContentsMargins(24, 12, 16, 12)
        row.setSpacing(ROW)
        row.addWidget(self.facts, 1)
        for name in ("ticket", "test", "print", "close", "save"):
            row.addWidget(self.buttons[name])
        side = QVBoxLayout()
        side.setSpacing(0)
        side.addWidget(self.showing, 1)
        side.addWidget(rule())
        side.addWidget(self.problems)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.pages)
        middle.addLayout(side, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addLayout(middle, 1)
        column.addWidget(foot)

    def _follow(self) -> None:
        self.pages.changed.connect(self._take_answer)
        self.pages.since.changed.connect(self._show_again)
        self.editions.taken.connect(self.take)
        self.editions.told.connect(self.facts.setText)
        self.showing.proofed.connect(self._show_proof)
        self.showing.failed.connect(self._show_failure)
        self.showing.preview.touched.connect(self._touch)
        self.problems.list.pointed.connect(self._point)
        self.problems.list.opened.connect(self._open)
        self.problems.offered.connect(self._take_offer)
        self._advising.ended.connect(self._show_advice)
        self._checking.ended.connect(self._show_checks)
        self.buttons["save_all"].clicked.connect(self._save_all)
        self.buttons["ticket"].clicked.connect(self._save_ticket)
        self.buttons["test"].clicked.connect(self._print_test)
        self.buttons["print"].clicked.connect(self._print)
        self.buttons["save"].clicked.connect(self._save)
        self.buttons["close"].clicked.connect(self.reject)
        self.showing.wall.changed.connect(self._keep_wall)
        self._desk.shown.connect(self._follow_desk)

    def _keep_wall(self, wall: Wall, unit: str) -> None:
        habits = self._errands.habits
        self._errands.keep_habits(habits.model_copy(update={"wall": (wall.width, wall.height), "unit": unit}))

    def _keep_papers(self, settings: Settings) -> None:
        """Papers that stand in no list are found there the next time."""
        tile = settings.tiling.sheet if settings.tiling else ""
        for name in filter(is_own, (settings.paper, tile)):
            if name not in self._errands.habits.papers:
                self._errands.keep_habits(self._errands.habits.using(name))

    def _take_answer(self, settings: Settings) -> None:
        self._keep_papers(settings)
        self.settings = settings
        self.editions.show_settings(settings)
        self._make_soon()

    def _show_again(self, settings: Settings) -> None:
        """Some sheets alone are looked at one by one."""
        self.showing.show_view(POSTER if settings == lasting(settings) else SHEETS)

    def _show_settings(self) -> None:
        self.pages.show_settings(self.settings)
        self.editions.show_settings(self.settings)

    def _follow_desk(self) -> None:
        """An edition was kept, or the map has changed."""
        self.editions.show_editions()
        self.buttons["save_all"].setEnabled(bool(self._desk.project.editions))
        before = self.showing.proof.order.project if self.showing.proof else None
        if before is None or before.maps is not self._desk.project.maps:
            self._make_soon()

    def _make_soon(self) -> None:
        self._soon.start()

    def _make_proof(self) -> None:
        self._rest()
        self.buttons["save_all"].setEnabled(bool(self._desk.project.editions))
        desk = self._desk
        self.showing.order(Order(desk.project, desk.session.assets, desk.map_id, self.wanted))

    def _rest(self) -> None:
        """Nothing is looked for in a print that will not be made."""
        for timer in (self._soon, self._later):
            timer.stop()
        for looking in (self._checking, self._advising):
            looking.give_up()

    def _show_proof(self, found: Proof) -> None:
        self.pages.medium.show_problem("")
        self.facts.setText(summary(found, self._words))
        self.pages.since.show_changes(found.whole.changes)
        self.pages.show_grades(found.grades, 0)
        self._offers, self._cut = (), False
        self._show_offers()
        self.problems.show()
        self._set_ready(True)
        self._checking.ask(partial(checks, found))

    def _show_failure(self) -> None:
        """Nothing is printed that cannot be shown."""
        self.facts.setText("")
        self.pages.since.show_changes(())
        self.pages.show_grades((), 0)
        self._offers, self._weak, self._cut = (), (), False
        self._show_lines([])
        self._show_offers()
        self.problems.hide()
        self._set_ready(False)

    def _set_ready(self, ready: bool) -> None:
        for name in ("ticket", "test", "print", "save"):
            self.buttons[name].setEnabled(ready)

    def _show_checks(self, job: Job[Any]) -> None:
        try:
            found: Checks = job.result()
        except (CancelledError, StorageError):
            return
        self._weak = tuple(Mark(rect, "warning", thing, panel) for panel, thing, rect in found.weak)
        self._cut = any(each.code == "cut" for _, each in found.found)
        self._show_lines([self._line(each, panel) for panel, each in found.found])
        self._show_offers()
        if self.showing.proof is not None:
            self.pages.show_grades(self.showing.proof.grades, found.budget)
        self._later.start()

    def _line(self, problem: Problem, panel: int) -> Line:
        """With the name of the poster, where there are several."""
        proof = self.showing.proof
        poster = proof.panels[panel].title if proof and panel < len(proof.panels) else ""
        return problem_line(problem, panel, self._words, self._name(problem.card), poster)

    def _show_lines(self, lines: list[Line]) -> None:
        self._lines = lines
        self.problems.show_lines(lines)
        self._show_marks()

    def _seek_advice(self) -> None:
        if self.showing.proof is not None:
            self._advising.ask(partial(advice, self.showing.proof))

    def _show_advice(self, job: Job[Any]) -> None:
        try:
            found: Advice = job.result()
        except (CancelledError, StorageError):
            return
        dear = [cost_line(each, rect, self._words, self._name(each.card)) for each, rect in found.costly]
        if dear:
            self._show_lines([*self._lines, *dear])
        self._offers = found.offers
        self._show_offers()

    def _show_offers(self) -> None:
        """Other ways to print, and what can be done about the line that is chosen."""
        words, mark = self._words, self.problems.list.chosen
        offered: list[tuple[str, Offer | Costly]] = []
        if mark is not None and mark.costly is not None and not self._desk.session.read_only:
            offered.append((words("cost.shorten"), mark.costly))
        offered += [(offer_words(each, words), each) for each in (*self._seam_offers(), *self._offers)]
        self.problems.show_offers(offered)

    def _seam_offers(self) -> tuple[Offer, ...]:
        """Where seams cut something: a map that suits its sheets."""
        tiling = self.settings.tiling
        fixed = self.settings.keep or self.settings.content != "map"
        if tiling is None or tiling.seams == "reflow" or fixed or not self._cut:
            return ()
        return (Offer("reflow", tiled(self.settings, seams="reflow")),)

    def _take_offer(self, offer: Offer | Costly) -> None:
        """Prints in another way, or shortens a card."""
        if isinstance(offer, Offer):
            self.take(offer.settings)
            return
        desk = self._desk
        shorten = partial(rest_to_details, map_id=desk.map_id, card_id=offer.card, words=offer.keep)
        desk.attempt(self._words("edit.budget"), shorten, (offer.card,))

    def _show_marks(self) -> None:
        """Those of the poster that is seen."""
        number = self.showing.number
        marks = dict.fromkeys((*(mark for _, mark in self._lines[:MOST]), *self._weak))
        self.showing.show_marks(tuple(mark for mark in marks if mark.panel == number))

    def _name(self, thing: str) -> str:
        """What a card, a header or a marker says."""
        journey = self._desk.journey
        return named(journey, thing, self._words) if journey and thing else ""

    def _point(self, mark: Mark) -> None:
        """Goes to the place on the print."""
        if self.showing.view != POSTER or mark.panel != self.showing.number:
            self.showing.show_view(POSTER)
            self.showing.show_number(mark.panel)
        self._show_marks()
        self.showing.go_to(mark)
        self._show_offers()

    def _touch(self, mark: Mark) -> None:
        """The line about a mark that was pointed at; what has no line of its own is looked at closely."""
        if not self.problems.list.choose(mark):
            self._point(mark)

    def _open(self, mark: Mark) -> None:
        """Goes to the card on the canvas."""
        if mark.thing:
            self.accept()
            self._errands.go_to(mark.thing)

    def _save(self) -> None:
        if self._errands.save(self.wanted):
            self._close_printed()

    def _print(self) -> None:
        if self._errands.print_out(self.wanted):
            self._close_printed()

    def _close_printed(self) -> None:
        self.editions.keep_places(self._errands.pin)
        self.accept()

    def _print_test(self) -> None:
        self._errands.test_sheet(self.wanted)

    def _save_ticket(self) -> None:
        self._errands.save_ticket(self.wanted)

    def _save_all(self) -> None:
        self._errands.save_all()
