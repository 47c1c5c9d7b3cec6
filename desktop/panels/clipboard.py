"""Cut, copy and paste between maps, windows and other programs."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from desktop.canvas.dropping import brings_pictures, pictures_in
from desktop.desk.clipping import MIME, MOST_CELLS, as_html, as_text, packed, table, taken, unpacked
from desktop.desk.desk import Desk
from desktop.desk.pasting import Pasting
from desktop.desk.pictures import Pictures
from desktop.desk.removal import removed
from desktop.document.clip import Clip, clip_of
from desktop.document.edits.paste import paste
from desktop.document.errors import EditError
from desktop.exchange.tables import Table
from desktop.layout.names import counted
from desktop.storage.assets import Assets
from desktop.storage.errors import StorageError

SVG_MIME = "image/svg+xml"


class Clipboard:
    """The clipboard of one desk. Text fields have their own, which comes first where they have the focus."""

    def __init__(self, desk: Desk, preview: Callable[[Table], None] | None = None) -> None:
        """`preview` shows a range of cells and pastes it when somebody says so; without, it is pasted as it is read."""
        self._desk = desk
        self._preview = preview or self._paste_cells

    def copy(self) -> bool:
        """Puts the selection on the clipboard: as a part of a map, as a table, and as text. False without one."""
        clip = clip_of(self._desk.project, self._desk.map_id, self._desk.selected)
        if clip is None:
            self._desk.said.emit(self._desk.words("clip.nothing"))
            return False
        try:
            data = packed(clip, self._desk.session.assets)
        except StorageError as error:
            self._desk.said.emit(str(error))
            return False
        rows = table(clip, self._desk.words)
        mime = QMimeData()
        mime.setData(MIME, data)
        mime.setText(as_text(rows))
        mime.setHtml(as_html(rows))
        QGuiApplication.clipboard().setMimeData(mime)
        self._desk.said.emit(self._desk.words("clip.copied").format(count=self._told(clip)))
        return True

    def cut(self) -> None:
        """Copies the selection and takes it away; what stood in a lane, step or stage goes with it."""
        desk = self._desk
        if self.copy():
            remove = partial(removed, map_id=desk.map_id, chosen=desk.chosen, form="", new_id=None)
            desk.attempt(desk.words("edit.cut"), remove, ())

    def paste(self) -> None:
        """What another map, another window or another program has put on the clipboard, at the target."""
        mime = QGuiApplication.clipboard().mimeData() or QMimeData()  # Qt has none for a clipboard that nobody filled
        clip = _clip_in(mime)
        if clip is not None:
            self._paste_clip(*clip)
        elif brings_pictures(mime):
            Pictures(self._desk).add(list(pictures_in(mime, self._desk.said.emit)))
        elif mime.hasUrls() and all(url.isLocalFile() for url in mime.urls()):
            self._desk.said.emit(self._desk.words("clip.files"))
        elif text := _text_in(mime):
            self._paste_text(text)
        else:
            self._desk.said.emit(self._desk.words("clip.page" if mime.hasHtml() else "clip.empty"))

    def copy_png(self) -> None:
        """Puts a picture of the selection, or of the whole map, on the clipboard."""
        data = self._excerpt("png")
        if data:
            QGuiApplication.clipboard().setImage(QImage.fromData(data))

    def copy_svg(self) -> None:
        """The same as a drawing, which is text as well."""
        data = self._excerpt("svg")
        if data:
            mime = QMimeData()
            mime.setData(SVG_MIME, data)
            mime.setText(data.decode())
            QGuiApplication.clipboard().setMimeData(mime)

    def _paste_clip(self, clip: Clip, assets: Assets) -> None:
        """Pictures come first: they are no part of what undo takes back."""
        desk = self._desk
        try:
            came = paste(desk.project, desk.map_id, clip, desk.target, new_id=desk.new_id)
        except EditError as error:
            desk.said.emit(desk.sentence(error))
        else:
            for key, asset in assets.items():
                desk.session.add_asset(key, asset)
            desk.edit(desk.words("edit.paste"), came.project, came.ids)

    def paste_as(self) -> None:
        """Shows what the text on the clipboard would become before it does, whatever its form."""
        text = _text_in(QGuiApplication.clipboard().mimeData() or QMimeData())
        rows, cut = taken(text, as_table=True) if text else ([], False)
        if rows:
            self._preview(rows)
            self._warn(cut)
        else:
            self._desk.said.emit(self._desk.words("clip.no_text"))

    def _paste_cells(self, rows: Table) -> None:
        pasting = Pasting(self._desk)
        planner = pasting.planner()
        if planner is not None:
            pasting.cells(planner.plan(rows))

    def _paste_text(self, text: str) -> None:
        """Lines and a row of cells go to the slot at once; of a range it is shown first where its cells go, and of a
        row that cannot go to the slot."""
        rows, cut = taken(text)
        if not rows or len(rows[0]) == 1:
            Pasting(self._desk).lines([row[0] for row in rows])
        elif len(rows) == 1 and self._fits(rows):
            self._paste_cells(rows)
        else:
            self._preview(rows)
        self._warn(cut)

    def _fits(self, rows: Table) -> bool:
        """Whether a row of cells goes to the lane of the slot."""
        pasting, desk = Pasting(self._desk), self._desk
        planner = pasting.planner()
        return planner is None or desk.target is None or planner.plan(rows).goals.lanes == (desk.target.lane,)

    def _warn(self, cut: bool) -> None:
        """Nothing is left out without a word."""
        if cut:
            self._desk.said.emit(self._desk.words("clip.cut").format(count=MOST_CELLS))

    def _excerpt(self, form: str) -> bytes:
        """The selection as a picture, the whole map without one; nothing where there is no map or no memory for it."""
        from desktop.excerpt import excerpt  # noqa: PLC0415 - imports that no start should wait for

        desk = self._desk
        if desk.journey is None:
            return b""
        try:
            data = excerpt(desk.project, desk.session.assets, desk.map_id, desk.selected, form)
        except StorageError as error:
            desk.said.emit(str(error))
            return b""
        desk.said.emit(desk.words("clip.picture"))
        return data

    def _told(self, clip: Clip) -> str:
        """“3 cards, 1 marker”."""
        words, counts = self._desk.words, clip.counts.items()
        return ", ".join(counted(words, f"clip.{name}", f"clip.{name}s", count) for name, count in counts)


def _clip_in(mime: QMimeData) -> tuple[Clip, Assets] | None:
    """A part of a map with its pictures; None where there is none that can be read: the text beside it may do."""
    if not mime.hasFormat(MIME):
        return None
    try:
        return unpacked(bytes(mime.data(MIME).data()))
    except StorageError:
        return None


def _text_in(mime: QMimeData) -> str:
    """The plain text; "" for blanks. A page is never read: Qt would open the files that it names."""
    text = mime.text() if mime.hasText() else ""
    return text if text.strip() else ""
