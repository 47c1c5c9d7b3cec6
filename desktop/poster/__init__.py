"""From a map to a file that can be printed: lay out at its size, draw, spread over sheets, paint."""
