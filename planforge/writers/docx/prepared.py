"""A Word template made ready once for all documents of a run, and kept on disk between runs.

Making it ready needs docxtpl, lxml and Jinja, which cost more time than a whole plan; using it
needs them no more, unless its tags compute. A prepared template is plain data, so the command
line can keep it in a cache.
"""

from msgspec import Struct

from planforge.writers.docx.pieces import Piece

FORMAT = 4
"""Raised whenever prepared templates of an earlier version can no longer be used."""

MAIN, PLAN, APPENDIX, COMPARISON = "dieu", "noi_dung", "phu_luc", "bang_so_sanh"
"""The tags that the generated articles, body, appendices and comparison take the place of."""

MARKERS = (MAIN, PLAN, APPENDIX, COMPARISON)


class Section(Struct, frozen=True):
    """One section of the template: its content and its page setup.

    ``source`` is Jinja; ``pieces`` is the same where it needs no Jinja to be filled. ``marker``
    is the generated content it takes; ``width`` is the room between the margins in twentieths of
    a point.
    """

    source: str
    pieces: tuple[Piece, ...] | None
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
