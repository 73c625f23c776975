"""The General tab."""

from typing import Any

from starlette.responses import Response

from pulumi_livevox.sandbox.api.call import Call, done, ok
from pulumi_livevox.sandbox.api.services import refuse_taken_name
from pulumi_livevox.sandbox.bodies import GENERAL
from pulumi_livevox.sandbox.database import Row
from pulumi_livevox.sandbox.refusals import bad_request

_KEYS = (
    "serviceId",
    "name",
    "callCenterId",
    "abbreviation",
    "unattended",
    "termCodeEnabled",
    "acdFeatureCode",
    "inboundService",
    "callDirection",
    "previewMode",
)


def content(service: Row) -> dict[str, Any]:
    """Return a service's General tab as the API shows it."""
    general = {key: service[key] for key in _KEYS}
    for key in ("unattended", "termCodeEnabled"):
        general[key] = bool(general[key])
    return general


def read(call: Call) -> Response:
    """Read Service General."""
    return ok(content(call.service()))


def update(call: Call) -> Response:
    """Update Service General."""
    service = call.service()
    changes = GENERAL.read(call.body)
    if "name" in changes:
        refuse_taken_name(
            call, changes["name"], service["callCenterId"], besides=service["serviceId"]
        )
    if "inboundService" in changes:
        linked = changes["inboundService"]
        if call.catalog.find(linked, call.user) is None:
            raise bad_request(f"inboundService: there is no service {linked}")
    call.catalog.change(service, changes)
    call.catalog.touch(service["callCenterId"])
    return done()
