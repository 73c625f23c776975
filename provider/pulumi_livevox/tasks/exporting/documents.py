"""A service that was read whole, as a JSON document: the API's answers, by the API's names."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from pulumi_livevox.resources.service.whole import WholeService
from pulumi_livevox.wire.general import General
from pulumi_livevox.wire.inbound_hours import HoursEntry
from pulumi_livevox.wire.messaging import Messaging
from pulumi_livevox.wire.phone import Phone
from pulumi_livevox.wire.settings import Settings


def to_document(service: WholeService) -> dict[str, Any]:
    """Return what the reads of a service answered, keys that this package does not know as well."""
    return {
        "general": _answer(service.general),
        "phone": _answer(service.phone),
        "settings": _answer(service.settings),
        "messaging": _answer(service.messaging),
        "hours": [_answer(entry) for entry in service.hours],
    }


def from_document(document: Mapping[str, Any]) -> WholeService:
    """Return the service of a document; raise ValueError where it is none."""
    try:
        return WholeService(
            General.model_validate(document["general"]),
            Phone.model_validate(document["phone"]),
            Settings.model_validate(document["settings"]),
            Messaging.model_validate(document["messaging"]),
            [HoursEntry.model_validate(entry) for entry in document["hours"]],
        )
    except (KeyError, TypeError) as problem:
        raise ValueError(f"not a service: {problem}") from None


def _answer(answer: BaseModel) -> dict[str, Any]:
    # What it holds came as JSON, and is JSON, be it as odd as it likes.
    return answer.model_dump(by_alias=True, exclude_unset=True)
