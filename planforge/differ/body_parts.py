"""The parts of a plan's running text: sections and paragraphs."""

from planforge.changes import Entry
from planforge.differ.parts import Part, Parts, Setting, filled, make_entry
from planforge.findings import Path
from planforge.model.body import Section
from planforge.model.numbering import Number, next_style, number_items
from planforge.model.text import Text


def add_sections(
    parts: Parts, path: Path, sections: tuple[Section, ...], setting: Setting, style: str
) -> None:
    """List sections and all they hold."""
    numbers = number_items(sections, style, setting.number)
    for index, (section, number) in enumerate(zip(sections, numbers, strict=True)):
        _add_section(parts, (*path, index), section, setting, number)


def _add_section(
    parts: Parts, path: Path, section: Section, setting: Setting, number: Number
) -> None:
    """List a section; one without title is known by its first paragraph."""
    area = section.area or setting.area
    own_text = not section.title and len(section.text) > 0
    texts = {
        "title": (section.title,),
        "text": parts.paragraphs(section.text[:1]) if own_text else (),
    }
    entry = Entry(
        kind="area" if section.area else "section",
        path=path,
        id=section.id,
        number=number.label,
        area=area,
        titles=setting.titles,
        texts=filled(texts),
    )
    here = parts.add(
        Part(
            entry=entry,
            family="heading" if section.title else "prose",
            parent=setting.parent,
            key=_section_key(parts, section, setting.parent),
        )
    )
    titles = (*setting.titles, section.title) if section.title else setting.titles
    inside = Setting(here, area, titles, number)
    _add_note(parts, (*path, "note"), section.note, inside)
    add_paragraphs(parts, (*path, "text"), section.text, inside, first=int(own_text))
    style = section.child_style or next_style(number.style)
    add_sections(parts, (*path, "sections"), section.sections, inside, style)
    add_paragraphs(parts, (*path, "closing"), section.closing, inside)


def _add_note(parts: Parts, path: Path, note: str, setting: Setting) -> None:
    """List the note beside a title as a paragraph: it may become the first one below it."""
    if note:
        entry = make_entry("paragraph", path, {"text": (parts.plain(note),)}, setting)
        parts.add(Part(entry=entry, family="prose", parent=setting.parent))


def _section_key(parts: Parts, section: Section, parent: int) -> str:
    """Return what names a section over the years: its id, or its role or area in its part."""
    if section.id:
        return section.id
    name = section.area or ("" if section.role == "other" else section.role)
    above = parts[parent].key if parent >= 0 else ""
    return f"{above}/{name}" if name else ""


def add_paragraphs(parts: Parts, path: Path, text: Text, setting: Setting, first: int = 0) -> None:
    """List the paragraphs of a text, from index ``first``."""
    for index, paragraph in enumerate(text[first:], first):
        entry = make_entry(
            "paragraph", (*path, index), {"text": (parts.plain(paragraph.text),)}, setting
        )
        parts.add(Part(entry=entry, family="prose", parent=setting.parent))
