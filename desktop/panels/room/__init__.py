"""The map for a room full of people: room mode and the projector."""
