"""Where a plan tells what the year before brought: facts that do not come true by moving a year."""

import re

from planforge.findings import Path
from planforge.model.body import Section
from planforge.model.plan import Plan
from planforge.model.walking import walk_records
from planforge.rollover.wording import sentence_around
from planforge.vietnamese.years import YearToken, classify_years

_COMPARED = re.compile(r"(?:o với|hơn|bằng|ùng kỳ|ùng kì)(?: của)?(?: năm)?(?: trước)? ?\(?$")
_RESULT = re.compile(
    r"(?:đạt|xếp|được|tăng|giảm|còn)(?!\w)[^.;]{0,40}?[0-9]|là (?:hơn |gần |khoảng |trên )?[0-9]"
)
_AIMED = re.compile("phấn đấu|tối thiểu|ít nhất|trở lên|mục tiêu|chỉ tiêu", re.IGNORECASE)


class Past:
    """Knows where the plan gives figures of the year before."""

    def __init__(self, plan: Plan) -> None:
        self._tables = _tables_of_results(plan)
        self._years = plan.period.years
        self._first_year = plan.period.start.year

    def is_told(self, path: Path, text: str, token: YearToken, until: int = 0) -> bool:
        """Whether ``token`` of ``text`` is of the years before and stands with what they brought.

        ``until`` is the last year of the period it belongs to, if there is one.
        """
        if max(token.year, until) >= self._first_year:
            return False
        if path[:2] in self._tables:
            return True
        sentence, place = sentence_around(text, token.offset)
        if _COMPARED.search(sentence[:place]) or _AIMED.search(sentence):
            return False
        return _RESULT.search(sentence, place) is not None

    def is_mentioned(self, text: str) -> bool:
        """Whether ``text`` names the year before otherwise than to compare with it."""
        return any(
            token.year == self._first_year - 1 and token.kind == "literal"
            for token in classify_years(text, self._years)
        )

    def place_of(self, path: Path) -> Path:
        """Return all that is told together with ``path``: a table of figures, or a text."""
        if path[:2] in self._tables:
            return path[:2]
        return path[:-1] if isinstance(path[-1], int) else path


def review_sections(plan: Plan) -> tuple[Path, ...]:
    """Return the sections that review the year before."""
    return tuple(
        path
        for path, record in walk_records(plan)
        if isinstance(record, Section) and record.role == "review"
    )


def _tables_of_results(plan: Plan) -> frozenset[Path]:
    """Return the appendices with a column of figures of the year before."""
    years = plan.period.years
    return frozenset(
        ("appendices", index)
        for index, appendix in enumerate(plan.appendices)
        for column in appendix.columns
        for token in classify_years(column.heading, years)
        if token.kind == "previous_year"
    )
