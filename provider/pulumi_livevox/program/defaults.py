"""A service whose default caller ID leaves the program keeps an empty default: told in previews.

In a preview a provider is asked nothing about what left the program. So a previewed program asks
the engine at its end for the last state of its own stack. That is a help and no more: whatever
fails, nothing is told.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, Final

import pulumi
from pulumi.runtime.proto import resource_pb2
from pulumi.runtime.settings import get_monitor

from pulumi_livevox.program import program, siblings

_SERVICE: Final = "pulumi-python:dynamic/livevox:Service"
_CALLER_ID: Final = "pulumi-python:dynamic/livevox:CallerId"


def note_service(service_id: pulumi.Output[str]) -> None:
    """Note, in a preview, that the program declares a service."""
    if pulumi.runtime.is_dry_run():
        declared = siblings.current().service_ids
        program.when_known([service_id], lambda known: declared.add(program.id_text(known)))


def tell(this_run: siblings.Run) -> None:
    """Warn, in a preview, of each service that the program leaves without a default."""
    if not pulumi.runtime.is_dry_run():
        _ask_as_previews_do()
        return
    state: list[tuple[str, str, dict[str, Any]]] = []
    with contextlib.suppress(Exception):
        state = _last_state()
    for told in _lost(this_run, state):
        pulumi.log.warn(told)


def _lost(this_run: siblings.Run, state: list[tuple[str, str, dict[str, Any]]]) -> Iterator[str]:
    declared = this_run.declared
    services = [outputs for _, kind, outputs in state if kind == _SERVICE]
    none_leaves = all(("identity", str(each.get("__marker"))) in declared for each in services)
    for urn, kind, outputs in state:
        service, number = str(outputs.get("service")), str(outputs.get("phone_number"))
        if kind != _CALLER_ID or outputs.get("default") is not True:
            continue
        # Of a number outside of a Service it is not known whether its service is one that leaves.
        stays = service in this_run.service_ids or (f"{_SERVICE}$" not in urn and none_leaves)
        kept = ("default caller ID", service) in declared or (
            "caller ID",
            service,
            number,
        ) in declared
        if stays and not kept:
            yield (
                f"service {service} is left without a default caller ID: {number}, which livevox."
                f"CallerId '{urn.rpartition('::')[2]}' made its default, is no longer declared; "
                "declare default=True on another number of the service"
            )


def _ask_as_previews_do() -> None:
    # The engine puts a provider into the state, and into the plan of a preview, for whoever asks
    # it anything (a StackReference for one). A run that did not would break off at a saved plan.
    with contextlib.suppress(Exception):
        stack = "::".join([pulumi.get_stack(), pulumi.get_project(), "pulumi:pulumi:Stack"])
        name = f"{pulumi.get_project()}-{pulumi.get_stack()}"
        _asked("getResource", {"urn": f"urn:pulumi:{stack}::{name}"})


def _last_state() -> list[tuple[str, str, dict[str, Any]]]:
    """Return URN, type and outputs of the resources of the stack before this run."""
    stack = "/".join([pulumi.get_organization(), pulumi.get_project(), pulumi.get_stack()])
    answer = _asked("readStackResourceOutputs", {"stackName": stack})
    return [
        (urn, each.struct_value.fields["type"].string_value, _outputs(each.struct_value))
        for urn, each in answer.fields["outputs"].struct_value.fields.items()
        if "/livevox:" in urn
    ]


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
