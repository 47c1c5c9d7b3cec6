"""A range of cells before it is pasted: what goes to which lane and step, to be changed by keys or by pointer."""
