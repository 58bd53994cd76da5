"""The command line: the only part that opens files, prints, or reads clock and environment."""

from planforge.cli.main import main

__all__ = ["main"]
