"""README.md of a new workspace: for the officers who will keep the plans in it."""

from cchc_cli.founding.body import Body
from cchc_cli.schema.editor import FOLDER

_TEXT = """\
# Kế hoạch cải cách hành chính {body}

Thư mục này giữ kế hoạch bằng các tệp chữ; lệnh `cchc` đọc các tệp đó để nhắc việc, tổng hợp, báo cáo.

| Tệp, thư mục | Nội dung |
|---|---|
| `agencies.yaml` | cơ quan, nhóm cơ quan; xem lại loại cơ quan, thêm chữ viết tắt, căn cứ |
| `calendar.yaml` | ngày nghỉ, ngày làm bù; bổ sung khi có thông báo của năm |
| `settings.yaml` | thiết lập chung: địa danh, cơ quan ban hành, nơi gửi |
| `{year}/plan.yaml` | văn bản ban hành và thân kế hoạch năm {year} |
| `{year}/appendix/{appendix} | nhiệm vụ{divided} |
| `{year}/progress/` | cập nhật tiến độ, mỗi cơ quan một tệp, do `cchc update` ghi |

Trong Visual Studio Code, cài phần mở rộng YAML khi được hỏi: mỗi khóa có giải thích, id cơ quan được gợi ý, lỗi được
gạch chân. Thêm hoặc đổi cơ quan xong thì chạy `cchc schema -o {schemas}` để gợi ý theo kịp.

## Đưa kế hoạch vào

`{year}/plan.yaml` và `{year}/appendix/{file}` đang là dự thảo trống. Chép hai khuôn dưới đây thay cho nội dung ở đó,
thay mọi chỗ trong ngoặc vuông bằng chữ in trong văn bản (tìm dấu [ để không sót chỗ nào); khóa nào văn bản không có
thì bỏ. Rồi chạy `cchc validate`: lệnh chỉ từng chỗ sai. Kế hoạch chưa có số, ngày thì bỏ decision: đó là dự thảo, xem
bằng `cchc due --plan {year}`.

```yaml
# plan/{year}/plan.yaml
format: 1
title: "[tên kế hoạch, không kèm chữ Kế hoạch]"
year: {year}
monitor: {monitor}
decision:
  number: "[số, ký hiệu]"
  date: "[năm-tháng-ngày]"
  title: "[trích yếu]"
  authority: "[tên cơ quan ban hành, như in đầu văn bản]"
  bases:
    - "[một dòng căn cứ]"
  proposal: "[dòng Theo đề nghị của …]"
  articles:
    - number: "Điều 1"
      text: "[nội dung]"
  recipients:
    - "[một dòng nơi nhận]"
  signatory:
    agency: {issuer}
    authority: "[dòng trên chức vụ]"
    position: "[chức vụ]"
    name: "[họ tên]"
kind: KẾ HOẠCH
note: "[dòng Kèm theo Quyết định số …]"
objectives:
  number: "I"
  title: "[tiêu đề phần I]"
  items:
    - number: "1"
      text: "[nội dung]"
tasks:
  number: "II"
  title: "[tiêu đề phần II]"
funding:
  number: "III"
  title: "[tiêu đề phần III]"
organisation:
  number: "IV"
  title: "[tiêu đề phần IV]"
appendix:
  label: Phụ lục
  title: "[tên phụ lục]"
  note: "[dòng Kèm theo …]"
  columns:
    - TT
    - Nhiệm vụ
    - Sản phẩm
    - Tiến độ
    - Phân công
```

```yaml
# plan/{year}/appendix/{file}
{section}tasks:
  - id: {task}
    number: "1"
    title: "[nhiệm vụ]"
    products:
      - "[sản phẩm]"
    schedule: "[tiến độ như in, như Tháng 01/{year}]"
    assignment: "[phân công như in]"
    assignments:
      - {{agency: {monitor}, role: lead, words: "[chữ in nói lên vai trò chủ trì]"}}
```

## Hằng ngày

    cchc validate                        kiểm tra các tệp
    cchc due                             nhiệm vụ quá hạn, sắp đến hạn
    cchc update                          báo cáo tiến độ, được hỏi từng bước
    cchc stats --by agency               số liệu theo cơ quan
    cchc diff                            những gì đã sửa từ lần lưu vào git gần nhất
    cchc --help                          các lệnh khác
"""


_SECTION = """\
id: I
number: "I"
title: "[tên lĩnh vực]"
"""


def text(of: Body, year: int, monitor: str, issuer: str, *, divided: bool) -> str:
    """The text of the guide; `monitor` and `issuer` are ids of the registry, `divided`: the appendix has sections."""
    appendix = (
        {"file": "I.yaml", "appendix": "I.yaml` …", "divided": ", mỗi lĩnh vực của phụ lục một tệp", "task": "I.1"}
        if divided
        else {"file": "tasks.yaml", "appendix": "tasks.yaml`", "divided": " của phụ lục", "task": '"1"'}
    )
    section = _SECTION if divided else ""
    about = {"body": of.called, "year": year, "monitor": monitor, "issuer": issuer, "schemas": FOLDER}
    return _TEXT.format(**about, **appendix, section=section)
