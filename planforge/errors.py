"""What stops planforge, as opposed to what is wrong with a plan (that is a finding).

PlanforgeError
├── InputError       a file or folder that cannot be read
├── TemplateError    a Word template that cannot be filled
├── ConversionError  LibreOffice is missing or refused a document
└── OutputError      a result that cannot be written
"""

from planforge.findings import Message


class PlanforgeError(Exception):
    """An error with a message for the user and, in ``hint``, what to do about it."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message.text())
        self.message = message
        self.hint = hint


class InputError(PlanforgeError):
    """A file or folder that is missing, not permitted or not what it should be."""


class TemplateError(PlanforgeError):
    """A Word template that cannot be filled; ``planforge template check`` names every mistake."""


class ConversionError(PlanforgeError):
    """LibreOffice is not installed, failed or took too long."""


class OutputError(PlanforgeError):
    """A result that cannot be written: read-only folder, full disk, file open in Word."""
