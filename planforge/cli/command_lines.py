"""Names as they are typed in a command line."""

import re
import shlex
from pathlib import Path

_PLAIN = re.compile(r"[\w./\\:+,@-]+")
_NOT_IN_QUOTES = frozenset('"$`!')


def quoted(path: Path) -> str:
    """Return ``path`` as it is typed in a command line, in quotes where it needs them."""
    text = str(path)
    if _PLAIN.fullmatch(text):
        return text
    return f'"{text}"' if _NOT_IN_QUOTES.isdisjoint(text) else shlex.quote(text)
