"""Words, symbols, dates and deadlines as the grammars of `planforge.vietnamese` allow them."""

import datetime as dt

from hypothesis import strategies as st

from planforge.vietnamese.dates import format_header_date, format_short_date
from planforge.vietnamese.document_types import DOCUMENT_TYPES, JOINT_TYPES

days = st.dates(dt.date(1945, 9, 2), dt.date(2099, 12, 31))
years = st.integers(1945, 2099)
written_days = st.one_of(
    days.map(format_short_date),
    days.map(lambda day: f"{day.day}/{day.month}/{day.year}"),
    days.map(lambda day: format_header_date(day).removeprefix("ngày ")),
)

SPECIMENS = "áàảãạăắâấđéêếíóôốơớúưứýABĐỦòaủyuỷ 0123456789/-.,;:()&\u00a0\u200b\u0301Ð\u0430\u0412\n"
vietnamese_text = st.text(st.sampled_from(SPECIMENS) | st.characters(codec="utf-8"), max_size=60)

numbers_of_documents = st.from_regex(r"[0-9]{1,5}(\.[0-9]{1,3})?[a-zđ]?", fullmatch=True)
segments = st.from_regex(r"[A-ZĐƯ][A-ZĐa-z0-9&]{0,7}(\.[A-Z]{2})?", fullmatch=True)
organs = st.lists(segments, min_size=1, max_size=3).map("-".join)
types = st.sampled_from([*DOCUMENT_TYPES, "NĐ", "TT"])
symbols = st.one_of(
    st.builds("{}/{}-{}".format, numbers_of_documents, types, organs),
    st.builds("{}/{}-{}".format, numbers_of_documents, segments, organs),
    st.builds("{}/{}/{}-{}".format, numbers_of_documents, years, types, organs),
    st.builds(
        "{}/{}/{}{}{}".format,
        numbers_of_documents,
        years,
        st.sampled_from([*JOINT_TYPES]),
        st.sampled_from("-/"),
        organs,
    ),
    st.builds("{}/{}/QH{}".format, numbers_of_documents, years, st.integers(1, 20)),
    st.builds("{}-{}/{}".format, numbers_of_documents, st.sampled_from(["NQ", "CTr"]), organs),
)
