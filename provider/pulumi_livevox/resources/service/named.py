"""Services that are named, not numbered: which one of a call center has a name."""

from __future__ import annotations

from collections.abc import Sequence

from pulumi_livevox.client import LiveVoxError
from pulumi_livevox.declaring.near_names import alike
from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.wire.services import ServiceListItem


class NotOneService(LiveVoxError):
    """A name is that of no service of a call center, or of several; the message says what to do."""


def id_of(name: str, call_center_id: int, listed: Sequence[ServiceListItem]) -> int:
    """Return the id of the one service of a name, to the letter, in the list of a call center.

    Raises NotOneService where there is none (with the nearest names) or where several have the
    name (with their ids).
    """
    ids = sorted(each.service_id for each in listed if each.name == name)
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise NotOneService(
            f"call center {call_center_id} has {len(ids)} services named {shown(name)}: say which "
            f"by its id, {' or '.join(map(str, ids))}"
        )
    raise NotOneService(_none_named(name, call_center_id, listed))


def _none_named(name: str, call_center_id: int, listed: Sequence[ServiceListItem]) -> str:
    if not listed:
        return (
            f"call center {call_center_id} has no service named {shown(name)}: it has no services, "
            "or shows none to this user; check the id of the call center, and what the user may see"
        )
    near = alike(name, dict.fromkeys(each.name for each in listed))
    named = [
        f"{shown(each)} ({item.service_id})"
        for each in near
        for item in listed
        if item.name == each
    ]
    nearest = f"the nearest names are {', '.join(named)}" if named else "none has a name like it"
    return (
        f"none of the {len(listed)} services of call center {call_center_id} that this user sees "
        f"is named {shown(name)}; {nearest}"
    )
