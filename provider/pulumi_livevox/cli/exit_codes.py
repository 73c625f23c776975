"""With which code a command ends."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the code of a command says; docs/command-line.md tells it to users."""

    DONE = 0
    """All that was asked for is done."""

    FAILED = 1
    """It was not done; the message says why, and what to do."""

    WRONG_USAGE = 2
    """The command does not exist, or not with these arguments; nothing was sent."""

    REMARKS = 3
    """It was done, but something was left out, or is to be looked at: the remarks say what."""

    INTERRUPTED = 130
    """It was interrupted (Ctrl-C)."""

    UNREAD = 141
    """Whoever read its output (`| head`) left before the end."""
