"""The personas, as the window's menu asks for them."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from desktop.canvas.pictures import decode
from desktop.desk.desk import Desk
from desktop.desk.people import MIME, PeopleVerbs
from desktop.desk.pictures import Pictures
from desktop.dialogs.crop import Cut
from desktop.dialogs.personas.dialog import PersonaDialog
from desktop.dialogs.questions import Questions
from desktop.storage.assets import bytes_of
from desktop.storage.errors import StorageError
from desktop.storage.files import load
from desktop.storage.picturehead import PictureError
from desktop.storage.pictures import read_picture


class Personas:
    """Opens the editor. `hand_in` makes what is being written count."""

    def __init__(self, window: QWidget, desk: Desk, hand_in: Callable[[], None], questions: Questions) -> None:
        self.verbs = PeopleVerbs(desk)
        self.dialog: PersonaDialog | None = None
        self._window = window
        self._desk = desk
        self._hand_in = hand_in
        self._questions = questions
        self._pictures = Pictures(desk)

    def edit(self) -> None:
        """The editor, at the persona of the map shown."""
        self._hand_in()
        verbs = {
            "picture": self.portray,
            "frame": self.frame,
            "no_picture": self.efface,
            "copy": self.copy,
            "paste": self.paste,
            "bring": self.bring,
        }
        self.dialog = PersonaDialog(self._desk, verbs, self._image, self._window)
        self.dialog.choose(self._desk.journey.persona if self._desk.journey else "")
        self.dialog.finished.connect(self._end)
        self.dialog.open()

    def portray(self, persona: str) -> None:
        """Asks for a picture."""
        for path in self._questions.which_pictures(self._folder())[:1]:
            try:
                self._pictures.portray(persona, read_picture(path))
            except StorageError as error:
                self._desk.said.emit(str(error))

    def efface(self, persona: str) -> None:
        """Takes the picture away."""
        self._pictures.portray(persona, None)

    def frame(self, persona_id: str) -> None:
        """Asks which part of the picture is shown."""
        persona = self.verbs.persona(persona_id)
        if persona is None or persona.picture is None:
            return
        image = self._image(persona.picture.asset)
        cut = None if image.isNull() else self._questions.crop(image, Cut(persona.picture.crop, "fill"))
        if cut is not None:
            self.verbs.frame(persona_id, cut.crop)

    def copy(self, persona_id: str) -> None:
        """Puts a persona on the clipboard, for another project and, in words, for other programs."""
        persona = self.verbs.persona(persona_id)
        if persona is None:
            return
        try:
            data = self.verbs.packed(persona)
        except StorageError as error:
            self._desk.said.emit(str(error))
            return
        mime = QMimeData()
        mime.setData(MIME, data)
        mime.setText(self.verbs.told(persona))
        QGuiApplication.clipboard().setMimeData(mime)
        self._desk.said.emit(self._desk.words("people.copied").format(name=persona.name))

    def paste(self, _persona: str) -> None:
        """Brings in what was copied in this or another project."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()
        if mime.hasFormat(MIME):
            self._came(bytes(mime.data(MIME).data()))
        else:
            self._desk.said.emit(self._desk.words("people.nothing"))

    def bring(self, _persona: str) -> None:
        """Brings in the personas of a project file."""
        path = self._questions.which_file(self._folder())
        if path is None:
            return
        try:
            data = load(path)
        except StorageError as error:
            self._desk.said.emit(str(error))
            return
        self._came(data)

    def _came(self, data: bytes) -> None:
        came = self.verbs.bring(data)
        if came and self.dialog is not None:
            self.dialog.choose(came[-1])

    def _image(self, asset: str) -> QImage:
        try:
            return decode(bytes_of(self._desk.session.assets)(asset))
        except PictureError as error:
            self._desk.said.emit(str(error))
            return QImage()

    def _folder(self) -> Path:
        path = self._desk.session.path
        return path.absolute().parent if path else Path.home()

    def _end(self) -> None:
        self.dialog = None
