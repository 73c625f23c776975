"""What is told of a declared service and stops nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pulumi_livevox.declaring.near_names import meant
from pulumi_livevox.wire.deprecated import DEPRECATED_PAIRS
from pulumi_livevox.wire.enumerations import MessagingProperty


def warnings(declared: Mapping[str, Any], *, adopts: bool, stands: bool) -> list[str]:
    """Return what is told of a declaration that stops nothing.

    `adopts` tells that the program says itself which service is to be adopted; `stands` that there
    is one whose messages are read, whatever their names are.
    """
    told: list[str] = []
    if adopts and declared["inherit_caller_ids"] is not None:
        told.append("inherit_caller_ids is ignored with adopt_id: nothing is copied")
    if isinstance(declared["messaging"], Mapping) and not stands:
        told += unknown_messaging_properties(declared["messaging"])
    if isinstance(declared["settings"], Mapping):
        told += [
            f"settings.{old} is going to leave the API: declare {current} instead"
            for old, current in DEPRECATED_PAIRS
            if old in declared["settings"]
        ]
    return told


def unknown_messaging_properties(messaging: Mapping[str, Any]) -> list[str]:
    """Return a warning for each property that is not known, nor nearly: the API judges it."""
    known = [item.value for item in MessagingProperty]
    return [
        f"messaging.{name} is none of the properties known ({', '.join(known)}); "
        "it is sent as it stands and the API judges it"
        for name in messaging
        if name not in known and not meant(str(name), known)
    ]
