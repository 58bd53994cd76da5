"""The years in the texts of a plan: each is judged, and moved where nothing speaks against it."""

from planforge.findings import Message, msg
from planforge.rollover.draft import Move
from planforge.rollover.judging import Judge, Judgement
from planforge.rollover.ledger import Ledger
from planforge.rollover.own_reference import BLANK, OwnReference, find_own_references
from planforge.rollover.passages import Passage
from planforge.rollover.questions import Question, short_year, unplaced
from planforge.rollover.wording import words_around
from planforge.vietnamese.years import YearToken, classify_years, find_short_years

_OWN = msg("the plan's own, given anew at issue")
_UNPLACED = msg("to be changed by hand")


def decide_years(passage: Passage, judge: Judge, ledger: Ledger) -> None:
    """Decide about every year of a text, and about its references to the plan itself."""
    plan = ledger.order.plan
    own = tuple(find_own_references(plan, passage.path, passage.text))
    for reference in own:
        _clear_reference(passage, reference, ledger)
    for token in classify_years(passage.text, ledger.order.years):
        if not any(reference.start <= token.offset < reference.end for reference in own):
            _decide(passage, token, judge.judge(passage, token), ledger)


def _decide(passage: Passage, token: YearToken, judgement: Judgement, ledger: Ledger) -> None:
    verdict, reason, question, kind = judgement
    new = str(token.year + ledger.order.shift) if verdict == "moved" else str(token.year)
    places = passage.written.places(token.offset, token.offset + 4)
    if verdict == "moved" and not ledger.replace(places, new):
        verdict, reason, new = "flagged", _UNPLACED, str(token.year)
        question = unplaced(passage, token.offset)
    line, column = ledger.position(passage.path, places)
    if question:
        ledger.ask(question, passage.path, line if column else 0)
    ledger.moves.append(
        Move(
            path=passage.path,
            line=line,
            column=column,
            old=str(token.year),
            new=new,
            verdict=verdict,
            kind=question.kind if question else kind or token.kind,
            reason=reason,
            words=words_around(passage.text, token.offset, token.offset + 4),
        )
    )


def decide_short_years(passage: Passage, ledger: Ledger) -> None:
    """Leave to a person every time whose year is written by its last two digits."""
    for start, end in find_short_years(passage.text, ledger.order.years):
        places = passage.written.places(start, end)
        line, column = ledger.position(passage.path, places)
        words = words_around(passage.text, start, end)
        ledger.ask(short_year(passage, words), passage.path, line if column else 0)
        ledger.moves.append(
            Move(
                path=passage.path,
                line=line,
                column=column,
                old=passage.text[start:end],
                new=passage.text[start:end],
                verdict="flagged",
                kind="unplaced",
                reason=_UNPLACED,
                words=words,
            )
        )


def _clear_reference(passage: Passage, reference: OwnReference, ledger: Ledger) -> None:
    """Leave blanks for the number and the date by which a text names the plan itself."""
    text = passage.text
    digits = [passage.written.places(start, end) for start, end in reference.blanks]
    places = tuple(place for found in digits for place in found)
    cleared = all(digits) and ledger.replace(places, BLANK)
    line, column = ledger.position(passage.path, places)
    ledger.ask(_about_reference(passage, cleared=cleared), passage.path, line if column else 0)
    ledger.moves.append(
        Move(
            path=passage.path,
            line=line,
            column=column,
            old=text[reference.start : reference.end],
            new="" if cleared else text[reference.start : reference.end],
            verdict="cleared" if cleared else "flagged",
            kind="own_reference",
            reason=_OWN if cleared else _UNPLACED,
            words=words_around(text, reference.start, reference.end),
        )
    )


def _about_reference(passage: Passage, *, cleared: bool) -> Question:
    about: Message = (
        msg("Here stood the plan's own number and date; they are blank now.")
        if cleared
        else msg("Here stand the number and date of the old plan.")
    )
    proposal = (
        msg("Delete `note:`: the program writes this line itself.")
        if passage.path[-1] == "note"
        else msg("Write number and date when the plan is issued.")
    )
    return Question("own_reference", passage.path, about, proposal)
