"""Plans out of thin air: strategies derived from the format itself, so that none is forgotten."""

import datetime
from typing import Any

from hypothesis import strategies as st

from planforge.model import Paragraph, Period, Plan
from planforge.model.fields import Record
from planforge.model.shapes import Field, Shape, fields_of

_LETTERS = "abcdđeghiklmnopqrstuvxyăâêôơưáàảãạắằẳẵặếềểễệốồổỗộớờởỡợứừửữựýỳỷỹỵĐÂÊÔƠƯ"
_SIGNS = " -–—:;,.?!#'\"()[]{}*&%@`|>~^\\/0123456789"

texts = (
    st.text(alphabet=_LETTERS + _SIGNS, min_size=1, max_size=40)
    .map(str.strip)
    .filter(lambda text: text and not text.startswith(("- ", "+ ")) and text not in "-+")
)
"""A line of Vietnamese with every sign that YAML might trip over."""

names = st.text(alphabet="abcdeghik-", min_size=1, max_size=8).filter(
    lambda name: not name.startswith("-")
)
days = st.dates(datetime.date(1946, 1, 1), datetime.date(2100, 12, 31))
periods = st.tuples(days, days).map(lambda pair: Period(min(pair), max(pair)))
paragraphs = st.builds(Paragraph, texts, st.sampled_from(("", "-", "+")))
prose = st.lists(paragraphs, min_size=1, max_size=3).map(tuple)


_SIMPLE: dict[str, st.SearchStrategy[Any]] = {
    "text": texts,
    "flag": st.booleans(),
    "date": days,
    "period": periods,
    "lines": st.lists(texts, min_size=1, max_size=2).map(tuple),
    "prose": prose,
    "cell": st.just(()) | prose,
}


def _values(shape: Shape, depth: int) -> st.SearchStrategy[Any]:
    if shape.kind == "choice":
        return st.sampled_from(shape.choices)
    if shape.record is not None:
        return records(shape.record, depth)
    if shape.item is None:
        return _SIMPLE[shape.kind]
    if shape.kind == "table":
        return st.dictionaries(names, _values(shape.item, depth), max_size=2)
    if depth == 0:
        return st.just(())
    return st.lists(_values(shape.item, depth - 1), max_size=2).map(tuple)


def _field(field: Field, depth: int) -> st.SearchStrategy[Any]:
    values = _values(field.shape, depth)
    return values if field.required else st.just(field.default) | values


def records(record: type[Record], depth: int = 2) -> st.SearchStrategy[Any]:
    """Return records with any of their fields given; lists nest ``depth`` deep."""
    fields = {field.name: _field(field, depth) for field in fields_of(record)}
    return st.fixed_dictionaries(fields).map(lambda values: record(**values))


plans: st.SearchStrategy[Plan] = records(Plan, 3)
