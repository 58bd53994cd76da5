"""The documents a plan cites, in printed order, each with what stands around it."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from msgspec.structs import replace

from planforge.findings import Path
from planforge.linter.subject import Subject
from planforge.model.plan import Plan
from planforge.vietnamese.citations import Citation
from planforge.vietnamese.document_types import LAWS
from planforge.vietnamese.normalization import fold

_PRINTED = (
    "decision",
    "title",
    "note",
    "authority",
    "bases",
    "proposal",
    "articles",
    "opening",
    "text",
    "columns",
    "task",
    "product",
    "lead",
    "support",
    "deadline",
    "cells",
    "lines",
    "sections",
    "groups",
    "tasks",
    "closing",
    "footnotes",
    "appendices",
    "recipients",
)
"""The fields that may hold citations, in the order in which a record is printed."""

_RANKS = {name: rank for rank, name in enumerate(_PRINTED)}
_CALL = re.compile(r"\[\^([\w-]+)\]")
_JOINT = re.compile(r"[,;]?(?: (?:và|hoặc|cùng|cùng với))?(?: các)? (?:[A-ZĐ]\w*(?: \w+){1,4} )?")
"""What joins two documents of one origin; the type of the second may be longer than is known."""
_ISSUED_BEFORE = re.compile(r"(?:ban hành|ký|thông qua|có) $")
_NAMED_BEFORE = re.compile(r" của [^;.:]{2,80} $")
_PROPOSED_BEFORE = re.compile(r"đề nghị của [^;.:]{2,80} tại(?: các)? $", re.IGNORECASE)
_DATE_INSIDE = re.compile(r" ngày \d{1,2}(?:/| tháng )\d")
_TITLE_OPENING = re.compile(
    "(?:về|v/v|quy định|sửa đổi|bổ sung|ban hành|phê duyệt|thông qua|hướng dẫn)(?!\\w)"
)
_SHORT_NAMES = ((fold("Ủy ban nhân dân"), "ubnd"), (fold("Hội đồng nhân dân"), "hđnd"))
_FILLERS = re.compile(
    r"\b(?:ban|bổ|các|của|duyệt|định|đổi|hành|hiện|năm|phê|quy|sung|sửa|thực|tỉnh|v|và|về|việc)\b"
)
"""Syllables that subjects share whatever they are about."""
_ALIKE = 0.34
_CLAUSE_END = re.compile(r"[;.\n]")
_REACH = 300
"""How many characters around a citation can speak about it."""


class Cited(NamedTuple):
    """A citation of another document, with what stands around it in its text.

    ``before`` reaches back to the citation before it, ``after`` to the next one, both at most a
    few lines; ``previous`` is the citation before it in the same text, None for the first.
    """

    path: Path
    citation: Citation
    before: str
    after: str
    previous: Citation | None

    @property
    def name(self) -> str:
        """The document as the text names it, without date, issuer and subject."""
        return str(replace(self.citation, date="", issuer="", subject=""))

    @property
    def clause(self) -> str:
        """What the clause says before the document is named."""
        return _CLAUSE_END.split(self.before)[-1]

    @property
    def in_title(self) -> bool:
        """Whether it is named inside the title of the document cited before it."""
        before = self.previous
        if before is None or self.before.strip():
            return False
        return bool(before.subject) and not before.subject.endswith("bởi")

    @property
    def in_heading(self) -> bool:
        """Whether it is named in a heading, where the decree asks for no full citation."""
        return "title" in self.path


class Origin(NamedTuple):
    """Whether a citation says when and by whom the document was issued."""

    dated: bool
    issued: bool


@lru_cache(maxsize=1)
def cited_documents(subject: Subject) -> tuple[Cited, ...]:
    """Return the citations of other documents in printed order, a footnote's after its call.

    The plan's own number, that of its decision, and the line “(Kèm theo …)” cite no other
    document. Kept for the plan last asked about: the rules of a family run one after another.
    """
    own = _own_symbols(subject.plan)
    order = _print_order(subject)
    others = (item for item in _surround(subject) if str(item.citation.symbol) not in own)
    return tuple(sorted(others, key=lambda item: order(item.path)))


def is_attachment_note(path: Path) -> bool:
    """Whether the text is the line “(Kèm theo Kế hoạch số …)”, which names the plan itself."""
    return path[0] == "appendices" and path[2:] == ("note",)


def is_law(citation: Citation) -> bool:
    """Whether the document is cited by type and name, without number, date and issuer."""
    return citation.type.capitalize() in LAWS or bool(citation.name)


def origins(items: tuple[Cited, ...]) -> tuple[Origin, ...]:
    """Return what each citation says of its origin.

    In ``Nghị quyết số 18-NQ/TW, Nghị quyết số 19-NQ/TW ngày … của …`` date and issuer hold for
    both documents.
    """
    found: list[Origin] = []
    following: Cited | None = None
    for item in reversed(items):
        own = _own_origin(item)
        if following and _share_origin(item, following):
            own = Origin(own.dated or found[-1].dated, own.issued or found[-1].issued)
        found.append(own)
        following = item
    return tuple(reversed(found))


def bare_issuer(name: str) -> str:
    """Return the issuer's name in one spelling, ended by a space; "" where there is none."""
    words = fold(re.sub(r"\([^()]*\)", " ", name))
    for long, short in _SHORT_NAMES:
        words = words.replace(long, short)
    return f"{words} " if words else ""


def same_issuer(first: str, second: str) -> bool:
    """Whether two names of issuers may be one body; an issuer that is not named may be any."""
    one, other = bare_issuer(first), bare_issuer(second)
    return one.startswith(other) or other.startswith(one)


def subject_words(citation: Citation, plan: Plan) -> frozenset[str]:
    """Return the telling syllables of the subject, with the plan's abbreviations in full.

    Empty where no subject is written, and where what follows the document reads like prose.
    """
    if not _TITLE_OPENING.match(citation.subject):
        return frozenset()
    return frozenset(re.findall(r"\w+", _FILLERS.sub("", fold(in_full(citation.subject, plan)))))


def are_unlike(one: frozenset[str], other: frozenset[str], at_least: int = 3) -> bool:
    """Whether two subjects, each of ``at_least`` so many syllables, are not about the same."""
    shorter = min(len(one), len(other))
    return shorter >= at_least and len(one & other) < shorter * _ALIKE


def in_full(text: str, plan: Plan) -> str:
    """Return ``text`` with the plan's abbreviations in full and without remarks in brackets."""
    text = re.sub(r" ?\([^()]*\)", "", text)
    names = "|".join(re.escape(name) for name in plan.abbreviations if name)
    if not names:
        return text
    return re.sub(rf"\b(?:{names})\b", lambda found: plan.abbreviations[found[0]], text)


def _own_symbols(plan: Plan) -> frozenset[str]:
    return frozenset((plan.number, plan.decision.number if plan.decision else ""))


def _surround(subject: Subject) -> Iterator[Cited]:
    texts = {item.path: item.plain for item in subject.texts} if subject.citations else {}
    for path, group in groupby(subject.citations, key=lambda item: item.path):
        if not is_attachment_note(path):
            yield from _surround_in(texts[path], path, [item.citation for item in group])


def _surround_in(text: str, path: Path, citations: list[Citation]) -> Iterator[Cited]:
    ends = [0, *(citation.end for citation in citations)]
    limits = [*(citation.start for citation in citations), len(text)]
    for index, citation in enumerate(citations):
        before = text[max(ends[index], citation.start - _REACH) : citation.start]
        after = text[citation.end : min(limits[index + 1], citation.end + _REACH)]
        previous = citations[index - 1] if index else None
        yield Cited(path, citation, before, after, previous)


def _print_order(subject: Subject) -> Callable[[Path], tuple[int, ...]]:
    calls: dict[str, Path] = {}
    for item in subject.texts if subject.plan.footnotes else ():
        for found in _CALL.finditer(item.written):
            calls.setdefault(found[1], item.path)

    def order(path: Path) -> tuple[int, ...]:
        if path[0] == "footnotes" and path[1] in calls:
            return (*_ranks(calls[str(path[1])]), len(_RANKS))
        return _ranks(path)

    return order


def _ranks(path: Path) -> tuple[int, ...]:
    return tuple(step if isinstance(step, int) else _RANKS.get(step, len(_RANKS)) for step in path)


def _own_origin(item: Cited) -> Origin:
    citation = item.citation
    dated = bool(citation.date) or bool(_DATE_INSIDE.search(citation.subject))
    by_verb = _ISSUED_BEFORE.search(item.before) or _PROPOSED_BEFORE.search(item.before)
    by_name = not citation.type and _NAMED_BEFORE.search(item.before)
    within = " của " in citation.subject and dated and not citation.date
    return Origin(dated, bool(citation.issuer or by_verb or by_name or within))


def _share_origin(item: Cited, following: Cited) -> bool:
    return item.path == following.path and bool(_JOINT.fullmatch(following.before))
