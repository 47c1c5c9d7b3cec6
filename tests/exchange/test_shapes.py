"""Tables in all the shapes in which programs and people hand them over: each is read rightly, or refused."""

import datetime as dt
from typing import NamedTuple

import pytest
from spreadsheets import ods, xlsx

from desktop import resources
from desktop.exchange.columns import rows_of
from desktop.exchange.gridding import GridError
from desktop.exchange.grids import read_grid
from desktop.exchange.guessing import shape_of

ANSWERS = [("Booking form", 4, "2026-03-05"), ("Waiter", 2, "2026-03-06"), ("Café", 5, "2026-03-25")]
"""What nearly all of the tables say: the touchpoint, the score, the day."""

HEADS = ("Touchpoint", "Score", "Date")


class Shaped(NamedTuple):
    """A table's bytes, the file's name, and what it says: rows, and the scale of the scores."""

    data: bytes
    name: str = "table.csv"
    rows: list = ANSWERS
    scale: str = "1-5"


def text(*, delimiter=",", heads=HEADS, answers=ANSWERS, score=str, day=str, end="\n", quoted=False):
    mark = '"' if quoted else ""
    rows = [heads] if heads else []
    rows += [(name, score(value), day(date)) for name, value, date in answers]
    return end.join(delimiter.join(f"{mark}{cell}{mark}" for cell in row) for row in rows) + end


def german(date):
    year, month, day = date.split("-")
    return f"{day}.{month}.{year}"


def american(date):
    year, month, day = date.split("-")
    return f"{int(month)}/{int(day)}/{year}"


def named(date):
    return dt.date.fromisoformat(date).strftime("%d %B %Y")


def half(value):
    return f"{value - 0.5:.1f}".replace(".", ",")


def scored(*scores):
    return [(name, score, date) for (name, _, date), score in zip(ANSWERS, scores, strict=True)]


CELLS = [list(HEADS), *map(list, ANSWERS)]
DAYS = [list(HEADS), *([name, score, dt.datetime.fromisoformat(date)] for name, score, date in ANSWERS)]
NPS = scored(9, 10, 0)

SHAPES = {
    "commas": Shaped(text().encode()),
    "semicolons": Shaped(text(delimiter=";").encode()),
    "tabs": Shaped(text(delimiter="\t").encode(), "table.tsv"),
    "bars": Shaped(text(delimiter="|").encode(), "table.txt"),
    "lines of Windows": Shaped(text(end="\r\n").encode()),
    "lines of old Macs": Shaped(text(end="\r").encode()),
    "everything quoted": Shaped(text(quoted=True).encode()),
    "UTF-8 with a mark": Shaped(text().encode("utf-8-sig")),
    "UTF-16 little": Shaped(text(delimiter="\t").encode("utf-16")),
    "UTF-16 big without a mark": Shaped(text(delimiter="\t").encode("utf-16-be")),
    "UTF-32": Shaped(text().encode("utf-32")),
    "Windows letters": Shaped(text(delimiter=";").encode("cp1252")),
    "letters of a Mac": Shaped(text(delimiter=";").encode("mac-roman")),
    "Excel says what is between": Shaped(b"sep=;\r\n" + text(delimiter=";", end="\r\n").encode()),
    "decimal commas": Shaped(text(delimiter=";", score=half).encode(), rows=scored(3.5, 1.5, 4.5), scale="stars"),
    "decimal commas, quoted": Shaped(text(score=half, quoted=True).encode(), rows=scored(3.5, 1.5, 4.5), scale="stars"),
    "German": Shaped(text(delimiter=";", heads=("Kontaktpunkt", "Bewertung", "Datum"), day=german).encode()),
    "American days": Shaped(text(day=american).encode()),
    "months as words": Shaped(text(day=named).encode()),
    "times of day": Shaped(text(day="{} 14:05:00".format).encode()),
    "1 to 7": Shaped(text(answers=scored(7, 1, 6)).encode(), rows=scored(7, 1, 6), scale="1-7"),
    "1 to 10": Shaped(text(answers=scored(10, 1, 6)).encode(), rows=scored(10, 1, 6), scale="1-10"),
    "would recommend": Shaped(
        text(heads=("Touchpoint", "How likely are you to recommend us?", "Date"), answers=NPS).encode(),
        rows=NPS,
        scale="0-10",
    ),
    "per cent": Shaped(
        text(answers=scored(80, 20, 100), score="{} %".format).encode(), rows=scored(80, 20, 100), scale="0-100"
    ),
    "out of five": Shaped(text(score="{}/5".format).encode()),
    "stars": Shaped(text(score=lambda value: "★" * value + "☆" * (5 - value)).encode()),
    "words": Shaped(
        text(score=["", "", "dissatisfied", "", "satisfied", "very satisfied"].__getitem__).encode(), scale="words"
    ),
    "German words": Shaped(
        text(score=["", "", "unzufrieden", "", "zufrieden", "sehr zufrieden"].__getitem__, delimiter=";").encode(),
        scale="words",
    ),
    "a title and an empty line above": Shaped(("Guest survey\n\n" + text()).encode()),
    "empty lines and empty columns": Shaped(text().replace("\n", ",,\n\n").encode()),
    "no heads": Shaped(text(heads=()).encode()),
    "no dates": Shaped(
        "Touchpoint,Score\nBooking form,4\nWaiter,2\nCafé,5\n".encode(),
        rows=[(name, score, "") for name, score, _ in ANSWERS],
    ),
    "a column for each touchpoint": Shaped(
        "Day,Booking form,Waiter,Café\n2026-03-05,4,2,5\n".encode(),
        rows=[(name, score, "2026-03-05") for name, score, _ in ANSWERS],
    ),
    "stages in place of touchpoints": Shaped(text(heads=("Stage", "Rating", "Submitted")).encode()),
    "unanswered rows": Shaped(text().encode() + b"Waiter,n/a,2026-03-07\nWaiter,,2026-03-08\n"),
    "Excel": Shaped(xlsx({"Answers": CELLS}), "table.xlsx"),
    "Excel with true days": Shaped(xlsx({"Answers": DAYS}, formats={2: "dd.mm.yyyy"}), "table.xlsx"),
    "Excel with a cover": Shaped(xlsx({"Cover": [["Our survey"]], "Answers": CELLS}), "table.xlsx"),
    "LibreOffice": Shaped(ods(CELLS), "table.ods"),
    "Excel called CSV": Shaped(xlsx({"Answers": CELLS}), "table.csv"),
}

REFUSED = {
    "empty": (b"", "empty"),
    "nothing but separators": (b",,,\n,,,\n", "empty"),
    "a workbook with nothing in it": (xlsx({"Empty": []}), "empty"),
    "a PDF": (b"%PDF-1.7 ...", "is_pdf"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0", "is_picture"),
    "a web page that is called a table": (b"<html><table><tr><td>1</td></tr></table></html>", "is_page"),
    "JSON": (b'{"answers": []}', "is_json"),
    "a program": (bytes(range(256)) * 8, "is_binary"),
    "a broken workbook": (xlsx({"Answers": CELLS})[:400], "workbook"),
    "an open quotation mark": (b'Touchpoint,Score\nWaiter,"2\n' + b"Waiter,3\n" * 200, "quotes"),
}


@pytest.mark.parametrize("shaped", SHAPES.values(), ids=SHAPES.keys())
def test_a_table_is_read_rightly(shaped):
    grid = read_grid(shaped.data, shaped.name)
    shape = shape_of(grid)
    rows, refused = rows_of(grid, shape)
    assert refused == []
    assert [(row.touchpoint, row.score, row.date) for row in rows] == shaped.rows
    assert {row.scale for row in rows} == {shaped.scale}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED.keys())
def test_what_is_no_table_is_refused(data, code):
    with pytest.raises(GridError) as refused:
        read_grid(data, "table.csv")
    assert refused.value.code == f"grid.{code}"


def test_each_refusal_is_one_sentence():
    words = resources.words("en")
    for _, code in REFUSED.values():
        sentence = words(f"refused.grid.{code}")
        assert sentence.endswith(".")
        assert sentence.count(". ") == 0
