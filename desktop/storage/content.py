"""The shape of a whole file, from which its JSON Schema is made."""

from typing import Annotated, Literal

from pydantic import Field

from desktop.document.base import Part
from desktop.document.project import Project
from desktop.storage.assets import Asset, FontAsset

Key = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""SHA-256 of an asset's bytes."""


class Content(Part):
    """What stands in a project file: the format's name and version, the project, its pictures, its fonts.

    Fonts stand apart from the pictures since 1.2, so that programs of 1.0 and 1.1 keep them as something unknown.
    """

    format: Literal["journeywall"]
    version: tuple[Literal[1], Annotated[int, Field(ge=0, le=1_000_000)]]
    project: Project
    assets: Annotated[dict[Key, Asset], Field(max_length=20_000)] = Field(default_factory=dict)
    fonts: Annotated[dict[Key, FontAsset], Field(max_length=100)] = Field(default_factory=dict)
