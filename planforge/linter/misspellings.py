"""Spellings that are certainly wrong in administrative prose, each with the right one.

A pair of syllables can also be the end of one word and the beginning of the next: “năng xuất” is
wrong for “năng suất”, but stands rightly in “tiềm năng xuất khẩu”. `Slip` says which words around
it make it right.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from planforge.linter.wording import Found, Wording


class Slip(NamedTuple):
    """A wrong spelling, the right one, and the words before or after that excuse it."""

    wrong: str
    right: str
    after: str = ""
    before: str = ""


def _slips(table: str) -> tuple[Slip, ...]:
    """Return the slips of lines like ``after < wrong > right | before``; words apart by spaces."""
    return tuple(_slip(line) for line in table.strip().splitlines())


def _slip(line: str) -> Slip:
    after, _, rest = line.rpartition("<")
    pair, _, before = rest.partition("|")
    wrong, _, right = pair.partition(">")
    return Slip(wrong.strip(), right.strip(), after.strip(), before.strip())


CONFUSIONS = _slips(
    """
bổ xung > bổ sung | quanh đột lực kích phong
bỗ sung > bổ sung
lịch tiểu tiền < sử lý > xử lý
xữ lý > xử lý
lịch < sử phạt > xử phạt
xữ phạt > xử phạt
xử dụng > sử dụng
sữ dụng > sử dụng
cảm < xúc tích > súc tích | cực hợp lũy tụ trữ
vấn chủ chuyên tiền lề < đề suất > đề xuất
giám kiểm khảo rà < sát nhập > sáp nhập | khẩu cảnh học
truy đề phổ tiếp quân < cập nhập > cập nhật
đột suất > đột xuất
suất sắc > xuất sắc
xuất xắc > xuất sắc
suất xắc > xuất sắc
sản suất > sản xuất
khả tiềm chức tính kỹ < năng xuất > năng suất | khẩu nhập cảnh bản phát trình hiện
nhãn thương số ký tín < hiệu xuất > hiệu suất | khẩu nhập cảnh xứ bản trình hiện phát
lãi xuất > lãi suất | khẩu nhập bản
hồ < sơ xuất > sơ suất
tiêu < chuẩn đoán > chẩn đoán
thăm quan > tham quan | hệ chức sát trắc trọng điểm
vô hình chung > vô hình trung
cọ sát > cọ xát
thiếu xót > thiếu sót
sai xót > sai sót
xai sót > sai sót
trao dồi > trau dồi
trao chuốt > trau chuốt
bảo sinh < tồn động > tồn đọng | vật thực
ứ động > ứ đọng
bức súc > bức xúc
gia < súc tiến > xúc tiến
tiếp súc > tiếp xúc
giữ liệu > dữ liệu
dử liệu > dữ liệu
dữ gìn > giữ gìn
dấu diếm > giấu giếm
che dấu > che giấu | vết hiệu
kỹ cương > kỷ cương
kỹ niệm > kỷ niệm
thế < kỷ thuật > kỹ thuật
thế < kỷ năng > kỹ năng
nghĩ hưu > nghỉ hưu
nghĩ phép > nghỉ phép
suy nghỉ > suy nghĩ
cũng cố > củng cố | gắng ý tình
hổ trợ > hỗ trợ
bùng < nổ lực > nỗ lực | lượng
lảnh đạo > lãnh đạo
đỗi mới > đổi mới
thay đỗi > thay đổi
chuyển đỗi > chuyển đổi
trao đỗi > trao đổi
sửa đỗi > sửa đổi
sữa đổi > sửa đổi
chỉnh sữa > chỉnh sửa
sữa chữa > sửa chữa
bỗ nhiệm > bổ nhiệm
phỗ biến > phổ biến
giãi quyết > giải quyết
giãi pháp > giải pháp
đơn giãn > đơn giản
tinh giãn > tinh giản
quãng bá > quảng bá
quãn lý > quản lý
hiệu quã > hiệu quả
kết quã > kết quả
tất cã > tất cả
đãm bảo > đảm bảo
bão đảm > bảo đảm
thũ tục > thủ tục
thẫm định > thẩm định
thẫm quyền > thẩm quyền
soạn thão > soạn thảo
dự thão > dự thảo
tiêu chuẫn > tiêu chuẩn
văn bãn > văn bản
cơ sỡ > cơ sở
cở sở > cơ sở
cãi cách > cải cách
cãi thiện > cải thiện
khã năng > khả năng
cụ thễ > cụ thể
thễ chế > thể chế
rỏ ràng > rõ ràng
chặt chẻ > chặt chẽ
mạnh mẻ > mạnh mẽ
chậm trể > chậm trễ
trể hạn > trễ hạn
xả hội > xã hội
tham nhủng > tham nhũng
nhủng nhiễu > nhũng nhiễu
sách nhiểu > sách nhiễu
khẩn chương > khẩn trương | trình
chiển khai > triển khai
lưu cư nội ngoại tạm < trú trọng > chú trọng | tâm điểm yếu
chủ chương > chủ trương | trình
chủ chì > chủ trì
tuyên chuyền > tuyên truyền
chách nhiệm > trách nhiệm
trịu trách nhiệm > chịu trách nhiệm
chích yếu > trích yếu
chính xách > chính sách
ngân xách > ngân sách
tài xản > tài sản
xản phẩm > sản phẩm
phát xinh > phát sinh
giám xát > giám sát
khảo xát > khảo sát
rà xoát > rà soát
kiểm xoát > kiểm soát
xắp xếp > sắp xếp
sắp sếp > sắp xếp
xem sét > xem xét
sẵn xàng > sẵn sàng
thường suyên > thường xuyên
đông đốc > đôn đốc
vướn mắc > vướng mắc
vướng mắt > vướng mắc
thắc mắt > thắc mắc
dàn trãi > dàn trải
trãi qua > trải qua
giáo giục > giáo dục
chia sẽ dữ liệu > chia sẻ dữ liệu
chia sẽ thông tin > chia sẻ thông tin
chia sẽ kinh nghiệm > chia sẻ kinh nghiệm
"""
)
"""Words confused by ear or by hand."""

READING_ERRORS = _slips(
    """
thành chính nghiệp < công thông tin điện tử > cổng thông tin điện tử
thành chính nghiệp < công dịch vụ công > cổng dịch vụ công
công dvc > cổng DVC
công ttđt > cổng TTĐT
noi nhận > nơi nhận
bổ trí > bố trí | thức tuệ lực
phôi hợp > phối hợp
điều phân chi < phối họp > phối hợp | báo
mùa < đông thời > đồng thời | tiết gian điểm kỳ
thòi gian > thời gian
thời han > thời hạn
kê hoạch > kế hoạch | định
kể hoạch > kế hoạch
kết qủa > kết quả
hiệu qủa > hiệu quả
nhiêm vụ > nhiệm vụ
nhiệm vu > nhiệm vụ
trách nhiêm > trách nhiệm
cái cách hành chính > cải cách hành chính
cải cách hành chinh > cải cách hành chính
cải cách hành chỉnh > cải cách hành chính
thủ tục hành chinh > thủ tục hành chính
thủ tục hành chỉnh > thủ tục hành chính
chinh phủ > Chính phủ
ùy ban nhân dân > Ủy ban nhân dân
úy ban nhân dân > Ủy ban nhân dân
uy ban nhân dân > Ủy ban nhân dân
hội đông nhân dân > Hội đồng nhân dân
ủy ban nhân dán > Ủy ban nhân dân
và dân dân > và nhân dân | tộc chủ cư số sự vận quân
ubnd tinh > UBND tỉnh | giản gọn
hđnd tinh > HĐND tỉnh | giản gọn
cấp tinh > cấp tỉnh | giản gọn thần dầu hoa bột
địa bàn tinh > địa bàn tỉnh
sờ nội vụ > Sở Nội vụ
sờ tài chính > Sở Tài chính
sờ tư pháp > Sở Tư pháp
đâu tư > đầu tư
đi sánh cặp kết ghép < đôi với > đối với
một cặp < đôi mới > đổi mới
đôi dư > dôi dư
hiên đại > hiện đại
thưc hiện > thực hiện
thục hiện > thực hiện
điên tử > điện tử
chính phủ điện từ > Chính phủ điện tử
chính quyền điện từ > chính quyền điện tử
thông tin điện từ > thông tin điện tử
văn bản điện từ > văn bản điện tử
dich vụ > dịch vụ
dịch vu > dịch vụ
trực tuyển > trực tuyến | dụng sinh chọn
cơ chê > cơ chế
vãn bản > văn bản
ván bản > văn bản
pháp luât > pháp luật
quy đinh > quy định
quy đính > quy định | kèm chính
nghị đinh > nghị định
quyết đinh > quyết định
quyêt định > quyết định
nghị quyêt > nghị quyết
bảo cáo > báo cáo
bao cáo > báo cáo
tìm < kiếm tra > kiểm tra | cứu
kiêm tra > kiểm tra
lĩnh vục > lĩnh vực
tiép tục > tiếp tục
công chúc > công chức | mừng
viên chúc > viên chức | mừng tết
cán bô > cán bộ
tổ chúc > tổ chức | mừng
chúc năng > chức năng
thường xuyến > thường xuyên
chuyên đi học tập > chuyến đi học tập
kiểm ưa > kiểm tra
"""
)
"""Letters that a scanner reads for others; the result is no word, or none that fits."""


def find_slips(wording: Wording, slips: tuple[Slip, ...]) -> Iterator[tuple[Found, str]]:
    """Yield what is written and the right spelling, in the case in which it is written."""
    for slip in slips:
        if not wording.has_words(slip.wrong):
            continue
        for found in wording.find(_pattern(slip), outside=frozenset(("issuer", "signature"))):
            yield found, _cased(slip.right, found.words)


@cache
def _pattern(slip: Slip) -> re.Pattern[str]:
    excused = "".join(rf"(?<!(?<!\w){word} )" for word in slip.after.split())
    going_on = "|".join(slip.before.split())
    unless = rf"(?! (?:{going_on})(?!\w))" if going_on else ""
    return re.compile(rf"(?<!\w){excused}{re.escape(slip.wrong)}(?!\w){unless}", re.IGNORECASE)


def _cased(right: str, written: str) -> str:
    """Return ``right`` with a capital, or in capitals, where ``written`` is."""
    if written.isupper():
        return right.upper()
    return right[0].upper() + right[1:] if written[0].isupper() else right
