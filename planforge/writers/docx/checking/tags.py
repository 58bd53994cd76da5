"""The tags in a paragraph, whole and broken, and the names they may use."""

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from msgspec import Struct

from planforge.findings import Finding, Message, msg
from planforge.writers.docx.checking.codes import BROKEN_TAG, complain
from planforge.writers.docx.checking.text import Paragraph, excerpt
from planforge.writers.docx.context import TAGS
from planforge.writers.docx.prepared import MARKERS

NAMES = (*TAGS, *MARKERS)

LISTS = frozenset(
    {
        "co_quan_chu_quan",
        "co_quan",
        "trich_yeu",
        "trich_yeu_quyet_dinh",
        "noi_nhan",
        "quyen_han",
    }
)
"""Tags that stand for several lines."""

_TAG = re.compile(
    r"""\{\{ (?: (?!\{[{%\#]) . )*? \}\}
      | \{%  (?: (?!\{[{%\#]) . )*?  %\}
      | \{\# (?: (?!\{\#) . )*?     \#\}""",
    re.DOTALL | re.VERBOSE,
)
_HALF = re.compile(r"(?P<open>\{[{%#])|\{\s+[{%]|[}%#]\}|\}\s+\}|\{\s*\Z")
_PREFIX = re.compile(r"(tr|tc|p|r) ")
_LOOSE_PREFIX = re.compile(r"\s*(tr|tc|p|r)\s+(?=\w)(?!(?:if|in|is|and|or|not)\b)")
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
"""Word makes quotation marks curly; docxtpl makes those in tags straight again."""


class Tag(Struct, frozen=True):
    """A tag as written, and what it says: ``{{p noi_dung }}`` has the body ``noi_dung``.

    ``prefix`` is what the tag takes the place of: p, tr, tc, r, or "" for its own characters.
    It is ``loose`` where spaces keep docxtpl from seeing it.
    """

    source: str
    kind: Literal["value", "statement"]
    prefix: str
    body: str
    paragraph: Paragraph
    loose: bool = False

    @property
    def shown(self) -> str:
        """The tag for a message: on one line, cut where it is long."""
        return excerpt(self.source)

    @property
    def words(self) -> frozenset[str]:
        """The names in the tag, without asking what they are there for."""
        return words(self.body)


def words(text: str) -> frozenset[str]:
    """Return the words of ``text``."""
    return frozenset(re.findall(r"\w+", text))


def find_tags(paragraph: Paragraph) -> Iterator[Tag]:
    """Yield the whole tags of a paragraph; comments ``{# … #}`` are none."""
    for match in _TAG.finditer(paragraph.text):
        if not match[0].startswith("{#"):
            yield _tag(match[0], paragraph)


def _tag(source: str, paragraph: Paragraph) -> Tag:
    inner = source[2:-2]
    fast = _PREFIX.match(inner)
    found = fast or _LOOSE_PREFIX.match(inner)
    body = inner[found.end() :] if found else inner
    return Tag(
        source=source,
        kind="value" if source.startswith("{{") else "statement",
        prefix=found[1] if found else "",
        body=body.removeprefix("-").removesuffix("-").strip().translate(_STRAIGHT),
        paragraph=paragraph,
        loose=fast is not found,
    )


def check_halves(paragraph: Paragraph) -> Iterator[Finding]:
    """Name braces that look like part of a tag; one left open stops the whole template."""
    for chunk in _TAG.split(paragraph.text):
        halves = list(_HALF.finditer(chunk))
        opened = [half for half in halves if half["open"]]
        for half in opened or halves[:1]:
            yield complain(
                BROKEN_TAG,
                _half_message(half, excerpt(chunk[half.start() :])),
                where=paragraph.where,
                hint=msg(
                    "Write the tag again in one go, like {example}.", example="{{ ten_loai }}"
                ),
                severity="error" if half["open"] else "warning",
            )


def _half_message(half: re.Match[str], text: str) -> Message:
    if half["open"]:
        return msg("The tag “{text}” is not closed in its paragraph.", text=text)
    return msg("“{text}” looks like part of a tag and would be printed as it stands.", text=text)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name that ``word`` was probably meant to be, or None."""
    import difflib  # noqa: PLC0415 - only mistakes need it

    found = difflib.get_close_matches(plain(word), list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def plain(text: str) -> str:
    """Return ``text`` as names are spelled: small, without diacritics, words joined by ``_``."""
    import unicodedata  # noqa: PLC0415 - only mistakes need it

    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return "_".join(re.split(r"[\s_-]+", bare.strip()))
