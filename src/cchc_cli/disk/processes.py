"""What the system tells of processes: whether one still runs, how much memory this one has taken."""

import os
import sys
from pathlib import Path

_QUERY = 0x1000
"""The right to ask Windows about a process (PROCESS_QUERY_LIMITED_INFORMATION)."""
_DENIED, _STILL_ACTIVE = 5, 259
"""What Windows answers about a process of another user, and about one that has not ended."""
_COUNTERS = "II8N"
"""Windows' PROCESS_MEMORY_COUNTERS: its own size, page faults, then sizes, of which the seventh is what was taken."""


if sys.platform == "win32":

    def is_running(process: int) -> bool:
        """Whether a process has this number."""
        from ctypes import WinDLL, byref, c_ulong, c_void_p, get_last_error

        kernel = WinDLL("kernel32", use_last_error=True)
        kernel.OpenProcess.restype = c_void_p
        handle = c_void_p(kernel.OpenProcess(_QUERY, 0, c_ulong(process)))
        if not handle:
            return get_last_error() == _DENIED
        code = c_ulong()
        kernel.GetExitCodeProcess(handle, byref(code))
        kernel.CloseHandle(handle)
        return code.value == _STILL_ACTIVE

    def memory() -> int | None:
        """Bytes of memory that this process has taken, or None where the system does not tell."""
        from ctypes import WinDLL, c_void_p, create_string_buffer
        from struct import calcsize, pack_into, unpack

        kernel = WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = c_void_p
        told = create_string_buffer(calcsize(_COUNTERS))
        pack_into("I", told, 0, len(told))
        asked = kernel.K32GetProcessMemoryInfo(c_void_p(kernel.GetCurrentProcess()), told, len(told))
        return int(unpack(_COUNTERS, told)[8]) if asked else None

else:

    def is_running(process: int) -> bool:
        """Whether a process has this number."""
        try:
            os.kill(process, 0)
        except (ProcessLookupError, OverflowError):
            return False
        except PermissionError:
            return True
        return True

    def memory() -> int | None:
        """Bytes of address space that this process has taken, or None where the system does not tell."""
        try:
            return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError):
            return None
