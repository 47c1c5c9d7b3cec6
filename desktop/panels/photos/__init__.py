"""Photos of a wall that was written on: straightened, and walked through from cell to cell."""
