"""Changing a plan file in place: only the words that are meant, every other byte as it was."""
