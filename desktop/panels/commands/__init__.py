"""The palette of commands: everything that can be done or gone to, by a few letters."""
