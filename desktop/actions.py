"""Menus, context menus, the top row, the sheet of keys and the shortcuts, made from the one table of actions."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from operator import attrgetter

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from desktop.acts import ACTS, CHOICES, LETTERS, MENUS, Act, of_group
from desktop.canvas.keys import KEYS, Keyboard
from desktop.layout.style import Words
from desktop.panels.choicemenu import ChoiceMenu
from desktop.panels.commands.search import Deed
from desktop.panels.fieldkeys import attend
from desktop.panels.icons import icon
from desktop.panels.sheetline import Line
from desktop.panels.shortcuts import Chapter


def top_groups(actions: dict[str, QAction]) -> list[list[QAction]]:
    """The actions of the top row from the left, those of one group together."""
    row = sorted((act for act in ACTS if act.top), key=lambda act: act.top)
    return [[actions[act.id] for act in part] for _, part in groupby(row, key=lambda act: act.group)]


def make_actions(
    window: QWidget, on_map: Sequence[QWidget], words: Words, point: Callable[[], QPoint]
) -> dict[str, QAction]:
    """The actions by id, bound to the window's methods and reachable by their shortcuts wherever the focus is in it,
    those for the map while one of the widgets `on_map` has it.

    `point`: where on the screen a menu opens that a shortcut asks for. In fields, AltGr writes.
    """
    attend()
    made = {act.id: _action(act, window, words, point) for act in ACTS}
    for act in ACTS:
        for owner in on_map if act.on_map else (window,):
            owner.addAction(made[act.id])
    return made


def fill_menus(target: QMenu | QMenuBar, actions: dict[str, QAction], words: Words) -> None:
    """A menu for every entry of MENUS that has actions."""
    for name, groups in MENUS.items():
        menu = target.addMenu(words(f"menu.{name}"))
        _fill(menu, ((actions[act.id] for act in of_group(group)) for group in groups))


def fill_native(window: QWidget, actions: dict[str, QAction], words: Words) -> None:
    """The same menus at the top of the screen, where the platform has its menus there."""
    bar = QMenuBar(window)
    if bar.isNativeMenuBar():
        fill_menus(bar, actions, words)
    else:
        bar.deleteLater()


def fill_context(menu: QMenu, actions: dict[str, QAction], place: str) -> None:
    """The actions for a place that are possible there, in the order of the menus."""
    groups = (group for names in MENUS.values() for group in names)
    there = ([actions[act.id] for act in of_group(group) if place in act.at.split()] for group in groups)
    _fill(menu, (filter(QAction.isEnabled, group) for group in there))


def enable(actions: dict[str, QAction], able: Collection[str]) -> None:
    """Enables and ticks by what there is."""
    for act in ACTS:
        if act.needs:
            actions[act.id].setEnabled(act.needs in able)
        if len(act.checked) > 1:
            actions[act.id].setChecked(act.checked in able)


def chapters(actions: dict[str, QAction], keyboard: Keyboard, words: Words) -> list[Chapter]:
    """Everything in the menus, and what keys do on the map."""
    menus = [
        Chapter(
            words(f"menu.{name}"),
            [line for group in groups for act in of_group(group) for line in _lines(actions[act.id])],
        )
        for name, groups in MENUS.items()
    ]
    keys = [Line(words(f"key.{key.id}"), _native(key.shortcuts), partial(key.do, keyboard)) for key in KEYS]
    return [*menus, Chapter(words("sheet.map"), keys)]


def deeds(actions: dict[str, QAction], words: Words) -> Iterator[Deed]:
    """Every entry of the menus from the top, those of menus in menus too."""
    for name, groups in MENUS.items():
        for group in groups:
            for act in of_group(group):
                yield from _deeds(actions[act.id], words(f"menu.{name}"))


def _deeds(action: QAction, path: str) -> Iterator[Deed]:
    menu, said = action.menu(), action.text().rstrip("…")
    if not isinstance(menu, QMenu):
        yield Deed(said, path, action.shortcut().toString(QKeySequence.SequenceFormat.NativeText), action)
        return
    for entry in menu.actions():
        name, _, keys = entry.text().partition("\t")
        yield Deed(f"{said} › {name}", path, keys, entry, action)


def _action(act: Act, window: QWidget, words: Words, point: Callable[[], QPoint]) -> QAction:
    action = QAction(icon(act.icon), words(f"action.{act.id}"), window)
    action.setObjectName(act.id)
    action.setShortcuts([QKeySequence(shortcut) for shortcut in act.shortcuts])
    action.setIconText(f"\N{THIN SPACE}{action.text().rstrip('…')}")  # in the top row, a little off its icon
    action.setToolTip(_tip(action))
    action.setCheckable(bool(act.checked))
    if act.on_map:
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    handler = attrgetter(act.handler)(window)
    if act.each:
        menu = ChoiceMenu(_choices(act.each, words), handler, point, window)
        action.setMenu(menu)
        action.triggered.connect(menu.offer)
    else:
        action.triggered.connect(handler)
    return action


def _choices(name: str, words: Words) -> list[tuple[str, str]]:
    """Keys with what is shown of them: the words, and the keys that do the same."""
    letters = LETTERS if name in ("kind", "place") else {}
    texts = {key: words(code) for key, code in CHOICES[name].items()}
    return [(key, f"{text}\tF4, {letters[key]}" if key in letters else text) for key, text in texts.items()]


def _fill(menu: QMenu, groups: Iterable[Iterable[QAction]]) -> None:
    """The actions with a line between the groups that have any."""
    for actions in map(list, groups):
        if actions and menu.actions():
            menu.addSeparator()
        menu.addActions(actions)


def _tip(action: QAction) -> str:
    """The words without the ellipsis, and the shortcut."""
    said = action.text().rstrip("…")
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    return f"{said} ({keys})" if keys else said


def _lines(action: QAction) -> Iterator[Line]:
    """The action, or the entries of its menu."""
    menu, said = action.menu(), action.text().rstrip("…")
    if not isinstance(menu, QMenu):
        yield Line(said, _native(key.toString() for key in action.shortcuts()), action.trigger, action.isEnabled())
        return
    for entry in menu.actions():
        name, _, keys = entry.text().partition("\t")
        yield Line(f"{said}: {name}", (keys,) if keys else (), entry.trigger, action.isEnabled())


def _native(shortcuts: Iterable[str]) -> tuple[str, ...]:
    """Shortcuts as this platform writes them."""
    return tuple(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in shortcuts)
