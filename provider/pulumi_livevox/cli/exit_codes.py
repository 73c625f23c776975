"""With which code a command ends."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """A code, and what it says; `--help` and docs/command-line.md tell it to users."""

    meaning: str

    def __new__(cls, value: int, meaning: str) -> ExitCode:
        """Make a code of its number and its meaning."""
        code = int.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        return code

    DONE = 0, "all is done"
    FAILED = 1, "it failed; the message says why and what to do"
    WRONG_USAGE = 2, "no such command, or not with these arguments; nothing was sent"
    REMARKS = 3, "done with remarks: something was left out or is to be looked at"
    INTERRUPTED = 130, "interrupted (Ctrl-C)"
    UNREAD = 141, "whoever read its output (| head) left before the end"
