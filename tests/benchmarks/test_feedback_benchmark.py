"""The benchmark of tables measures what it says."""

from benchmarks.feedback import PLACES, made, main, measured
from desktop.document.answers import INSIDE


def test_the_table_is_always_the_same():
    rows = made(300).decode().splitlines()
    assert made(300).decode().splitlines() == rows
    assert len(rows) == 301
    assert {row.split(",")[3] for row in rows[1:]} == set(PLACES)


def test_each_part_is_measured(tmp_path):
    watch = measured(made(INSIDE + 1), "guests.csv", tmp_path)
    assert list(watch.parts) == ["read", "guess", "rows", "bring in", "keep"]
    assert watch.told >= 6
    assert len(list((tmp_path / "guests.files").iterdir())) == 1


def test_it_is_printed(capsys):
    main(["50"])
    assert "s of 3.0 s; progress was told 3 times" in capsys.readouterr().out
