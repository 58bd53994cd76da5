"""The history of a chain of plans: one form a module."""
