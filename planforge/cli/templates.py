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
from planforge.errors import PlanforgeError, TemplateError
from planforge.findings import msg
from planforge.writers.docx.prepared import FORMAT, PreparedTemplate

_DIGEST = sha256().digest_size


@cache
def load_template(path: Path) -> PreparedTemplate:
    """Return the template in ``path`` ready for use, from the cache where it is there."""
    data = read_file(path)
    folder = cache_folder()
    if folder is None:
        return _prepare(path, data)
    key = sha256(f"{__version__} {FORMAT} {path.name} ".encode() + data).hexdigest()
    cached = folder / f"{key[:32]}.template"
    template = _load(cached)
    if template is None:
        template = _prepare(path, data)
        with contextlib.suppress(PlanforgeError):  # what cannot be kept only costs time
            content = msgspec.msgpack.encode(template)
            write_file(cached, sha256(content).digest() + content)
    return template


def _load(cached: Path) -> PreparedTemplate | None:
    """Return the template kept in a file, or None where it is not there or not whole."""
    try:
        kept = cached.read_bytes()
        if sha256(kept[_DIGEST:]).digest() != kept[:_DIGEST]:
            return None
        return msgspec.msgpack.decode(kept[_DIGEST:], type=PreparedTemplate)
    except (OSError, msgspec.DecodeError):
        return None


def _prepare(path: Path, data: bytes) -> PreparedTemplate:
    """Check the template and make it ready; raises TemplateError where it has mistakes."""
    from planforge.writers.docx.preparation import prepare_template  # noqa: PLC0415 - slow to load
    from planforge.writers.docx.template_check import check_template  # noqa: PLC0415

    wrong = [found for found in check_template(data, path.name) if found.severity == "error"]
    if wrong:
        raise TemplateError(
            msg(
                "The template {path} cannot be used ({count} mistake(s)): {first}",
                path=str(path),
                count=len(wrong),
                first=wrong[0].message,
            ),
            msg(
                "`planforge template check {path}` shows every mistake and its place.",
                path=str(path),
            ),
        )
    return prepare_template(data, path.name)


def cache_folder() -> Path | None:
    """Return the folder for prepared templates: ``PLANFORGE_CACHE`` or the system's own place.

    None for a user without a folder of their own, as in some containers.
    """
    if os.environ.get("PLANFORGE_CACHE"):
        return Path(os.environ["PLANFORGE_CACHE"])
    own = os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME")
    try:
        return Path(own or Path.home() / ".cache") / "planforge"
    except RuntimeError:
        return None
