"""The plan as values: frozen, typed, and the one definition of the plan format.

The field names of these classes are the keys of the YAML file, in the order in which they are
written; their types say what a value may be, and the `Key` beside each type says what it is
for. The reader, the JSON Schema, the reference page and the YAML writer are all derived from
them. The model itself knows neither YAML nor Word.
"""

from planforge.model.appendix import Appendix, Column, Group, Line, Task
from planforge.model.body import Section
from planforge.model.fields import Key, Lines, Record
from planforge.model.frame import Article, Basis, Decision, Issuer, Recipient, Signature
from planforge.model.period import Period
from planforge.model.plan import Plan
from planforge.model.text import Paragraph, Text

__all__ = [
    "Appendix",
    "Article",
    "Basis",
    "Column",
    "Decision",
    "Group",
    "Issuer",
    "Key",
    "Line",
    "Lines",
    "Paragraph",
    "Period",
    "Plan",
    "Recipient",
    "Record",
    "Section",
    "Signature",
    "Task",
    "Text",
]
