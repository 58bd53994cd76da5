"""Every mistake of a Word template, with its place, in one run; and what a tag may say.

Tags are parsed by Jinja one at a time, so that one mistake does not hide the next; blocks are
followed by hand. What no check foresaw, the trial at the end finds.
"""

from collections.abc import Iterator, Sequence

from jinja2 import Environment, TemplateSyntaxError, nodes

from planforge.findings import Finding, Message, msg
from planforge.writers.docx.checking.blocks import KEYWORDS, Blocks
from planforge.writers.docx.checking.codes import UNKNOWN_TAG, UNSAFE, WRONG_SHAPE, complain
from planforge.writers.docx.checking.package import DOCUMENT, Package, headers, open_package
from planforge.writers.docx.checking.page_setup import check_page_setup
from planforge.writers.docx.checking.position import Surroundings, check_position
from planforge.writers.docx.checking.structure import (
    check_footnotes,
    check_required,
    check_sections,
    check_styles,
    sample,
)
from planforge.writers.docx.checking.tags import (
    LISTS,
    NAMES,
    Tag,
    check_halves,
    find_tags,
    nearest,
    plain,
    words,
)
from planforge.writers.docx.checking.text import Paragraph, read_part, read_sections
from planforge.writers.docx.checking.wording import (
    in_plain_words,
    loose_letter,
    unknown_name,
    unknown_statement,
    wrong_syntax,
)
from planforge.writers.docx.prepared import COMPARISON
from planforge.writers.docx.styles import MARK_STYLES

_LONGEST_TAG = 300
_ENVIRONMENT = Environment(autoescape=True)
_FRAMES = {
    "": ("{{ ", " }}"),
    "for": ("{% for ", " %}{% endfor %}"),
    "if": ("{% if ", " %}{% endif %}"),
    "elif": ("{% if 1 %}{% elif ", " %}{% endif %}"),
}
"""What makes a statement whole, so that Jinja can read it by itself."""

_FILTERS = (
    "capitalize", "default", "first", "join", "last", "length", "list", "lower", "replace",
    "reverse", "sort", "title", "trim", "unique", "upper",
)  # fmt: skip
"""Filters that change text and lists; others reach into Python or blow text up."""

_LOOP = frozenset(
    {"index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"}
)
_HARMLESS = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Const,
    nodes.Tuple, nodes.List, nodes.Getitem, nodes.Slice, nodes.Filter, nodes.Keyword,
    nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Neg,
    nodes.CondExpr, nodes.Concat,
)  # fmt: skip
"""What a tag may be made of: it chooses and joins values, it computes and calls nothing."""


def check_template(data: bytes, name: str) -> tuple[Finding, ...]:
    """Return every mistake in the Word template ``data``; nothing is raised, whatever it holds.

    A template without errors can be filled. ``name`` is the file's name for the messages.
    """
    package, findings = open_package(data, name)
    if package is None:
        return tuple(findings)
    findings += check_styles(package)
    findings += check_footnotes(package)
    findings += _check_text(package)
    if not any(finding.severity == "error" for finding in findings):
        from planforge.writers.docx.checking.trial import try_template  # noqa: PLC0415 - slow to load

        findings += try_template(data, name)
    return tuple(findings)


def _check_text(package: Package) -> list[Finding]:
    if DOCUMENT not in package.roots:
        return []
    sections = read_sections(package.roots[DOCUMENT])
    sources = [section.paragraphs for section in sections]
    sources += [read_part(part, root) for part, root in headers(package)]
    in_tags = [finding for source in sources for finding in _check_source(source)]
    tags = [tag for source in sources for paragraph in source for tag in find_tags(paragraph)]
    names = _names_meant(sources)
    return [
        *check_required(names),
        *check_styles(package, MARK_STYLES.values() if COMPARISON in names else ()),
        *in_tags,
        *check_sections(sections, tags),
        *check_page_setup(sections),
    ]


def _names_meant(sources: Sequence[Sequence[Paragraph]]) -> frozenset[str]:
    """Return the names in the tags, misspelled or broken ones too: one mistake, one finding."""
    tagged = [p for source in sources for p in source if "{" in p.text or "}" in p.text]
    written = frozenset[str]().union(*(words(paragraph.text) for paragraph in tagged))
    tags = [tag for paragraph in tagged for tag in find_tags(paragraph)]
    doubtful = {tag.body for tag in tags} | {word for tag in tags for word in tag.words}
    return written | {nearest(word, NAMES) or "" for word in doubtful - set(NAMES)}


def _check_source(paragraphs: Sequence[Paragraph]) -> Iterator[Finding]:
    """Check what Jinja will read as one piece: a section, or a page header."""
    blocks = Blocks()
    surroundings = Surroundings(paragraphs)
    for paragraph in paragraphs:
        yield from check_halves(paragraph)
        for tag in find_tags(paragraph):
            if tag.loose:
                yield loose_letter(tag)
            check = _check_value if tag.kind == "value" else _check_statement
            yield from check(tag, blocks)
            yield from check_position(tag, surroundings)
    yield from blocks.unclosed()


def _check_value(tag: Tag, blocks: Blocks) -> Iterator[Finding]:
    spelled = plain(tag.body)
    if spelled != tag.body and spelled in NAMES:
        yield unknown_name(tag, tag.body, blocks.names)
        return
    yield from _check_expression(tag, "", tag.body, blocks)


def _check_statement(tag: Tag, blocks: Blocks) -> Iterator[Finding]:
    word, rest = _statement(tag.body)
    keyword = word if word in KEYWORDS else nearest(word.replace(" ", ""), KEYWORDS)
    if keyword != word:
        yield unknown_statement(tag, word, keyword)
    if keyword is None:
        return
    if keyword in _FRAMES:
        yield from _check_expression(tag, keyword, rest, blocks)
    elif rest:
        yield wrong_syntax(tag, msg("“{found}” is too much", found=rest))
    yield from blocks.take(keyword, tag, _loop_names(rest) if keyword == "for" else frozenset())


def _statement(body: str) -> tuple[str, str]:
    """Return the word that says what a statement does, and the rest; ``end if`` is one word."""
    if body.split() in (["end", "if"], ["end", "for"]):
        return body, ""
    word, *rest = body.split(maxsplit=1) or [""]
    return word, "".join(rest)


def _loop_names(rest: str) -> frozenset[str]:
    return words(rest.partition(" in ")[0]) | {"loop"}


def _check_expression(tag: Tag, keyword: str, text: str, blocks: Blocks) -> Iterator[Finding]:
    """Check what stands in a value, or after ``keyword`` in a statement."""
    before, after = _FRAMES[keyword]
    try:
        if len(text) > _LONGEST_TAG:
            yield wrong_syntax(tag, msg("it is too long"))
            return
        tree = _ENVIRONMENT.parse(before + text + after)
        problems = [*_names(tag, tree, blocks), *_dangers(tag, tree), *_shape(tag, tree)]
    except TemplateSyntaxError as error:
        yield wrong_syntax(tag, in_plain_words(error.message or ""))
    except RecursionError:
        yield wrong_syntax(tag, msg("it is too complicated"))
    else:
        yield from (p for n, p in enumerate(problems) if p not in problems[:n])


def _names(tag: Tag, tree: nodes.Template, blocks: Blocks) -> Iterator[Finding]:
    used = list(tree.find_all(nodes.Name))
    own = {name.name for name in used if name.ctx == "store"}
    known = blocks.names | own
    for name in dict.fromkeys(name.name for name in used):
        if name not in known and name not in NAMES:
            yield unknown_name(tag, name, known)


def _dangers(tag: Tag, tree: nodes.Template) -> Iterator[Finding]:
    """Name what the sandbox refuses or what a template has no need of."""
    called = [call.node for call in tree.find_all(nodes.Call)]
    for node in tree.find_all(nodes.Node):
        if isinstance(node, nodes.Call):
            yield _danger(tag, msg("`{tag}` calls a function.", tag=tag.shown))
        elif isinstance(node, nodes.Filter) and node.name not in _FILTERS:
            yield _danger(
                tag,
                msg("`{tag}` uses the filter “{name}”.", tag=tag.shown, name=node.name),
                msg("Filters are: {names}.", names=", ".join(_FILTERS)),
            )
        elif isinstance(node, nodes.Test) and node.name not in _ENVIRONMENT.tests:
            yield wrong_syntax(tag, msg("“is {name}” means nothing", name=node.name))
        elif isinstance(node, nodes.Getattr) and node not in called:
            yield from _attribute(tag, node.node, node.attr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
            yield from _attribute(tag, node.node, node.arg.value)
        elif not isinstance(node, (*_HARMLESS, nodes.Getattr)):
            yield _danger(tag, msg("`{tag}` computes something.", tag=tag.shown))


def _attribute(tag: Tag, owner: nodes.Node, part: object) -> Iterator[Finding]:
    """Name a part that no value has: lists have numbered lines, only ``loop`` has names."""
    of_loop = isinstance(owner, nodes.Name) and owner.name == "loop" and part in _LOOP
    if isinstance(part, int) or of_loop:
        return
    if str(part).startswith("_"):
        yield _danger(tag, msg("`{tag}` reaches into the program.", tag=tag.shown))
    else:
        yield complain(
            UNKNOWN_TAG,
            msg("`{tag}`: the value has no part “{name}”.", tag=tag.shown, name=str(part)),
            where=tag.paragraph.where,
            hint=msg("Tags stand for plain text; write the name without a dot."),
        )


def _danger(tag: Tag, message: Message, hint: Message | None = None) -> Finding:
    hint = hint or msg("Only values, `if` and `for` belong in a template.")
    return complain(UNSAFE, message, where=tag.paragraph.where, hint=hint)


def _shape(tag: Tag, tree: nodes.Template) -> Iterator[Finding]:
    """Name lists that are printed in one piece, and texts that are taken letter by letter."""
    looped = next(
        (n.iter.name for n in tree.find_all(nodes.For) if isinstance(n.iter, nodes.Name)), ""
    )
    if tag.body in LISTS and tag.kind == "value":
        message = msg("`{tag}` stands for several lines, not for one text.", tag=tag.shown)
        name = tag.body
    elif looped in NAMES and looped not in LISTS:
        message = msg("`{tag}` goes through a text letter by letter.", tag=tag.shown)
        name = looped
    else:
        return
    hint = msg("Write {right}.", right=sample(name))
    yield complain(WRONG_SHAPE, message, where=tag.paragraph.where, hint=hint)
