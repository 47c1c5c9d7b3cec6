"""A client's logo at the right end of the head: never distorted, never higher than the title beside it."""

from collections.abc import Sequence
from math import sqrt

from desktop.layout.compose import Composer
from desktop.layout.places import Rect, TextPlace

AREA = 1.9
"""In squares of the title's type size: a badge and a word mark weigh the same to the eye."""

WIDEST = 0.22
"""The share of the head's width that a logo takes at most."""


def logo_size(aspect: float, width: float, composer: Composer, *, subtitle: bool) -> tuple[float, float]:
    """Width and height of a logo of this shape (width over height) in a head of this width."""
    title = composer.setting("title").role
    most = _block(composer, subtitle=subtitle)
    across = min(sqrt(AREA * aspect) * title.size, most * aspect, width * WIDEST)
    return across, across / aspect


def place_logo(
    size: tuple[float, float], titles: Sequence[TextPlace], right: float, y: float, composer: Composer
) -> Rect:
    """At the right end, its top level with the title's capitals, or at `y` where there is no title."""
    across, height = size
    top = y
    if titles:
        setting = composer.setting(titles[0].role)
        top = titles[0].y + setting.baseline - setting.cap_height
    return Rect(right - across, top, across, height)


def _block(composer: Composer, *, subtitle: bool) -> float:
    """From the top of the title's capitals to the baseline of the last line under it, were each but one line."""
    title = composer.setting("title")
    if not subtitle:
        return title.cap_height
    above = title.role.leading - title.baseline + composer.style.space["title-gap"]
    return title.cap_height + above + composer.setting("subtitle").baseline
