"""The words for the kinds of agencies and for their roles in a task."""

from cchc_cli.model import Role

ROLE = {
    Role.LEAD: "chủ trì",
    Role.COORDINATE: "phối hợp",
    Role.PERFORM: "thực hiện",
    Role.APPRAISE: "thẩm định, có ý kiến",
    Role.GUIDE: "hướng dẫn, đôn đốc, kiểm tra",
    Role.CONSOLIDATE: "tổng hợp",
}
ROLE_VERBS = {
    Role.LEAD: ("chủ trì",),
    Role.COORDINATE: ("phối hợp",),
    Role.PERFORM: (
        *("thực hiện", "triển khai", "tổ chức", "báo cáo", "tham mưu", "rà soát", "đề xuất", "nghiên cứu"),
        *("xây dựng", "trình", "lập", "ban hành", "cập nhật"),
    ),
    Role.APPRAISE: ("thẩm định", "thẩm tra", "có ý kiến", "cho ý kiến", "xem xét"),
    Role.GUIDE: ("hướng dẫn", "đôn đốc", "theo dõi", "kiểm tra"),
    Role.CONSOLIDATE: ("tổng hợp",),
}
"""The printed verbs from which a role is recognised."""
AGENCY_KIND = {
    "department": "sở",
    "office": "văn phòng",
    "inspectorate": "thanh tra",
    "unit": "đơn vị sự nghiệp",
    "police": "công an",
    "commune": "UBND cấp xã",
    "council": "cơ quan dân cử, UBND tỉnh",
    "party": "cơ quan Đảng",
    "association": "hội, hiệp hội",
    "central": "cơ quan Trung ương",
    "ministry": "bộ, cơ quan ngang bộ",
    "bureau": "vụ, cục",
    "division": "phòng, đơn vị trực thuộc",
    "organisation": "cơ quan, tổ chức khác",
    "press": "báo chí",
    "group": "nhóm cơ quan",
}
