"""What the linter says of the old plan and of the draft, as far as it has to be asked about."""

import re
from collections.abc import Iterable, Iterator

from planforge.findings import Finding, Message, Path, msg
from planforge.rollover.draft import Ask, Order

_CARRIED = frozenset(("D103", "D105", "D110"))
"""Beside errors: times outside the period, windows too long, years of an older plan."""

_OUTDATED = {
    "C108": "not_in_force",
    "C118": "not_in_force",
    "A109": "agency_gone",
    "A111": "agency_gone",
}
"""What is wrong with the draft only because time has passed."""

_YEAR = re.compile("(?:19|20)[0-9]{2}")
_DAY = re.compile("(?P<day>[0-9]{1,2}(?:/[0-9]{1,2}/| tháng [0-9]{1,2} năm ))(?P<year>[0-9]{4})")


def is_carried(finding: Finding) -> bool:
    """Whether a rollover would carry on what ``finding`` says of the old plan."""
    return finding.severity == "error" or finding.code in _CARRIED


class Concerns:
    """Knows which years of a plan the linter doubts."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._dated = [f for f in findings if f.code.startswith("D") and is_carried(f)]

    def about(self, path: Path, text: str, offset: int) -> str:
        """Return the code of what is wrong with the year at ``offset`` of a text, "" for none."""
        for finding in self._dated:
            if path[: len(finding.path)] == finding.path and _is_meant(finding, text, offset):
                return finding.code
        return ""


def _is_meant(finding: Finding, text: str, offset: int) -> bool:
    """Whether the words a finding quotes hold the year at ``offset``; without quotes, all."""
    quoted = [words for words in _quotes(finding.message) if words in text]
    if not quoted:
        return True
    starts = ((found.start(), len(words)) for words in quoted for found in _each(words, text))
    return any(start <= offset < start + length for start, length in starts)


def _each(words: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(re.escape(words), text)


def _quotes(message: Message) -> Iterator[str]:
    for value in message.values.values():
        if isinstance(value, Message):
            yield from _quotes(value)
        elif isinstance(value, str) and _YEAR.search(value):
            yield value


def ask_about_mistakes(order: Order) -> Iterator[Ask]:
    """Yield a question for each mistake that would be carried on."""
    for finding in filter(is_carried, order.findings):
        yield Ask(
            kind="lint",
            about=msg(
                "In the old plan, {code}: {message}", code=finding.code, message=finding.message
            ),
            paths=(finding.path,),
            proposal=_remedy(finding, order) or finding.hint,
        )


def _remedy(finding: Finding, order: Order) -> Message | None:
    """Return what to do in the draft about a time; None where it is what the old plan needs."""
    period = str(order.target)
    if finding.code == "D103":
        return msg("In the draft, write a time within {period}, or leave it out.", period=period)
    if finding.code == "D105":
        return _new_end(finding, order.shift)
    if finding.code == "D110":
        return msg(
            "In the draft, write {period}, or say which past year is meant and why.", period=period
        )
    return None


def _new_end(finding: Finding, shift: int) -> Message | None:
    """Return what the end of a window may be in the new plan; its beginning is in doubt."""
    days = [day for words in _quotes(finding.message) for day in _DAY.finditer(words)]
    if not days:
        return None
    end = days[-1]
    moved = f"{end['day']}{int(end['year']) + shift}"
    return msg("In the draft it may end on {day}: check the year it begins in.", day=moved)


def ask_about_allowed(allowed: Iterable[Finding]) -> Iterator[Ask]:
    """Yield one question for all that comments allow: the draft is not issued, so it can be mended.

    Numbers kept as issued are asked about on their own.
    """
    findings = [f for f in allowed if not is_carried(f) and f.path[-1:] != ("number",)]
    if findings:
        rules = ", ".join(sorted({f"{finding.code} {finding.rule}" for finding in findings}))
        yield Ask(
            kind="allowed_slip",
            about=msg(
                "Comments of the old plan allow {count} finding(s): {rules}.",
                count=len(findings),
                rules=rules,
            ),
            paths=tuple(dict.fromkeys(finding.path for finding in findings)),
            proposal=msg(
                "The draft is not issued yet: see which can be mended, and delete their comments."
            ),
        )


def ask_about_outdated(findings: Iterable[Finding]) -> Iterator[Ask]:
    """Yield a question for all that ended with one successor, with every name and place of it."""
    found: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        if finding.code in _OUTDATED:
            hint = finding.hint.text() if finding.hint else ""
            key = (finding.code, _without_name(finding.message).text(), hint)
            found.setdefault(key, []).append(finding)
    for (code, *_), group in found.items():
        yield Ask(
            kind=_OUTDATED[code],
            about=_with_names(group),
            paths=tuple(dict.fromkeys(finding.path for finding in group)),
            proposal=group[0].hint,
        )


def _without_name(message: Message) -> Message:
    return Message(message.template, {**message.values, "name": ""})


def _with_names(findings: list[Finding]) -> Message:
    """Return the message of all ``findings``, which differ in the name they speak of alone."""
    message = findings[0].message
    if "name" not in message.values:
        return message
    names = dict.fromkeys(str(finding.message.values["name"]) for finding in findings)
    return Message(message.template, {**message.values, "name": "”, “".join(names)})
