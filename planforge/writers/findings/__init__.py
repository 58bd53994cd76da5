"""Findings to text: one format a module, all with the same face.

Each ``write`` takes the files in order, each with its findings, and returns the whole report.
"""

from collections.abc import Sequence
from typing import NamedTuple

from planforge.findings import Finding
from planforge.source import Source


class Report(NamedTuple):
    """A file and what was found in it."""

    source: Source
    findings: Sequence[Finding]
