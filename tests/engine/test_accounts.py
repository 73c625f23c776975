"""A stack belongs to one account, and forgets nothing when it is run with another."""

from tests.rig import live
from tests.rig.call_center import CALL_CENTER, EVERYTHING
from tests.rig.requests import SERVICES
from tests.rig.sandbox import PASSWORD, Sandbox
from tests.rig.stack import Stack


def rolled_out(stack: Stack, *settings: str) -> None:
    """Roll the program out, with some settings in the environment instead of the stack."""
    for setting in settings:
        stack.run("config", "rm", f"livevox:{setting}")
    stack.roll_out(CALL_CENTER)


def test_another_accounts_credentials_are_refused_and_nothing_is_forgotten(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.env["LIVEVOX_CLIENT_NAME"] = "SANDBOX"
    rolled_out(stack, "clientName")
    before, dump = stack.resources(), sandbox.dump()
    stack.env["LIVEVOX_CLIENT_NAME"] = "OTHER"
    sandbox.forget()
    for run in (stack.refresh(fails=True), stack.up("--refresh", fails=True)):
        assert "log in as client 5200" in run.output
        assert "Traceback" not in run.output
    assert {str(request) for request in sandbox.requests()} == {"POST /session/login"}
    assert [r["id"] for r in stack.resources()] == [r["id"] for r in before]
    assert sandbox.dump() == dump

    stack.env["LIVEVOX_CLIENT_NAME"] = "SANDBOX"
    stack.refresh()
    assert stack.up().operations == dict.fromkeys(EVERYTHING, "same")


def test_an_account_changed_in_the_stacks_configuration_is_refused(
    stack: Stack, sandbox: Sandbox
) -> None:
    rolled_out(stack)
    dump = sandbox.dump()
    stack.config("livevox:clientName", "OTHER")
    stack.program(CALL_CENTER.replace('"Support Line"', '"Help Line"'))
    assert "log in as client 5200" in stack.up(fails=True).output
    assert "log in as client 5200" in stack.refresh("--run-program", fails=True).output
    assert sandbox.dump() == dump
    assert len(stack.resources()) == len(EVERYTHING)


def test_another_base_url_is_refused_before_anything_is_sent(
    stack: Stack, sandbox: Sandbox
) -> None:
    stack.env["LIVEVOX_BASE_URL"] = sandbox.url
    rolled_out(stack, "baseUrl")
    sandbox.forget()
    stack.env["LIVEVOX_BASE_URL"] = sandbox.url.replace("127.0.0.1", "localhost")
    for run in (stack.preview(fails=True), stack.refresh(fails=True), stack.destroy(fails=True)):
        assert "and this stack is configured for http://localhost" in run.output
    assert sandbox.requests() == []


def test_a_password_that_moved_to_the_environment_counts_when_the_program_runs(
    stack: Stack, sandbox: Sandbox
) -> None:
    """The engine uses the configuration of the last `up` where the program does not run."""
    rolled_out(stack)
    stack.run("config", "rm", "livevox:password")
    stack.env["LIVEVOX_PASSWORD"] = "wrong-password"
    stack.refresh()
    assert "was answered 401" in stack.refresh("--run-program", fails=True).output
    stack.env["LIVEVOX_PASSWORD"] = PASSWORD
    stack.destroy("--run-program")
    assert "Support Line" not in live.names(sandbox)


def test_a_user_who_may_see_nothing_forgets_nothing(stack: Stack, sandbox: Sandbox) -> None:
    stack.env["LIVEVOX_USERNAME"] = "sandbox"
    rolled_out(stack, "username")
    ids = [r["id"] for r in stack.resources()]
    stack.env["LIVEVOX_USERNAME"] = "blind"
    for run in (stack.refresh(fails=True), stack.up("--refresh", fails=True)):
        assert "shows this user no service at all" in run.output
    assert [r["id"] for r in stack.resources()] == ids


def test_a_destroy_with_another_accounts_credentials_deletes_nothing(
    stack: Stack, sandbox: Sandbox
) -> None:
    for setting, variable, right, other in (
        ("clientName", "LIVEVOX_CLIENT_NAME", "SANDBOX", "OTHER"),
        ("username", "LIVEVOX_USERNAME", "sandbox", "blind"),
    ):
        stack.env[variable] = right
        rolled_out(stack, setting)
        dump = sandbox.dump()
        assert "Traceback" not in stack.destroy(fails=True, env={variable: other}).output
        assert sandbox.dump() == dump
        # What the engine forgot of a service that it could not delete is found standing.
        stack.up()
        assert sandbox.dump() == dump
        assert len(stack.resources()) == len(EVERYTHING)


def test_an_emptied_call_center_is_seen_as_empty(stack: Stack, sandbox: Sandbox) -> None:
    stack.roll_out(CALL_CENTER)
    for service_id in sorted(live.names(sandbox).values()):
        sandbox.api("DELETE", "/sandbox/campaigns", params={"service": service_id})
        sandbox.api("DELETE", f"{SERVICES}/{service_id}")
    stack.refresh()
    assert stack.resources() == []
