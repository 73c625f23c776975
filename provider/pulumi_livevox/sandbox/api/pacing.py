"""How fast a service's campaigns are dialed. Read only."""

import json
from typing import Any

from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import Call, ok
from pulumi_livevox.sandbox.database import Row


def content(service: Row) -> dict[str, Any]:
    """Return a service's pacing as the API shows it."""
    pacing: dict[str, Any] = json.loads(service["pacing"])
    return pacing


def read(call: Call) -> Response:
    """Read Service Pacing Settings."""
    return ok(content(call.service()))
