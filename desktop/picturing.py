"""Choosing pictures and the part of them that is shown: what the window's menu does with pictures."""

from pathlib import Path

from desktop.canvas.pictures import decode
from desktop.desk.desk import Desk
from desktop.desk.pictures import Pictures, Ready
from desktop.dialogs.crop import Cut
from desktop.dialogs.questions import Questions
from desktop.storage.assets import bytes_of
from desktop.storage.errors import StorageError
from desktop.storage.picturehead import PictureError
from desktop.storage.pictures import read_picture


class Picturing:
    """Asks for pictures and puts them on the map."""

    def __init__(self, desk: Desk, questions: Questions) -> None:
        self._desk = desk
        self._questions = questions
        self._verbs = Pictures(desk)

    def insert(self) -> None:
        """New picture cards at the target, or another picture for the one picture card that is selected."""
        shown, ready = self._verbs.chosen(), self._read(self._questions.which_pictures(self._folder()))
        if shown is not None and len(ready) == 1:
            self._verbs.replace(shown.id, ready[0])
        else:
            self._verbs.add(ready)

    def portray(self, persona: str) -> None:
        """A picture for a persona."""
        for ready in self._read(self._questions.which_pictures(self._folder()))[:1]:
            self._verbs.portray(persona, ready)

    def efface(self, persona: str) -> None:
        """Takes a persona's picture away."""
        self._verbs.portray(persona, None)

    def crop(self) -> None:
        """Asks which part of the selected card's picture is shown."""
        card = self._verbs.chosen()
        if card is None or card.picture is None:
            self._desk.said.emit(self._desk.words("crop.none"))
            return
        try:
            image = decode(bytes_of(self._desk.session.assets)(card.picture.asset))
        except PictureError as error:
            self._desk.said.emit(str(error))
            return
        cut = self._questions.crop(image, Cut(card.picture.crop, card.picture.fit))
        if cut is not None:
            self._verbs.cut(card.id, cut.crop, cut.fit)

    def _read(self, paths: list[Path]) -> list[Ready]:
        ready = []
        for path in paths:
            try:
                ready.append(read_picture(path))
            except StorageError as error:
                self._desk.said.emit(str(error))
        return ready

    def _folder(self) -> Path:
        path = self._desk.session.path
        return path.absolute().parent if path else Path.home()
