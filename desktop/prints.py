"""Printing the map shown: a poster as PDF or on a printer, a picture of the map as SVG or PNG."""

from collections.abc import Callable, Collection, Mapping
from functools import partial, reduce
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from pydantic import JsonValue
from PySide6.QtCore import QDate, Qt

from desktop.desk.desk import Desk
from desktop.dialogs.poster.work import Job, Progress
from desktop.dialogs.progress import see_through
from desktop.dialogs.questions import Questions
from desktop.document.edits.editions import pin_edition
from desktop.document.edits.facts import edit_map
from desktop.document.project import Project
from desktop.panels.waiting import waiting
from desktop.plan.settings import LOOSE, Settings
from desktop.poster.refusals import CancelledError, told
from desktop.preferences import Habits
from desktop.session import Signal
from desktop.storage.atomic import write_file
from desktop.storage.errors import StorageError, WriteError

if TYPE_CHECKING:
    from desktop.dialogs.poster.making import Copy, Maker

T = TypeVar("T")

OF_MAP = ("map", "stickers")
"""Contents after which a map counts as printed: all of it, or what has changed on it."""


class Printery(Protocol):
    """What is remembered of printing, whatever the window."""

    @property
    def habits(self) -> Habits: ...

    def keep_habits(self, habits: Habits) -> None: ...


class Prints:
    """printed(paper, landscape, size): how it came out, after every print; the size of the cards' type is in pt.

    `suggested` names a file with a suffix, `hand_in` ends what is being written, `reveal` shows things on the canvas.
    pin: where everything stood on the last print. wish: what the dialog is to begin with, None for what was last.
    """

    def __init__(
        self,
        desk: Desk,
        questions: Questions,
        suggested: Callable[[str], Path],
        hand_in: Callable[[], None],
        *,
        printery: Printery,
        reveal: Callable[[tuple[str, ...]], None],
    ) -> None:
        self.printed: Signal[[str, bool, float]] = Signal()
        self.desk = desk
        self.latest: Settings | None = None
        self.edition = ""
        self.wish: Settings | None = None
        self.pin: JsonValue = None
        self._questions = questions
        self._suggested = suggested
        self._hand_in = hand_in
        self._printery = printery
        self._reveal = reveal

    @property
    def habits(self) -> Habits:
        return self._printery.habits

    def keep_habits(self, habits: Habits) -> None:
        """Remembers them for the next time, in whatever project."""
        self._printery.keep_habits(habits)

    def keep_settings(self, settings: Settings, edition: str = "") -> None:
        """Remembers them, and from which edition they come, while the window is open; but not where they are of
        something that was asked for by itself."""
        wish, self.wish = self.wish, None
        if wish is None or wish.content != settings.content:
            self.latest, self.edition = settings, edition

    def pdf(self) -> None:
        """Prints the map on the wall."""
        self._ask(None)

    def of(self, content: str, against: str = "", *, turned: bool = False) -> None:
        """Prints a list of the map, such as the comparison with another one, whose id that is."""
        self._ask(Settings(content, against=against, turned=turned))

    def svg(self) -> None:
        self._picture(".svg")

    def png(self) -> None:
        self._picture(".png")

    def save(self, settings: Settings) -> bool:
        """As a PDF in a file that is asked for."""
        path = self._questions.save_where(self._suggested(".pdf"), ".pdf")
        return path is not None and self._saved(path, settings, settings.paper)

    def print_out(self, settings: Settings) -> bool:
        """On a printer that is asked for, at 100 %."""
        copies: list[Copy] = []
        maker = self._maker(settings)

        def pdf(progress: Progress) -> bytes:
            copies.append(maker.copy("pdf", progress))
            return copies[-1].data

        printer = self._sent(pdf)
        if printer is not None:
            self._note(settings, copies[-1].pin)
            self._say("status.sent", printer=printer)
        return printer is not None

    def test_sheet(self, settings: Settings) -> bool:
        """One sheet with a ruler, on a printer that is asked for."""
        printer = self._sent(self._maker(settings).test_sheet)
        if printer is not None:
            self._say("status.sent_test", printer=printer)
        return printer is not None

    def save_ticket(self, settings: Settings) -> bool:
        """The order for the copy shop, as a page in a file that is asked for."""
        near = self._suggested(".pdf")
        named = near.with_name(self.desk.words("status.ticket_name").format(name=near.stem) + ".pdf")
        path = self._questions.save_where(named, ".pdf")
        page = self._made(self._maker(settings).ticket) if path else None
        if path is None or page is None or not self._written({path: page}):
            return False
        self._say("status.ticket", path=path.name)
        return True

    def save_all(self) -> bool:
        """Every edition as a PDF, in a folder that is asked for: all of them, or none when it is given up.

        Those that keep places remember where everything stands on them.
        """
        maker = self._maker(Settings())
        folder = self._questions.which_folder(self._suggested(".pdf").parent)
        paths = {key: folder / name for key, name in maker.names().items()} if folder else {}
        there = sum(path.exists() for path in paths.values())
        if folder is None or (there and not self._questions.may_replace_all(folder.name, there)):
            return False
        files = self._made(maker.all_editions)
        if files is None:
            return False
        if not self._written({paths[key]: copy.data for key, copy in files.items()}):
            return False
        self._remember({key: copy.pin for key, copy in files.items() if copy.pin is not None}, _maps_on(files))
        self._say("status.printed_all", folder=folder.name, count=len(files))
        return True

    def _note(self, settings: Settings, pin: JsonValue) -> None:
        """After a print: where everything stands on it; the day, where no edition is to remember both."""
        self.pin = pin
        if settings.content in OF_MAP and pin is None:
            self._remember({}, {self.desk.map_id})

    def _remember(self, pins: Mapping[str, JsonValue], maps: Collection[str]) -> None:
        """Where everything stands on the prints of these editions, and when these maps were printed, as one step."""
        today = QDate.currentDate().toString(Qt.DateFormat.ISODate)
        fresh = [each.id for each in self.desk.project.maps if each.id in maps and each.printed != today]
        if self.desk.session.read_only or not (pins or fresh):
            return

        def remember(project: Project) -> Project:
            pinned = reduce(lambda whole, each: pin_edition(whole, each[0], each[1], today), pins.items(), project)
            return reduce(lambda whole, each: edit_map(whole, each, printed=today), fresh, pinned)

        self.desk.attempt(self.desk.words("edit.edition_printed"), remember)

    def go_to(self, thing: str) -> None:
        """Shows a card on the canvas."""
        self.desk.select((thing,))
        self._reveal((thing,))

    def _ask(self, wish: Settings | None) -> None:
        self._hand_in()
        self.wish = wish
        if self.desk.map_id:
            self._questions.poster(self)

    def _maker(self, settings: Settings) -> "Maker":
        from desktop.dialogs.poster.making import Maker  # noqa: PLC0415 - imports that no start should wait for

        desk = self.desk
        return Maker(desk.project, desk.session.assets, desk.map_id, settings)

    def _picture(self, suffix: str) -> None:
        self._hand_in()
        wish = self._questions.picture() if self.desk.map_id else None
        path = self._questions.save_where(self._suggested(suffix), suffix) if wish else None
        if wish is not None and path is not None:
            self._saved(path, Settings(paper=wish.paper, orientation=wish.orientation), wish.paper)

    def _saved(self, path: Path, settings: Settings, paper: str) -> bool:
        form = path.suffix[1:].lower()
        if form not in ("pdf", "svg", "png"):
            error = WriteError("it must end in .pdf, .svg or .png", path=path, remedy="choose another name")
            self._questions.tell(str(error))
            return False
        copy = self._made(partial(self._maker(settings).copy, form))
        if copy is None or not self._written({path: copy.data}):
            return False
        if form == "pdf":
            self._note(settings, copy.pin)
        self._say("status.printed", path=path.name)
        if settings.content not in LOOSE:
            self.printed.emit(paper, copy.size[0] > copy.size[1], copy.card_pt)
        return True

    def _made(self, work: Callable[[Progress], T]) -> T | None:
        """What the work gives; None when it was given up or failed, which has been told."""
        job = Job(work)
        see_through(job, self.desk.words)
        try:
            return job.result()
        except CancelledError:
            self.desk.said.emit(self.desk.words("status.cancelled"))
        except StorageError as error:
            self._questions.tell(told(error, self.desk.words))
        return None

    def _written(self, files: Mapping[Path, bytes]) -> bool:
        """Whether all of it is on the disk now; if not, it is told."""
        try:
            with waiting():
                for path, data in files.items():
                    write_file(path, data)
        except StorageError as error:
            self._questions.tell(str(error))
            return False
        return True

    def _sent(self, work: Callable[[Progress], bytes]) -> str | None:
        """The name of the printer that has it now; None when none has."""
        title = self._suggested(".pdf").stem
        slot = self._questions.printer(title)
        pdf = self._made(work) if slot is not None else None
        if slot is None or pdf is None:
            return None
        try:
            with waiting():
                slot.print_pdf(pdf, title)
        except StorageError as error:
            self._questions.tell(str(error))
            return None
        return slot.name

    def _say(self, code: str, **facts: str | int) -> None:
        """What has been done; after all edits that belong to it, for an edit takes back what was said before."""
        self.desk.said.emit(self.desk.words(code).format(**facts))


def _maps_on(files: "Mapping[str, Copy]") -> set[str]:
    """The maps that stand on these prints without an edition that remembers the day."""
    return {copy.map for copy in files.values() if copy.map and copy.pin is None}
