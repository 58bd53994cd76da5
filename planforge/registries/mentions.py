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
_ROLES = frozenset(
    """
    các tấtcảcác chủtrì đồngchủtrì cơquanchủtrì đơnvịchủtrì phốihợp phốihợpvới phốihợpcùng
    cơquanphốihợp đơnvịphốihợp thammưu hướngdẫn thẩmđịnh tổnghợp theodõi đônđốc thựchiện kiểmtra
    đầumối làmđầumối triểnkhai
    chủtịch phóchủtịch giámđốc phógiámđốc thủtrưởng ngườiđứngđầu lãnhđạo chánh
    """.split()
)
_SUPPORTING = frozenset(role for role in _ROLES if "phốihợp" in role)
_LEFT_OUT = ("sở", "bộ", "ubnd", "phòng")
"""Beginnings that the members of a list leave out after the first."""

_LEVELS = frozenset(
    """
    tỉnh củatỉnh cấptỉnh tp củatp huyện cáchuyện cấphuyện quận cácquận thịxã xã cácxã cấpxã phường
    cácphường đặckhu
    """.split()
)
_FIRST_WORDS = frozenset(
    """
    sở bộ ban uỷ ubnd hđnd văn vp công thanh chi cục tổng trung trường phòng đài báo kho bảo hội
    hiệp liên đoàn tỉnh thành huyện toà viện vụ học đại bệnh quỹ tổ mặt ngân bưu viễn trạm cổng đảng
    """.split()
)
"""How the names of agencies begin that the registry need not know."""

Gap = Literal["", ",", ":", ";"]
_GAPS: dict[str, Gap] = {",": ",", ":": ":", ";": ";", "/": ";", "\n": ";"}


class Mention(Struct, frozen=True):
    """An agency named in a cell.

    ``name`` is as written, completed where the list leaves its beginning out; ``place`` is the
    proper name after it (``Ninh Bình`` of “Sở Nội vụ tỉnh Ninh Bình”). ``agencies`` are all that
    the name may mean, the earliest first; empty where the registry does not know it. ``supports``
    says that the cell itself gives it a supporting part (“phối hợp với …”).
    """

    name: str
    place: str = ""
    agencies: tuple[Agency, ...] = ()
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
    """A registered name: how many words it takes, what it may mean, how it begins."""

    length: int
    agencies: tuple[Agency, ...]
    beginning: str


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
        start = self.at
        found = self.find(start)
        left_out = "" if found else self.beginning
        found = found or self.find_member(start)
        if found is None:
            return False
        self.at += found.length
        end, place = self.read_place()
        written = self.text[self.words[start].start : end]
        name = f"{left_out.upper() if left_out == 'ubnd' else left_out.title()} {written}".strip()
        self.beginning = found.beginning
        supports = self.read_rest() or self.supports
        self.mentions.append(Mention(name, place, found.agencies, supports))
        return True

    def find(self, at: int, beginning: str = "") -> _Found | None:
        """Return the longest registered name that begins at ``at``."""
        for length in range(self.reach(at), 0, -1):
            words = self.words[at : at + length]
            key = join_words((beginning, *(word.folded for word in words)))
            if agencies := agencies_of_key(key):
                bare = key.removeprefix("các")
                return _Found(
                    length, agencies, next((b for b in _LEFT_OUT if bare.startswith(b)), "")
                )
        return None

    def find_member(self, at: int) -> _Found | None:
        """Return the name at ``at`` whose beginning the list leaves out, if it is all of an item."""
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
        """Read the level and the place after a name; return where the name ends, and the place."""
        if self.ends_item(self.at) or self.find(self.at):
            return self.words[self.at - 1].end, ""
        self.at += next((n for n in (2, 1) if self.key(n) in _LEVELS), 0)
        end = self.words[self.at - 1].end
        first = self.at
        while not self.ends_item(self.at) and self.words[self.at].text[0].isupper():
            self.at += 1
        last = self.words[self.at - 1].end
        return end, self.text[self.words[first].start : last] if self.at > first else ""

    def key(self, length: int) -> str:
        words = self.words[self.at : self.at + length]
        return join_words(word.folded for word in words) if len(words) == length else ""

    def read_rest(self) -> bool:
        """Skip what an item says beside the name; return whether that is that it supports."""
        while not self.ends_item(self.at):
            if self.key(2) == "phốihợp":
                supports = self.ends_item(self.at + 2)
                self.at += 2 if supports else 0
                return supports
            self.at += 1
        return False

    def read_role(self) -> bool:
        for length in range(_LONGEST_ROLE, 0, -1):
            key = self.key(length)
            if key in _ROLES:
                self.supports = self.supports or key in _SUPPORTING
                self.at += length
                return True
        return False

    def read_unknown(self) -> bool:
        first = self.words[self.at]
        if not first.text[0].isupper() or first.folded not in _FIRST_WORDS:
            return False
        start = self.at
        self.at += 1
        while self.at < len(self.words) and not self.begins_item():
            self.at += 1
        if not 1 < self.at - start <= _LONGEST_NAME:
            return False
        self.beginning = first.folded if first.folded in _LEFT_OUT else ""
        name = self.text[first.start : self.words[self.at - 1].end]
        self.mentions.append(Mention(name, supports=self.supports))
        return True

    def begins_item(self) -> bool:
        """Whether a word cannot belong to the unregistered name before it."""
        word = self.words[self.at]
        if word.gap in (":", ";") or self.key(2) == "phốihợp":
            return True
        if not word.gap:
            return False
        named = word.folded in _FIRST_WORDS or not word.text[0].isupper()
        return named or self.find(self.at) is not None or self.find_member(self.at) is not None
