"""``python -m planforge`` is the command ``planforge``."""

from planforge.cli import main

if __name__ == "__main__":
    main()
