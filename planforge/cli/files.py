"""Reading and writing files so that nothing is ever lost or left half-written."""

import contextlib
import errno
import os
import time
from collections.abc import Sequence
from pathlib import Path

from planforge.cli.system_errors import reason_of
from planforge.errors import InputError, OutputError
from planforge.findings import Message, msg

_PREFIX, _SUFFIX = ".planforge-", ".tmp"
_SECONDS_UNTIL_ABANDONED = 3600


def read_file(path: Path) -> bytes:
    """Return the bytes of a file; raises InputError where there are none to be had."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(
            msg("The file {path} does not exist.", path=str(path)),
            msg("Check the name; in PowerShell, Tab completes it."),
        ) from None
    except IsADirectoryError:
        raise InputError(
            msg("{path} is a folder.", path=str(path)), msg("Name the plan file in it.")
        ) from None
    except OSError as error:
        reason = reason_of(error)
        raise InputError(
            msg("The file {path} cannot be read: {reason}.", path=str(path), reason=reason),
            msg("Check its permissions, and whether another program holds it open."),
        ) from None


def write_file(path: Path, data: bytes) -> None:
    """Put ``data`` into ``path`` at once: a reader sees the old file or the new one, whole.

    Raises OutputError, and leaves the old file, where the new one cannot be written.
    """
    temporary = path.parent / f"{_PREFIX}{os.getpid()}-{os.urandom(4).hex()}{_SUFFIX}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_device(path)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise OutputError(
            msg("{path} cannot be written: {reason}.", path=str(path), reason=reason_of(error)),
            _remedy(error),
        ) from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


def _refuse_device(path: Path) -> None:
    """Raise FileExistsError where ``path`` is no file that could be replaced, such as /dev/null."""
    if path.exists() and not (path.is_file() or path.is_dir()):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))


def remove_leftovers(folder: Path, processes: Sequence[int | None] = ()) -> None:
    """Delete the temporary files of runs that the machine cut off, so that they do not pile up.

    Those of ``processes``, which have ended, go at once; others when they are surely abandoned.
    """
    with contextlib.suppress(OSError):
        for file in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            writer = file.name.removeprefix(_PREFIX).partition("-")[0]
            age = time.time() - file.stat().st_mtime
            if writer in map(str, processes) or age > _SECONDS_UNTIL_ABANDONED:
                file.unlink()


def _remedy(error: OSError) -> Message:
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", None)):
        return msg("The disk is full: make room and build again; the last good file is untouched.")
    if error.errno == errno.ENAMETOOLONG:
        return msg("Give the plan and its folder shorter names.")
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return msg("Something else has that name: rename it, or choose another folder with `-o`.")
    return msg("Close the file in Word, or choose another folder with `-o`.")
