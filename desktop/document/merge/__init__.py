"""Bringing together what two people made of one project: thing by thing, field by field, by ids and never by lines."""
