"""S111: “Theo Phụ lục đính kèm” points to an appendix that is there."""

from collections.abc import Iterator

from planforge.findings import msg
from planforge.linter.appendix_words import find_appendix_words
from planforge.linter.rule import Rule, Violation
from planforge.linter.subject import Subject


def check(subject: Subject) -> Iterator[Violation]:
    """Yield each text that sends the reader to an appendix the plan does not have."""
    count = len(subject.plan.appendices)
    for item in subject.texts:
        if "lục" not in item.plain or item.path[0] == "decision":
            continue
        for mention in find_appendix_words(item.plain):
            if mention.points and (not count or mention.number > count):
                yield Violation(
                    item.path,
                    msg("“{words}”, but the plan has no such appendix.", words=mention.words),
                    msg("Add it under `appendices:` and refer to it by its id, or cut the words."),
                )


RULE = Rule(
    code="S111",
    name="dangling-appendix-reference",
    severity="warning",
    check=check,
    what=msg(
        "Words that send the reader to an attached appendix (“Theo Phụ lục đính kèm”) in a plan "
        "that has none, or fewer."
    ),
    why=msg("Readers look for a page that is not there; often the appendix was left behind."),
    source="Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III.1",
    bad="""
opening: Ban hành Kế hoạch này, nhiệm vụ cụ thể theo Phụ lục đính kèm.
""",
    good="""
opening: Thực hiện theo Phụ lục I kèm theo Nghị định số 60/2021/NĐ-CP của Chính phủ.
""",
)
