"""The ways out of a print: a file, a printer, a ticket, all editions; and no way leaves half of it behind."""

import pypdfium2
import pytest
from PySide6.QtCore import QDate, Qt

from desktop.dialogs.poster.picture import PictureWish
from desktop.document.edits.editions import add_edition
from desktop.plan.settings import Settings, Tiling
from desktop.session import Session
from desktop.storage.errors import WriteError

A4 = Settings(paper="A4", orientation="landscape")


def pages(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return [document.get_page_size(number) for number in range(len(document))]
    finally:
        document.close()


def text(data):
    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].get_textpage().get_text_range()
    finally:
        document.close()


@pytest.fixture
def prints(open_window, path):
    return open_window(Session.open(path)).prints


class Slot:
    """A printer that takes everything, or refuses it."""

    name = "Plotter"

    def __init__(self, refusal=None):
        self.taken = []
        self.refusal = refusal

    def print_pdf(self, pdf, title):
        if self.refusal:
            raise self.refusal
        self.taken.append((pages(pdf), title))


def test_a_poster_is_saved_in_its_size_the_map_remembers_when_and_a_picture_is_no_print(prints, script, tmp_path):
    script.target = tmp_path / "poster.svg"
    assert prints.save(A4)
    assert prints.desk.journey.printed == ""
    script.target = tmp_path / "poster.pdf"
    assert prints.save(A4)
    (size,) = pages(script.target.read_bytes())
    assert size == pytest.approx((841.89, 595.276), abs=0.01)
    prints.desk.undo()
    script.target = tmp_path / "poster.pdf"
    assert prints.save(A4)
    assert prints.desk.journey.printed == today()
    before = prints.desk.project
    assert prints.save(A4)
    assert prints.desk.project is before
    prints.desk.undo()
    assert prints.desk.journey.printed == ""


def test_sheets_to_glue_are_saved_with_their_map(prints, script, tmp_path):
    script.target = tmp_path / "poster.pdf"
    assert prints.save(Settings(paper="A2", tiling=Tiling()))
    assert len(pages(script.target.read_bytes())) > 4


def test_without_a_name_nothing_is_saved_nor_what_cannot_be_made_or_written_which_is_told(prints, script, tmp_path):
    assert not prints.save(A4)
    assert [each.name for each in tmp_path.iterdir()] == ["dinner.journey"]
    script.target = tmp_path / "poster.pdf"
    assert not prints.save(Settings(paper="Foolscap"))
    assert not script.target.exists()
    assert len(script.told) == 1
    assert "Foolscap" in script.told[0]
    script.told.clear()
    script.target = tmp_path / "nowhere" / "poster.pdf"
    assert not prints.save(A4)
    assert len(script.told) == 1


def test_the_last_settings_are_offered_again_and_something_else_is_printed_once(prints, script, tmp_path):
    prints.keep_settings(A4)
    prints.pdf()
    assert script.offered == [A4]
    prints.keep_settings(A4, "preset:wall")
    prints.of("comparison", "n")
    assert (prints.wish.content, prints.wish.against) == ("comparison", "n")
    prints.keep_settings(Settings(content="comparison", paper="A3"))
    assert (prints.latest, prints.edition, prints.wish) == (A4, "preset:wall", None)
    prints.of("comparison")
    prints.keep_settings(A4)
    prints.pdf()
    assert (prints.latest, prints.wish) == (A4, None)


def today():
    return QDate.currentDate().toString(Qt.DateFormat.ISODate)


def test_a_printer_gets_the_pages_as_they_are_and_the_map_remembers_when(prints, script):
    assert not prints.print_out(A4)
    assert script.told == []
    script.slot, said = Slot(), []
    prints.desk.said.connect(said.append)
    assert prints.print_out(A4)
    (((size,), title),) = script.slot.taken
    assert size == pytest.approx((841.89, 595.276), abs=0.01)
    assert title == "dinner"
    assert said == ["The poster has been sent to “Plotter”."]
    assert prints.desk.journey.printed == today()
    script.slot = Slot(WriteError("the printer is off", remedy="switch it on"))
    assert not prints.print_out(A4)
    assert len(script.told) == 1


def test_a_list_or_an_empty_wall_is_no_print_of_the_map(prints, script, tmp_path):
    script.target = tmp_path / "list.pdf"
    for content in ("backlog", "agenda", "working"):
        prints.save(Settings(content=content, paper="A4", tiling=Tiling("A3") if content == "working" else None))
        assert (content, prints.desk.journey.printed) == (content, "")


def test_type_of_cards_is_not_told_of_a_list_and_a_print_that_is_stopped_leaves_no_file(
    prints, script, tmp_path, monkeypatch
):
    told = []
    prints.printed.connect(lambda *facts: told.append(facts))
    script.target = tmp_path / "list.pdf"
    assert prints.save(Settings(content="backlog", paper="A4"))
    assert told == []
    script.target = tmp_path / "poster.pdf"
    monkeypatch.setattr("desktop.prints.see_through", lambda job, words: job.cancel())
    said = []
    prints.desk.said.connect(said.append)
    assert not prints.save(A4)
    assert not script.target.exists()
    assert (said, script.told) == (["Nothing was written."], [])


def test_all_editions_are_saved_in_one_folder_as_prints_of_their_maps(editions, script, tmp_path):
    assert not editions.save_all()
    script.folder = tmp_path / "prints"
    script.folder.mkdir()
    assert editions.save_all()
    names = sorted(each.name for each in script.folder.iterdir())
    assert len(names) == 2
    assert all(name.endswith(".pdf") for name in names)
    assert {round(max(pages((script.folder / name).read_bytes())[0])) for name in names} == {842, 1684}
    assert editions.desk.journey.printed == today()


def test_a_test_sheet_is_one_page_and_a_ticket_tells_the_copy_shop_what_it_needs(prints, script, tmp_path):
    script.slot = Slot()
    assert prints.test_sheet(Settings(paper="A2", tiling=Tiling()))
    (((size,), _),) = script.slot.taken
    assert size == pytest.approx((595.276, 841.89), abs=0.01)
    script.target = tmp_path / "ticket.pdf"
    assert prints.save_ticket(Settings())
    told = text(script.target.read_bytes())
    assert "1189" in told.replace(",", "").replace("\u202f", "").replace(" ", "")
    assert script.suggested[0].endswith(" – job ticket.pdf")


@pytest.fixture
def editions(prints):
    desk = prints.desk
    for title, paper in (("Wall", "A2"), ("Board: Q/A", "A4")):
        settings = Settings(paper=paper).to_json()
        desk.edit("New", add_edition(desk.project, title, new_id=desk.new_id, settings=settings))
    return prints


def pinned(desk):
    return {each.title: each.pin is not None for each in desk.project.editions}


def test_editions_that_keep_places_remember_them_when_all_are_saved(editions, script, tmp_path):
    desk = editions.desk
    settings = Settings(paper="A4", keep=True).to_json()
    desk.edit("New", add_edition(desk.project, "Kept", new_id=desk.new_id, settings=settings))
    script.folder = tmp_path
    assert editions.save_all()
    assert pinned(desk) == {"Wall": False, "Board: Q/A": False, "Kept": True}
    desk.undo()
    assert not any(pinned(desk).values())
    assert len(desk.project.editions) == 3


def test_a_project_that_is_only_read_remembers_nothing(editions, script, tmp_path):
    desk = editions.desk
    settings = Settings(paper="A4", keep=True).to_json()
    desk.edit("New", add_edition(desk.project, "Kept", new_id=desk.new_id, settings=settings))
    desk.session.read_only = True
    script.folder = tmp_path
    assert editions.save_all()
    assert not any(pinned(desk).values())


def test_files_that_are_there_are_asked_about(editions, script, tmp_path):
    script.folder = tmp_path / "prints"
    script.folder.mkdir()
    assert editions.save_all()
    for each in script.folder.iterdir():
        each.write_bytes(b"old")
    for willing in (False, True):
        script.reverting = willing
        assert editions.save_all() == willing
        assert script.asked[-1] == ("prints", 2)
        assert [each.read_bytes() == b"old" for each in script.folder.iterdir()] == [not willing] * 2


def test_one_edition_that_cannot_be_made_leaves_no_file_of_the_others(editions, script, tmp_path):
    desk = editions.desk
    desk.edit("New", add_edition(desk.project, "Bad", new_id=desk.new_id, settings={"paper": "Foolscap"}))
    script.folder = tmp_path / "prints"
    script.folder.mkdir()
    assert not editions.save_all()
    assert list(script.folder.iterdir()) == []
    assert len(script.told) == 1


def test_a_card_is_shown_on_the_canvas(prints):
    card = prints.desk.journey.lanes[0].cards[0].id
    prints.go_to(card)
    assert prints.desk.selected == {card}


def test_pictures_are_saved_too(prints, script, tmp_path):
    for form, begins in (("svg", b"<"), ("png", b"\x89PNG")):
        script.wish, script.target = PictureWish("A4"), tmp_path / f"map.{form}"
        getattr(prints, form)()
        assert (form, script.target.read_bytes().startswith(begins)) == (form, True)


def test_habits_are_those_of_the_program(prints, home):
    prints.keep_habits(home.habits.using("900x1400mm"))
    assert prints.habits.papers == ("900x1400mm",)
    assert home.habits.papers == ("900x1400mm",)
