"""The rules of the built document, one a module."""
