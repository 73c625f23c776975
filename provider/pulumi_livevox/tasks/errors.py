"""What goes wrong in a task besides the calls of the API."""

from pulumi_livevox.client import LiveVoxError


class TaskError(LiveVoxError):
    """A task can't be done; the message says why and what to do."""
