"""Building one plan: read, compose, write every format asked for. Runs in worker processes too."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

from msgspec import Struct

from planforge import __version__
from planforge.cli.files import read_file, write_file
from planforge.cli.manifest import Record, is_fresh, keep_edited
from planforge.cli.workspace import find_template
from planforge.composer import compose_plan
from planforge.document import Document
from planforge.errors import PlanforgeError
from planforge.findings import Finding, Message, msg
from planforge.model.plan import Plan
from planforge.readers import read_plan
from planforge.source import Source
from planforge.writers.findings import Report

SUFFIXES = {"docx": ".docx", "pdf": ".pdf", "html": ".html", "outline": ".txt"}
"""Formats and the ending of their files."""


class Job(Struct, frozen=True):
    """One plan to build; ``known`` is what the last run recorded of its outputs."""

    plan: str
    target: str
    formats: tuple[str, ...]
    templates: tuple[str, ...] = ()
    final: bool = False
    force: bool = False
    known: dict[str, Record] = {}

    def output(self, kind: str) -> Path:
        """Return the file of one format."""
        return Path(self.target + SUFFIXES[kind])


Status = Literal["built", "unchanged", "failed", "stopped"]
"""``failed``: the plan has errors; ``stopped``: something else was in the way."""


class Outcome(Struct, kw_only=True):
    """What came of a job; ``source`` has the text for showing the findings.

    ``review`` is what keeps a plan from signature by the review of its draft, None without one.
    ``pdf_due`` is the fingerprint of the PDF that is still to be made, "" for none.
    """

    plan: str
    status: Status = "built"
    findings: tuple[Finding, ...] = ()
    source: Source | None = None
    review: Report | None = None
    written: list[str] = []
    kept: list[str] = []
    records: dict[str, Record] = {}
    pdf_due: str = ""
    message: Message | None = None
    hint: Message | None = None


def build_plan(job: Job) -> Outcome:
    """Build one plan and say what came of it; nothing is raised for a bad plan or full disk."""
    outcome = Outcome(plan=job.plan)
    try:
        _build(job, outcome)
    except PlanforgeError as error:
        outcome.status = "stopped"
        outcome.message, outcome.hint = error.message, error.hint
    except Exception as error:  # noqa: BLE001 - one plan must not stop the others
        outcome.status = "stopped"
        outcome.message, outcome.hint = _own_mistake(job.plan, error)
    return outcome


def _own_mistake(plan: str, error: Exception) -> tuple[Message, Message]:
    import traceback  # noqa: PLC0415 - only mistakes of the program need it

    place = traceback.extract_tb(error.__traceback__)[-1]
    return (
        msg(
            "planforge itself failed on {plan}: {error} ({file}, line {line}).",
            plan=plan,
            error=f"{type(error).__name__}: {error}",
            file=Path(place.filename).name,
            line=place.lineno or 0,
        ),
        msg("Please report this line with the plan; the other plans are not affected."),
    )


def _build(job: Job, outcome: Outcome) -> None:
    data = read_file(Path(job.plan))
    plan = _read(data, job, outcome)
    if plan is None:
        outcome.status = "failed"
        return
    template = find_template(plan.template_name, [Path(folder) for folder in job.templates])
    inputs = _fingerprint(data, template)
    stale = [
        kind
        for kind in job.formats
        if job.force or not is_fresh(job.output(kind), job.known, inputs)
    ]
    if not stale:
        outcome.status = "unchanged"
        return
    document = compose_plan(plan)
    for kind in stale:
        path = job.output(kind)
        if kind == "pdf":  # made by make_pdfs
            outcome.pdf_due = inputs
            continue
        content = _content(kind, document, template)
        store_output(path, content, job, outcome)
        outcome.records[path.name] = Record(inputs, sha256(content).hexdigest())


def _read(data: bytes, job: Job, outcome: Outcome) -> Plan | None:
    """Return the plan in ``data``, None where it has errors; ``outcome`` is given all findings.

    What was read besides, the tree with all positions, leaves its room to what is made of it.
    """
    result = read_plan(data, job.plan)
    plan, findings = result.plan, result.findings
    if plan is not None and job.final:
        from planforge.cli.signature import check_signature  # noqa: PLC0415 - slow to load

        findings, outcome.review = check_signature(Path(job.plan), result)
    outcome.findings = findings
    if findings:
        outcome.source = Source(result.source.name, result.source.text, None)
    found = (*findings, *(outcome.review.findings if outcome.review else ()))
    return None if any(finding.severity == "error" for finding in found) else plan


def _fingerprint(data: bytes, template: Path) -> str:
    digest = sha256(__version__.encode())
    digest.update(sha256(data).digest())
    digest.update(sha256(read_file(template)).digest())
    return digest.hexdigest()


def store_output(path: Path, content: bytes, job: Job, outcome: Outcome) -> None:
    """Write an output of ``job``; a file that somebody changed is set aside first."""
    kept = keep_edited(path, job.known, content)
    if kept:
        outcome.kept.append(str(kept))
    write_file(path, content)
    outcome.written.append(str(path))


def make_pdfs(done: Sequence[tuple[Job, Outcome]]) -> None:
    """Make the PDF files that are due from the Word files of all plans at once.

    Raises ConversionError or OutputError for those that could not be made.
    """
    from planforge.cli.pdf import convert_to_pdf  # noqa: PLC0415 - only for PDF

    due = {job.output("pdf"): (job, outcome) for job, outcome in done if outcome.pdf_due}

    def store(path: Path, content: bytes) -> None:
        job, outcome = due[path]
        store_output(path, content, job, outcome)
        outcome.records[path.name] = Record(outcome.pdf_due, sha256(content).hexdigest())
        outcome.pdf_due = ""

    try:
        convert_to_pdf([job.output("docx") for job, _outcome in due.values()], store)
    finally:
        for _job, outcome in due.values():
            outcome.status = "stopped" if outcome.pdf_due else outcome.status


def _content(kind: str, document: Document, template: Path) -> bytes:
    """Return the file of one format; each writer is loaded only when it is asked for."""
    if kind == "docx":
        from planforge.cli.templates import load_template  # noqa: PLC0415
        from planforge.writers.docx import write_docx  # noqa: PLC0415

        return write_docx(document, load_template(template))
    if kind == "html":
        from planforge.writers.html import write_html  # noqa: PLC0415

        return write_html(document).encode()
    from planforge.writers.outline import write_outline  # noqa: PLC0415

    return write_outline(document).encode()
