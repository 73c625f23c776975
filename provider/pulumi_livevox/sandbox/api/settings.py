"""The Settings tab."""

import json
from typing import Any

from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import Call, done, ok
from pulumi_livevox.sandbox.bodies import SETTINGS
from pulumi_livevox.sandbox.database import Row

#: Old and new names of one thing: reading shows both, writing one writes both.
RENAMED = {
    "accountMaxAttemptsPerDay": "contactMaxAttemptsPerDay",
    "leaveMessages": "leaveNoMessages",
    "crossRequeueable": "isCrossRequeueable",
}


def content(service: Row) -> dict[str, Any]:
    """Return a service's Settings tab as the API shows it."""
    identity = {key: service[key] for key in ("serviceId", "name", "callCenterId")}
    return {**identity, **json.loads(service["settings"])}


def read(call: Call) -> Response:
    """Read Service Settings."""
    return ok(content(call.service()))


def update(call: Call) -> Response:
    """Update Service Settings."""
    service = call.service()
    changes: dict[str, Any] = {**SETTINGS.read(call.body)}
    for old, new in RENAMED.items():
        # The new name decides where a caller sends both.
        for name in (new, old):
            if name in changes:
                changes[old] = changes[new] = changes[name]
                break
    settings = {**json.loads(service["settings"]), **changes}
    call.catalog.change(service, {"settings": json.dumps(settings)})
    return done()
