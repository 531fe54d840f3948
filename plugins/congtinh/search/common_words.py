"""Words that tell nothing of what a text is about: function words, and those of every office's papers.

Chosen by hand from the commonest words and pairs of public administrative text in both languages.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _pairs(text: str) -> frozenset[str]:
    return frozenset(
        " ".join(pair.split()) for pair in text.replace("\n", "/").split("/") if pair.strip()
    )


FUNCTION_WORDS = _words(
    """
    ai ấy bà bảy bằng bị bốn bởi các cái cả chẳng chiếc cho chỉ chín chứ có còn của cùng cũng cứ do
    dưới đang đã đây đấy để đến đều đó đối đợt được gì gồm hai hay hãy hằng hoặc hơn khi khỏi không
    kể kèm là lại lần lên lúc mà mãi mình mọi mỗi một mới mười nào này năm nay nên nếu ngày nhau nhằm
    nhiều nhưng như những nữa nó ở phải qua ra rất rồi sau sao sẽ suốt tại tám tháng thêm theo thì
    thứ từ tới trên trong trước tuy và vào vẫn vậy về với vì vừa
    huyện khoản phường tỉnh xã
    """
)
"""Vietnamese syllables that are no part of a telling pair: closed classes, numerals, tiers of office."""

GENERAL_PAIRS = _pairs(
    """
    áp dụng / bãi bỏ / báo cáo / bảo đảm / biện pháp / bổ sung / cá nhân / căn cứ / cập nhật
    chế độ / chi tiết / chính phủ / chính quyền / chính sách / chủ đề / chủ tịch / chủ trì
    chuyên môn / chức năng / cơ quan / cơ sở / công bố / công chức / công dân / công khai / công tác
    cung cấp / cụ thể / danh mục / danh sách / doanh nghiệp / dự thảo / đại diện / đảm bảo / đánh giá
    đề án / đề nghị / đề xuất / địa bàn / địa phương / đơn vị / giai đoạn / giám đốc / giải quyết
    hành chính / hệ thống / hiệu lực / hiệu quả / hình thức / hoàn thành / hoàn thiện / hoạt động
    hỗ trợ / hồ sơ / hội đồng / hội nghị / hướng dẫn / kế hoạch / kết luận / kết quả / kiểm tra
    kinh phí / lãnh đạo / liên quan / lĩnh vực / ý kiến / nâng cao / nội dung / nghị định
    nghị quyết / nghiên cứu / nguyên tắc / nhà nước / nhân dân / nhiệm vụ / phạm vi / pháp luật
    phát triển / phân công / phê duyệt / phối hợp / phổ biến / phù hợp / phụ lục / quá trình
    quan trọng / quản lý / quốc gia / quốc hội / quốc tế / quy chế / quy định / quy phạm / quy trình
    quyền hạn / quyết định / rà soát / sử dụng / sửa đổi / tài liệu / tăng cường / tham gia
    thành lập / thẩm quyền / thi hành / thông báo / thông tin / thông tư / thời gian / thời hạn
    thủ trưởng / thủ tục / thủ tướng / thực hiện / tiếp nhận / tiếp tục / tiến hành / tình hình
    tổ chức / tổng hợp / tổng kết / trách nhiệm / triển khai / trung tâm / trung ương / trường hợp
    trực tiếp / trưởng ban / tuyên truyền / ủy ban / văn bản / văn phòng / vấn đề / việt nam
    xác định / xác nhận / xây dựng / xem xét / xử lý / yêu cầu / đính chính
    ban hành / bản số / định số / hoạch số / luật số / lệnh số / quyết số / thị số / tư số / văn số
    chính quyết / chính quy / chức thực / chức thi / dẫn thực / định quản / hành luật / hành quyết
    hành nghị / hành quy / khai thực / lý nhà / nhân dân / pháp thi / pháp tổ / quan nhà / quả công
    quả hoạt / quả thực / tác quản / tra nhà / thức thực / trọng tâm / một số / số điều / sở ban
    """
)
"""Vietnamese pairs of syllables, as they are written, that stand in papers on any subject."""

GENERAL_WORDS = _words(
    """
    a about above according across after again against all almost along already also although always
    am among an and any are around as at away back be because been before began being below between
    both but by came can cannot come could day days did do does doing done down during each either end
    even ever every few first five for four from full further get give given go had has have having he
    her here high him his how however i if in into is it its itself just keep kept last late later
    least less let like made make making many may me might month months more most much must my near
    need never new next no nor not now number of off often on once one only open or other others our
    out over own part per place put rather said same say second see seen set several shall she should
    since six so some still such take taken ten than that the their them then there these they third
    this those three through to together too toward two under until up upon use used using very via
    was way we well went were what when where whether which while who whom whose why will with within
    without would year years yet you your
    agency article authority circular city committee commune conference council country date decision
    decree department director district division document government head implementation information
    issue law local ministry national notice office official order organisation organization page people
    plan province provincial public regulation report request resolution result service site state
    unit viet vietnam ward work
    """
)
"""English words that stand in papers on any subject."""
