"""The request log: one JSON line for each try of each call, for whoever looks into a failure.

A line holds `time` (UTC), `resource`, `method`, `path` (with its query), `status` (null where no
answer came), `milliseconds`, `try` (from 1) and `code` (the API's, null where it gave none).
Bodies and headers, and so credentials and sessions, are never written.
"""

import json
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from pulumi_livevox.client.calls import Call
from pulumi_livevox.client.purpose import on_behalf_of
from pulumi_livevox.client.sending.answers import code_and_message
from pulumi_livevox.client.sending.response import NoResponse, Response


class RequestLog:
    """A file that lines are added to; several processes may share one.

    Raises OSError where the file can't be written.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        # A file that can't be written is told before anything is sent.
        path.open("a", encoding="utf-8").close()

    def write(self, call: Call, result: Response | NoResponse, seconds: float, number: int) -> None:
        """Add the line of one try."""
        status = result.status if isinstance(result, Response) else None
        code = None
        if isinstance(result, Response) and result.status >= 300:
            code, _ = code_and_message(result.body)
        line = {
            "time": datetime.now(UTC).isoformat(timespec="milliseconds"),
            "resource": on_behalf_of.get(),
            "method": call.method.verb,
            "path": call.target,
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
            "try": number,
            "code": code,
        }
        # What was sent counts, even where the disk is full.
        with suppress(OSError), self._lock, self._path.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")
