"""What declaring a number changes on a service that stands: told by a preview."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pulumi_livevox.client import NotFound
from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.declaring.judged import read_typed
from pulumi_livevox.declaring.values import Unknown, known
from pulumi_livevox.resources.caller_id.declaration import DeclaredCallerId
from pulumi_livevox.resources.caller_id.inputs import judge
from pulumi_livevox.run.errors import no_service
from pulumi_livevox.wire.phone import Phone

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def changes_of_caller_id(client: LiveVoxClient, typed: Mapping[str, Any]) -> list[Change]:
    """Return what declaring a number changes on a service, by what a program has typed.

    Wrong values are the check's to tell. Raises ProviderError where there is no such service.
    """
    declared = read_typed(typed, judge, DeclaredCallerId.from_inputs)
    if declared is None:
        return []
    service_id = known(declared.service_id)
    try:
        return caller_id_changes(declared, client.read_phone(service_id, shared=True))
    except NotFound as error:
        raise no_service(service_id, error) from None


def caller_id_changes(declared: DeclaredCallerId, phone: Phone) -> list[Change]:
    """Return what is declared of a number and is otherwise on the platform."""
    if isinstance(declared.number, Unknown):
        return []
    found: list[Change] = []
    if declared.number not in phone.caller_id:
        found.append(Change.of_value("phone_number", None, declared.number))
    if declared.makes_default and phone.default_caller_id != declared.number:
        found.append(Change.of_value("default", phone.default_caller_id, declared.number))
    return found
