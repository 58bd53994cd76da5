"""What is said about a tag that cannot be read, in words for somebody who is no programmer."""

import re

from planforge.findings import Finding, Message, msg
from planforge.writers.docx.checking.blocks import KEYWORDS
from planforge.writers.docx.checking.codes import SYNTAX, UNKNOWN_TAG, complain
from planforge.writers.docx.checking.tags import NAMES, Tag, nearest

_IN_PLAIN_WORDS = (
    (r"expected token 'in'", msg("after the name there must be “in” and a list")),
    (r"got 'end of|unexpected 'end of|expected name or number", msg("something is missing")),
    (r"unexpected char (?P<found>.+) at ", msg("{found} may not stand in it")),
    (
        r"expected token 'end of .+', got '(?P<found>.+)'",
        msg("“{found}” is too much; a name has no spaces"),
    ),
    (r"unexpected '.', expected '(?P<missing>.)'", msg("“{missing}” is missing")),
    (r"unexpected '(?P<found>.+?)'", msg("“{found}” is too much")),
)
"""What Jinja says, and what it means."""


def unknown_name(tag: Tag, name: str, local: frozenset[str]) -> Finding:
    """Return the finding that ``name`` stands for nothing; ``local`` are loop variables."""
    best = nearest(name, (*NAMES, *local))
    hint = (
        msg("Did you mean `{best}`?", best=best)
        if best
        else msg("Tags are: {names}.", names=", ".join(NAMES))
    )
    message = msg("There is no tag `{name}`.", name=name)
    return complain(UNKNOWN_TAG, message, where=tag.paragraph.where, hint=hint)


def unknown_statement(tag: Tag, word: str, keyword: str | None) -> Finding:
    """Return the finding that ``word`` is no statement; ``keyword`` is the nearest, or None."""
    hint = (
        msg("Did you mean `{best}`?", best=keyword)
        if keyword
        else msg("Statements are: {names}.", names=", ".join(KEYWORDS))
    )
    message = msg("`{tag}`: a template knows no statement “{word}”.", tag=tag.shown, word=word)
    return complain(SYNTAX, message, where=tag.paragraph.where, hint=hint)


def loose_letter(tag: Tag) -> Finding:
    """Return the finding that the letter after the brace is not where docxtpl looks for it."""
    right = f"{tag.source[:2]}{tag.prefix} {tag.body} {tag.source[-2:]}"
    return complain(
        SYNTAX,
        msg(
            "`{tag}`: the letter {letter} must follow the brace, with one space after it.",
            tag=tag.shown,
            letter=tag.prefix,
        ),
        where=tag.paragraph.where,
        hint=msg("Write {right}.", right=right),
    )


def wrong_syntax(tag: Tag, reason: Message) -> Finding:
    """Return the finding that ``tag`` breaks the rules of tags."""
    return complain(
        SYNTAX,
        msg("`{tag}` cannot be read: {reason}.", tag=tag.shown, reason=reason),
        where=tag.paragraph.where,
        hint=msg(
            "Tags look like {value} or {loop}.",
            value="{{ ten_loai }}",
            loop="{%p for dong in noi_nhan %}",
        ),
    )


def in_plain_words(said: str) -> Message:
    """Return what Jinja ``said`` as part of a sentence."""
    for pattern, meaning in _IN_PLAIN_WORDS:
        found = re.search(pattern, said)
        if found:
            return Message(meaning.template, dict(found.groupdict()))
    return msg("{reason}", reason=said.rstrip("."))
