"""Services that are named, not numbered: which id has a name in a call center."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from pulumi_livevox.declaring.sentences import shown
from pulumi_livevox.tasks.errors import TaskError

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def service_id_of(client: LiveVoxClient, name: str, call_center_id: int) -> int:
    """Return the id of the service of a name in a call center; List Services.

    An id of the call center does as well. Raises TaskError where there is none (with the nearest
    names) or where several have the name (with their ids), EmptyCallCenter where there is no
    service at all.
    """
    listed = list(client.list_services(call_center_id))
    ids = [each.service_id for each in listed if each.name == name]
    ids = ids or [each.service_id for each in listed if str(each.service_id) == name]
    if len(ids) == 1:
        return ids[0]
    if ids:
        which = ", ".join(map(str, sorted(ids)))
        raise TaskError(
            f"{len(ids)} services of call center {call_center_id} have the name {shown(name)}: "
            f"say which by its id ({which})"
        )
    names = {each.name.casefold(): each.name for each in listed}
    near = [names[each] for each in get_close_matches(name.casefold(), names)]
    others = f"the nearest are {', '.join(map(shown, near))}" if near else "nor one like it"
    raise TaskError(
        f"there is no service {shown(name)} that this user sees in call center {call_center_id}; "
        f"{others}"
    )
