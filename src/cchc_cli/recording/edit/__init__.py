"""Bytes of a file of records + one record → new bytes with one line added or removed; every other byte stays.

No file is written anew: a line is inserted where the parser says that the last record ends. The result is read again
and refused unless it differs by exactly that record.
"""

from cchc_cli.recording.edit.line import line_of
from cchc_cli.recording.edit.splice import Edited, added, added_all, holds, repeats, taken_back

__all__ = ["Edited", "added", "added_all", "holds", "line_of", "repeats", "taken_back"]
