"""The formats of plan and review as a page: every key of every record, from the model itself."""

from collections.abc import Iterator

from planforge.findings import Message, Translate, msg, untranslated
from planforge.model.fields import Record
from planforge.model.plan import Plan
from planforge.model.review import Review
from planforge.model.shapes import Field, Shape, fields_of

_KINDS: dict[str, Message] = {
    "text": msg("text"),
    "choice": msg("one of the words listed"),
    "flag": msg("true or false"),
    "date": msg("day"),
    "period": msg("year, years or days"),
    "lines": msg("text or list of lines"),
    "prose": msg("paragraphs"),
    "cell": msg("text or list"),
    "table": msg("names with texts"),
}
_TITLE = msg("Plan format")
_INTRODUCTION = msg(
    "One file is one plan. Everything is read as text: `no`, `08` and `5.10` stay as they are "
    "written. Keys marked with an asterisk must be given. This page is made from the program: "
    "do not edit it."
)
_REVIEW_TITLE = msg("The review of a draft")
_REVIEW_INTRODUCTION = msg(
    "`planforge rollover` writes next year's plan and, beside it, a file such as "
    "`2023.review.yaml`: a decision for each area and task of the old plan, and questions. "
    "`open` is not decided yet; `keep`: as it is; `change`: with changes; `drop`: left out; "
    "`merge` and `split`: joined to others or divided, `into` says into what. "
    "`planforge lint` warns while anything is open, and `planforge build --final` refuses."
)
_HEADER = (msg("Key"), msg("Value"), msg("Meaning"))
_SHORTHAND = msg("A plain text in its place is read as `{key}`.")


def write_format_reference(translate: Translate = untranslated) -> str:
    """Return the reference of the plan format as Markdown in the given language."""
    lines = [f"# {_TITLE.text(translate)}", "", _INTRODUCTION.text(translate)]
    for record in _records(Plan, []):
        lines += ["", *_section(record, translate)]
    lines += ["", f"# {_REVIEW_TITLE.text(translate)}", "", _REVIEW_INTRODUCTION.text(translate)]
    for record in _records(Review, []):
        lines += ["", *_section(record, translate)]
    return "\n".join(lines) + "\n"


def _records(record: type[Record], seen: list[type[Record]]) -> list[type[Record]]:
    """Return ``record`` and all records in it, each once, in the order they are met."""
    if record not in seen:
        seen.append(record)
        for field in fields_of(record):
            inner = _inner(field.shape)
            if inner is not None:
                _records(inner, seen)
    return seen


def _inner(shape: Shape) -> type[Record] | None:
    return shape.record or (shape.item.record if shape.item else None)


def _section(record: type[Record], translate: Translate) -> Iterator[str]:
    yield f"## {record.__name__}"
    yield ""
    if record.shorthand:
        yield msg(_SHORTHAND.template, key=record.shorthand).text(translate)
        yield ""
    yield "| " + " | ".join(cell.text(translate) for cell in _HEADER) + " |"
    yield "|---|---|---|"
    for field in fields_of(record):
        yield _row(field, translate)


def _row(field: Field, translate: Translate) -> str:
    name = f"`{field.name}`" + ("\\*" if field.required else "")
    meaning = translate(field.key.doc)
    if field.key.choices:
        meaning += " " + ", ".join(f"`{choice}`" for choice in field.key.choices)
    if field.key.example:
        meaning += " — " + f"`{field.name}: {field.key.example}`"
    return f"| {name} | {_value(field.shape, translate)} | {meaning} |"


def _value(shape: Shape, translate: Translate) -> str:
    inner = _inner(shape)
    if inner is None:
        return _KINDS[shape.kind].text(translate)
    link = f"[{inner.__name__}](#{inner.__name__.lower()})"
    return msg("list of {item}", item=link).text(translate) if shape.kind == "list" else link
