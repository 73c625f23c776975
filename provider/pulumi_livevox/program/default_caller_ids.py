"""A service whose default caller ID leaves the program keeps an empty default: told in previews.

In a preview a provider is asked nothing about what left the program. So a previewed program asks
the engine at its end for the last state of its own stack. That is a help and no more: whatever
fails, nothing is told.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

import pulumi
from pulumi.runtime import is_dry_run
from pulumi.runtime.proto import resource_pb2
from pulumi.runtime.settings import get_monitor

from pulumi_livevox.program import siblings
from pulumi_livevox.program.siblings import Siblings
from pulumi_livevox.program.values import id_text, when_known
from pulumi_livevox.run.identity import IDENTITY, engine_type
from pulumi_livevox.run.target import Kind

_SERVICE: Final = engine_type("Service")
_CALLER_ID: Final = engine_type("CallerId")


class _Resource(NamedTuple):
    """A resource of the state."""

    urn: str
    kind: str
    outputs: dict[str, Any]


def note_service(service_id: pulumi.Output[str]) -> None:
    """Note, in a preview, that the program declares a service."""
    if is_dry_run():
        declared = siblings.current().service_ids
        when_known([service_id], lambda known: declared.add(id_text(known)))


def tell(declared: Siblings) -> None:
    """Warn, in a preview, of each service that the program leaves without a default."""
    if not is_dry_run():
        _ask_as_previews_do()
        return
    state: list[_Resource] = []
    with contextlib.suppress(Exception):
        state = _last_state()
    for told in _left_without_default(state, declared):
        pulumi.log.warn(told)


def _left_without_default(state: list[_Resource], siblings: Siblings) -> Iterator[str]:
    declared = siblings.declared
    services = [str(each.outputs.get(IDENTITY)) for each in state if each.kind == _SERVICE]
    no_service_leaves = all((Kind.SERVICE, identity) in declared for identity in services)
    for urn, kind, outputs in state:
        if kind != _CALLER_ID or outputs.get("default") is not True:
            continue
        service, number = str(outputs.get("service")), str(outputs.get("phone_number"))
        # Of a number outside of a Service it is not known whether its service is one that leaves.
        is_outside = f"{_SERVICE}$" not in urn
        stays = service in siblings.service_ids or (is_outside and no_service_leaves)
        has_default = (Kind.DEFAULT_CALLER_ID, service) in declared
        if stays and not has_default and (Kind.CALLER_ID, service, number) not in declared:
            yield (
                f"service {service} is left without a default caller ID: {number}, which livevox."
                f"CallerId '{urn.rpartition('::')[2]}' made its default, is no longer declared; "
                "declare default=True on another number of the service"
            )


def _last_state() -> list[_Resource]:
    """Return the resources of the stack, of this package, before this run."""
    stack = "/".join([pulumi.get_organization(), pulumi.get_project(), pulumi.get_stack()])
    answer = _asked("readStackResourceOutputs", {"stackName": stack})
    return [
        _Resource(urn, each.struct_value.fields["type"].string_value, _outputs(each.struct_value))
        for urn, each in answer.fields["outputs"].struct_value.fields.items()
        if "/livevox:" in urn
    ]


def _ask_as_previews_do() -> None:
    """Ask the engine anything, for no answer.

    It puts a provider into the state, and into the plan of a preview, for whoever asks it. A run
    that did not ask would break off at the plan that a preview saved.
    """
    with contextlib.suppress(Exception):
        stack = "::".join([pulumi.get_stack(), pulumi.get_project(), "pulumi:pulumi:Stack"])
        name = f"{pulumi.get_project()}-{pulumi.get_stack()}"
        _asked("getResource", {"urn": f"urn:pulumi:{stack}::{name}"})


def _asked(function: str, arguments: dict[str, str]) -> Any:
    """Return the engine's answer as it comes: a whole state would take long to be unpacked."""
    question = resource_pb2.ResourceInvokeRequest(tok=f"pulumi:pulumi:{function}")
    question.args.update(arguments)
    monitor: Any = get_monitor()
    return getattr(monitor.Invoke(question), "return")


def _outputs(resource: Any) -> dict[str, Any]:
    """Return the plain outputs of a resource; what is secret or nested is not looked at."""
    outputs = resource.fields["outputs"].struct_value.fields
    return {
        name: getattr(value, value.WhichOneof("kind"))
        for name, value in outputs.items()
        if value.WhichOneof("kind") in ("string_value", "bool_value")
    }
