"""The command line: the only part that opens files, prints, or reads clock and environment."""

import gc

# A short-lived process makes little garbage; looking for it among modules and trees is time lost.
gc.set_threshold(500_000, 20, 50)

try:
    from planforge.cli.main import main
except KeyboardInterrupt:  # Ctrl-C while it is still being loaded
    raise SystemExit(130) from None

__all__ = ["main"]
