"""What declaring a number changes on a service that stands: told by a preview."""

from __future__ import annotations

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.declaring.values import Unknown
from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
from pulumi_livevox.wire.phone import Phone


def caller_id_changes(declared: DeclaredCallerId, phone: Phone) -> list[Change]:
    """Return what is declared of a number and is otherwise on the platform."""
    if isinstance(declared.number, Unknown):
        return []
    found: list[Change] = []
    if declared.number not in phone.caller_id:
        found.append(Change("phone_number", None, declared.number))
    if declared.makes_default and phone.default_caller_id != declared.number:
        found.append(Change("default", phone.default_caller_id, declared.number))
    return found
