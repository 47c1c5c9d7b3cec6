"""The map's tree for Qt: what each branch shows, what is read out of it, and how its text is changed."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from desktop.desk.branches import Branch, Tree
from desktop.desk.desk import Desk
from desktop.desk.draft import Draft
from desktop.desk.drafts import draft_of
from desktop.desk.spoken import of_card, of_marker, persona_name
from desktop.document.cards import Card, Marker
from desktop.document.errors import EditError
from desktop.document.journey import Lane, Stage
from desktop.layout.names import lane_name
from desktop.layout.style import Style
from desktop.panels.swatches import swatch
from desktop.panels.tips import tip

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

_STRONG = QFont()
_STRONG.setWeight(QFont.Weight.DemiBold)


class BranchModel(QAbstractItemModel):
    """One column of branches. A text that is handed in becomes an edit through the desk."""

    def __init__(self, desk: Desk, style: Style, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._style = style
        self.tree = Tree(desk.journey)
        role = Qt.ItemDataRole
        self._roles: dict[Qt.ItemDataRole, Callable[[Branch], Any]] = {
            role.DisplayRole: self._shown,
            role.EditRole: self._text,
            role.AccessibleTextRole: self._said,
            role.ToolTipRole: self._tip,
            role.DecorationRole: self._swatch,
            role.FontRole: self._font,
        }

    def refresh(self) -> None:
        """Shows the desk's map as it is now."""
        self.beginResetModel()
        self.tree = Tree(self._desk.journey, self.tree)
        self.endResetModel()

    def index_of(self, branch: Branch | None) -> QModelIndex:
        """Where a branch of the tree stands."""
        return self.createIndex(branch.row, 0, branch) if branch else NOWHERE

    def branch(self, index: Index) -> Branch | None:
        """The branch at an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Branch) else None

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        branches = self._below(parent)
        return self.createIndex(row, column, branches[row]) if 0 <= row < len(branches) and column == 0 else NOWHERE

    def parent(self, index: Index = NOWHERE) -> Any:
        branch = self.branch(index)
        return self.index_of(branch.parent if branch else None)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return len(self._below(parent))

    def columnCount(self, _parent: Index = NOWHERE) -> int:
        return 1

    def hasChildren(self, parent: Index = NOWHERE) -> bool:
        branch = self.branch(parent)
        return bool(self._below(parent)) if branch is None or not isinstance(branch.thing, Card | Marker) else False

    def flags(self, index: Index) -> Qt.ItemFlag:
        branch = self.branch(index)
        if branch is None:
            return Qt.ItemFlag.NoItemFlags
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return shown if self._desk.session.read_only else shown | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        branch, tell = self.branch(index), self._roles.get(Qt.ItemDataRole(role))
        return tell(branch) if branch and tell else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        branch = self.branch(index)
        draft = self._draft(branch) if branch and role == Qt.ItemDataRole.EditRole else None
        if draft is None:
            return False
        try:
            candidate = draft.with_text(str(value))
        except EditError as error:
            self._desk.said.emit(self._desk.sentence(error))
            return False
        return self._desk.edit(draft.label, candidate, (draft.thing,))

    def _below(self, parent: Index) -> list[Branch]:
        branch = self.branch(parent)
        return branch.children if branch else self.tree.stages

    def _draft(self, branch: Branch) -> Draft | None:
        return draft_of(self._desk, branch.thing.id)

    def _text(self, branch: Branch) -> str:
        draft = self._draft(branch)
        return draft.text if draft else ""

    def _font(self, branch: Branch) -> QFont | None:
        return _STRONG if isinstance(branch.thing, Stage) else None

    def _shown(self, branch: Branch) -> str:
        thing, words = branch.thing, self._desk.words
        if isinstance(thing, Marker):
            return of_marker(thing, persona_name(self._desk, thing), words)
        if isinstance(thing, Lane):
            count = len(branch.children)
            return f"{lane_name(thing, words)} · {count}" if count else lane_name(thing, words)
        text = thing.text if isinstance(thing, Card) else thing.title
        return " ".join(text.split()) or words("outline.untitled")

    def _said(self, branch: Branch) -> str:
        return of_card(branch.thing, self._desk.words) if isinstance(branch.thing, Card) else self._shown(branch)

    def _tip(self, branch: Branch) -> str:
        return tip(self._said(branch))

    def _swatch(self, branch: Branch) -> Any:
        thing = branch.thing
        if isinstance(thing, Card):
            look = self._style.kind(thing.kind)
            return swatch(look.edge, look.fill)
        if isinstance(thing, Marker):
            return swatch(self._style.curves[0].colour, self._style.curves[0].fill)
        return None
