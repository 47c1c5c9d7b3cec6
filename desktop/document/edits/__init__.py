"""One function per verb of the user, from project to project.

Each returns the very same project when nothing changes and raises EditError when it is impossible.
"""
