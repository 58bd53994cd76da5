"""Write the pages that are made from the program; a test tells when they are behind it."""

import gettext
from pathlib import Path

from planforge.findings import Translate
from planforge.writers.format_reference import write_format_reference
from planforge.writers.json_schema import write_json_schema

FOLDER = Path(__file__).parent
CATALOGUES = FOLDER.parent / "planforge" / "locale"


def pages() -> dict[str, str]:
    """Return the generated pages by file name; schema and reference speak Vietnamese."""
    vietnamese: Translate = gettext.translation("planforge", CATALOGUES, ["vi"]).gettext
    return {
        "plan.schema.json": write_json_schema(vietnamese),
        "dinh-dang.md": write_format_reference(vietnamese),
        "plan-format.md": write_format_reference(),
    }


def main() -> None:
    """Write every page."""
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
