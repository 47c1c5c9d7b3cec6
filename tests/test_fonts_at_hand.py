"""The typesetter with fonts of packages, of files and of a brand."""

import sys

import pytest

from desktop import resources
from desktop.storage.errors import DamagedError, ReadError
from desktop.typeset.entries import BrandFonts, FontFile
from desktop.typeset.lines import TextStyle
from typefaces import typeface

TELUGU = "అఆఇ"
WIDE = 10**7


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "Lume.ttf"
    path.write_bytes(typeface("Lume Telugu", letters=TELUGU))
    return path


@pytest.fixture
def none_chosen():
    """What a test chooses for the whole program ends with it."""
    yield
    resources.use_fonts(())


def used(typesetter, text, face="regular"):
    return [run.font for run in typesetter.lines(text, TextStyle(face), WIDE)[0].runs]


def test_a_file_is_asked_for_what_the_bundled_fonts_lack(file):
    assert used(resources.typesetter(more=(file,)), "A అ") == ["inter-regular", "more-1-1"]
    assert resources.typesetter(more=(file,)).missing(TELUGU) == ""


def test_there_is_one_typesetter_for_the_same_fonts(file):
    assert resources.typesetter(more=(file,)) is resources.typesetter(more=(file,))
    assert resources.typesetter() is resources.typesetter((), None)


def test_a_brand_is_set_before_the_bundled_fonts():
    brand = BrandFonts(title=(FontFile("Lume.otf", typeface("Lume", cff=True)),))
    typesetter = resources.typesetter(brand=brand)
    assert used(typesetter, "Title", "display") == ["brand-title-0-1"]
    assert used(typesetter, "Text", "bold") == ["inter-bold"]


def test_fonts_for_the_whole_program_are_in_every_typesetter(file, none_chosen):
    assert resources.use_fonts([file, file]) == []
    assert resources.typesetter().missing(TELUGU) == ""
    assert used(resources.typesetter(more=(file,)), "అ") == ["more-1-1"]
    resources.use_fonts(())
    assert resources.typesetter().missing(TELUGU) == TELUGU


def test_fonts_that_cannot_be_used_are_left_out_and_told(tmp_path, file, none_chosen):
    words = tmp_path / "words.ttf"
    words.write_text("words")
    troubles = resources.use_fonts([words, tmp_path / "gone.ttf", file])
    assert [type(each) for each in troubles] == [DamagedError, ReadError]
    assert all("choose another font" in str(each) for each in troubles)
    assert resources.typesetter().missing(TELUGU) == ""


@pytest.mark.parametrize("part", ["text", "title"])
def test_a_damaged_font_of_a_brand_is_refused_by_name(part):
    damaged = (FontFile("Lume.ttf", typeface()[:-40]),)
    with pytest.raises(DamagedError, match=r"Lume\.ttf.*cannot be used"):
        resources.typesetter(brand=BrandFonts(**{part: damaged}))


def test_a_damaged_file_is_refused_by_name(tmp_path):
    path = tmp_path / "Bad.ttf"
    path.write_bytes(typeface()[:300])
    with pytest.raises(DamagedError, match=r"Bad\.ttf"):
        resources.typesetter(more=(path,))


def test_the_families_in_a_file_are_named(file):
    assert resources.font_families(file) == ("Lume Telugu",)
    with pytest.raises(ReadError):
        resources.font_families(file.with_name("gone.ttf"))


FAMILIES = {"sc": "SC", "tc": "TC", "jp": "JP", "kr": "KR"}


@pytest.fixture
def package(tmp_path, monkeypatch):
    """The package for Chinese, Japanese and Korean, with fonts of four letters, installed while a test runs."""
    for folder, name in FAMILIES.items():
        path = tmp_path / f"justmytype_intl_cjk/fonts/ofl/notosans{folder}/NotoSans{name}[wght].ttf"
        path.parent.mkdir(parents=True)
        path.write_bytes(typeface(f"Noto Sans {name}", letters="漢字か한", variable=True))
    (tmp_path / "justmytype_intl_cjk/__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    resources._packaged.cache_clear()
    resources._typesetter.cache_clear()
    yield
    resources._packaged.cache_clear()
    resources._typesetter.cache_clear()


@pytest.mark.parametrize(
    ("language", "key"),
    [("", "sc"), ("en", "sc"), ("zh", "sc"), ("zh-TW", "tc"), ("zh_Hant_HK", "tc"), ("ja", "jp"), ("ko-KR", "kr")],
)
def test_a_package_brings_chinese_characters_as_the_language_writes_them(package, language, key):
    assert used(resources.typesetter(language=language), "漢字") == [f"{key}-regular"]
    assert used(resources.typesetter(language=language), "漢字", "bold") == [f"{key}-bold"]


def test_the_package_is_not_imported(package):
    resources.typesetter()
    assert "justmytype_intl_cjk" not in sys.modules


def test_a_file_of_ones_own_comes_before_the_package(package, tmp_path):
    path = tmp_path / "Own.ttf"
    path.write_bytes(typeface("Own Han", letters="漢"))
    assert used(resources.typesetter(more=(path,)), "漢字") == ["more-1-1", "sc-regular"]


def test_the_check_of_the_fonts_looks_at_the_bundled_ones_only(package, monkeypatch):
    read = []
    monkeypatch.setattr(resources, "_checked", lambda data, path, remedy: read.append(path.name) or data)
    resources._typesetter.cache_clear()
    resources.check_fonts()
    assert "JWThai-Bold.ttf" in read
    assert not [name for name in read if not name.startswith("JW")]
