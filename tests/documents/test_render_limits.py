"""Templates from outside: what reads, imports or never ends is refused or stopped, with its name and place."""

import os
import signal
import subprocess
import sys
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from msgspec import Struct

from cchc_cli.disk import processes
from cchc_cli.disk.watch import watched
from cchc_cli.documents.render import docx, html, limits, markdown
from cchc_cli.documents.render.sandbox import Rendered
from cchc_cli.text.problems import Stop
from conftest import ROOT
from word_packages import part, saved, words
from word_packages import template as word

# A small process between: the peak that the system tells of a child includes what its parent was when it began.
MEASURED = """
import resource, subprocess, sys
ran = subprocess.run(sys.argv[1:])
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(ran.returncode)
"""
bounded = pytest.mark.skipif(processes.memory() is None, reason="the system does not tell how much memory is used")
TEXTS = {"md": markdown.render, "html": html.render}
VIEW = {"name": "x", "plan": {"title": "Kế hoạch"}, "rows": [{"id": "I.1"}], "blank": None}


def filled(form: str, source: str, seconds: float = 30, megabytes: int = 300, **view: Any) -> Rendered:
    """The source as the second line, or paragraph, of a template."""
    watch = partial(watched, f"thu.{form}", seconds, megabytes)
    if form == "docx":
        return docx.render("thu.docx", word("Một", source), VIEW | view, watch=watch)
    return TEXTS[form](f"thu.{form}.j2", f"Một\n{source}".encode(), VIEW | view, watch=watch)


def fault(form: str, source: str, **limits: float) -> str:
    with pytest.raises(Stop) as caught:
        filled(form, source, **limits)  # type: ignore[arg-type]
    return caught.value.message


def place(form: str) -> str:
    return f"mẫu thu.{form}, đoạn 2" if form == "docx" else f"mẫu thu.{form}.j2, dòng 2"


REFUSED = {
    "{{ ''.__class__.__mro__ }}": "__class__",
    "{{ ''['__class__'] }}": "__class__",
    "{{ plan.title | attr('__class__') }}": "attr",
    "{{ blank.__globals__ }}": "__globals__",
    "{{ (rows | map('upper')).gi_frame }}": "gi_frame",
    "{{ self.__init__.__globals__ }}": "__init__",
    "{{ cycler.__init__.__globals__.os.popen('id').read() }}": "__init__",
    "{{ lipsum() }}": "lipsum",
    "{% include '/etc/hostname' %}": "/etc/hostname",
    "{% import 'os' as os %}": "os",
    "{% extends '../plan/agencies.yaml' %}": "../plan/agencies.yaml",
    "{{ rows.append(1) }}": "append",
    "{{ '{0.__class__}'.format(name) }}": "format",
    "{{ name | safe }}": "safe",
    "{{ rows | random }}": "random",
    "{{ 'x' * 10**9 }}": "quá 1 triệu",
    "{{ [rows] * 10**9 }}": "quá 1 triệu",
    "{{ 9 ** (9 ** 9) }}": "số quá lớn",
    "{{ 'x' | center(10**9) }}": "center",
    "{{ 'x'.ljust(10**9) }}": "ljust",
    "{{ (5).to_bytes(10**9, 'big') }}": "to_bytes",
    "{{ '{:1000000000}'.format(1) }}": "format",
    "{{ '%1000000000d' % 1 }}": "quá rộng",
    "{{ '%*d' % (10**9, 1) }}": "quá rộng",
    "{{ '%(a)1000000000d' % {'a': 1} }}": "quá rộng",
    "{{ '%(a(b)c)1000000000d' % {'a(b)c': 1} }}": "quá rộng",
    "{{ '%1000000000d' | format(1) }}": "quá rộng",
    "{{ range(10**9) | list }}": "quá 1 triệu",
    "{{ ('x' * 10**5) | replace('x', 'y' * 10**5) }}": "quá 1 triệu",
    "{{ range(10**5) | join('y' * 10**5) }}": "quá 1 triệu",
    "{{ 'a' | indent(10**9) }}": "quá 1 triệu",
    "{{ 5.5 | round(10**9) }}": "quá 1 triệu",
    "{{ rows | tojson(indent=10**9) }}": "tojson",
    "{% set n = namespace(a='x') %}{% for i in range(99) %}{% set n.a = n.a ~ n.a %}{% endfor %}": "quá 1 triệu",
    "{% set n = namespace(a='x') %}{% for i in range(99) %}{% set n.a = n.a + n.a %}{% endfor %}": "quá 1 triệu",
    "{% set n = namespace(a=[1]) %}{% for i in range(99) %}{% set n.a = [n.a, n.a] %}{% endfor %}": "quá 1 triệu",
    "{% set n = namespace(a=9) %}{% for i in range(99) %}{% set n.a = n.a * n.a %}{% endfor %}": "số quá lớn",
    "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}": "gọi lại chính nó",
    "{% macro m() %}{{ varargs }}{% endmacro %}{{ m(1) }}": "varargs",
    "{% for x in [[1]] recursive %}{{ loop([[1]]) }}{% endfor %}": "gọi lại chính nó",
    "{% for a in [1] %}" * 30 + "{% endfor %}" * 30: "lồng quá nhiều",
    "{{ " + "(" * 3000 + "1" + ")" * 3000 + " }}": "lồng quá sâu",
}


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize(("source", "said"), REFUSED.items())
def test_a_template_that_escapes_or_grows_is_refused_with_its_own_reason(form: str, source: str, said: str) -> None:
    message = fault(form, source)
    assert message.startswith(f"mẫu thu.{form}") and said in message


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_usual_expressions_of_templates_work(form: str) -> None:
    source = (
        "{% macro m(a) %}m{{ a }}{% endmacro %}{{ m(1) }}{% set n = namespace(a=1) %}{% set n.a = 2 %}{{ n.a }}"
        "{% for each in rows %}{{ loop.index }}{{ loop.cycle('x', 'y') }}{{ each.id.lower() }}{% endfor %}"
        "{% for group in rows | groupby('id') %}{{ group.grouper }}{{ group.list | length }}{% endfor %}"
        "{% block end %}e{% endblock %}{{ self.end() }}{{ plan.items() | list | length }}"
    )
    made = filled(form, source).data
    shown = "".join(words(part(made))) if form == "docx" else made.decode()
    assert "m121xi.1I.11ee1" in shown


class Row(Struct, frozen=True):
    id: str
    items: str

    def told(self) -> str:
        return "method"

    @property
    def length(self) -> int:
        return 2


ROW = Row("I.1", "việc")
OF_A_STRUCT = {
    "{{ row.id }}{{ row['id'] }}{{ row.items }}{{ row['items'] }}": "I.1I.1việcviệc",
    "{{ [row] | map(attribute='id') | join }}{{ ([row] | groupby('id'))[0].grouper }}": "I.1I.1",
    "{{ [row] | selectattr('items') | list | length }}{{ [row] | sort(attribute='id') | length }}": "11",
    "{% for name in row.keys() %}{{ name }};{% endfor %}": "id;items;",
}


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize(("source", "shown"), OF_A_STRUCT.items())
def test_a_struct_is_to_a_template_the_dict_of_its_fields(form: str, source: str, shown: str) -> None:
    made = filled(form, source, row=ROW).data
    assert shown in ("".join(words(part(made))) if form == "docx" else made.decode())


@pytest.mark.parametrize("form", ["md", "html", "docx"])
@pytest.mark.parametrize(
    "name",
    ["told", "length", "__struct_fields__", "__class__", "__init__", "__post_init__", "__replace__", "_x", "idd"],
)
@pytest.mark.parametrize(
    "way", ["{{{{ row.{} }}}}", "{{{{ row['{}'] }}}}", "{{{{ [row] | map(attribute='{}') | join }}}}"]
)
def test_a_template_reaches_only_the_fields_of_a_struct(form: str, name: str, way: str) -> None:
    with pytest.raises(Stop) as caught:
        filled(form, way.format(name), row=ROW)
    assert caught.value.message.startswith(place(form))
    assert f'"{name}"' in caught.value.message


@pytest.mark.parametrize("form", ["md", "html", "docx"])
def test_an_unknown_field_is_reported_with_the_nearest_names(form: str) -> None:
    with pytest.raises(Stop) as caught:
        filled(form, "{{ row.itms }}", row=ROW)
    assert 'không có tên "itms", gần nhất: items' in caught.value.message
    with pytest.raises(Stop) as caught:
        filled(form, "{{ row }}", row=ROW)
    assert "không in được cả nhóm dữ liệu: nêu tên bên trong, như .id, .items" in caught.value.message


def test_structs_are_measured_with_all_that_is_inside() -> None:
    assert limits.size([ROW, ROW]) == limits.size([{"id": "I.1", "items": "việc"}] * 2)


@pytest.mark.parametrize("inner", ["args", "func", "keywords"])
def test_the_function_that_draws_pictures_gives_no_access_to_python(inner: str) -> None:
    assert f'không được dùng "{inner}"' in fault("docx", f"{{{{ picture.{inner}[0].docx.save('x.docx') }}}}")


ENDLESS = {
    "loops": "{% for a in range(10**6) %}{% for b in range(10**6) %}{% endfor %}{% endfor %}",
    "macros": "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}",
    "filters": "{{ range(10**6) | map('string') | list | sort | unique | list | length }}" * 50,
}


@pytest.mark.parametrize("form", ["md", "docx"])
@pytest.mark.parametrize("source", ENDLESS.values(), ids=ENDLESS)
def test_a_template_that_never_ends_is_stopped_and_its_place_is_named(form: str, source: str) -> None:
    message = fault(form, source, seconds=0.3)
    assert message.startswith(place(form)) and "quá lâu" in message


def test_printing_without_end_is_stopped_in_its_place() -> None:
    source = "{% for a in range(10**6) %}{% for b in range(10**6) %}" + "x" * 1000 + "{% endfor %}{% endfor %}"
    message = fault("md", source)
    assert message.startswith(place("md")) and "in ra quá 64 triệu chữ" in message


@pytest.mark.slow
@bounded
@pytest.mark.parametrize("form", ["md", "docx"])
def test_a_template_that_keeps_growing_is_stopped_before_memory_runs_out(form: str) -> None:
    source = "{% set n = namespace(a=[]) %}{% for i in range(10**5) %}{% set n.a = [n.a, 'x' * 999999] %}{% endfor %}"
    message = fault(form, source, megabytes=100)
    assert message.startswith(place(form)) and "bộ nhớ" in message


def test_the_watch_leaves_everything_as_it_was() -> None:
    resource = pytest.importorskip("resource")
    before = signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)
    fault("md", ENDLESS["loops"], seconds=0.1)
    filled("md", "{{ name }}")
    assert (signal.getsignal(signal.SIGPROF), resource.getrlimit(resource.RLIMIT_AS)) == before
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_ctrl_c_while_a_template_runs_is_not_reported_as_its_fault() -> None:
    with pytest.raises(KeyboardInterrupt):
        filled("md", "{{ name }}", name=_Pressing())


class _Pressing(str):
    """A text that is printed while somebody presses Ctrl-C."""

    def __str__(self) -> str:
        signal.raise_signal(signal.SIGINT)
        return "x"


def test_an_included_template_is_found_by_its_bare_name_and_its_faults_are_its_own() -> None:
    beside = {"dau.md.j2": b"# {{ plan.title }}\n", "hong.md.j2": b"a\n{{ plan.titel }}\n"}.get
    assert markdown.render("a.md.j2", b"{% include 'dau.md.j2' %}", VIEW, beside).data == "# Kế hoạch\n".encode()
    with pytest.raises(Stop, match=r"^mẫu hong\.md\.j2, dòng 2: không có tên"):
        markdown.render("a.md.j2", b"\n\n{% include 'hong.md.j2' %}", VIEW, beside)
    with pytest.raises(Stop, match="gọi lại chính nó"):
        markdown.render("a.md.j2", b"{% include 'a.md.j2' %}", VIEW, {"a.md.j2": b"{% include 'a.md.j2' %}"}.get)


def test_usual_templates_are_not_hindered() -> None:
    source = (
        "{% set n = namespace(last='') %}{% for each in rows if each.id not in ('II', 'III') %}"
        "{{ loop.index + 1 }}. {{ each.id | upper ~ ' (' ~ 2 * 3 ~ ')' }} {{ '%02d' | format(loop.index) }}"
        "{% set n.last = each.id %}{% endfor %} {{ n.last }} {{ [1, 2] | sum }}"
        " {{ rows | map(attribute='id') | join(', ') }}"
        " {{ name | replace('x', 'y') }} {{ plan.title.split() | first }}"
    )
    assert filled("docx", source)
    made = filled("html", source).data.decode()
    assert made.split("\n")[1] == "2. I.1 (6) 01 I.1 3 I.1 y Kế"


def test_html_escapes_data_and_keeps_line_ends() -> None:
    assert (
        filled("html", "{{ name }}{{ blank('a <b>') }}", name="a & <b>\nc")
        .data.decode()
        .endswith("a &amp; &lt;b&gt;<br>c<mark>[Cần điền: a &lt;b&gt;]</mark>")
    )


@pytest.mark.slow
@pytest.mark.skipif(find_spec("resource") is None, reason="only POSIX has the module `resource`, which tells the peak")
@bounded
@pytest.mark.parametrize("form", ["md.j2", "docx"])
def test_the_whole_program_stays_below_500_megabytes(form: str, tmp_path: Path, copied: Path) -> None:
    source = "{% set n = namespace(a=[]) %}{% for i in range(10**5) %}{% set n.a = [n.a, 'x' * 999999] %}{% endfor %}"
    (copied / "templates").mkdir()
    target = copied / "templates" / f"hong.{form}"
    target.write_bytes(word(source) if form == "docx" else source.encode())
    run = (sys.executable, "-m", "cchc_cli", "-C", str(copied), "report", "hong", "--as-of", "2026-03-31")
    ran = subprocess.run(
        (sys.executable, "-c", MEASURED, *run, "--format", form[:4].removesuffix(".j"), "-o", str(tmp_path / "out")),
        cwd=ROOT, capture_output=True, encoding="utf-8", env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
    )  # fmt: skip
    assert ran.returncode == 2 and f"mẫu hong.{form}" in ran.stderr
    assert int(ran.stdout) / 1000 < 500
    assert not (tmp_path / "out").exists()


def test_word_documents_of_officers_hold_tags_of_other_programs() -> None:
    document = Document()
    document.add_paragraph("Tỷ lệ {x} và 50%} của {kế hoạch}")
    assert docx.render("thu.docx", saved(document), {}).blanks == ()
