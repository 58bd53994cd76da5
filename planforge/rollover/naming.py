"""The names in the texts of a plan: each is judged, and replaced where it is the issuer's own."""

from typing import NamedTuple

from planforge.findings import Message, msg
from planforge.rollover.borrowed import Borrowing
from planforge.rollover.draft import Move, Verdict
from planforge.rollover.ledger import Ledger
from planforge.rollover.model_questions import Collected, others_document
from planforge.rollover.office import Adoption
from planforge.rollover.office_names import Mention, find_mentions
from planforge.rollover.others_documents import (
    OthersDocument,
    find_others_documents,
    find_unnumbered,
)
from planforge.rollover.own_reference import find_own_references
from planforge.rollover.passages import Passage
from planforge.rollover.phrases import replace_phrase
from planforge.rollover.renaming import Renamer, Renaming
from planforge.rollover.wording import words_around
from planforge.vietnamese.citations import find_citations

_CITED = msg("in a cited document")
_DOCUMENT = msg("a document of the model's office or its place")
_OWN_CODE = msg("the issuer's code in the plan's own number")
_LEFT = msg("only a person can say what takes its place")
_UNPLACED = msg("to be changed by hand")
_Span = tuple[int, int]


class _Token(NamedTuple):
    """What becomes of the words from ``start`` to ``end`` of a text."""

    start: int
    end: int
    verdict: Verdict
    new: str
    kind: str
    reason: Message


class Naming:
    """Decides about the names of one plan's issuer, text by text."""

    def __init__(self, adoption: Adoption, ledger: Ledger) -> None:
        self.collected = Collected(ledger.order.plan)
        self._adoption = adoption
        self._ledger = ledger
        self._renamer = Renamer(adoption, ledger.order.plan.title)
        self._borrowing = Borrowing(adoption)

    def decide(self, passage: Passage) -> None:
        """Decide about every name of the model's office in a text, and about what goes with it."""
        text = passage.text
        own = self._own_references(passage)
        documents = [
            document
            for document in find_others_documents(text, self._adoption)
            if not _within(document.start, own)
        ]
        for document in documents:
            self._ask_about(document, passage)
        taken = [*own, *((document.start, document.end) for document in documents)]
        for mention in find_mentions(text, self._adoption.model):
            taken += self._decide_mention(mention, passage, documents)
        taken += [(citation.start, citation.end) for citation in find_citations(text)]
        for found in self._borrowing.find(text, passage.path, taken):
            self._flag(passage, found.start, found.end, found.kind)

    def _own_references(self, passage: Passage) -> list[_Span]:
        """Put the new code into the plan's own number; return where the plan names itself.

        Names inside may be replaced: the pieces end where the code does.
        """
        model, office = self._adoption.model.code, self._adoption.office.code
        spans = []
        for own in find_own_references(self._ledger.order.plan, passage.path, passage.text):
            spans.append((own.start, own.end))
            at = passage.text.find(f"-{model}", own.start, own.end) + 1
            if at and model != office:
                token = _Token(at, at + len(model), "moved", office, "own_number", _OWN_CODE)
                self._apply(token, passage)
        return spans

    def _ask_about(self, document: OthersDocument, passage: Passage) -> None:
        self._ledger.ask(others_document(document), passage.path)
        start, name = document.start, document.name
        token = _Token(start, start + len(name), "flagged", name, "others_document", _DOCUMENT)
        self._record(token, passage)

    def _decide_mention(
        self, mention: Mention, passage: Passage, documents: list[OthersDocument]
    ) -> list[_Span]:
        """Decide about a name; return the pieces of the text that are decided about with it."""
        cited = _within(mention.start, [(item.start, item.end) for item in documents])
        if cited:
            token = _Token(*mention[:2], "kept", mention.words, "others_document", _CITED)
            self._record(token, passage)
            return [mention[:2]]
        renaming = self._renamer.judge(passage.text, passage.path, mention)
        if renaming is None:
            return [mention[:2]]
        unnumbered = find_unnumbered(passage.text, mention)
        if unnumbered:
            self._ask_about(unnumbered, passage)
            documents.append(unnumbered)
            return [(unnumbered.start, unnumbered.end)]
        return [self._rename(renaming, passage)]

    def _rename(self, renaming: Renaming, passage: Passage) -> _Span:
        start, end, verdict, new, reason, kind = renaming
        if verdict == "moved":
            self._apply(_Token(start, end, verdict, new, "issuer_name", reason), passage)
        else:
            self._flag(passage, start, end, kind)
        return start, end

    def _flag(self, passage: Passage, start: int, end: int, kind: str) -> None:
        words = passage.text[start:end]
        self.collected.add(kind, passage.path, words)
        self._record(_Token(start, end, "flagged", words, kind, _LEFT), passage)

    def _apply(self, token: _Token, passage: Passage) -> None:
        """Replace the words of ``token``; they are asked about where that is not certain."""
        if replace_phrase(passage, token.start, token.end, token.new, self._ledger):
            self._record(token, passage)
            return
        words = passage.text[token.start : token.end]
        self.collected.add("unplaced_name", passage.path, words)
        left = token._replace(verdict="flagged", new=words, kind="unplaced_name", reason=_UNPLACED)
        self._record(left, passage)

    def _record(self, token: _Token, passage: Passage) -> None:
        places = passage.written.places(token.start, token.end)
        line, column = self._ledger.position(passage.path, places)
        self._ledger.moves.append(
            Move(
                path=passage.path,
                line=line,
                column=column,
                old=passage.text[token.start : token.end],
                new=token.new,
                verdict=token.verdict,
                kind=token.kind,
                reason=token.reason,
                words=words_around(passage.text, token.start, token.end),
            )
        )


def _within(offset: int, spans: list[_Span]) -> bool:
    return any(start <= offset < end for start, end in spans)
