"""A large rollout over a bad line: one run ends right."""

from tests.rig import live
from tests.rig.sandbox import Sandbox
from tests.rig.stack import Stack

SERVICES = 100
FAULTS = [{"kind": "answer-lost", "every": 7}, {"kind": "rate-limited", "every": 11}]


def test_a_hundred_services_are_made_once_each_whatever_is_lost_on_the_way(
    stack: Stack, sandbox: Sandbox
) -> None:
    before = live.names(sandbox)
    with sandbox.faulty(*FAULTS):
        stack.roll_out(f"""
            for number in range({SERVICES}):
                livevox.Service(f"line-{{number}}", name=f"Line {{number}}", template_id=53661,
                                settings={{"service_level_seconds": number}})
        """)
    services = live.names(sandbox)
    made = {f"Line {number}": number for number in range(SERVICES)}
    assert set(services) == set(before) | set(made)
    for name, number in made.items():
        settings = live.section(sandbox, services[name], "settings")
        assert settings["serviceLevelSeconds"] == number
    assert set(stack.preview().operations.values()) == {"same"}
