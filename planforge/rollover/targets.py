"""Targets and figures of the old plan: they belong to its year, though no year stands with them."""

import re
from collections.abc import Iterator

from planforge.findings import Message, Path, msg
from planforge.model.plan import Plan
from planforge.model.walking import walk_texts
from planforge.rollover.draft import Ask
from planforge.rollover.past import review_sections
from planforge.rollover.wording import beginning_of, sentences_of

_FIGURE = re.compile(
    r"(?<![0-9.,/])(?!100(?:[.,]0+)? ?%)[0-9][0-9.,]* ?"
    r"(?:%|(?:điểm|bậc)(?!\w)|(?:nghìn|triệu|tỷ) đồng)|xếp thứ (?:hạng )?[0-9]+"
    r"|(?:tối thiểu|ít nhất|thêm) [0-9]+(?![0-9.,]* ?%| lần)"
)
"""100% is left out: it stays 100% every year."""

_AIM = re.compile(
    r"(?<!\w)(?:đạt|tối thiểu|ít nhất|trên|dưới|từ|phấn đấu|giảm|tăng|thêm|trở lên|không quá|xếp"
    r"|chỉ tiêu|mục tiêu|dự toán|kinh phí)(?!\w)",
    re.IGNORECASE,
)
_EXPLICIT = re.compile("phấn đấu|mục tiêu|chỉ tiêu|dự toán", re.IGNORECASE)
_COLUMN = re.compile(r"(?:chỉ tiêu|mục tiêu|dự toán|kinh phí|kế hoạch)(?!\w)", re.IGNORECASE)
_PROPOSAL = msg("Set them for the new plan, or confirm that they stay.")


def ask_about_targets(plan: Plan) -> Iterator[Ask]:
    """Yield one question for each section, and for each column of a table, that holds targets."""
    found: dict[Path, list[tuple[Path, str]]] = {}
    reviews = review_sections(plan)
    for path, text in walk_texts(plan):
        if any(path[: len(review)] == review for review in reviews):
            continue
        target = _target_in(path, text)
        if target:
            found.setdefault(path[:2] if path[0] == "sections" else path[:1], []).append(
                (path, target)
            )
    for group in found.values():
        yield _ask(_about(group, plan), tuple(path for path, _ in group))
    yield from _columns(plan)


def _target_in(path: Path, text: str) -> str:
    """Return the first sentence of a passage that sets a target, "" where none does."""
    if path[0] not in ("opening", "sections", "closing"):
        return ""
    cue = _AIM if path[0] == "sections" else _EXPLICIT
    sentences = (sentence for sentence in sentences_of(text) if _FIGURE.search(sentence))
    return next((sentence.strip() for sentence in sentences if cue.search(sentence)), "")


def _about(group: list[tuple[Path, str]], plan: Plan) -> Message:
    return msg(
        "Targets and figures of {period}: {count} place(s), first “{words}”.",
        period=str(plan.period), count=len(group), words=beginning_of(group[0][1]),
    )  # fmt: skip


def _ask(about: Message, paths: tuple[Path, ...]) -> Ask:
    return Ask(kind="target", about=about, paths=paths, proposal=_PROPOSAL)


def _columns(plan: Plan) -> Iterator[Ask]:
    for index, appendix in enumerate(plan.appendices):
        for place, column in enumerate(appendix.columns):
            if _COLUMN.match(column.heading):
                about = msg(
                    "The column “{heading}” holds the figures of {period}.",
                    heading=column.heading, period=str(plan.period),
                )  # fmt: skip
                yield _ask(about, (("appendices", index, "columns", place, "heading"),))
