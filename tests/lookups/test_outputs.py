"""The output form: lookups of values that are not known yet, secret, or somebody's output."""

import asyncio
import time
from typing import Any

import pulumi
import pytest
from pulumi.runtime import rpc

import pulumi_livevox as livevox
from tests.lookups.program import run
from tests.rig.canned import SERVICE, Api, answer, late
from tests.rig.examples import PHONE
from tests.rig.requests import SERVICES

pytestmark = pytest.mark.usefixtures("program")

PHONE_OF_5 = f"{SERVICES}/5/phone"


def unknown() -> Any:
    """An output that a preview does not know."""
    is_known: asyncio.Future[bool] = asyncio.Future()
    is_known.set_result(False)
    value: asyncio.Future[Any] = asyncio.Future()
    value.set_result(rpc.UNKNOWN)
    return pulumi.Output(set(), value, is_known)


def test_an_argument_that_is_not_known_makes_the_result_unknown_and_sends_nothing(api: Api) -> None:
    async def program() -> None:
        found = [
            livevox.get_phone_output(service_id=unknown()),
            livevox.get_service_output("Main", call_center_id=unknown()),
            livevox.find_services_output("INBOUND", ["NO_ACD"], call_center_ids=[433, unknown()]),
        ]
        for each in found:
            assert not await each.is_known()

    run(program())
    assert api.logins == []


def test_what_a_secret_leads_to_is_secret(api: Api) -> None:
    async def program() -> None:
        secret = livevox.get_service_output(service_id=pulumi.Output.secret("5"))
        plain = livevox.get_service_output(service_id="5")
        assert await secret.is_secret()
        assert not await plain.is_secret()
        assert await secret.call_direction.future() == await plain["call_direction"].future()

    run(program())
    assert [each.path for each in api.requests] == [SERVICE]


def test_the_result_depends_on_what_its_arguments_depend_on() -> None:
    resource: Any = object.__new__(pulumi.CustomResource)

    async def program() -> None:
        value: asyncio.Future[int] = asyncio.Future()
        value.set_result(5)
        known: asyncio.Future[bool] = asyncio.Future()
        known.set_result(True)
        service_id: pulumi.Output[int] = pulumi.Output({resource}, value, known)
        found = livevox.get_service_output(service_id=service_id)
        assert await found.resources() == {resource}

    run(program())


def test_the_program_goes_on_while_a_lookup_waits(api: Api) -> None:
    api.on("GET", PHONE_OF_5, late(0.3, answer(200, PHONE)))
    ticks: list[float] = []

    async def program() -> None:
        found = asyncio.ensure_future(livevox.get_phone_output(5).future())
        while not found.done():
            ticks.append(time.monotonic())
            await asyncio.sleep(0.01)

    run(program())
    assert len(ticks) > 10


def test_what_is_refused_is_told_where_the_output_is_awaited(api: Api) -> None:
    async def program() -> None:
        with pytest.raises(
            pulumi.RunError, match=r'^livevox\.get_phone: service_id was "x"; it may'
        ):
            await livevox.get_phone_output(pulumi.Output.from_input("x")).future()
        with pytest.raises(pulumi.RunError, match=r"^livevox\.get_phone: GET .* was answered 404"):
            await livevox.get_phone_output(pulumi.Output.from_input(123)).future()

    run(program())


def test_what_was_found_can_be_exported_and_given_to_a_resource_as_it_is(api: Api) -> None:
    api.on("GET", PHONE_OF_5, answer(200, PHONE))

    async def program() -> None:
        properties: Any = {"phone": livevox.get_phone(5), "listed": livevox.get_services(434)}
        serialized = await rpc.serialize_property(properties, [], None)
        assert serialized["phone"]["caller_ids"] == ["8886542232", "8773402033"]
        assert serialized["phone"]["default_caller_id"] == "8773402033"

    api.on("GET", SERVICES, answer(200, {}))
    run(program())
