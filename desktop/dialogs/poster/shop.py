"""What only a print shop or a careful hand wants to know; folded away until somebody asks."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desktop.dialogs.poster.choices import margin, put_margin
from desktop.dialogs.poster.fields import ROW, Form, Measure, Pick, beside
from desktop.dialogs.poster.since import lasting
from desktop.layout.style import Words
from desktop.plan.settings import (
    DPI,
    GLUES,
    MOST_BLEED,
    MOST_MARGIN,
    MOST_OVERLAP,
    THEMES,
    Settings,
    SettingsError,
    Tiling,
    tiled,
)
from desktop.plan.tiles import UNPRINTABLE

SIDES = ("left", "top", "right", "bottom")
FLAGS = ("crop_marks", "appendix", "comments", "keep")


class ShopPage(QWidget):
    """changed(settings): with other ink, edges, pictures or sheets."""

    changed = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self._settings = Settings()
        self.theme = Pick(words("poster.theme"), [(each, words(f"poster.theme_{each}")) for each in THEMES])
        self.bleed = Measure(words("poster.bleed"), (0.0, MOST_BLEED), "mm")
        self.margins = [Measure(words(f"poster.margin_{side}"), (0.0, MOST_MARGIN), "") for side in SIDES]
        self.dpi = Measure(words("poster.dpi"), DPI, "dpi", step=50)
        self.overlap = Measure(words("poster.overlap"), (0.0, MOST_OVERLAP), "mm")
        self.glue = Pick(words("poster.glue"), [(each, words(f"poster.glue_{each}")) for each in GLUES])
        self.only = QLineEdit()
        self.only.setPlaceholderText(words("poster.only_all"))
        self.only.setMaxLength(400)
        self.flags = {name: QCheckBox(words(f"poster.{name}")) for name in FLAGS}
        self.tiling_flags = {name: QCheckBox(words(f"poster.{name}")) for name in ("repeat", "assembly", "aware")}
        self._arrange()
        self._follow()

    def _arrange(self) -> None:
        words, self.form = self._words, Form()
        self.margin_row = beside(*self.margins, spacing=4)
        for name, field in (
            ("theme", self.theme),
            ("overlap", self.overlap),
            ("glue", self.glue),
            ("only", self.only),
            ("margins", self.margin_row),
            ("bleed", self.bleed),
            ("dpi", self.dpi),
        ):
            self.form.add(words(f"poster.{name}"), field)
        for flag in (*self.tiling_flags.values(), *self.flags.values()):
            self.form.add("", flag)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROW)
        column.addWidget(self.form)

    def _follow(self) -> None:
        self.theme.picked.connect(self._set_theme)
        self.bleed.typed.connect(self._set_bleed)
        self.dpi.typed.connect(self._set_dpi)
        self.overlap.typed.connect(self._set_overlap)
        self.glue.picked.connect(self._set_glue)
        self.only.editingFinished.connect(self._set_only)
        for side in self.margins:
            side.typed.connect(self._set_margin)
        for flag in (*self.flags.values(), *self.tiling_flags.values()):
            flag.clicked.connect(self._set_flags)

    def show_settings(self, settings: Settings) -> None:
        """Shows the rest of the settings, without telling anybody."""
        self._settings = settings
        several, tiling = settings.tiling is not None, settings.tiling or Tiling()
        self.theme.show_value(settings.theme)
        self.bleed.show_value(settings.bleed)
        self.dpi.show_value(settings.image_dpi)
        self.overlap.show_value(tiling.overlap)
        self.glue.show_value(tiling.glue)
        self.only.setText(", ".join(tiling.only))
        for field, white in zip(self.margins, margin(settings) or UNPRINTABLE, strict=True):
            field.show_value(white)
        for name, flag in self.flags.items():
            flag.setChecked(getattr(settings, name))
        states = {"repeat": tiling.repeat, "assembly": tiling.assembly, "aware": tiling.seams != "plain"}
        for name, flag in self.tiling_flags.items():
            flag.setChecked(states[name])
            self.form.show_row(flag, several)
        shown: dict[QWidget, bool] = dict.fromkeys((self.overlap, self.glue, self.only), several)
        shown |= {self.flags["keep"]: settings.content in ("map", "stickers")}
        shown |= dict.fromkeys((self.bleed, self.flags["crop_marks"]), not several)
        for row, visible in shown.items():
            self.form.show_row(row, visible)

    def _set_theme(self, theme: str) -> None:
        self._tell(replace(self._settings, theme=theme))

    def _set_bleed(self, bleed: float) -> None:
        """Whoever prints over the edge needs to see where to cut."""
        marks = self._settings.crop_marks or bool(bleed and not self._settings.bleed)
        self._tell(replace(self._settings, bleed=bleed, crop_marks=marks))

    def _set_dpi(self, dpi: float) -> None:
        self._tell(replace(self._settings, image_dpi=int(dpi)))

    def _set_overlap(self, overlap: float) -> None:
        self._tell(self._tiled(overlap=overlap))

    def _set_glue(self, glue: str) -> None:
        self._tell(self._tiled(glue=glue))

    def _set_only(self) -> None:
        names = tuple(name.upper() for name in self.only.text().replace(";", ",").replace(" ", ",").split(",") if name)
        if self._settings.tiling is not None and names != self._settings.tiling.only:
            self._tell(self._tiled(only=names))

    def _set_margin(self) -> None:
        left, top, right, bottom = (field.value() for field in self.margins)
        self._tell(put_margin(self._settings, (left, top, right, bottom)))

    def _set_flags(self) -> None:
        marks, appendix, comments, keep = (self.flags[name].isChecked() for name in FLAGS)
        changed = replace(
            self._settings,
            crop_marks=marks,
            appendix=appendix,
            comments=comments,
            keep=keep,
        )
        if not keep:
            changed = lasting(changed)
        if changed.tiling is not None:
            states = {name: flag.isChecked() for name, flag in self.tiling_flags.items()}
            seams = (
                "plain" if not states["aware"] else "aware" if changed.tiling.seams == "plain" else changed.tiling.seams
            )
            changed = tiled(changed, repeat=states["repeat"], assembly=states["assembly"], seams=seams)
        self._tell(changed)

    def _tiled(self, **changes: Any) -> Settings:
        try:
            return tiled(self._settings, **changes)
        except SettingsError:
            return self._settings

    def _tell(self, settings: Settings) -> None:
        self.show_settings(settings)
        self.changed.emit(settings)
