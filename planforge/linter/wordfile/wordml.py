"""Reading values out of WordprocessingML, whatever a program wrote into them."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

TWIPS_PER_POINT = 20
TWIPS_PER_MM = 1440 / 25.4
EMU_PER_POINT = 12700

_NUMBER = re.compile(r"-?\d{1,9}(\.\d{1,9})?")
_OFF = ("0", "false", "off", "none")


def child(element: Element | None, name: str) -> Element | None:
    """Return the first child called ``w:name``, None where there is none."""
    return None if element is None else element.find(f"{W}{name}")


def attribute(element: Element | None, name: str = "val") -> str:
    """Return the attribute ``w:name``, "" where there is none."""
    return "" if element is None else element.get(f"{W}{name}", "")


def number(text: str) -> float | None:
    """Return the number written as ``text``; None for anything else."""
    return float(text) if _NUMBER.fullmatch(text) else None


def is_on(element: Element) -> bool:
    """Return whether a switch such as ``w:b`` is on; without a value it is."""
    return attribute(element) not in _OFF


def first(sources: Iterable[Element], name: str) -> Element | None:
    """Return the child ``w:name`` of the first of ``sources`` that has one."""
    return next((found for source in sources if (found := child(source, name)) is not None), None)


def first_value(sources: Iterable[Element], name: str, key: str) -> str:
    """Return attribute ``w:key`` of the first child ``w:name`` that has it, "" where none has."""
    for source in sources:
        found = attribute(child(source, name), key)
        if found:
            return found
    return ""
