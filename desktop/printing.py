"""The way to a printer: every page on paper of its own size, at 100 %.

Where the system has `lp`, it gets the file itself, which is drawn by the printer as finely as it can. Elsewhere each
page is painted as an image through Qt.
"""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QProcess, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QWidget

from desktop.paint.raster import Raster, page_sizes, raster
from desktop.storage.errors import StorageError

MM_PER_PT = 25.4 / 72
DOTS = 300
"""Dots an inch of a page that is sent as an image: text has no steps that can be seen at reading distance."""

BAND = 16_000_000
"""Pixels painted at once: a large page goes to the printer in strips."""

PATIENCE = 60_000
"""Ms that the system may take to queue a file."""


class PrintError(StorageError):
    """What the printer did not take; in one sentence, with what to do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A printer that somebody chose, set up by the system's dialog. name: as the system calls it."""

    printer: QPrinter
    name: str

    @property
    def queued(self) -> bool:
        """Whether the system's own command takes the file."""
        return not self.printer.outputFileName() and bool(self.name) and shutil.which("lp") is not None

    def print_pdf(self, pdf: bytes, title: str) -> None:
        """Prints the pages that were chosen. Raises PrintError."""
        if self.queued:
            _queue(pdf, self, title)
        else:
            _paint(pdf, self.printer)


def choose(parent: QWidget | None, title: str) -> Choice | None:
    """Asks for a printer in the system's dialog; None when somebody thought better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    dialog = QPrintDialog(printer, parent)
    dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
    chosen = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return Choice(printer, printer.printerName()) if chosen else None


def names() -> list[str]:
    """The printers that the system knows, by name."""
    return list(QPrinterInfo.availablePrinterNames())


def command(choice: Choice, title: str) -> list[str]:
    """What is asked of `lp`: nothing is scaled, and the paper is as large as the page."""
    printer = choice.printer
    words = ["lp", "-d", choice.name, "-t", title, "-n", str(max(1, printer.copyCount()))]
    words += ["-o", "print-scaling=none", "-o", "fit-to-page=false"]
    if printer.printRange() is QPrinter.PrintRange.PageRange:
        words += ["-P", f"{printer.fromPage()}-{printer.toPage()}"]
    return [*words, "-"]


def _queue(pdf: bytes, choice: Choice, title: str) -> None:
    program, *arguments = command(choice, title)
    queue = QProcess()
    queue.start(program, arguments)
    queue.write(pdf)
    queue.closeWriteChannel()
    ended = queue.waitForFinished(PATIENCE)
    if not ended or queue.exitStatus() is not QProcess.ExitStatus.NormalExit or queue.exitCode():
        raise _refused(choice.name, bytes(queue.readAllStandardError().data()).decode(errors="replace").strip())


def _refused(name: str, told: str = "") -> PrintError:
    why = f"the printer “{name}” did not take it" + (f" ({told.splitlines()[0]})" if told else "")
    return PrintError(why, remedy="look whether it is switched on, or save a PDF")


def _paint(pdf: bytes, printer: QPrinter) -> None:
    sizes = page_sizes(pdf)
    numbers = _chosen(printer, len(sizes))
    printer.setFullPage(True)
    _set_page(printer, sizes[numbers[0]])
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused(printer.printerName())
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        for place, number in enumerate(numbers):
            if place:
                _set_page(printer, sizes[number])
                printer.newPage()
            _paint_page(painter, printer, pdf, number, sizes[number])
    finally:
        painter.end()


def _chosen(printer: QPrinter, count: int) -> Sequence[int]:
    """The numbers of the pages that are printed, the first being 0; all where those asked for are not there."""
    if printer.printRange() is not QPrinter.PrintRange.PageRange:
        return range(count)
    return range(max(printer.fromPage(), 1) - 1, min(printer.toPage(), count)) or range(count)


def _set_page(printer: QPrinter, size: tuple[float, float]) -> None:
    """Paper of the page's own size, without margins."""
    wide, high = (side * MM_PER_PT for side in size)
    paper = QPageSize(QSizeF(wide, high), QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)
    printer.setPageLayout(QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF()))


def _paint_page(painter: QPainter, printer: QPrinter, pdf: bytes, number: int, size: tuple[float, float]) -> None:
    """In strips, each as an image of DOTS an inch at its place."""
    dots = printer.resolution() / 72
    scale = min(DOTS, printer.resolution()) / 72
    wide, high = size
    strip = max(36.0, BAND / max(1.0, wide * scale) / scale)
    top = 0.0
    while top < high - 1e-6:
        tall = min(strip, high - top)
        picture = raster(pdf, number, scale, (0.0, top, wide, tall))
        painter.drawImage(QRectF(0, top * dots, wide * dots, tall * dots), image_of(picture))
        top += tall


def image_of(picture: Raster) -> QImage:
    """The same pixels as Qt's own."""
    kind = QImage.Format.Format_RGB32
    return QImage(picture.pixels, picture.width, picture.height, picture.stride, kind).copy()
