"""The first program: no plugin is looked for, and the oldest SDK does as well."""

from pathlib import Path

from tests.rig.stack import Stack


def test_no_plugin_is_looked_for(stack: Stack) -> None:
    """The engine would ask its download servers for one: the package's name begins so."""
    stack.program("# nothing")

    output = stack.preview("--logtostderr", "--verbose=7").output

    assert "GetRequiredPlugins" in output
    assert "pulumi-resource-livevox" not in output


def test_the_lowest_versions_do_as_well(stack: Stack, lowest: Path) -> None:
    stack.python = lowest
    stack.program("""
        from importlib.metadata import version

        livevox.Service("support", name="Support Line", template_id=53661)
        pulumi.export("sdk", version("pulumi"))
    """)

    up = stack.up()

    assert up.operations == {"Service:support": "create"}
    assert 'sdk: "3.259.0"' in up.output
    assert stack.preview().operations == {"Service:support": "same"}
