"""A file to the record it spells out, and everything that is wrong with the file."""

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from typing import Generic, NamedTuple, TypeVar

from planforge.findings import Finding, Message
from planforge.model.fields import Record
from planforge.readers import codes
from planforge.readers.binder import Binder
from planforge.readers.decoding import decode
from planforge.readers.parsing import Parsed, parse_nodes
from planforge.readers.places import locate
from planforge.readers.report import Report, TooManyFindingsError
from planforge.source import Scalar, Source

R = TypeVar("R", bound=Record)


class FileKind(NamedTuple, Generic[R]):
    """A kind of file: its record, and what must hold between the parts of one.

    ``check`` is also given the top-level keys that could not be read. ``shapeless`` is said, as
    problem and remedy, of a file that has no keys, ``empty`` of one that holds nothing.
    """

    record: type[R]
    check: Callable[[R, AbstractSet[str]], Iterator[Finding]]
    shapeless: tuple[Message, Message]
    empty: tuple[Message, Message]


def read_record(
    data: bytes, name: str, kind: FileKind[R]
) -> tuple[R | None, tuple[Finding, ...], Source]:
    """Return the record in ``data``, all findings in the order of their lines, and the text.

    The record is None where the file cannot be understood. Nothing is raised for any content.
    """
    report = Report()
    source = Source(name, "", None)
    record: R | None = None
    try:
        source.text = decode(data, report)
        parsed = parse_nodes(source.text, report)
        source.root = parsed.root
        record = _bind(parsed, report, kind)
    except TooManyFindingsError:
        record = None
    located = [locate(finding, source) for finding in report.findings]
    located.sort(key=lambda finding: (finding.line, finding.column, finding.code))
    return record, tuple(located), source


def _bind(parsed: Parsed, report: Report, kind: FileKind[R]) -> R | None:
    """Return the record that the nodes spell out; None with a finding where there is none."""
    root = parsed.root
    if root is None or (isinstance(root, Scalar) and root.empty):
        if not report.findings:
            report.add(codes.EMPTY.finding(*kind.empty))
        return None
    binder = Binder(report, parsed.broken)
    record = binder.bind(root, kind.record, kind.shapeless)
    if record is None:
        return None
    for finding in kind.check(record, binder.lost):
        report.add(finding)
    return record if binder.complete else None
