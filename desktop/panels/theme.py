"""How the interface looks: bundled type, calm colours, an 8 px grid; light or dark, as chosen or as the system is."""

import json
from functools import lru_cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.panels.icons import tint_all
from desktop.preferences import Appearance
from desktop.resources import root
from desktop.typeset.fonts import FontSet

TEXT_PX = 13
FACES = ("inter-regular", "inter-semibold", "inter-bold", "inter-italic")
LOOK = "look"
"""The property of the application that says which look is worn: light or dark, with TOUCH in touch mode."""

TOUCH = "+touch"
FINGER = 44
"""Px that whatever is tapped is high and wide at least (WCAG 2.2, target size, enhanced)."""

Role, Group = QPalette.ColorRole, QPalette.ColorGroup
SCHEMES = {
    Appearance.LIGHT: Qt.ColorScheme.Light,
    Appearance.DARK: Qt.ColorScheme.Dark,
    Appearance.SYSTEM: Qt.ColorScheme.Unknown,
}
ROLES = {
    Role.Window: "ground",
    Role.WindowText: "ink",
    Role.Base: "field",
    Role.AlternateBase: "ground",
    Role.Text: "ink",
    Role.PlaceholderText: "ink_3",
    Role.Button: "surface",
    Role.ButtonText: "ink",
    Role.BrightText: "danger",
    Role.Highlight: "highlight",
    Role.HighlightedText: "highlight_ink",
    Role.Accent: "accent",
    Role.Link: "link",
    Role.LinkVisited: "link",
    Role.ToolTipBase: "tip",
    Role.ToolTipText: "tip_ink",
    Role.Light: "surface",
    Role.Midlight: "line_2",
    Role.Mid: "line",
    Role.Dark: "handle",
    Role.Shadow: "handle_hover",
}
"""What Qt's own drawing is coloured with, in the words of styles/interface.json."""


def dress(application: QApplication, fonts: FontSet, appearance: Appearance = Appearance.SYSTEM) -> None:
    """Fusion, the bundled typeface at 13 px, and the colours of the appearance."""
    application.setStyle("Fusion")
    application.setFont(_font(fonts))
    wear(application, appearance)


def wear(application: QApplication, appearance: Appearance, *, touch: bool = False) -> None:
    """The colours of the appearance in every window, at once: palette, rules of interface.qss, icons.

    `touch`: sizes for fingers.
    """
    QGuiApplication.styleHints().setColorScheme(SCHEMES[appearance])  # window frames and the system's own dialogs
    _wear(application, look_of(appearance, QGuiApplication.styleHints().colorScheme()) + TOUCH * touch)


def suit(application: QApplication, *, touch: bool) -> None:
    """The same colours in sizes for fingers, or for a mouse."""
    _wear(application, _worn().removesuffix(TOUCH) + TOUCH * touch)


def for_fingers() -> bool:
    """Whether sizes for fingers are worn."""
    return _worn().endswith(TOUCH)


def _worn() -> str:
    application = QApplication.instance()
    return (application.property(LOOK) if application else None) or "light"


def _wear(application: QApplication, worn: str) -> None:
    if application.property(LOOK) == worn:
        return
    look = worn.removesuffix(TOUCH)
    application.setProperty(LOOK, worn)
    application.setPalette(palette(look))
    application.setStyleSheet(rules(look, touch=look != worn))
    tint_all()


def look_of(appearance: Appearance, system: Qt.ColorScheme) -> str:
    """light or dark; a system that does not say is light."""
    if appearance is Appearance.SYSTEM:
        return "dark" if system is Qt.ColorScheme.Dark else "light"
    return str(appearance.value)


def colour(role: str) -> QColor:
    """A colour of the look that is worn by its name in styles/interface.json, for what a panel paints by itself."""
    return QColor(colours(_worn().removesuffix(TOUCH))[role])


@lru_cache(maxsize=2)
def colours(look: str) -> dict[str, str]:
    """The colours of a look, #RRGGBB by name. KeyError for an unknown look."""
    table: dict[str, dict[str, str]] = json.loads((root() / "styles" / "interface.json").read_text("utf-8"))
    return table[look]


def rules(look: str, *, touch: bool = False) -> str:
    """The style sheet with the look's colours in it. KeyError for a colour that has no name."""
    names = ("interface.qss", "touch.qss") if touch else ("interface.qss",)
    sheet = Template("".join((root() / "styles" / name).read_text("utf-8") for name in names))
    arrow = (root() / "icons" / "arrows" / f"{look}.svg").as_posix()
    tick = (root() / "icons" / "ticks" / "tick.svg").as_posix()
    return sheet.substitute(colours(look), arrow=arrow, tick=tick)


def palette(look: str) -> QPalette:
    """What Qt draws with where no rule says otherwise."""
    made, table = QPalette(), colours(look)
    for role, name in ROLES.items():
        made.setColor(role, QColor(table[name]))
    for role in (Role.WindowText, Role.Text, Role.ButtonText):
        made.setColor(Group.Disabled, role, QColor(table["faint"]))
    return made


def _font(fonts: FontSet) -> QFont:
    families = [family for key in FACES for family in _families(fonts.data(key))]
    font = QFont(families[:1])
    font.setPixelSize(TEXT_PX)
    return font


def _families(data: bytes) -> list[str]:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(data))
