"""The people of a project: all that is known of each, with a picture, brought from one project to another."""

from desktop.dialogs.personas.part import Personas

__all__ = ["Personas"]
