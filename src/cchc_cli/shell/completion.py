"""Completion for the shell in use: the script, or its installation."""

from cchc_cli.text.problems import Stop

_VARIABLE = "_CCHC_COMPLETE"


def script() -> str:
    """The script of the shell in use."""
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name="cchc", complete_var=_VARIABLE, shell=_shell()) + "\n"


def install() -> str:
    """Install for the shell in use; answers what was done."""
    from typer._completion_shared import install as installed

    shell, path = installed(shell=_shell(), prog_name="cchc", complete_var=_VARIABLE)
    return f"Đã cài gợi ý cho {shell} vào {path}; mở lại cửa sổ lệnh để dùng.\n"


def _shell() -> str:
    from typer._completion_shared import _get_shell_name

    name = _get_shell_name()
    if name is None:
        raise Stop("không nhận ra cửa sổ lệnh đang dùng", "dùng bash, zsh, fish hoặc PowerShell")
    return name
