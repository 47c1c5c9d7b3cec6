"""What developers run beside the program, each as `python -m tools.NAME`: lock, figures, screenshot, make_fonts."""
