"""What a run that ended early had made for a resource, by its commit: resumed, or told."""

from __future__ import annotations

import contextlib
from functools import partial

from pulumi_livevox.client import NotFound
from pulumi_livevox.declaring.values import known
from pulumi_livevox.resources.service.copying import remove_caller_ids, remove_copy
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.naming import refuse_taken
from pulumi_livevox.resources.service.sections import everything, write_all, writes
from pulumi_livevox.run.commits import Commit, digest
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.identity import unfinished_name
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.service_names import CallCenterNames
from pulumi_livevox.run.target import Kind, Target


def resumed(
    run: Run, names: CallCenterNames, declared: DeclaredService, identity: str
) -> int | None:
    """Resume a service that a run which died had finished; None where there is none."""
    commit = run.commits.find(run.client.client_id, identity)
    if commit is None:
        return None
    service_id = commit.service_id
    if service_id is None:
        names.look_for(commit.name)
        return None
    try:
        live = run.client.read_general(service_id)
    except NotFound:
        return None
    if live.name == unfinished_name(identity):
        remove_copy(run, service_id)
        run.commits.forget(identity)
        return None
    if live.name not in (commit.name, *commit.earlier_names, declared.name):
        raise ProviderError(
            f"a run that ended early made service {service_id} for this resource, as "
            f'"{commit.name}", and it is called "{live.name}" by now; nothing was made. Declare '
            f"adopt_id={service_id} and its name to manage it; if it is no longer this resource's, "
            f"delete the record {run.commits.path(commit)}"
        )
    if live.call_center_id != names.call_center_id:
        raise ProviderError(
            f"a run that ended early made service {service_id} for this resource in call "
            f"center {live.call_center_id}, and template_id names one of call center "
            f"{names.call_center_id} by now; nothing was made. Declare the template of then for "
            f"one run, or adopt_id={service_id}, or delete that service in the console"
        )
    run.claims.claim(Target(Kind.SERVICE, service_id), identity)
    refuse_taken(run, names, declared.name, identity, but=service_id)
    _bring_up_to_date(run, service_id, commit, declared, live.name)
    names.put(service_id, declared.name)
    return service_id


def _bring_up_to_date(
    run: Run, service_id: int, commit: Commit, declared: DeclaredService, live_name: str
) -> None:
    """Bring a service that a run which ended early had finished to what is declared by now."""
    declaration, inherits = digest(declared.to_inputs()), commit.inherits
    about = commit.client_id, commit.identity, service_id, declared.name
    record = partial(run.commits.record, *about, earlier_names=[live_name])
    # As it was declared then: until all is written, this run may end early as well.
    record(declaration=commit.declaration, inherits=inherits)
    calls = writes(run, service_id, everything(declared))
    # One that the engine was told of is resumed where somebody asks for a replacement.
    if commit.declaration not in ("", declaration) and not commit.returned:
        if inherits and declared.inherit_caller_ids is False:
            inherits = False
            template = run.client.read_phone(known(declared.template_id), shared=True)
            calls["inherited caller IDs"] = partial(
                remove_caller_ids, run, service_id, template.caller_id
            )
        run.warn(
            f"service {service_id} was made by a run that ended early, as it was declared then: "
            "it is a copy of the template of then, and what is no longer declared stays as it is"
        )
    write_all(service_id, calls)
    if commit.declaration != declaration:
        record(declaration=declaration, inherits=inherits)


def refuse_to_leave_behind(run: Run, service_id: int, identity: str) -> None:
    """Refuse to adopt where a run that ended early finished another service for the resource."""
    commit = run.commits.find(run.client.client_id, identity)
    if commit is None or commit.service_id in (None, service_id):
        return
    with contextlib.suppress(NotFound):
        if run.client.read_general(commit.service_id).name == commit.name:
            raise ProviderError(
                f"a run that ended early made service {commit.service_id}, "
                f'"{commit.name}", for the resource that now declares adopt_id={service_id}; '
                f"nothing was changed. Declare adopt_id={commit.service_id}, or delete that "
                "service in the console"
            )
