"""One of the two typefaces: its family, the looks that came with it, and what has to be known of it."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from desktop.desk.brand import faces_of, faults_of, lacking
from desktop.dialogs.brand.parts import Words, button, column, row
from desktop.layout import style
from desktop.storage.brands import Branding
from desktop.storage.fontfiles import Typeface

WEIGHTS = (100, 200, 300, 400, 500, 600, 700, 800, 900)


class FontField(QWidget):
    """For the part "text" or "title"."""

    def __init__(self, part: str, words: style.Words) -> None:
        super().__init__()
        self.part = part
        self._words = words
        self._shown: tuple[object, ...] = ()
        self.family = Words("family")
        self.looks, self.told = Words("note"), Words("note")
        self.choose = button(words("brand.choose_files"), told=words(f"brand.choose_{part}"))
        self.clear = button(words("brand.usual"), "soft", words(f"brand.usual_{part}"))
        self.setLayout(column(self.family, self.looks, self.told, row(self.choose, self.clear)))
        self.setAccessibleName(words(f"brand.{part}"))

    def show_brand(self, look: Branding) -> None:
        """What the brand has for this part; a large font is not gone through again when nothing about it is other."""
        family = getattr(look.brand, f"{self.part}_font")
        shown = (family, *(look.assets.get(key) for key in getattr(look.brand, f"{self.part}_files")))
        if shown == self._shown:
            return
        self._shown = shown or ("",)
        faces = faces_of(look, self.part)
        self.family.setText(family or self._words(f"brand.usual_{self.part}_font"))
        self.looks.tell(" · ".join(dict.fromkeys(self._looks(faces))))
        faults = [
            self._words(f"brand.fault_{fault.code}").format(family=family) for fault in faults_of(look, self.part)
        ]
        self.told.tell("\n".join(faults or self._notes(faces)), warned=bool(faults))
        self.clear.setVisible(bool(family))

    def _looks(self, faces: list[Typeface]) -> Iterator[str]:
        """“Regular”, “Bold italic”, lightest first."""
        for weight, italic in sorted({look for face in faces for look in face.looks}):
            nearest = min(WEIGHTS, key=lambda each: abs(each - weight))
            name = self._words(f"brand.weight_{nearest}")
            yield self._words("brand.italic").format(weight=name) if italic else name

    def _notes(self, faces: list[Typeface]) -> list[str]:
        notes = [self._words(f"brand.no_{look}") for look in lacking(faces, self.part)]
        if any(face.printing_only for face in faces):
            notes.append(self._words("brand.printing_only"))
        return notes
