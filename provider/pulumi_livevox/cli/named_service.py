"""The service that an argument is: an id, or a name in a call center."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def refuse_name_alone(service: str, call_center: int | None) -> None:
    """Refuse a name without the call center that has it, before anything is sent."""
    if call_center is None and not _is_id(service):
        raise typer.BadParameter(
            f'it was "{service}"; it may be an id, or a name together with --call-center',
            param_hint="SERVICE",
        )


def id_of(client: LiveVoxClient, service: str, call_center: int | None) -> int:
    """Return the id of a service; a name is looked for in the list of its call center.

    Raises NotOneService where it is the name of none there, or of several.
    """
    from pulumi_livevox.client import EmptyCallCenter
    from pulumi_livevox.resources.service import named

    if call_center is None:
        return int(service)
    try:
        listed = list(client.list_services(call_center))
    except EmptyCallCenter:
        listed = []
    is_name = any(each.name == service for each in listed)
    if not is_name and any(str(each.service_id) == service for each in listed):
        return int(service)
    return named.id_of(service, call_center, listed)


def _is_id(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 20 and 0 < int(text) < 2**63
