"""The benchmark of pasting measures what it says."""

from benchmarks.paste import COLUMNS, ROWS, copied, main, measured
from desktop.exchange.tables import cells


def test_the_range_is_what_a_spreadsheet_copies():
    rows = cells(copied(2, 3).replace("\r\n", "\n"))
    assert rows[0] == ["", "Column 0", "Column 1", "Column 2"]
    assert rows[2][3] == 'r1 c2\nsays "so"'


def test_all_cells_are_right_after_one_step():
    figures = measured()
    assert figures.right == ROWS * COLUMNS
    assert figures.steps == 1
    assert figures.seconds > 0


def test_it_tells(capsys):
    main()
    said = capsys.readouterr().out
    assert f"{ROWS * COLUMNS} of {ROWS * COLUMNS}" in said
