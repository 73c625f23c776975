"""The class that a program declares a service with."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pulumi
from pulumi.dynamic import Resource
from pulumi.output import UNKNOWN, Unknown
from pulumi.runtime import is_dry_run

from pulumi_livevox.declaring.changes import Change
from pulumi_livevox.declaring.values import Clear
from pulumi_livevox.program import (
    adoption,
    configuration,
    constructing,
    copies,
    default_caller_ids,
    mocked,
    takeovers,
)
from pulumi_livevox.program.options import identity
from pulumi_livevox.program.outputs import typed_outputs
from pulumi_livevox.program.siblings import declare
from pulumi_livevox.program.takeovers import Candidate
from pulumi_livevox.program.values import id_of, plain, when_known
from pulumi_livevox.resources.service.args import PhoneArgs, SettingsArgs
from pulumi_livevox.resources.service.notices import warnings
from pulumi_livevox.resources.service.outputs import Phone, Settings
from pulumi_livevox.resources.service.provider import ServiceProvider
from pulumi_livevox.run.identity import IDENTITY
from pulumi_livevox.run.target import Kind

if TYPE_CHECKING:
    from pulumi_livevox.client import LiveVoxClient


@typed_outputs
class Service(Resource, module="livevox", name="Service"):
    """A service: one line of calls with its direction, numbers, settings and messages.

    It is made by copying the service `template_id`, or taken under management as `adopt_id`.
    Only what is declared is managed; everything else stays as the template or a person left
    it. The resource's id is the service's id. Destroying the resource deletes the service, an
    adopted one too, unless `protect` or `retain_on_delete` is set.

    Stands for Create Service, Read and Update General, Phone, Settings and Messaging, and
    Delete Service.
    """

    name: pulumi.Output[str]
    template_id: pulumi.Output[int | None]
    adopt_id: pulumi.Output[int | None]
    abbreviation: pulumi.Output[str | None]
    unattended: pulumi.Output[bool | None]
    term_code_enabled: pulumi.Output[bool | None]
    acd_feature_code: pulumi.Output[str | None]
    inbound_service_id: pulumi.Output[int | str | None]
    call_direction: pulumi.Output[str | None]
    preview_mode: pulumi.Output[str | None]
    phone: pulumi.Output[Phone | None]
    settings: pulumi.Output[Settings | None]
    messaging: pulumi.Output[dict[str, str] | None]
    inherit_caller_ids: pulumi.Output[bool | None]

    identity: str
    """Which resource this is in the world: project, stack, its parent and its own name."""

    takes_over: bool
    """Whether it takes a service over that is there already: what that has is no surprise."""

    declared_direction: pulumi.Input[str] | None
    """The `call_direction` of the program, as its hours judge it."""

    def __init__(
        self,
        resource_name: str,
        *,
        name: pulumi.Input[str],
        template_id: pulumi.Input[int | str] | None = None,
        adopt_id: pulumi.Input[int | str] | None = None,
        abbreviation: pulumi.Input[str] | None = None,
        unattended: pulumi.Input[bool] | None = None,
        term_code_enabled: pulumi.Input[bool] | None = None,
        acd_feature_code: pulumi.Input[str] | None = None,
        inbound_service_id: pulumi.Input[int | str] | None = None,
        call_direction: pulumi.Input[str] | None = None,
        preview_mode: pulumi.Input[str | Clear] | None = None,
        phone: PhoneArgs | pulumi.Input[Mapping[str, Any]] | None = None,
        settings: SettingsArgs | pulumi.Input[Mapping[str, Any]] | None = None,
        messaging: pulumi.Input[Mapping[str, pulumi.Input[str | int]]] | None = None,
        inherit_caller_ids: pulumi.Input[bool] | None = None,
        opts: pulumi.ResourceOptions | None = None,
    ) -> None:
        """Declare a service. What is None is not declared.

        Args:
            resource_name: name of the resource in the program.
            name: the service's name, not blank; given once in a call center.
            template_id: id of the service to copy; counts when the service is made.
            adopt_id: id of a service of that name which is there already, to be managed from now
                on; where both are given it decides. `livevox:adopt` in the stack's configuration
                beats it. It counts until the state has the service.
            abbreviation: short form for quick navigation in the portal.
            unattended: no agent takes part in calls.
            term_code_enabled: agents see term codes.
            acd_feature_code: AGENT_AT_READY_IN, AGENT_AT_READY_OUT, AGENT_CALL_OUT, MANUAL,
                HCI, STRICT_HCI, 10_DMT or NO_ACD.
            inbound_service_id: id of the inbound service linked to it, or "self".
            call_direction: INBOUND, OUTBOUND or BLENDED.
            preview_mode: NONE, WIRELESS, ALL, or `CLEAR`.
            phone: see PhoneArgs. The default caller ID is declared by a CallerId.
            settings: see SettingsArgs.
            messaging: messages by property, such as {"INBOUND_TEMPLATE_ID": 14206}.
            inherit_caller_ids: whether a copy keeps its template's caller IDs (default True);
                counts when the service is made.
            opts: the engine's options.

        Raises pulumi.RunError where the configuration is incomplete, or where another
        resource of the program declares the same service. The engine's check refuses wrong
        values before anything is sent.
        """
        named = constructing.begin(
            "Service",
            resource_name,
            opts,
            required={"name": (name, "text that is not blank")},
            instead_of_import="declare adopt_id=<the id of the service> instead",
        )
        _refuse_replacement(named, opts)
        self.identity = identity(resource_name, opts)
        adopted = plain(adoption.adoptions().of(resource_name, opts) or adopt_id)
        _refuse_twins(named, self.identity, adopted)
        if template_id is None and adopted is None and adoption.is_looking():
            unknown: Any = UNKNOWN
            adopted = pulumi.Output.from_input(unknown)
        declared = {
            "name": name,
            "template_id": template_id,
            "adopt_id": adopted,
            "abbreviation": abbreviation,
            "unattended": unattended,
            "term_code_enabled": term_code_enabled,
            "acd_feature_code": acd_feature_code,
            "inbound_service_id": inbound_service_id,
            "call_direction": call_direction,
            "preview_mode": preview_mode,
            "phone": phone,
            "settings": settings,
            "messaging": messaging,
            "inherit_caller_ids": inherit_caller_ids,
        }
        properties: dict[str, Any] = plain(declared)
        self.declared_direction = properties["call_direction"]
        provider = ServiceProvider()
        # Which service it takes over may stand in a stack's configuration, which no test has.
        assumed = ("adopt_id",) if template_id is None and adopted is None else ()
        inputs = mocked.checked(
            named, properties, lambda: provider.answers().judge, assumed=assumed
        ) | {IDENTITY: self.identity}
        super().__init__(provider, resource_name, inputs, opts)
        own_id = self.id
        # Where the SDK keeps outputs. It reads numbers as floats, and makes them whole where a type
        # is int alone.
        outputs = self.__dict__
        linked = self.inbound_service_id
        outputs["inbound_service_id"] = linked.apply(_whole, run_with_unknowns=True)
        self.takes_over = adopted is not None
        if self.takes_over:
            takeovers.note(Candidate(self, own_id, adopted, inputs, _compared, is_service=True))
            if is_dry_run():
                outputs["id"] = _own_or_adopted(own_id, adopted)
        else:
            copies.note(named, own_id, properties["name"], properties["template_id"])
        default_caller_ids.note_service(self.id)
        for warning in warnings(inputs, adopts=adopt_id is not None, stands=self.takes_over):
            pulumi.log.warn(warning, resource=self)

    @property
    def service_id(self) -> pulumi.Output[int]:
        """The service's id as a number."""
        return self.id.apply(self._number)

    def _number(self, service_id: str) -> int:
        try:
            return int(service_id)
        except ValueError:
            raise pulumi.RunError(
                f"the id of livevox.Service '{self.pulumi_resource_name}' was \"{service_id}\"; it "
                'may be digits, such as "1100001": let the mocks of the test return some'
            ) from None


def _compared(client: "LiveVoxClient", typed: Mapping[str, Any]) -> list[Change]:
    """Return what an update would change on the service that is to be adopted."""
    from pulumi_livevox.resources.service.taking_over import changes_of_adoption

    return changes_of_adoption(client, configuration.commits(), typed)


def _own_or_adopted(own_id: pulumi.Output[str], adopted: Any) -> pulumi.Output[str]:
    """Return the id that a preview shows: that to adopt, where the service is not in the state.

    What belongs to the service is then compared with what stands.
    """

    def known(ids: list[Any]) -> Any:
        to_adopt = id_of(ids[1]) if isinstance(ids[0], Unknown) else None
        return own_id if to_adopt is None else str(to_adopt)

    ids = pulumi.Output.all(own_id, adopted).apply(known, run_with_unknowns=True)
    # An id is no secret, whatever it is taken from.
    return pulumi.Output.unsecret(ids)


def _whole(value: Any) -> Any:
    return int(value) if isinstance(value, float) else value


def _refuse_replacement(named: str, opts: pulumi.ResourceOptions | None) -> None:
    if opts is not None and opts.delete_before_replace:
        raise pulumi.RunError(
            f"{named}: delete_before_replace was True; it may not be set: a service is never "
            "replaced, and a replacement on demand would take its numbers and hours first"
        )


def _refuse_twins(
    named: str,
    identity: str,
    adopt_id: pulumi.Input[int | str] | None,
) -> None:
    declare(
        named,
        (Kind.SERVICE, identity),
        "have one name, under parents of one type and name: give one of them another name",
    )

    def refuse_adoption(adopt_id: int | str) -> None:
        service_id = str(id_of(adopt_id) or adopt_id)
        declare(named, ("adopt", service_id), f"both declare adopt_id {service_id}")

    if adopt_id is not None:
        when_known([adopt_id], refuse_adoption)
