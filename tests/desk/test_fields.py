"""What several things have in common."""

import pytest

from desktop.desk.fields import SEVERAL, common
from desktop.document.cards import Card, Evidence, Pain

ONE = Card(id="a", kind="pain", text="one", pain=Pain(severity=3), evidence=Evidence(state="research"))
TWO = Card(id="b", kind="pain", text="two", pain=Pain(severity=3, frequency=1))
BARE = Card(id="c", kind="note", text="one")


@pytest.mark.parametrize(
    ("things", "path", "value"),
    [
        ([ONE], "text", "one"),
        ([ONE, BARE], "text", "one"),
        ([ONE, TWO], "text", SEVERAL),
        ([ONE, TWO], "pain.severity", 3),
        ([ONE, TWO], "pain.frequency", SEVERAL),
        ([ONE, BARE], "pain.severity", SEVERAL),
        ([TWO, BARE], "evidence.state", ""),
        ([ONE, TWO], "evidence.state", SEVERAL),
        ([ONE, TWO, BARE], "tags", ()),
        ([ONE, TWO, BARE], "measure.value", None),
        ([ONE, TWO], "starred", False),
        ([], "text", None),
    ],
)
def test_the_common_value(things, path, value):
    assert common(things, path) == value


def test_the_order_does_not_matter():
    assert common([TWO, ONE, BARE], "text") is common([BARE, TWO, ONE], "text") is SEVERAL


def test_looking_ends_at_the_first_difference():
    def things():
        yield ONE
        yield TWO
        raise AssertionError("looked further than it needs to")

    assert common(things(), "text") is SEVERAL
