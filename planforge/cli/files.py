"""Reading and writing files so that nothing is ever lost or left half-written."""

import contextlib
import os
import tempfile
from pathlib import Path

from planforge.errors import InputError, OutputError
from planforge.findings import Message, msg


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; raises InputError where there are none to be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            msg("The file {path} does not exist.", path=str(path)),
            msg("Check the name; in PowerShell, Tab completes it."),
        ) from None
    except OSError as error:
        raise InputError(
            msg("The file {path} cannot be read: {reason}.", path=str(path), reason=_reason(error)),
            msg("Check its permissions, and whether another program holds it open."),
        ) from None


def write_file(path: Path, data: bytes) -> None:
    """Put ``data`` into ``path`` at once: a reader sees the old file or the new one, whole.

    Raises OutputError, and leaves the old file, where the new one cannot be written.
    """
    temporary: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
        temporary = None
    except OSError as error:
        raise OutputError(
            msg("{path} cannot be written: {reason}.", path=str(path), reason=_reason(error)),
            _remedy(error),
        ) from None
    finally:
        if temporary is not None:
            with contextlib.suppress(OSError):
                temporary.unlink()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _reason(error: OSError) -> str:
    return error.strerror or type(error).__name__


def _remedy(error: OSError) -> Message:
    import errno  # noqa: PLC0415 - only failures need it

    if error.errno == errno.ENOSPC:
        return msg("The disk is full: make room and build again; the last good file is untouched.")
    return msg("Close the file in Word, or choose another folder with `-o`.")
