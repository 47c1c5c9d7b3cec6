"""Brand…: what is chosen is seen at once on a small map, and worn when the dialog is accepted."""

import json

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from desktop import resources
from desktop.dialogs.brand import BrandDialog
from desktop.document.project import Brand
from desktop.storage.brands import Branding, write_brand
from desktop.storage.reader import Opened
from typefaces import typeface as made

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Answers:
    """Whoever is asked for files and colours; None for who thinks better of it."""

    def __init__(self):
        self.pictures, self.fonts, self.brand, self.target, self.colour = [], [], None, None, ""

    def which_pictures(self, folder):
        return self.pictures

    def which_fonts(self, folder):
        return self.fonts

    def which_brand(self, folder):
        return self.brand

    def save_where(self, suggested, suffix):
        self.suggested = suggested.name
        return self.target

    def which_colour(self, now):
        return self.colour


@pytest.fixture
def make(qapp, sample, tmp_path):
    made_here = []

    def make(look=None, opened=sample, map_id=None):
        shown = opened.project.maps[0].id if map_id is None else map_id
        words = resources.words("en")
        dialog = BrandDialog(look or Branding(Brand(), {}), opened, words, map_id=shown, folder=tmp_path)
        dialog.asks = Answers()
        dialog.worn = []
        dialog.chosen.connect(dialog.worn.append)
        made_here.append(dialog)
        dialog.show()
        return dialog

    yield make
    for dialog in filter(isValid, made_here):
        dialog.close()


@pytest.fixture
def dialog(make):
    return make()


@pytest.fixture
def logo(tmp_path):
    file = tmp_path / "logo.png"
    Image.new("RGBA", (300, 100), (122, 31, 92, 128)).save(file)
    return file


@pytest.fixture
def font(tmp_path):
    def font(name="lume.ttf", **look):
        file = tmp_path / name
        file.write_bytes(made(**look))
        return file

    return font


def click(widget):
    QTest.mouseClick(widget, LEFT)


def specimen(dialog):
    return dialog.specimen.grab().toImage()


def test_a_name_is_typed(dialog):
    QTest.keyClicks(dialog.name, "Osteria Lume")
    assert dialog.look.brand.name == "Osteria Lume"


def test_return_takes_the_look_over(dialog):
    QTest.keyClicks(dialog.name, "Lume")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    assert [look.brand.name for look in dialog.worn] == ["Lume"]


def test_escape_changes_nothing(dialog):
    QTest.keyClicks(dialog.name, "Lume")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.worn, dialog.isVisible()) == ([], False)


def test_a_colour_that_is_offered_is_worn_by_the_map(dialog):
    before = specimen(dialog)
    click(dialog.accent.swatches[4])
    assert dialog.look.brand.accent == dialog.accent.swatches[4].accent == dialog.accent.code.text()
    assert specimen(dialog) != before


def test_only_the_colour_worn_is_ringed(dialog):
    click(dialog.accent.swatches[2])
    click(dialog.accent.swatches[4])
    assert [swatch.isChecked() for swatch in dialog.accent.swatches].index(True) == 4
    click(dialog.accent.usual)
    assert not any(swatch.isChecked() for swatch in dialog.accent.swatches)


def test_a_colour_is_written_with_or_without_its_sign(dialog):
    QTest.keyClicks(dialog.accent.code, "7a1f5c")
    assert dialog.look.brand.accent == "#7A1F5C"
    assert dialog.accent.code.text() == "7a1f5c"
    dialog.accent.code.editingFinished.emit()
    assert dialog.accent.code.text() == "#7A1F5C"


def test_while_a_colour_is_being_written_the_last_one_holds(dialog):
    click(dialog.accent.swatches[1])
    dialog.accent.code.selectAll()
    QTest.keyClicks(dialog.accent.code, "#7A1")
    assert dialog.look.brand.accent == dialog.accent.swatches[1].accent
    assert "six digits" in dialog.accent.told.text()
    assert dialog.accent.told.property("warned")


@pytest.mark.parametrize(
    ("accent", "said", "warned"),
    [
        ("#26356A", "good for rules and words", False),
        ("#2F7DD1", "words are set darker", False),
        ("#FFD400", "rules are drawn as #B09200", True),
    ],
)
def test_the_contrast_is_told(dialog, accent, said, warned):
    dialog.accent.code.clear()
    QTest.keyClicks(dialog.accent.code, accent)
    assert said in dialog.accent.told.text()
    assert bool(dialog.accent.told.property("warned")) is warned


def test_a_colour_is_chosen_freely(dialog):
    dialog.asks.colour = "#104020"
    click(dialog.accent.more)
    assert dialog.look.brand.accent == "#104020"


def test_who_thinks_better_of_a_colour_keeps_the_old_one(dialog):
    click(dialog.accent.swatches[1])
    click(dialog.accent.more)
    assert dialog.look.brand.accent == dialog.accent.swatches[1].accent


def test_a_logo_is_chosen_and_shown_in_its_own_shape(dialog, logo):
    dialog.asks.pictures = [logo]
    click(dialog.logo.choose)
    assert dialog.look.brand.logo.aspect == 3.0
    box = dialog.logo.well.box
    assert box.width() / box.height() == pytest.approx(3.0, abs=0.1)
    assert dialog.logo.well.rect().contains(box)


@pytest.mark.parametrize("ask", ["click", "space"])
def test_the_well_itself_asks_for_a_logo(dialog, logo, ask):
    dialog.asks.pictures = [logo]
    if ask == "click":
        click(dialog.logo.well)
    else:
        QTest.keyClick(dialog.logo.well, Qt.Key.Key_Space)
    assert dialog.look.brand.logo is not None


def drop(widget, path):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(20, 20), copy, mime, LEFT, NONE)
    QApplication.sendEvent(widget, enter)
    if enter.isAccepted():
        QApplication.sendEvent(widget, QDropEvent(QPointF(20, 20), copy, mime, LEFT, NONE))
    return enter.isAccepted()


def test_a_logo_is_dropped(dialog, logo):
    before = specimen(dialog)
    assert drop(dialog.logo.well, logo)
    assert dialog.look.brand.logo.aspect == 3.0
    assert specimen(dialog) != before


def test_what_is_no_picture_is_not_taken(dialog, font):
    assert not drop(dialog.logo.well, font())


def test_a_damaged_picture_is_told_and_changes_nothing(dialog, tmp_path):
    file = tmp_path / "odd.png"
    file.write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    drop(dialog.logo.well, file)
    assert "odd.png" in dialog.told.text()
    assert dialog.look.brand.logo is None


def test_a_logo_is_removed(dialog, logo):
    drop(dialog.logo.well, logo)
    click(dialog.logo.clear)
    assert dialog.look == Branding(Brand(), {})
    assert not dialog.logo.clear.isVisible()


def test_a_typeface_is_chosen_by_its_files_and_seen(dialog, font):
    before = specimen(dialog)
    dialog.asks.fonts = [font(), font("bold.ttf", weight=700), font("italic.ttf", italic=True)]
    click(dialog.fonts["text"].choose)
    field = dialog.fonts["text"]
    assert (field.family.text(), field.looks.text()) == ("Lume Sans", "Regular · Regular italic · Bold")
    assert field.told.text() == ""
    assert specimen(dialog) != before


def test_what_the_files_lack_is_told(dialog, font):
    dialog.asks.fonts = [font()]
    click(dialog.fonts["text"].choose)
    click(dialog.fonts["title"].choose)
    assert "Without a bold" in dialog.fonts["text"].told.text()
    assert dialog.fonts["title"].told.text() == ""


def test_a_typeface_for_print_alone_says_so(dialog, font):
    dialog.asks.fonts = [font(permission=4)]
    click(dialog.fonts["title"].choose)
    assert "allows printing" in dialog.fonts["title"].told.text()


def test_a_font_that_must_not_be_embedded_is_refused_by_name(dialog, font):
    dialog.asks.fonts = [font("secret.ttf", family="Secret Grotesk", permission=2)]
    click(dialog.fonts["title"].choose)
    assert "“Secret Grotesk”" in dialog.told.text()
    assert dialog.look.brand.title_files == ()


def test_the_usual_typeface_comes_back(dialog, font):
    dialog.asks.fonts = [font()]
    for part in ("text", "title"):
        click(dialog.fonts[part].choose)
        click(dialog.fonts[part].clear)
    assert dialog.look == Branding(Brand(), {})
    assert [field.family.text() for field in dialog.fonts.values()] == ["Inter", "As the text"]


def test_a_missing_font_is_named(make):
    dialog = make(Branding(Brand(title_font="Gone Serif", title_files=("0" * 64,)), {}))
    assert dialog.fonts["title"].told.text().startswith("“Gone Serif” is not in this project")


def test_a_brand_is_saved_and_loaded(dialog, make, logo, font, tmp_path):
    QTest.keyClicks(dialog.name, "Lume / Bar")
    drop(dialog.logo.well, logo)
    dialog.asks.fonts = [font()]
    click(dialog.fonts["text"].choose)
    dialog.asks.target = tmp_path / "lume.brand"
    click(dialog.save)
    assert (dialog.asks.suggested, dialog.told.text()) == ("Lume   Bar.brand", "Saved as “lume.brand”.")
    other = make()
    other.asks.brand = tmp_path / "lume.brand"
    click(other.load)
    assert other.look == dialog.look
    assert other.name.text() == "Lume / Bar"


def test_what_is_no_brand_is_told(dialog, tmp_path):
    file = tmp_path / "odd.brand"
    file.write_text(json.dumps({"format": "other"}))
    dialog.asks.brand = file
    click(dialog.load)
    assert "is not a Journeywall brand" in dialog.told.text()


def test_a_brand_that_cannot_be_written_is_told(dialog, tmp_path):
    dialog.asks.target = tmp_path / "nowhere" / "lume.brand"
    click(dialog.save)
    assert "lume.brand" in dialog.told.text()
    assert dialog.told.property("warned")


def test_a_sentence_goes_with_the_next_choice(dialog, tmp_path):
    dialog.asks.target = tmp_path / "nowhere" / "lume.brand"
    click(dialog.save)
    click(dialog.accent.swatches[0])
    assert not dialog.told.isVisible()


def test_without_a_map_the_look_is_seen_on_a_sample(make, sample):
    bare = Opened(sample.project.model_copy(update={"maps": ()}), {})
    dialog = make(opened=bare, map_id="")
    assert specimen(dialog) == specimen(make())


def test_texts_of_others_are_never_markup(make, tmp_path):
    file = tmp_path / "odd.brand"
    write_brand(file, Branding(Brand(name="<b>Lume</b>", title_font="<img src='x'>", title_files=("0" * 64,)), {}))
    dialog = make()
    dialog.asks.brand = file
    click(dialog.load)
    assert dialog.fonts["title"].family.textFormat() == Qt.TextFormat.PlainText
    assert dialog.fonts["title"].family.text() == "<img src='x'>"
