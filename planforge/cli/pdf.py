"""Word to PDF through LibreOffice, when it is installed."""

import platform
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from planforge.cli.files import write_file
from planforge.errors import ConversionError
from planforge.findings import Message, msg

_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "C:/Program Files (x86)/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
_SECONDS_TO_START = 120
_SECONDS_A_FILE = 120


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


def convert_to_pdf(files: Sequence[Path]) -> None:
    """Make a PDF beside each Word file, in one run of LibreOffice with a profile of its own.

    Raises ConversionError naming the files that could not be converted; the others are there.
    """
    office = find_office()
    with tempfile.TemporaryDirectory(prefix="planforge-", ignore_cleanup_errors=True) as folder:
        room = Path(folder)
        command = [
            office,
            f"-env:UserInstallation={(room / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            str(room / "out"),
            *(str(file.resolve()) for file in files),
        ]
        _run(command, _SECONDS_TO_START + _SECONDS_A_FILE * len(files))
        missing = [file for file in files if not _collect(file, room / "out")]
    if missing:
        raise ConversionError(
            msg("LibreOffice made no PDF of {files}.", files=", ".join(map(str, missing))),
            msg("Open the file in LibreOffice to see why."),
        )


def _run(command: list[str], seconds: int) -> None:
    try:
        subprocess.run(command, capture_output=True, check=False, timeout=seconds)  # noqa: S603 - no shell
    except subprocess.TimeoutExpired:
        raise ConversionError(
            msg("LibreOffice did not finish within {seconds} seconds.", seconds=seconds),
            msg("Close other LibreOffice windows and build again."),
        ) from None
    except OSError as error:
        raise ConversionError(
            msg("LibreOffice cannot be started: {reason}.", reason=error.strerror or "?"),
            _where_to_get_it(),
        ) from None


def _collect(file: Path, folder: Path) -> bool:
    made = folder / f"{file.stem}.pdf"
    if not made.is_file():
        return False
    write_file(file.with_suffix(".pdf"), made.read_bytes())
    return True
