"""Find and replace: a bar above the map, the matches below it in a list and on the map."""
