"""What to ask a person about a year."""

from typing import NamedTuple

from planforge.findings import Message, Path, msg
from planforge.rollover.passages import Passage
from planforge.rollover.rows import row_of
from planforge.rollover.wording import beginning_of, sentence_around, with_year, words_around
from planforge.vietnamese.years import YearToken

KINDS: dict[str, Message] = {
    "lint": msg("Mistakes found in the old plan"),
    "one_off_deadline": msg("Deadlines that come only once"),
    "fact": msg("Facts and events of one year"),
    "period_ends": msg("Periods that end"),
    "past_year": msg("What is told of the year before"),
    "unclear_year": msg("Years whose meaning is not plain"),
    "target": msg("Targets and figures of the old plan"),
    "yearly_entry": msg("To be confirmed every year"),
    "old_term": msg("Words of rules that no longer apply"),
    "yearly_document": msg("Documents made for one year"),
    "not_in_force": msg("Documents no longer in force"),
    "agency_gone": msg("Agencies that no longer exist"),
    "own_reference": msg("The old plan's own number and date"),
    "kept_number": msg("Numbers kept as they were issued"),
    "allowed_slip": msg("Slips that comments allow"),
    "unplaced": msg("Years to be changed by hand"),
    "others_document": msg("Documents of the model's office"),
    "model_name": msg("Names of the model's office"),
    "local_unit": msg("Places elsewhere"),
    "other_level": msg("What belongs to the model's level"),
    "agency_fit": msg("Agencies that may not fit the new office"),
    "new_office": msg("The new office, named as another"),
    "own_unit": msg("Units of the model's office"),
    "model_field": msg("The model's field of work"),
    "model_figures": msg("Figures and targets of the model"),
    "own_detail": msg("People and addresses of the model's office"),
    "signer": msg("Who signs and who drafts"),
    "model_comment": msg("Comments about the model"),
    "unplaced_name": msg("Names to be changed by hand"),
}
"""The kinds of questions, in the order in which they are listed."""


class Question(NamedTuple):
    """What to ask about a year; those with an equal ``key`` are one question."""

    kind: str
    key: Path
    about: Message
    proposal: Message | None = None


def fact(passage: Passage, token: YearToken) -> Question:
    """Ask about what happened, or holds, in one year alone."""
    return Question(
        "fact",
        passage.path,
        msg(
            "“{words}”: perhaps a fact or an event of that time alone.",
            words=_shown(passage.text, token.offset),
        ),
        msg("Leave the year where it tells what was; else write what the new year brings."),
    )


def period_ends(period: str, years: list[int]) -> Question:
    """Ask about a period of several years that is over, or soon will be, or a point in time."""
    if len(years) == 1:
        return Question(
            "period_ends",
            tuple(years),
            msg("The time “{period}” has come.", period=period),
            msg("Name what follows it, or leave it out."),
        )
    return Question(
        "period_ends",
        tuple(years),
        msg("The period “{period}” ends with {year}.", period=period, year=years[-1]),
        msg("Name what follows it, or leave it out."),
    )


def school_year(period: str, years: list[int], shift: int) -> Question:
    """Ask about a school year, which goes on as the plan does but not on the same day."""
    moved = period
    for year in reversed(years):
        moved = moved.replace(str(year), str(year + shift))
    return Question(
        "period_ends",
        ("school year", *years),
        msg("The school year “{period}” ends with {year}.", period=period, year=years[-1]),
        msg("“{words}”, if the next one is meant.", words=moved),
    )


def made_for_year(document: str, year: int) -> Question:
    """Ask about a cited document that was made for the old plan's year."""
    return Question(
        "yearly_document",
        (document,),
        msg("“{document}” was made for {year}.", document=document, year=year),
        msg("Cite the one for the new year, with its number and date."),
    )


def tells_past(passage: Passage, token: YearToken, place: Path) -> Question:
    """Ask about a text that tells what the year before brought; ``place`` is all that does."""
    sentence, _ = sentence_around(passage.text, token.offset)
    return Question(
        "past_year",
        place,
        msg("“{words}” tells of the year before.", words=beginning_of(sentence.strip())),
        msg("Write it anew, with the figures of the year that ends."),
    )


def review_is_past(section: Path) -> Question:
    """Ask about a section that reviews the year before."""
    return Question(
        "past_year",
        section,
        msg("The section tells what the year before brought."),
        msg("Write it anew, with the figures of the year that ends."),
    )


def unclear_year(passage: Passage, token: YearToken) -> Question:
    """Ask about the year after the plan's where nothing says that it is planned for."""
    words = _shown(passage.text, token.offset)
    return Question(
        "unclear_year",
        passage.path,
        msg("“{words}”: is {year} still meant?", words=words, year=token.year),
    )


def stood_still(passage: Passage, token: YearToken, shift: int) -> Question:
    """Ask about a year that did not move when this plan was made from the one before."""
    return Question(
        "unclear_year",
        passage.path,
        msg("“{words}” stood so in the plan before.", words=_shown(passage.text, token.offset)),
        _proposal(passage, token, shift),
    )


def one_off(passage: Passage, token: YearToken, shift: int, why: Message) -> Question:
    """Ask about a time that may not come again."""
    return Question(
        "one_off_deadline",
        row_of(passage.path) or passage.path,
        msg("“{time}”: {why}.", time=_shown(passage.text, token.offset), why=why),
        _proposal(passage, token, shift),
    )


def no_such_day(passage: Passage, day: str, year: int) -> Question:
    """Ask about ``day``, the 29th of February, which the new ``year`` does not have."""
    return Question(
        "one_off_deadline",
        row_of(passage.path) or passage.path,
        msg("“{time}”: there is no such day in {year}.", time=day, year=year),
        msg("“{words}”, if it comes again.", words=f"28{day[2:-4]}{year}"),
    )


def no_number_of_things(passage: Passage, token: YearToken) -> Question:
    """Ask about four digits that seem to count things, and are within the plan's years."""
    return Question(
        "unclear_year",
        passage.path,
        msg(
            "“{words}”: {number} seems to be a number, not a year.",
            words=_shown(passage.text, token.offset),
            number=str(token.year),
        ),
    )


def own_period(passage: Passage, period: str) -> Question:
    """Ask about a period that was to come and is the new plan's own."""
    return Question(
        "unclear_year",
        passage.path,
        msg("“{period}” is the time of the new plan itself.", period=period),
        msg("See whether the text still holds."),
    )


def unplaced(passage: Passage, offset: int) -> Question:
    """Ask for what the program cannot change without guessing where it stands."""
    return Question(
        "unplaced",
        passage.path,
        msg(
            "“{words}” is written in the file in a way that cannot be followed to the letter.",
            words=_shown(passage.text, offset),
        ),
        msg("Change its years by hand."),
    )


def short_year(passage: Passage, words: str) -> Question:
    """Ask about a time whose year is written by its last two digits."""
    return Question(
        "unplaced",
        ("short", *passage.path),
        msg("“{words}” names a year by two digits.", words=words),
        msg("Write the new year in four digits."),
    )


def _proposal(passage: Passage, token: YearToken, shift: int) -> Message:
    moved = with_year(passage.text, token.offset, token.year + shift)
    return msg("“{words}”, if it comes again.", words=_shown(moved, token.offset))


def _shown(text: str, offset: int) -> str:
    return words_around(text, offset, offset + 4)
