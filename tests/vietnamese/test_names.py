"""Names: every way an officer writes one finds the one that is meant, and nothing else does."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_cli.vietnamese.names import (
    Index,
    Match,
    Several,
    Unknown,
    collation,
    commune_aliases,
    commune_names,
    fold,
    key,
    nearest,
    slug,
)

DEPARTMENTS = {
    "so-noi-vu": ("Sở Nội vụ", "SNV"),
    "so-tai-chinh": ("Sở Tài chính", "STC"),
    "so-cong-thuong": ("Sở Công Thương", "SCT"),
    "so-nong-nghiep-va-moi-truong": ("Sở Nông nghiệp và Môi trường", "SNNMT"),
    "so-dan-toc-va-ton-giao": ("Sở Dân tộc và Tôn giáo", "SDTTG"),
    "so-tu-phap": ("Sở Tư pháp", "STP"),
    "so-khoa-hoc-va-cong-nghe": ("Sở Khoa học và Công nghệ", "SKHCN"),
    "so-van-hoa-the-thao-va-du-lich": ("Sở Văn hóa, Thể thao và Du lịch", "SVHTTDL"),
    "so-xay-dung": ("Sở Xây dựng", "SXD"),
    "so-giao-duc-va-dao-tao": ("Sở Giáo dục và Đào tạo", "SGDĐT"),
    "so-y-te": ("Sở Y tế", "SYT"),
    "so-ngoai-vu": ("Sở Ngoại vụ", "SNgV"),
}
COMMUNES = {
    "Xã": (
        "Nam Cam Ranh, Bắc Ninh Hòa, Tân Định, Nam Ninh Hòa, Tây Ninh Hòa, Hòa Trí, Đại Lãnh, Tu Bông, "
        "Vạn Thắng, Vạn Ninh, Vạn Hưng, Diên Khánh, Diên Lạc, Diên Điền, Diên Lâm, Diên Thọ, Suối Hiệp, "
        "Cam Lâm, Suối Dầu, Cam Hiệp, Cam An, Bắc Khánh Vĩnh, Trung Khánh Vĩnh, Tây Khánh Vĩnh, "
        "Nam Khánh Vĩnh, Khánh Vĩnh, Khánh Sơn, Tây Khánh Sơn, Đông Khánh Sơn, Ninh Phước, Phước Hữu, "
        "Phước Hậu, Thuận Nam, Cà Ná, Phước Hà, Phước Dinh, Ninh Hải, Xuân Hải, Vĩnh Hải, Thuận Bắc, "
        "Công Hải, Ninh Sơn, Lâm Sơn, Anh Dũng, Mỹ Sơn, Bác Ái Đông, Bác Ái, Bác Ái Tây"
    ),
    "Phường": (
        "Nha Trang, Bắc Nha Trang, Tây Nha Trang, Nam Nha Trang, Bắc Cam Ranh, Cam Ranh, Cam Linh, Ba Ngòi, "
        "Ninh Hòa, Đông Ninh Hòa, Hòa Thắng, Phan Rang, Đông Hải, Ninh Chử, Bảo An, Đô Vinh"
    ),
    "Đặc khu": "Trường Sa",
}
BARE = {bare: kind for kind, names in COMMUNES.items() for bare in names.split(", ")}
OTHERS = {
    "thanh-tra-tinh": ("Thanh tra tỉnh", "TTT"),
    "van-phong-ubnd-tinh": ("Văn phòng UBND tỉnh", "VPUBND"),
    "ubnd-tinh": ("UBND tỉnh", "Ủy ban nhân dân tỉnh Khánh Hòa"),
}
REGISTRY = {
    **OTHERS,
    **DEPARTMENTS,
    **{f"xa-{fold(bare).replace(' ', '-')}": commune_names(kind, bare) for bare, kind in BARE.items()},
}
INDEX = Index(REGISTRY.items())
TONE_PAIRS = [
    ("hoà", "hòa"), ("HOÁ", "hóa"), ("toả", "tỏa"), ("Loã", "lõa"), ("doạ", "dọa"),
    ("xoè", "xòe"), ("khoé", "khóe"), ("khoẻ", "khỏe"), ("loẹ", "lọe"),
    ("tuỳ", "tùy"), ("thuý", "thúy"), ("Uỷ", "ủy"), ("luỹ", "lũy"), ("luỵ", "lụy"),
]  # fmt: skip
ALPHABET = list("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")
TONES = ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "b"]

vietnamese = st.text("aàảãáạăằắặâầấậbcdđeèéẹêềếệghiìíịklmnoòóọôồốộơờớợpqrstuùủúụưừứựvxyỳýỷỹỵ &-,Ð", max_size=30)
texts = vietnamese | st.text(max_size=30)
own_names = st.sampled_from([(id, name) for id, names in REGISTRY.items() for name in (id, *names)])


# -- keys ------------------------------------------------------------------------------------------------------------


@given(texts)
def test_keys_of_keys_are_the_same_keys(text: str) -> None:
    assert key(key(text)) == key(text)
    assert fold(fold(text)) == fold(key(text)) == fold(text)


@given(texts)
def test_unicode_form_and_spaces_do_not_count(text: str) -> None:
    for form in (normalize("NFC", text), normalize("NFD", text), f"  {text}\n", text.replace(" ", "\u00a0 ")):
        assert (key(form), fold(form)) == (key(text), fold(text))


@given(vietnamese)
def test_case_does_not_count(text: str) -> None:
    assert key(text.upper()) == key(text.title()) == key(text)
    assert fold(text.upper()) == fold(text)


@given(vietnamese)
def test_folded_vietnamese_has_no_diacritics(text: str) -> None:
    assert fold(text).isascii()


@pytest.mark.parametrize(("new", "old"), TONE_PAIRS)
def test_tone_placement_in_open_rhymes_does_not_count(new: str, old: str) -> None:
    assert key(new) == key(old) == old


@pytest.mark.parametrize("word", ["quý", "quỳ", "quỹ", "hoàn", "huỳnh", "thuỷu", "ngoái", "khuya"])
def test_other_rhymes_are_left_alone(word: str) -> None:
    assert key(word) == word


@pytest.mark.parametrize(
    ("text", "known", "folded"),
    [
        ("Sở Tư pháp", "sở tư pháp", "so tu phap"),
        ("Sở GD&ĐT", "sở gd và đt", "so gd va dt"),
        ("ÐÀO TẠO Ɖ", "đào tạo đ", "dao tao d"),
        ("Núi Chúa – Phước Bình", "núi chúa phước bình", "nui chua phuoc binh"),
        ("Uỷ ban nhân dân  tỉnh", "ubnd tỉnh", "ubnd tinh"),
        ("uy ban nhan dan tinh", "uy ban nhan dan tinh", "ubnd tinh"),
        ("Thủy ban nhân dân", "thủy ban nhân dân", "thuy ban nhan dan"),
        ("Sở\u200b Tư\ufeff pháp", "sở tư pháp", "so tu phap"),
        ("so-tu-phap", "so tu phap", "so tu phap"),
        ("“…” ./.", "", ""),
    ],
)
def test_a_text_has_these_keys(text: str, known: str, folded: str) -> None:
    assert (key(text), fold(text)) == (known, folded)


@pytest.mark.parametrize(("one", "other"), [("quản lý", "quản lí"), ("kỹ thuật", "kĩ thuật"), ("Quý", "quí")])
def test_i_and_y_are_one_for_search_and_two_for_identity(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert key(one) != key(other)


@pytest.mark.parametrize(("one", "other"), [("tay", "tai"), ("thuý", "thúi"), ("Y tế", "i tế")])
def test_y_that_makes_another_word_stays(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Sở Y tế", "so-y-te"),
        ("Ủy ban nhân dân xã Đại Lãnh", "ubnd-xa-dai-lanh"),
        ("Sở Văn hóa, Thể thao & Du lịch", "so-van-hoa-the-thao-va-du-lich"),
        ("…", ""),
    ],
)
def test_an_id_made_of_a_name(name: str, found: str) -> None:
    assert slug(name) == found


def test_communes_stay_apart_without_diacritics() -> None:
    assert len({fold(bare) for bare in BARE}) == len(BARE) == 65


# -- order -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "ordered",
    [
        ALPHABET,
        TONES,
        ["o", "ọ", "ô", "ộ", "ơ", "ợ", "p"],
        ["ba", "ba ba", "Ba Ngòi", "bà", "bá", "bạ", "băng", "bâng"],
        ["Bác Ái", "Bác Ái Đông", "Bác Ái Tây", "Bảo An", "Bắc Cam Ranh"],
        ["Diên Thọ", "Đại Lãnh", "Đô Vinh", "Hòa Thắng", "Hòa Trí"],
        ["hòa", "Hòa", "HÒA", "hỏa", "hoàn"],
        ["Phòng 1", "Phòng A", "Phòng Z", "Phòng Ø"],
    ],
)
def test_names_sort_by_the_vietnamese_alphabet(ordered: list[str]) -> None:
    names = ordered[::-1]
    assert sorted(names, key=collation) == ordered


@given(texts)
def test_unicode_form_does_not_move_a_name(text: str) -> None:
    assert collation(normalize("NFD", text)) == collation(normalize("NFC", text))


# -- finding ---------------------------------------------------------------------------------------------------------


@given(own_names)
def test_every_name_finds_its_own_agency_in_any_spelling(own: tuple[str, str]) -> None:
    id, name = own
    for spelling in (name, name.upper(), name.lower(), normalize("NFD", name), f" {name}  ", fold(name)):
        assert INDEX.find(spelling) == Match(id)


@given(texts)
def test_any_text_gets_an_answer(text: str) -> None:
    answer = INDEX.find(text)
    match answer:
        case Match(id):
            assert id in REGISTRY
        case Several(ids):
            assert len(ids) > 1
        case Unknown(near):
            assert len(near) <= 3


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("Sở tư pháp ", "so-tu-phap"),
        ("tư pháp", "so-tu-phap"),
        ("Sở Tứ Pháp", "so-tu-phap"),
        ("sgddt", "so-giao-duc-va-dao-tao"),
        ("Sở Khoa học & Công nghệ", "so-khoa-hoc-va-cong-nghe"),
        ("Sở Văn hoá Thể thao và Du lịch", "so-van-hoa-the-thao-va-du-lich"),
        ("Du lịch", "so-van-hoa-the-thao-va-du-lich"),
        ("Văn phòng Uỷ ban nhân dân tỉnh", "van-phong-ubnd-tinh"),
        ("UBND tỉnh", "ubnd-tinh"),
        ("Nha Trang", "xa-nha-trang"),
        ("phuong nha trang", "xa-nha-trang"),
        ("UBND PHƯỜNG NHA TRANG", "xa-nha-trang"),
        ("Ủy ban nhân dân phường Nha Trang", "xa-nha-trang"),
        ("Ninh Hoà", "xa-ninh-hoa"),
        ("đặc khu Trường Sa", "xa-truong-sa"),
        ("Trường Sa", "xa-truong-sa"),
    ],
)
def test_what_an_officer_writes_finds_the_agency(text: str, id: str) -> None:
    assert INDEX.find(text) == Match(id)


def test_words_that_are_not_consecutive_are_no_name() -> None:
    answer = INDEX.find("Sở Pháp")
    assert isinstance(answer, Unknown)
    assert answer.nearest[0] == "so-tu-phap"


def test_words_that_several_agencies_have_give_them_all_in_the_order_of_the_index() -> None:
    assert INDEX.find("Sở") == Several(tuple(DEPARTMENTS))
    assert INDEX.find("vụ") == Several(("so-noi-vu", "so-ngoai-vu"))


def test_a_name_that_two_agencies_bear_gives_both() -> None:
    index = Index([("b", ("Ninh Hải",)), ("a", ("Ninh Hai", "Ninh Hải")), ("c", ("Ninh Hái",))])
    assert index.find("ninh hải") == Several(("b", "a"))
    assert index.find("Ninh Hài") == Several(("b", "a", "c"))
    assert index.find("Ninh Hái") == Match("c")


@pytest.mark.parametrize("text", ["", "  ", "a", "Đ", "…", "\u0301"])
def test_one_letter_or_nothing_finds_no_agency(text: str) -> None:
    assert INDEX.find(text) == Unknown(())


def test_part_of_a_word_is_no_word() -> None:
    assert INDEX.find("háp") == Unknown(())


# -- nearest ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("So Tu Phat", "Sở Tư pháp"),
        ("Sở Tư Phap", "Sở Tư pháp"),
        ("Sở Pháp", "Sở Tư pháp"),
        ("Sở Tư pháp tỉnh Khánh Hòa", "Sở Tư pháp"),
        ("Sở Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("sở nội vu", "Sở Nội vụ"),
        ("Sở Tài chinhs", "Sở Tài chính"),
    ],
)
def test_the_meant_name_is_the_nearest(text: str, name: str) -> None:
    found = nearest(text, [names[0] for names in DEPARTMENTS.values()])
    assert found[0] == name
    assert len(found) <= 3


@pytest.mark.parametrize("text", ["", "…", "xyz", "Ngân hàng"])
def test_nothing_is_near_a_foreign_name(text: str) -> None:
    assert nearest(text, [names[0] for names in DEPARTMENTS.values()]) == ()


def test_no_more_than_asked_for() -> None:
    assert nearest("Nha Trnag", BARE, most=1) == ("Nha Trang",)


def test_an_unknown_name_comes_with_the_ids_of_the_nearest() -> None:
    answer = INDEX.find("Nha Trnag")
    assert isinstance(answer, Unknown)
    assert answer.nearest[0] == "xa-nha-trang"
    assert len(set(answer.nearest)) == len(answer.nearest) == 3


# -- communes --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("bare", "kind"), BARE.items())
def test_aliases_are_the_other_names_of_the_commune(bare: str, kind: str) -> None:
    names = commune_names(kind, bare)
    assert commune_aliases(names[2]) == (*names[:2], names[3])
    assert commune_aliases(names[3]) == names[:3]


def test_a_commune_answers_to_four_names() -> None:
    assert commune_names("Phường", "Nha Trang") == (
        "Nha Trang",
        "phường Nha Trang",
        "UBND phường Nha Trang",
        "Ủy ban nhân dân phường Nha Trang",
    )
    assert commune_aliases("UBND phường Nha Trang") == (
        "Nha Trang",
        "phường Nha Trang",
        "Ủy ban nhân dân phường Nha Trang",
    )


@pytest.mark.parametrize("name", ["UBND tỉnh", "UBND cấp xã", "UBND xã, phường", "UBND xã nơi có dự án", "Sở Y tế", ""])
def test_other_names_have_no_commune_aliases(name: str) -> None:
    assert commune_aliases(name) == ()
