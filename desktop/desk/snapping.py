"""What photos of the wall show, kept as picture cards: the only way in which a photo comes into the project."""

from PIL import Image

from desktop.desk.album import Album, Shot
from desktop.desk.desk import Desk
from desktop.desk.pictures import Pictures
from desktop.document.edits.begin import first_spot
from desktop.document.edits.cards import Spot
from desktop.drawing.wallplan import WallCell
from desktop.storage.pictures import LONGEST, picture_of


class Snapping:
    """Picture cards from the photos of an album, stored as pasted pictures are; one undo step each."""

    def __init__(self, desk: Desk, album: Album) -> None:
        self._desk = desk
        self._album = album

    def cell(self, cell: WallCell) -> bool:
        """A cell as the walk shows it, at its step; whether it could be kept. What makes it impossible is said."""
        return self._keep(self._album.crop(cell), Spot(cell.lane, cell.step))

    def photo(self, shot: Shot) -> bool:
        """A whole photo at the dashed slot: straightened where its corners are known, else as it was taken."""
        straight = self._album.straightened(shot, LONGEST)
        journey = self._desk.journey
        spot = self._desk.target or (first_spot(journey) if journey else None)
        return self._keep(straight or self._album.room.image(shot.photo), spot)

    def _keep(self, image: Image.Image | None, spot: Spot | None) -> bool:
        if self._desk.session.read_only:
            self._desk.session.refused.emit()
            return False
        return image is not None and Pictures(self._desk).add([picture_of(image)], spot)
