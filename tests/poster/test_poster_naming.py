"""What a list says that it is of."""

import pytest

from desktop import resources
from desktop.document.journey import JourneyMap
from desktop.document.project import Project
from desktop.poster.naming import dated

WORDS = resources.words("en")


@pytest.mark.parametrize(
    ("title", "date", "told"),
    [
        ("Visit", "2026-11-22", "Visit · 22 November 2026"),
        ("Visit", "2026-11", "Visit · November 2026"),
        ("Visit", "", "Visit"),
        ("", "2026", "Osteria · 2026"),
        ("", "", "Osteria"),
    ],
)
def test_a_map_is_named_with_its_date_as_people_write_it(title, date, told):
    assert dated(Project(id="p", title="Osteria"), JourneyMap(id="m", title=title, date=date), WORDS) == told
