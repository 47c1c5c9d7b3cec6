"""What is known of a map, hints on it, its review: three panels, each one list to go through."""
