"""The document as a Word file: look from a template, text from the document."""

from planforge.writers.docx.package import write_docx
from planforge.writers.docx.prepared import PreparedTemplate

__all__ = ["PreparedTemplate", "write_docx"]
