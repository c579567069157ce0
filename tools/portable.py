"""A folder with all that an officer on Windows needs: `python -m tools.portable ZIP SHA256` (or `make portable`).

ZIP is the path or the address of an embeddable package of CPython for Windows (64 bit) from python.org, SHA256 its sum
as python.org tells it. dist/cchc-VERSION-windows.zip is made of it, of this checkout's wheel and of the Windows wheels
that it needs, in the versions of requirements.lock. Whoever unpacks it double-clicks `cchc.cmd`; nothing is installed.
"""

import shutil
import subprocess
import sys
from argparse import ArgumentParser
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen
from zipfile import ZipFile

from pip._vendor import distlib

from cchc_cli import __version__
from tools.windows.wheels import ROOT, dependencies, unpacked

DIST = ROOT / "dist"
NAME = f"cchc-{__version__}-windows"
START = r"""@echo off
if not "%~1"=="" goto run
if defined CCHC_WINDOW goto run
set CCHC_WINDOW=1
set "PATH=%~dp0bin;%PATH%"
cd /d "%~dp0.."
title cchc
chcp 65001 >nul
cchc
cmd /k
exit /b
:run
"%~dp0bin\cchc" %*
exit /b %errorlevel%
"""
"""Double-clicked, it opens a prompt that knows `cchc`, with the first screen, in the folder above its own; with words
it runs the program. In UTF-8, `type`, `more` and PowerShell show in that prompt what `>` and `|` were given.
"""
_LAUNCHER = Path(distlib.__file__).with_name("t64.exe")
"""Of this pip makes the commands of packages on Windows: it runs the Python named at its end on the archive there."""
_PYTHON = rb"#!<launcher_dir>\..\python\python.exe" + b"\n"
_RUN = "from cchc_cli.start.entry import main\n\nmain()\n"
README = """\
cchc: theo dõi kế hoạch cải cách hành chính
Dùng cho Windows 10, 11 (64 bit). Không cần quyền quản trị, không cần Internet, không phải cài gì thêm.

1. Giải nén ra một thư mục trên máy, như D:\\cchc.
   Tệp zip tải từ mạng: trước khi giải nén, bấm chuột phải vào nó, chọn Properties, đánh dấu Unblock.
2. Bấm đúp cchc.cmd (có máy chỉ hiện: cchc). Cửa sổ lệnh mở ra, có sẵn các lệnh hay dùng.
3. Chuyển đến thư mục kế hoạch (thư mục có chứa plan) rồi gõ lệnh:
       cd /d D:\\ke-hoach
       cchc due
   Chưa có kế hoạch nào thì lập mới:
       cchc init D:\\ke-hoach --body "UBND xã Suối Trong" --parent "tỉnh Mẫu"

Có bản mới: xóa thư mục này, giải nén bản mới vào đúng chỗ cũ. Kế hoạch để ở thư mục khác nên không mất.
Gỡ bỏ: xóa thư mục này và thư mục %LOCALAPPDATA%\\cchc.
"""


def main() -> int:
    """Make the folder and its archive; exit code 1 where the package is not the one of the sum."""
    parser = ArgumentParser(prog="python -m tools.portable")
    parser.add_argument("zip", help="path or https address of python-3.x.y-embed-amd64.zip")
    parser.add_argument("sha256", help="its SHA-256 sum as python.org tells it")
    asked = parser.parse_args()
    package = content(asked.zip)
    found = sha256(package).hexdigest()
    if found != asked.sha256.lower():
        print(f"{asked.zip}: SHA-256 is {found}, not {asked.sha256}; nothing was made", file=sys.stderr)
        return 1
    folder = made(package)
    archive = Path(shutil.make_archive(str(folder), "zip", folder.parent, folder.name))
    size = sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())
    print(f"{archive.relative_to(ROOT)}: {archive.stat().st_size / 1e6:.1f} MB, unpacked {size / 1e6:.1f} MB")
    return 0


def content(place: str) -> bytes:
    """The bytes of a file, or of what an https address answers."""
    if not place.startswith("https://"):
        return Path(place).read_bytes()
    with urlopen(place) as answer:
        return bytes(answer.read())


def made(package: bytes) -> Path:
    """The folder, made anew."""
    folder = DIST / NAME
    shutil.rmtree(folder, ignore_errors=True)
    python, site = folder / "python", folder / "python" / "site"
    unpack(package, python)
    (paths,) = python.glob("python*._pth")
    version = paths.stem.removeprefix("python")
    paths.write_text(f"{paths.stem}.zip\n.\nsite\n", encoding="utf-8", newline="\r\n")
    unpacked(dependencies(), f"{version[0]}.{version[1:]}", site)
    with TemporaryDirectory() as place:
        build = (sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", place)
        subprocess.run(build, cwd=ROOT, check=True)
        (wheel,) = Path(place).glob("*.whl")
        ZipFile(wheel).extractall(site)
    (folder / "bin").mkdir()
    (folder / "bin" / "cchc.exe").write_bytes(_LAUNCHER.read_bytes() + _PYTHON + program())
    (folder / "cchc.cmd").write_text(START, encoding="ascii", newline="\r\n")
    (folder / "DOC-TRUOC.txt").write_text(README, encoding="utf-8-sig", newline="\r\n")
    return folder


def program() -> bytes:
    """The archive that the launcher runs."""
    archive = BytesIO()
    with ZipFile(archive, "w") as opened:
        opened.writestr("__main__.py", _RUN)
    return archive.getvalue()


def unpack(package: bytes, folder: Path) -> None:
    """The files beside python.exe, whether they lie at the top of the archive or in a folder."""
    with ZipFile(BytesIO(package)) as archive:
        (program,) = (name for name in archive.namelist() if Path(name).name == "python.exe")
        above = program.removesuffix("python.exe")
        folder.mkdir(parents=True)
        for name in archive.namelist():
            if name.startswith(above) and not name.endswith("/"):
                (folder / name.removeprefix(above)).write_bytes(archive.read(name))


if __name__ == "__main__":
    sys.exit(main())
