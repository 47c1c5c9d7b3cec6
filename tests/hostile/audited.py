"""The program at work on two files, and every file that it opens meanwhile: python audited.py PLACE

PLACE holds work/dinner.journey, work/hostile.journey and named/photo.png. The files that are opened once the first
window is there, and whatever else is asked of the system, are told in one line of JSON.
"""

import json
import os
import sys
import traceback
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop import app
from desktop.dialogs.poster.picture import PictureWish
from desktop.dialogs.questions import Dialogs
from desktop.document.edits.begin import first_spot
from desktop.plan.settings import Settings
from desktop.program import Program
from desktop.window import Window

BEGUN = "/the-program-has-begun"
"""A name that is tried to be opened, so that another program which looks on knows the time."""

NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "imaplib.", "poplib.", "telnetlib.", "nntplib.")
PROGRAMS = ("subprocess.", "os.exec", "os.posix_spawn", "os.spawn", "os.system", "os.startfile", "webbrowser.")
PATIENCE = 60_000
"""Ms; a busy machine takes its time."""

CTRL = Qt.KeyboardModifier.ControlModifier

opened: list[str] = []
others: list[str] = []
listening: list[bool] = []


def hear(event: str, arguments: tuple[object, ...]) -> None:
    """Python tells of everything that it asks of the system."""
    if not listening:
        return
    if event == "open" and not isinstance(arguments[0], int):
        opened.append(os.fsdecode(arguments[0]))
    elif event.startswith((*NETWORK, *PROGRAMS)):
        others.append(f"{event} {arguments}")


def work(program: Program, place: Path) -> None:
    """Types, pastes, shows a picture, saves, prints in all ways, opens the second file, and ends, failing at once."""
    through = False
    try:
        go_through(program, place)
        through = True
    finally:
        if not through:  # the program would wait for ever
            traceback.print_exc()
            os._exit(3)


def go_through(program: Program, place: Path) -> None:
    window = program.windows[0]
    type_card(window)
    for text, html in (("plain", "<img src='/dev/zero'>"), ("", "<img src='file:///dev/zero'>")):
        paste(window, text, html)
    window.picturing.insert()
    window.clipboard.copy_png()
    window.clipboard.copy_svg()
    for print_as in (window.prints.pdf, window.prints.svg, window.prints.png):
        print_as()
    window.activateWindow()  # what told how far a print was may have had the keyboard until now
    assert QTest.qWaitForWindowActive(window, PATIENCE)
    window.session.saved.connect(lambda _path: QTimer.singleShot(0, lambda: end(program, place)))
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)


def type_card(window: Window) -> None:
    window.desk.aim(first_spot(window.desk.journey))
    window.canvas.setFocus()
    for letter in "A new card":
        QTest.keyClick(window.canvas.writer or window.canvas, letter)
    QTest.keyClick(window.canvas.writer, Qt.Key.Key_Return, CTRL)


def paste(window: Window, text: str, html: str) -> None:
    page = QMimeData()
    page.setHtml(html)
    page.setText(text)
    QGuiApplication.clipboard().setMimeData(page)
    QTest.keyClick(window.canvas, Qt.Key.Key_V, CTRL)


def end(program: Program, place: Path) -> None:
    program.open_path(place / "work" / "hostile.journey")
    program.windows[-1].grab()
    program.quit()


def main(place: Path) -> int:
    """The exit status of the program."""
    answers = {
        "picture": lambda _: PictureWish("A3"),
        "poster": lambda _, errands: errands.save(Settings(paper="A3")),
        "save_where": lambda _, suggested, suffix: place / "named" / f"poster{suffix}",
        "which_pictures": lambda _, folder: [place / "named" / "photo.png"],
        "tell": lambda _, sentence: others.append(sentence),
    }
    for question, answer in answers.items():
        setattr(Dialogs, question, answer)
    open_all = app._open_all

    def begin(program: Program, paths: list[Path]) -> None:
        open_all(program, paths)
        listening.append(True)
        Path(BEGUN).exists()
        QTimer.singleShot(100, lambda: work(program, place))

    app._open_all = begin
    return app.run([place / "work" / "dinner.journey"])


if __name__ == "__main__":
    sys.addaudithook(hear)
    status = main(Path(sys.argv[1]))
    listening.clear()
    sys.stdout.write(json.dumps({"status": status, "opened": opened, "others": others}) + "\n")
    sys.exit(status)
