"""A Word template made ready once for all documents of a run, and kept on disk between runs.

Making it ready needs docxtpl and lxml, which cost more time than a whole plan; using it needs
only Jinja. A prepared template is plain data, so the command line can keep it in a cache.
"""

from msgspec import Struct

FORMAT = 3
"""Raised whenever prepared templates of an earlier version can no longer be used."""

MAIN, PLAN, APPENDIX = "dieu", "noi_dung", "phu_luc"
"""The tags that the generated articles, body and appendices take the place of."""


class Section(Struct, frozen=True):
    """One section of the template: Jinja source of its content and its page setup.

    ``marker`` is the generated content it takes; ``width`` is the room between the margins in
    twentieths of a point.
    """

    source: str
    properties: str
    marker: str
    width: int


class PreparedTemplate(Struct, frozen=True):
    """A template as sources to render and members to copy.

    ``opening`` and ``ending`` enclose the sections in ``word/document.xml``; ``sources`` are
    further parts with tags (headers, footers); ``rule`` is the paragraph that draws a rule,
    with ``{length}`` and ``{id}`` open; ``members`` are copied as they are; ``sizes`` are the
    font sizes of the styles, in points.
    """

    name: str
    opening: str
    ending: str
    sections: tuple[Section, ...]
    sources: dict[str, str]
    rule: str
    members: dict[str, bytes]
    sizes: dict[str, float]
