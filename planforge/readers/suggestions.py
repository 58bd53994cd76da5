"""“Did you mean”: the known word nearest to a mistyped one."""

from collections.abc import Iterable, Sequence

from planforge.findings import Message, msg

_VIETNAMESE_KEYS = {
    "bo_phan_chu_tri": "lead",
    "can_cu": "bases",
    "chu_ky": "signature",
    "chu_tri": "lead",
    "co_quan_ban_hanh": "issuer",
    "co_quan_chu_tri": "lead",
    "co_quan_phoi_hop": "support",
    "ky": "signature",
    "luu": "archive",
    "muc": "sections",
    "nam": "period",
    "ngay": "date",
    "nhiem_vu": "task",
    "noi_nhan": "recipients",
    "phoi_hop": "support",
    "phu_luc": "appendices",
    "san_pham": "product",
    "so": "number",
    "thoi_gian": "deadline",
    "thoi_han": "deadline",
    "tieu_de": "title",
    "trich_yeu": "title",
    "year": "period",
}
"""Keys an officer may try in Vietnamese, and what they are called here."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word that ``word`` was probably meant to be, or None."""
    import difflib  # noqa: PLC0415 - only mistakes need it

    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else None


def key_hint(name: str, known: Sequence[str]) -> Message:
    """Return the remedy for the unknown key ``name`` where the keys ``known`` may stand."""
    best = _VIETNAMESE_KEYS.get(_bare(name))
    if best not in known:
        best = closest(name, known)
    if best:
        return msg("Did you mean `{best}`?", best=best)
    return msg("Keys that may stand here: {keys}.", keys=", ".join(known))


def _bare(name: str) -> str:
    """Return ``name`` without diacritics and with underscores, as keys are spelled."""
    import unicodedata  # noqa: PLC0415 - only mistakes need it

    letters = unicodedata.normalize("NFD", name.lower().replace("đ", "d"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.replace(" ", "_").replace("-", "_")
