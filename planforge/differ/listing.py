"""A plan to its parts."""

from collections.abc import Iterable, Mapping

from planforge.changes import Kind
from planforge.differ.body_parts import add_paragraphs, add_sections
from planforge.differ.parts import TOP, Part, Parts, make_entry
from planforge.differ.table_parts import add_appendix
from planforge.findings import Path
from planforge.model.appendix import Appendix
from planforge.model.body import Section
from planforge.model.frame import Basis, Decision
from planforge.model.numbering import next_style
from planforge.model.plan import Plan
from planforge.model.walking import walk_records


def list_parts(plan: Plan) -> Parts:
    """Return every part of ``plan`` in printed order, each after the part it stands in."""
    parts = Parts(_names(plan))
    _add_frame(parts, plan)
    _add_bases(parts, ("bases",), plan.bases)
    add_paragraphs(parts, ("opening",), plan.opening, TOP)
    for short, long in plan.abbreviations.items():
        _add_name(parts, "abbreviation", ("abbreviations", short), f"{short}: {long}")
    add_sections(parts, ("sections",), plan.sections, TOP, plan.child_style or next_style(""))
    add_paragraphs(parts, ("closing",), plan.closing, TOP)
    for name, text in plan.footnotes.items():
        _add_name(parts, "footnote", ("footnotes", name), parts.plain(text))
    for index, appendix in enumerate(plan.appendices):
        add_appendix(parts, ("appendices", index), appendix)
    _add_recipients(parts, plan)
    _add_signature(parts, plan)
    return parts


def _names(plan: Plan) -> dict[str, str]:
    """Return the title, or the label, of each section and appendix that has an id."""
    named = (record for _, record in walk_records(plan))
    return {
        record.id: record.title if isinstance(record, Section) else record.label
        for record in named
        if isinstance(record, Section | Appendix) and record.id
    }


def _add_frame(parts: Parts, plan: Plan) -> None:
    _add_single(parts, "header", (), {
        "title": plan.title,
        "type": plan.type,
        "issuer": plan.issuer.name,
        "parent": " ".join(plan.issuer.parent),
        "place": plan.issuer.place,
        "number": plan.number,
        "date": f"{plan.date:%d/%m/%Y}" if plan.date else "",
        "period": str(plan.period),
    })  # fmt: skip
    if plan.decision is not None:
        _add_decision(parts, plan.decision)


def _add_decision(parts: Parts, decision: Decision) -> None:
    _add_single(parts, "decision", ("decision",), {
        "title": decision.title,
        "issuer": decision.issuer,
        "authority": " ".join(decision.authority),
        "number": decision.number,
        "date": f"{decision.date:%d/%m/%Y}" if decision.date else "",
        "proposal": decision.proposal,
    })  # fmt: skip
    _add_bases(parts, ("decision", "bases"), decision.bases)
    for index, article in enumerate(decision.articles):
        texts = {"title": (article.title,), "text": parts.paragraphs(article.text)}
        path = ("decision", "articles", index)
        parts.add(Part(entry=make_entry("article", path, texts), family="article"))


def _add_signature(parts: Parts, plan: Plan) -> None:
    signature = plan.signature
    _add_single(parts, "signature", ("signature",), {
        "name": signature.name,
        "title": signature.title,
        "other_title": signature.other_title,
        "authority": " ".join(signature.authority),
    })  # fmt: skip


def _add_single(parts: Parts, kind: Kind, path: Path, texts: Mapping[str, str]) -> None:
    entry = make_entry(kind, path, {name: (text,) for name, text in texts.items()})
    parts.add(Part(entry=entry, family="frame", key=kind))


def _add_name(parts: Parts, kind: Kind, path: Path, text: str) -> None:
    entry = make_entry(kind, path, {"text": (text,)})
    parts.add(Part(entry=entry, family="name", key=f"{kind} {path[-1]}"))


def _add_bases(parts: Parts, path: Path, bases: Iterable[Basis]) -> None:
    for index, basis in enumerate(bases):
        text = parts.plain(f"{basis.lead} {basis.text}".strip())
        entry = make_entry("basis", (*path, index), {"text": (text,)})
        parts.add(Part(entry=entry, family="basis"))


def _add_recipients(parts: Parts, plan: Plan) -> None:
    for index, recipient in enumerate(plan.recipients):
        texts = {"to": (recipient.to,), "purpose": (recipient.purpose,)}
        entry = make_entry("recipient", ("recipients", index), texts)
        parts.add(Part(entry=entry, family="recipient"))
    entry = make_entry("recipient", ("archive",), {"archive": (plan.archive,)})
    parts.add(Part(entry=entry, family="recipient", key="archive"))
