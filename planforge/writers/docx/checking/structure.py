"""What a template as a whole must have: styles, footnotes, tags, a section for each content."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from planforge.findings import Finding, msg
from planforge.writers.docx.checking.codes import (
    FOOTNOTES,
    LOST_SECTION,
    MISSING_STYLE,
    MISSING_TAG,
    NOT_OWN_SECTION,
    REPEATED,
    complain,
)
from planforge.writers.docx.checking.package import FOOTNOTES as FOOTNOTES_PART
from planforge.writers.docx.checking.package import STYLES, Package, W
from planforge.writers.docx.checking.tags import LISTS, Tag
from planforge.writers.docx.checking.text import Section
from planforge.writers.docx.prepared import APPENDIX, COMPARISON, MAIN, MARKERS, PLAN
from planforge.writers.docx.styles import (
    FOOTNOTE_REFERENCE,
    MARK_STYLES,
    REFERENCE,
    REQUIRED_STYLES,
    STYLE_NAMES,
    TABLE,
)

_SHARED = ("co_quan", "ten_loai", "trich_yeu")
_OF_DOCUMENT = (
    PLAN,
    APPENDIX,
    "dia_danh_ngay_thang",
    "noi_nhan",
    "ho_ten",
    "chuc_vu",
    "quyen_han",
)
_OF_PLAN = ("so_ky_hieu",)
_OF_DECISION = (MAIN, "so_quyet_dinh", "trich_yeu_quyet_dinh", "kem_theo")
_CHARACTER_STYLES = (FOOTNOTE_REFERENCE, REFERENCE, *MARK_STYLES.values())
_KINDS = {TABLE: "table", **dict.fromkeys(_CHARACTER_STYLES, "character")}


def check_styles(package: Package, used: Iterable[str] = REQUIRED_STYLES) -> Iterator[Finding]:
    """Name the styles that the writer uses and the template lacks."""
    root = package.roots.get(STYLES)
    if root is None:
        return
    have = {(_name(style), style.get(f"{W}type")) for style in root.iter(f"{W}style")}
    for style in used:
        name = STYLE_NAMES[style]
        if (name.casefold(), _KINDS.get(style, "paragraph")) not in have:
            yield complain(
                MISSING_STYLE,
                msg("The style “{style}” is missing.", style=name),
                hint=msg(
                    "Make a style of this name in Word, or copy text in it from a built-in "
                    "template and paste it with its formatting."
                ),
            )


def _name(style: Element) -> str:
    name = style.find(f"{W}name")
    return name.get(f"{W}val", "").casefold() if name is not None else ""


def check_footnotes(package: Package) -> Iterator[Finding]:
    """Name footnotes of the template whose numbers the document's own footnotes take."""
    root = package.roots.get(FOOTNOTES_PART)
    for note in root.iter(f"{W}footnote") if root is not None else ():
        number = note.get(f"{W}id", "")
        if number.isdecimal() and int(number) > 0:
            yield complain(
                FOOTNOTES,
                msg("The footnote number {number} is taken by the template.", number=number),
                hint=msg("Delete it; if Word shows none, save the file from Word."),
            )


def check_required(found: frozenset[str]) -> Iterator[Finding]:
    """Name the tags that a template of this kind needs and are not among ``found``."""
    for name in (*_SHARED, *_own_tags(found)):
        if name not in found:
            yield complain(
                MISSING_TAG,
                msg("The tag `{tag}` is missing.", tag=name),
                hint=msg("Write {tag} where it is to be printed.", tag=sample(name)),
            )


def _own_tags(found: frozenset[str]) -> tuple[str, ...]:
    if COMPARISON in found:
        return (COMPARISON,)
    return (*_OF_DOCUMENT, *(_OF_DECISION if MAIN in found else _OF_PLAN))


def sample(name: str) -> str:
    """Return how the tag ``name`` is written."""
    if name in MARKERS:
        return f"{{{{p {name} }}}}"
    if name in LISTS:
        return f"{{%p for dong in {name} %}} {{{{ dong }}}} {{%p endfor %}}"
    return f"{{{{ {name} }}}}"


def check_sections(sections: Sequence[Section], tags: Sequence[Tag]) -> Iterator[Finding]:
    """Name generated content that is repeated, out of order or not in a section of its own."""
    markers = [tag for tag in tags if tag.body in MARKERS and tag.paragraph.section]
    first = {tag.body: tag for tag in reversed(markers)}
    for tag in markers:
        if first[tag.body] is not tag:
            yield _repeated(tag, first[tag.body])
    ordered = [first[name] for name in MARKERS if name in first]
    for before, after in pairwise(ordered):
        if before.paragraph.section >= after.paragraph.section:
            yield _not_own_section(before, after)
    wanted = (COMPARISON,) if COMPARISON in first else (MAIN, PLAN, APPENDIX)
    if COMPARISON in first or {PLAN, APPENDIX} <= first.keys():
        taken = {tag.paragraph.section for tag in markers}
        lost = (s for s in sections if s.number not in taken and _has_text(s))
        yield from (_lost(section, wanted) for section in lost)


def _has_text(section: Section) -> bool:
    return any(paragraph.text.strip() for paragraph in section.paragraphs)


def _repeated(tag: Tag, first: Tag) -> Finding:
    return complain(
        REPEATED,
        msg(
            "`{tag}` stands in the template twice, first in {place}; its text would be too.",
            tag=tag.shown,
            place=first.paragraph.where,
        ),
        where=tag.paragraph.where,
        hint=msg("Delete one of the two."),
    )


def _not_own_section(before: Tag, after: Tag) -> Finding:
    return complain(
        NOT_OWN_SECTION,
        msg(
            "`{tag}` must stand in a section of its own, after that of `{before}` ({place}).",
            tag=after.shown,
            before=before.shown,
            place=before.paragraph.where,
        ),
        where=after.paragraph.where,
        hint=msg(
            "Move it behind that, with a section break between the two: Layout, Breaks, Next Page."
        ),
    )


def _lost(section: Section, wanted: tuple[str, ...]) -> Finding:
    return complain(
        LOST_SECTION,
        msg(
            "Section {number} holds none of {tags}: nothing of it would be printed.",
            number=section.number,
            tags=", ".join(wanted),
        ),
        where=next(p.where for p in section.paragraphs if p.text.strip()),
        hint=msg("Delete the section break before or after it."),
    )
