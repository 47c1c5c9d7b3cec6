"""Somebody who walks through the whole method in one window, by real key presses and clicks, and looks on the way."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from benchmarks.keyscript import Typist
from desktop.dialogs.poster.dialog import PosterDialog
from desktop.document.locate import cards_of, columns_of
from desktop.panels import theme
from desktop.preferences import Appearance
from desktop.storage.writer import dump
from errands import pick
from errands import press as click
from windows import Script

LEFT = Qt.MouseButton.LeftButton
ALBUM = "WALK_ALBUM"
"""The variable of the environment that names a folder: there each phase leaves a picture for people to look at."""

LONG = 60_000
"""Ms after which something that never comes fails the test."""

TABLE = """\
Touchpoint;Score;Comment;Date;Segment
Entrance;2;Could not find the door;2026-09-02;Families
Entrance;1;;2026-09-09;Families
Entrance;2;Lift was out of order;2026-10-11;Regulars
Entrance;3;;2026-10-20;Regulars
Ticket machine;1;Cards only, nobody told us;2026-09-02;Families
Ticket machine;2;;2026-09-15;Families
Ticket machine;1;Queue to the street;2026-10-03;Regulars
Ticket machine;2;;2026-10-18;Regulars
Pool;5;Warm and quiet;2026-09-04;Families
Pool;4;;2026-09-21;Families
Pool;5;Best hour of the week;2026-10-05;Regulars
Pool;5;;2026-10-29;Regulars
Hair dryers;3;;2026-09-30;Families
Hair-drier;4;Enough of them;2026-10-12;Regulars
Car park;2;Full at six;2026-10-12;Families
"""
"""Made up. One name is spelt in another way, one means nothing on the map; scores are from 1 to 5."""


class Printer(Script):
    """Answers the questions of a window; whoever prints gets the real dialog."""

    def __init__(self):
        super().__init__()
        self.dialog = None

    def poster(self, errands):
        self.dialog = PosterDialog(errands)
        self.dialog.show()
        self.dialog.activateWindow()


class Walker:
    """`window` is walked in; `wait(until)` lets time pass until something is so."""

    def __init__(self, window, script, wait):
        self.window, self.script, self.wait = window, script, wait
        self.typist = Typist(window)
        self.told = []
        window.desk.said.connect(self.told.append)

    @property
    def project(self):
        return self.window.session.project

    @property
    def journey(self):
        return self.window.desk.journey

    @property
    def bytes(self):
        """The project as a file would hold it."""
        return dump(self.project, self.window.session.assets)

    def play(self, script):
        """Presses what a script in the language of `benchmarks.keyscript` says."""
        self.typist.play(script)

    def card(self, text):
        """The card of the map shown that says so."""
        found = [card for card in cards_of(self.journey) if card.text == text]
        assert len(found) == 1, (text, [card.text for card in cards_of(self.journey)])
        return found[0]

    def texts(self, kind):
        return sorted(card.text for card in cards_of(self.journey) if card.kind == kind)

    def markers(self):
        """The feelings on the map shown, from left to right."""
        order = columns_of(self.journey).index
        found = [marker for lane in self.journey.lanes for marker in lane.markers]
        return sorted(found, key=lambda marker: order[marker.step])

    def links(self, kind):
        """What is linked with what, in words."""
        name = {card.id: card.text for card in cards_of(self.journey)}
        return sorted((name[link.source], name[link.target]) for link in self.journey.links if link.kind == kind)

    def back(self):
        """To the map, with the window active as desktops do it; as soon as no dialog stands before it."""
        self.wait(lambda: QApplication.activeModalWidget() is None)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.window.activateWindow()
        self.wait(self.window.isActiveWindow)
        self.window.canvas.setFocus()

    def choose(self, table, row, column, place):
        """An entry of the menu that a cell of a table opens, by clicks."""
        spot = table.visualRect(table.model().index(row, column)).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=spot)
        action = table.menu.actions()[place]
        QTest.mouseClick(table.menu, LEFT, pos=table.menu.actionGeometry(action).center())

    def print(self, content, path):
        """Ctrl+P, what is printed, and the button that saves it."""
        self.back()
        self.script.target = path
        self.play("{Ctrl+P}")
        dialog = self.script.dialog
        pick(dialog.pages.what.content, content)
        self.wait(lambda: not _is_busy(dialog))
        self.look(f"print-{content}", dialog)
        click(dialog.buttons["save"])
        assert path.read_bytes().startswith(b"%PDF")
        dialog.close()
        self.script.dialog = None
        self.back()

    def look(self, name, widget=None):
        """A picture for people, where they ask for one."""
        folder = os.environ.get(ALBUM)
        if folder:
            QApplication.processEvents()
            QTest.qWait(60)
            (widget or self.window).grab().save(str(Path(folder) / f"{name}.png"))


def dress():
    """The look of the program, where pictures are asked for."""
    if os.environ.get(ALBUM):
        theme.wear(QApplication.instance(), Appearance.LIGHT)


def button(parent, words):
    """The button that says so."""
    return next(each for each in parent.findChildren(QAbstractButton) if each.text() == words and each.isVisible())


def _is_busy(dialog):
    dialog._later.stop()  # advice that nobody waits for
    showing = dialog.showing
    waiting = (dialog._soon, showing.preview._asking)
    return showing.busy or dialog._checking.busy or showing._pictures.busy or any(each.isActive() for each in waiting)
