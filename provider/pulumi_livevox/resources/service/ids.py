"""The id of the service that something belongs to: a text in the state, a number inside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_livevox.declaring.values import UNKNOWN, Unknown


def id_in(inputs: Mapping[str, Any]) -> int | Unknown:
    """Return the id of the service in inputs; what is no id, as check refused it, is unknown."""
    service = str(inputs.get("service"))
    return int(service) if service.isdecimal() else UNKNOWN


def id_text(service_id: int | Unknown) -> str | Unknown:
    """Return an id as the engine keeps ids."""
    return service_id if isinstance(service_id, Unknown) else str(service_id)
