"""Make the three Word templates from the format standard: ``python templates/make_templates.py``.

The files are meant to be opened and restyled in Word; run this to start afresh, or after a
change of the standard's figures. Same standard, same bytes.
"""

import sys
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from parts.document import comparison_document, decision_document, plan_document
from parts.package import package
from parts.styles import styles_part

from planforge.standards import load_standard

EPOCH = (1980, 1, 1, 0, 0, 0)


def make_templates(folder: Path) -> None:
    """Write ``ke-hoach.docx``, ``quyet-dinh.docx`` and ``bang-so-sanh.docx`` into ``folder``."""
    standard = load_standard()
    plan, decision = plan_document(standard), decision_document(standard)
    write_package(folder / "ke-hoach.docx", package(standard, "Kế hoạch", plan))
    write_package(folder / "quyet-dinh.docx", package(standard, "Quyết định", decision))
    comparison = package(standard, "Bảng so sánh", comparison_document(standard))
    comparison["word/styles.xml"] = styles_part(standard, marks=True)
    write_package(folder / "bang-so-sanh.docx", comparison)


def write_package(path: Path, members: dict[str, str]) -> None:
    """Write a Word file, the same bytes for the same members on every machine.

    Members are stored, not deflated: zlib and its successors do not compress alike.
    """
    with ZipFile(path, "w") as archive:
        for name in sorted(members, key=_place):
            member = ZipInfo(name, EPOCH)
            member.create_system = 0  # else it tells Windows from the rest
            archive.writestr(member, members[name].encode())


def _place(name: str) -> tuple[bool, str]:
    return name != "[Content_Types].xml", name


if __name__ == "__main__":
    make_templates(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
