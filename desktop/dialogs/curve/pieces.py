"""What both dialogs about the curve are made of: labels, choices, figures of a feeling."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLayout, QWidget

from desktop.desk.curve import CurveVerbs
from desktop.layout.names import lane_name
from desktop.layout.signs import signed
from desktop.layout.style import Words
from desktop.method.scores import Felt

CHOICE, CAPTION = 220, 92
"""Px, at least, of a field in which one chooses, and of the words before it."""


def told(text: str, name: str) -> QLabel:
    """A paragraph of plain text."""
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setObjectName(name)
    return label


def choice(name: str, entries: Iterable[tuple[str, str]]) -> QComboBox:
    """A list to choose from: what is shown, and the id of what is meant."""
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumWidth(CHOICE)
    for text, ident in entries:
        box.addItem(text, ident)
    return box


def form(rows: Iterable[tuple[str, QWidget | QLayout]]) -> QGridLayout:
    """Rows of a name and a field, the names at the left, beside the middle of their fields."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(8)
    grid.setColumnMinimumWidth(0, CAPTION)
    grid.setColumnStretch(1, 1)
    for row, (name, field) in enumerate(rows):
        label = told(name, "caption")
        label.setWordWrap(False)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignVCenter)
        if isinstance(field, QLayout):
            grid.addLayout(field, row, 1)
        else:
            grid.addWidget(field, row, 1)
    return grid


def whose(verbs: CurveVerbs, words: Words) -> tuple[QComboBox, QComboBox]:
    """In which lane, and whose curve: the first of each is the one that is concerned."""
    lanes = ((lane_name(lane, words), lane.id) for lane in verbs.lanes)
    people = ((persona.name or words("project.untitled"), persona.id) for persona in verbs.people)
    nobody = () if verbs.people else ((words("curve.nobody"), ""),)
    return choice(words("curve.lane"), lanes), choice(words("curve.persona"), (*people, *nobody))


def told_number(text: str, point: str) -> str:
    """A number of Python’s with a true minus and the decimal sign of the language."""
    return text.replace("-", "−").replace(".", point)


def feeling(value: float | None, words: Words) -> str:
    """“+1.2”, “−0.4”; “–” where nobody said anything."""
    return "–" if value is None else signed(value, "+.1f").replace(".", words("number.point"))


def figures(felt: Felt | None, words: Words) -> tuple[str, str, str]:
    """n, the feeling, and its spread as “± 0.84”, which one person does not have."""
    if felt is None:
        return "", "–", ""
    spread = f"± {told_number(f'{felt.spread:.2f}', words('number.point'))}" if felt.people > 1 else "–"
    return f"{felt.people}", feeling(felt.value, words), spread
