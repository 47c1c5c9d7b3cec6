"""The run of show: the agenda with its times, and the board that everybody reads."""
