"""A plan to its document: which parts it has and what stands in each."""

from collections.abc import Iterator

from msgspec.structs import replace

from planforge.composer.appendix import compose_appendix
from planforge.composer.body import compose_bases, compose_sections, compose_text
from planforge.composer.frame import (
    compose_bare_letterhead,
    compose_closing,
    compose_letterhead,
    compose_title,
    decision_note,
    plan_note,
)
from planforge.composer.inlines import Inliner
from planforge.composer.references import appendix_labels, reference_labels
from planforge.document import Block, Document, Paragraph, Part, Run, Title
from planforge.model.frame import Basis, Decision
from planforge.model.numbering import next_style
from planforge.model.plan import Plan

_END = "./."
"""Closes the text of a document (Mẫu 1.1 to 1.10)."""


def compose_plan(plan: Plan) -> Document:
    """Return the document of ``plan``; the same plan always gives the same document."""
    inline = Inliner(reference_labels(plan), plan.footnotes)
    parts = [*_main_parts(plan, inline), *_appendices(plan, inline)]
    return Document(
        title=f"{plan.type} {plan.title}",
        author=plan.issuer.name,
        parts=tuple(parts),
        footnotes=tuple(inline.notes),
    )


def _main_parts(plan: Plan, inline: Inliner) -> Iterator[Part]:
    decision = plan.decision
    if decision is None:
        yield Part(
            kind="plan",
            letterhead=compose_letterhead(plan.issuer, plan.number, plan.date),
            title=compose_title(plan),
            blocks=_ended(_plan_blocks(plan, inline)),
            closing=compose_closing(plan),
        )
        return
    attached = decision.placement != "article"
    content = () if attached else tuple(_plan_blocks(plan, inline))
    yield Part(
        kind="decision",
        letterhead=compose_letterhead(plan.issuer, decision.number, decision.date),
        title=Title("QUYẾT ĐỊNH", decision.title),
        blocks=_ended(_decision_blocks(decision, content, inline)),
        closing=compose_closing(plan),
    )
    if attached:
        yield Part(
            kind="attachment",
            letterhead=compose_bare_letterhead(plan.issuer),
            title=compose_title(plan, decision_note(plan, decision)),
            blocks=_ended(_plan_blocks(plan, inline)),
        )


def _plan_blocks(plan: Plan, inline: Inliner) -> Iterator[Block]:
    yield from compose_bases(plan.bases, inline)
    yield from compose_text(plan.opening, inline)
    yield from compose_sections(plan.sections, inline, plan.child_style or next_style(""))
    yield from compose_text(plan.closing, inline)


def _decision_blocks(
    decision: Decision, content: tuple[Block, ...], inline: Inliner
) -> Iterator[Block]:
    """Yield the decision's text; ``content`` is a plan that stands inside Điều 1."""
    for line in decision.authority:
        yield Paragraph("authority", (Run(line.upper()),))
    proposal = (Basis(lead="", text=decision.proposal),) if decision.proposal else ()
    yield from compose_bases((*decision.bases, *proposal), inline)
    yield Paragraph("authority", (Run("QUYẾT ĐỊNH:"),))
    for number, article in enumerate(decision.articles, 1):
        head = Run(f"Điều {number}.", bold=True)
        title = (Run(" "), *inline(article.title, bold=True)) if article.title else ()
        first = article.text[:1]
        text = (Run(" "), *inline(first[0].text)) if first else ()
        yield Paragraph("article", (head, *title, *text))
        yield from compose_text(article.text[1:], inline)
        if number == 1:
            yield from content


def _appendices(plan: Plan, inline: Inliner) -> Iterator[Part]:
    note = plan_note(plan)
    labels = appendix_labels(plan.appendices)
    for appendix, label in zip(plan.appendices, labels, strict=True):
        yield compose_appendix(appendix, label, note, inline)


def _ended(blocks: Iterator[Block]) -> tuple[Block, ...]:
    """Return ``blocks`` with the closing sign after the last paragraph."""
    result = list(blocks)
    last = result[-1] if result else None
    if isinstance(last, Paragraph) and last.inlines:
        tail = last.inlines[-1]
        if isinstance(tail, Run):
            tail = replace(tail, text=tail.text.rstrip(" ./;:") + _END)
            result[-1] = replace(last, inlines=(*last.inlines[:-1], tail))
        else:
            result[-1] = replace(last, inlines=(*last.inlines, Run(_END)))
    return tuple(result)
