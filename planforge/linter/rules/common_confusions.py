"""L110: words that are confused by ear are written right."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.misspellings import CONFUSIONS, find_slips
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject
from planforge.linter.wording import read_wording


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each spelling of the list of confusions."""
    for found, right in find_slips(read_wording(subject), CONFUSIONS):
        yield Violation(
            found.path,
            msg("“{wrong}” is misspelt.", wrong=found.words),
            msg("Write “{right}”.", right=right),
        )


RULE = Rule(
    code="L110",
    name="common-confusions",
    severity="warning",
    check=check,
    what=msg(
        "A spelling that is certainly wrong, from a list of words confused by ear (bổ xung, sử "
        "lý, cập nhập). Where the same syllables belong to two words (tiềm năng xuất khẩu), they "
        "are left alone."
    ),
    why=msg("A signer sees it at once, and doubts the rest."),
    bad="""
opening: Rà soát, bổ xung quy định; sử lý nghiêm vi phạm.
""",
    good="""
opening: Rà soát, bổ sung quy định; xử lý nghiêm vi phạm; khai thác tiềm năng xuất khẩu.
""",
)
