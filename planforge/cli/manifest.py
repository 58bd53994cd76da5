"""What the last build wrote: to skip what has not changed, and to keep what a person changed."""

import os
from hashlib import sha256
from itertools import count
from pathlib import Path

import msgspec
from msgspec import Struct

from planforge.cli.files import read_file, write_file

_NAME = ".planforge.json"


class Record(Struct, frozen=True):
    """One output: fingerprint of what it was made from, and digest of what was written."""

    inputs: str
    digest: str


def load_manifest(folder: Path) -> dict[str, Record]:
    """Return the records of the outputs in ``folder``; empty where there are none to read."""
    try:
        return msgspec.json.decode((folder / _NAME).read_bytes(), type=dict[str, Record])
    except (OSError, ValueError, RecursionError):  # not there, or spoilt: all is built anew
        return {}


def save_manifest(folder: Path, records: dict[str, Record]) -> None:
    """Add ``records`` to those of ``folder``, where another run may have left some meanwhile."""
    kept = {**load_manifest(folder), **records}
    ordered = {name: kept[name] for name in sorted(kept) if _is_text(name)}
    write_file(folder / _NAME, msgspec.json.format(msgspec.json.encode(ordered), indent=1))


def digest_of(path: Path) -> str:
    """Return the digest of a file's bytes, "" where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def is_fresh(path: Path, known: dict[str, Record], inputs: str) -> bool:
    """Whether ``path`` still holds what was built from ``inputs``."""
    record = known.get(path.name)
    return (
        record is not None
        and record.inputs == inputs
        and record.digest != ""
        and record.digest == digest_of(path)
    )


def keep_edited(path: Path, known: dict[str, Record], content: bytes) -> Path | None:
    """Set a file aside that somebody changed since it was built; return its new name.

    ``content`` is what will be written over it: a file that holds the same was not changed, only
    the record of it was lost. What is set aside once is not set aside again.
    """
    if not os.path.isfile(path):  # noqa: PTH113 - Path.is_file raises for names too long
        return None
    record = known.get(path.name)
    if record is not None and record.digest == digest_of(path):
        return None
    edited = read_file(path)
    return None if edited == content else _set_aside(path, edited)


def _set_aside(path: Path, edited: bytes) -> Path:
    for number in count(1):
        kept = path.with_name(f"{path.stem} (sửa tay {number}){path.suffix}")
        if digest_of(kept) == sha256(edited).hexdigest():
            return kept
        if not os.path.lexists(kept):
            break
    write_file(kept, edited)
    return kept


def _is_text(name: str) -> bool:
    """Whether a file's name is text that JSON can hold; it may be any bytes on Linux."""
    return not any("\ud800" <= letter <= "\udfff" for letter in name)
