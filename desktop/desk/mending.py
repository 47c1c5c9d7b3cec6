"""What is wrong with the project on a desk, and what is done about it."""

from collections.abc import Callable, Iterable
from contextlib import suppress

from desktop.desk.desk import Desk
from desktop.document.checks import Finding, check, way_to
from desktop.document.journey import JourneyMap
from desktop.document.keyed import find
from desktop.document.means import Means
from desktop.document.project import Project
from desktop.document.repair import repair, repair_all, repairable
from desktop.document.things import things
from desktop.storage.errors import StorageError
from desktop.storage.pictures import picture

SEVERITIES = ("error", "warning", "note")
"""From the worst."""


class Mending:
    """Findings and repairs, each an edit that can be undone. `prepare` is called before the first of them."""

    def __init__(self, desk: Desk, prepare: Callable[[], None] = lambda: None) -> None:
        self._desk = desk
        self._prepare = prepare
        self._checked: Project | None = None
        self._found: tuple[Finding, ...] = ()
        self._heirs: dict[str, str] = {}

    @property
    def desk(self) -> Desk:
        return self._desk

    @property
    def twins(self) -> tuple[Finding, ...]:
        """What was put right when the file was read, as far as it is still there."""
        twins = self._desk.session.opened.twins
        return tuple(twin for twin in twins if self._is_there(twin.path) and self._is_there(twin.other))

    def found(self) -> tuple[Finding, ...]:
        """Everything that the checks find in the project as it is now, the worst first."""
        session = self._desk.session
        if self._checked is not session.project:
            self._checked = session.project
            found = (
                *check(session.project, session.assets.keys(), self._damaged),
                *session.tables.faults(session.project),
            )
            self._found = tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))
        return self._found

    def go_to(self, finding: Finding) -> frozenset[str]:
        """Shows the map on which it is and selects what it is about; what is to be brought into sight."""
        journey = self._journey(finding)
        if journey is None:
            return frozenset()
        self._desk.show_map(journey.id)
        self._desk.select(_about(journey, finding))
        if not self._desk.selected:
            self._desk.said.emit(self._desk.words("findings.not_on_map"))
        return self._desk.selected

    def repair(self, finding: Finding) -> bool:
        """Puts one thing right; whether anything changed."""
        if not repairable(finding) or self._desk.session.read_only:
            return False
        self._prepare()
        means = self._means((finding,))
        label = self._desk.words("edit.repair")
        return self._desk.attempt(label, lambda project: repair(project, finding, means.new_id, means))

    def repair_all(self) -> int:
        """Puts right what can be, as one edit; how many findings are gone."""
        found = [finding for finding in self.found() if repairable(finding)]
        if not found or self._desk.session.read_only:
            return 0
        self._prepare()
        session, means = self._desk.session, self._means(found)
        after, gone = repair_all(session.project, session.assets.keys(), means.new_id, means, self._damaged)
        self._desk.edit(self._desk.words("edit.repair_all").format(count=len(gone)), after)
        return len(gone)

    @property
    def _damaged(self) -> tuple[str, ...]:
        return self._desk.session.opened.damaged

    def _means(self, findings: Iterable[Finding]) -> Means:
        words = self._desk.words
        for key in {finding.detail for finding in findings if finding.code == "picture.damaged"}:
            self._read_anew(key)
        persona = words("repair.persona")
        return Means(self._desk.new_id, words("repair.from"), persona=persona, heirs=self._heirs)

    def _read_anew(self, key: str) -> None:
        """What is still to be seen of a damaged picture becomes a sound one."""
        session = self._desk.session
        if key in self._heirs or key not in session.assets:
            return
        with suppress(StorageError, ValueError):
            heir, asset = picture(session.assets[key].content())
            session.add_asset(heir, asset)
            self._heirs[key] = heir

    def _is_there(self, path: str) -> bool:
        return 2 * len(way_to(self._desk.project, path)) == len(path.split("/")) or not path

    def _journey(self, finding: Finding) -> JourneyMap | None:
        names = finding.path.split("/")
        return find(self._desk.project.maps, names[1]) if names[0] == "maps" else None


def _about(journey: JourneyMap, finding: Finding) -> frozenset[str]:
    """The innermost thing on the way to the finding that can be selected; of an arrow that leads nowhere its end."""
    for one in reversed(finding.path.split("/")[1::2]):
        link = find(journey.links, one)
        task = find(journey.tasks, one)
        names = {link.source, link.target} if link else {task.answers} if task else {one}
        if found := things(journey, names).ids:
            return found
    return frozenset()
