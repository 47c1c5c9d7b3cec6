"""Nothing that somebody wrote is ever taken for a page: Qt would read the files that it names, or never end."""

import ast
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTabBar, QWidget

from baits import BAIT, baited
from desktop import resources
from desktop.session import Session
from desktop.storage.reader import Opened

ROOT = Path(__file__).parents[2]
CODE = sorted((ROOT / "desktop").rglob("*.py"))


def tree_of(path):
    """Its syntax: parsed by the test that asks, and kept by nobody, as every search for garbage would go through it."""
    return ast.parse(path.read_text("utf-8"))


def name_of(path):
    """As the tables here have it: "desktop/window.py"."""
    return path.relative_to(ROOT).as_posix()


READERS = {
    *("setHtml", "insertHtml", "appendHtml", "fromHtml", "setMarkdown", "insertMarkdown", "QTextBrowser"),
    *("QErrorMessage", "QInputDialog", "QProgressDialog", "QToolTip", "QWhatsThis", "QMovie", "QStaticText"),
    *("QDesktopServices", "openUrl", "QSvgRenderer", "QSvgWidget", "QGraphicsTextItem", "QNetworkAccessManager"),
    *("pickle", "marshal", "shelve", "eval", "os.system", "os.popen", "subprocess", "Popen"),
}
"""What takes texts for more than texts."""

ALLOWED = {"desktop/panels/clipboard.py": {"setHtml"}}
"""Tables for other programs, escaped."""


def named(tree):
    """Every name that a module uses, its last part."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield node.attr
            yield f"{node.value.id}.{node.attr}" if isinstance(node.value, ast.Name) else ""
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Import | ast.ImportFrom):
            yield from (alias.name.split(".")[0] for alias in node.names)


def test_nothing_takes_texts_for_more():
    used = {name_of(path): READERS.intersection(named(tree_of(path))) for path in CODE}
    assert {module: names for module, names in used.items() if names} == ALLOWED


def labels_in(path):
    """Per function that makes labels: the calls that make them, and the names of all that it calls."""
    for function in ast.walk(tree_of(path)):
        if isinstance(function, ast.FunctionDef):
            calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
            made = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "QLabel"]
            if made:
                yield made, {call.func.attr for call in calls if isinstance(call.func, ast.Attribute)}


def is_own(call):
    """A text of the program's, from the catalogue or in the code, without anything put into it."""
    words = call.args[0] if call.args else None
    if isinstance(words, ast.Constant):
        return "<" not in words.value
    return isinstance(words, ast.Call) and ast.unparse(words.func).endswith("words")


def test_labels_are_plain_text():
    """Said where they are made; but for the program's own words, and for pictures."""
    makers = [path for path in CODE if "QLabel" in path.read_text("utf-8")]
    assert [name_of(path) for path in makers for made, called in labels_in(path) if not is_safe(made, called)] == []


def is_safe(made, called):
    plain = "setTextFormat" in called or ("setPixmap" in called and "setText" not in called)
    return plain or all(map(is_own, made))


@pytest.mark.parametrize("language", resources.languages())
def test_the_programs_own_words_hold_no_markup(language):
    catalogue = json.loads((resources.root() / "translations" / f"{language}.json").read_text("utf-8"))
    assert [code for code, text in catalogue.items() if Qt.mightBeRichText(text)] == []


@pytest.fixture
def everywhere(open_window, sample):
    """A window in which every text is a page, with something selected."""
    window = open_window(Session(Opened(baited(sample.project), sample.assets, messages=(BAIT,))))
    window.desk.select([window.desk.journey.lanes[0].cards[0].id])
    window.desk.said.emit(BAIT)
    return window


def test_every_label_shows_it_letter_by_letter(everywhere):
    shown = [label for label in everywhere.findChildren(QLabel) if label.text()]
    assert any("bait" in label.text() for label in shown)
    assert [label.text() for label in shown if not is_plain(label)] == []


def is_plain(label):
    return label.textFormat() is Qt.TextFormat.PlainText or not Qt.mightBeRichText(label.text())


def tips_of(window):
    """Whatever may be shown beside the pointer."""
    yield from (widget.toolTip() for widget in window.findChildren(QWidget))
    yield from (widget.whatsThis() for widget in window.findChildren(QWidget))
    yield from (action.toolTip() for action in window.findChildren(QAction))
    for tabs in window.findChildren(QTabBar):
        yield from (tabs.tabToolTip(index) for index in range(tabs.count()))
    for view in window.findChildren(QAbstractItemView):
        yield from tips_in(view.model(), QModelIndex())


def tips_in(model, parent):
    for row in range(model.rowCount(parent) if model else 0):
        index = model.index(row, 0, parent)
        yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
        yield from tips_in(model, index)


def test_every_tooltip_shows_it_letter_by_letter(everywhere):
    tips = list(tips_of(everywhere))
    assert sum("bait" in tip for tip in tips) > 10
    assert [tip for tip in tips if Qt.mightBeRichText(tip) and "<img" in tip] == []


def test_the_map_shows_it_letter_by_letter(everywhere):
    figures = everywhere.canvas.studio.figures(everywhere.canvas.scene, everywhere.canvas.scene.layout.head)
    assert "<img" in next(figure.figure.name for figure in figures)
    assert not everywhere.canvas.grab().isNull()
