"""What becomes of each year of a plan, and why."""

import re
from calendar import isleap
from collections.abc import Iterator
from typing import NamedTuple

from planforge.findings import Message, msg
from planforge.model.text import plain_text
from planforge.rollover.concerns import Concerns
from planforge.rollover.draft import Order, Verdict
from planforge.rollover.facts import is_announcement, is_fact
from planforge.rollover.once import time_in_sentence, time_of_row
from planforge.rollover.passages import Passage
from planforge.rollover.past import Past, review_sections
from planforge.rollover.questions import (
    Question,
    fact,
    made_for_year,
    no_number_of_things,
    no_such_day,
    one_off,
    own_period,
    period_ends,
    review_is_past,
    school_year,
    stood_still,
    tells_past,
    unclear_year,
)
from planforge.rollover.rows import row_of, words_of_rows
from planforge.rollover.standstill import Standstill
from planforge.rollover.wording import sentence_around
from planforge.vietnamese.citations import Citation, find_citations
from planforge.vietnamese.years import YearToken, counts_things, find_periods, names_law

REASONS: dict[str, Message] = {
    "plan_year": msg("the plan's own year"),
    "previous_year": msg("the year before, compared with or measured"),
    "next_year": msg("the year after, planned for"),
    "deadline": msg("a time of the plan"),
    "symbol": msg("part of a document's symbol"),
    "citation_date": msg("date of a cited document"),
    "standard": msg("edition of a standard"),
    "multi_year_period": msg("period of several years"),
    "literal": msg("a fixed year"),
}
_YEAR = re.compile("(?:19|20)[0-9]{2}")
_LEAP_DAY = re.compile("(?<![0-9])29(?:/0?2/| tháng 0?2 năm )(?:19|20)[0-9]{2}(?![0-9])")
_SCHOOL_YEAR = re.compile("ăm học $")
_OF_THE_PAST = frozenset(("previous_year", "deadline"))
_FIXED = frozenset(("symbol", "citation_date", "standard"))


class Judgement(NamedTuple):
    """What becomes of a year; ``kind`` is "lint" where the linter doubts it."""

    verdict: Verdict
    reason: Message
    question: Question | None = None
    kind: str = ""


class Judge:
    """Decides about the years of one plan."""

    def __init__(self, order: Order) -> None:
        self._years = order.years
        self._target = order.target
        self._shift = order.shift
        self._rows = words_of_rows(order.plan)
        self._past = Past(order.plan)
        self._reviews = review_sections(order.plan)
        self._standstill = Standstill(order.plan, order.before)
        self._concerns = Concerns(order.findings)

    def judge(self, passage: Passage, token: YearToken) -> Judgement:
        """Return what becomes of ``token`` of ``passage``."""
        reason = REASONS[token.kind]
        if token.kind in _FIXED:
            return Judgement("kept", reason)
        concern = self._concerns.about(passage.path, passage.text, token.offset)
        if concern:
            return Judgement("flagged", msg("in question: {code}", code=concern), kind="lint")
        stays = token.kind in ("multi_year_period", "literal")
        question = next(self._questions(passage, token), None)
        if question or not stays:
            question = self._about_review(passage) or question
        if question:
            return Judgement("flagged", reason, question)
        return Judgement("kept" if stays else "moved", reason)

    def _questions(self, passage: Passage, token: YearToken) -> Iterator[Question]:
        """Yield what speaks against deciding without a person, the weightiest first."""
        if token.kind == "multi_year_period":
            yield from self._about_period(passage, token)
            return
        if token.kind == "literal":
            yield from self._about_literal(passage, token)
            return
        yield from self._about_standstill(passage, token)
        yield from self._about_fact(passage, token)
        if token.kind == "deadline":
            yield from self._about_time(passage, token)
        if token.kind in _OF_THE_PAST and self._past.is_told(passage.path, passage.text, token):
            yield self._tells_past(passage, token)
        yield from self._about_day(passage, token)

    def _about_period(self, passage: Passage, token: YearToken) -> Iterator[Question]:
        """Ask about a period that ends by the end of the new plan, or is the new plan's own."""
        own = [self._target.start.year, self._target.end.year]
        for start, end in find_periods(passage.text):
            period = passage.text[start:end]
            years = [int(year) for year in _YEAR.findall(period)]
            if not start <= token.offset < end:
                continue
            if years == own:
                yield own_period(passage, period)
            elif self._past.is_told(passage.path, passage.text, token, years[-1]):
                yield self._tells_past(passage, token)
            elif not self._years.start - 1 <= years[-1] < self._target.years.stop:
                continue
            elif _SCHOOL_YEAR.search(passage.text[:start]):
                yield school_year(period, years, self._shift)
            else:
                yield period_ends(period, years)

    def _about_literal(self, passage: Passage, token: YearToken) -> Iterator[Question]:
        """Ask about a document made for one year, and about a year that nothing explains."""
        text, offset = passage.text, token.offset
        for citation in find_citations(text):
            if citation.start <= offset < citation.end:
                yield from self._about_document(citation, token)
                return
            if offset + 5 == citation.start and not citation.type:
                yield from self._about_document(citation, token)
                return
        if names_law(text[:offset]):
            return
        if counts_things(text, offset):
            if token.year in self._years:
                yield no_number_of_things(passage, token)
        elif token.year == self._years.start - 1:
            yield self._tells_past(passage, token)
        elif token.year == self._years.stop:
            yield unclear_year(passage, token)

    def _about_document(self, citation: Citation, token: YearToken) -> Iterator[Question]:
        """Ask about a document whose subject is the plan's year."""
        if token.year in self._years:
            parts = (citation.type, citation.name, citation.number_word, citation.symbol)
            yield made_for_year(" ".join(str(part) for part in parts if part), token.year)

    def _about_fact(self, passage: Passage, token: YearToken) -> Iterator[Question]:
        if row_of(passage.path):
            return
        text, offset = passage.text, token.offset
        if is_fact(text, offset):
            yield fact(passage, token)
        elif is_announcement(text, offset) and self._past.is_mentioned(text):
            yield self._tells_past(passage, token)

    def _tells_past(self, passage: Passage, token: YearToken) -> Question:
        return tells_past(passage, token, self._past.place_of(passage.path))

    def _about_standstill(self, passage: Passage, token: YearToken) -> Iterator[Question]:
        if self._standstill.has_stood(passage.path, passage.text, token.offset):
            yield stood_still(passage, token, self._shift)

    def _about_review(self, passage: Passage) -> Question | None:
        """Return the question about the section that reviews the year before, if this is one."""
        for path in self._reviews:
            if passage.path[: len(path)] == path:
                return review_is_past(path)
        return None

    def _about_time(self, passage: Passage, token: YearToken) -> Iterator[Question]:
        row = row_of(passage.path)
        if row:
            text, words = plain_text(passage.text), self._rows.get(row, "")
            why = time_of_row(text, token.year, words, self._years)
        else:
            why = time_in_sentence(passage.text, token.offset, self._years)
        if why:
            yield one_off(passage, token, self._shift, why)

    def _about_day(self, passage: Passage, token: YearToken) -> Iterator[Question]:
        """Ask about a sentence with the 29th of February, which the new year may not have."""
        sentence, _ = sentence_around(passage.text, token.offset)
        for found in _LEAP_DAY.finditer(sentence):
            written = int(found[0][-4:])
            for year in (written, written + self._shift):
                if not isleap(year):
                    yield no_such_day(passage, found[0], year)
