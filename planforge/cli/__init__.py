"""The command line: the only part that opens files, prints, or reads clock and environment."""

try:
    from planforge.cli.main import main
except KeyboardInterrupt:  # Ctrl-C while it is still being loaded
    raise SystemExit(130) from None

__all__ = ["main"]
