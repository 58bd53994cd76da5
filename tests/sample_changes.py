"""A comparison made by hand that shows every relation once, for the tests of its writers."""

from planforge.changes import Change, Changes, Entry, FieldChange, Piece, Side
from planforge.findings import Path, msg

_TITLES = ("Phân công cụ thể các nhiệm vụ", "Cải cách thể chế")
_GROUP: Path = ("appendices", 0, "groups", 0, "tasks")


def _task(index: int, number: str, **texts: str) -> Entry:
    return Entry(
        kind="task",
        path=(*_GROUP, index),
        id=texts.pop("id", ""),
        number=number,
        area=texts.pop("area", "institutions"),
        titles=_TITLES,
        texts={name: tuple(text.split("\n")) for name, text in texts.items()},
    )


def _paragraph(index: int, text: str) -> Entry:
    return Entry(
        kind="paragraph",
        path=("sections", 0, "sections", 0, "text", index),
        titles=("Mục tiêu, yêu cầu", "Mục tiêu"),
        texts={"text": (text,)},
    )


def _recipient(index: int, to: str) -> Entry:
    return Entry(kind="recipient", path=("recipients", index), texts={"to": (to,)})


_HEADER = Change(
    relation="field_changed",
    old=(Entry(kind="header", path=(), texts={"number": ("142/KH-UBND",)}),),
    new=(Entry(kind="header", path=(), texts={"number": ("182/KH-UBND",)}),),
    fields=(
        FieldChange(
            field="number",
            relation="field_changed",
            old=("142/KH-UBND",),
            new=("182/KH-UBND",),
            pieces=(Piece("removed", "142/KH-UBND"), Piece("added", "182/KH-UBND")),
        ),
    ),
)
_REWORDED = Change(
    relation="reworded",
    old=(_paragraph(0, "Phấn đấu năm 2021 đạt trên 90% hồ sơ đúng hạn."),),
    new=(_paragraph(0, "Phấn đấu năm 2022 đạt tối thiểu 97% hồ sơ đúng hạn."),),
    fields=(
        FieldChange(
            field="text",
            relation="reworded",
            old=("Phấn đấu năm 2021 đạt trên 90% hồ sơ đúng hạn.",),
            new=("Phấn đấu năm 2022 đạt tối thiểu 97% hồ sơ đúng hạn.",),
            pieces=(
                Piece("kept", "Phấn đấu năm "),
                Piece("removed", "2021", is_year=True),
                Piece("added", "2022", is_year=True),
                Piece("kept", " đạt "),
                Piece("removed", "trên 90%"),
                Piece("added", "tối thiểu 97%"),
                Piece("kept", " hồ sơ đúng hạn."),
            ),
        ),
    ),
    score=0.86,
)
_LEAD = Change(
    relation="moved",
    also=("field_changed", "year_only"),
    old=(_task(2, "3", id="ra-soat-tthc", area="procedures", task="Rà soát thủ tục hành chính",
               lead="Văn phòng UBND tỉnh", deadline="Quý I/2021"),),
    new=(_task(0, "1", id="ra-soat-tthc", task="Rà soát thủ tục hành chính",
               lead="Sở Tư pháp", deadline="Quý II/2022"),),
    fields=(
        FieldChange(field="lead", relation="field_changed",
                    old=("Văn phòng UBND tỉnh",), new=("Sở Tư pháp",),
                    pieces=(Piece("removed", "Văn phòng UBND tỉnh"), Piece("added", "Sở Tư pháp")),
                    meaning=msg("lead agency changed")),
        FieldChange(field="deadline", relation="field_changed",
                    old=("Quý I/2021",), new=("Quý II/2022",),
                    pieces=(Piece("kept", "Quý "), Piece("removed", "I"), Piece("added", "II"),
                            Piece("kept", "/"), Piece("removed", "2021", is_year=True),
                            Piece("added", "2022", is_year=True)),
                    meaning=msg("later: from {old} to {new}", old="Quý I/2021", new="Quý II/2022")),
    ),
    remarks=(msg("from “{old}” to “{new}”", old="Cải cách thủ tục hành chính",
                 new="Cải cách thể chế"),),
)  # fmt: skip
_YEAR = Change(
    relation="year_only",
    old=(_task(0, "1", id="ke-hoach", task="Ban hành Kế hoạch năm 2021", lead="Sở Nội vụ"),),
    new=(_task(1, "2", id="ke-hoach", task="Ban hành Kế hoạch năm 2022", lead="Sở Nội vụ"),),
    fields=(
        FieldChange(field="task", relation="year_only",
                    old=("Ban hành Kế hoạch năm 2021",), new=("Ban hành Kế hoạch năm 2022",),
                    pieces=(Piece("kept", "Ban hành Kế hoạch năm "),
                            Piece("removed", "2021", is_year=True),
                            Piece("added", "2022", is_year=True))),
    ),
)  # fmt: skip
_SPELLING = Change(
    relation="spelling_only",
    old=(_task(1, "2", task="Kiểm tra công vụ", support="Các sở, ban ngành"),),
    new=(_task(2, "3", task="Kiểm tra công vụ", support="Các sở, ban, ngành"),),
    fields=(
        FieldChange(field="support", relation="spelling_only",
                    old=("Các sở, ban ngành",), new=("Các sở, ban, ngành",),
                    pieces=(Piece("kept", "Các sở, ban"), Piece("added", ","),
                            Piece("kept", " ngành"))),
    ),
)  # fmt: skip
_MERGED = Change(
    relation="merged",
    also=("reworded",),
    old=(_task(3, "4", task="Rà soát văn bản"), _task(4, "5", task="Tự kiểm tra văn bản")),
    new=(_task(3, "4", task="Rà soát, tự kiểm tra văn bản"),),
    fields=(
        FieldChange(field="task", relation="reworded",
                    old=("Rà soát văn bản",), new=("Rà soát, tự kiểm tra văn bản",),
                    pieces=(Piece("kept", "Rà soát"), Piece("added", ", tự kiểm tra"),
                            Piece("kept", " văn bản"))),
    ),
    score=0.7,
)  # fmt: skip
_SPLIT = Change(
    relation="split",
    old=(_task(5, "6", task="Đo lường, công bố sự hài lòng"),),
    new=(_task(4, "5", task="Đo lường sự hài lòng"), _task(5, "6", task="Công bố sự hài lòng")),
    fields=(
        FieldChange(field="task", relation="reworded",
                    old=("Đo lường, công bố sự hài lòng",), new=("Đo lường sự hài lòng",),
                    pieces=(Piece("kept", "Đo lường"), Piece("removed", ", công bố"),
                            Piece("kept", " sự hài lòng"))),
    ),
    score=0.7,
)  # fmt: skip
_ADDED = Change(
    relation="added",
    new=(_task(6, "7", task="Phổ biến, giáo dục pháp luật", lead="Sở Tư pháp",
               product="Kế hoạch\nBáo cáo"),),
)  # fmt: skip
_REMOVED = Change(
    relation="removed",
    old=(_task(6, "7", task="Tập huấn kiểm soát thủ tục & “một cửa” <cũ>", lead="VP UBND tỉnh"),),
)
_SAME = Change(
    relation="same",
    old=(_recipient(0, "Văn phòng Chính phủ"),),
    new=(_recipient(0, "Văn phòng Chính phủ"),),
)

SAMPLE = Changes(
    old=Side(name="plans/soc-trang/2021.yaml", series="soc-trang/cai-cach-hanh-chinh",
             issuer="Ủy ban nhân dân tỉnh Sóc Trăng", period="2021", number="142/KH-UBND",
             title="Thực hiện cải cách hành chính năm 2021"),
    new=Side(name="plans/soc-trang/2022.yaml", series="soc-trang/cai-cach-hanh-chinh",
             issuer="Ủy ban nhân dân tỉnh Sóc Trăng", period="2022", number="182/KH-UBND",
             title="Thực hiện cải cách hành chính tỉnh Sóc Trăng năm 2022"),
    years=1,
    areas={"institutions": "Cải cách thể chế", "procedures": "Cải cách thủ tục hành chính"},
    changes=(_HEADER, _REWORDED, _LEAD, _YEAR, _SPELLING, _MERGED, _SPLIT, _ADDED, _REMOVED,
             _SAME),
)  # fmt: skip
"""Two Sóc Trăng plans that never were: one change of each relation."""
