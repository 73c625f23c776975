"""The methods of the API that the client calls: their paths, answers, and which may be repeated.

This table is the one place that says which calls may be sent again after an answer that did not
arrive. Reads may, and so may writes that say how something is to be. Those that add something each
time they arrive may not: Create Service and Add Inbound Hours.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

_SERVICES = "/configuration/services"


@dataclass(frozen=True)
class Method:
    """One method of the API."""

    verb: str
    path: str
    answer: int
    """The documented status: any other one is not the answer of this method."""

    repeatable: bool = True

    @property
    def has_document(self) -> bool:
        """Tell whether the answer carries a JSON object."""
        return self.answer != 204


LOGIN = Method("POST", "/session/login", 200)

CREATE_SERVICE = Method("POST", _SERVICES, 201, repeatable=False)
DELETE_SERVICE = Method("DELETE", _SERVICES + "/{id}", 204)
FIND_SERVICES = Method("POST", _SERVICES + "/search", 200)
SERVICE_LIST_INFO = Method("GET", _SERVICES + "/info", 200)
RELATED = Method("GET", _SERVICES + "/{id}/related", 200)
LIST_SERVICES = Method("GET", _SERVICES, 200)
READ_GENERAL = Method("GET", _SERVICES + "/{id}", 200)
UPDATE_GENERAL = Method("POST", _SERVICES + "/{id}", 204)
READ_INBOUND_HOURS = Method("GET", _SERVICES + "/{id}/inboundHours", 200)
ADD_INBOUND_HOURS = Method("POST", _SERVICES + "/{id}/inboundHours", 200, repeatable=False)
UPDATE_INBOUND_HOURS = Method("POST", _SERVICES + "/{id}/inboundHours/{hours_id}", 204)
REMOVE_INBOUND_HOURS = Method("DELETE", _SERVICES + "/{id}/inboundHours/{hours_id}", 204)
READ_MESSAGING = Method("GET", _SERVICES + "/{id}/messaging", 200)
UPDATE_MESSAGING = Method("POST", _SERVICES + "/{id}/messaging", 204)
READ_PACING = Method("GET", _SERVICES + "/{id}/pacing", 200)
READ_PHONE = Method("GET", _SERVICES + "/{id}/phone", 200)
UPDATE_PHONE = Method("POST", _SERVICES + "/{id}/phone", 204)
ADD_CALLER_ID = Method("POST", _SERVICES + "/{id}/phone/{phone_number}", 204)
REMOVE_CALLER_ID = Method("DELETE", _SERVICES + "/{id}/phone/{phone_number}", 204)
READ_SETTINGS = Method("GET", _SERVICES + "/{id}/settings", 200)
UPDATE_SETTINGS = Method("POST", _SERVICES + "/{id}/settings", 204)


@dataclass(frozen=True)
class Call:
    """One call: a method with all that is sent. Its text is what messages name it by."""

    method: Method
    path: str
    query: str = ""
    body: Mapping[str, Any] | None = field(default=None, repr=False)

    @classmethod
    def of(
        cls,
        method: Method,
        *,
        query: Mapping[str, str | int] | None = None,
        body: Mapping[str, Any] | None = None,
        **ids: str | int,
    ) -> "Call":
        """Fill a method's path with ids, and write its query."""
        path = method.path.format(**{name: quote(str(id), safe="") for name, id in ids.items()})
        return cls(method, path, urlencode(query or {}, quote_via=quote), body)

    @property
    def target(self) -> str:
        """The path with its query, as it is sent."""
        return f"{self.path}?{self.query}" if self.query else self.path

    def __str__(self) -> str:
        return f"{self.method.verb} {self.path}"
