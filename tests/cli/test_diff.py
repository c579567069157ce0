"""What changed between two states of the plans: whole runs in real repositories, told in working words."""

import json
import re
import shlex
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_cli.answers.diff import Account, Group
from cchc_cli.formats import diff_md
from cchc_cli.text.yaml import Value, parse, written
from conftest import Cchc, Golden, Ran, contents
from repositories import append, committed, git, put, row

DAY = "--as-of=2026-05-01"
APPENDIX = "plan/2026/appendix"
Told = Callable[..., Ran]


@pytest.fixture
def plan(copied: Path) -> Path:
    """The real plan, committed."""
    return committed(copied)


@pytest.fixture
def diff(cchc: Cchc, plan: Path) -> Told:
    """`cchc diff` of the plan on a day: its answer."""

    def ran(*arguments: str) -> Ran:
        return cchc("-C", str(plan), "diff", DAY, *arguments)

    return ran


def lines(ran: Ran) -> list[str]:
    """The lines that tell a change."""
    assert (ran.code, ran.err) == (0, "")
    _, _, told = ran.out.partition("\n\n")
    return [line.strip() for line in told.splitlines() if line.startswith("  ")]


def edit_much(plan: Path) -> None:
    """Twelve edits of many kinds."""
    one, two, whole = plan / APPENDIX / "I.yaml", plan / APPENDIX / "II.yaml", plan / "plan/2026/plan.yaml"
    put(one, "title: Rà soát, hệ thống hóa văn bản", "title: Rà soát và hệ thống hóa văn bản")
    put(one, "    schedule: Tháng 01/2026", "    schedule: Quý I/2026")
    put(one, row(one, "I.3"), "")
    put(two, "{agency: van-phong-ubnd-tinh, role: appraise, words: có ý kiến}",
        "{agency: so-y-te, role: coordinate, words: phối hợp}")  # fmt: skip
    put(whole, "number: 2821/QĐ-UBND", "number: 2822/QĐ-UBND")
    put(whole, "Cắt giảm 50% thời gian", "Cắt giảm 45% thời gian")
    put(whole, 'comparator: ">=", value: 50', 'comparator: ">=", value: 45')
    append(plan / "plan/2026/deadlines.yaml",
           "- {task: VI.6, action: extend, recorded: 2026-02-02, to: 2026-03-31, "
           "document: {number: 123/QĐ-UBND, date: 2026-01-30}}\n")  # fmt: skip
    append(plan / "plan/2026/progress/so-tu-phap.yaml",
           "- {task: I.2, recorded: 2026-01-29, date: 2026-01-28, status: done, "
           "evidence: [{number: 30/KH-UBND, date: 2026-01-28}]}\n"
           '- {task: I.4, recorded: 2026-02-10, status: in_progress, note: "| <b>một</b> | *hai*"}\n')  # fmt: skip
    put(plan / "plan/agencies.yaml", "name: Sở Tư pháp", "name: Sở Pháp luật")
    put(plan / "plan/settings.yaml", "due_soon_days: 30", "due_soon_days: 20")


@pytest.mark.parametrize("form", ["text", "md", "json"])
def test_edits_of_many_kinds_are_told_in_each_format(plan: Path, diff: Told, golden: Golden, form: str) -> None:
    edit_much(plan)
    ran = diff("--format", form)
    assert (ran.code, ran.err) == (0, "")
    golden({"text": "diff.txt", "md": "diff.md", "json": "diff.json"}[form], ran.out)


def test_nothing_changed(diff: Told, golden: Golden) -> None:
    golden("diff-nothing.txt", diff().out)


def test_layout_comments_and_the_order_of_keys_do_not_matter(plan: Path, diff: Told) -> None:
    file = plan / APPENDIX / "I.yaml"
    title = "    title: Rà soát, hệ thống hóa văn bản quy phạm pháp luật năm 2026 trên địa bàn tỉnh Khánh Hòa\n"
    folded = title.replace("title: ", "title: >-\n      ").replace(" năm 2026", "\n      năm 2026")
    put(file, f'    number: "1"\n{title}', f"{folded}    number: '1'\n")
    put(file, "id: I\n", "# chú thích\nid: I\n")
    (plan / APPENDIX / "II.yaml").write_bytes((plan / APPENDIX / "II.yaml").read_bytes().replace(b"\n", b"\r\n"))
    assert lines(diff()) == []


def test_a_new_id_is_a_task_renamed(plan: Path, diff: Told) -> None:
    put(plan / APPENDIX / "I.yaml", "id: I.3\n", "id: I.30\n")
    assert lines(diff())[1:] == ["đổi mã nhiệm vụ I.3 → I.30"]


def test_a_row_inserted_at_the_top_is_one_row_added(plan: Path, diff: Told) -> None:
    file = plan / APPENDIX / "V.yaml"
    text = file.read_text("utf-8")
    for number in range(20, 0, -1):
        text = text.replace(f"id: V.{number}\n", f"id: V.{number + 1}\n").replace(f"V.{number}/", f"V.{number + 1}/")
    new = '  - {id: V.1, number: "0", title: Lập đề án về quỹ nhà ở, schedule: Tháng 2/2026, assignment: x}\n'
    file.write_text(text.replace("tasks:\n", f"tasks:\n{new}", 1), "utf-8")
    told = lines(diff())
    assert told[1] == "thêm nhiệm vụ V.1: Lập đề án về quỹ nhà ở; tiến độ “Tháng 2/2026”"
    assert told[2] == "đổi mã nhiệm vụ V.1 → V.2"
    assert not [line for line in told if "tên" in line or "bỏ" in line]


def test_a_task_moved_to_another_section(plan: Path, diff: Told) -> None:
    one, four = plan / APPENDIX / "I.yaml", plan / APPENDIX / "IV.yaml"
    moved = row(one, "I.3")
    put(one, moved, "")
    append(four, "\n" + moved.replace("I.3\n", "IV.30\n"))
    assert lines(diff())[1:] == ["đổi mã nhiệm vụ I.3 → IV.30", "IV.30: chuyển từ I sang IV"]


def test_rows_in_another_order(plan: Path, diff: Told) -> None:
    file = plan / APPENDIX / "I.yaml"
    moved = row(file, "I.3")
    put(file, moved, "")
    append(file, "\n" + moved)
    assert lines(diff())[1:] == ["lĩnh vực I: đổi thứ tự các dòng"]


def test_an_amendment_is_named_with_what_it_changed(plan: Path, diff: Told) -> None:
    append(plan / "plan/2026/plan.yaml",
           "amendments: [{id: sua-1, number: 9/QĐ-UBND, date: 2026-05-04, title: Điều chỉnh}]\n")  # fmt: skip
    file = plan / APPENDIX / "I.yaml"
    put(file, "    schedule: Tháng 01/2026\n",
        "    schedule: Tháng 6/2026\n    former: [{changed_by: sua-1, schedule: Tháng 01/2026}]\n")  # fmt: skip
    put(file, "  - id: I.3\n", "  - id: I.3\n    dropped_by: sua-1\n")
    told = lines(diff())
    assert told[0] == "thêm lần điều chỉnh: 9/QĐ-UBND ngày 04/5/2026 (sua-1)"
    assert told[2] == "I.1: tiến độ “Tháng 01/2026” → “Tháng 6/2026”, hạn 31/01 → 30/6 (theo 9/QĐ-UBND)"
    assert told[3].startswith("đưa nhiệm vụ I.3 ra khỏi kế hoạch: Công bố danh mục")
    assert told[3].endswith("(theo 9/QĐ-UBND)")


def test_a_plan_folder_renamed_is_the_same_plan(plan: Path, diff: Told) -> None:
    (plan / "plan/2026").rename(plan / "plan/tinh-2026")
    assert lines(diff()) == ["đổi thư mục kế hoạch 2026 → tinh-2026"]


def test_a_renamed_folder_is_known_by_either_name(plan: Path, diff: Told, cchc: Cchc) -> None:
    (plan / "plan/2026").rename(plan / "plan/tinh-2026")
    put(plan / "plan/tinh-2026/appendix/I.yaml", "    schedule: Tháng 01/2026", "    schedule: Quý I/2026")
    told = lines(diff())
    assert len(told) == 3
    assert lines(diff("--plan", "2026")) == lines(diff("--plan", "tinh-2026")) == told
    ran = cchc("-C", str(plan), "validate", "--base", "HEAD", "--plan", "tinh-2026", "--select", "CC213,CC309")
    assert "CC309" in ran.out


def test_closing_a_plan_with_overdue_tasks_does_not_count_as_progress(plan: Path, diff: Told) -> None:
    put(plan / "plan/2026/plan.yaml", "year: 2026\n", "year: 2026\nclosed: 2026-04-30\n")
    effect = diff().out.splitlines()[2]
    assert effect == "Tính đến ngày 01/5/2026: kế hoạch 2026 thôi theo dõi khi còn 13 nhiệm vụ quá hạn."


def test_a_heading_takes_its_rows_to_another_section(plan: Path, diff: Told) -> None:
    two, three = plan / APPENDIX / "II.yaml", plan / APPENDIX / "III.yaml"
    moved = row(two, "II.2")
    put(two, moved, "")
    append(three, "\n" + moved)
    assert [line for line in lines(diff()) if "chuyển" in line] == ["II.2: chuyển từ II sang III"]


def test_agencies_and_articles_of_the_decision_by_their_names(plan: Path, diff: Told) -> None:
    file = plan / "plan/2026/plan.yaml"
    put(file, "monitor: so-noi-vu", "monitor: so-tu-phap")
    put(plan / "plan/agencies.yaml", "aliases: [STP]", "aliases: [STPH]")
    put(file, "Ban hành kèm theo Quyết định này", "Kèm theo Quyết định này là")
    told = lines(diff())
    assert told[0] == "cơ quan theo dõi: “Sở Nội vụ” → “Sở Tư pháp”"
    assert any(line.startswith("Quyết định, Điều 1, lời văn: ") for line in told)
    assert told[-1] == "cơ quan Sở Tư pháp: tên gọi khác “STP” → “STPH”"


def test_a_file_in_conflict_is_not_called_unchanged(plan: Path, diff: Told) -> None:
    put(plan / APPENDIX / "I.yaml", "tasks:\n", "<<<<<<< HEAD\ntasks:\n=======\n")
    assert diff().out.startswith("Không có thay đổi nào ở phần đọc được.\n")


def test_a_plan_added_and_a_plan_named(plan: Path, diff: Told) -> None:
    folder = plan / "plan/nho/2026"
    shutil.copytree(plan / "plan/2026", folder)
    put(folder / "plan.yaml", "number: 2821/QĐ-UBND", "number: 1/QĐ-STP")
    assert lines(diff()) == ["thêm kế hoạch nho/2026: Cải cách hành chính tỉnh Khánh Hòa năm 2026"]
    assert diff().out.startswith("1 kế hoạch thêm.\n")
    assert lines(diff("--plan", "2026")) == []
    refused = diff("--plan", "2062")
    assert (refused.code, refused.out) == (2, "")
    assert "các kế hoạch: 2026" in refused.err


def test_records_rewritten_or_taken_out(plan: Path, cchc: Cchc) -> None:
    shutil.rmtree(plan / "plan")
    shutil.copytree(Path(__file__).parents[2] / "examples/tinh-mau/plan", plan / "plan")
    committed(plan)
    put(plan / "plan/2026/progress/so-tu-phap.yaml", "percent: 60", "percent: 70")
    put(plan / "plan/2026/deadlines.yaml", "to: 2026-04-15", "to: 2026-04-30")
    put(plan / "plan/2026/snapshots/2026-Q1.yaml", "recorded: ", "recorded:  ")
    (plan / "plan/2026/snapshots/2026-H1.yaml").unlink()
    told = lines(cchc("-C", str(plan), "diff", DAY))
    assert told[0] == "bỏ số liệu chốt kỳ 2026-H1"
    assert "60%" in told[2] and "→ đang thực hiện; 70%" in told[2]
    assert told[3].startswith("sửa dòng quyết định về hạn I.10: gia hạn đến 15/4")
    assert len(told) == 4


def test_a_plan_with_errors_is_compared_as_far_as_it_can_be_read(plan: Path, diff: Told) -> None:
    put(plan / APPENDIX / "I.yaml", "    title: Rà soát, hệ thống", "    titel: Rà soát, hệ thống")
    put(plan / APPENDIX / "I.yaml", '    number: "3"\n', '    number: "3a"\n')
    append(plan / APPENDIX / "II.yaml", "\n  - [\n")
    ran = diff()
    assert "Còn 2 lỗi ở các tệp đang có trên máy" in ran.out
    assert "Chưa so được: plan/2026/appendix/II.yaml" in ran.out
    assert "Không tính ảnh hưởng" in ran.out
    assert lines(ran)[1:] == ["I.3: số in “3” → “3a”"]
    assert json.loads(diff("--format", "json").out)["effect"] is None


def test_a_row_that_one_side_cannot_read_does_not_count_as_removed(plan: Path, diff: Told) -> None:
    put(plan / APPENDIX / "I.yaml", '    number: "3"\n', "")
    put(plan / APPENDIX / "I.yaml", "id: I.4\n", "id: I.40\n")
    ran = diff()
    assert "Còn 1 lỗi" in ran.out
    assert [line for line in lines(ran) if "nhiệm vụ" in line] == ["đổi mã nhiệm vụ I.4 → I.40"]


def test_overdue_tasks_that_came_and_went(plan: Path, diff: Told) -> None:
    put(plan / APPENDIX / "I.yaml", "    schedule: Tháng 01/2026", "    schedule: Tháng 12/2026")
    put(plan / APPENDIX / "VII.yaml", "    schedule: Trong năm 2026", "    schedule: Tháng 3/2026")
    told = diff().out.splitlines()
    assert told[2].startswith("Tính đến ngày 01/5/2026: thêm 1 nhiệm vụ quá hạn: VII.")
    assert told[2].endswith("; bớt 1 nhiệm vụ quá hạn: I.1.")


def test_a_long_comment_is_folded_and_cut(plan: Path, diff: Told) -> None:
    for file in (plan / APPENDIX).iterdir():
        text = (
            file.read_text("utf-8").replace("    title: ", "    title: Tiếp tục ").replace("  words: ", "  words: rất ")
        )
        file.write_text(text.replace("Sở ", "Sở nọ "), "utf-8")
    out = diff("--format", "md").out
    assert "<details>\n<summary>Xem " in out
    assert len(out.encode()) < 65_536
    assert out.endswith("</details>\n")


def comment(*told: str) -> str:
    return diff_md.render(Account("1 nhiệm vụ sửa", "", (), (), (Group("Kế hoạch 2026", None, told),)))


def test_a_comment_stays_below_what_a_host_takes() -> None:
    long = comment(*(f"I.{number}: tên “một” → “hai”" for number in range(5_000)))
    assert len(long.encode()) < 65_536
    assert "phần còn lại xem bằng lệnh cchc diff" in long


def test_a_comment_mentions_no_user_and_needs_no_markdown() -> None:
    out = comment("@all <script> #1 [a](b) `c` *d*")
    assert "@all" not in out
    assert "<script>" not in out
    assert " #1" not in out
    assert "\\[a\\](b) \\`c\\` \\*d\\*" in out


def test_two_revisions_and_the_place_where_they_parted(plan: Path, diff: Told) -> None:
    git(plan, "checkout", "--quiet", "-b", "nhanh")
    put(plan / APPENDIX / "I.yaml", "id: I.3\n", "id: I.30\n")
    committed(plan, "hai")
    git(plan, "checkout", "--quiet", "main")
    append(plan / "plan/2026/progress/so-tu-phap.yaml", "- {task: I.1, recorded: 2026-01-29, status: in_progress}\n")
    committed(plan, "ba")
    assert len(lines(diff("main", "nhanh"))) == 3
    assert len(lines(diff("main..nhanh"))) == 3
    assert lines(diff("main...nhanh"))[1:] == ["đổi mã nhiệm vụ I.3 → I.30"]
    assert lines(diff("nhanh", "main"))[1] == "đổi mã nhiệm vụ I.30 → I.3"
    assert lines(diff("HEAD")) == []


def test_nothing_is_written(plan: Path, diff: Told) -> None:
    edit_much(plan)
    before = contents(plan)
    diff()
    assert contents(plan) == before


def test_a_workspace_in_a_folder_of_the_repository(tmp_path: Path, cchc: Cchc, copied: Path) -> None:
    top = tmp_path / "kho"
    inside = top / "Tỉnh nhà" / "kế hoạch"
    inside.mkdir(parents=True)
    shutil.move(copied / "plan", inside / "plan")
    committed(top)
    put(inside / APPENDIX / "I.yaml", "id: I.3\n", "id: I.30\n")
    assert lines(cchc("-C", str(inside), "diff", DAY))[1:] == ["đổi mã nhiệm vụ I.3 → I.30"]
    shutil.move(inside / "plan", top / "plan")
    committed(top)
    assert lines(cchc("-C", str(top), "diff", DAY, "HEAD~1"))[1:] == ["đổi mã nhiệm vụ I.3 → I.30"]


def test_a_new_workspace_is_not_compared_with_its_neighbour(plan: Path, cchc: Cchc) -> None:
    shutil.copytree(plan / "plan", plan / "khac" / "plan")
    told = lines(cchc("-C", str(plan / "khac"), "diff", DAY))
    assert told[0] == "thêm kế hoạch 2026: Cải cách hành chính tỉnh Khánh Hòa năm 2026"
    assert cchc("-C", str(plan / "khac"), "validate", "--base", "HEAD").code == 0


def test_several_workspaces_in_a_bare_clone(plan: Path, tmp_path: Path, cchc: Cchc) -> None:
    (plan / "a").mkdir()
    shutil.copytree(plan / "plan", plan / "b" / "plan")
    (plan / "plan").rename(plan / "a" / "plan")
    committed(plan, "hai")
    bare = tmp_path / "tran.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(plan), str(bare))
    refused = cchc("diff", "-C", str(bare), "main~1", "main")
    assert (refused.code, refused.out) == (2, "")
    assert "có nhiều thư mục làm việc: a/, b/" in refused.err


def test_a_bare_clone_compares_two_revisions(plan: Path, tmp_path: Path, cchc: Cchc) -> None:
    put(plan / APPENDIX / "I.yaml", "id: I.3\n", "id: I.30\n")
    committed(plan, "hai")
    bare = tmp_path / "tran.git"
    git(tmp_path, "clone", "--quiet", "--bare", str(plan), str(bare))
    ran = cchc("diff", "-C", str(bare), DAY, "main~1", "main")
    assert lines(ran)[1:] == ["đổi mã nhiệm vụ I.3 → I.30"]
    for wanting in ([], ["main"]):
        refused = cchc("diff", "-C", str(bare), DAY, *wanting)
        assert (refused.code, refused.out) == (2, "")
        assert "nêu hai phiên bản" in refused.err


@pytest.mark.parametrize("revision", ["HEAD~1", "origin/khac", "origin/main...HEAD~1"])
def test_a_shallow_clone_names_the_remedy(plan: Path, tmp_path: Path, cchc: Cchc, revision: str) -> None:
    committed(plan, "hai")
    shallow = tmp_path / "nong"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{plan.as_posix()}", str(shallow))
    refused = cchc("diff", "-C", str(shallow), DAY, revision)
    assert (refused.code, refused.out) == (2, "")
    for remedy in ("git fetch --unshallow", "fetch-depth: 0", "GIT_DEPTH: 0"):
        assert remedy in refused.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["khong-co"], 'không có phiên bản "khong-co"'),
        (["origin/main"], "git fetch origin main"),
        (["a", "b", "c"], "chỉ so được hai phiên bản"),
        (["--", "--output=x"], "không có phiên bản"),
        (["HEAD:plan"], "không có phiên bản"),
        (["--format", "csv"], "csv"),
        (["--as-of", "hôm kia"], "không phải là một ngày"),
    ],
)
def test_what_cannot_be_compared_is_reported(diff: Told, arguments: list[str], said: str) -> None:
    refused = diff(*arguments)
    assert (refused.code, refused.out) == (2, "")
    assert said in refused.err


def test_without_a_repository_or_a_commit(copied: Path, cchc: Cchc) -> None:
    refused = cchc("-C", str(copied), "diff")
    assert (refused.code, refused.out) == (2, "")
    assert "không nằm trong kho git nào" in refused.err
    git(copied, "init", "--quiet")
    refused = cchc("-C", str(copied), "diff")
    assert refused.code == 2
    assert "chưa có commit nào" in refused.err


def test_without_git(plan: Path, cchc: Cchc, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(plan))
    refused = cchc("-C", str(plan), "diff")
    assert (refused.code, refused.out) == (2, "")
    assert "không chạy được git" in refused.err


def test_submodules_and_broken_links_are_named(plan: Path, diff: Told) -> None:
    git(plan, "update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},plan/2026/progress/mo-dun.yaml")
    blob = git(plan, "hash-object", "-w", "plan/settings.yaml").strip()
    git(plan, "update-index", "--add", "--cacheinfo", f"120000,{blob},plan/2026/progress/lien-ket.yaml")
    git(plan, "commit", "--quiet", "--message", "mô đun")
    ran = diff()
    assert lines(ran) == []
    assert "Chưa so được: plan/2026/progress/lien-ket.yaml, plan/2026/progress/mo-dun.yaml." in ran.out


def first_key(data: Value) -> str:
    assert isinstance(data, dict)
    return next(iter(written(data)))


def test_the_documented_jobs_are_sound_and_the_documented_commands_run(
    plan: Path, cchc: Cchc, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = (Path(__file__).parents[2] / "docs/ci-diff.md").read_text("utf-8")
    jobs = [parse(block) for block in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)]
    assert [(bool(job.faults), first_key(job.data)) for job in jobs] == [(False, "name"), (False, "thay-doi")]
    git(plan, "update-ref", "refs/remotes/origin/main", "main")
    monkeypatch.chdir(plan)
    (commands,) = re.findall(r"```sh\n(.*?)```", page, re.DOTALL)
    for command in commands.splitlines():
        name, *arguments = shlex.split(command, comments=True)
        assert name == "cchc"
        assert cchc("-C", str(plan), *arguments).code == 0
    assert json.loads((plan / "thay-doi.json").read_text("utf-8"))["as_of"] == "2026-12-31"
