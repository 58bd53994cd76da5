"""Golden files: what was right once must stay right, or be changed with open eyes."""

import os
from pathlib import Path

FOLDER = Path(__file__).parent / "golden"


def check_golden(name: str, text: str) -> None:
    """Hold ``text`` against a golden file; PLANFORGE_UPDATE_GOLDEN=1 rewrites it instead."""
    path = FOLDER / name
    if os.environ.get("PLANFORGE_UPDATE_GOLDEN"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    assert text == path.read_text(encoding="utf-8")
