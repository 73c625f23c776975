"""The class that a program declares a caller ID with."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import pulumi
from pulumi.dynamic import Resource

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.program import constructing, takeovers
from pulumi_livevox.program.outputs import typed_outputs
from pulumi_livevox.program.siblings import declare
from pulumi_livevox.program.takeovers import Candidate
from pulumi_livevox.program.values import plain, warn_of_secret
from pulumi_livevox.resources.caller_id.provider import CallerIdProvider
from pulumi_livevox.resources.service.reference import ServiceReference
from pulumi_livevox.resources.service.resource import Service
from pulumi_livevox.run.target import Kind
from pulumi_livevox.wire.phone_numbers import parse_phone_number

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient

_INSTEAD_OF_IMPORT: Final = (
    "leave it out; a number that stands on the service's list is taken as it is"
)

_NO_SECRET: Final = (
    "phone_number is secret, and the number stands in clear in the resource's id and on the "
    "platform"
)


@typed_outputs
class CallerId(Resource, module="livevox", name="CallerId"):
    """A phone number on the list of caller IDs of a service.

    The resource's id is `{serviceId}/{ten digits}`. A number that stands on the list already
    is taken as it is. Stands for Add and Remove Caller ID, and Read and Update Phone.
    """

    service: pulumi.Output[str]
    phone_number: pulumi.Output[str]
    default: pulumi.Output[bool | None]

    def __init__(
        self,
        resource_name: str,
        *,
        service: Service | pulumi.Input[int | str],
        phone_number: pulumi.Input[str],
        default: pulumi.Input[bool] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a caller ID.

        Args:
            resource_name: name of the resource in the program.
            service: a Service of the program (the caller ID goes with it when it is deleted),
                the id of a service, or an output of one.
            phone_number: ten digits in any common way of writing, "(877) 340-2031".
            default: True makes it the service's default number; False or None says nothing.
            opts: the engine's options.

        Raises pulumi.RunError where the configuration is incomplete, or where another
        resource of the program declares the same number, or another default, for the service.
        The engine's check refuses wrong values before anything is sent.
        """
        named = constructing.begin(
            "CallerId",
            resource_name,
            opts,
            required={
                "service": (service, "a livevox.Service, or the id of a service"),
                "phone_number": (phone_number, "ten digits, such as 8773402033"),
            },
            instead_of_import=_INSTEAD_OF_IMPORT,
        )
        properties: dict[str, Any] = plain({"phone_number": phone_number, "default": default})
        reference = ServiceReference(service)
        refuse_twins = partial(_refuse_twins, named, reference)
        number = properties["phone_number"]
        service_id = reference.id_unless_refused(refuse_twins, number, properties["default"])
        properties["service"] = service_id
        provider = CallerIdProvider()
        inputs, opts = reference.inputs(
            "CallerId", resource_name, properties, lambda: provider.answers().judge, opts
        )
        super().__init__(provider, resource_name, inputs, opts)
        overwrites = default is not None and default is not False
        takeovers.note(
            Candidate(self, self.id, reference.id, inputs, _compared, overwrites=overwrites)
        )
        warn_of_secret(self, number, _NO_SECRET)


def _compared(client: "LiveVoxClient", typed: Mapping[str, Any]) -> list[Change]:
    """Return what an update would change of the numbers that stand."""
    from pulumi_livevox.resources.caller_id.taking_over import changes_of_caller_id

    return changes_of_caller_id(client, typed)


def _refuse_twins(
    named: str,
    reference: ServiceReference,
    service: str,
    number: str | None,
    default: bool | None,
) -> None:
    if number is None:
        return
    number = _readable(number)
    declare(
        named,
        (Kind.CALLER_ID, service, number),
        f"both declare the number {number} for {reference.named(service)}",
    )
    if default:
        declare(
            named,
            (Kind.DEFAULT_CALLER_ID, service),
            f"both want to be the default caller ID of {reference.named(service)}: "
            "declare default=True on one of them",
        )


def _readable(number: str) -> str:
    """Return ten digits where the number can be read; the engine's check refuses any other."""
    try:
        return parse_phone_number(number)
    except ValueError:
        return str(number)
