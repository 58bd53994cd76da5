"""Building one plan: read, compose, write every format asked for. Runs in worker processes too."""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct

from planforge import __version__
from planforge.cli.files import read_file, write_file
from planforge.cli.manifest import Record, is_fresh, keep_edited
from planforge.cli.workspace import find_template
from planforge.composer import compose_plan
from planforge.document import Document
from planforge.errors import PlanforgeError
from planforge.findings import Finding, Message
from planforge.readers import read_plan
from planforge.readers.final import check_final
from planforge.source import Source

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


class Outcome(Struct, kw_only=True):
    """What came of a job; ``source`` has the text for showing the findings."""

    plan: str
    status: str = "built"
    findings: tuple[Finding, ...] = ()
    source: Source | None = None
    written: list[str] = []
    kept: list[str] = []
    records: dict[str, Record] = {}
    message: Message | None = None
    hint: Message | None = None


def build_plan(job: Job) -> Outcome:
    """Build one plan and say what came of it; nothing is raised for a bad plan or full disk."""
    outcome = Outcome(plan=job.plan)
    try:
        _build(job, outcome)
    except PlanforgeError as error:
        outcome.status = "failed"
        outcome.message, outcome.hint = error.message, error.hint
    return outcome


def _build(job: Job, outcome: Outcome) -> None:
    data = read_file(Path(job.plan))
    result = read_plan(data, job.plan)
    plan = result.plan
    findings = result.findings
    if plan is not None and job.final:
        findings += check_final(plan, result.source)
    outcome.findings = findings
    if findings:
        outcome.source = Source(result.source.name, result.source.text, None)
    if plan is None or any(finding.severity == "error" for finding in findings):
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
        if kind == "pdf":  # made from the Word files of all plans at once
            outcome.records[path.name] = Record(inputs, "")
            continue
        content = _content(kind, document, template)
        _write_output(path, content, job.known, outcome)
        outcome.records[path.name] = Record(inputs, sha256(content).hexdigest())


def _fingerprint(data: bytes, template: Path) -> str:
    digest = sha256(__version__.encode())
    digest.update(sha256(data).digest())
    digest.update(sha256(read_file(template)).digest())
    return digest.hexdigest()


def _write_output(path: Path, content: bytes, known: dict[str, Record], outcome: Outcome) -> None:
    kept = keep_edited(path, known)
    if kept:
        outcome.kept.append(str(kept))
    write_file(path, content)
    outcome.written.append(str(path))


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
