"""Commands that work on the account of a stack."""

from tests.cli.command import run_process
from tests.rig.sandbox import PASSWORD, Sandbox
from tests.rig.stack import Stack


def test_a_stacks_configuration_tells_whose_services_they_are(
    stack: Stack, sandbox: Sandbox
) -> None:
    env = stack.environment()
    listed = run_process(
        env, "services", "--call-center", "2829", "--stack", "dev", folder=stack.project
    )
    assert (listed.code, len(listed.lines)) == (0, 3), listed.errors
    assert sandbox.requests()

    below = stack.project / "below"
    below.mkdir()
    shown = run_process(env, "show", "40790", "--stack", "dev", folder=below)
    assert shown.lines[0] == "California_QC (service 40790)"

    unknown = run_process(env, "show", "40790", "--stack", "prdo", folder=stack.project)
    assert (unknown.code, unknown.output) == (1, "")
    assert "prdo" in unknown.errors
    assert PASSWORD not in unknown.errors
