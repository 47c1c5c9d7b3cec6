"""Project files that were not written to the end: refused wherever they end, the newest backup offered instead."""

from pathlib import Path

import pytest

from desktop import resources
from desktop.opening import Opening
from desktop.storage.backups import Backups, Reason
from desktop.storage.keeping import Keeping

ROOT = Path(__file__).parents[2]
FILES = [*sorted((ROOT / "tests" / "samples").glob("*.journey")), resources.root() / "samples" / "restaurant.journey"]


class Asked:
    """Wants no backup, and keeps what was offered."""

    def __init__(self):
        self.offered = []

    def large(self, path, megabytes):
        raise AssertionError(path)

    def held(self, name, holder):
        raise AssertionError(name)

    def damaged(self, sentence, newest):
        self.offered.append((sentence, newest))
        return False


@pytest.mark.parametrize("golden", FILES, ids=lambda path: path.name)
def test_of_a_file_cut_at_every_64_bytes_the_newest_backup_is_offered(tmp_path, golden):
    asked, backups = Asked(), Backups(tmp_path / "backups")
    opening = Opening(asked, Keeping(tmp_path / "journals", backups, tmp_path / "locks"), resources.words("en"))
    path, whole = tmp_path / "cut.journey", golden.read_bytes()
    newest = backups.keep(path, "project", whole, Reason.SAVE)
    cuts = [whole[:end] for end in range(0, len(whole.rstrip()), 64)]
    for cut in cuts:
        path.write_bytes(cut)
        assert opening.session(path) is None
        assert path.read_bytes() == cut
    assert [version for _, version in asked.offered] == [newest] * len(cuts)
    assert all("not written completely" in sentence for sentence, _ in asked.offered)
