"""How pictures are turned that a camera did not hold upright."""

Matrix = tuple[int, int, int, int, int, int]

TURNED: dict[int, Matrix] = {
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""How the unit square (y upwards) that a picture fills is turned for each EXIF orientation but the usual one."""
