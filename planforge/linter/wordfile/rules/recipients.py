"""Recipients (PL I.II.9.d)."""

from collections.abc import Iterator

from planforge.findings import Message, Severity, msg
from planforge.linter.wordfile.anatomy import Anatomy
from planforge.linter.wordfile.breach import Breach, element, look_breaches, not_found, standard
from planforge.linter.wordfile.closing import Closing, is_archive
from planforge.linter.wordfile.rule import WordRule


def check(anatomy: Anatomy) -> Iterator[Breach]:
    """Yield what is wrong with the recipients, or that there are none."""
    closing = anatomy.closing
    if closing.title is None:
        if anatomy.is_document:
            yield not_found("recipients_title")
        return
    if not closing.title.text.endswith(":"):
        yield _breach(closing, msg("There is no colon after “Nơi nhận”."), "error")
    yield from look_breaches("recipients_title", [closing.title])
    yield from look_breaches("recipients_list", closing.listed)
    yield from _wording(closing)
    if closing.blank_above and closing.blank_above[0] != closing.blank_above[1]:
        yield _breach(
            closing, msg("“Nơi nhận:” is not level with the authority of the signer."), "warning"
        )


def _wording(closing: Closing) -> Iterator[Breach]:
    if not closing.recipients:
        return
    archive = next((line for line in closing.recipients if is_archive(line)), None)
    if archive is None:
        yield _breach(closing, msg("The line “- Lưu: VT, …” is missing."), "error")
        return
    if "VT" not in archive:
        yield _breach(closing, msg("“{text}” does not name VT.", text=archive), "info")
    if not archive.endswith((".", ")")):
        yield _breach(closing, msg("“{text}” does not end with “.”.", text=archive), "warning")
    others = closing.recipients[: closing.recipients.index(archive)]
    open_ended = [line for line in others if not line.endswith(";")]
    if open_ended:
        yield _breach(
            closing, msg("“{text}” does not end with “;”.", text=open_ended[0]), "warning",
            len(open_ended),
        )  # fmt: skip


def _breach(closing: Closing, message: Message, severity: Severity, count: int = 1) -> Breach:
    form = standard().wording["recipients"]
    return Breach(
        message=message,
        hint=msg(
            "The list is worded “{line}”, its last line “{last}”.",
            line=form.form.format(recipient="…"),
            last=form.last.format(unit="TH", copies="2"),
        ),
        source=element("recipients_title").clause,
        where=closing.title.where if closing.title else None,
        count=count,
        severity=severity,
    )


RULE = WordRule(
    code="W114",
    name="recipients",
    severity="error",
    check=check,
    what=msg(
        "“Nơi nhận:” 12 pt, bold and italic; the list 11 pt, each line “- …;”, the last “- "
        "Lưu: VT, ….”; all level with the authority."
    ),
    why=msg(
        "Without the line Lưu nobody files the document; the sizes keep the list beside the "
        "signature."
    ),
    bad="Nơi nhận: cỡ 14; thiếu dòng “- Lưu: VT, …”",
    good="Nơi nhận: cỡ 12, nghiêng đậm; - Lưu: VT, TH.",
    source="PL I.II.9.d",
)
