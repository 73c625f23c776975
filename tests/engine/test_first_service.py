"""The first program, through everything that the engine does with it."""

from pathlib import Path

from tests.engine.harness import Sandbox, Stack

SERVICES = "/configuration/services"


def test_a_service_from_preview_to_destroy(stack: Stack, sandbox: Sandbox) -> None:
    stack.program("""
        import pulumi_livevox as livevox

        livevox.Service("support", name="Support Line", template_id=53661)
    """)

    assert stack.preview().operations == {"Service:support": "create"}
    assert sandbox.requests() == []

    assert stack.up().operations == {"Service:support": "create"}
    (service,) = stack.resources()
    live = sandbox.api("GET", f"{SERVICES}/{service['id']}")
    assert live["name"] == "Support Line"

    sandbox.forget()
    assert stack.preview().operations == {"Service:support": "same"}
    assert sandbox.requests() == []

    assert stack.destroy().operations == {"Service:support": "delete"}
    deletions = [request.call for request in sandbox.requests() if request.method == "DELETE"]
    assert deletions == [f"DELETE {SERVICES}/{service['id']}"]


def test_no_plugin_is_looked_for(stack: Stack) -> None:
    """The engine would ask its download servers for one: the package's name begins so."""
    stack.program("import pulumi_livevox")

    output = stack.preview("--logtostderr", "--verbose=7").output

    assert "GetRequiredPlugins" in output
    assert "pulumi-resource-livevox" not in output


def test_the_lowest_versions_do_as_well(stack: Stack, lowest: Path) -> None:
    stack.python = lowest
    stack.program("""
        from importlib.metadata import version

        import pulumi
        import pulumi_livevox as livevox

        livevox.Service("support", name="Support Line", template_id=53661)
        pulumi.export("sdk", version("pulumi"))
    """)

    up = stack.up()

    assert up.operations == {"Service:support": "create"}
    assert 'sdk: "3.259.0"' in up.output
    assert stack.preview().operations == {"Service:support": "same"}
