"""The process that is killed: started once, it forks a child for every deed, so that a child is there in a millisecond.

Reads lines of JSON, `[deed, arguments…]`; says “started PID”, what the child says, and “ended STATUS”. No Qt in here.
"""

import json
import os
import resource
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from person import Person

from desktop.document.base import changed
from desktop.document.cards import Card
from desktop.document.journey import JourneyMap, Lane
from desktop.document.project import Project
from desktop.session import Session
from desktop.storage.backups import Backups
from desktop.storage.errors import StorageError
from desktop.storage.keeping import Keeping
from desktop.storage.reader import Opened
from stories import Story

CARDS = tuple(Card(id=f"c{number:04}", kind="note", text="word " * 60) for number in range(400))
LARGE = Project(id="p", maps=(JourneyMap(id="m", lanes=(Lane(id="l", kind="notes", cards=CARDS),)),))
"""Some 140 KB."""


def say(words: str) -> None:
    """At once and whole, whoever else speaks."""
    os.write(1, words.encode() + b"\n")


def keeping_in(folder: str) -> Keeping:
    """Journals, backups and locks in one folder."""
    own = Path(folder)
    return Keeping(own / "journals", Backups(own / "backups"), own / "locks")


def save(path: str, own: str, first: int) -> None:
    """Edits and saves without end; says the number of each save that is done."""
    session = Session.open(Path(path), keeping_in(own))
    say("ready")
    for number in range(first, sys.maxsize):
        session.edit("Rename", titled(session.project, number))
        session.save()
        say(f"saved {number}")


def titled(project: Project, number: int) -> Project:
    """The value that is saved as this number."""
    return changed(project, title=f"{number}")


def edit(path: str, own: str, seed: int) -> None:
    """One random edit after the other; says how many are kept. A path is saved to now and then, "" never."""
    random = Random(seed)
    story = Story(seed)
    session = Session(Opened(story.project, {}), None, keeping_in(own))
    session.kept.connect(lambda: say(f"kept {session.journal.standing.kept}"))
    if path:
        session.save_as(Path(path))
    say("ready")
    while True:
        story.go_on()
        session.edit(story.label, story.project)
        if random.random() < 0.1:
            session.draft(changed(story.project, title="being typed"))
        if path and random.random() < 0.02:
            session.save()
            say(f"saved {story.number}")
        if random.random() < 0.3:
            session.journal.flush()


def obey(path: str, own: str, _seed: int) -> None:
    """Does what it is told, a word a line, and says what came of it; opened, the file is its own or only to be read."""
    person = Person(Path(path), keeping_in(own))
    say("ready")
    while True:
        words = os.read(0, 100).decode().split()
        say(person.does(*words))


def run_out_of_room(path: str, own: str, room: int) -> None:
    """Edits and saves where no file may grow beyond `room` bytes; says what came of both."""
    session = Session.open(Path(path), keeping_in(own))
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
    session.edit("Rename", titled(session.project, 1))
    session.journal.flush()
    standing = session.journal.standing
    say("ready")
    say(f"kept {standing.kept}")
    say(f"trouble {standing.trouble}")
    try:
        session.save()
    except StorageError as error:
        say(f"refused {error}")
    say(f"modified {int(session.modified)}")
    say("done")
    os.read(0, 1)


DEEDS: dict[str, Callable[[str, str, int], None]] = {"save": save, "edit": edit, "obey": obey, "room": run_out_of_room}


def main() -> None:
    """Serves until there is nothing more to read."""
    for line in sys.stdin:
        deed, *arguments = json.loads(line)
        child = os.fork()
        if child == 0:
            say(f"started {os.getpid()}")
            try:
                DEEDS[deed](*arguments)
            finally:
                os._exit(1)  # only by a fault: a deed ends by being killed
        say(f"ended {os.waitpid(child, 0)[1]}")


if __name__ == "__main__":
    main()
