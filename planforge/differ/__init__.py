"""Two plans to what changed between them: part by part, never line by line."""

from planforge.differ.comparison import compare_plans

__all__ = ["compare_plans"]
