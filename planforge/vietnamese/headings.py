"""What the known columns of an appendix are usually called."""

COLUMN_HEADINGS = {
    "no": "STT",
    "group": "Nhiệm vụ chung",
    "task": "Nhiệm vụ cụ thể",
    "product": "Sản phẩm",
    "lead": "Cơ quan chủ trì",
    "support": "Cơ quan phối hợp",
    "deadline": "Thời gian thực hiện",
}
"""Headings by the id of the column; one of an office's own has none."""
