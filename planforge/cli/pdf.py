"""Word to PDF through LibreOffice, when it is installed."""

import contextlib
import os
import platform
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from planforge.cli.files import read_file, write_file
from planforge.cli.interrupts import held_back
from planforge.errors import ConversionError
from planforge.findings import Message, msg

_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SECONDS_TO_START = 120
_SECONDS_A_FILE = 120
_SECONDS_BETWEEN_LOOKS = 0.1
_FILES_A_RUN = 50
"""Windows takes no command line beyond 32,000 characters."""

_OWN_GROUP = os.name == "posix"
"""Whether LibreOffice, which is a script that starts a program, can be stopped as a whole."""


def find_office() -> str:
    """Return the LibreOffice program; raises ConversionError with where to get it."""
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found:
            return found
    for place in _PLACES:
        if Path(place).exists():
            return place
    raise ConversionError(
        msg("LibreOffice is not installed, so no PDF can be made; the Word files are done."),
        _where_to_get_it(),
    )


def _where_to_get_it() -> Message:
    if platform.system() == "Linux":
        return msg(
            "Install it with: sudo apt-get install libreoffice-writer-nogui fonts-liberation"
        )
    return msg("Get it free from libreoffice.org, or save the Word file as PDF from Word.")


def convert_to_pdf(
    files: Sequence[Path], store: Callable[[Path, bytes], None] = write_file
) -> None:
    """Make a PDF of each Word file, with a LibreOffice profile of its own, and store it beside.

    ``store`` is given the name and the bytes of each PDF. Raises ConversionError naming the files
    that could not be converted; the others are there.
    """
    office = find_office()
    missing: list[Path] = []
    with tempfile.TemporaryDirectory(prefix="planforge-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        for start in range(0, len(files), _FILES_A_RUN):
            batch = files[start : start + _FILES_A_RUN]
            _run(_command(office, batch, room), _SECONDS_TO_START + _SECONDS_A_FILE * len(batch))
            missing += _collect(batch, room / "out", store)
    if missing:
        raise ConversionError(
            msg("LibreOffice made no PDF of {files}.", files=", ".join(map(str, missing))),
            msg("Open the file in LibreOffice to see why."),
        )


def _command(office: str, files: Sequence[Path], room: Path) -> list[str]:
    return [
        office,
        f"-env:UserInstallation={(room / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(room / "out"),
        *(str(file.resolve()) for file in files),
    ]


def _run(command: list[str], seconds: int) -> None:
    try:
        with held_back() as check, _started(command) as office:
            _wait(office, seconds, check)
    except OSError as error:
        raise ConversionError(
            msg("LibreOffice cannot be started: {reason}.", reason=error.strerror or "?"),
            _where_to_get_it(),
        ) from None


def _wait(office: "subprocess.Popen[bytes]", seconds: int, check: Callable[[], None]) -> None:
    end = time.monotonic() + seconds
    while office.poll() is None:
        check()
        if time.monotonic() > end:
            raise ConversionError(
                msg("LibreOffice did not finish within {seconds} seconds.", seconds=seconds),
                msg("Close other LibreOffice windows and build again."),
            )
        with contextlib.suppress(subprocess.TimeoutExpired):
            office.wait(_SECONDS_BETWEEN_LOOKS)


@contextlib.contextmanager
def _started(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program that is stopped, with all it started, where the work is broken off."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(  # noqa: S603 - no shell
        command, stdin=nowhere, stdout=nowhere, stderr=nowhere, start_new_session=_OWN_GROUP
    ) as program:
        try:
            yield program
        except BaseException:
            _stop(program)
            raise


def _stop(program: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if _OWN_GROUP:
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()


def _collect(
    files: Sequence[Path], folder: Path, store: Callable[[Path, bytes], None]
) -> list[Path]:
    """Store the PDF files found in ``folder``; return the Word files that have none."""
    missing = []
    for file in files:
        made = folder / f"{file.stem}.pdf"
        if made.is_file():
            store(file.with_suffix(".pdf"), read_file(made))
        else:
            missing.append(file)
    return missing
