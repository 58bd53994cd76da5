"""“Did you mean”: the known word nearest to a mistyped one."""

from collections.abc import Iterable, Sequence

from planforge.findings import Message, msg
from planforge.model.fields import Record
from planforge.model.shapes import fields_of

_VIETNAMESE_KEYS = {
    "bo_phan_chu_tri": ("lead",),
    "can_cu": ("bases",),
    "cau_hoi": ("questions",),
    "chu_ky": ("signature",),
    "chu_thich": ("footnotes",),
    "chu_tri": ("lead",),
    "chu_viet_tat": ("abbreviations",),
    "chuc_danh": ("title",),
    "chuc_vu": ("title",),
    "co_quan": ("issuer",),
    "co_quan_ban_hanh": ("issuer",),
    "co_quan_chu_quan": ("parent",),
    "co_quan_chu_tri": ("lead",),
    "co_quan_phoi_hop": ("support",),
    "cot": ("columns",),
    "dia_danh": ("place",),
    "de_xuat": ("proposal",),
    "dieu": ("articles",),
    "dong": ("lines",),
    "ghi_chu": ("note",),
    "gop_vao": ("into",),
    "han": ("deadline",),
    "ho_ten": ("name",),
    "kinh_gui": ("recipients",),
    "ky": ("signature",),
    "ky_hieu": ("number",),
    "ly_do": ("reason",),
    "linh_vuc": ("area", "areas"),
    "loai": ("type",),
    "loai_van_ban": ("type",),
    "luu": ("archive",),
    "mau": ("template",),
    "mo_dau": ("opening",),
    "muc": ("sections",),
    "nam": ("period",),
    "ngay": ("date",),
    "ngay_ban_hanh": ("date",),
    "nguoi_ky": ("signature", "name"),
    "nguoi_thuc_hien": ("by",),
    "nhiem_vu": ("task", "tasks"),
    "nhom": ("groups",),
    "noi_dung": ("text", "sections"),
    "noi_nhan": ("recipients",),
    "phan": ("sections",),
    "phoi_hop": ("support",),
    "phu_luc": ("appendices",),
    "quyen_han": ("authority",),
    "quyet_dinh": ("decision",),
    "san_pham": ("product",),
    "so": ("number",),
    "so_ky_hieu": ("number",),
    "ten": ("name", "title"),
    "thoi_gian": ("deadline",),
    "thoi_gian_thuc_hien": ("deadline",),
    "thoi_han": ("deadline",),
    "tieu_de": ("title", "heading"),
    "tra_loi": ("answer",),
    "trich_yeu": ("title",),
    "vai_tro": ("role",),
    "year": ("period",),
}
"""Keys an officer may try in Vietnamese, and what they are called here."""

_VIETNAMESE_WORDS = {
    "bo": "drop",
    "bo_qua": "drop",
    "da_xong": "done",
    "giu": "keep",
    "giu_nguyen": "keep",
    "gop": "merge",
    "huy": "drop",
    "huy_bo": "drop",
    "loai_bo": "drop",
    "mo": "open",
    "sua": "change",
    "sua_doi": "change",
    "tach": "split",
    "xoa": "drop",
    "xoa_bo": "drop",
    "xong": "done",
}
"""Decisions an officer may write in Vietnamese, and what they are called here."""

_LONGEST_WORD = 60


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``word`` was probably meant to be, or None."""
    import difflib  # noqa: PLC0415 - only mistakes need it

    if len(word) > _LONGEST_WORD:
        return None
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def choice_meant(word: str, choices: Sequence[str]) -> str | None:
    """Return the one of ``choices`` that ``word`` was probably meant to be, or None."""
    translated = _VIETNAMESE_WORDS.get(_bare(word))
    return translated if translated in choices else closest(word, choices)


def key_hint(name: str, record: type[Record]) -> Message:
    """Return the remedy for the key ``name`` that ``record`` does not have."""
    known = [field.name for field in fields_of(record)]
    owner = _owner(name, record)
    if owner:
        return msg("It belongs under `{owner}:`; check the spaces before it.", owner=owner)
    best = _translated(name, known) or closest(name, known)
    if best:
        return msg("Did you mean `{best}`?", best=best)
    return msg("Keys that may stand here: {keys}.", keys=", ".join(known))


def text_with_colon(known: Sequence[str]) -> Message:
    """Return the remedy for a text that became a key because a colon stands in it."""
    return msg(
        "A text with a colon and a space in it goes in quotes; the keys here are: {keys}.",
        keys=", ".join(known),
    )


def _owner(name: str, record: type[Record]) -> str:
    """Return the key of ``record`` whose own keys have ``name`` among them, or ""."""
    for field in fields_of(record):
        inner = field.shape.record
        if inner and any(key.name == name for key in fields_of(inner)):
            return field.name
    return ""


def _translated(name: str, known: Sequence[str]) -> str | None:
    candidates = _VIETNAMESE_KEYS.get(_bare(name), ())
    return next((key for key in candidates if key in known), None)


def _bare(name: str) -> str:
    """Return ``name`` without diacritics and with underscores, as keys are spelled."""
    import unicodedata  # noqa: PLC0415 - only mistakes need it

    letters = unicodedata.normalize("NFD", name.strip().lower().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.replace(" ", "_").replace("-", "_")
