"""What a workshop needs of a window: each part made once, with what it works on."""

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from desktop.canvas.canvas import Canvas
from desktop.desk.desk import Desk
from desktop.dialogs.paste.preview import previewer
from desktop.dialogs.questions import Questions
from desktop.handing import Handing
from desktop.joining import Joining
from desktop.panels.clipboard import Clipboard
from desktop.panels.commands.commander import Commander
from desktop.panels.docks import Docks
from desktop.panels.find.bar import FindBar
from desktop.panels.history import History
from desktop.panels.jotting import Jotter, Jottings
from desktop.panels.photos.part import Photos
from desktop.panels.room.part import Remembers, Room
from desktop.panels.rosters import Rosters
from desktop.panels.scribe.bar import ScribeBar
from desktop.panels.scribe.roomtype import RoomType
from desktop.panels.show.conduct import Conduct
from desktop.panels.touchmode import TouchMode
from desktop.panels.tray.panel import Inbox
from desktop.panels.votes.part import Save, Voting
from desktop.since import Since
from desktop.snapshotting import Snapshotting


class Workshop:
    """The parts by name; the table of actions reaches them as `workshop.NAME.…`.

    `hand_in` makes what is being written count; `save` writes what was made into a file that is asked for. Made before
    the window's rows: a part may add its panel to the docks, its widgets to the window's middle come by attributes that
    the window reads.
    """

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        canvas: Canvas,
        docks: Docks,
        hand_in: Callable[[], None],
        *,
        questions: Questions,
        save: Save,
        home: Remembers,
    ) -> None:
        self.snapshots = Snapshotting(window, desk, canvas, hand_in)
        self.since = Since(desk, canvas, self.snapshots.verbs)
        self.snapshots.wanted.connect(self.since.show)
        self.handing = Handing(window, desk, questions, hand_in)
        self.joining = Joining(window, desk, questions, hand_in)
        self.run = Conduct(desk, canvas, docks, hand_in, parent=window)
        self.inbox = Inbox(desk, canvas, docks)
        self.rosters = Rosters(desk, docks)
        self.find = FindBar(desk, canvas, hand_in, self.inbox.reveal)
        self.commands = Commander(window, desk, canvas, self.inbox.reveal)
        self.scribe = ScribeBar(desk, canvas, Clipboard(desk, previewer(desk, window)))
        self.scribe.attend(window)
        note = self.inbox.panel.line
        lines = {"scribe": Jotter(self.scribe, self.scribe.jotting), "tray": Jotter(note, note.jotting)}
        self.jottings = Jottings(window, desk.session, lines)
        self.voting = Voting(desk, canvas, docks, hand_in, save)
        self.photos = Photos(window, desk, canvas, docks, hand_in=hand_in, ask=questions.which_pictures)
        self.run.show.silent.connect(self.scribe.set_inbox)
        self.history = History(desk, canvas, docks)
        self.touch = TouchMode(window, desk, canvas, home)
        self.room = Room(window, desk, canvas, docks, show=self.run.show, voting=self.voting, home=home)
        self.room.veils.append(self.since.veil.paint)
        self.since.changed.connect(self.room.follow_veils)
        self._type = RoomType(self.scribe)
        self.room.mode.sized.connect(self._type.set_em)

    def leave(self) -> None:
        """The window is closed for good."""
        self.jottings.leave()
        self.handing.leave(quiet=self.jottings.staying)
        self.room.leave()
        self.since.leave()
        self.history.leave()

    def commit(self) -> None:
        """What is being written in the parts counts."""
        self.run.commit()
        self.inbox.commit()
        self.voting.commit()
        self.photos.commit()
