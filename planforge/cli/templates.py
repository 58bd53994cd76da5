"""Prepared templates, kept on disk between runs and in memory during one."""

import os
import sys
from functools import cache
from hashlib import sha256
from pathlib import Path

import msgspec

from planforge import __version__
from planforge.cli.files import read_file, write_file
from planforge.errors import PlanforgeError
from planforge.writers.docx.prepared import FORMAT, PreparedTemplate


@cache
def load_template(path: Path) -> PreparedTemplate:
    """Return the template in ``path`` ready for use, from the cache where it is there."""
    data = read_file(path)
    key = sha256(f"{__version__} {FORMAT} {path.name} ".encode() + data).hexdigest()
    cached = cache_folder() / f"{key[:32]}.template"
    try:
        return msgspec.msgpack.decode(cached.read_bytes(), type=PreparedTemplate)
    except (OSError, msgspec.DecodeError):
        return _prepare(path, data, cached)


def _prepare(path: Path, data: bytes, cached: Path) -> PreparedTemplate:
    from planforge.writers.docx.preparation import prepare_template  # noqa: PLC0415 - slow to load

    template = prepare_template(data, path.name)
    try:
        write_file(cached, msgspec.msgpack.encode(template))
    except PlanforgeError:
        return template  # a cache that cannot be written only costs time
    return template


def cache_folder() -> Path:
    """Return the folder for prepared templates: ``PLANFORGE_CACHE`` or the system's own place."""
    if os.environ.get("PLANFORGE_CACHE"):
        return Path(os.environ["PLANFORGE_CACHE"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home())) / "planforge" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "planforge"
