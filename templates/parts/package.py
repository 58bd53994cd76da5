"""The parts around the text: what the package holds, its settings and its footnotes."""

from parts.document import HEADER_RELATION, header_part
from parts.styles import styles_part
from parts.theme import theme_part
from parts.wordml import DECLARATION, OFFICE, root, tag
from planforge.standards import Standard

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
FORMATS = "application/vnd.openxmlformats-officedocument"
MAIN = f"{FORMATS}.wordprocessingml"

# Part of the main document, its relation, its id; the content type has the relation's name.
RELATIONS = (
    ("styles.xml", "styles", "rId1"),
    ("settings.xml", "settings", "rId2"),
    ("fontTable.xml", "fontTable", "rId3"),
    ("footnotes.xml", "footnotes", "rId4"),
    ("header1.xml", "header", HEADER_RELATION),
    ("theme/theme1.xml", "theme", "rId6"),
)


def package(standard: Standard, title: str, document: str) -> dict[str, str]:
    """Return the members of a Word file with the main part ``document``, by name."""
    return {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/app.xml": _application(),
        "docProps/core.xml": _properties(title),
        "word/_rels/document.xml.rels": _document_relations(),
        "word/document.xml": document,
        "word/fontTable.xml": _fonts(standard),
        "word/footnotes.xml": _footnotes(),
        "word/header1.xml": header_part(),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_part(standard),
        "word/theme/theme1.xml": theme_part(standard),
    }


def _content_types() -> str:
    parts = [
        ("/docProps/app.xml", f"{FORMATS}.extended-properties"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties"),
        ("/word/document.xml", f"{MAIN}.document.main"),
        *((f"/word/{part}", f"{_family(kind)}.{kind}") for part, kind, _ in RELATIONS),
    ]
    relations = "application/vnd.openxmlformats-package.relationships"
    return (
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{relations}+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{p}" ContentType="{kind}+xml"/>' for p, kind in parts)
        + "</Types>"
    )


def _family(kind: str) -> str:
    return FORMATS if kind == "theme" else MAIN


def _relations(*relations: tuple[str, str, str]) -> str:
    return (
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        + "".join(
            f'<Relationship Id="{ident}" Type="{kind}" Target="{target}"/>'
            for target, kind, ident in relations
        )
        + "</Relationships>"
    )


def _package_relations() -> str:
    office = f"{OFFICE}/relationships"
    return _relations(
        ("word/document.xml", f"{office}/officeDocument", "rId1"),
        ("docProps/core.xml", f"{PACKAGE}/relationships/metadata/core-properties", "rId2"),
        ("docProps/app.xml", f"{office}/extended-properties", "rId3"),
    )


def _document_relations() -> str:
    return _relations(
        *((part, f"{OFFICE}/relationships/{kind}", ident) for part, kind, ident in RELATIONS)
    )


def _application() -> str:
    return (
        f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>planforge</Application></Properties>"
    )


def _properties(title: str) -> str:
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>vi-VN</dc:language></cp:coreProperties>"
    )


def _fonts(standard: Standard) -> str:
    font = tag(
        "font",
        tag("panose1", val="02020603050405020304"),
        tag("charset", val="00"),
        tag("family", val="roman"),
        tag("pitch", val="variable"),
        name=standard.font.family,
    )
    return root("fonts", font)


# Word numbers the two marks that separate notes from text -1 and 0, so that notes count from 1.
_SEPARATORS = (("separator", -1), ("continuationSeparator", 0))


def _footnotes() -> str:
    return root("footnotes", *(_separator(kind, ident) for kind, ident in _SEPARATORS))


def _separator(kind: str, ident: int) -> str:
    return tag("footnote", tag("p", tag("r", tag(kind))), type=kind, id=ident)


def _settings() -> str:
    uri = "http://schemas.microsoft.com/office/word"
    mode = tag("compatSetting", name="compatibilityMode", uri=uri, val=15)
    return root(
        "settings",
        tag("zoom", percent=100),
        tag("defaultTabStop", val=720),
        tag("characterSpacingControl", val="doNotCompress"),
        tag("footnotePr", *(tag("footnote", id=ident) for _, ident in _SEPARATORS)),
        tag("compat", mode),
        tag("themeFontLang", val="vi-VN"),
        tag("decimalSymbol", val=","),
        tag("listSeparator", val=";"),
    )
