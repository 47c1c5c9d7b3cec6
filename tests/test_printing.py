"""The way to a printer: pages of their own size at 100 %, through Qt or through the system's queue."""

import stat

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter

from desktop.drawing.shapes import Box
from desktop.plan.page import Page
from desktop.printing import Choice, PrintError, command, names
from printing import pdf, picture_of

A5 = Page(419.53, 595.28, 0.0, 0.0, 1.0)
WIDE = Page(1200.0, 300.0, 0.0, 0.0, 1.0)


@pytest.fixture
def page():
    """A red box of 50 × 30 pt whose corner is 105 pt from the left and the top."""
    return pdf(Box(100.0, 100.0, 50.0, 30.0, fill="#FF0000"), page=A5)


@pytest.fixture
def to_file(qtbot, tmp_path):
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(300)
    return Choice(printer, "")


def sizes(path):
    document = pypdfium2.PdfDocument(path)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def test_a_page_keeps_its_size_to_the_point_that_qt_rounds_to(to_file, page, tmp_path):
    to_file.print_pdf(page, "Dinner")
    ((wide, high),) = sizes(tmp_path / "out.pdf")
    assert wide == pytest.approx(A5.width, abs=0.5)
    assert high == pytest.approx(A5.height, abs=0.5)


def test_everything_is_where_it_was(to_file, page, tmp_path):
    to_file.print_pdf(page, "Dinner")
    before, after = picture_of(page), picture_of((tmp_path / "out.pdf").read_bytes())
    for x, y in ((102, 102), (108, 108), (150, 130), (160, 140), (20, 500)):
        assert after.getpixel((x, y)) == before.getpixel((x, y))


def test_a_page_that_is_painted_in_strips_has_no_gaps(to_file, monkeypatch, tmp_path):
    monkeypatch.setattr("desktop.printing.BAND", 200_000)
    to_file.print_pdf(pdf(Box(0.0, 0.0, 280.0, 560.0, fill="#FF0000"), page=A5), "Dinner")
    picture = picture_of((tmp_path / "out.pdf").read_bytes())
    column = {picture.getpixel((100, y)) for y in range(10, 550)}
    assert max(colour[1] for colour in column) < 40


def test_a_wide_page_is_not_turned(to_file, tmp_path):
    to_file.print_pdf(pdf(Box(0.0, 0.0, 50.0, 30.0, fill="#FF0000"), page=WIDE), "Dinner")
    ((wide, high),) = sizes(tmp_path / "out.pdf")
    assert wide > high


@pytest.fixture
def queue(tmp_path, monkeypatch):
    """A system with an `lp` that keeps what it gets; `fails` makes it refuse."""
    folder = tmp_path / "bin"
    folder.mkdir()

    def make(status=0):
        program = folder / "lp"
        program.write_text(
            f'#!/bin/sh\necho "$@" > "{tmp_path}/asked"\ncat > "{tmp_path}/got"\necho off >&2\nexit {status}\n'
        )
        program.chmod(program.stat().st_mode | stat.S_IEXEC)
        monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
        return Choice(QPrinter(), "Plotter")

    return make


def test_the_queue_gets_the_file_itself(qtbot, queue, page, tmp_path):
    queue().print_pdf(page, "Dinner")
    assert (tmp_path / "got").read_bytes() == page
    asked = (tmp_path / "asked").read_text()
    assert asked.startswith("-d Plotter -t Dinner -n 1")
    assert "print-scaling=none" in asked


def test_a_queue_that_refuses_is_told_of_in_a_sentence(qtbot, queue, page):
    with pytest.raises(PrintError, match=r"“Plotter” did not take it \(off\); look whether"):
        queue(1).print_pdf(page, "Dinner")


def test_only_the_pages_that_were_chosen_are_asked_for(qtbot, queue):
    choice = queue()
    choice.printer.setPrintRange(QPrinter.PrintRange.PageRange)
    choice.printer.setFromTo(2, 3)
    assert command(choice, "Dinner")[-3:] == ["-P", "2-3", "-"]


def test_the_printers_of_the_system_have_names(qtbot):
    assert all(isinstance(name, str) for name in names())
