"""What the last build wrote: to skip what has not changed, and to keep what a person changed."""

from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from planforge.cli.files import write_file

_NAME = ".planforge.json"


class Record(Struct, frozen=True):
    """One output: fingerprint of what it was made from, and digest of what was written."""

    inputs: str
    digest: str


def load_manifest(folder: Path) -> dict[str, Record]:
    """Return the records of the outputs in ``folder``; empty where there are none to read."""
    try:
        return msgspec.json.decode((folder / _NAME).read_bytes(), type=dict[str, Record])
    except (OSError, msgspec.MsgspecError):
        return {}


def save_manifest(folder: Path, records: dict[str, Record]) -> None:
    """Write the records of the outputs in ``folder``."""
    ordered = dict(sorted(records.items()))
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
    return record is not None and record.inputs == inputs and digest_of(path) == record.digest


def keep_edited(path: Path, known: dict[str, Record]) -> Path | None:
    """Set a file aside that somebody changed since it was built; return its new name."""
    if not path.exists():
        return None
    record = known.get(path.name)
    if record is not None and record.digest == digest_of(path):
        return None
    number = 1
    while (kept := path.with_name(f"{path.stem} (sửa tay {number}){path.suffix}")).exists():
        number += 1
    write_file(kept, path.read_bytes())
    return kept
