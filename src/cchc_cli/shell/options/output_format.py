"""The format of problems: --format, else the extension of -o, else the one that suits the machine."""

from pathlib import Path

from cchc_cli.shell import environment
from cchc_cli.shell.options import flags
from cchc_cli.text.problems import Stop

FORMATS = ("text", "json", "github", "gitlab", "sarif", "junit")
_BY_ENDING = {"json": ("json", "gitlab", "sarif"), "sarif": ("sarif",), "xml": ("junit",)}


def completed(incomplete: str) -> list[str]:
    """The formats that begin with what was typed."""
    return [form for form in FORMATS if form.startswith(incomplete.lower())]


def problem_form(form: str | None, output: Path | None) -> str:
    """One of `FORMATS`; the default in GitHub Actions is "github". Raise a `Stop` if -o contradicts it."""
    if form is not None:
        flags.choice("--format", form, FORMATS)
    ending = output.suffix[1:].lower() if output is not None else ""
    if output is None or ending not in _BY_ENDING:
        on_github = output is None and environment.on_github()
        return flags.form_of(form, output, FORMATS, "github" if on_github else "text")
    if form not in (None, *_BY_ENDING[ending]):
        raise Stop(f"-o {output.as_posix()}: đuôi tệp không khớp với --format {form}", "bỏ --format hoặc đổi đuôi tệp")
    return form or _BY_ENDING[ending][0]
