"""Taking a service that is there already under management."""

from __future__ import annotations

from pulumi_livevox.declaring.values import known
from pulumi_livevox.resources.service.copying import remove_unfinished_copies
from pulumi_livevox.resources.service.declaration import DeclaredService
from pulumi_livevox.resources.service.resuming import refuse_to_leave_behind
from pulumi_livevox.resources.service.saving import save_what_stands
from pulumi_livevox.resources.service.sections import as_shown, changes, paths, write_all, writes
from pulumi_livevox.resources.service.taking_over import look_at
from pulumi_livevox.run.errors import ProviderError
from pulumi_livevox.run.run import Run
from pulumi_livevox.run.state import Standing
from pulumi_livevox.run.target import Kind, Target
from pulumi_livevox.run.writes import Operation


def adopt(run: Run, declared: DeclaredService, identity: str) -> Standing[DeclaredService]:
    """Take the service `adopt_id` over, and write what is declared otherwise."""
    service_id = known(declared.adopt_id)
    target = Target(Kind.SERVICE, service_id)
    claimant = run.claims.claim(target, identity)
    if claimant != identity:
        raise ProviderError(
            f"adopt_id {service_id} names a service that another resource of this program "
            f"declares ({claimant}): one resource manages one service"
        )
    shown = look_at(run.client, run.commits, declared, identity)
    refuse_to_leave_behind(run, service_id, identity)
    location = run.location(shown.call_center_id)
    service = Standing(target, declared, location, identity)
    names = run.names.of(location.call_center_id)
    changed = changes(as_shown(service_id, declared, shown), declared)
    if any(changed.values()):
        save_what_stands(run, service_id, identity)
    run.writes.begin(Operation.CREATE, service, target, paths=paths(changed))
    write_all(service_id, writes(run, service_id, changed))
    names.put(service_id, declared.name)
    remove_unfinished_copies(run, names, identity)
    run.commits.forget(identity)
    run.commits.forget_service(service_id)
    return service
