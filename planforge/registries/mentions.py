"""Agencies as a lead or support cell lists them.

    cell     = clause (";" | "/" | line end) clause …
    clause   = [role [":"]] item ("," | "và" | "cùng") item …
    item     = [role] name [place] [what it does]
    role     = "chủ trì" | "phối hợp với" | "hướng dẫn" | "Giám đốc" | "các" …
    name     = a registered name | a name of the kind agencies have: “Trường Chính trị tỉnh”

A member of a list may leave out how the names of the list begin: “các sở: Tư pháp, Tài chính”,
“UBND cấp huyện, cấp xã”. Commas, “và” and dashes inside a name are part of it: the longest
registered name wins.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from msgspec import Struct

from planforge.registries.agencies import WORD, Agency, agencies_of_key, fold_word, join_words
from planforge.vietnamese.normalization import normalize

_BRACKETS = re.compile(r"\([^()]*\)")
_TOKEN = re.compile(rf"{WORD}|[;:,/\n]")
_LONGEST_NAME = 16
_LONGEST_ROLE = 4

_JOINERS = frozenset(("và", "cùng"))
_ROLE = re.compile(
    "(?:tấtcả)?các|(?:đồng|cơquan|đơnvị)?chủtrì|(?:cơquan|đơnvị)?phốihợp(?:với)?|thammưu|hướngdẫn"
    "|thẩmđịnh|tổnghợp|theodõi|đônđốc|thựchiện|triểnkhai|kiểmtra|(?:làm)?đầumối"
    "|(?:phó)?(?:chủtịch|giámđốc)|thủtrưởng|ngườiđứngđầu|lãnhđạo|chánh"
)
_LEVEL = re.compile(
    "(?:của|cấp)?tỉnh|(?:của)?tp|(?:các|cấp)?(?:huyện|xã)|(?:các)?(?:quận|phường)|thịxã|thịtrấn|đặckhu"
)
_FIRST_WORD = re.compile(
    "sở|bộ|ban|uỷ|ubnd|hđnd|văn|vp|công|thanh|chi|cục|tổng|trung|trường|phòng|đài|báo|kho|bảo|hội"
    "|hiệp|liên|đoàn|tỉnh|thành|huyện|toà|viện|vụ|học|đại|bệnh|quỹ|tổ|mặt|ngân|bưu|viễn|trạm|cổng"
)
"""How the names of agencies begin, those too that the registry does not know."""

_LEFT_OUT = {"sở": "Sở", "bộ": "Bộ", "ubnd": "UBND", "phòng": "Phòng"}
"""Beginnings that the members of a list leave out after the first, as compared and as written."""

Gap = Literal["", ",", ":", ";"]
_GAPS: dict[str, Gap] = {",": ",", ":": ":", ";": ";", "/": ";", "\n": ";"}


class Mention(Struct, frozen=True):
    """An agency named in a cell.

    ``name`` is as written, completed where the list leaves its beginning out; ``place`` is the
    proper name after it (``Ninh Bình`` of “Sở Nội vụ tỉnh Ninh Bình”). ``agencies`` are all that
    the name may mean, the earliest first; empty where the registry does not know it. ``rest`` is
    what the cell says of it (“chủ trì tham mưu”, “được chọn mẫu”); ``supports`` tells that this
    gives it a supporting part (“phối hợp với …”).
    """

    name: str
    place: str = ""
    agencies: tuple[Agency, ...] = ()
    rest: str = ""
    supports: bool = False

    @property
    def id(self) -> str | None:
        """The id of the earliest agency of this name, None where it is not registered."""
        return self.agencies[0].id if self.agencies else None

    @property
    def is_collective(self) -> bool:
        """Whether many agencies are named as one."""
        return bool(self.agencies) and self.agencies[0].level == "collective"


class _Word(NamedTuple):
    """A word, the form it is compared in, where it stands and what separates it from the last."""

    text: str
    folded: str
    start: int
    end: int
    gap: Gap


class _Found(NamedTuple):
    """A registered name: how many words it takes, what it may mean, how it begins.

    ``left_out`` is the beginning that is not written, as it should be.
    """

    length: int
    agencies: tuple[Agency, ...]
    beginning: str
    left_out: str


@lru_cache(maxsize=8192)
def parse_agencies(text: str) -> tuple[Mention, ...]:
    """Return the agencies that the cell ``text`` lists, in order.

    Empty where the text is no list of agencies but a sentence or a description
    (“Cơ quan được giao chủ trì soạn thảo”). Notes in brackets do not count.
    """
    plain = _BRACKETS.sub(" ", normalize(text))
    return _Reader(plain, tuple(_read_words(plain))).read()


def _read_words(text: str) -> Iterator[_Word]:
    gap: Gap = ""
    for token in _TOKEN.finditer(text):
        folded = fold_word(token[0])
        if token[0] in _GAPS:
            gap = max(gap, _GAPS[token[0]])
        elif folded in _JOINERS:
            gap = gap or ","
        else:
            yield _Word(token[0], folded, *token.span(), gap)
            gap = ""


class _Reader:
    """Reads a cell from left to right, item by item."""

    def __init__(self, text: str, words: tuple[_Word, ...]) -> None:
        self.text = text
        self.words = words
        self.at = 0
        self.beginning = ""
        self.supports = False
        self.mentions: list[Mention] = []

    def read(self) -> tuple[Mention, ...]:
        while self.at < len(self.words):
            self.cross_gap(self.words[self.at].gap)
            if not (self.read_known() or self.read_role() or self.read_unknown()):
                return ()
        return tuple(self.mentions)

    def cross_gap(self, gap: Gap) -> None:
        """Forget a role at the end of its clause; a collective before a colon names its members."""
        if gap == ";":
            self.supports = False
        elif gap == ":" and self.beginning and self.mentions and self.mentions[-1].is_collective:
            self.mentions.pop()

    def read_known(self) -> bool:
        """Read a registered name and what the item says beside it."""
        start = self.at
        found = self.find(start) or self.find_member(start)
        if found is None or self.begins_after_article(start, found.length):
            return False
        self.at += found.length
        level_end, place = self.read_place()
        written = self.text[self.words[start].start : level_end]
        name = f"{found.left_out} {written}" if found.left_out else written
        self.beginning = found.beginning
        rest, supports = self.read_rest()
        self.mentions.append(Mention(name, place, found.agencies, rest, supports or self.supports))
        return True

    def find(self, at: int, left_out: str = "") -> _Found | None:
        """Return the longest registered name that begins at ``at``."""
        for length in range(self.reach(at), 0, -1):
            words = self.words[at : at + length]
            key = join_words((left_out, *(word.folded for word in words)))
            if agencies := agencies_of_key(key):
                return _Found(length, agencies, _beginning_of(key), _LEFT_OUT.get(left_out, ""))
        return None

    def begins_after_article(self, at: int, length: int) -> bool:
        """Return whether “các Sở Tư pháp, …” stands at ``at``: a list, not all departments."""
        if self.words[at].folded != "các" or self.ends_item(at + length):
            return False
        later = self.find(at + 1)
        return later is not None and later.length >= length

    def find_member(self, at: int) -> _Found | None:
        """Return the name at ``at`` whose beginning is left out, where it is all of an item."""
        if not self.beginning or self.words[at].gap not in (",", ":"):
            return None
        found = self.find(at, self.beginning)
        return found if found and self.ends_item(at + found.length) else None

    def reach(self, at: int) -> int:
        """Return how many words a name that begins at ``at`` may have at most."""
        words = self.words[at + 1 : at + _LONGEST_NAME]
        return 1 + next((i for i, word in enumerate(words) if word.gap in (":", ";")), len(words))

    def ends_item(self, at: int) -> bool:
        return at >= len(self.words) or self.words[at].gap != ""

    def read_place(self) -> tuple[int, str]:
        """Read the level and the place after a name; return where the level ends, and the place."""
        if self.is_level(2) or self.is_level(1):
            self.at += 2 if self.is_level(2) else 1
        end = self.words[self.at - 1].end
        first = self.at
        while not self.ends_item(self.at) and self.words[self.at].text[0].isupper():
            if self.find(self.at):
                break
            self.at += 1
        last = self.words[self.at - 1].end
        return end, self.text[self.words[first].start : last] if self.at > first else ""

    def is_level(self, length: int) -> bool:
        return not self.ends_item(self.at) and _LEVEL.fullmatch(self.key(length)) is not None

    def key(self, length: int) -> str:
        words = self.words[self.at : self.at + length]
        return join_words(word.folded for word in words) if len(words) == length else ""

    def read_rest(self) -> tuple[str, bool]:
        """Read what an item says beside the name, and whether that is that it supports."""
        first, supports = self.at, False
        if not self.ends_item(first) and self.find(first):
            return "", False
        while not self.ends_item(self.at) and not supports:
            if self.key(2) == "phốihợp":
                supports = self.ends_item(self.at + 2)
                if not supports:
                    break
            self.at += 2 if supports else 1
        last = self.words[self.at - 1].end
        return self.text[self.words[first].start : last] if self.at > first else "", supports

    def read_role(self) -> bool:
        """Read words that say what the next agency does, or which person of it is meant."""
        for length in range(_LONGEST_ROLE, 0, -1):
            key = self.key(length)
            if _ROLE.fullmatch(key):
                self.supports = self.supports or "phốihợp" in key
                self.at += length
                return True
        return False

    def read_unknown(self) -> bool:
        """Read what looks like the name of an agency that is not registered."""
        first = self.words[self.at]
        if not first.text[0].isupper() or not _FIRST_WORD.fullmatch(first.folded):
            return False
        start = self.at
        self.at += 1
        while self.at < len(self.words) and not self.begins_item():
            self.at += 1
        if not 1 < self.at - start <= _LONGEST_NAME:
            return False
        name = self.text[first.start : self.words[self.at - 1].end]
        rest, supports = self.read_rest()
        self.beginning = first.folded if first.folded in _LEFT_OUT else ""
        self.mentions.append(Mention(name, "", (), rest, supports or self.supports))
        return True

    def begins_item(self) -> bool:
        """Whether a word cannot belong to the unregistered name before it."""
        word = self.words[self.at]
        if word.gap in (":", ";") or self.key(2) in ("chủtrì", "phốihợp"):
            return True
        if not word.gap:
            return False
        named = _FIRST_WORD.fullmatch(word.folded) or not word.text[0].isupper()
        return (
            bool(named) or self.find(self.at) is not None or self.find_member(self.at) is not None
        )


def _beginning_of(key: str) -> str:
    bare = key.removeprefix("các")
    return next((beginning for beginning in _LEFT_OUT if bare.startswith(beginning)), "")
