"""All fields of what is selected."""
