"""Prepared templates, kept on disk between runs and in memory during one."""

import contextlib
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

_DIGEST = sha256().digest_size


@cache
def load_template(path: Path) -> PreparedTemplate:
    """Return the template in ``path`` ready for use, from the cache where it is there."""
    data = read_file(path)
    key = sha256(f"{__version__} {FORMAT} {path.name} ".encode() + data).hexdigest()
    cached = cache_folder() / f"{key[:32]}.template"
    return _load(cached) or _prepare(path, data, cached)


def _load(cached: Path) -> PreparedTemplate | None:
    """Return the template kept in a file, or None where it is not there or not whole."""
    try:
        digest, content = (kept := cached.read_bytes())[:_DIGEST], kept[_DIGEST:]
        if sha256(content).digest() == digest:
            return msgspec.msgpack.decode(content, type=PreparedTemplate)
    except (OSError, msgspec.DecodeError):
        pass
    return None


def _prepare(path: Path, data: bytes, cached: Path) -> PreparedTemplate:
    from planforge.writers.docx.preparation import prepare_template  # noqa: PLC0415 - slow to load

    template = prepare_template(data, path.name)
    content = msgspec.msgpack.encode(template)
    with contextlib.suppress(PlanforgeError):  # a cache that cannot be written only costs time
        write_file(cached, sha256(content).digest() + content)
    return template


def cache_folder() -> Path:
    """Return the folder for prepared templates: ``PLANFORGE_CACHE`` or the system's own place."""
    if os.environ.get("PLANFORGE_CACHE"):
        return Path(os.environ["PLANFORGE_CACHE"])
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or _home()) / "planforge" / "cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or _home() / ".cache") / "planforge"


def _home() -> Path:
    """Return the user's own folder; a user without one, as in a container, gets a temporary one."""
    try:
        return Path.home()
    except RuntimeError:
        import tempfile  # noqa: PLC0415 - few users are homeless

        return Path(tempfile.gettempdir()) / f"planforge-{os.getpid()}"
