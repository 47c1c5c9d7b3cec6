"""What is measured in a process of its own; each module takes a file and prints one line of JSON."""
