"""Shell completion: print the script for the current shell, or install it."""

from pathlib import Path

from cchc_cli.disk import in_place, results
from cchc_cli.shell import environment
from cchc_cli.text.problems import Stop

_VARIABLE = "_CCHC_COMPLETE"
_SCRIPT = {
    "bash": ".bash_completions/cchc.sh",
    "zsh": ".zfunc/_cchc",
    "fish": ".config/fish/completions/cchc.fish",
}
"""The path of each shell's script, relative to the user's folder."""
_BASH = """\
_cchc_completion() {
    local IFS=$'\\n' place raw=${COMP_WORDS[COMP_CWORD]} joined="" prefix="" split=""
    local -a words=()
    # bash parts a word at ":", "=" and "@" (2026:I.9, --agency=STP, II.5@2026-03): join it again
    for ((place = 0; place <= COMP_CWORD; place++)); do
        if [[ -n $split || (${COMP_WORDS[place]} == [:=@]* && place -gt 1) ]]; then
            joined+=${COMP_WORDS[place]}
            words[${#words[@]}-1]=$joined
        else
            joined=${COMP_WORDS[place]}
            words+=("$joined")
        fi
        split=""
        if [[ ${COMP_WORDS[place]} == [:=@] ]]; then split=yes; fi
    done
    # only what follows the last of them is replaced
    if [[ $raw == [:=@] ]]; then prefix=$joined; elif [[ $raw != "$joined" ]]; then prefix=${joined%"$raw"}; fi
    COMPREPLY=( $(env COMP_WORDS="${words[*]}" COMP_CWORD=$((${#words[@]} - 1)) _CCHC_COMPLETE=complete_bash "$1") )
    COMPREPLY=("${COMPREPLY[@]#"$prefix"}")
    return 0
}

complete -o default -F _cchc_completion cchc
"""
"""Typer's own script hands on the parts of a word that bash parts at a colon."""
_START = {
    "bash": (".bashrc", ("source '{place}'",)),
    "zsh": (".zshrc", ("fpath+=~/.zfunc; autoload -Uz compinit; compinit", "zstyle ':completion:*' menu select")),
    "fish": ("", ()),
}
"""The file that the shell reads when it starts, and the lines that it needs there."""


def script() -> str:
    """The completion script for the current shell."""
    return _script(_shell())


def _script(shell: str) -> str:
    if shell == "bash":
        return _BASH
    from typer._completion_shared import get_completion_script

    return get_completion_script(prog_name="cchc", complete_var=_VARIABLE, shell=shell) + "\n"


def install() -> str:
    """Install completion for the current shell; return a message that tells what was done."""
    from typer._completion_shared import install as install_profile

    shell = _shell()
    if shell in _START:
        path = installed(shell)
    else:  # PowerShell itself must tell where its profile is
        _, path = install_profile(shell=shell, prog_name="cchc", complete_var=_VARIABLE)
    return f"Đã cài gợi ý cho {shell} vào {path.as_posix()}; mở lại cửa sổ lệnh để dùng.\n"


def installed(shell: str) -> Path:
    """Write the script, and add the lines that load it if they are missing; write both or nothing."""
    home = environment.home()
    if home is None:
        raise Stop("không rõ thư mục riêng của người dùng (HOME)", "đặt biến HOME rồi chạy lại")
    place, (start, lines) = home / _SCRIPT[shell], _START[shell]
    contents = {_SCRIPT[shell]: _script(shell).encode()}
    if start:
        before = in_place.content(home / start) or b""
        missing = [
            line for line in (each.format(place=place.as_posix()) for each in lines) if line.encode() not in before
        ]
        gap = b"\n" if before and not before.endswith(b"\n") else b""
        if missing:
            contents[start] = before + gap + "".join(f"{line}\n" for line in missing).encode()
    results.write_all(home, contents, "xem lại quyền của các tệp đó và chỗ trống của đĩa")
    return place


def _shell() -> str:
    from typer._completion_shared import _get_shell_name

    name = _get_shell_name()
    if name is None:
        raise Stop("không nhận ra cửa sổ lệnh đang dùng", "dùng bash, zsh, fish hoặc PowerShell")
    return name
