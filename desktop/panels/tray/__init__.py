"""The inbox at the side of the map: groups of notes without a place, and the parking lot below them."""
