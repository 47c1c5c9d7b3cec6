"""How large sheets are once read: what stands far away from its table is refused before anybody makes room for it."""

import io
import zipfile

import pytest
from spreadsheets import ods, xlsx

from desktop.exchange.extent import MOST_CELLS, check_extent
from desktop.exchange.gridding import GridError
from desktop.exchange.grids import read_grid

SHEET = "worksheet"
TABLE = [["Touchpoint", "Score"], ["Waiter", 4]]


def stray(column, row, tag="row"):
    """A workbook whose sheet has the cell A1 and one far away."""
    source, out = zipfile.ZipFile(io.BytesIO(xlsx({"A": TABLE}))), io.BytesIO()
    cells = (
        f'<{tag} r="1"><c r="A1"><v>1</v></c></{tag}><{tag} r="{row}"><c s="0" r="{column}{row}"><v>2</v></c></{tag}>'
    )
    sheet = f'<{SHEET} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{cells}</sheetData></{SHEET}>'
    with source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for one in source.namelist():
            target.writestr(one, sheet if "/sheet" in one else source.read(one))
    return out.getvalue()


@pytest.mark.parametrize(("column", "row"), [("XFD", 999_999), ("BZZ", 200_000), ("ZZ", 1_048_576)])
def test_a_cell_far_away_is_refused(column, row):
    with pytest.raises(GridError) as refused:
        read_grid(stray(column, row), "table.xlsx")
    assert refused.value.code == "grid.sparse"


@pytest.mark.parametrize(("column", "row"), [("B", 40_000), ("ALL", 20), ("A", 2)])
def test_one_not_so_far_away_is_read(column, row):
    assert len(read_grid(stray(column, row), "table.xlsx").rows) == 2


def test_a_tag_may_have_a_prefix():
    with pytest.raises(GridError):
        check_extent(stray("XFD", 900_000, "x:row"))


def test_a_tag_may_be_cut_between_two_reads():
    filler = f'<c r="A1"><v>{"0" * (1 << 20)}</v></c>'
    book = stray("B", 2)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(book)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        name = next(one for one in source.namelist() if "/sheet" in one)
        target.writestr(name, f'{filler[:-60]}<row r="1000000"><c r="XFD1000000"/></row>')
        target.writestr("xl/workbook.xml", source.read("xl/workbook.xml"))
    with pytest.raises(GridError):
        check_extent(out.getvalue())


def test_usual_tables_and_other_workbooks_are_left_alone():
    check_extent(xlsx({"A": TABLE}))
    check_extent(ods(TABLE))
    assert MOST_CELLS > 1_000_000 * 50
