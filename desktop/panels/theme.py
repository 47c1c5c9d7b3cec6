"""How the interface looks: bundled type, calm colours, an 8 px grid."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from desktop.resources import root
from desktop.typeset.fonts import FontSet

TEXT_PX = 13
FACES = ("inter-regular", "inter-semibold", "inter-bold", "inter-italic")

COLOURS = {
    QPalette.ColorRole.Window: "#F4F5F8",
    QPalette.ColorRole.WindowText: "#1B1F2A",
    QPalette.ColorRole.Base: "#FFFFFF",
    QPalette.ColorRole.AlternateBase: "#F4F5F8",
    QPalette.ColorRole.Text: "#1B1F2A",
    QPalette.ColorRole.PlaceholderText: "#5A6274",
    QPalette.ColorRole.Button: "#FFFFFF",
    QPalette.ColorRole.ButtonText: "#1B1F2A",
    QPalette.ColorRole.Highlight: "#2F6BFF",
    QPalette.ColorRole.HighlightedText: "#FFFFFF",
    QPalette.ColorRole.ToolTipBase: "#1F2A52",
    QPalette.ColorRole.ToolTipText: "#FFFFFF",
    QPalette.ColorRole.Mid: "#D5D9E2",
}
DISABLED = "#868D9D"


def dress(application: QApplication, fonts: FontSet) -> None:
    """Fusion with our palette, the bundled typeface at 13 px, and the rules of styles/interface.qss."""
    application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setFont(_font(fonts))
    application.setStyleSheet((root() / "styles" / "interface.qss").read_text("utf-8"))


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in COLOURS.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(DISABLED))
    return palette


def _font(fonts: FontSet) -> QFont:
    families = [family for key in FACES for family in _families(fonts.data(key))]
    font = QFont(families[:1])
    font.setPixelSize(TEXT_PX)
    return font


def _families(data: bytes) -> list[str]:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFontFromData(data))
