"""Current and ideal: held against each other, and what is new brought over."""
