"""A name that somebody's service has already, told with whose it is."""

from __future__ import annotations

from pulumi_livevox.resources.claims import Kind
from pulumi_livevox.resources.errors import NameTaken
from pulumi_livevox.resources.markers import of_one_stack, resource_name
from pulumi_livevox.resources.names import CallCenterNames
from pulumi_livevox.resources.platform import Platform


def refuse_taken(
    platform: Platform, names: CallCenterNames, name: str, marker: str, but: int | None = None
) -> None:
    """Raise NameTaken where a service other than `but` has the name in the call center."""
    holder = min((each for each in names.named(name) if each != but), default=None)
    if holder is not None:
        platform.claims.claim(Kind.NAME_HOLDER, str(holder), marker)
        commit, made_for = platform.journal.of_service(holder), None
        if commit is not None and of_one_stack(commit.marker, marker):
            made_for = resource_name(commit.marker)
        raise NameTaken(name, holder, names.call_center_id, made_for)
