"""What becomes of each name of the model's office in the texts of a plan, and why."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Message, Path, msg
from planforge.rollover.draft import Verdict
from planforge.rollover.office import Adoption
from planforge.rollover.office_names import CAPITAL, LOWER, Mention

_ISSUER = msg("names the issuer")
_UNIT = msg("names the issuer's unit")
_AGENCY = msg("part of an agency's name")
_ISSUES = re.compile(
    r"(?:,)? (?:xây dựng và |lập và )?(?:xây dựng|ban hành)(?= (?:và ban hành )?Kế hoạch)"
)
_CALLED = re.compile(r"gọi (?:tắt |chung )?là [“\"]?$")
_BODY = re.compile(
    r"(?<!\w)(?:Sở|Báo|Đài|Trường|Công an|Bộ Chỉ huy|Cục|Chi cục|Kho bạc|Thanh tra|Ban|Đoàn|Hội"
    r"|Hiệp hội|Liên minh|Bệnh viện|HĐND|Hội đồng nhân dân|Thường trực|Tỉnh ủy|Thành ủy|Đảng bộ"
    r"|Văn phòng|Cổng|Trung tâm|Bảo hiểm xã hội|BHXH|Viễn thông|Bưu điện|Tòa án|Viện|MTTQ"
    r"|Mặt trận)(?!\w)"
    r"[^,;.:()\n]{0,60}$"
)
_LOWER_UNIT = re.compile(
    r"(?<!\w)(?:thành phố|TP\.?|huyện|thị xã|quận|phường|xã|thị trấn|đặc khu) $", re.IGNORECASE
)
_LINKED = re.compile(r"(?<!\w)(?:của|trên địa bàn) $", re.IGNORECASE)
_LONGER_NAME = re.compile(f" {CAPITAL}{LOWER}")
_WORD = f"{CAPITAL}{LOWER}*(?!\\w)"
_NAMED_UNIT = re.compile(
    r"(?<!\w)(?:[Tt]ỉnh|[Tt]hành phố|TP\.?|[Hh]uyện|[Tt]hị xã|[Qq]uận|[Pp]hường|[Xx]ã|[Tt]hị trấn"
    rf"|[Đđ]ặc khu) (?P<unit>(?:{_WORD}|[0-9]+)(?:(?: - | ){_WORD})*)"
)


class Renaming(NamedTuple):
    """What becomes of the words from ``start`` to ``end``; ``kind`` is that of a question."""

    start: int
    end: int
    verdict: Verdict
    new: str
    reason: Message
    kind: str = "model_name"


class Renamer:
    """Decides about the names of one office that another takes the place of."""

    def __init__(self, adoption: Adoption, title: str) -> None:
        self._title = title
        self._adoption = adoption
        self._model = adoption.model
        self._office = adoption.office

    def judge(self, text: str, path: Path, mention: Mention) -> Renaming | None:
        """Return what becomes of ``mention``; None where it holds for the new office as it is."""
        new, reason, start = self._new_words(text, path, mention)
        if new == mention.words and start == mention.start:
            return None
        if not new:
            kind = self._kind(text, mention)
            return Renaming(mention.start, mention.end, "flagged", mention.words, reason, kind)
        return Renaming(start, mention.end, "moved", _cased(new, mention), reason)

    def _new_words(self, text: str, path: Path, mention: Mention) -> tuple[str, Message, int]:
        """Return the words for ``mention``, "" where a person has to say, why, and their start."""
        in_title = _is_title(path) or self._is_in_title(text, mention)
        if in_title and mention.form in ("name", "core", "locality"):
            return self._in_title(text, mention)
        if mention.form == "name":
            return self._name(mention), _ISSUER, mention.start
        if mention.form == "core":
            return self._office.core or self._office.name, _ISSUER, mention.start
        if mention.form == "code":
            return self._office.code, _ISSUER, mention.start
        if mention.form in ("own", "short"):
            return self._short(text, path, mention), _ISSUER, mention.start
        return (*self._place(text, mention), mention.start)

    def _is_in_title(self, text: str, mention: Mention) -> bool:
        """Whether a mention belongs to the plan's title, quoted in another text."""
        quoted = len(text) > len(self._title)
        start = text.casefold().find(self._title.casefold()) if quoted else -1
        return 0 <= start <= mention.start < start + len(self._title)

    def _in_title(self, text: str, mention: Mention) -> tuple[str, Message, int]:
        """Return the issuer as a title names it: a committee by its unit, a body by its name."""
        model, office = self._model, self._office
        if model.is_committee == office.is_committee:
            if mention.form == "locality":
                return (*self._place(text, mention), mention.start)
            words = self._name(mention) if mention.form == "name" else office.core
            return words, _ISSUER, mention.start
        if office.is_committee:
            place = mention.form == "locality" and not self._adoption.same_tier
            return "" if place else office.locality, _ISSUER, mention.start
        if mention.form == "locality" and _BODY.search(text[: mention.start]):
            return (*self._place(text, mention), mention.start)
        linked = _LINKED.search(text[: mention.start])
        start = linked.start() if linked else mention.start
        return f"của {office.name}", _ISSUER, start

    def _name(self, mention: Mention) -> str:
        """Return the full name, shortened as the one it takes the place of is."""
        office = self._office
        short = mention.words[:4].upper() == "UBND"
        if office.is_committee:
            return f"{'UBND' if short else 'Ủy ban nhân dân'} {office.locality}"
        return office.name

    def _short(self, text: str, path: Path, mention: Mention) -> str:
        """Return the short form; where the levels differ, only that of the issuer is certain."""
        model, office = self._model, self._office
        alike = model.is_committee == office.is_committee
        levels = mention.form == "own"
        same = model.level == office.level if levels else model.short == office.short
        if alike and same:
            return mention.words
        issues = _issues(text, path, mention) and levels == model.is_committee
        both = alike and office.is_committee
        if levels and ((alike and self._adoption.same_tier) or (both and issues)):
            return mention.words[: -len(model.level)] + office.level
        if issues and "(" not in mention.words:
            return office.name if model.is_committee else office.short
        return ""

    def _place(self, text: str, mention: Mention) -> tuple[str, Message]:
        """Return the unit, or its bare name, in the place of the model's."""
        before, adoption = text[: mention.start], self._adoption
        if adoption.same_place:
            return mention.words, _UNIT
        longer = _LONGER_NAME.match(text, mention.end) and not mention.words.isupper()
        of_body = _BODY.search(before) is not None
        if longer or not self._office.unit:
            return "", _UNIT
        if mention.form == "place":
            fits = adoption.same_tier and of_body and not _LOWER_UNIT.search(before)
            return self._office.unit if fits else "", _AGENCY
        committees = self._model.is_committee and self._office.is_committee
        if adoption.same_tier or (committees and not of_body):
            return self._office.locality, _AGENCY if of_body else _UNIT
        return "", _UNIT

    def _kind(self, text: str, mention: Mention) -> str:
        if mention.form in ("own", "short"):
            above = mention.form == "own" and not self._model.is_committee
            is_own = above and self._office.is_committee and self._adoption.same_tier
            return "new_office" if is_own else "other_level"
        lower = mention.form == "place" and _LOWER_UNIT.search(text[: mention.start])
        return "local_unit" if lower else "model_name"


def _issues(text: str, path: Path, mention: Mention) -> bool:
    """Whether a text says that who is meant issues the plan, or is called so from here on."""
    if _CALLED.search(text[: mention.start]):
        return True
    return path[0] in ("opening", "decision") and _ISSUES.match(text, mention.end) is not None


def _is_title(path: Path) -> bool:
    is_appendix = path[0] == "appendices" and path[2:] == ("title",)
    return is_appendix or path in (("title",), ("decision", "title"))


def _cased(new: str, mention: Mention) -> str:
    """Return ``new`` in capitals, or with a large first letter, where the words before were so."""
    letters = [letter for letter in mention.words if letter.isalpha()]
    if len(letters) > len("UBND") and all(letter.isupper() for letter in letters):
        return new.upper()
    begins = mention.form == "locality" or mention.start == 0
    if begins and mention.words[:1].isupper() and new[:1].islower():
        return new[0].upper() + new[1:]
    return new


def find_other_units(text: str, adoption: Adoption) -> Iterator[tuple[int, int]]:
    """Yield where a text names communes, districts or provinces that are not the new office's."""
    own = {adoption.model.unit, adoption.office.unit}
    for found in _NAMED_UNIT.finditer(text):
        if not any(unit and found["unit"].startswith(unit) for unit in own):
            yield found.span()
