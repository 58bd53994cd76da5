"""Plan to findings: what a careful chief of office would send back, and nothing else."""

from planforge.linter.engine import lint_plan, lint_review
from planforge.linter.levels import Levels

__all__ = ["Levels", "lint_plan", "lint_review"]
