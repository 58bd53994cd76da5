"""What the reports call relations, parts and fields; every form of the report says it alike."""

from planforge.changes.change import BODY_KINDS, ROW_KINDS, Entry, Kind, Relation
from planforge.findings import Message, msg

RELATION_LABELS: dict[Relation, Message] = {
    "added": msg("new"),
    "removed": msg("dropped"),
    "merged": msg("merged"),
    "split": msg("split"),
    "moved": msg("moved"),
    "field_changed": msg("changed"),
    "reworded": msg("reworded"),
    "spelling_only": msg("spelling only"),
    "year_only": msg("year only"),
    "same": msg("unchanged"),
}

KIND_LABELS: dict[Kind, Message] = {
    "header": msg("Document header"),
    "decision": msg("Decision"),
    "article": msg("Article"),
    "basis": msg("Basis"),
    "abbreviation": msg("Abbreviation"),
    "section": msg("Section"),
    "area": msg("Area"),
    "paragraph": msg("Paragraph"),
    "footnote": msg("Footnote"),
    "appendix": msg("Appendix"),
    "group": msg("Group"),
    "task": msg("Task"),
    "line": msg("Line"),
    "recipient": msg("Recipient"),
    "signature": msg("Signature"),
}

FIELD_LABELS: dict[str, Message] = {
    "archive": msg("Archive line"),
    "authority": msg("Authority"),
    "columns": msg("Columns"),
    "date": msg("Date"),
    "deadline": msg("Deadline"),
    "issuer": msg("Issuer"),
    "lead": msg("Lead agency"),
    "name": msg("Name"),
    "note": msg("Note"),
    "other_title": msg("Another title"),
    "number": msg("Number"),
    "parent": msg("Governing agency"),
    "period": msg("Period"),
    "place": msg("Place"),
    "product": msg("Product"),
    "proposal": msg("Proposal"),
    "purpose": msg("Purpose"),
    "support": msg("Supporting agencies"),
    "task": msg("Task"),
    "text": msg("Text"),
    "title": msg("Title"),
    "to": msg("Recipient"),
    "type": msg("Type"),
}
"""Fields by name; a column of one's own is called by its name."""

_SIGNER = msg("Position")
"""What the title of a person is called; that of a text is another thing."""

PART_LABELS: dict[str, Message] = {
    "frame": msg("Header, bases, recipients, signature"),
    "body": msg("Body"),
    "appendix": msg("Appendix"),
}


def part_of(entry: Entry) -> str:
    """Return in which part of the document an entry stands: frame, body or appendix."""
    if entry.kind in ROW_KINDS or entry.path[:1] == ("appendices",):
        return "appendix"
    return "body" if entry.kind in BODY_KINDS else "frame"


def field_label(name: str, kind: Kind | None = None) -> Message:
    """Return what a field of a part is called; Message("…") of its name where it has no label."""
    if kind == "signature" and name == "title":
        return _SIGNER
    return FIELD_LABELS.get(name) or Message(name)
