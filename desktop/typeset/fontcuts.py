"""One font of one look out of a file that holds several: a collection's member, a variable font cut at its axes."""

import uharfbuzz as hb

from desktop.typeset.entries import Axes

COLLECTION = b"ttcf"

_WHOLE = (
    hb.SubsetFlags.RETAIN_GIDS
    | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    | hb.SubsetFlags.NOTDEF_OUTLINE
    | hb.SubsetFlags.DOWNGRADE_CFF2
)


def alone(source: bytes, index: int, axes: Axes) -> bytes:
    """The font with all its glyphs under the same numbers; the bytes as they are when there is nothing to take out."""
    if source[:4] != COLLECTION and not axes:
        return source
    face = hb.Face(hb.Blob(source), index)
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    wanted.flags = _WHOLE
    if axes:
        wanted.pin_all_axes_to_default(face)
    for tag, place in axes:
        wanted.pin_axis_location(face, tag, place)
    return bytes(hb.subset(face, wanted).blob.data)
