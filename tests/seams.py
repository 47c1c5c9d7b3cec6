"""Things in the way of seams, for tests."""

from hypothesis import strategies as st

from desktop.layout.places import Rect
from desktop.plan.axis import Limits
from desktop.plan.seams import Obstacle

lengths = st.sampled_from((5, 10, 20, 35, 60, 120))
kinds = st.sampled_from(("card", "card", "card", "header", "marker", "label"))


def card(id_, *rect, kind="card"):
    return Obstacle(id_, kind, Rect(*map(float, rect)))


def grid(columns, rows, step=(100.0, 50.0), size=(80.0, 40.0), corner=(10.0, 5.0)):
    """Cards in rows and columns with gutters between them."""
    places = ((x, y) for y in range(rows) for x in range(columns))
    return tuple(card(f"c{x}-{y}", corner[0] + x * step[0], corner[1] + y * step[1], *size) for x, y in places)


def alike(side, count, spare=0.0):
    """Limits of sheets that can all have as much, and together `spare` more than the side."""
    most = (side + spare) / count
    return Limits(side, count, most, most, most)


@st.composite
def things(draw, width=200, height=120, most=7):
    """Some obstacles on a poster, whose edges often lie on a coarse grid."""
    found = []
    for number in range(draw(st.integers(0, most))):
        w, h = draw(lengths), draw(lengths.filter(lambda length: length < 100))
        x, y = draw(st.integers(0, (width - w) // 5)) * 5, draw(st.integers(0, (height - h) // 5)) * 5
        found.append(card(f"o{number}", x, y, w, h, kind=draw(kinds)))
    return found


@st.composite
def limits(draw, side):
    """One to three sheets with more or less to spare."""
    return alike(side, draw(st.integers(1, 3)), draw(st.sampled_from((0.0, 5.0, 20.0, 50.0))))
