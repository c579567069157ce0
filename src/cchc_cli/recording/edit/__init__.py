"""Bytes of a file of records + one record → new bytes: one line more, or one less; every other byte stays.

Nothing is ever dumped: a line is spliced in where the parser says that the last record ends. The result is read again
and refused unless it differs by that one record.
"""

from cchc_cli.recording.edit.line import line_of
from cchc_cli.recording.edit.splice import Edited, added, holds, taken_back

__all__ = ["Edited", "added", "holds", "line_of", "taken_back"]
