"""Brands on the command line: posters wear them, and fonts that cannot be had are told by name."""

import json
from pathlib import Path

import pytest
from pikepdf import Dictionary, Pdf

from desktop import cli
from desktop.document.base import changed
from desktop.document.project import Brand
from desktop.storage.assets import font_asset
from desktop.storage.writer import dump
from typefaces import typeface

GOOD = font_asset(typeface())
REFUSED = font_asset(typeface("Secret Grotesk", permission=2))
BROKEN = font_asset(b"no font at all")


@pytest.fixture
def run(capsys, tmp_path, monkeypatch, sample):
    """Runs a command on the sample in a brand whose titles are set in the font with this name and these bytes."""
    monkeypatch.chdir(tmp_path)

    def command(word, *rest, font, held, name="Lume Sans"):
        brand = Brand(title_font=name, title_files=(font[0],))
        project = changed(sample.project, brand=brand)
        Path("a.journey").write_bytes(dump(project, {**sample.assets, **dict(held)}))
        status = cli.main([word, "a.journey", *rest], lambda _: pytest.fail("opened windows"))
        return status, *capsys.readouterr()

    return command


def embedded(file):
    """The names of the fonts in a PDF, without the letters that mark a part of one."""
    with Pdf.open(file) as pdf:
        fonts = [each for each in pdf.objects if isinstance(each, Dictionary) and "/FontName" in each]
        return {str(font.FontName).rpartition("+")[2].lstrip("/") for font in fonts}


def test_a_poster_carries_the_brands_font(run):
    status, _, complaints = run("export", "a.pdf", "--paper", "A3", font=GOOD, held=[GOOD])
    assert (status, "font" in complaints) == (0, False)
    assert "LumeSans-Regular" in embedded("a.pdf")


@pytest.mark.parametrize(
    ("font", "held", "said"),
    [
        (GOOD, [], "The font “Secret Grotesk” is missing"),
        (REFUSED, [REFUSED], "The maker of the font “Secret Grotesk” does not let documents carry it"),
        (BROKEN, [BROKEN], "The font “Secret Grotesk” is damaged"),
    ],
    ids=["missing", "refused", "damaged"],
)
def test_an_export_names_a_font_that_cannot_be_had_and_goes_on(run, font, held, said):
    status, _, complaints = run("export", "a.pdf", "--paper", "A3", font=font, held=held, name="Secret Grotesk")
    assert status == 0
    assert said.casefold() in complaints.casefold()
    assert all("brand" not in name for name in embedded("a.pdf"))


@pytest.mark.parametrize(
    ("font", "held", "code"),
    [(GOOD, [], "missing"), (REFUSED, [REFUSED], "refused"), (BROKEN, [BROKEN], "damaged")],
    ids=["missing", "refused", "damaged"],
)
def test_a_check_names_it_once(run, font, held, code):
    status, out, _ = run("check", "--json", font=font, held=held, name="Secret Grotesk")
    fonts = [one for one in json.loads(out)["findings"] if one["code"].startswith("font.")]
    assert status == 1
    assert [(one["code"], one["severity"]) for one in fonts] == [(f"font.{code}", "warning")]
    assert "“Secret Grotesk”" in fonts[0]["text"]


def test_a_check_finds_nothing_wrong_with_a_brand_that_is_whole(run):
    status, out, _ = run("check", font=GOOD, held=[GOOD])
    assert (status, out) == (0, "")


@pytest.mark.parametrize("look", [{"cff": True}, {"variable": True}, {"letters": "An"}], ids=["cff", "variable", "few"])
@pytest.mark.parametrize("form", ["pdf", "svg", "png"])
def test_every_kind_of_font_is_printed_in_every_form(run, look, form):
    font = font_asset(typeface(**look))
    status, _, complaints = run("export", f"a.{form}", "--paper", "A4", font=font, held=[font])
    assert (status, "font" in complaints) == (0, False)
    assert Path(f"a.{form}").stat().st_size > 1_000
