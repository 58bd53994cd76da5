"""The comparison of two plans as one web page that needs nothing but itself."""

from planforge.writers.changes_html.facets import split_agencies
from planforge.writers.changes_html.page import write_html

__all__ = ["split_agencies", "write_html"]
