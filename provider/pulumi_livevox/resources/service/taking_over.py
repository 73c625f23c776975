"""What taking a service over changes: told by a preview, and done by an update."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pulumi_livevox.client import NotFound
from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.declaring.judged import read_typed
from pulumi_livevox.declaring.values import UNKNOWN, Unknown, known
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.inputs import judge
from pulumi_livevox.resources.service.sections import (
    GENERAL,
    SECTIONS,
    Shown,
    as_shown,
    changes,
    path_of,
    read_shown,
)
from pulumi_livevox.run.commits import Commits
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.identity import IDENTITY, unfinished_name

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


def service_changes(declared: DeclaredService, service_id: int, shown: Shown) -> list[Change]:
    """Return what is declared of a service and is otherwise on the platform, value by value."""
    live = as_shown(service_id, declared, shown)
    changed = changes(live, declared)
    return [
        Change.of_value(path_of(section.name, name), live.values(section.name).get(name), value)
        for section in SECTIONS
        for name, value in changed[section.name].items()
    ]


def changes_of_adoption(
    client: LiveVoxClient, commits: Commits, typed: Mapping[str, Any]
) -> list[Change]:
    """Return what taking over the service `adopt_id` changes, by what a program has typed.

    Wrong values are the check's to tell. Raises ProviderError as `look_at` does.
    """
    declared = read_typed(typed, judge, DeclaredService.from_inputs)
    if declared is None:
        return []
    shown = look_at(client, commits, declared, str(typed[IDENTITY]))
    return service_changes(declared, known(declared.adopt_id), shown)


def look_at(
    client: LiveVoxClient,
    commits: Commits,
    declared: DeclaredService,
    identity: str,
    *,
    shared: bool = False,
) -> Shown:
    """Read the service that is to be taken over; refuse one that can't be the one that is meant.

    Its name has to be the declared one, as a slip in an id must not reach somebody's line; or one
    that a run of this project gave an unfinished copy. `shared` takes answers that the client has
    already. Raises ProviderError.
    """
    service_id = known(declared.adopt_id)
    try:
        shown = read_shown(client, service_id, declared, shared=shared)
    except NotFound:
        raise ProviderError(
            f"adopt_id {service_id} names a service that does not exist, or that this user may "
            "not see; nothing was made"
        ) from None
    live_name = shown.sections[GENERAL.name]["name"]
    may_be_called = (declared.wanted_name, *_unfinished_names(commits, service_id, identity))
    if declared.wanted_name is not UNKNOWN and live_name not in may_be_called:
        raise ProviderError(
            f'adopt_id {service_id} names the service "{live_name}", and the declared name is '
            f'"{declared.wanted_name}"; nothing was changed. If it is the one that is meant, take '
            f'it over under its name: declare name="{live_name}", and rename it in a later rollout'
        )
    _refuse_another_call_center(client, declared, service_id, shown)
    return shown


def _unfinished_names(commits: Commits, service_id: int, identity: str) -> list[str]:
    commit = commits.of_service(service_id)
    made_for = {identity} if commit is None else {identity, commit.identity}
    return [unfinished_name(each) for each in made_for]


def _refuse_another_call_center(
    client: LiveVoxClient, declared: DeclaredService, service_id: int, shown: Shown
) -> None:
    """Refuse a service that does not stand where a copy of the declared template would."""
    template_id = declared.template_id
    if template_id is None or isinstance(template_id, Unknown) or template_id == service_id:
        return
    try:
        template = client.read_general(template_id, shared=True)
    except NotFound:
        # Nothing is copied: a template that is gone takes no part in it.
        return
    if template.call_center_id != shown.call_center_id:
        raise ProviderError(
            f"adopt_id {service_id} names a service of call center {shown.call_center_id}, and "
            f"template_id {template_id} one of call center {template.call_center_id}: the line "
            "would stand in another call center than a copy; nothing was changed. Adopt a service "
            "of the template's call center, or leave template_id out"
        )
