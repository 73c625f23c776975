"""The Messaging tab."""

import json
from typing import Any

from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import Call, done, ok
from pulumi_livevox.sandbox.database import Row
from pulumi_livevox.sandbox.parameters import text
from pulumi_livevox.sandbox.refusals import bad_request

#: The properties that can be updated. Reading shows each under the same name in lower case.
PROPERTIES = frozenset({"INBOUND_TEMPLATE_ID", "PREVIEW_TEMPLATE_ID", "TEMPLATE_ID"})


def content(service: Row) -> dict[str, Any]:
    """Return a service's Messaging tab as the API shows it."""
    messaging: dict[str, Any] = json.loads(service["messaging"])
    return messaging


def read(call: Call) -> Response:
    """Read Service Messaging."""
    return ok(content(call.service()))


def update(call: Call) -> Response:
    """Update Service Messaging Property: one property a call."""
    service = call.service()
    name, value = text(call.query, "property"), text(call.query, "value")
    if name not in PROPERTIES:
        raise bad_request(f"property: {name} is not one of {', '.join(sorted(PROPERTIES))}")
    messaging = content(service)
    values = {entry["key"]: entry["value"] for entry in messaging["property"]}
    values[name.lower()] = value
    messaging["property"] = [{"key": key, "value": value} for key, value in values.items()]
    call.catalog.change(service, {"messaging": json.dumps(messaging)})
    return done()
