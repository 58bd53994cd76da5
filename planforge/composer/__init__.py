"""Plan to document: numbers, bases, headings, tables, notes and marks, all decided here."""

from planforge.composer.plan import compose_plan

__all__ = ["compose_plan"]
