"""What developers run beside the program: `python -m tools.lock`, `python -m tools.figures`, `python -m tools.screenshot`."""
