"""What is printed, from how far it is read and on what: the questions before a print, and the print as it will be."""
