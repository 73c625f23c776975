from tests.engine.harness import Sandbox, Stack
def test_real_sandbox(stack: Stack, sandbox: Sandbox) -> None:
    stack.program("import pulumi; pulumi.export('v', 1)")
    assert stack.up().operations == {}
    print(sandbox.api("GET", "/configuration/services/53661"))
    sandbox.api("POST", "/configuration/services/53661", {"name": "Zwei"})
    print(sandbox._log())
    assert sandbox.requests() == []
    print(str(sandbox.dump())[:500])
    sandbox.stop(); sandbox.start()
    assert sandbox.api("GET", "/configuration/services/53661")["name"] == "Zwei"
