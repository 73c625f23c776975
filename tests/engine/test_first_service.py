"""One service through everything: previewed, created, unchanged, destroyed."""

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
