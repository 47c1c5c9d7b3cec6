"""The dialog: choices at the left, at the right a small map that wears them at once."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from desktop.desk.brand import named, with_accent, with_fonts, with_logo
from desktop.dialogs.brand.accentfield import AccentField
from desktop.dialogs.brand.asks import Asks, FileAsks
from desktop.dialogs.brand.fontfield import FontField
from desktop.dialogs.brand.logofield import LogoField
from desktop.dialogs.brand.parts import GAP, Words, button, column
from desktop.dialogs.brand.specimen import Specimen
from desktop.dialogs.buttons import answers
from desktop.layout import style
from desktop.storage.brands import SUFFIX, Branding, read_brand, write_brand
from desktop.storage.errors import StorageError
from desktop.storage.fontfiles import read_font
from desktop.storage.pictures import read_picture
from desktop.storage.reader import Opened

SIZE = (1000, 700)
LEFT = 372
LONGEST = 200
"""Letters of a brand's name."""


class BrandDialog(QDialog):
    """chosen(Branding): the look that was put together, when the dialog is accepted."""

    chosen = Signal(object)

    def __init__(
        self,
        look: Branding,
        opened: Opened,
        words: style.Words,
        parent: QWidget | None = None,
        *,
        map_id: str,
        folder: Path,
    ) -> None:
        """opened: the project whose map is shown. folder: where files are looked for first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("branding")
        self.setWindowTitle(words("brand.dialog"))
        self.look = look
        self.asks: Asks | None = None
        self._words, self._folder = words, folder
        self.name = QLineEdit(look.brand.name)
        self.logo = LogoField(words)
        self.accent = AccentField(words)
        self.fonts = {part: FontField(part, words) for part in ("text", "title")}
        self.specimen = Specimen(opened, map_id, words("brand.specimen"))
        self.told = Words("trouble")
        self.load, self.save = button(words("brand.load")), button(words("brand.save"))
        self._arrange()
        self._connect()
        self.resize(*SIZE)
        self._show()

    def accept(self) -> None:
        self.chosen.emit(self.look)
        super().accept()

    def _arrange(self) -> None:
        self.name.setMaxLength(LONGEST)
        self.name.setPlaceholderText(self._words("brand.name_hint"))
        choices = QWidget()
        choices.setObjectName("choices")
        fields = QVBoxLayout(choices)
        fields.setContentsMargins(24, 20, 20, 20)
        fields.setSpacing(20)
        for name, field in (("name", self.name), ("logo", self.logo), ("accent", self.accent), *self.fonts.items()):
            caption = QLabel(self._words(f"brand.{name}"))
            caption.setObjectName("caption")
            caption.setBuddy(field)
            fields.addLayout(column(caption, field, gap=6))
        fields.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard begins in the first field
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedWidth(LEFT)
        scroll.setWidget(choices)
        whole = QHBoxLayout()
        whole.setSpacing(0)
        whole.addWidget(scroll)
        whole.addLayout(self._right(), 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.addLayout(whole)

    def _right(self) -> QVBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.load)
        foot.addWidget(self.save)
        foot.addStretch(1)
        foot.addWidget(answers(self, "brand.wear", self._words))
        right = QVBoxLayout()
        right.setContentsMargins(24, 20, 24, 16)
        right.setSpacing(12)
        right.addWidget(self.specimen, 1)
        right.addWidget(self.told)
        right.addLayout(foot)
        return right

    def _connect(self) -> None:
        self.name.textEdited.connect(self._take_name)
        self.logo.well.asked.connect(self._ask_logo)
        self.logo.choose.clicked.connect(self._ask_logo)
        self.logo.well.dropped.connect(self._take_logo)
        self.logo.clear.clicked.connect(self._clear_logo)
        self.accent.chosen.connect(self._take_accent)
        self.accent.asked.connect(self._ask_accent)
        self.fonts["text"].choose.clicked.connect(self._ask_text)
        self.fonts["title"].choose.clicked.connect(self._ask_title)
        self.fonts["text"].clear.clicked.connect(self._clear_text)
        self.fonts["title"].clear.clicked.connect(self._clear_title)
        self.load.clicked.connect(self._load)
        self.save.clicked.connect(self._save)

    def _show(self) -> None:
        self.logo.show_brand(self.look)
        self.accent.show_brand(self.look)
        for part in self.fonts.values():
            part.show_brand(self.look)
        self.specimen.show_brand(self.look)
        self.told.tell("")

    def _try(self, make: Callable[[], Branding]) -> None:
        """Takes over what comes of it, or tells in one sentence why nothing does."""
        try:
            look = make()
        except StorageError as error:
            self.told.tell(str(error), warned=True)
            return
        self.look = look
        self._show()

    def _asking(self) -> Asks:
        """Made when it is needed: what is kept would refer to the dialog in a circle."""
        return self.asks or FileAsks(self, self._words)

    def _take_name(self, name: str) -> None:
        self.look = named(self.look, name)
        self.specimen.show_brand(self.look)

    def _ask_logo(self) -> None:
        for path in self._asking().which_pictures(self._folder)[:1]:
            self._take_logo(path)

    def _take_logo(self, path: Path) -> None:
        self._try(lambda: with_logo(self.look, read_picture(path)))

    def _clear_logo(self) -> None:
        self._try(lambda: with_logo(self.look, None))

    def _ask_accent(self) -> None:
        accent = self._asking().which_colour(self.look.brand.accent or self.accent.swatches[0].accent)
        if accent:
            self._take_accent(accent)

    def _take_accent(self, accent: str) -> None:
        self._try(lambda: with_accent(self.look, accent))

    def _ask_text(self) -> None:
        self._ask_fonts("text")

    def _ask_title(self) -> None:
        self._ask_fonts("title")

    def _ask_fonts(self, part: str) -> None:
        paths = self._asking().which_fonts(self._folder)
        if paths:
            self._try(lambda: with_fonts(self.look, part, list(map(read_font, paths))))

    def _clear_text(self) -> None:
        self._try(partial(with_fonts, self.look, "text", ()))

    def _clear_title(self) -> None:
        self._try(partial(with_fonts, self.look, "title", ()))

    def _load(self) -> None:
        path = self._asking().which_brand(self._folder)
        if path is not None:
            self._try(lambda: read_brand(path))
            self.name.setText(self.look.brand.name)

    def _save(self) -> None:
        name = self.look.brand.name.replace("/", " ").strip() or self._words("brand.dialog")
        path = self._asking().save_where(self._folder / f"{name}{SUFFIX}", SUFFIX)
        if path is None:
            return
        try:
            write_brand(path, self.look)
        except StorageError as error:
            self.told.tell(str(error), warned=True)
        else:
            self.told.tell(self._words("brand.saved").format(name=path.name))
