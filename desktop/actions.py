"""The one table of actions; menus, the top row and the shortcuts are all made from it."""

from collections.abc import Iterable
from dataclasses import dataclass
from operator import attrgetter

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.layout.style import Words
from desktop.panels.icons import icon


@dataclass(frozen=True, slots=True)
class Act:
    """A menu entry: its words are `action.ID` in the catalogue, `handler` is what of the window does it,
    such as `save` or `arrange.delete`.

    `top` is where it stands in the top row, from the left; 0 for not at all. The first shortcut is the one shown.
    """

    id: str
    group: str
    handler: str
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    top: int = 0


ACTS = (
    Act("new", "file", "new_window", ("Ctrl+N",)),
    Act("open", "file", "open", ("Ctrl+O",), "open", 3),
    Act("save", "file", "save", ("Ctrl+S",), "save", 4),
    Act("save_as", "file", "save_as", ("Ctrl+Shift+S",)),
    Act("export_pdf", "export", "export_pdf", ("Ctrl+P",)),
    Act("export_svg", "export", "export_svg"),
    Act("export_png", "export", "export_png"),
    Act("close", "window", "close", ("Ctrl+W",)),
    Act("quit", "window", "quit", ("Ctrl+Q",)),
    Act("undo", "edit", "undo", ("Ctrl+Z",), "undo", 1),
    Act("redo", "edit", "redo", ("Ctrl+Shift+Z", "Ctrl+Y"), "redo", 2),
    Act("select_all", "edit", "select_all", ("Ctrl+A",)),
    Act("zoom_out", "view", "zoom_out", ("Ctrl+-",), "minus"),
    Act("zoom_in", "view", "zoom_in", ("Ctrl++", "Ctrl+="), "plus"),
    Act("zoom_actual", "view", "zoom_actual", ("Ctrl+1",)),
    Act("fit", "view", "fit", ("Ctrl+0",), "fit", 5),
)
MENU = ("file", "export", "edit", "view", "window")
"""The groups in the order of the menu; export is a menu of its own inside it."""

TOP = tuple(sorted((act for act in ACTS if act.top), key=lambda act: act.top))


def make_actions(window: QWidget, words: Words) -> dict[str, QAction]:
    """The actions by id, bound to the window's methods and reachable by their shortcuts wherever the focus is in it."""
    made = {}
    for act in ACTS:
        action = QAction(icon(act.icon), words(f"action.{act.id}"), window)
        action.setShortcuts([QKeySequence(shortcut) for shortcut in act.shortcuts])
        action.setIconText(f"\N{THIN SPACE}{action.text().rstrip('…')}")  # in the top row, a little off its icon
        action.setToolTip(_tip(action))
        action.triggered.connect(attrgetter(act.handler)(window))
        made[act.id] = action
    window.addActions(list(made.values()))
    return made


def fill_menu(menu: QMenu, actions: dict[str, QAction], words: Words) -> None:
    """Every action, group by group."""
    for group in MENU:
        target = menu
        if group == "export":
            target = menu.addMenu(words("menu.export"))
        elif menu.actions():
            menu.addSeparator()
        target.addActions([actions[act.id] for act in of_group(group)])


def of_group(group: str) -> Iterable[Act]:
    """The group's rows of the table."""
    return (act for act in ACTS if act.group == group)


def _tip(action: QAction) -> str:
    """The words without the ellipsis, and the shortcut."""
    said = action.text().rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{said} ({keys})" if keys else said
