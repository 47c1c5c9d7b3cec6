"""How fast and how large: the program beside floors measured in the same run."""
