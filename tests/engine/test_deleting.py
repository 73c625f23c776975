"""Taking things away: one call a service, and nothing lost where the platform refuses."""

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING, HOURS, NUMBERS, edited
from tests.rig.requests import SERVICES
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack


def test_a_refused_deletion_says_why_and_the_next_update_is_whole_again(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    sandbox.api("POST", "/sandbox/campaigns", params={"service": support})
    destroy = stack.destroy(fails=True)
    assert "A service can be deleted once it had no campaign for 90 days" in destroy.output
    assert "park it" in destroy.output
    assert "Traceback" not in destroy.output
    assert live.hours(sandbox, support) == HOURS
    assert live.caller_ids(sandbox, support)[0] == ["8773402031", "8773402033"]

    stack.up()
    assert live.names(sandbox)["Support Line"] == support
    assert live.hours(sandbox, support) == HOURS
    assert live.caller_ids(sandbox, support) == NUMBERS
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")


def test_a_service_that_is_gone_already_is_destroyed_without_complaint(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.roll_out(CALL_CENTER)
    sandbox.api("DELETE", f"{SERVICES}/{live.names(sandbox)['Support Line']}")
    stack.destroy()
    assert stack.resources() == []


def test_a_service_that_can_not_be_deleted_yet_is_parked(
    stack: Stack, sandbox: Sandbox, support: int
) -> None:
    sandbox.api("POST", "/sandbox/campaigns", params={"service": support})
    options = "opts=pulumi.ResourceOptions(retain_on_delete=True)"
    stack.roll_out(edited(('"Support Line"', f'"ZZ parked Support Line", {options}')))
    stack.roll_out("")
    assert stack.resources() == []

    stack.roll_out(CALL_CENTER)
    services = live.names(sandbox)
    assert services["ZZ parked Support Line"] == support
    assert services["Support Line"] != support
    assert live.hours(sandbox, support) == HOURS
    assert live.caller_ids(sandbox, support)[0] == ["8773402031", "8773402033"]
    assert live.hours(sandbox, services["Support Line"]) == HOURS
    assert stack.preview().operations == dict.fromkeys(EVERYTHING, "same")
