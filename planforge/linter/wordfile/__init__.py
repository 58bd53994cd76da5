"""Word file to findings: where a built document breaks the decree, whoever made it."""

from planforge.linter.wordfile.engine import lint_word_file
from planforge.linter.wordfile.registry import WORD_RULES

__all__ = ["WORD_RULES", "lint_word_file"]
