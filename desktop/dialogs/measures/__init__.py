"""What is to be achieved and how it is measured: goals with their progress, metrics with readings and formulas."""

from desktop.dialogs.measures.part import Measures

__all__ = ["Measures"]
