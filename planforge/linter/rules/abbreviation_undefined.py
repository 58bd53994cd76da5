"""L101: what an abbreviation stands for is said somewhere."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.abbreviations import first_uses, read_abbreviations
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject

_UNDERSTOOD = frozenset(
    (
        "UBND", "HĐND", "MTTQ", "TW", "TP", "CHXHCN", "NXB",
        "TCVN", "QCVN", "ISO", "IEC", "IT",
        "PAR", "INDEX", "SIPAS", "PAPI", "PCI", "DDCI", "DTI", "GRDP", "GDP", "ODA", "FDI",
        "COVID", "ASEAN", "WTO", "UNDP", "UNESCO", "AI", "QR", "SMS", "PDF", "OCOP",
        "VNPT", "FPT", "VTV", "VOV", "LGSP", "NDXP", "NGSP", "VPN",
    )
)  # fmt: skip
"""What every reader of a plan knows, and names that have no other form."""


def check(subject: Subject) -> Iterator[Violation]:
    """Yield the first use of each abbreviation that is neither defined nor declared."""
    known = {
        *_UNDERSTOOD,
        *(definition.short for definition in read_abbreviations(subject).definitions),
        *(word for name in subject.plan.abbreviations for word in (name, *name.split())),
    }
    for use in first_uses(subject):
        if use.short not in known:
            yield Violation(
                use.path,
                msg("Nothing says what “{short}” stands for.", short=use.short),
                msg(
                    "Write it out where it first stands, with “({short})” after it.",
                    short=use.short,
                ),
            )


RULE = Rule(
    code="L101",
    name="abbreviation-undefined",
    severity="info",
    check=check,
    what=msg(
        "An abbreviation that is neither written out in the text nor declared under "
        "`abbreviations:`. Agencies' cells, recipients and abbreviations that everyone knows "
        "(UBND, TCVN, PAR INDEX) are left alone."
    ),
    why=msg("A reader outside the drafting office has to guess."),
    bad="""
opening: Việc rà soát VBQPPL được thực hiện thường xuyên.
""",
    good="""
opening: Việc rà soát văn bản quy phạm pháp luật (VBQPPL) được thực hiện thường xuyên;
  danh mục VBQPPL hết hiệu lực được công bố.
""",
)
